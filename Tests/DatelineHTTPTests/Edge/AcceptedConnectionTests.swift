import DatelineModels
import DatelineTestSupport
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import DatelineHTTP

@Suite struct AcceptedConnectionTests {
    /// As where the server stops between the setting up of a connection and its serving: NIO would end the program.
    @Test(.timeLimit(.untilHung)) func letGoOfUnserved_isClosed() async throws {
        let channel = NIOAsyncTestingChannel()
        let edge = EdgeChannel(
            responder: { _, _, _ in }, configuration: HTTPConfiguration(), counts: ConnectionCounter(limit: 1, reserve: 0, perClient: 1))
        _ = try await channel.eventLoop.flatSubmit { edge.setup(channel: channel, logger: .silent) }.get()
        try await channel.closeFuture.get()
        #expect(edge.counter.count == 0)
    }
}
