import DatelineHTTP
import Testing

@Suite struct OriginTests {
    static let listed = HTTPConfiguration(allowedOrigins: ["https://desk.example"].compactMap { AllowedOrigin($0) })

    @Test(
        arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"],
        ["https://evil.example", "null", "http://localhost:3000", ""])
    func origin_notListed_is403(method: String, origin: String) async throws {
        let answer = try await exchange(
            method, "/v1/articles", ["Origin: \(origin)", "Content-Type: text/plain", "Access-Control-Request-Method: POST"],
            body: method == "POST" ? "x" : nil, configuration: Self.listed)
        #expect(answer.status == 403)
        #expect(!answer.fields.contains { $0.name.hasPrefix("access-control-allow") })
        if method != "HEAD" { try expectProblem(answer, slug: "forbidden") }
    }

    @Test func origin_listed_isEchoedWithVary() async throws {
        let answer = try await exchange(
            "GET", "/v1/articles", ["Origin: https://desk.example", "Sec-Fetch-Site: cross-site"], configuration: Self.listed)
        #expect(answer.status == 200)
        #expect(answer["access-control-allow-origin"] == "https://desk.example")
        #expect(answer["access-control-allow-credentials"] == nil)
        #expect(answer["vary"] == "Origin")
        #expect(try await exchange("GET", "/v1/articles", configuration: Self.listed)["vary"] == "Origin")
    }

    @Test func preflight_fromListedOrigin_namesMethodsAndFields() async throws {
        let answer = try await exchange(
            "OPTIONS", "/v1/articles", ["Origin: https://desk.example", "Access-Control-Request-Method: POST"], configuration: Self.listed)
        #expect(answer.status == 204)
        #expect(answer["access-control-allow-origin"] == "https://desk.example")
        #expect(answer["access-control-allow-methods"]?.contains("POST") == true)
        #expect(answer["access-control-allow-headers"]?.contains("Content-Type") == true)
    }

    @Test func origin_ofTheServiceItself_isServed() async throws {
        #expect(try await exchange("GET", "/v1/articles", ["Origin: http://127.0.0.1:8080"]).status == 200)
        #expect(try await exchange("GET", "/v1/articles", ["Origin: http://127.0.0.1:8081"]).status == 403)
    }

    @Test(arguments: [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403), ("x", 403)])
    func secFetchSite_withoutOrigin_decides(site: String, status: Int) async throws {
        #expect(try await exchange("GET", "/v1/articles", ["Sec-Fetch-Site: \(site)"]).status == status)
    }
}
