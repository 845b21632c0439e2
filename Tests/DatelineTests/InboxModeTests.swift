import DatelineJSON
import Foundation
import Testing

/// What the options of the folder come to, and what a person can ask of it.
@Suite struct InboxModeTests {
    private struct Run {
        let folder: TemporaryFolder
        let service: RunningDateline

        init(_ arguments: [String] = []) async throws {
            folder = try TemporaryFolder()
            try FileManager.default.createDirectory(atPath: folder.file("inbox"), withIntermediateDirectories: true)
            service = try await RunningDateline.start(
                database: folder.file("data/a.sqlite"), arguments: ["--inbox", folder.file("inbox")] + arguments)
        }

        func path(_ name: String) -> String { folder.file("inbox/" + name) }

        /// Renamed into the folder, so that it counts as complete.
        func drop(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path(".new")))
            try FileManager.default.moveItem(atPath: path(".new"), toPath: path(name))
        }

        func dropPage(_ number: Int, _ name: String) throws {
            try drop(
                "Story number \(number)\nBy Ana Sousa\n2026-05-01\n\nThe mayor of Velmora said that story \(number) would go on.\n", name)
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

        func settle() async throws {
            #expect(try await service.send("POST", "/v1/imports/scan?wait=true&timeout=600").status == 200)
        }

        func row(_ name: String) async throws -> JSONValue? {
            try await service.get("/v1/imports?path=\(name.replacing("/", with: "%2F"))").json["items"]?[0]
        }

        func status() async throws -> JSONValue { try await service.get("/v1/imports/status").json }

        func article(of name: String) async throws -> RunningDateline.Answer {
            let id = try #require(try await row(name)?["articleIds"]?[0]?.string)
            return try await service.get("/v1/articles/\(id)")
        }
    }

    @Test func consume_files_moveToDoneAndFailedWithTheirRows() async throws {
        let run = try await Run(["--inbox-mode", "consume"])
        try FileManager.default.createDirectory(atPath: run.path("sub"), withIntermediateDirectories: true)
        try run.dropPage(1, "sub/a.txt")
        try run.drop(#"{"headline": 7}"#, "bad.json")
        try await eventually("both are filed") {
            try await run.settle()
            return FileManager.default.fileExists(atPath: run.path("done/sub/a.txt"))
                && FileManager.default.fileExists(atPath: run.path("failed/bad.json"))
        }
        try await run.settle()
        let row = try await run.row("sub/a.txt")
        #expect(row?["path"]?.string == "done/sub/a.txt" && row?["origin"]?.string == "sub/a.txt" && row?["state"]?.string == "done")
        #expect(try await run.row("done/sub/a.txt")?["id"] == row?["id"])
        let failed = try await run.row("failed/bad.json")
        #expect(failed?["state"]?.string == "failed" && failed?["reason"]?.string == "parse-failed")
        try run.dropPage(2, "sub/a.txt")
        try await eventually("a second file of that name is another one") {
            try await run.settle()
            return FileManager.default.fileExists(atPath: run.path("done/sub/a-2.txt"))
        }
        #expect(try await run.service.get("/v1/articles?count=true").json["total"]?.integer == 2)
        #expect(try await run.status()["ok"] == .bool(true))
        await run.service.stop()
    }

    @Test(arguments: [("mark", 200, true), ("keep", 200, false), ("delete", 404, false)])
    func onDelete_decidesWhatBecomesOfTheArticle(policy: String, status: Int, isMarked: Bool) async throws {
        let run = try await Run(["--on-delete", policy])
        try run.dropPage(1, "a.txt")
        try run.dropPage(2, "b.txt")
        try await run.settle()
        let before = try await run.article(of: "a.txt")
        let id = try #require(try before.json["id"]?.string)
        #expect(before.status == 200 && !before.text.contains("sourceMissingSince"))
        try run.remove("a.txt")
        try await eventually("the file is missed") {
            try await run.settle()
            return try await run.row("a.txt")?["state"]?.string == "missing"
        }
        let after = try await run.service.get("/v1/articles/\(id)")
        #expect(after.status == status)
        #expect(after.text.contains("sourceMissingSince") == isMarked)
        if isMarked {
            #expect(
                try await run.service.send("PUT", "/v1/articles/\(id)", body: after.text, headers: ["Content-Type": "application/json"])
                    .status == 200)
            try run.dropPage(1, "a.txt")
            try await run.settle()
            let back = try await run.service.get("/v1/articles/\(id)")
            #expect(!back.text.contains("sourceMissingSince"), "\(back.text)")
        }
        await run.service.stop()
    }

    @Test func retry_failedFile_isTriedAgain() async throws {
        let run = try await Run()
        try run.drop(#"{"headline": 7}"#, "bad.json")
        try await run.settle()
        let row = try #require(try await run.row("bad.json"))
        #expect(row["state"]?.string == "failed" && row["attempts"]?.integer == 1)
        let id = try #require(row["id"]?.string)
        let parsed = try await run.status()["totals"]?["parsedFiles"]?.integer ?? 0
        let answer = try await run.service.send("POST", "/v1/imports/\(id)/retry")
        #expect(answer.status == 202)
        #expect(try answer.json["id"]?.string == id && answer.json["path"]?.string == "bad.json")
        try await run.settle()
        #expect(try await run.status()["totals"]?["parsedFiles"]?.integer == parsed + 1)
        let all = try await run.service.send("POST", "/v1/imports/retry?state=failed&reason=parse-failed")
        #expect(all.status == 202 && all.text == #"{"retried":1}"#)
        let none = try await run.service.send("POST", "/v1/imports/retry?state=failed&reason=too-large")
        #expect(none.text == #"{"retried":0}"#)
        try run.remove("bad.json")
        try await run.settle()
        #expect(try await run.service.send("POST", "/v1/imports/\(id)/retry").status == 409)
        await run.service.stop()
    }

    @Test func waiting_fileHeldOpen_isListedAndCounted() async throws {
        let run = try await Run()
        let descriptor = open(run.path("slow.txt"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        try #require(descriptor >= 0)
        // A file that stays as it is for half a minute is taken, although it is open.
        func writeOn(_ text: String = "Half a headl") throws {
            let bytes = Array(text.utf8)
            try #require(write(descriptor, bytes, bytes.count) == bytes.count)
        }
        try writeOn()
        try await eventually("the file is seen") {
            try await run.service.get("/v1/imports?state=waiting").json["items"]?[0]?["path"]?.string == "slow.txt"
        }
        try writeOn()
        let row = try #require(try await run.row("slow.txt"))
        // Once a second it is looked at, and doesn't wait for that moment.
        try await eventually("its row says that it waits") { try await run.row("slow.txt")?["state"]?.string == "waiting" }
        try await eventually("it is counted in the list") {
            try await run.service.get("/v1/imports?state=waiting&state=queued&count=true").json["total"]?.integer == 1
        }
        try await eventually("it is counted in the status, with how long it has waited") {
            let status = try await run.status()
            guard case .number? = status["oldestWaitingSeconds"] else { return false }
            return status["counts"]?["waiting"]?.integer == 1
        }
        try writeOn()
        #expect(try await run.service.send("POST", "/v1/imports/scan?wait=true&timeout=1").status == 504)
        try writeOn("ine\nBy Ana Sousa\n\nAll of it is here now, says the mayor of Velmora.\n")
        close(descriptor)
        try await run.settle()
        let done = try #require(try await run.row("slow.txt"))
        #expect(done["state"]?.string == "done" && done["id"] == row["id"])
        await run.service.stop()
    }

    @Test func deletes_manyAtOnce_areHeldUntilConfirmed() async throws {
        let run = try await Run()
        for number in 0..<80 { try run.dropPage(number, "\(number).txt") }
        try await run.settle()
        for number in 0..<60 { try run.remove("\(number).txt") }
        try await run.settle()
        let held = try await run.status()
        #expect(held["deletes"]?["held"]?.integer == 60 && held["counts"]?["missing"]?.integer == 0)
        #expect(held["ok"] == .bool(false) && held["reason"]?.string == "deletes-held")
        let confirmed = try await run.service.send("POST", "/v1/imports/deletes/confirm")
        #expect(confirmed.status == 200 && confirmed.text == #"{"confirmed":60}"#)
        try await run.settle()
        let after = try await run.status()
        #expect(after["deletes"]?["held"]?.integer == 0 && after["counts"]?["missing"]?.integer == 60 && after["ok"] == .bool(true))
        await run.service.stop()
    }
}
