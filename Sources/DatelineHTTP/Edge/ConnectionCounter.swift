import Synchronization

/// How many connections are open; over the limit a few are still talked to.
final class ConnectionCounter: Sendable {
    enum Admission {
        case served
        /// Every request but the one for life signs is answered 503.
        case overCapacity
        /// Answered 503 and closed before anything is read.
        case refused
    }

    private let limit: Int
    private let reserve: Int
    private let open = Atomic(0)

    init(limit: Int, reserve: Int) {
        self.limit = limit
        self.reserve = reserve
    }

    /// Every call must be followed by one of ``leave()``.
    func enter() -> Admission {
        let count = open.add(1, ordering: .relaxed).newValue
        if count <= limit { return .served }
        return count <= limit + reserve ? .overCapacity : .refused
    }

    func leave() {
        open.subtract(1, ordering: .relaxed)
    }
}
