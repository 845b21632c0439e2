import Foundation
import Testing

@Suite struct CommandLineTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let code: Int32
        let says: String
        var environment: [String: String] = [:]

        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Row(arguments: ["frobnicate"], code: 64, says: "frobnicate"),
        Row(arguments: ["serve", "--prot", "80"], code: 64, says: "--port"),
        Row(arguments: ["serve", "--port"], code: 64, says: "port"),
        Row(arguments: ["serve", "--port", "65536"], code: 64, says: "65536"),
        Row(arguments: ["serve", "--port", "-1"], code: 64, says: "port"),
        Row(arguments: ["serve", "--port", "abc"], code: 64, says: "abc"),
        Row(arguments: ["serve", "--port", "８０８０"], code: 64, says: "port"),
        Row(arguments: ["serve", "--port", "1e3"], code: 64, says: "1e3"),
        Row(arguments: ["serve", "--token", "x"], code: 64, says: "--token"),
        Row(arguments: ["serve"], code: 64, says: "DATELINE_PORT", environment: ["DATELINE_PORT": "80x"]),
        Row(arguments: ["serve", "--database", ":memory:"], code: 64, says: ":memory:"),
        Row(arguments: ["serve", "--database", "file:x?mode=memory"], code: 64, says: "file:"),
        Row(arguments: ["serve", "--database", ""], code: 64, says: "database"),
        Row(arguments: ["serve", "--database", "/"], code: 73, says: "folder"),
        Row(arguments: ["serve", "--database", "/nonexistent/x/y.sqlite"], code: 73, says: "/nonexistent/x"),
        Row(arguments: ["import"], code: 64, says: "path"),
    ])
    func run_wrongUsage_endsWithOneLineAndItsCode(row: Row) async throws {
        let run = try ProgramRun(row.arguments, environment: row.environment)
        #expect(await run.exitCode() == row.code)
        #expect(run.errorText.split(separator: "\n").count == 1, "\(run.errorText)")
        #expect(run.errorText.contains(row.says), "\(run.errorText)")
        #expect(run.outputText.isEmpty)
    }

    @Test(arguments: [
        ["--help"], ["serve", "--help"], ["import", "--help"], ["export", "--help"], ["backup", "--help"], ["check", "--help"],
        ["migrate", "--help"], ["health", "--help"], ["--version"],
    ])
    func run_help_isOnStandardOutput(arguments: [String]) async throws {
        let run = try ProgramRun(arguments)
        #expect(await run.exitCode() == 0)
        #expect(!run.outputText.isEmpty)
        #expect(run.errorText.isEmpty)
    }

    @Test func serve_anyAddressWithoutLeave_isRefused() async throws {
        let folder = try TemporaryFolder()
        for host in ["0.0.0.0", "::"] {
            let run = try ProgramRun(["serve", "--host", host, "--port", "0", "--database", folder.file("a.sqlite")])
            #expect(await run.exitCode() == 78)
            #expect(run.errorText.contains("--allow-anonymous"))
        }
    }

    @Test func serve_portInUse_endsWith69() async throws {
        let folder = try TemporaryFolder()
        let first = try await RunningDateline.start(database: folder.file("a.sqlite"))
        try FileManager.default.createDirectory(atPath: folder.file("other"), withIntermediateDirectories: true)
        let second = try ProgramRun(["serve", "--port", "\(first.port)", "--database", folder.file("other/b.sqlite")])
        #expect(await second.exitCode() == 69)
        #expect(second.errorText.split(separator: "\n").last?.contains("\(first.port)") == true, "\(second.errorText)")
        await first.stop()
    }

    @Test func serve_inboxThatCannotBe_isRefused() async throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "file.txt")
        let cases: [(String, Int32)] = [
            (folder.file("missing"), 66), (folder.file("file.txt"), 78), ("/", 78), (folder.file("data"), 78),
        ]
        try FileManager.default.createDirectory(atPath: folder.file("data"), withIntermediateDirectories: true)
        for (inbox, code) in cases {
            let run = try ProgramRun(["serve", "--port", "0", "--database", folder.file("data/a.sqlite"), "--inbox", inbox])
            #expect(await run.exitCode() == code, "\(inbox): \(run.errorText)")
            #expect(run.errorText.contains("inbox"))
        }
    }

    @Test func serve_filesThatAreNoDatabase_areRefusedUnharmed() async throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "This is a letter, not a database. ", count: 200)
        try folder.write(text, to: "letter.sqlite")
        let run = try ProgramRun(["serve", "--port", "0", "--database", folder.file("letter.sqlite")])
        #expect(await run.exitCode() == 65)
        #expect(try String(contentsOfFile: folder.file("letter.sqlite"), encoding: .utf8) == text)
    }

    @Test func health_withoutAndWithAService_saysSo() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        #expect(await (try ProgramRun(["health", "--port", "\(service.port)"])).exitCode() == 0)
        await service.stop()
        let run = try ProgramRun(["health", "--port", "\(service.port)"])
        #expect(await run.exitCode() == 69)
        #expect(run.errorText.split(separator: "\n").count == 1)
    }

    @Test func migrate_status_tellsWithoutWriting() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let before = try ProgramRun(["migrate", "--status", "--database", database])
        #expect(await before.exitCode() == 0)
        #expect(!FileManager.default.fileExists(atPath: database))
        #expect(await (try ProgramRun(["migrate", "--database", database])).exitCode() == 0)
        let after = try ProgramRun(["migrate", "--status", "--database", database])
        #expect(await after.exitCode() == 0)
        #expect(after.outputText.contains("0001_create_schema"))
    }
}
