import Foundation
import Glibc
import Testing

/// What `dateline import` shows while it works, and in the end.
@Suite struct ImportCommandTests {
    private func pages(_ count: Int, in folder: TemporaryFolder) throws {
        try FileManager.default.createDirectory(atPath: folder.file("pages"), withIntermediateDirectories: true)
        for number in 0..<count {
            try folder.write(
                "Story number \(number)\nBy Ana Sousa\n2026-05-01\n\nThe mayor of Velmora said that story \(number) would go on.\n",
                to: "pages/\(number).txt")
        }
    }

    @Test func import_notOnATerminal_writesNeitherBarNorControlCharacters() async throws {
        let folder = try TemporaryFolder()
        try pages(40, in: folder)
        try folder.write("{", to: "pages/bad.json")
        let run = try ProgramRun(["import", folder.file("pages"), "--database", folder.file("data/a.sqlite"), "--log-level", "error"])
        #expect(await run.exitCode() == 1)
        let summary = run.outputText
        #expect(summary.hasPrefix("Imported: 40 done, 1 failed (41 files in "), "\(summary)")
        #expect(summary.hasSuffix(" files/s).\n") && summary.split(separator: "\n").count == 1)
        let errors = run.errorText
        // On a busy machine it takes long enough to say how far it is.
        let faults = errors.split(separator: "\n").filter { !$0.hasPrefix("Importing: ") }
        #expect(faults.count == 1 && errors.contains("bad.json: parse-failed, line 1, byte 1"), "\(errors)")
        #expect(!errors.utf8.contains(0x0D) && !errors.utf8.contains(0x1B))
    }

    @Test func import_onATerminal_drawsABarAndTakesItAway() async throws {
        let folder = try TemporaryFolder()
        try pages(4000, in: folder)
        let terminal = try Terminal(columns: 100)
        let run = try ProgramRun(
            command: [
                ProgramRun.executable, "import", folder.file("pages"), "--database", folder.file("data/a.sqlite"), "--log-level", "error",
            ], terminal: terminal.path)
        let shown = await terminal.read(until: run)
        #expect(await run.exitCode() == 0)
        #expect(run.outputText.hasPrefix("Imported: 4000 done (4000 files in "), "\(run.outputText)")
        let drawings = shown.split(separator: "\r").filter { $0.contains("%") }
        #expect(drawings.count >= 2, "\(shown)")
        for drawing in drawings {
            #expect(drawing.hasPrefix("[") && drawing.contains(" files, ") && drawing.contains(" files/s, "), "\(drawing)")
            #expect(drawing.prefix { $0 != "\u{1B}" }.count < 100)
        }
        #expect(drawings.last?.contains(" of 4000 files, ") == true, "\(drawings.last ?? "")")
        // No more than ten a second, and what is left of the bar in the end is nothing.
        #expect(Double(drawings.count) <= terminal.seconds * 10 + 2)
        #expect(shown.hasSuffix("\r\u{1B}[K"), "\(shown.suffix(40))")
    }

    @Test func import_again_leavesAloneWhatHasNotChanged() async throws {
        let folder = try TemporaryFolder()
        try pages(5, in: folder)
        let arguments = ["import", folder.file("pages"), "--database", folder.file("data/a.sqlite")]
        #expect(await (try ProgramRun(arguments)).exitCode() == 0)
        let again = try ProgramRun(arguments)
        #expect(await again.exitCode() == 0)
        #expect(again.outputText.hasPrefix("Imported: 0 done, 5 unchanged ("), "\(again.outputText)")
    }

    @Test func import_folderIsSource_namesTheSource() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("pages/Velmark Courier"), withIntermediateDirectories: true)
        try folder.write(#"{"headline":"From the folder"}"#, to: "pages/Velmark Courier/a.json")
        let run = try ProgramRun(["import", folder.file("pages"), "--folder-is-source", "--database", folder.file("data/a.sqlite")])
        #expect(await run.exitCode() == 0, "\(run.errorText)")
        let service = try await RunningDateline.start(database: folder.file("data/a.sqlite"))
        #expect(try await service.get("/v1/articles?source=velmark%20courier").json["items"]?.items.count == 1)
        await service.stop()
    }
}

/// A terminal without a person.
private final class Terminal: Sendable {
    let path: String
    private let master: Int32
    private let start = ContinuousClock.now

    init(columns: UInt16) throws {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        self.master = master
        try #require(master >= 0)
        // Glibc's module has neither unlockpt nor ptsname: TIOCSPTLCK and TIOCGPTN, of ioctl_tty(2).
        var isLocked: CInt = 0
        var number: CUnsignedInt = 0
        try #require(ioctl(master, 0x4004_5431, &isLocked) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
        path = "/dev/pts/\(number)"
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit { close(master) }

    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Everything that was shown up to the end of the program.
    func read(until run: ProgramRun) async -> String {
        var bytes: [UInt8] = []
        var hasEnded = false
        while true {
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = Glibc.read(master, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
                continue
            }
            if hasEnded { return String(decoding: bytes, as: UTF8.self) }
            hasEnded = run.hasEnded
            try? await Task.sleep(for: .milliseconds(5))
        }
    }
}
