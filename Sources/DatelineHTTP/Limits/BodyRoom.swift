import Synchronization

/// The room that requests' contents take from when they arrive until they are answered.
///
/// Many that arrive at the same pace would fill it before any of them is whole, and then all be refused. So whoever came first may go on
/// although there is no room: one request of all, and one of each client as long as only that client's share is used up.
final class BodyRoom: Sendable {
    private struct Held {
        let client: String
        var bytes = 0
    }

    private let budget: ByteBudget
    private let share: Int
    /// By the requests' numbers.
    private let holders = Mutex<[UInt64: Held]>([:])

    /// - Parameters:
    ///   - limit: bytes, of all together; one content may go beyond it.
    ///   - share: the most that one client holds, and that one content may have.
    ///   - reserve: the last part of the limit, left to what is small.
    init(limit: Int, share: Int, reserve: Int) {
        budget = ByteBudget(limit: limit, share: share, reserve: reserve)
        self.share = share
    }

    /// - Parameters:
    ///   - number: the request's; earlier requests have smaller ones.
    ///   - client: the same each time: whose request it is.
    /// - Returns: false if there is no room; nothing is taken then.
    func take(_ bytes: Int, for number: UInt64, of client: String, isSmall: Bool) -> Bool {
        holders.withLock { holders in
            if !budget.take(bytes, for: client, usingReserve: isSmall) {
                guard let held = holders[number], bytes <= share - held.bytes, isNext(number, of: client, among: holders) else {
                    return false
                }
                budget.charge(bytes, to: client)
            }
            holders[number, default: Held(client: client)].bytes += bytes
            return true
        }
    }

    /// What is held now, in bytes.
    var used: Int { budget.used }

    private func isNext(_ number: UInt64, of client: String, among holders: [UInt64: Held]) -> Bool {
        if holders.keys.min() == number { return true }
        return budget.hasRoom && holders.lazy.filter { $0.value.client == client }.map(\.key).min() == number
    }

    /// Gives back all that a request holds.
    func release(_ number: UInt64) {
        holders.withLock { holders in
            guard let held = holders.removeValue(forKey: number) else { return }
            budget.give(held.bytes, of: held.client)
        }
    }
}
