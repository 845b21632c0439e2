import Synchronization

/// Bytes that requests may hold: all together, and those of each client.
final class ByteBudget: Sendable {
    private struct State {
        var used = 0
        /// Of those who hold any.
        var clients: [String: Int] = [:]
    }

    private let limit: Int
    private let share: Int
    private let reserve: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - share: the most that one client holds, so that it can't have everything.
    ///   - reserve: the last part of the limit, left to who may use it.
    init(limit: Int, share: Int, reserve: Int = 0) {
        self.limit = limit
        self.share = share
        self.reserve = reserve
    }

    /// What is taken now, in bytes.
    var used: Int { state.withLock { $0.used } }

    /// - Returns: false if there is no room; nothing is taken then.
    func take(_ bytes: Int, for client: String, usingReserve: Bool = false) -> Bool {
        state.withLock { state in
            let ofClient = state.clients[client, default: 0]
            guard bytes <= share - ofClient, bytes <= limit - (usingReserve ? 0 : reserve) - state.used else { return false }
            state.used += bytes
            state.clients[client] = ofClient + bytes
            return true
        }
    }

    /// Whether all together leave so much.
    func hasRoom(_ bytes: Int, usingReserve: Bool) -> Bool { state.withLock { bytes <= limit - (usingReserve ? 0 : reserve) - $0.used } }

    /// Whether a client may take anything at all.
    func hasRoom(for client: String) -> Bool {
        state.withLock { $0.used < limit && $0.clients[client, default: 0] < share }
    }

    /// Takes room whether there is any or not.
    func charge(_ bytes: Int, to client: String) {
        state.withLock { state in
            state.used += bytes
            state.clients[client, default: 0] += bytes
        }
    }

    /// Gives back what ``take(_:for:usingReserve:)`` took.
    func give(_ bytes: Int, of client: String) {
        state.withLock { state in
            state.used -= bytes
            let left = state.clients[client, default: 0] - bytes
            state.clients[client] = left > 0 ? left : nil
        }
    }
}
