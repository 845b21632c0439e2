import HummingbirdCore
import NIOCore
import Synchronization

/// A connection that is set up, on its way to who serves it.
///
/// One that comes while the server stops is let go of on that way. NIO ends the whole program where its `NIOAsyncChannel` is let go of
/// without having been ended ("Deinited NIOAsyncWriter without calling finish()"): this ends it, and with it the connection.
final class AcceptedConnection: ServerChildChannelValue {
    private let stream: HTTP1Channel.Value
    private let isTaken = Atomic(false)

    init(_ stream: HTTP1Channel.Value) {
        self.stream = stream
    }

    var channel: any Channel { stream.channel }

    /// For who ends it after use.
    func take() -> HTTP1Channel.Value {
        isTaken.store(true, ordering: .releasing)
        return stream
    }

    deinit {
        guard !isTaken.load(ordering: .acquiring) else { return }
        let stream = stream
        Task { try? await stream.executeThenClose { _, _ in } }
    }
}
