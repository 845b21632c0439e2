import Foundation
import Testing

@Suite struct DoctorTests {
    private func doctor(_ arguments: [String]) async throws -> (code: Int32, text: String) {
        let run = try ProgramRun(["doctor", "--port", "0"] + arguments)
        return (await run.exitCode(), run.outputText)
    }

    private func lines(_ text: String, _ level: String) -> [Substring] { text.split(separator: "\n").filter { $0.hasPrefix(level) } }

    @Test func soundConfiguration_endsWith0_andChangesNothing() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("data/a.sqlite")
        let service = try await RunningDateline.start(database: database)
        try FileManager.default.createDirectory(atPath: folder.file("inbox"), withIntermediateDirectories: false)
        let running = try await doctor(["--database", database, "--inbox", folder.file("inbox")])
        #expect(running.code == 0, "\(running.text)")
        #expect(lines(running.text, "problem").isEmpty)
        #expect(running.text.contains("is up to date"))
        #expect(await service.stop() == 0)
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.file("data")).sorted()
        #expect(try await doctor(["--database", database]).code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("data")).sorted() == before)
    }

    @Test func everythingWrong_isNamedAtOnce_withWhatToDo() async throws {
        let folder = try TemporaryFolder()
        try folder.write("not a database", to: "a.sqlite")
        try folder.write("none", to: "tokens")
        let found = try await doctor([
            "--database", folder.file("a.sqlite"), "--inbox", folder.file("nothing"), "--tokens-file", folder.file("tokens"), "--host",
            "0.0.0.0",
        ])
        #expect(found.code == 78)
        let problems = lines(found.text, "problem")
        #expect(problems.contains { $0.contains("no sound database") }, "\(found.text)")
        #expect(problems.contains { $0.contains("nothing") && $0.contains("create it") })
        #expect(problems.contains { $0.contains("tokens") && $0.contains("chmod") })
    }

    @Test func limitsThatContradictEachOther_areNamed_andRefusedWhereTheyCantWork() async throws {
        let folder = try TemporaryFolder()
        let odd = ["--database", folder.file("a.sqlite"), "--limit", "read-time=5s", "--limit", "connections=10"]
        let warned = try await doctor(odd)
        #expect(warned.code == 0)
        #expect(lines(warned.text, "warning").count { $0.contains("read-time (5s)") || $0.contains("connections-per-client (256)") } == 2)
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"), arguments: Array(odd.dropFirst(2)))
        #expect(await service.stop() == 0)
        #expect(service.process.errorText.contains("connections-per-client (256) is more than connections (10)"))

        let refused = try await doctor(odd + ["--limit", "bodies=16MiB", "--limit", "batch=1MiB"])
        #expect(refused.code == 78)
        let problem = try #require(lines(refused.text, "problem").first)
        for name in ["document (16MiB)", "raise bodies to 64MiB", "read-time", "connections-per-client"] {
            #expect(problem.contains(name), "\(problem)")
        }
    }

    @Test func openAddressWithoutTokens_isAProblem_andAllowedAWarning() async throws {
        let folder = try TemporaryFolder()
        let open = ["--database", folder.file("a.sqlite"), "--host", "0.0.0.0"]
        let refused = try await doctor(open)
        #expect(refused.code == 78)
        #expect(refused.text.contains("dateline token create"))
        let allowed = try await doctor(open + ["--allow-anonymous"])
        #expect(allowed.code == 0)
        #expect(lines(allowed.text, "warning").contains { $0.contains("anybody") })
    }

    @Test func optionsOfServe_areTaken_andAllThatItWouldRefuseIsNamed() async throws {
        let folder = try TemporaryFolder()
        let database = ["--database", folder.file("data/a.sqlite")]
        let sound = try await doctor(
            database + [
                "--log-format", "json", "--log-level", "debug", "--require-if-match", "--keep-raw", "off", "--raw-limit", "2",
                "--raw-retention", "90", "--allowed-host", "news.example.org:8443", "--allowed-origin", "https://desk.example.org/",
            ])
        #expect(sound.code == 0, "\(sound.text)")
        let wrong = try ProgramRun(
            ["doctor", "--port", "0", "--allowed-host", "https://news.example.org"] + database,
            environment: ["DATELINE_LOG_LEVEL": "loud", "DATELINE_RAW_LIMIT": "99", "DATELINE_ON_DELETE": "keep"])
        #expect(await wrong.exitCode() == 78)
        let problems = lines(wrong.outputText, "problem")
        for name in ["--allowed-host", "DATELINE_LOG_LEVEL", "DATELINE_RAW_LIMIT", "--on-delete"] {
            #expect(problems.contains { $0.contains(name) }, "\(wrong.outputText)")
        }
    }

    @Test func readOnly_makesNothing_andExcludesAnInbox() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let reading = ["--read-only", "--database", database]
        let missing = try await doctor(reading)
        #expect(missing.code == 78)
        #expect(lines(missing.text, "problem").contains { $0.contains("isn't there") }, "\(missing.text)")
        #expect(await (try ProgramRun(["migrate", "--database", database])).exitCode() == 0)
        #expect(try await doctor(reading).code == 0)
        let both = try await doctor(reading + ["--inbox", folder.file("inbox")])
        #expect(both.code == 78)
        #expect(lines(both.text, "problem").contains { $0.contains("exclude each other") }, "\(both.text)")
    }

    @Test func logThatIsGone_isAProblem() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("data/a.sqlite")
        let service = try await RunningDateline.start(database: database)
        #expect(try await service.post("/v1/articles", #"{"headline":"a"}"#).status == 201)
        await service.kill()
        try FileManager.default.removeItem(atPath: database + "-wal")
        let found = try await doctor(["--database", database])
        #expect(found.code == 78)
        #expect(found.text.contains("--accept-loss"))
    }

    @Test func folderOfOneLetter_besideAnInbox_isNoTrap() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("in"), withIntermediateDirectories: false)
        let script = "cd '\(folder.path)' && exec '\(ProgramRun.executable)' doctor --port 0 --database d/a.sqlite --inbox in"
        let run = try ProgramRun(command: ["/bin/sh", "-c", script])
        #expect(await run.exitCode() == 0, "\(run.errorText)")
        let serve = try ProgramRun(command: ["/bin/sh", "-c", script.replacing("doctor", with: "serve")])
        _ = try await serve.firstOutputLine(containing: "http://")
        serve.signal(SIGTERM)
        #expect(await serve.exitCode() == 0)
    }
}
