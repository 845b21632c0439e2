import DatelineHTTP
import Testing

/// What may be given as a host or an origin that is allowed, and what it then means.
@Suite struct AllowedNamesTests {
    @Test(arguments: [
        ("News.Example.org:8443", "news.example.org"), ("news.example.org:", "news.example.org"), ("192.0.2.7:80", "192.0.2.7"),
        ("::1", "[::1]"), ("[2001:DB8::7]:8443", "[2001:db8::7]"), ("2001:db8::7", "[2001:db8::7]"), ("my_host", "my_host"),
    ])
    func host_withPortCaseOrWithoutBrackets_isTheSame(given: String, meant: String) throws {
        let host = try #require(AllowedHost(given))
        #expect(host == AllowedHost(meant))
    }

    @Test(arguments: [
        "", " ", "https://news.example.org", "news.example.org/", "*.example.org", "a.example,b.example", "u@news.example.org",
        "bücher.example",
        "news.example.org:http", "news.example.org:123456", "[::1", "[news.example.org]", "fe80::1%eth0",
    ])
    func host_thatNobodySends_isNone(given: String) {
        #expect(AllowedHost(given) == nil)
    }

    @Test(arguments: [
        ("https://desk.example/", "https://desk.example"), ("HTTPS://Desk.Example:443", "https://desk.example"),
        ("http://desk.example:80/", "http://desk.example"), ("http://desk.example:443", "http://desk.example:443"),
        ("http://localhost:3000/", "http://localhost:3000"), ("http://[::1]:3000", "http://[::1]:3000"),
        ("https://desk.example:08443", "https://desk.example:8443"), ("moz-extension://1a2b-3c", "moz-extension://1a2b-3c"),
    ])
    func origin_withSlashCaseOrOwnPort_isTheSame(given: String, meant: String) throws {
        let origin = try #require(AllowedOrigin(given))
        #expect(origin == AllowedOrigin(meant))
    }

    @Test func origin_ofAnotherSchemeOrPort_isAnother() throws {
        let origins = try ["https://desk.example", "http://desk.example", "https://desk.example:8443", "https://example"].map {
            try #require(AllowedOrigin($0))
        }
        #expect(Set(origins).count == origins.count)
    }

    @Test(arguments: [
        "", "null", "*", "desk.example", "desk.example:443", "https:desk.example", "https://", "https:///", "https://desk.example//",
        "https://desk.example/app", "https://*.example", "https://u@desk.example", "https://desk.example:70000", "https://bücher.example",
        "1http://desk.example", "://desk.example",
    ])
    func origin_thatNoBrowserSends_isNone(given: String) {
        #expect(AllowedOrigin(given) == nil)
    }

    @Test(arguments: ["https://desk.example/", "https://DESK.example:443"])
    func origin_givenInAnotherForm_isServedAsBrowsersSendIt(given: String) async throws {
        let configuration = HTTPConfiguration(allowedOrigins: [try #require(AllowedOrigin(given))])
        let answer = try await exchange("GET", "/v1/articles", ["Origin: https://desk.example"], configuration: configuration)
        #expect(answer.status == 200)
        #expect(answer["access-control-allow-origin"] == "https://desk.example")
    }
}
