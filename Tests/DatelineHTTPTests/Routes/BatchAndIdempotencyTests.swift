import DatelineModels
import Foundation
import Synchronization
import Testing

@testable import DatelineHTTP

@Suite struct BatchTests {
    /// "index status" of each result.
    private static func results(_ answer: RawAnswer) throws -> [String] {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.content)) as? [String: Any])
        return try #require(object["items"] as? [[String: Any]]).map { "\($0["index"] ?? "") \($0["status"] ?? "")" }
    }

    @Test func array_oneResultForEachItem() async throws {
        try await RouteRun.with { run throws in
            let body =
                #"[{"headline":"a","url":"https://example.org/"},{"headline":""},7,{"headline":"b","url":"https://example.org/"},{"headline":"c"}]"#
            let answer = try run.ask("POST", "/v1/articles/batch", body)
            #expect(answer.status == 200)
            #expect(try Self.results(answer) == ["0 201", "1 422", "2 422", "3 409", "4 201"])
            #expect(answer.text.contains(#""problem":{"type":"/problems/conflict""#) && answer.text.contains(#""existing":"\#(knownID)""#))
            #expect(run.articles.state.withLock { $0.writes } == 2)
        }
    }

    @Test func itemsWithManyFaults_tellAFewOfThem_andHowManyThereAre() async throws {
        try await RouteRun.with { run throws in
            let item = #"{"headline":"a","tags":[\#(Array(repeating: "1", count: 150).joined(separator: ","))]}"#
            let answer = try run.ask("POST", "/v1/articles/batch", "[\(item),\(item)]")
            #expect(try Self.results(answer) == ["0 422", "1 422"])
            #expect(answer.text.split(separator: #""pointer":"#).count == 1 + 2 * 10)
            #expect(answer.text.split(separator: #""errorCount":150"#).count == 3, "\(answer.text)")
            let alone = try run.ask("POST", "/v1/articles", item)
            #expect(alone.text.split(separator: #""pointer":"#).count == 1 + 100 && alone.text.contains(#""errorCount":150"#))
        }
    }

    @Test(arguments: [("\n", ""), ("\r\n", "\r\n"), ("\n\n  \n", "\n")])
    func ndjson_lineEnds(separator: String, end: String) async throws {
        try await RouteRun.with { run throws in
            let body = [#"{"headline":"a"}"#, #"{"headline":"b",}"#, #"{"headline":"c"}"#].joined(separator: separator) + end
            let answer = try run.ask("POST", "/v1/articles/batch", body, ["Content-Type": "application/x-ndjson"])
            #expect(try Self.results(answer) == ["0 201", "1 400", "2 201"])
        }
    }

    @Test(arguments: [
        (#"[{"headline":"a"},{"headline":""},{"headline":1}]"#, [#""pointer":"/1/headline""#, #""pointer":"/2/headline""#]),
        (#"[{"headline":"a"},{"headline":"b",}]"#, [#""pointer":"/1""#]),
        (
            #"[{"headline":"a","url":"https://example.org/"},{"headline":"b","url":"https://example.org/"}]"#,
            [#""pointer":"/1","code":"duplicate""#, #""existing""#]
        ),
    ])
    func atomic_anyFailure_storesNothingAndNamesThem(body: String, expected: [String]) async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", "/v1/articles/batch?atomic=true", body, ["Idempotency-Key": "k"])
            #expect(answer.status == 422)
            for part in expected { #expect(answer.text.contains(part)) }
            #expect(run.articles.state.withLock { $0.articles.isEmpty })
            let again = try run.ask("POST", "/v1/articles/batch?atomic=true", body, ["Idempotency-Key": "k"])
            #expect(again.status == 422 && again["idempotency-replayed"] == "true")
        }
    }

    @Test(arguments: [("{}", 422), ("[", 400), ("", 400), ("[]", 200), ("[1", 400), ("{", 400), ("no", 400), ("null", 422)])
    func array_malformed(body: String, status: Int) async throws {
        try await RouteRun.with { run throws in #expect(try run.ask("POST", "/v1/articles/batch", body).status == status) }
    }

    @Test func tooManyItems_isRefused() async throws {
        try await RouteRun.with { run throws in
            let line = "{\"headline\":\"a\"}\n"
            let lines = String(repeating: line, count: 10_001)
            #expect(try run.ask("POST", "/v1/articles/batch", lines, ["Content-Type": "application/x-ndjson"]).status == 413)
            #expect(run.articles.state.withLock { $0.writes } == 0)
            let most = try run.ask(
                "POST", "/v1/articles/batch", String(lines.dropLast(line.count)), ["Content-Type": "application/x-ndjson"])
            #expect(try Self.results(most).count == 10_000)
        }
    }
}

@Suite struct IdempotencyTests {
    @Test func repetition_getsTheSameAnswer() async throws {
        try await RouteRun.with { run throws in
            let first = try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#, ["Idempotency-Key": "k"])
            let second = try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#, ["Idempotency-Key": "k"])
            #expect(first.status == 201 && second.status == 201)
            #expect(first["idempotency-replayed"] == nil && second["idempotency-replayed"] == "true")
            #expect(first.text == second.text && first["location"] == second["location"] && first["etag"] == second["etag"])
            #expect(run.articles.state.withLock { $0.writes } == 1)
        }
    }

    @Test func otherRequest_sameKey_isAMismatch() async throws {
        try await RouteRun.with { run throws in
            _ = try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#, ["Idempotency-Key": "k"])
            for (target, body) in [
                ("/v1/articles", #"{"headline":"b"}"#), ("/v1/articles?onConflict=return", #"{"headline":"a"}"#),
                ("/v1/tags", #"{"name":"a"}"#),
            ] {
                let answer = try run.ask("POST", target, body, ["Idempotency-Key": "k"])
                #expect(answer.status == 422 && answer.text.contains("/problems/idempotency-mismatch"))
            }
        }
    }

    @Test(arguments: [(#"{"headline":""}"#, 422), ("{", 400)])
    func clientError_isKept(body: String, status: Int) async throws {
        try await RouteRun.with { run throws in
            let first = try run.ask("POST", "/v1/articles", body, ["Idempotency-Key": "k"])
            let second = try run.ask("POST", "/v1/articles", body, ["Idempotency-Key": "k"])
            #expect(first.status == status && second.status == status && second["idempotency-replayed"] == "true")
            #expect(first.text == second.text && second["content-type"] == "application/problem+json")
        }
    }

    @Test func serverError_isNotKept() async throws {
        try await RouteRun.with { run throws in
            run.articles.state.withLock { $0.failure = .unavailable(.diskFull, cause: "stub") }
            #expect(try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#, ["Idempotency-Key": "k"]).status == 503)
            run.articles.state.withLock { $0.failure = nil }
            let second = try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#, ["Idempotency-Key": "k"])
            #expect(second.status == 201 && second["idempotency-replayed"] == nil)
        }
    }

    @Test func scan_isKeptToo() async throws {
        try await RouteRun.with { run throws in
            let first = try run.ask("POST", "/v1/imports/scan", nil, ["Idempotency-Key": "k"])
            #expect(first.status == 202)
            #expect(try run.ask("POST", "/v1/imports/scan", nil, ["Idempotency-Key": "k"])["idempotency-replayed"] == "true")
            #expect(try run.ask("POST", "/v1/imports/scan?wait=true&timeout=1", nil, ["Idempotency-Key": "l"]).status == 504)
            #expect(run.answers.kept.withLock { $0["l"] == nil })
        }
    }

    @Test func badKey_isRefused() async throws {
        try await RouteRun.with { run throws in
            let answer = try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#, ["Idempotency-Key": "a b"])
            #expect(answer.status == 400 && answer.text.contains(#""parameter":"Idempotency-Key""#))
        }
    }

    @Test func parallel_sameKey_writesOnce() async throws {
        try await RouteRun.with { run throws in
            let connections = try (0..<16).map { _ in try RawConnection(port: run.port) }
            let body = #"{"headline":"a"}"#
            for connection in connections {
                try connection.send(
                    "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                )
            }
            let statuses = try connections.map { try $0.answer().status }
            #expect(statuses.allSatisfy { $0 == 201 || $0 == 409 } && statuses.contains(201))
            #expect(run.articles.state.withLock { $0.writes } == 1)
        }
    }
}
