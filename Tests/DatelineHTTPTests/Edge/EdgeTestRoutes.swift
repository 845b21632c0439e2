import DatelineJSON
import DatelineModels
import Hummingbird

@testable import DatelineHTTP

/// A few routes of every kind the edge has to deal with.
func edgeTestRoutes() -> RouteTable {
    var table = RouteTable()
    table.get("/livez", scope: .open) { _, _ in text("ok") }
    table.get("/v1/articles") { _, _ in text("list") }
    table.post("/v1/articles") { request, context in
        _ = try ContentType.required(in: request.headers, oneOf: [.json])
        _ = try await readJSON(request, limit: 1 << 20, context: context)
        return Response(status: .created)
    }
    table.get("/v1/articles/facets") { _, _ in text("facets") }
    table.get("/v1/articles/{id}") { _, context in
        guard ResourceID(context.pathParameter("id")) != nil else { throw RepositoryError.notFound }
        return text(context.pathParameter("id"))
    }
    table.delete("/v1/articles/{id}") { _, _ in Response(status: .noContent) }
    table.get("/v1/tags/{name}") { _, context in text(context.pathParameter("name")) }
    table.get("/v1/stream") { _, _ in
        Response(
            status: .ok,
            body: ResponseBody { writer in
                for _ in 0..<3 { try await writer.write(ByteBuffer(string: "line\n")) }
                try await writer.finish(nil)
            })
    }
    table.get("/v1/huge") { _, context in
        Response(
            status: .ok,
            body: ResponseBody { writer in
                let piece = ByteBuffer(repeating: 0x61, count: 64 << 10)
                for _ in 0..<4_000 { try await AnswerRoom.send(piece, on: context.channel, to: &writer) }
                try await writer.finish(nil)
            })
    }
    table.get("/v1/sleep") { _, _ in
        try await Task.sleep(for: .seconds(3600))
        return text("awake")
    }
    table.get("/v1/form") { request, _ in
        text(try ContentType.negotiated(in: request.headers, offers: [.json, .ndjson]).description)
    }
    table.post("/v1/echo") { request, context in
        text(String(decoding: try await readBody(request, limit: 1 << 20, context: context), as: UTF8.self))
    }
    table.post("/v1/count") { request, context in
        var count = 0
        for try await chunk in try readChunks(request, limit: 4 << 20, context: context) { count += chunk.readableBytes }
        return text("\(count)")
    }
    for (path, isChange) in [("/v1/long/change", true), ("/v1/long/preview", false)] {
        table.on(.post, path, isChange: isChange) { _, _ in text(String(repeating: "a", count: 8 << 20)) }
    }
    table.post("/v1/unread") { _, _ in text("unread") }
    table.get("/v1/fail/{how}") { _, context in throw failure(context.pathParameter("how")) }
    return table
}

private func text(_ text: String) -> Response {
    Response(status: .ok, headers: [.contentType: "text/plain"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}

struct Unforeseen: Error {
    let secret = "SELECT secret FROM vault"
}

private func failure(_ how: String) -> any Error {
    switch how {
    case "disk": RepositoryError.unavailable(.diskFull, cause: "ENOSPC at /var/lib")
    case "conflict": RepositoryError.conflict(existing: ResourceID(high: 1, low: 2), detail: "The URL is taken.")
    case "many":
        ValidationError(faults: (0..<100).map { Fault(pointer: "/tags/\($0)", .empty, "A tag is empty.") }, count: 5_000)
    case "parameters": Problem.badParameters([Fault(.parameter("limit"), .outOfRange, "limit is 1 to 200.")])
    case "timeout": RepositoryError.timeout
    case "framework": HTTPError(.notFound, message: "whatever")
    default: Unforeseen()
    }
}
