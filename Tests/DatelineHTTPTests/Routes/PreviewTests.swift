import DatelineModels
import Synchronization
import Testing

@testable import DatelineHTTP

/// Files that are only looked at, and pages that become articles, by way of the importer's reader.
@Suite struct PreviewTests {
    private static let path = "/v1/imports/preview"

    @Test func preview_tellsTheArticleAndHowItWasFound_andStoresNothing() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", Self.path, "Harbour opens\nIt did.", ["Content-Type": "text/plain; charset=utf-8"])
            #expect(answer.status == 200)
            #expect(
                answer.text.hasPrefix(
                    #"{"detectedType":"text","encoding":"utf-8","replacedBytes":2,"warnings":["replaced-bytes"],"errors":[],"errorCount":0,"articles":[{"recordNumber":0,"id":null,"key":"k","headline":"Harbour opens","body":"It did.","abstract":null,"byline":null,"source":null,"url":null,"language":null,"datePublished":"2024-03","dateModified":null,"dateStatus":"stated","tags":[],"mentions":[{"entity":{"name":"Lena Marsk","type":"person"}}],"events":[],"provenance":null}],"provenance":{"headline":{"line":1,"how":"title-line"},"byline":null,"source":{"line":null,"how":"linked-data"},"language":null,"body":null,"dateline":{"line":4,"place":"KARSH","agency":null},"#
                ), "\(answer.text)")
            #expect(
                answer.text.hasSuffix(
                    #""dates":[{"line":1,"raw":"March 2024","role":"published","value":"2024-03","localTime":null,"outcome":"published"},{"line":null,"raw":"3/4","role":"modified","value":null,"localTime":"10:00","outcome":"ambiguous-order"}],"removed":[{"firstLine":2,"lastLine":3,"reason":"share","excerpt":"Share"},{"firstLine":null,"lastLine":null,"reason":"aside","excerpt":"More"}]}}"#
                ), "\(answer.text)")
            #expect(run.articles.state.withLock { $0.writes } == 0)
        }
    }

    @Test func preview_ofSeveralArticles_tellsOfEach() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", Self.path, "A\n---\nB\n", ["Content-Type": "text/plain"])
            #expect(answer.text.contains(#""events":[],"provenance":null},{"recordNumber":1,"#))
            #expect(
                answer.text.contains(#""events":[],"provenance":{"headline":{"line":null,"how":"field"},"byline":null,"#), "\(answer.text)")
        }
    }

    @Test func preview_nameAndType_hint() async throws {
        try await RouteRun.with { run throws in
            let named = try run.ask("POST", Self.path + "?filename=a.html", "A", ["Content-Type": "application/octet-stream"])
            #expect(named.text.contains(#""detectedType":"html""#))
            #expect(try run.ask("POST", Self.path, "A", ["Content-Type": "text/html"]).text.contains(#""detectedType":"html""#))
            let fault = try run.ask("POST", Self.path, "A fault", ["Content-Type": "application/rss+xml"])
            #expect(fault.text.contains(#""errors":[{"line":3,"byteOffset":null,"reason":"r","excerpt":"e"}],"errorCount":1"#))
        }
    }

    @Test(arguments: [
        "", "Content-Type: application/x-www-form-urlencoded\r\n", "Content-Type: APPLICATION/x-www-form-urlencoded; a=b\r\n",
    ])
    func preview_withAName_needsNoType(_ type: String) async throws {
        try await RouteRun.with { run throws in
            for (query, status) in [("?filename=a.html", 200), ("", 415)] {
                let connection = try RawConnection(port: run.port)
                try connection.send(
                    "POST \(Self.path)\(query) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(type)Content-Length: 1\r\n\r\nA")
                let answer = try connection.answer(isHead: false)
                #expect(answer.status == status && answer.text.contains(#""detectedType":"html""#) == (status == 200), "\(answer.text)")
            }
        }
    }

    @Test func preview_ofAForeignPage_isRefused_alsoWithoutAType() async throws {
        try await RouteRun.with { run throws in
            for origin in ["Origin: https://evil.example", "Sec-Fetch-Site: cross-site"] {
                let parts = origin.split(separator: ": ").map(String.init)
                let headers = [parts[0]: parts[1], "Content-Type": "application/x-www-form-urlencoded"]
                #expect(try run.ask("POST", Self.path + "?filename=a.html", "A", headers).status == 403)
            }
        }
    }

    @Test(arguments: [
        ("text/css", "?filename=a.html", 415), ("multipart/form-data", "?filename=a.html", 415), ("", "?filename=a.html", 415),
        ("text/css", "", 415), ("text/plain; charset=koi8-r", "", 415), ("text/plain", "?filename=", 400), ("text/plain", "?name=a", 400),
        ("text/plain", "?filename=a&filename=b", 400),
    ])
    func preview_wrongRequest_isRefused(type: String, query: String, status: Int) async throws {
        try await RouteRun.with { run throws in
            #expect(try run.ask("POST", Self.path + query, "A", ["Content-Type": type]).status == status)
        }
    }

    @Test func unreadableContent_isToldWithItsReason() async throws {
        try await RouteRun.with { run throws in
            for target in [Self.path, "/v1/articles"] {
                let empty = try run.ask("POST", target, " ", ["Content-Type": "text/plain"])
                #expect(empty.status == 422 && empty.text.contains(#""reason":"empty""#) && empty.text.contains("/problems/validation"))
                let broken = try run.ask("POST", target, "{", ["Content-Type": "text/html"])
                #expect(broken.status == 422 && broken.text.contains(#""reason":"parse-failed","line":1,"byteOffset":13"#))
                #expect(try run.ask("POST", target, "!", ["Content-Type": "text/plain"]).status == 413)
                #expect(try run.ask("POST", target, "?", ["Content-Type": "text/plain"]).status == 503)
            }
        }
    }

    @Test(arguments: ["text/plain", "text/html", "text/markdown"]) func post_page_becomesAnArticle(_ type: String) async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", "/v1/articles", "Harbour opens\nIt did.", ["Content-Type": type])
            #expect(answer.status == 201 && answer.text.contains(#""headline":"Harbour opens""#))
            let several = try run.ask("POST", "/v1/articles", "A\n---\nB\n", ["Content-Type": type])
            #expect(several.status == 422 && several.text.contains("too-many"))
        }
    }
}
