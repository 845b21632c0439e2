public import DatelineModels

/// Tells one who waits that a store can't be trusted any more: it refuses every further write, and only opening it anew helps.
public final class StoreAlarm: Sendable {
    /// Why it rings.
    public struct Cause: Sendable {
        public let error: RepositoryError
        /// The database is known to be broken: opening it anew doesn't help either.
        public let isDamage: Bool
    }

    private let causes: AsyncStream<Cause>
    private let continuation: AsyncStream<Cause>.Continuation

    init() {
        (causes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    func ring(_ cause: Cause) {
        continuation.yield(cause)
    }

    /// - Returns: why; nil when the task was cancelled.
    public func wait() async -> Cause? {
        for await cause in causes { return cause }
        return nil
    }
}
