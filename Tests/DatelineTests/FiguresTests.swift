import Foundation
import Testing

@Suite struct FiguresTests {
    @Test func metrics_tellOfRequestsStoreAndFolder() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("inbox"), withIntermediateDirectories: false)
        try folder.write("The harbour reopens\n\nShips enter the harbour again, the port said.\n", to: "inbox/a.txt")
        try folder.write(#"{"headline": 7}"#, to: "inbox/b.json")
        let service = try await RunningDateline.start(database: folder.file("data/a.sqlite"), arguments: ["--inbox", folder.file("inbox")])
        #expect(try await service.send("POST", "/v1/imports/scan?wait=true&timeout=600").status == 200)
        for number in 0..<3 { #expect(try await service.post("/v1/articles", #"{"headline":"\#(number)"}"#).status == 201) }
        #expect(try await service.post("/v1/articles", "{").status == 400)
        #expect(try await service.get("/nowhere").status == 404)
        #expect(try await service.send("TRACE", "/v1/articles").status == 405)

        let answer = try await service.get(
            "/metrics", headers: ["Accept": "application/openmetrics-text;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1"])
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        let wanted = [
            #"dateline_http_requests_total{method="POST",route="/v1/articles",status="201"} 3"#,
            #"dateline_http_requests_total{method="POST",route="/v1/articles",status="400"} 1"#,
            #"dateline_http_requests_total{method="GET",route="none",status="404"} 1"#,
            #"dateline_http_requests_total{method="other",route="none",status="405"} 1"#,
            #"dateline_http_request_seconds_count{method="POST",route="/v1/articles"} 4"#,
            #"dateline_import_files{state="done"} 1"#, #"dateline_import_files{state="failed"} 1"#, "dateline_store_readable 1",
            #"dateline_store_waiting_writes{line="clients"} 0"#, "dateline_linking_pending_entities 0", "dateline_store_last_change 4",
            #"dateline_http_held_bytes{limit="answers"} 0"#, #"dateline_http_held_bytes{limit="bodies"} 0"#,
        ]
        // A request counts when its answer is out, which whoever has it may see earlier.
        var lines: Set<String> = []
        try? await eventually("all are there") {
            lines = Set(try await service.get("/metrics").text.split(separator: "\n").map(String.init))
            return wanted.allSatisfy(lines.contains)
        }
        for line in wanted { #expect(lines.contains(line), "\(line)") }
        let commits = lines.first { $0.hasPrefix(#"dateline_store_commit_seconds_count{line="clients"}"#) }
        #expect((commits?.split(separator: " ").last.flatMap { Int($0) } ?? 0) >= 3)
        await service.stop()
    }

    @Test func requestID_sane_isKept_andOthersAreReplaced_inAnswerAndLog() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(
            database: folder.file("a.sqlite"), arguments: ["--log-level", "debug", "--log-format", "json"])
        #expect(try await service.get("/v1", headers: ["X-Request-Id": "desk-42.a:b"]).headers["x-request-id"] == "desk-42.a:b")
        for odd in ["a b", "<x>", String(repeating: "a", count: 129), "é"] {
            let id = try await service.get("/v1", headers: ["X-Request-Id": odd]).headers["x-request-id"]
            #expect(id != odd && id?.isEmpty == false)
        }
        let refused = try await service.get("/v1/articles?limit=0", headers: ["X-Request-Id": "refused-1"])
        #expect(refused.status == 400 && refused.headers["x-request-id"] == "refused-1")
        await service.stop()
        let lines = service.process.errorText.split(separator: "\n")
        #expect(
            lines.contains { $0.contains(#""request":"desk-42.a:b""#) && $0.contains(#""route":"/v1""#) && $0.contains(#""status":"200""#) }
        )
        #expect(lines.contains { $0.contains(#""request":"refused-1""#) && $0.contains(#""status":"400""#) })
        #expect(!lines.contains { $0.contains("<x>") || $0.contains("limit=0") })
    }

    @Test func readiness_askedWithoutEnd_writesOnceASecond() async throws {
        let folder = try TemporaryFolder()
        let start = ContinuousClock.now
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"), arguments: ["--limit", "readiness=60s"])
        for _ in 0..<50 { #expect(try await service.get("/readyz").status == 200) }
        let text = try await service.get("/metrics").text
        let line = text.split(separator: "\n").first { $0.hasPrefix(#"dateline_store_transactions_total{line="clients"}"#) }
        let most = 1 + Int((ContinuousClock.now - start) / .seconds(60))
        let writes = try #require(line?.split(separator: " ").last.flatMap { Int($0) })
        #expect((1...most).contains(writes), "\(writes) in \(most) times the pause")
        await service.stop()
    }
}
