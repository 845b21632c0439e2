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
            Reads text pages, Markdown, HTML, articles in JSON (.json, .jsonl, ninjs), RSS and Atom. Run again over the same files, it
            leaves alone what hasn't changed. On a terminal a bar shows how far it is, else a line every few seconds.
            A file .ndjson or .jsonl that is named itself and whose first line has the member "kind" is read as what dateline export wrote:
            all kinds of resources, each stored under its id. What is there already under that id is replaced.
            Ends with 0 if everything was taken, with 1 if a file failed, wholly or in part, and with 66 if a path isn't there.
            A database that a running service uses is locked: put the files into that service's inbox instead.
            """
    )

    @Argument(help: ArgumentHelp("Files, and folders with all that lies in them.", valueName: "path"))
    var paths: [String]

    @Flag(help: "The first folder below one that is named here names the source of what lies in it.")
    var folderIsSource = false

    @Flag(
        help:
            "Read links to files in a folder named here that have no name there under which they are read, as in hidden folders. Links out of it are never followed."
    )
    var followLinks = false

    @OptionGroup var rawOptions: RawOptions
    @OptionGroup var databaseOptions: DatabaseOptions
    @OptionGroup var rootOption: RootOption
    @OptionGroup var loggingOptions: LoggingOptions

    func run() async throws {
        let settings = Settings()
        try rootOption.check(settings)
        let resolved = try paths.map { path in
            guard let resolved = realpath(path, nil) else { throw CommandFailure(.noInput, "\(path) isn't there or can't be reached.") }
            defer { free(resolved) }
            return String(cString: resolved)
        }
        let exports = resolved.filter(RestoreRun.isExport)
        let files = resolved.filter { !exports.contains($0) }
        var options = ImportOptions()
        options.folderIsSource = try settings.flag(folderIsSource, "folder-is-source")
        options.followsLinks = try settings.flag(followLinks, "follow-links")
        options.raw = try rawOptions.checked(settings)
        options.trial = ParseTrial.outlives
        let logger = try loggingOptions.bootstrap(settings)
        let store = try databaseOptions.openStore(settings)
        var outcomes: [Outcome] = []
        let merging = Task { try await BackgroundWork.merging(store, StandingWarnings(), logger).run() }
        do {
            if !exports.isEmpty { outcomes.append(try await Self.restore(exports, into: store)) }
            if !files.isEmpty { outcomes.append(try await Self.importFiles(files, options, into: store, logger)) }
            try await store.relinker.relinkPending()
            merging.cancel()
            _ = await merging.result
            await Self.finishMerging(store, logger)
            try await store.close()
        } catch {
            merging.cancel()
            _ = await merging.result
            try? await store.close()
            if let error = error as? StoreOpenError { throw CommandFailure(error) }
            throw CommandFailure(.ioError, "the import broke off: \(error)")
        }
        if outcomes.contains(where: \.hasFailures) { throw ExitCode(1) }
        if let unwritten = outcomes.compactMap(\.unwritten).first { throw unwritten }
    }

    /// What was imported is stored, whatever becomes of this.
    private static func finishMerging(_ store: SQLiteStore, _ logger: Logger) async {
        do {
            guard try await store.textIndexMerger.isPutOff() else { return }
            logger.info("Merging the full-text index")
            try await store.textIndexMerger.finish()
        } catch {
            logger.warning(
                "The full-text index isn't merged yet; the service or the next import goes on with that", metadata: ["error": "\(error)"])
        }
    }

    private struct Outcome {
        let hasFailures: Bool
        /// Why what was done isn't on standard output, where it isn't.
        let unwritten: (any Error)?

        /// - Parameter text: for standard output.
        init(hasFailures: Bool, _ text: String) {
            self.hasFailures = hasFailures
            unwritten = StandardStreams.writeOutput(text) ? nil : StandardStreams.failure()
        }
    }

    private static func importFiles(
        _ paths: [String], _ options: ImportOptions, into store: SQLiteStore, _ logger: Logger
    ) async throws -> Outcome {
        let start = ContinuousClock.now
        let ids = ResourceIDGenerator(now: Timestamp.now)
        let bar = ImportProgressBar(isTerminal: isatty(2) == 1)
        defer { bar.finish() }
        let importing = ImportRun(options: options, ledger: store.imports, now: Timestamp.now, makeID: { ids.next() }, logger: logger)
        let summary = try await importing.run(paths: paths) { bar.show($0) }
        bar.finish()
        let time = ContinuousClock.now - start
        tellFailures(summary)
        return Outcome(hasFailures: summary.failed + summary.partial > 0, text(summary, in: time))
    }

    private static func restore(_ paths: [String], into store: SQLiteStore) async throws -> Outcome {
        var restoring = RestoreRun(store.restore) { StandardStreams.writeError($0 + "\n") }
        for path in paths { try await restoring.read(path) }
        let summary = restoring.summary
        let names: [PortableResource.Kind: String] = [
            .tag: "tags", .source: "sources", .entity: "entities", .event: "events", .article: "articles",
        ]
        var parts = PortableResource.Kind.allCases.map { "\(summary.counts[$0] ?? 0) \(names[$0] ?? $0.rawValue)" }
        if summary.unchanged > 0 { parts.append("\(summary.unchanged) unchanged") }
        if summary.failed > 0 { parts.append("\(summary.failed) failed") }
        return Outcome(hasFailures: summary.failed > 0, "Restored: \(parts.joined(separator: ", ")).\n")
    }

    private static func tellFailures(_ summary: ImportSummary) {
        for failure in summary.failures {
            var place = failure.line.map { ", line \($0)" } ?? ""
            if let offset = failure.byteOffset { place += ", byte \(offset)" }
            StandardStreams.writeError(
                "\(failure.state): \(failure.path): \(failure.reason)\(place)\(failure.detail.map { ": \($0)" } ?? "")\n")
        }
        let unnamed = summary.failed + summary.partial - summary.failures.count
        if unnamed > 0 { StandardStreams.writeError("… and \(unnamed) more.\n") }
    }

    private static func text(_ summary: ImportSummary, in time: Duration) -> String {
        let counts = [
            (summary.done, "done"), (summary.partial, "partial"), (summary.failed, "failed"), (summary.skipped, "skipped"),
            (summary.unchanged, "unchanged"), (summary.ignored, "ignored"),
        ]
        let text = counts.filter { $0.0 > 0 || $0.1 == "done" }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let looked = summary.done + summary.partial + summary.failed + summary.skipped + summary.unchanged
        let seconds = time / .seconds(1)
        let speed = seconds > 0 ? Int(Double(looked) / seconds) : looked
        let pace = "\(looked) files in \(ProgressText.duration(seconds)), \(speed) files/s"
        return "Imported: \(text) (\(pace)).\n"
    }
}
