import DatelineModels
import Synchronization
import Testing

@testable import DatelineHTTP

/// Talks to the routes over a socket, with stores in memory.
struct RouteRun: Sendable {
    let articles: StubArticles
    let answers: StubAnswers
    let port: Int

    static func with(
        requiresIfMatch: Bool = false, folder: StubFolder = StubFolder(), importControl: (any ImportControl)? = nil,
        rereads: any RereadControl = InactiveRereads(), files: any RawFileReading = StubRawFiles(),
        limits: ServiceLimits = ServiceLimits(), tagging: SlowTagging? = nil,
        _ body: @escaping @Sendable (RouteRun) throws -> Void
    ) async throws {
        let answers = StubAnswers()
        let articles = StubArticles(answers: answers)
        let nothing = StubNothing(tagging: tagging)
        var configuration = HTTPConfiguration()
        configuration.requiresIfMatch = requiresIfMatch
        configuration.limits = limits
        let service = HTTPService(
            stores: Stores(
                articles: articles, entities: nothing, events: nothing, tags: nothing, sources: nothing, changes: nothing, answers: answers,
                imports: folder, importControl: importControl ?? folder, rawFiles: files,
                readings: articles, rereads: rereads, health: nothing
            ),
            configuration: configuration, version: "1.2.3"
        )
        try await withServer(routes: service.routes, configuration: configuration) { port in
            try body(RouteRun(articles: articles, answers: answers, port: port))
        }
    }

    func ask(_ method: String, _ target: String, _ body: String? = nil, _ fields: [String: String] = [:]) throws -> RawAnswer {
        let connection = try RawConnection(port: port)
        var fields = fields
        if let body {
            if fields["Content-Type"] == nil { fields["Content-Type"] = "application/json" }
            fields["Content-Length"] = "\(body.utf8.count)"
        }
        let head =
            "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + fields.map { "\($0.key): \($0.value)\r\n" }.joined() + "\r\n"
        try connection.send(head + (body ?? ""))
        return try connection.answer(isHead: method == "HEAD")
    }
}

let knownID = "018f0000-0000-7000-8000-000000000001"

@Suite struct ArticleRouteTests {
    @Test func post_new_answersTheWholeResourceWithItsAddress() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#)
            #expect(answer.status == 201)
            #expect(answer["location"] == "/v1/articles/\(knownID)")
            #expect(answer["etag"] == "\"1\"")
            #expect(answer.text.hasPrefix(#"{"id":"\#(knownID)","version":1,"headline":"a","body":null"#))
        }
    }

    @Test(arguments: [
        ("", 409), ("?onConflict=error", 409), ("?onConflict=return", 200), ("?onConflict=update", 200), ("?onConflict=x", 400),
    ])
    func post_urlTaken_followsThePolicy(query: String, status: Int) async throws {
        try await RouteRun.with { run throws in
            _ = try run.ask("POST", "/v1/articles", #"{"headline":"a","url":"https://example.org/"}"#)
            let answer = try run.ask("POST", "/v1/articles\(query)", #"{"headline":"b","url":"https://example.org/"}"#)
            #expect(answer.status == status)
            if status == 409 { #expect(answer.text.contains(#""existing":"\#(knownID)""#)) }
            if status == 200 { #expect(answer["location"] == nil) }
            if query.hasSuffix("update") { #expect(answer["etag"] == "\"2\"") }
        }
    }

    @Test func post_timeWithoutZone_takesTheSourcesZone() async throws {
        try await RouteRun.with { run throws in
            let known = try run.ask("POST", "/v1/articles", #"{"headline":"a","source":"newsTRACK","datePublished":"2024-03-26T22:16"}"#)
            #expect(known.text.contains(#""datePublished":"2024-03-26T19:16Z""#))
            let unknown = try run.ask("POST", "/v1/articles", #"{"headline":"a","source":"x","datePublished":"2024-03-26T22:16"}"#)
            #expect(unknown.status == 422 && unknown.text.contains("zone-missing"))
        }
    }

    @Test func post_page_isReadAsText() async throws {
        try await RouteRun.with { run throws in
            let page = "Ministers meet in Haifa\n\nThe ministers met on Tuesday to talk about water. They will meet again next week.\n"
            let answer = try run.ask("POST", "/v1/articles", page, ["Content-Type": "text/plain"])
            #expect(answer.status == 201)
            #expect(answer.text.contains(#""headline":"Ministers meet in Haifa""#))
            #expect(try run.ask("POST", "/v1/articles", " \n", ["Content-Type": "text/plain"]).status == 422)
            #expect(try run.ask("POST", "/v1/articles", page, ["Content-Type": "text/css"]).status == 415)
        }
    }

    @Test func put_createsThenReplacesThenTakesItsEcho() async throws {
        try await RouteRun.with { run throws in
            let created = try run.ask("PUT", "/v1/articles/\(knownID)", #"{"headline":"a"}"#)
            #expect(created.status == 201 && created["location"] == "/v1/articles/\(knownID)")
            #expect(try run.ask("PUT", "/v1/articles/\(knownID)", #"{"headline":"b"}"#).status == 200)
            let stored = try run.ask("GET", "/v1/articles/\(knownID)")
            let echoed = try run.ask("PUT", "/v1/articles/\(knownID)", stored.text)
            #expect(echoed.status == 200 && echoed["etag"] == "\"3\"")
        }
    }

    @Test(arguments: [
        ("018f0000-0000-7000-8000-00000000000A", 404), ("00000000-0000-0000-0000-000000000000", 422),
        ("ffffffff-ffff-ffff-ffff-ffffffffffff", 422),
        ("018f0000-0000-1000-8000-000000000001", 201), ("x", 404),
    ])
    func put_ids(id: String, status: Int) async throws {
        try await RouteRun.with { run throws in #expect(try run.ask("PUT", "/v1/articles/\(id)", #"{"headline":"a"}"#).status == status) }
    }

    @Test func put_otherIDInBody_isRefused() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("PUT", "/v1/articles/\(knownID)", #"{"headline":"a","id":"018f0000-0000-7000-8000-000000000009"}"#)
            #expect(answer.status == 422 && answer.text.contains(#""pointer":"/id","code":"read-only""#))
        }
    }

    @Test(arguments: ["application/merge-patch+json", "application/json"])
    func patch_merges(type: String) async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(1)
            let answer = try run.ask("PATCH", "/v1/articles/\(knownID)", #"{"body":"x"}"#, ["Content-Type": type])
            #expect(answer.status == 200 && answer.text.contains(#""headline":"Article 1","body":"x""#))
        }
    }

    @Test func patch_otherPatchFormat_isRefused() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(1)
            #expect(try run.ask("PATCH", "/v1/articles/\(knownID)", "[]", ["Content-Type": "application/json-patch+json"]).status == 415)
        }
    }

    @Test(arguments: [
        ("PUT", "\"2\"", 412), ("PUT", "W/\"1\"", 412), ("PUT", "\"a\", \"1\"", 200), ("PUT", "*", 200), ("PUT", "1", 400),
        ("PATCH", "\"2\"", 412),
        ("DELETE", "\"2\"", 412), ("DELETE", "\"1\"", 204), ("GET", "\"2\"", 412), ("GET", "\"1\"", 200),
    ])
    func ifMatch_decides(method: String, value: String, status: Int) async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(1)
            let body = method == "PUT" || method == "PATCH" ? #"{"headline":"b"}"# : nil
            #expect(try run.ask(method, "/v1/articles/\(knownID)", body, ["If-Match": value]).status == status)
        }
    }

    @Test func ifMatch_star_onMissing_failsButForGet() async throws {
        try await RouteRun.with { run throws in
            let put = try run.ask("PUT", "/v1/articles/\(knownID)", #"{"headline":"b"}"#, ["If-Match": "*"])
            let get = try run.ask("GET", "/v1/articles/\(knownID)", nil, ["If-Match": "*"])
            #expect(put.status == 412 && get.status == 404)
        }
    }

    @Test func ifNoneMatch_answers304OrKeepsFromReplacing() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(1)
            let unchanged = try run.ask("GET", "/v1/articles/\(knownID)", nil, ["If-None-Match": "W/\"1\""])
            #expect(unchanged.status == 304 && unchanged.content.isEmpty && unchanged["etag"] == "\"1\"")
            #expect(try run.ask("HEAD", "/v1/articles/\(knownID)", nil, ["If-None-Match": "\"1\""]).status == 304)
            #expect(try run.ask("GET", "/v1/articles/\(knownID)", nil, ["If-None-Match": "\"2\""]).status == 200)
            #expect(try run.ask("PUT", "/v1/articles/\(knownID)", #"{"headline":"b"}"#, ["If-None-Match": "*"]).status == 412)
        }
    }

    @Test func ifMatch_compulsory_isAskedFor() async throws {
        try await RouteRun.with(requiresIfMatch: true) { run throws in
            run.articles.fill(1)
            for method in ["PUT", "PATCH", "DELETE"] {
                let answer = try run.ask(method, "/v1/articles/\(knownID)", method == "DELETE" ? nil : #"{"headline":"b"}"#)
                #expect(answer.status == 428 && answer.text.contains("/problems/precondition-required"))
            }
            #expect(
                try run.ask("PUT", "/v1/articles/018f0000-0000-7000-8000-000000000005", #"{"headline":"b"}"#, ["If-None-Match": "*"]).status
                    == 201)
            #expect(try run.ask("PATCH", "/v1/articles/\(knownID)", #"{"headline":"b"}"#, ["If-Match": "\"1\""]).status == 200)
        }
    }
}

@Suite struct OtherRouteTests {
    @Test(arguments: [
        ("GET", "/v1", 200), ("GET", "/livez", 200), ("GET", "/readyz", 503), ("GET", "/openapi.yaml", 200), ("GET", "/openapi.json", 200),
        ("GET", "/problems/validation", 200), ("GET", "/problems/x", 404), ("GET", "/v1/articles/facets?facet=tag", 200),
        ("GET", "/v1/entities", 200),
        ("GET", "/v1/events", 200), ("GET", "/v1/tags?q=a", 200), ("GET", "/v1/sources", 200), ("GET", "/v1/sources/NEWSTRACK", 200),
        ("GET", "/v1/imports?state=failed&pathPrefix=a/", 200), ("GET", "/v1/imports?state=lost", 400), ("GET", "/v1/imports/status", 200),
        ("GET", "/v1/tags/%25C3%25A9", 200), ("GET", "/v1/tags/%C3%A9", 404), ("PUT", "/v1/articles/\(knownID)/tags/a", 204),
        ("PUT", "/v1/events/\(knownID)/tags/a%2Fb", 422), ("DELETE", "/v1/entities/\(knownID)/tags/a", 204),
        ("DELETE", "/v1/articles/\(knownID)", 404),
        ("PUT", "/v1/articles/\(knownID)/mentions/\(knownID)", 404), ("PUT", "/v1/articles/\(knownID)/mentions/x", 404),
        ("POST", "/v1/imports/scan", 202),
        ("POST", "/v1/imports/scan?wait=true&timeout=1", 504), ("POST", "/v1/imports/scan?wait=true&timeout=0", 400),
        ("GET", "/v1?x=1", 400),
        ("GET", "/v1/articles/\(knownID)?x=1", 400), ("GET", "/v1/webhooks", 404), ("GET", "/v1/articles/\(knownID)/related", 404),
        ("GET", "/v1/taggings", 405), ("GET", "/v1/changes?after=-1", 400), ("GET", "/v1/changes?after=9223372036854775808", 400),
    ])
    func answersWithStatus(method: String, target: String, status: Int) async throws {
        try await RouteRun.with { run throws in #expect(try run.ask(method, target).status == status) }
    }

    /// A form or a text is what another site's page may send without asking.
    @Test(arguments: [
        ("text/plain", "x", 415), ("application/x-www-form-urlencoded", "a=b", 415), ("application/x-www-form-urlencoded", "", 202),
        ("application/json", "{}", 202), ("application/json", "", 202), ("application/json", "{", 400), ("application/json", "[]", 422),
        ("application/json", #"{"wait":true}"#, 422),
    ])
    func scan_takesNoContent(type: String, body: String, status: Int) async throws {
        try await RouteRun.with { run throws in
            #expect(try run.ask("POST", "/v1/imports/scan", body, ["Content-Type": type]).status == status)
        }
    }

    @Test func ready_storeFails_saysWhy() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("GET", "/readyz")
            #expect(answer.text.contains(#""reason":"read-only""#) && !answer.text.contains("stub"))
        }
    }

    @Test func scan_notInTime_tellsTheState() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", "/v1/imports/scan?wait=true&timeout=1")
            #expect(answer.text.contains("/problems/timeout") && answer.text.contains(#""import":{"ok":true,"state":"importing""#))
        }
    }

    @Test func tags_replace_takesAnArrayOnly() async throws {
        try await RouteRun.with { run throws in
            let replaced = try run.ask("PUT", "/v1/articles/\(knownID)/tags", #"["a","b"]"#)
            let refused = try run.ask("PUT", "/v1/articles/\(knownID)/tags", #"{"tags":[]}"#)
            #expect(replaced.status == 204 && refused.status == 422)
        }
    }

    @Test func taggings_answerCounts() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", "/v1/taggings", #"{"add":["a"],"articles":{"filter":"from=2024&tag=b"}}"#)
            #expect(answer.status == 200 && answer.text == #"{"matched":2,"changed":1}"#)
            #expect(try run.ask("POST", "/v1/taggings", #"{"articles":{"filter":"form=2024"}}"#).status == 422)
        }
    }

    @Test func facets_bucketsCarryTheirQuery() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("GET", "/v1/articles/facets?entity=X&facet=tag&facet=day")
            #expect(
                answer.text
                    == #"{"facets":{"tag":[{"value":"v","label":"V","count":2,"query":"entity=X&tag=v"}],"day":[{"value":"v","label":"V","count":2,"query":"entity=X&within=v"}]}}"#
            )
        }
    }
}
