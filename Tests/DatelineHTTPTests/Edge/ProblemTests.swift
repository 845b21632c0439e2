import DatelineHTTP
import DatelineJSON
import HTTPTypes
import Logging
import Testing

@Suite struct ProblemTests {
    static let failures: [(how: String, status: Int, slug: String)] = [
        ("disk", 503, "unavailable"), ("conflict", 409, "conflict"), ("many", 422, "validation"), ("parameters", 400, "bad-request"),
        ("timeout", 504, "timeout"), ("framework", 404, "not-found"), ("unforeseen", 503, "unavailable"),
    ]

    @Test(arguments: failures) func thrownError_isRenderedAsProblem(how: String, status: Int, slug: String) async throws {
        let answer = try await exchange("GET", "/v1/fail/\(how)")
        #expect(answer.status == status)
        let problem = try expectProblem(answer, slug: slug)
        #expect(problem["instance"] == .string("/v1/fail/\(how)"))
        if status == 503 { #expect(answer["retry-after"] == "30") }
    }

    @Test func cause_goesToTheLogOnly() async throws {
        let lines = LogLines()
        let answer = try await withServer(routes: edgeTestRoutes(), logger: .recording(into: lines)) { port in
            try RawConnection(port: port).exchange("GET", "/v1/fail/unforeseen")
        }
        #expect(!answer.text.contains("SELECT") && !answer.text.contains("Unforeseen"))
        #expect(lines.all.contains { $0.level == .error && $0.text.contains("SELECT secret") })
    }

    @Test func clientsFaults_areNotErrorsInTheLog() async throws {
        let lines = LogLines()
        try await withServer(routes: edgeTestRoutes(), logger: .recording(into: lines)) { port in
            let connection = try RawConnection(port: port)
            for target in ["/v1/fail/many", "/nowhere", "/v1/tags/%ff", "/v1/tags/%0a%1b[31m", "/v1/articles/x"] {
                _ = try connection.exchange("GET", target, ["X-A: r\u{E9}d"])
            }
            _ = try connection.exchange("POST", "/v1/articles", ["Content-Type: application/json"], body: "{")
            let broken = try RawConnection(port: port)
            try broken.send("nonsense\r\n\r\n")
            _ = try broken.answer()
            // Before the server is stopped, which is not the clients' doing.
            #expect(lines.all.filter { $0.level >= .error }.map(\.text) == [])
            #expect(lines.all.contains { $0.text.contains("GET /v1/tags/%ff 400") })
            #expect(!lines.all.contains { $0.text.unicodeScalars.contains { $0.value < 0x20 || $0.value > 0x7E } })
        }
    }

    @Test func bytesThatAreNotUTF8_inAField_areHarmless() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(Array("GET /livez HTTP/1.1\r\nHost: localhost\r\nX-A: ".utf8) + [0xFF, 0xFE] + Array("\r\n\r\n".utf8))
            #expect(try connection.answer().status == 200)
        }
    }

    @Test func manyFaults_areCutAt100AndCounted() async throws {
        let problem = try expectProblem(try await exchange("GET", "/v1/fail/many"), slug: "validation")
        #expect(problem["errorCount"] == .number(JSONNumber(text: "5000")))
        guard case .array(let errors) = problem["errors"], case .object(let first) = errors.first else {
            Issue.record("no errors")
            return
        }
        #expect(errors.count == 100)
        #expect(first.members.map(\.name) == ["pointer", "code", "detail"])
    }

    @Test func existingAndParameter_areNamed() async throws {
        let conflict = try expectProblem(try await exchange("GET", "/v1/fail/conflict"), slug: "conflict")
        #expect(conflict["existing"] == .string("00000000-0000-0001-0000-000000000002"))
        let parameters = try expectProblem(try await exchange("GET", "/v1/fail/parameters"), slug: "bad-request")
        guard case .array(let errors) = parameters["errors"], case .object(let first) = errors.first else {
            Issue.record("no errors")
            return
        }
        #expect(first["parameter"] == .string("limit"))
    }

    @Test func everySlug_hasStatusTitleAndExplanation() {
        for slug in Problem.Slug.allCases {
            #expect((400...504).contains(slug.status.code))
            #expect(!slug.title.isEmpty && slug.explanation.hasSuffix("."))
        }
    }

    @Test(arguments: ["/livez", "/nowhere", "/v1/stream"]) func everyAnswer_hasTheSecurityFields(target: String) async throws {
        let answer = try await exchange("GET", target)
        #expect(answer["x-content-type-options"] == "nosniff")
        #expect(answer["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox")
        #expect(answer["cache-control"] == "no-store")
        #expect(answer["referrer-policy"] == "no-referrer")
        #expect(answer["server"] == nil)
        #expect(answer["x-request-id"]?.isEmpty == false)
    }

    @Test func requestID_saneIsKeptElseReplaced() async throws {
        #expect(try await exchange("GET", "/livez", ["X-Request-Id: job-7:a.b_c"])["x-request-id"] == "job-7:a.b_c")
        for bad in ["a b", String(repeating: "a", count: 129), "<script>", "é"] {
            let id = try await exchange("GET", "/livez", ["X-Request-Id: \(bad)"])["x-request-id"]
            #expect(id != bad && id?.isEmpty == false)
        }
    }
}
