import Foundation
import Testing

/// Tokens of the built program: made, used, replaced while it runs.
@Suite struct AccessTests {
    private func makeToken(_ scope: String, _ file: String) async throws -> String {
        let run = try ProgramRun(["token", "create", "--scope", scope, "--tokens-file", file])
        #expect(await run.exitCode() == 0, "\(run.errorText)")
        let lines = run.outputText.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(!run.errorText.contains(lines[0]), "shown once, on standard output only")
        return String(try #require(lines.first))
    }

    private func start(_ folder: TemporaryFolder, _ file: String, _ token: String, _ more: [String] = []) async throws -> RunningDateline {
        try await RunningDateline.start(
            database: folder.file("data/a.sqlite"), arguments: ["--tokens-file", file] + more, headers: ["Authorization": "Bearer \(token)"]
        )
    }

    @Test func token_madeWhileRunning_isTakenUp_andOneTakenAwayIsRefused() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("tokens")
        let first = try await makeToken("write", file)
        let service = try await start(folder, file, first, ["--host", "0.0.0.0"])
        #expect(try await service.get("/v1").status == 401)
        #expect(try await service.get("/livez").status == 200)

        let second = try await makeToken("read", file)
        let reader = ["Authorization": "Bearer \(second)"]
        try await eventually("the new token counts") { try await service.get("/v1", headers: reader).status == 200 }
        #expect(try await service.post("/v1/articles", #"{"headline":"a"}"#, headers: reader).status == 403)
        #expect(try await service.post("/v1/articles", #"{"headline":"a"}"#, headers: ["Authorization": "Bearer \(first)"]).status == 201)

        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        try Data((lines[1] + "\n").utf8).write(to: URL(fileURLWithPath: file))
        try await eventually("the deleted token doesn't count") {
            try await service.get("/v1", headers: ["Authorization": "Bearer \(first)"]).status == 401
        }
        #expect(try await service.get("/v1", headers: reader).status == 200)
        #expect(await service.stop() == 0)
        for token in [first, second] { #expect(!service.process.errorText.contains(token)) }
    }

    @Test func hangup_withABrokenFile_keepsTheTokens_andIsNoEnd() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("tokens")
        let token = try await makeToken("write", file)
        let service = try await start(folder, file, token)
        try folder.write("nonsense\n", to: "tokens")
        service.process.signal(SIGHUP)
        try await eventually("it says so") { service.process.errorText.contains("the tokens stay as they were") }
        #expect(try await service.get("/v1", headers: ["Authorization": "Bearer \(token)"]).status == 200)
        #expect(!service.process.errorText.contains("nonsense"))
        let warned = try await service.get("/readyz", headers: ["Authorization": "Bearer \(token)"])
        #expect(warned.status == 200 && warned.text.contains(#""part":"tokens""#))
        let next = try await makeToken("write", folder.file("next"))
        try folder.write(try String(contentsOfFile: folder.file("next"), encoding: .utf8), to: "tokens")
        let header = ["Authorization": "Bearer \(next)"]
        try await eventually("the file is read") { try await service.get("/readyz", headers: header).text == #"{"status":"ok"}"# }
        #expect(await service.stop() == 0)

        let open = try await RunningDateline.start(database: folder.file("data/a.sqlite"))
        open.process.signal(SIGHUP)
        #expect(try await open.get("/livez").status == 200)
        #expect(await open.stop() == 0)
    }

    @Test func file_ofTokens_isForItsOwnerOnly_andIsAppendedToByManyAtOnce() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("tokens")
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<8 { group.addTask { try await makeToken(number % 2 == 0 ? "read" : "write", file) } }
            let tokens = try await group.reduce(into: Set<String>()) { $0.insert($1) }
            #expect(tokens.count == 8)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.split(separator: "\n").count == 8)
            for token in tokens { #expect(!text.contains(token)) }
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func create_intoAFileThatIsNone_leavesItAlone() async throws {
        let folder = try TemporaryFolder()
        try folder.write("precious\n", to: "notes")
        chmod(folder.file("notes"), 0o600)
        let run = try ProgramRun(["token", "create", "--scope", "read", "--tokens-file", folder.file("notes")])
        #expect(await run.exitCode() == 78)
        #expect(run.outputText.isEmpty)
        #expect(try String(contentsOfFile: folder.file("notes"), encoding: .utf8) == "precious\n")
    }

    @Test func create_afterALineWithoutItsEnd_beginsANewOne() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("tokens")
        let first = try await makeToken("write", file)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try folder.write(String(text.dropLast()), to: "tokens")
        chmod(file, 0o600)
        _ = try await makeToken("read", file)
        let service = try await start(folder, file, first)
        #expect(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count == 2)
        #expect(await service.stop() == 0)
    }
}
