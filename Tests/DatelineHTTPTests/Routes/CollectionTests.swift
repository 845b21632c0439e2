import Foundation
import Synchronization
import Testing

@testable import DatelineHTTP

@Suite struct CollectionTests {
    @Test func pages_followedByTheirLinks_showEveryItemOnce() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(23)
            var target = "/v1/articles?limit=5&fields=headline&q=a%26b"
            var ids: [String] = []
            for _ in 0..<10 {
                let answer = try run.ask("GET", target)
                let page = try Self.object(answer)
                ids += try #require(page["items"] as? [[String: String]]).compactMap { $0["id"] }
                guard let link = answer["link"] else {
                    #expect(page["nextCursor"] is NSNull)
                    break
                }
                #expect(link.hasPrefix("</v1/articles?") && link.hasSuffix(">; rel=\"next\""))
                #expect(link.contains("limit=5&fields=headline&q=a%26b&cursor="))
                target = String(link.dropFirst().prefix { $0 != ">" })
            }
            #expect(ids.count == 23 && Set(ids).count == 23)
        }
    }

    @Test func count_addsTheTotal() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(3)
            #expect(try Self.object(run.ask("GET", "/v1/articles?limit=1&count=true"))["total"] as? Int == 3)
            #expect(try Self.object(run.ask("GET", "/v1/articles?limit=1"))["total"] == nil)
        }
    }

    @Test func ndjson_streamsAllMatches() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(450)
            let answer = try run.ask("GET", "/v1/articles?limit=5", nil, ["Accept": "application/x-ndjson"])
            #expect(answer.status == 200 && answer["content-type"] == "application/x-ndjson")
            let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == 451 && lines.last == "")
            #expect(lines[449].hasPrefix(#"{"id":"018f0000-0000-7000-8000-0000000001c2","#))
        }
    }

    @Test func ndjson_storeFailsAtOnce_isAProblem() async throws {
        try await RouteRun.with { run throws in
            run.articles.state.withLock { $0.pagesLeft = 0 }
            #expect(try run.ask("GET", "/v1/articles", nil, ["Accept": "application/x-ndjson"]).status == 503)
        }
    }

    @Test func ndjson_storeFailsMidStream_endsUnfinished() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(450)
            run.articles.state.withLock { $0.pagesLeft = 1 }
            let connection = try RawConnection(port: run.port)
            try connection.send("GET /v1/articles HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n\r\n")
            try connection.readToEnd()
            #expect(RawAnswer(Array(connection.received), isHead: false, isEnded: true) == nil)
        }
    }

    @Test func ndjson_nothing_isEmpty() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("GET", "/v1/tags", nil, ["Accept": "application/x-ndjson"])
            #expect(answer.status == 200 && answer.content.isEmpty)
        }
    }

    @Test(arguments: [("image/png", 406), ("application/json;q=0, application/x-ndjson", 200), ("*/*", 200)])
    func accept_decides(value: String, status: Int) async throws {
        try await RouteRun.with { run throws in #expect(try run.ask("GET", "/v1/articles", nil, ["Accept": value]).status == status) }
    }

    @Test func changes_carryOnAfterTheLastSequence() async throws {
        try await RouteRun.with { run throws in
            let first = try run.ask("GET", "/v1/changes?limit=200&after=100")
            let page = try Self.object(first)
            #expect((page["items"] as? [Any])?.count == 200)
            #expect(page["nextCursor"] as? String == "300")
            #expect(first["link"] == "</v1/changes?limit=200&after=300>; rel=\"next\"")
            let last = try Self.object(run.ask("GET", "/v1/changes?limit=200&after=300"))
            #expect((last["items"] as? [Any])?.count == 150 && last["nextCursor"] is NSNull)
            let all = try run.ask("GET", "/v1/changes", nil, ["Accept": "application/x-ndjson"])
            #expect(all.text.split(separator: "\n").count == 450)
        }
    }

    private static func object(_ answer: RawAnswer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.content)) as? [String: Any])
    }
}
