import DatelineJSON
import DatelineModels
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A collection on its way out: one page as JSON, or all matches as NDJSON.
struct Listing<Item: Sendable>: Sendable {
    /// The parameters as sent, for the link to the next page.
    let query: QueryString
    let page: PageRequest
    /// The parameter that carries on, and its value for the page after this one.
    let nextParameter: String
    let next: @Sendable (PageKey) -> String
    let fetch: @Sendable (PageRequest) async throws(RepositoryError) -> Page<Item>
    let write: @Sendable (inout JSONWriter, Item) -> Void

    /// Items read at once while streaming.
    static var streamedPage: Int { 200 }

    init(
        query: QueryString, page: PageRequest, nextParameter: String, next: @escaping @Sendable (PageKey) -> String,
        fetch: @escaping @Sendable (PageRequest) async throws(RepositoryError) -> Page<Item>,
        write: @escaping @Sendable (inout JSONWriter, Item) -> Void
    ) {
        self.query = query
        self.page = page
        self.nextParameter = nextParameter
        self.next = next
        self.fetch = fetch
        self.write = write
    }

    /// A page of this kind is found by an opaque cursor.
    init(
        query: QueryString, page: PageRequest, scope: Cursor.Scope,
        fetch: @escaping @Sendable (PageRequest) async throws(RepositoryError) -> Page<Item>,
        write: @escaping @Sendable (inout JSONWriter, Item) -> Void
    ) {
        self.init(query: query, page: page, nextParameter: "cursor", next: { Cursor.encode($0, scope: scope) }, fetch: fetch, write: write)
    }

    func answer(_ call: Call) async throws -> Response {
        if call.accepted == .ndjson { return try await stream(call) }
        let result = try await call.read(isHeavy: isHeavy) { () async throws(RepositoryError) in try await fetch(page) }
        let cursor = result.next.map(next)
        var headers: [(String, String)] = []
        if let cursor { headers.append(("Link", Self.link(call.request.uri.path, query, nextParameter, cursor))) }
        return .json(headers: headers) { writer in
            writer.beginObject()
            writer.key("items")
            writer.beginArray()
            for item in result.items { write(&writer, item) }
            writer.endArray()
            writer.member("nextCursor", string: cursor)
            if let total = result.total { writer.member("total", integer: total) }
            writer.endObject()
        }
    }

    /// Every match from the cursor on, a page at a time and never more than that in memory. The first is read before anything is sent, so
    /// that what is wrong with the request or the store can still be told; an error later ends the stream unfinished.
    private func stream(_ call: Call) async throws -> Response {
        var request = page
        request.limit = Self.streamedPage
        request.counts = false
        let lines = Lines(try await turn(call, request), write)
        let first = FirstPart(lines, try call.context.workplace.answers.take(lines.buffer.readableBytes, for: call.context.client))
        return Response(
            status: .ok, headers: [.contentType: ContentType.ndjson.description],
            body: .init { [request] output in
                var request = request
                request.after = try await first.send(on: call.context.channel, to: &output)
                while request.after != nil { request.after = try await sendPage(request, call, to: &output) }
                try await output.finish(nil)
            })
    }

    /// A page of a stream as it is sent.
    private struct Lines: Sendable {
        let buffer: ByteBuffer
        let next: PageKey?

        init(_ page: Page<Item>, _ write: (inout JSONWriter, Item) -> Void) {
            var writer = JSONWriter(capacity: 64 << 10)
            for item in page.items {
                write(&writer, item)
                writer.endLine()
            }
            buffer = ByteBuffer(bytes: writer.bytes)
            next = page.next
        }
    }

    /// A page of a stream, when its turn has come: between pages, while the client reads, nothing is held.
    private func turn(_ call: Call, _ request: PageRequest) async throws(RepositoryError) -> Page<Item> {
        try await call.read(isHeavy: true) { () async throws(RepositoryError) in try await fetch(request) }
    }

    /// Full text and totals may go through everything there is.
    private var isHeavy: Bool { page.counts || query.items.contains { $0.name == "q" } }

    /// The page that was read before the answer began; it is let go of once it is sent, however long the answer still takes.
    private final class FirstPart: Sendable {
        private let part: Mutex<(lines: Lines, hold: AnswerRoom.Hold?)?>

        init(_ lines: Lines, _ hold: AnswerRoom.Hold?) {
            part = Mutex((lines, hold))
        }

        /// - Returns: where the next page begins.
        func send(on channel: any Channel, to output: inout any ResponseBodyWriter) async throws -> PageKey? {
            let part = part.withLock { part in
                defer { part = nil }
                return part
            }
            guard let part else { return nil }
            try await AnswerRoom.send(part.lines.buffer, on: channel, to: &output)
            return withExtendedLifetime(part.hold) { part.lines.next }
        }
    }

    /// - Returns: where the next one begins.
    private func sendPage(_ request: PageRequest, _ call: Call, to output: inout any ResponseBodyWriter) async throws -> PageKey? {
        // Before it is read, so that pages which wait for room hold none.
        let hold = try await call.context.workplace.answers.wait(PageRequest.enoughBytes, for: call.context.client)
        let lines = Lines(try await turn(call, request), write)
        hold?.settle(at: lines.buffer.readableBytes)
        try await AnswerRoom.send(lines.buffer, on: call.context.channel, to: &output)
        return withExtendedLifetime(hold) { lines.next }
    }

    /// RFC 8288; the target keeps every parameter.
    static func link(_ path: String, _ query: QueryString, _ parameter: String, _ cursor: String) -> String {
        "<\(path)?\(query.replacing([parameter], with: [.init(name: parameter, value: cursor)]).encoded)>; rel=\"next\""
    }
}
