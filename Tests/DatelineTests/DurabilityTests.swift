import DatelineJSON
import Foundation
import Testing

@Suite struct DurabilityTests {
    @Test func stop_thenStart_keepsEverything() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let first = try await RunningDateline.start(database: database)
        let created = try await first.post(
            "/v1/articles",
            #"{"headline":"Harbour reopens","body":"Ships enter.","tags":["sea"],"mentions":[{"name":"Ana Sousa","type":"person"}],"datePublished":"2026-03"}"#
        )
        #expect(created.status == 201)
        let location = try #require(created.headers["location"])
        #expect(await first.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: database + "-wal"))
        let second = try await RunningDateline.start(database: database)
        let again = try await second.get(location)
        #expect(again.body == created.body)
        #expect(again.headers["etag"] == created.headers["etag"])
        await second.stop()
    }

    /// Writers note each id after its 201; the process dies at an unforeseen moment; all that was noted must be there, once.
    @Test func kill_whileWriting_losesNothingAcknowledged() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        var acknowledged: [String] = []
        for round in 0..<6 {
            let service = try await RunningDateline.start(database: database)
            let noted = try await withThrowingTaskGroup(of: [String].self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        var ids: [String] = []
                        for number in 0..<10_000 {
                            let body =
                                #"{"headline":"Round \#(round), writer \#(writer), number \#(number)","body":"Text of it.","tags":["r\#(round)"]}"#
                            guard let answer = try? await service.post("/v1/articles", body), answer.status == 201,
                                let id = try answer.json["id"]?.string
                            else { break }
                            ids.append(id)
                        }
                        return ids
                    }
                }
                group.addTask {
                    try await eventually("something was written") {
                        try await service.get("/v1/articles?limit=1&tag=r\(round)").json["items"]?.items.isEmpty == false
                    }
                    try await Task.sleep(for: .milliseconds(30 * (round + 1)))
                    await service.kill()
                    return []
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(!noted.isEmpty)
            acknowledged += noted
        }
        let service = try await RunningDateline.start(database: database)
        let lines = try await service.get("/v1/articles?fields=headline", headers: ["Accept": "application/x-ndjson"]).text.split(
            separator: "\n")
        let stored = try lines.map { try #require(try JSONReader.read(Array($0.utf8))["id"]?.string) }
        #expect(Set(stored).count == stored.count)
        #expect(Set(acknowledged).subtracting(stored).isEmpty)
        var sequence = 0
        while true {
            let page = try await service.get("/v1/changes?after=\(sequence)&limit=200").json["items"]?.items ?? []
            if page.isEmpty { break }
            for change in page {
                sequence += 1
                #expect(change["sequence"]?.integer == sequence)
            }
        }
        #expect(sequence >= stored.count)
        await service.stop()
    }

    @Test func serve_twiceOnOneDatabase_secondEndsWith75() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let first = try await RunningDateline.start(database: database)
        for arguments in [["serve", "--port", "0"], ["migrate"], ["import", folder.path]] {
            let second = try ProgramRun(arguments + ["--database", database])
            #expect(await second.exitCode() == 75, "\(arguments): \(second.errorText)")
            #expect(second.errorText.contains("\(first.process.processID)"), "\(second.errorText)")
        }
        let status = try ProgramRun(["migrate", "--status", "--database", database])
        #expect(await status.exitCode() == 0, "only asks")
        #expect(try await first.get("/livez").status == 200)
        await first.stop()
        let third = try await RunningDateline.start(database: database)
        await third.stop()
    }

    @Test func idempotencyKey_afterKillAndRestart_repliesTheFirstAnswer() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let first = try await RunningDateline.start(database: database)
        let body = #"{"headline":"Only once"}"#
        let created = try await first.post("/v1/articles", body, headers: ["Idempotency-Key": "k-1"])
        #expect(created.status == 201)
        await first.kill()
        let second = try await RunningDateline.start(database: database)
        let replayed = try await second.post("/v1/articles", body, headers: ["Idempotency-Key": "k-1"])
        #expect(replayed.status == 201)
        #expect(replayed.body == created.body)
        #expect(replayed.headers["location"] == created.headers["location"])
        #expect(replayed.headers["idempotency-replayed"] == "true")
        #expect(try await second.post("/v1/articles", #"{"headline":"Other"}"#, headers: ["Idempotency-Key": "k-1"]).status == 422)
        #expect(try await second.get("/v1/articles?count=true").json["total"]?.integer == 1)
        await second.stop()
    }

    @Test func stop_withRequestsInFlight_losesNoneAndEndsSoon() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let service = try await RunningDateline.start(database: database)
        let acknowledged = await withTaskGroup(of: Int.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var count = 0
                    for number in 0..<10_000 {
                        guard let answer = try? await service.post("/v1/articles", #"{"headline":"W \#(writer) \#(number)"}"#),
                            answer.status == 201
                        else { break }
                        count += 1
                    }
                    return count
                }
            }
            group.addTask {
                try? await eventually("writing began") {
                    try await service.get("/v1/articles?limit=1").json["items"]?.items.isEmpty == false
                }
                let code = await service.stop()
                #expect(code == 0)
                return 0
            }
            return await group.reduce(0, +)
        }
        let again = try await RunningDateline.start(database: database)
        let total = try await again.get("/v1/articles?limit=1&count=true").json["total"]?.integer ?? 0
        #expect(total >= acknowledged)
        await again.stop()
    }
}
