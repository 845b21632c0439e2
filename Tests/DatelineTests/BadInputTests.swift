import DatelineJSON
import Foundation
import Testing

/// Inputs that must be refused with the right problem, and leave nothing behind.
@Suite struct BadInputTests {
    struct Body: Sendable {
        let text: String
        let status: Int
        var slug: String?
        var pointer: String?
        var code: String?

        init(_ text: String, _ status: Int, _ slug: String? = nil, pointer: String? = nil, code: String? = nil) {
            self.text = text
            self.status = status
            self.slug = slug
            self.pointer = pointer
            self.code = code
        }
    }

    static func nested(_ depth: Int) -> String {
        #"{"headline":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }

    static let bodies: [Body] = [
        Body("", 400, "bad-request"), Body("  ", 400, "bad-request"),
        Body("null", 422, "validation", pointer: ""), Body("[]", 422, "validation", pointer: ""), Body("1", 422, "validation", pointer: ""),
        Body(#""a""#, 422, "validation", pointer: ""),
        Body(#"{"headline":"a",}"#, 400, "bad-request"), Body(#"{"headline":"a"}//x"#, 400, "bad-request"),
        Body("{'headline':'a'}", 400, "bad-request"),
        Body(#"{"headline":NaN}"#, 400, "bad-request"), Body(#"{"headline":01}"#, 400, "bad-request"),
        Body(#"{"headline":+1}"#, 400, "bad-request"),
        Body(#"{"headline":.5}"#, 400, "bad-request"), Body(#"{"headline":1.}"#, 400, "bad-request"),
        Body(#"{"headline":0x10}"#, 400, "bad-request"),
        Body(#"{"headline":"a","headline":"b"}"#, 400, "bad-request"), Body(#"{"headline":"a","headl\u0069ne":"b"}"#, 400, "bad-request"),
        Body(nested(65), 400, "bad-request"), Body(nested(512), 400, "bad-request"), Body(nested(200_000), 400, "bad-request"),
        Body(#"{"headline":"a\u0000"}"#, 422, "validation", pointer: "/headline", code: "control-character"),
        Body(#"{"headline":"a","body":"a\u0000"}"#, 422, "validation", pointer: "/body", code: "control-character"),
        Body(#"{"headline":"a","tags":["a\u0000"]}"#, 422, "validation", pointer: "/tags/0", code: "control-character"),
        Body("{\"headline\":\"a\nb\"}", 400, "bad-request"), Body("{\"headline\":\"a\tb\"}", 400, "bad-request"),
        Body(#"{"headline":"\x"}"#, 400, "bad-request"),
        Body(#"{"headline":"\ud800"}"#, 400, "bad-request"),
        Body(#"{"headline":1}"#, 422, "validation", pointer: "/headline", code: "type"),
        Body(#"{"headline":true}"#, 422, "validation", pointer: "/headline"),
        Body(#"{"headline":{}}"#, 422, "validation", pointer: "/headline"),
        Body(#"{"headline":["a"]}"#, 422, "validation", pointer: "/headline"),
        Body(#"{"headline":null}"#, 422, "validation", pointer: "/headline"),
        Body("{}", 422, "validation", pointer: "/headline", code: "required"),
        Body(#"{"headline":1e400}"#, 422, "validation"),
        Body(#"{"headline":"# + String(repeating: "9", count: 1_000_000) + "}", 400, "bad-request"),
        Body(#"{"headline":""}"#, 422, "validation", pointer: "/headline"),
        Body(#"{"headline":"   "}"#, 422, "validation", pointer: "/headline"),
        Body(#"{"headline":""# + String(repeating: "x", count: 1001) + #""}"#, 422, "validation", pointer: "/headline", code: "too-long"),
        Body(#"{"headlnie":"a"}"#, 422, "validation", pointer: "/headlnie", code: "unknown-field"),
        Body(#"{"headline":"a","__proto__":{}}"#, 422, "validation", pointer: "/__proto__"),
        Body(#"{"headline":"a","id":"018f0000-0000-7000-8000-000000000000"}"#, 422, "validation", pointer: "/id", code: "read-only"),
        Body(#"{"headline":"a","version":1}"#, 422, "validation", pointer: "/version", code: "read-only"),
        Body(#"{"headline":"a","createdAt":"2026-01-01T00:00:00Z"}"#, 422, "validation", pointer: "/createdAt", code: "read-only"),
        Body(
            #"{"headline":"a","mentions":[{"entity":"018f0000-0000-7000-8000-000000000000"}]}"#, 422, "validation",
            pointer: "/mentions/0/entity", code: "not-found"),
        Body(
            #"{"headline":"a","events":["018f0000-0000-7000-8000-000000000000"]}"#, 422, "validation", pointer: "/events/0",
            code: "not-found"),
        Body(#"{"headline":"a","tags":["",".","a/b","a,b","a*"]}"#, 422, "validation", pointer: "/tags/4"),
        Body(#"{"headline":"a","url":"javascript:alert(1)"}"#, 422, "validation", pointer: "/url"),
        Body(#"{"headline":"a","url":"http://a@b/"}"#, 422, "validation", pointer: "/url"),
        Body(#"{"headline":"a","language":"en_US"}"#, 422, "validation", pointer: "/language"),
        Body(#"{"headline":"a","datePublished":"2026-02-30"}"#, 422, "validation", pointer: "/datePublished", code: "out-of-range"),
        Body(#"{"headline":"a","datePublished":"2026-01-01T10:00"}"#, 422, "validation", pointer: "/datePublished", code: "zone-missing"),
        Body(#"{"headline":"a","datePublished":"yesterday"}"#, 422, "validation", pointer: "/datePublished", code: "format"),
        Body(#"{"headline":"a","dateStatus":"stated"}"#, 422, "validation", pointer: "/dateStatus"),
        Body(
            #"{"headline":"a","body":""# + String(repeating: "\u{301}\u{302}", count: 20_000) + #""}"#, 422, "validation", pointer: "/body",
            code: "combining-marks"),
    ]

    @Test func post_badBodies_areRefusedAndLeaveNothing() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        for body in Self.bodies {
            let answer = try await service.post("/v1/articles", body.text)
            let shown = Comment(rawValue: "\(body.text.prefix(80)) → \(answer.text.prefix(300))")
            #expect(answer.status == body.status, shown)
            #expect(answer.headers["content-type"] == "application/problem+json", shown)
            #expect(answer.body.count < 65_536)
            let problem = try answer.json
            #expect(problem["status"]?.integer == body.status, shown)
            if let slug = body.slug { #expect(problem["type"]?.string == "/problems/\(slug)", shown) }
            if let pointer = body.pointer {
                let fault = problem["errors"]?.items.first { $0["pointer"]?.string == pointer }
                #expect(fault != nil, shown)
                if let code = body.code { #expect(fault?["code"]?.string == code, shown) }
            }
        }
        #expect(try await service.get("/v1/articles?count=true").json["total"]?.integer == 0)
        #expect(try await service.get("/v1/tags?count=true").json["total"]?.integer == 0)
        #expect(try await service.get("/v1/changes").json["items"]?.items.isEmpty == true)
        await service.stop()
    }

    @Test func post_manyFaults_areAllNamed() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let answer = try await service.post(
            "/v1/articles",
            #"{"headline":"","body":3,"language":"e","url":"x","datePublished":"2026-13","tags":["a/b"],"colour":1,"mentions":[{"entity":"x"}]}"#
        )
        #expect(answer.status == 422)
        let pointers = Set(try answer.json["errors"]?.items.compactMap { $0["pointer"]?.string } ?? [])
        #expect(pointers == ["/headline", "/body", "/language", "/url", "/datePublished", "/tags/0", "/colour", "/mentions/0/entity"])

        let unknown = (0..<900).map { #""k\#($0)":1"# }.joined(separator: ",")
        let many = try await service.post("/v1/articles", "{\(unknown)}")
        #expect(many.status == 422)
        #expect(try many.json["errors"]?.items.count == 100)
        #expect(try many.json["errorCount"]?.integer == 901)
        await service.stop()
    }

    @Test func get_badQueries_areRefused() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let bad = [
            "limit=0", "limit=-1", "limit=201", "limit=1e3", "limit=1.5", "limit=", "limit=abc", "limit=99999999999999999999",
            "limit=%D9%A5",
            "limit=%2B5", "limit=%205", "limt=5", "limit=1&limit=2", "q%00=1", "cursor=abc",
            "cursor=" + String(repeating: "A", count: 5000),
            "q=%ff", "q=%c0%af", "q=" + String(repeating: "a", count: 513),
            "q=" + Array(repeating: "a", count: 33).joined(separator: "+"), "tag=" + String(repeating: "a", count: 5000),
            Array(repeating: "entity=a", count: 51).joined(separator: "&"), "entity=" + String(repeating: "a", count: 7000),
            "sort=relevance", "sort=name", "from=2026-13", "from=yesterday", "tz=Mars/Base", "match=maybe", "entityType=robot",
            "dateStatus=sure",
            "fields=nothing", "include=all", "untagged=maybe", "count=yes", "from=2026-01-01T10:00",
            (0..<501).map { "a\($0)=1" }.joined(separator: "&"),
        ]
        for query in bad {
            let answer = try await service.get("/v1/articles?\(query)")
            #expect(answer.status == 400, "\(query.prefix(60)) → \(answer.status) \(answer.text.prefix(200))")
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
        let fine = [
            "q=%22", "q=AND", "q=a+AND", "q=NEAR(", "q=*", "q=%5E", "q=headline:", "q=nocol:x", "q=-x", "q=a+-b", "q=a.b", "q=a'b", "q=(",
            "q=%7Bx",
            "q=NOT", "q=a+OR+OR", "q=a%22b", "q=%25", "q=%5C", "q=%F0%9F%8E%89", "q=;--", "q=", "tag=%2525", "tag=a_*", "tag=*",
            "entity=nobody",
            "entity='+OR+1=1--", "source=x');+DROP+TABLE+article;--", "event=nothing", "from=2026&to=2026", "from=2026-03-25&tz=Asia/Tokyo",
        ]
        for query in fine {
            let answer = try await service.get("/v1/articles?\(query)")
            #expect(answer.status == 200, "\(query) → \(answer.status) \(answer.text.prefix(200))")
        }
        await service.stop()
    }

    @Test func request_unknownPathsAndMethods_haveOneShape() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        for path in [
            "/", "/v2", "/v1/articles/x", "/v1/articles/018f0000-0000-7000-8000-000000000000", "/v1/articles/", "//v1//articles",
            "/V1/articles", "/v1/webhooks",
        ] {
            let answer = try await service.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(try answer.json["type"]?.string == "/problems/not-found")
            #expect(answer.headers["location"] == nil)
        }
        let wrongMethod = try await service.send("DELETE", "/v1/articles")
        #expect(wrongMethod.status == 405)
        #expect(wrongMethod.headers["allow"]?.contains("POST") == true)
        #expect(try await service.send("OPTIONS", "/v1/articles").status == 204)
        #expect(try await service.send("HEAD", "/v1/articles").status == 200)
        let noType = try await service.send(
            "POST", "/v1/articles", body: "{}", headers: ["Content-Type": "application/x-www-form-urlencoded"])
        #expect(noType.status == 415)
        #expect(try await service.get("/v1/articles", headers: ["Host": "evil.example"]).status == 403)
        #expect(try await service.get("/v1/articles", headers: ["Origin": "https://evil.example"]).status == 403)
        #expect(try await service.get("/v1/articles", headers: ["Accept": "image/png"]).status == 406)
        for slug in ["validation", "bad-request", "not-found", "conflict", "timeout"] {
            #expect(try await service.get("/problems/\(slug)").status == 200)
        }
        await service.stop()
    }
}
