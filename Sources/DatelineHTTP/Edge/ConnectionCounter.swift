import Synchronization

/// How many connections are open, and of whom; over a limit a few are still talked to.
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
        var served = 0
        var overCapacity = 0
        var clients: [String: Int] = [:]
    }

    /// Who has no more connections than this isn't whoever keeps all others busy.
    private static let few = 4

    /// Refused ones that are left open until their client has read why.
    private static let lingering = 64

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

    /// So many are being refused that each has to go at once.
    var isFlooded: Bool { state.withLock { $0.open - $0.served - $0.overCapacity > Self.lingering } }

    /// Every call must be followed by one of ``leave(_:_:)``.
    /// - Parameter client: its address; nil where it is unknown.
    func enter(_ client: String?) -> Admission {
        state.withLock { state in
            state.open += 1
            // Who was refused holds nothing, and soon goes.
            let ofClient = client.map { state.clients[$0, default: 0] + 1 } ?? 0
            let admission: Admission
            if state.served < limit, ofClient <= perClient {
                state.served += 1
                admission = .served
            } else {
                // Those who hold the others would soon hold these as well; so half of these are for whoever has few.
                guard state.overCapacity < (ofClient <= Self.few ? reserve : reserve / 2) else { return .refused }
                state.overCapacity += 1
                admission = .overCapacity
            }
            if let client { state.clients[client] = ofClient }
            return admission
        }
    }

    /// - Parameter admission: what ``enter(_:)`` gave.
    func leave(_ client: String?, _ admission: Admission) {
        state.withLock { state in
            state.open -= 1
            switch admission {
            case .served: state.served -= 1
            case .overCapacity: state.overCapacity -= 1
            case .refused: return
            }
            guard let client, let count = state.clients[client] else { return }
            state.clients[client] = count == 1 ? nil : count - 1
        }
    }
}
