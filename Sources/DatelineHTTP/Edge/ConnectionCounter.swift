import Synchronization

/// How many connections are open, and of whom; over the limit a few are still talked to.
final class ConnectionCounter: Sendable {
    enum Admission {
        case served
        /// Every request but the one for life signs is answered 503.
        case overCapacity
        /// Answered 503 and closed before anything is read.
        case refused
    }

    private struct State {
        var open = 0
        var clients: [String: Int] = [:]
    }

    private let limit: Int
    private let reserve: Int
    private let perClient: Int
    private let state = Mutex(State())

    init(limit: Int, reserve: Int, perClient: Int) {
        self.limit = limit
        self.reserve = reserve
        self.perClient = perClient
    }

    var count: Int { state.withLock { $0.open } }

    /// Every call must be followed by one of ``leave(_:)``.
    /// - Parameter client: its address; nil where it is unknown.
    func enter(_ client: String?) -> Admission {
        state.withLock { state in
            state.open += 1
            var ofClient = 0
            if let client {
                ofClient = state.clients[client, default: 0] + 1
                state.clients[client] = ofClient
            }
            if ofClient > perClient { return .refused }
            if state.open <= limit { return .served }
            return state.open <= limit + reserve ? .overCapacity : .refused
        }
    }

    func leave(_ client: String?) {
        state.withLock { state in
            state.open -= 1
            guard let client, let count = state.clients[client] else { return }
            state.clients[client] = count == 1 ? nil : count - 1
        }
    }
}
