import DatelineModels
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Bounds what answers hold in memory while clients take them at their own pace.
struct AnswerRoom: Sendable {
    /// What a connection's own buffers hold anyway.
    private static let piece = 64 << 10

    /// Room taken for as long as this lives.
    final class Hold: Sendable {
        private let bytes: Mutex<Int>
        private let client: String
        private let budget: ByteBudget

        fileprivate init(_ bytes: Int, _ client: String, _ budget: ByteBudget) {
            self.bytes = Mutex(bytes)
            self.client = client
            self.budget = budget
        }

        deinit { budget.give(bytes.withLock { $0 }, of: client) }

        /// What was taken for something of unknown size is as much as that has come to.
        func settle(at size: Int) {
            let difference = bytes.withLock { bytes in
                defer { bytes = size }
                return size - bytes
            }
            if difference > 0 { budget.charge(difference, to: client) } else { budget.give(-difference, of: client) }
        }
    }

    private let budget: ByteBudget
    private let patience: Duration

    /// - Parameters:
    ///   - patience: how long a part of an answer that has begun may wait for room.
    init(budget: ByteBudget, patience: Duration) {
        self.budget = budget
        self.patience = patience
    }

    var used: Int { budget.used }

    /// - Throws: 503 where there is no room. What fits into a connection's buffers needs none.
    func take(_ bytes: Int, for client: String) throws(Problem) -> Hold? {
        guard bytes > Self.piece else { return nil }
        guard budget.take(bytes, for: client) else { throw Problem.unavailable(.overloaded, retryAfter: 1) }
        return Hold(bytes, client, budget)
    }

    /// The same for the next part of an answer that has begun: waits for room for a while.
    func wait(_ bytes: Int, for client: String) async throws -> Hold? {
        let deadline = ContinuousClock.now + patience
        while true {
            do throws(Problem) {
                return try take(bytes, for: client)
            } catch {
                guard ContinuousClock.now < deadline else { throw error }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    /// Refuses work whose answer would find no room; done, it has to be told.
    func refuseWhenFull(for client: String) throws(Problem) {
        guard budget.hasRoom(for: client) else { throw Problem.unavailable(.overloaded, retryAfter: 1) }
    }

    /// The answer in a form that holds its room until it is sent.
    /// - Parameters:
    ///   - channel: on which it is sent.
    ///   - isDone: whether something was changed, so that it has to be told even if there is no room.
    func held(_ response: Response, for client: String, on channel: any Channel, isDone: Bool) throws(Problem) -> Response {
        guard let bytes = response.body.contentLength, bytes > Self.piece else { return response }
        let hold: Hold?
        if isDone {
            budget.charge(bytes, to: client)
            hold = Hold(bytes, client, budget)
        } else {
            hold = try take(bytes, for: client)
        }
        let body = response.body
        var response = response
        response.body = ResponseBody(contentLength: bytes) { writer in
            defer { withExtendedLifetime(hold) {} }
            try await body.write(Pieces(base: writer, channel: channel))
        }
        return response
    }

    /// Sends bytes piece by piece. Each is copied: a part of a buffer would hold all of it, and the last one may lie with the connection
    /// long after the room is free again.
    static func send(_ buffer: ByteBuffer, on channel: any Channel, to output: inout any ResponseBodyWriter) async throws {
        var rest = buffer
        while let part = rest.readSlice(length: min(piece, rest.readableBytes)), part.readableBytes > 0 {
            try await output.write(ByteBuffer(buffer: part))
            // A piece that was handed over may not have come to the connection yet, and that is what says that it takes no more for now.
            try await channel.eventLoop.submit {}.get()
        }
    }

    private struct Pieces: ResponseBodyWriter {
        var base: any ResponseBodyWriter
        let channel: any Channel

        mutating func write(_ buffer: ByteBuffer) async throws {
            try await AnswerRoom.send(buffer, on: channel, to: &base)
        }

        consuming func finish(_ trailers: HTTPFields?) async throws {
            try await base.finish(trailers)
        }
    }
}
