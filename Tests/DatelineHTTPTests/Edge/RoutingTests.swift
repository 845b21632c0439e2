import DatelineHTTP
import Testing

@Suite struct RoutingTests {
    static let id = "018f0000-0000-7000-8000-000000000001"

    static let paths: [(target: String, status: Int)] = [
        ("/v1/articles", 200), ("/v1/articles?x=1", 200), ("/v1/articles/\(id)", 200), ("/v1/articles/facets", 200), ("/livez?", 200),
        ("/v1/articles/x", 404), ("/v1/articles/%2e%2e%2f..%2fetc", 404), ("//v1//articles", 404), ("/v1//articles", 404),
        ("/v1/articles/", 404), ("/V1/articles", 404), ("/v1/articles/\(id)%00", 404), ("/\\evil.com", 404), ("/%5cevil.com", 404),
        ("/", 404), ("/v1", 404), ("/v1/articles/\(id)/x", 404), ("//evil.com/v1/articles", 404), ("/v1/articles%2Ffacets", 404),
        ("/v1/../livez", 404), ("/v1/tags/%zz", 400), ("/v1/tags/%", 400), ("/v1/tags/%c0%af", 400), ("/v1/tags/%ff", 400),
    ]

    @Test(arguments: paths) func path_strictlyMatched(target: String, status: Int) async throws {
        let answer = try await exchange("GET", target)
        #expect(answer.status == status)
        #expect(answer["location"] == nil)
        if status >= 400 { try expectProblem(answer, slug: status == 404 ? "not-found" : "bad-request") }
    }

    @Test func parameter_isDecodedOnce() async throws {
        #expect(try await exchange("GET", "/v1/tags/%25C3%25A9").text == "%C3%A9")
        #expect(try await exchange("GET", "/v1/tags/%C3%A9%2F+").text == "é/+")
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "TRACE", "PROPFIND"]) func otherMethod_is405WithAllow(method: String) async throws {
        let answer = try await exchange(method, "/v1/articles/\(Self.id)")
        #expect(answer.status == 405)
        #expect(answer["allow"] == "GET, HEAD, DELETE, OPTIONS")
        try expectProblem(answer, slug: "method-not-allowed")
    }

    @Test func options_ofAPathAndOfAll_are204WithAllow() async throws {
        let one = try await exchange("OPTIONS", "/v1/articles")
        #expect(one.status == 204)
        #expect(one["allow"] == "GET, HEAD, POST, OPTIONS")
        let all = try await exchange("OPTIONS", "*")
        #expect(all.status == 204)
        #expect(all["allow"]?.contains("PATCH") == true)
        #expect(try await exchange("OPTIONS", "/nowhere").status == 404)
        #expect(try await exchange("GET", "*").status == 400)
    }

    @Test(arguments: ["/livez", "/v1/articles", "/v1/articles/\(id)", "/v1/articles/x", "/v1/fail/many"])
    func head_isGetWithoutContent(target: String) async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            let get = try connection.exchange("GET", target)
            let head = try connection.exchange("HEAD", target)
            #expect(head.status == get.status)
            #expect(head["content-length"] == get["content-length"])
            #expect(head["content-type"] == get["content-type"])
            // Whatever came of a content would stand before this answer.
            #expect(try connection.exchange("GET", "/livez").text == "ok")
        }
    }

    @Test func head_ofAStream_keepsTheConnectionInOrder() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            #expect(try connection.exchange("GET", "/v1/stream").text == "line\nline\nline\n")
            let head = try connection.exchange("HEAD", "/v1/stream")
            #expect(head.status == 200)
            #expect(head["content-length"] == nil)
            #expect(try connection.exchange("GET", "/livez").text == "ok")
        }
    }

    @Test func target_of8193Bytes_is414() async throws {
        let fits = "/livez?" + String(repeating: "a", count: 8_192 - 7)
        #expect(try await exchange("GET", fits).status == 200)
        let answer = try await exchange("GET", fits + "a")
        #expect(answer.status == 414)
        try expectProblem(answer, slug: "uri-too-long")
    }

    @Test func forwardedAndOverridingFields_haveNoEffect() async throws {
        let answer = try await exchange(
            "GET", "/v1/articles/\(Self.id)",
            ["X-Forwarded-For: 1.2.3.4", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-HTTP-Method-Override: DELETE"])
        #expect(answer.status == 200)
        #expect(answer.text == Self.id)
    }
}
