/// Wakes the one task that works in the background; several calls while it works count as one.
final class WorkSignal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func send() {
        continuation.yield()
    }

    /// - Returns: false when the task was cancelled.
    func wait() async -> Bool {
        for await _ in stream { return true }
        return false
    }
}
