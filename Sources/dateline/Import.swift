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
            A file .ndjson or .jsonl that is named itself and whose first line has the member "kind" is read as what dateline export wrote:
            all kinds of resources, each stored under its id. What is there already under that id is replaced.
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
        let exports = resolved.filter(RestoreRun.isExport)
        let files = resolved.filter { !exports.contains($0) }
        let logger = try loggingOptions.bootstrap(settings)
        let store = try databaseOptions.openStore(settings)
        var hasFailures = false
        do {
            if !exports.isEmpty { hasFailures = try await Self.restore(exports, into: store) }
            if !files.isEmpty { hasFailures = try await Self.importFiles(files, into: store, logger) || hasFailures }
            try await store.relinker.relinkPending()
            try await store.close()
        } catch {
            try? await store.close()
            throw CommandFailure(.ioError, "the import broke off: \(error)")
        }
        if hasFailures { throw ExitCode(1) }
    }

    /// - Returns: whether something failed.
    private static func importFiles(_ paths: [String], into store: SQLiteStore, _ logger: Logger) async throws -> Bool {
        let ids = ResourceIDGenerator(now: Timestamp.now)
        let bar = ImportProgressBar(isTerminal: isatty(2) == 1)
        defer { bar.finish() }
        let importing = ImportRun(ledger: store.imports, now: Timestamp.now, makeID: { ids.next() }, logger: logger)
        let summary = try await importing.run(paths: paths) { bar.show($0) }
        bar.finish()
        write(summary)
        return summary.failed + summary.partial > 0
    }

    /// - Returns: whether something failed.
    private static func restore(_ paths: [String], into store: SQLiteStore) async throws -> Bool {
        var restoring = RestoreRun(store.restore) { StandardStreams.writeError($0 + "\n") }
        for path in paths { try await restoring.read(path) }
        let summary = restoring.summary
        let names: [PortableResource.Kind: String] = [
            .tag: "tags", .source: "sources", .entity: "entities", .event: "events", .article: "articles",
        ]
        var parts = PortableResource.Kind.allCases.map { "\(summary.counts[$0] ?? 0) \(names[$0] ?? $0.rawValue)" }
        if summary.unchanged > 0 { parts.append("\(summary.unchanged) unchanged") }
        if summary.failed > 0 { parts.append("\(summary.failed) failed") }
        StandardStreams.writeOutput("Restored: \(parts.joined(separator: ", ")).\n")
        return summary.failed > 0
    }

    private static func write(_ summary: ImportSummary) {
        for failure in summary.failures {
            var place = failure.line.map { ", line \($0)" } ?? ""
            if let offset = failure.byteOffset { place += ", byte \(offset)" }
            StandardStreams.writeError(
                "\(failure.state): \(failure.path): \(failure.reason)\(place)\(failure.detail.map { ": \($0)" } ?? "")\n")
        }
        let counts = [
            (summary.done, "done"), (summary.partial, "partial"), (summary.failed, "failed"), (summary.skipped, "skipped"),
            (summary.unchanged, "unchanged"), (summary.ignored, "ignored"),
        ]
        let text = counts.filter { $0.0 > 0 || $0.1 == "done" }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        StandardStreams.writeOutput("Imported: \(text).\n")
    }
}
