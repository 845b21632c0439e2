import DatelineJSON
import Foundation
import Testing

@Suite struct MaintenanceTests {
    @Test func backup_whileTheServiceWrites_isWholeAndServes() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        let service = try await RunningDateline.start(database: database)
        let first = try await service.post("/v1/articles", #"{"headline":"Before the backup","tags":["kept"]}"#)
        let location = try #require(first.headers["location"])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var number = 0
                while !Task.isCancelled {
                    number += 1
                    _ = try? await service.post(
                        "/v1/articles", #"{"headline":"Meanwhile \#(number)","body":"Some words of it.","tags":["t\#(number % 7)"]}"#)
                }
            }
            for number in 0..<5 {
                let target = folder.file("backup-\(number).sqlite")
                let run = try ProgramRun(["backup", target, "--database", database])
                #expect(await run.exitCode() == 0, "\(run.errorText)")
                #expect(await (try ProgramRun(["check", "--database", target])).exitCode() == 0)
                #expect(try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int == 0o600)
            }
            group.cancelAll()
        }
        #expect(await service.stop() == 0)
        let copy = try await RunningDateline.start(database: folder.file("backup-4.sqlite"))
        #expect(try await copy.get(location).body == first.body)
        #expect(try await copy.get("/v1/articles?q=backup&limit=5").json["items"]?.items.count == 1)
        await copy.stop()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".partial") }.isEmpty)
    }

    @Test func backup_targetThatCannotBe_leavesEverythingAsItWas() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        try await Self.fill(database, articles: 20)
        try folder.write("mine", to: "taken.sqlite")
        try FileManager.default.createSymbolicLink(atPath: folder.file("link.sqlite"), withDestinationPath: database)
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        let cases: [(target: String, code: Int32)] = [
            (folder.file("taken.sqlite"), 73), (database, 64), (folder.file("link.sqlite"), 64), (database + "-wal", 64), (folder.path, 73),
            (folder.path + "/", 73), (folder.file("missing/b.sqlite"), 73), ("/dev/full", 74), ("", 73),
        ]
        for (target, code) in cases {
            let run = try ProgramRun(["backup", target, "--database", database])
            #expect(await run.exitCode() == code, "\(target): \(run.errorText)")
            #expect(run.errorText.split(separator: "\n").count == 1, "\(run.errorText)")
        }
        #expect(await (try ProgramRun(["backup", folder.file("b.sqlite"), "--database", folder.file("nothing.sqlite")])).exitCode() == 66)
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
        #expect(try String(contentsOfFile: folder.file("taken.sqlite"), encoding: .utf8) == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["data", "link.sqlite", "taken.sqlite"])
    }

    /// The thread sanitizer maps a file of its own at the start, for which there must be room.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["DATELINE_TEST_SANITIZER"] != "thread",
            "the thread sanitizer can't start under such a limit"))
    func backup_noRoom_leavesNoPartOfIt() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        try await Self.fill(database, articles: 20)
        // A limit on the size of files fails a write like a disk that is full.
        let run = try ProgramRun(command: [
            "/bin/sh", "-c", #"ulimit -f 64; exec "$0" "$@""#, ProgramRun.executable, "backup", folder.file("b.sqlite"), "--database",
            database,
        ])
        #expect(await run.exitCode() == 74, "\(run.errorText)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["data"])
    }

    @Test func backup_leftoverOfAKilledOne_isReplaced() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        try await Self.fill(database, articles: 3)
        try folder.write(String(repeating: "half a backup", count: 1000), to: "b.sqlite.partial")
        try folder.write("a journal of it", to: "b.sqlite.partial-journal")
        let run = try ProgramRun(["backup", folder.file("b.sqlite"), "--database", database])
        #expect(await run.exitCode() == 0, "\(run.errorText)")
        #expect(await (try ProgramRun(["check", "--database", folder.file("b.sqlite")])).exitCode() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["b.sqlite", "data"])
    }

    @Test func check_soundDatabase_writesNothing() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        try await Self.fill(database, articles: 20)
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.file("data")).sorted()
        let stopped = try ProgramRun(["check", "--database", database])
        #expect(await stopped.exitCode() == 0, "\(stopped.outputText)")
        #expect(stopped.outputText.contains("article_text"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("data")).sorted() == files)

        let service = try await RunningDateline.start(database: database)
        let running = try ProgramRun(["check", "--database", database])
        #expect(await running.exitCode() == 0, "\(running.outputText)")
        #expect(await service.stop() == 0)
    }

    @Test func check_brokenPage_isToldWithItsTable() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        try await Self.fill(database, articles: 200, body: "A text of the body table, which is the only one to hold it.")
        // A page with the texts, found by what stands in it.
        var bytes = try Data(contentsOf: URL(fileURLWithPath: database))
        let place = try #require(bytes.range(of: Data("A text of the body table".utf8), options: .backwards)).lowerBound
        bytes.replaceSubrange(place / 4096 * 4096..<(place / 4096 + 1) * 4096, with: Data(repeating: 0xA5, count: 4096))
        try bytes.write(to: URL(fileURLWithPath: database))
        let check = try ProgramRun(["check", "--database", database])
        #expect(await check.exitCode() == 65)
        #expect(check.outputText.contains("article_body"), "\(check.outputText)")
        let backup = try ProgramRun(["backup", folder.file("b.sqlite"), "--database", database])
        #expect(await backup.exitCode() == 65, "\(backup.errorText)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["data"])
    }

    @Test func check_copyWithoutItsLog_isRefused() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        let service = try await RunningDateline.start(database: database)
        _ = try await service.post("/v1/articles", #"{"headline":"Only in the log"}"#)
        try FileManager.default.copyItem(atPath: database, toPath: folder.file("copy.sqlite"))
        let run = try ProgramRun(["check", "--database", folder.file("copy.sqlite")])
        #expect(await run.exitCode() == 65, "\(run.errorText)")
        #expect(run.errorText.split(separator: "\n").count == 1)
        await service.stop()
    }
}
