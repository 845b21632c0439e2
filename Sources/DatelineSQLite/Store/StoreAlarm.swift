public import DatelineModels

/// Tells one who waits that a store can't be trusted any more: it refuses every further write, and only opening it anew helps.
public final class StoreAlarm: Sendable {
    private let causes: AsyncStream<RepositoryError>
    private let continuation: AsyncStream<RepositoryError>.Continuation

    init() {
        (causes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    func ring(_ cause: RepositoryError) {
        continuation.yield(cause)
    }

    /// - Returns: why; nil when the task was cancelled.
    public func wait() async -> RepositoryError? {
        for await cause in causes { return cause }
        return nil
    }
}
