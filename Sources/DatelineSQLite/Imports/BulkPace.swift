import Synchronization

/// How much fits into one transaction of bulk work, learned from those before: while it runs, clients' writes wait.
final class BulkPace: Sendable {
    /// With what a client's own write takes, a client waits no longer than a quarter of a second for nearly all of its writes.
    static let goal = Duration.milliseconds(100)
    static let leastWeight = 16 * 1024
    static let greatestWeight = 8 * 1024 * 1024

    /// Nanoseconds for each unit of weight.
    private let cost = Mutex<Double>(100)

    var weight: Int {
        let goal = Double(Self.goal.nanoseconds)
        return cost.withLock { min(max(Int(goal / $0), Self.leastWeight), Self.greatestWeight) }
    }

    /// Learns from a transaction, slowly: one that was held up by something else says little of the next.
    func note(weight: Int, _ duration: Duration) {
        // Of a small one nearly all is the sync, which says nothing of large ones.
        guard weight > 0, weight * 2 >= self.weight || duration > Self.goal else { return }
        let measured = Double(duration.nanoseconds) / Double(weight)
        cost.withLock { $0 += (measured - $0) * 0.25 }
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
