import DatelineHTTP

/// One request on a connection of its own against the edge's test routes.
/// - Parameters:
///   - fields: header fields beside `Host`; `Content-Length` is added where there is a body.
func exchange(
    _ method: String, _ target: String, _ fields: [String] = [], body: String? = nil,
    configuration: HTTPConfiguration = HTTPConfiguration()
) async throws -> RawAnswer {
    try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
        try RawConnection(port: port).exchange(method, target, fields, body: body)
    }
}

extension RawConnection {
    func exchange(_ method: String, _ target: String, _ fields: [String] = [], body: String? = nil) throws -> RawAnswer {
        try send(request(method, target, fields, body: body))
        return try answer(isHead: method == "HEAD")
    }
}

func request(_ method: String, _ target: String, _ fields: [String] = [], body: String? = nil) -> String {
    var lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:8080"] + fields
    if let body { lines.append("Content-Length: \(body.utf8.count)") }
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
}
