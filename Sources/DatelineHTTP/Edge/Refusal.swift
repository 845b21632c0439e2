import Foundation
import NIOCore

/// Why a connection isn't set up: it is one too many, and was told so.
struct Refusal: Error {
    private static let text = Array(
        "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 1\r\n\r\n".utf8)

    /// Answers 503 on the bare socket, before anything is set up that serves one, and closes: the refused must not cost those who are
    /// served. To be called on the connection's event loop.
    ///
    /// - Parameter linger: how long the client has to read that; closing at once could take it away again (RFC 9112 §9.6).
    /// - Parameter isFlooded: closes at once, as descriptors would run out.
    static func answer(_ channel: any Channel, linger: Duration, isFlooded: Bool) {
        try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: CInt.self) { socket in
            _ = send(socket, text, text.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            shutdown(socket, Int32(SHUT_WR))
            discard(socket)
        }
        guard !isFlooded else { return channel.close(promise: nil) }
        channel.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(linger)) {
            try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: CInt.self) { discard($0) }
            channel.close(promise: nil)
        }
    }

    /// What the client has sent: with that unread the kernel would reset the connection.
    private static func discard(_ socket: CInt) {
        withUnsafeTemporaryAllocation(byteCount: 16384, alignment: 1) { buffer in
            _ = recv(socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
        }
    }
}
