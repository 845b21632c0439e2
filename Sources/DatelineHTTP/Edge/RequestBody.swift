public import DatelineJSON
import DatelineModels
public import Hummingbird
public import NIOCore

/// Reads the whole content of a request.
/// - Parameter limit: bytes.
/// - Throws: ``Problem``: 413 beyond the limit, before anything is read where the length was declared; 408 if it comes
///   too slowly, 400 if it ends early, 503 if all requests together hold too much.
public func readBody(_ request: Request, limit: Int, context: DatelineRequestContext) async throws -> [UInt8] {
    let declared = try declaredLength(of: request, limit: limit)
    let reserve = reservation(declared ?? limit, context)
    var bytes: [UInt8] = []
    // What is only announced takes no room: it may come slowly, or never.
    bytes.reserveCapacity(min(declared ?? 0, 1 << 20))
    for try await chunk in try chunks(request, limit: limit, context: context) {
        try reserve(chunk.readableBytes)
        bytes.append(contentsOf: chunk.readableBytesView)
    }
    if let declared, declared != bytes.count { throw Problem(.badRequest, "The content ended early.") }
    return bytes
}

/// Reads the content of a request as one JSON document.
/// - Throws: ``Problem``: as ``readBody(_:limit:context:)``, and 400 if it isn't JSON.
public func readJSON(
    _ request: Request, limit: Int, context: DatelineRequestContext, limits: JSONLimits = .standard
) async throws -> JSONValue {
    let bytes = try await readBody(request, limit: limit, context: context)
    do throws(JSONError) {
        return try JSONReader.read(bytes, limits: limits)
    } catch {
        throw Problem(error)
    }
}

/// The content of a request as it arrives, without holding it.
/// - Parameter limit: bytes.
/// - Throws: ``Problem``: 413 at once where the declared length is beyond the limit, 503 if there is too much going on;
///   the sequence itself throws the rest.
public func readChunks(_ request: Request, limit: Int, context: DatelineRequestContext) throws -> BodyChunks {
    let chunks = try chunks(request, limit: limit, context: context)
    let most = min(try declaredLength(of: request, limit: limit) ?? limit, 1 << 20)
    try reservation(most, context)(most)
    return chunks
}

private func chunks(_ request: Request, limit: Int, context: DatelineRequestContext) throws -> BodyChunks {
    _ = try declaredLength(of: request, limit: limit)
    if request.headers.contains(.expect) {
        context.channel.triggerUserOutboundEvent(ConnectionGuard.WillReadBody(), promise: nil)
    }
    return BodyChunks(body: request.body, limit: limit)
}

private func declaredLength(of request: Request, limit: Int) throws -> Int? {
    guard let text = request.headers[.contentLength] else { return nil }
    guard let length = Int(text) else { throw Problem(.badRequest, "Content-Length is not a number.") }
    if length > limit { throw contentTooLarge(limit) }
    return length
}

/// Takes room for bytes as they come.
/// - Parameter most: how many there can be; few may use the room that is kept for such.
private func reservation(_ most: Int, _ context: DatelineRequestContext) -> (Int) throws -> Void {
    let isSmall = most <= context.workplace.limits.smallBytes
    let client = context.client
    return { bytes in
        guard context.workplace.bodies.take(bytes, for: context.number, of: client, isSmall: isSmall) else {
            throw Problem.unavailable(.overloaded, retryAfter: 1)
        }
    }
}

private func contentTooLarge(_ limit: Int) -> Problem {
    Problem(.contentTooLarge, "The content may have at most \(limit) bytes here.")
}

/// A request's content, piece by piece, counted.
public struct BodyChunks: AsyncSequence {
    public typealias Element = ByteBuffer

    let body: RequestBody
    let limit: Int

    public struct AsyncIterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        var left: Int
        let limit: Int

        /// - Throws: ``Problem``: 413, 408 or 400.
        public mutating func next() async throws -> ByteBuffer? {
            let chunk: ByteBuffer?
            do {
                chunk = try await base.next()
            } catch {
                throw Problem(error)
            }
            guard let chunk else {
                // A stopping server ends the content early without an error.
                if Task.isCancelled { throw Problem.unavailable(.shuttingDown, retryAfter: 5) }
                return nil
            }
            left -= chunk.readableBytes
            if left < 0 { throw contentTooLarge(limit) }
            return chunk
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: body.makeAsyncIterator(), left: limit, limit: limit)
    }
}
