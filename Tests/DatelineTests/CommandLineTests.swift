import DatelineTestSupport
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
        Row(arguments: ["serve", "--inbox-mode", "copy"], code: 64, says: "copy"),
        Row(arguments: ["serve", "--inbox-mode", "consume"], code: 64, says: "--inbox-mode"),
        Row(arguments: ["serve", "--keep-raw", "maybe"], code: 64, says: "maybe"),
        Row(arguments: ["serve", "--raw-limit", "33"], code: 64, says: "33"),
        Row(arguments: ["serve", "--raw-retention", "0"], code: 64, says: "raw-retention"),
        Row(arguments: ["import", "x", "--keep-raw", "no"], code: 64, says: "no"),
        Row(arguments: ["serve", "--on-delete", "forget"], code: 64, says: "forget"),
        Row(arguments: ["serve", "--on-delete", "delete"], code: 64, says: "--on-delete"),
        Row(arguments: ["serve", "--folder-is-source"], code: 64, says: "--inbox"),
        Row(arguments: ["serve", "--follow-links"], code: 64, says: "--inbox"),
        Row(arguments: ["serve", "--inbox", "/tmp", "--inbox-mode", "consume", "--follow-links"], code: 64, says: "--follow-links"),
        Row(arguments: ["serve"], code: 64, says: "DATELINE_INBOX_MODE", environment: ["DATELINE_INBOX_MODE": "move"]),
        Row(arguments: ["serve"], code: 64, says: "--on-delete", environment: ["DATELINE_ON_DELETE": "keep"]),
        Row(arguments: ["serve"], code: 64, says: "DATELINE_FOLDER_IS_SOURCE", environment: ["DATELINE_FOLDER_IS_SOURCE": "maybe"]),
        Row(arguments: ["serve", "--inbox", ""], code: 64, says: "--inbox"),
        Row(arguments: ["serve", "--host", "0.0.0.0"], code: 78, says: "--tokens-file"),
        Row(arguments: ["serve", "--tokens-file", "/nonexistent/tokens"], code: 66, says: "/nonexistent/tokens"),
        Row(arguments: ["serve", "--tokens-file", "/dev/null"], code: 78, says: "/dev/null"),
        Row(arguments: ["serve", "--allowed-host", "https://news.example.org"], code: 64, says: "--allowed-host"),
        Row(arguments: ["serve"], code: 64, says: "*.example.org", environment: ["DATELINE_ALLOWED_HOST": "a.example.org, *.example.org"]),
        Row(arguments: ["serve", "--allowed-origin", "https://desk.example.org/app"], code: 64, says: "--allowed-origin"),
        Row(arguments: ["serve", "--allowed-origin", "null"], code: 64, says: "null"),
        Row(arguments: ["serve"], code: 64, says: "DATELINE_REQUIRE_IF_MATCH", environment: ["DATELINE_REQUIRE_IF_MATCH": "maybe"]),
        Row(arguments: ["doctor", "--log-format", "xml"], code: 64, says: "xml"),
        Row(arguments: ["serve", "--limit", "conections=5"], code: 64, says: "connections"),
        Row(
            arguments: ["serve", "--limit", "bodies=16MiB", "--limit", "batch=1MiB", "--limit", "read-time=9s"], code: 64,
            says: "raise bodies to 64MiB; read-time (9s)"),
        Row(arguments: ["serve"], code: 64, says: "idle", environment: ["DATELINE_LIMIT": "connections=5,idle=1"]),
        Row(arguments: ["token", "create", "--scope", "admin", "--tokens-file", "x"], code: 64, says: "admin"),
        Row(arguments: ["token", "create", "--scope", "read"], code: 64, says: "--tokens-file"),
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
        ["migrate", "--help"], ["health", "--help"], ["doctor", "--help"], ["token", "create", "--help"], ["--version"],
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

    @Test func serve_nameThatLeadsNowhere_endsWith69() async throws {
        let folder = try TemporaryFolder()
        let run = try ProgramRun([
            "serve", "--host", "nosuch.invalid", "--allow-anonymous", "--port", "0", "--database", folder.file("a.sqlite"),
        ])
        #expect(await run.exitCode() == 69)
        let last = try #require(run.errorText.split(separator: "\n").last)
        #expect(last.hasPrefix("dateline: nosuch.invalid") && last.contains("--host"), "\(run.errorText)")
    }

    @Test(.enabled(if: PretendedNFS.works, "strace isn't there or can't pretend"))
    func serve_IPv6SwitchedOff_endsWith69() async throws {
        let folder = try TemporaryFolder()
        let run = try PretendedLackOfIPv6.run(["serve", "--host", "::1", "--port", "0", "--database", folder.file("a.sqlite")])
        #expect(await run.exitCode() == 69, "\(run.errorText)")
        let last = try #require(run.errorText.split(separator: "\n").last)
        #expect(last.hasPrefix("dateline: ") && last.contains("IPv6") && last.contains("--host"), "\(run.errorText)")
    }

    @Test func serve_start_tellsTheVersionOfSQLiteOnce() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        #expect(await service.stop() == 0)
        let lines = service.process.errorText.split(separator: "\n").filter { $0.contains(" notice ") && $0.contains("SQLite") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("version=3.") == true, "\(service.process.errorText)")
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

    /// In a namespace of its own, where that is allowed, the folder is mounted read-only for the run.
    @Test(.enabled(if: ReadOnlyMount.isAllowed))
    func serve_inboxMountedReadOnly_isEnoughToFollowButNotToConsume() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("inbox"), withIntermediateDirectories: true)
        let arguments = ["serve", "--port", "0", "--database", folder.file("data/a.sqlite"), "--inbox", folder.file("inbox")]
        let consuming = try ReadOnlyMount.run(arguments + ["--inbox-mode", "consume"], folder: folder.file("inbox"))
        #expect(await consuming.exitCode() == 78)
        #expect(consuming.errorText.contains("read-only") && consuming.errorText.contains("sync"), "\(consuming.errorText)")
        #expect(consuming.errorText.split(separator: "\n").count == 1)
        let following = try ReadOnlyMount.run(arguments + ["--inbox-mode", "sync"], folder: folder.file("inbox"))
        _ = try await following.firstOutputLine(containing: "http://")
        following.signal(SIGTERM)
        #expect(await following.exitCode() == 0)
    }

    @Test(.enabled(if: getuid() != 0, "whoever is root may write everywhere"))
    func serve_inboxThatMayNotBeWritten_isNotConsumed() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("inbox"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
        let run = try ProgramRun(
            [
                "serve", "--port", "0", "--database", folder.file("data/a.sqlite"), "--inbox", folder.file("inbox"), "--inbox-mode",
                "consume",
            ])
        #expect(await run.exitCode() == 77)
    }

    @Test(.enabled(if: PretendedNFS.works, "strace isn't there or can't pretend"))
    func database_onNFS_isRefusedUnlessAllowedAndWarnedOf() async throws {
        let folder = try TemporaryFolder()
        let arguments = ["--database", folder.file("a.sqlite")]
        for command in [["serve", "--port", "0"], ["migrate"], ["import", folder.path]] {
            let run = try PretendedNFS.run(command + arguments)
            #expect(await run.exitCode() == 78, "\(command): \(run.errorText)")
            #expect(run.errorText.contains("NFS") && run.errorText.contains("--allow-network-database"), "\(run.errorText)")
            #expect(run.errorText.split(separator: "\n").count == 1)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("a.sqlite")))
        let allowed = try PretendedNFS.run(["migrate", "--allow-network-database"] + arguments)
        #expect(await allowed.exitCode() == 0, "\(allowed.errorText)")
        #expect(allowed.errorText.contains("warning") && allowed.errorText.contains("NFS"), "\(allowed.errorText)")
        let check = try PretendedNFS.run(["check"] + arguments)
        #expect(await check.exitCode() == 0, "\(check.errorText)")
        #expect(check.errorText.contains("warning"), "\(check.errorText)")
        let local = try ProgramRun(["migrate"] + arguments)
        #expect(await local.exitCode() == 0)
        #expect(local.errorText.isEmpty)
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

/// Runs the program with a folder mounted read-only, for itself alone.
enum ReadOnlyMount {
    private static let unshare = "/usr/bin/unshare"

    static let isAllowed: Bool = {
        guard FileManager.default.isExecutableFile(atPath: unshare), let folder = try? TemporaryFolder(),
            let run = try? ProgramRun(command: command(folder.path, ["/bin/true"]))
        else { return false }
        return run.waitForExit() == 0
    }()

    static func run(_ arguments: [String], folder: String) throws -> ProgramRun {
        try ProgramRun(command: command(folder, [ProgramRun.executable] + arguments))
    }

    private static func command(_ folder: String, _ program: [String]) -> [String] {
        let script = #"mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@""#
        return [unshare, "--user", "--map-root-user", "--mount", "/bin/sh", "-c", script, "sh", folder] + program
    }
}

/// Runs the program under strace, which gives it no socket, as a kernel without IPv6 gives none of that kind.
enum PretendedLackOfIPv6 {
    static func run(_ arguments: [String]) throws -> ProgramRun {
        let command = [
            PretendedNFS.strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=socket", "-e", "signal=none",
            "-e", "inject=socket:error=EAFNOSUPPORT", ProgramRun.executable,
        ]
        return try ProgramRun(command: command + arguments, environment: Traced.environment)
    }
}

/// Runs the program under strace, which has every file system look like NFS to it.
enum PretendedNFS {
    static let strace = "/usr/bin/strace"

    static let works: Bool = {
        guard FileManager.default.isExecutableFile(atPath: strace),
            let run = try? ProgramRun(command: command(["/usr/bin/stat", "--file-system", "--format", "%T", "/"]))
        else { return false }
        return run.waitForExit() == 0 && run.outputText == "nfs\n"
    }()

    static func run(_ arguments: [String]) throws -> ProgramRun {
        try ProgramRun(command: command([ProgramRun.executable] + arguments), environment: Traced.environment)
    }

    private static func command(_ program: [String]) -> [String] {
        [
            strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=statfs,fstatfs", "-e", "signal=none",
            "-e", "inject=statfs,fstatfs:poke_exit=@arg2=6969000000000000",
        ] + program
    }
}
