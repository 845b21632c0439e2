import DatelineModels
import Foundation
import Synchronization
import Testing

@testable import DatelineHTTP

@Suite struct ImportListTests {
    private static func paths(_ answer: RawAnswer) throws -> [String] {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.content)) as? [String: Any])
        return try #require(object["items"] as? [[String: Any]]).map { "\($0["path"] ?? "") \($0["state"] ?? "")" }
    }

    /// Every page, by its links.
    private static func all(_ run: RouteRun, _ target: String) throws -> [String] {
        var target = target
        var found: [String] = []
        for _ in 0..<100 {
            let answer = try run.ask("GET", target)
            #expect(answer.status == 200)
            found += try paths(answer)
            guard let link = answer["link"] else { return found }
            target = String(link.dropFirst().prefix { $0 != ">" })
        }
        Issue.record("the pages have no end")
        return found
    }

    private static let folder = StubFolder(
        active: [
            StubFolder.row("a.txt", .queued, 1), StubFolder.row("b", .waiting, 2), StubFolder.row("b/x.txt", .waiting, 3),
            StubFolder.row("b/y.txt", .importing, 4), StubFolder.row("b0.txt", .waiting, 5), StubFolder.row([0x63, 0xff], .waiting, 6),
        ],
        rows: [
            StubFolder.row("a.txt", .done, 1), StubFolder.row("old.txt", .failed, 9), StubFolder.row("stale.txt", .waiting, 10),
        ]
    )

    @Test(arguments: [
        ("path=a.txt", ["a.txt queued"]), ("path=a.txt&state=queued", ["a.txt queued"]), ("path=a.txt&state=done", []),
        ("path=a.txt&reason=x", []), ("path=a.txt&pathPrefix=b", []), ("path=old.txt", ["old.txt failed"]), ("path=none", []),
        ("", ["a.txt done", "old.txt failed", "stale.txt waiting"]), ("state=failed", ["old.txt failed"]),
        ("state=waiting&state=failed", ["old.txt failed", "stale.txt waiting"]),
        ("state=waiting&reason=x", ["stale.txt waiting"]),
        ("state=waiting", ["b waiting", "b/x.txt waiting", "b0.txt waiting", "c\u{fffd} waiting"]),
        ("state=importing&state=queued", ["a.txt queued", "b/y.txt importing"]),
        ("state=waiting&pathPrefix=b", ["b waiting", "b/x.txt waiting", "b0.txt waiting"]),
        ("state=waiting&state=importing&pathPrefix=b/", ["b/x.txt waiting", "b/y.txt importing"]),
        ("state=queued&pathPrefix=zz", []), ("pathBase64=Y/8=", ["c\u{fffd} waiting"]), ("pathBase64=b2xkLnR4dA==", ["old.txt failed"]),
    ])
    func list_shows(query: String, expected: [String]) async throws {
        let folder = Self.folder
        try await RouteRun.with(folder: folder) { run throws in
            #expect(try Self.all(run, "/v1/imports?limit=200&\(query)").sorted() == expected.sorted())
            #expect(try Self.all(run, "/v1/imports?limit=1&\(query)").sorted() == expected.sorted())
            let counted = try run.ask("GET", "/v1/imports?limit=1&count=true&\(query)")
            #expect(counted.text.hasSuffix(#""total":\#(expected.count)}"#), "\(counted.text)")
        }
    }

    @Test(arguments: [
        ("path=\(String(repeating: "a", count: 8000))", 200), ("path=\(String(repeating: "a", count: 8001))", 400),
        ("pathPrefix=\(String(repeating: "a", count: 8000))", 200), ("pathBase64=\(String(repeating: "YWFh", count: 2000))", 200),
        ("path=", 400), ("path=a%00", 400), ("pathBase64=", 400), ("pathBase64=Y", 400), ("pathBase64=YQB", 400), ("pathBase64=YQBi", 400),
        ("pathBase64=-_8=", 400), ("pathBase64=+/8=", 200), ("pathBase64=%2B/8=", 200), ("pathBase64=YQ==&path=a", 400),
        ("pathBase64=YQ==&pathBase64=YQ==", 400),
    ])
    func list_path_hasARule(query: String, status: Int) async throws {
        try await RouteRun.with(folder: Self.folder) { run throws in
            #expect(try run.ask("GET", "/v1/imports?\(query)").status == status)
        }
    }

    @Test(arguments: [
        (1, 200, #""path":"a.txt","state":"queued""#), (9, 200, #""path":"old.txt","state":"failed""#),
        (5, 200, #""path":"b0.txt","state":"waiting""#), (77, 404, "/problems/not-found"),
    ])
    func get_answersWithTheRowAsItIsNow(number: UInt64, status: Int, content: String) async throws {
        try await RouteRun.with(folder: Self.folder) { run throws in
            let answer = try run.ask("GET", "/v1/imports/\(StubFolder.row("", .done, number).id)")
            #expect(answer.status == status && answer.text.contains(content), "\(answer.text)")
        }
    }

    @Test(arguments: [("x", 404), ("018f0000-0000-7000-8000-000000000009?x", 400), ("retry", 405)])
    func get_ofNoFile_isRefused(target: String, status: Int) async throws {
        try await RouteRun.with(folder: Self.folder) { run throws in
            #expect(try run.ask("GET", "/v1/imports/\(target)").status == status)
        }
    }

    @Test func list_active_isInPathOrderAndStreams() async throws {
        let rows = (0..<450).map { StubFolder.row("\(String(format: "%03d", $0)).txt", .queued, UInt64($0)) }
        try await RouteRun.with(folder: StubFolder(active: rows.shuffled())) { run throws in
            let expected = rows.map { "\($0.path.text) queued" }
            #expect(try Self.all(run, "/v1/imports?limit=37&state=queued") == expected)
            let streamed = try run.ask("GET", "/v1/imports?state=queued", nil, ["Accept": "application/x-ndjson"])
            #expect(streamed.text.split(separator: "\n").count == 450)
        }
    }

    /// No system takes paths this long, but files can lie that deep.
    @Test(arguments: [4000, 5000])
    func list_activeLongPaths_comeToAnEnd(length: Int) async throws {
        let stem = String(repeating: "d/", count: length / 2)
        let folder = StubFolder(active: (0..<5).map { StubFolder.row("\(stem)\($0).txt", .queued, $0) })
        try await RouteRun.with(folder: folder) { run throws in
            let found = try Self.all(run, "/v1/imports?limit=2&state=queued")
            #expect(found.count == (length == 4000 ? 5 : 4))
        }
    }

    @Test func list_cursorOfOtherStates_isRefused() async throws {
        let folder = Self.folder
        try await RouteRun.with(folder: folder) { run throws in
            let link = try #require(try run.ask("GET", "/v1/imports?limit=1&state=waiting")["link"])
            let target = String(link.dropFirst().prefix { $0 != ">" })
            #expect(try run.ask("GET", target).status == 200)
            #expect(try run.ask("GET", target.replacing("state=waiting", with: "state=queued")).status == 400)
        }
    }
}

@Suite struct ImportDecisionTests {
    private static let known = "018f0000-0000-7000-8000-000000000001"

    @Test func retry_file_answersItsRowAsItIsNow() async throws {
        let folder = StubFolder(
            active: [StubFolder.row("a.txt", .queued, 1)],
            rows: [StubFolder.row("a.txt", .failed, 1), StubFolder.row("b.txt", .failed, 2)])
        try await RouteRun.with(folder: folder) { run throws in
            let active = try run.ask("POST", "/v1/imports/\(Self.known)/retry")
            #expect(active.status == 202 && active.text.contains(#""path":"a.txt","state":"queued""#))
            let through = try run.ask("POST", "/v1/imports/\(Self.known.dropLast())2/retry")
            #expect(through.status == 202 && through.text.contains(#""path":"b.txt","state":"failed""#))
            folder.state.withLock { $0.taken = 0 }
            let refused = try run.ask("POST", "/v1/imports/\(Self.known.dropLast())2/retry")
            #expect(refused.status == 409 && refused.text.contains("/problems/conflict"))
            #expect(folder.state.withLock { $0.retries.count } == 3)
        }
    }

    @Test(arguments: [
        ("018f0000-0000-7000-8000-000000000009/retry", 404), ("x/retry", 404), ("\(known)/retry?force=true", 400),
        ("retry?state=failed", 202), ("retry?state=skipped&reason=too-large", 202), ("retry", 400), ("retry?state=done", 400),
        ("retry?state=failed&state=partial", 400), ("retry?state=failed&reason=", 400), ("deletes/confirm", 200),
        ("deletes/confirm?x", 400), ("pause", 200), ("pause?x", 400), ("resume", 200), ("resume?wait=true", 400),
    ])
    func post_answersWithStatus(target: String, status: Int) async throws {
        try await RouteRun.with(folder: StubFolder(rows: [StubFolder.row("a.txt", .failed, 1)])) { run throws in
            #expect(try run.ask("POST", "/v1/imports/\(target)").status == status)
        }
    }

    @Test(arguments: ["\(known)/retry", "retry?state=failed", "deletes/confirm", "pause", "resume"])
    func post_noFolderWatched_isAConflict(target: String) async throws {
        let folder = StubFolder(rows: [StubFolder.row("a.txt", .failed, 1)])
        try await RouteRun.with(folder: folder, importControl: InactiveImport()) { run throws in
            let answer = try run.ask("POST", "/v1/imports/\(target)")
            #expect(answer.status == 409 && answer.text.contains("No folder is watched"))
        }
    }

    @Test func retryAll_passesOnWhatWasAskedFor() async throws {
        let folder = StubFolder()
        folder.state.withLock { $0.taken = 12 }
        try await RouteRun.with(folder: folder) { run throws in
            #expect(try run.ask("POST", "/v1/imports/retry?state=partial").text == #"{"retried":12}"#)
            #expect(try run.ask("POST", "/v1/imports/retry?state=retrying&reason=permission-denied").text == #"{"retried":12}"#)
            #expect(folder.state.withLock { $0.retries } == ["partial any", "retrying permission-denied"])
            let missing = try run.ask("POST", "/v1/imports/retry")
            #expect(missing.text.contains(#""parameter":"state","code":"required""#))
        }
    }

    @Test func pause_isTold_andABarrierIsRefusedUntilItEnds() async throws {
        let folder = StubFolder()
        try await RouteRun.with(folder: folder) { run throws in
            let paused = try run.ask("POST", "/v1/imports/pause")
            #expect(paused.status == 200 && paused.text.contains(#""state":"paused","reason":"requested""#))
            let refused = try run.ask("POST", "/v1/imports/scan?wait=true&timeout=600")
            #expect(refused.status == 409 && refused.text.contains("/v1/imports/resume"))
            #expect(try run.ask("POST", "/v1/imports/scan").status == 202)
            let resumed = try run.ask("POST", "/v1/imports/resume")
            #expect(resumed.status == 200 && !resumed.text.contains("requested"))
            #expect(try run.ask("POST", "/v1/imports/scan?wait=true").status == 504)
        }
    }

    @Test func confirm_repeatedWithItsKey_isNotDoneTwice() async throws {
        let folder = StubFolder()
        try await RouteRun.with(folder: folder) { run throws in
            let first = try run.ask("POST", "/v1/imports/deletes/confirm", nil, ["Idempotency-Key": "k"])
            #expect(first.status == 200 && first.text == #"{"confirmed":3}"#)
            folder.state.withLock { $0.heldDeletes = 5 }
            let second = try run.ask("POST", "/v1/imports/deletes/confirm", nil, ["Idempotency-Key": "k"])
            #expect(second.text == first.text && second["idempotency-replayed"] == "true")
            #expect(folder.state.withLock { $0.heldDeletes } == 5)
        }
    }
}
