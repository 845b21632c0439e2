import ArgumentParser
import DatelineImport
import DatelineModels
import DatelineSQLite
import Glibc
import Logging

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import files or folders once, without a server.",
        discussion: """
            Reads pages (.txt) and articles in JSON (.json, .jsonl). Run again over the same files, it leaves alone what hasn't changed.
            Ends with 0 if everything was taken, with 1 if a file failed, wholly or in part, and with 66 if a path isn't there.
            A database that a running service uses is locked: put the files into that service's inbox instead.
            """
    )

    @Argument(help: ArgumentHelp("Files, and folders with all that lies in them.", valueName: "path"))
    var paths: [String]

    @OptionGroup var databaseOptions: DatabaseOptions
    @OptionGroup var loggingOptions: LoggingOptions

    func run() async throws {
        let settings = Settings()
        let resolved = try paths.map { path in
            guard let resolved = realpath(path, nil) else { throw CommandFailure(.noInput, "\(path) isn't there or can't be reached.") }
            defer { free(resolved) }
            return String(cString: resolved)
        }
        let logger = try loggingOptions.bootstrap(settings)
        let store = try databaseOptions.openStore(settings)
        let ids = ResourceIDGenerator(now: Timestamp.now)
        let bar = ImportProgressBar(isTerminal: isatty(2) == 1)
        let summary: ImportSummary
        do {
            let importing = ImportRun(ledger: store.imports, now: Timestamp.now, makeID: { ids.next() }, logger: logger)
            summary = try await importing.run(paths: resolved) { bar.show($0) }
            try await store.relinker.relinkPending()
            try await store.close()
        } catch {
            bar.finish()
            try? await store.close()
            throw CommandFailure(.ioError, "the import broke off: \(error)")
        }
        bar.finish()
        write(summary)
        if summary.failed + summary.partial > 0 { throw ExitCode(1) }
    }

    private func write(_ summary: ImportSummary) {
        for failure in summary.failures {
            var place = failure.line.map { ", line \($0)" } ?? ""
            if let offset = failure.byteOffset { place += ", byte \(offset)" }
            StandardStreams.writeError("\(failure.state): \(failure.path): \(failure.reason)\(place)\(failure.detail.map { ": \($0)" } ?? "")\n")
        }
        let counts = [
            (summary.done, "done"), (summary.partial, "partial"), (summary.failed, "failed"), (summary.skipped, "skipped"),
            (summary.unchanged, "unchanged"), (summary.ignored, "ignored"),
        ]
        let text = counts.filter { $0.0 > 0 || $0.1 == "done" }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        StandardStreams.writeOutput("Imported: \(text).\n")
    }
}
