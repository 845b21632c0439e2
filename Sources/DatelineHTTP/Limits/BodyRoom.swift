import Synchronization

/// The room that requests' contents take from when they arrive until they are answered.
///
/// Many that arrive at the same pace would fill it before any of them is whole, and then all be refused. So whoever came first may go on
/// although there is no room: of each client one where only that client's share is used up, and of all one even beyond the limit.
final class BodyRoom: Sendable {
    private struct Held {
        let client: String
        /// Within the limit.
        var bytes = 0
        var beyond = 0
    }

    private let budget: ByteBudget
    private let share: Int
    /// By the requests' numbers.
    private let holders = Mutex<[UInt64: Held]>([:])

    /// - Parameters:
    ///   - limit: bytes, of all together; beyond it lies one share at most.
    ///   - share: the most that one client holds within the limit, and that one content may have.
    ///   - reserve: the last part of the limit, left to what is small.
    init(limit: Int, share: Int, reserve: Int) {
        budget = ByteBudget(limit: limit, share: share, reserve: reserve)
        self.share = share
    }

    /// What is held now, in bytes.
    var used: Int { budget.used + holders.withLock { $0.values.reduce(0) { $0 + $1.beyond } } }

    /// - Parameters:
    ///   - number: the request's; earlier requests have smaller ones.
    ///   - client: the same each time: whose request it is.
    /// - Returns: false if there is no room; nothing is taken then.
    func take(_ bytes: Int, for number: UInt64, of client: String, isSmall: Bool) -> Bool {
        holders.withLock { holders in
            if budget.take(bytes, for: client, usingReserve: isSmall) {
                holders[number, default: Held(client: client)].bytes += bytes
                return true
            }
            guard var held = holders[number], bytes <= share - held.bytes - held.beyond else { return false }
            if holders.keys.min() == number, bytes <= share - holders.values.reduce(0, { $0 + $1.beyond }) {
                held.beyond += bytes
            } else if budget.hasRoom(bytes, usingReserve: isSmall),
                holders.lazy.filter({ $0.value.client == client }).map(\.key).min() == number
            {
                budget.charge(bytes, to: client)
                held.bytes += bytes
            } else {
                return false
            }
            holders[number] = held
            return true
        }
    }

    /// Gives back all that a request holds.
    func release(_ number: UInt64) {
        holders.withLock { holders in
            guard let held = holders.removeValue(forKey: number) else { return }
            budget.give(held.bytes, of: held.client)
        }
    }
}
