import DatelineHTTP
import DatelineJSON
import DatelineTestSupport
import Testing

@Suite struct ContentTests {
    static let types: [(field: String?, status: Int)] = [
        (nil, 415), ("application/x-www-form-urlencoded", 415), ("multipart/form-data; boundary=x", 415), ("application/vnd.x+json", 415),
        ("application/json; charset=utf-16", 415), ("text/plain", 415), ("application/json, text/plain", 415), ("application", 415),
        ("application/json; charset=utf-8; charset=utf-8", 415), ("/json", 415), ("", 415),
        ("application/json", 201), ("application/JSON; charset=UTF-8", 201), ("application/json;", 201),
        ("Application/Json ; charset=\"utf-8\" ;", 201), ("application/json; a=\"b;c\"", 201),
    ]

    @Test(arguments: types) func contentType_acceptedOrRefused(field: String?, status: Int) async throws {
        let answer = try await exchange("POST", "/v1/articles", field.map { ["Content-Type: \($0)"] } ?? [], body: "{}")
        #expect(answer.status == status)
        if status == 415 { try expectProblem(answer, slug: "unsupported-media-type") }
    }

    @Test func contentCoding_is415() async throws {
        let fields = ["Content-Type: application/json", "Content-Encoding: gzip"]
        #expect(try await exchange("POST", "/v1/articles", fields, body: "{}").status == 415)
    }

    static let accepts: [(field: String?, status: Int, type: String)] = [
        (nil, 200, "application/json"), ("*/*", 200, "application/json"), ("image/png", 406, ""), (";;;", 200, "application/json"),
        ("application/x-ndjson", 200, "application/x-ndjson"), ("application/json;q=0.1, application/*;q=0.5", 200, "application/x-ndjson"),
        ("application/json;q=0", 406, ""), ("text/html, */*;q=0.1", 200, "application/json"),
        ("application/json;q=x", 200, "application/json"),
        (Array(repeating: "text/x", count: 700).joined(separator: ",") + ",application/json", 200, "application/json"),
    ]

    @Test(arguments: accepts) func accept_isNegotiatedAndLenientOnGarbage(field: String?, status: Int, type: String) async throws {
        let answer = try await exchange("GET", "/v1/form", field.map { ["Accept: \($0)"] } ?? [])
        #expect(answer.status == status)
        if status == 200 { #expect(answer.text == type) } else { try expectProblem(answer, slug: "not-acceptable") }
    }

    @Test(arguments: ["", " ", "{\"a\":1,}", "\u{0}"]) func body_notJSON_is400WithPlace(body: String) async throws {
        let answer = try await exchange("POST", "/v1/articles", ["Content-Type: application/json"], body: body)
        #expect(answer.status == 400)
        let problem = try expectProblem(answer, slug: "bad-request")
        #expect(problem["line"] == .number(JSONNumber(text: "1")))
    }

    @Test func body_inChunks_isReadWhole() async throws {
        let answer = try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", "/v1/echo", ["Transfer-Encoding: Chunked"]) + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")
            let first = try connection.answer()
            #expect(try connection.exchange("GET", "/livez").status == 200)
            return first
        }
        #expect(answer.text == "abcde")
    }

    @Test func expect100_onARouteThatReads_isContinued() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", "/v1/echo", ["Content-Length: 5", "Expect: 100-Continue"]))
            #expect(try connection.answer().status == 100)
            try connection.send("hello")
            let answer = try connection.answer()
            #expect(answer.status == 200)
            #expect(answer.text == "hello")
            #expect(try connection.exchange("GET", "/livez").status == 200)
        }
    }

    @Test(arguments: [
        ("/v1/articles", ["Content-Type: text/plain"], 5, 415), ("/v1/echo", [], 2 << 20, 413), ("/nowhere", [], 5, 404),
        ("/v1/echo", ["Origin: https://evil.example"], 5, 403),
    ])
    func expect100_onARefusal_getsTheFinalAnswerAtOnceAndTheEnd(target: String, fields: [String], length: Int, status: Int) async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", target, fields + ["Content-Length: \(length)", "Expect: 100-continue"]))
            let answer = try connection.answer()
            #expect(answer.status == status)
            #expect(answer["connection"] == "close")
            try connection.readToEnd()
        }
    }

    @Test func expect_anythingElse_is417() async throws {
        let answer = try await exchange("POST", "/v1/echo", ["Expect: 200-maybe"], body: "x")
        #expect(answer.status == 417)
        try expectProblem(answer, slug: "expectation-failed")
    }

    @Test func body_declaredTooLong_is413BeforeItIsReadAndTheConnectionEnds() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", "/v1/articles", ["Content-Type: application/json", "Content-Length: 200000000"]))
            let sent = connection.sendWhileTaken(Array(repeating: 0x20, count: 1 << 20), times: 200)
            #expect(sent < 64 << 20)
            let answer = try connection.answer()
            #expect(answer.status == 413)
            #expect(answer["connection"] == "close")
            try expectProblem(answer, slug: "content-too-large")
            try connection.readToEnd()
        }
    }

    @Test func body_inChunksTooLong_is413() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            let piece = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
            try connection.send(request("POST", "/v1/echo", ["Transfer-Encoding: chunked"]))
            _ = connection.sendWhileTaken(Array(piece.utf8), times: 18)
            #expect(try connection.answer().status == 413)
        }
    }

    @Test func body_unreadButShort_keepsTheConnection() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            #expect(try connection.exchange("POST", "/v1/unread", body: String(repeating: "x", count: 60_000)).status == 200)
            #expect(try connection.exchange("POST", "/v1/articles/x", body: "{}").status == 405)
            #expect(try connection.exchange("GET", "/livez").status == 200)
        }
    }

    @Test func bodies_moreThanAllMayHold_are503() async throws {
        var configuration = HTTPConfiguration()
        configuration.limits.bodyBytesInFlight = 1_000
        let answer = try await exchange("POST", "/v1/echo", body: String(repeating: "x", count: 1_001), configuration: configuration)
        #expect(answer.status == 503)
        #expect(answer["retry-after"] != nil)
        let problem = try expectProblem(answer, slug: "unavailable")
        #expect(problem["reason"] == .string("overloaded"))
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            for _ in 0..<20 {
                // What one request held is free again for the next.
                #expect(try connection.exchange("POST", "/v1/echo", body: String(repeating: "x", count: 900)).status == 200)
            }
        }
    }
}
