public import DatelineModels
public import Logging

/// Imports files and folders once, without watching. Runs again over the same files, it leaves alone what hasn't changed.
public struct ImportRun: Sendable {
    private let ledger: any ImportLedger
    private let time: ImportTime
    private let makeID: @Sendable () -> ResourceID
    private let logger: Logger
    private let settings = ImportSettings()

    /// - Parameters:
    ///   - now: the wall clock, for record times.
    ///   - makeID: gives the rows of new files their ids.
    ///   - clock: what is waited by while the store can't take anything.
    public init(
        ledger: any ImportLedger, now: @escaping @Sendable () -> Timestamp, makeID: @escaping @Sendable () -> ResourceID, logger: Logger,
        clock: some Clock<Duration> = ContinuousClock()
    ) {
        self.ledger = ledger
        self.time = ImportTime(now: now, clock: clock)
        self.makeID = makeID
        self.logger = logger
    }

    /// Files still being written are not waited for: what is named is taken as complete.
    ///
    /// - Parameters:
    ///   - paths: files, and folders with all that lies in them. A path that isn't there counts as failed.
    ///   - progress: called after each file or small group of files, never at the same time twice.
    /// - Throws: what the store says, once it has been given some time; ``RepositoryError/cancelled`` after a cancellation, between files.
    public func run(
        paths: [String], progress: @escaping @Sendable (ImportRunProgress) -> Void = { _ in }
    ) async throws(RepositoryError) -> ImportSummary {
        var state = RunState(report: progress)
        for path in paths {
            let path = RootPath.absolute(Array(path.utf8))
            if let folder = FolderListing.folder(at: path) {
                try await importFolder(folder, into: &state)
            } else {
                try await importFile(at: path, into: &state)
            }
        }
        return state.progress.summary
    }

    private func importFolder(_ folder: [UInt8], into state: inout RunState) async throws(RepositoryError) {
        let listing = await FolderListing(executorLabel: "dateline.import.listing").list(folder)
        state.progress.summary.ignored += listing.ignored
        for (path, failure) in listing.unreadable {
            state.fail((path.map { folder + [ImportPath.separator] + $0.bytes }) ?? folder, failure)
        }
        try await importFiles(listing.files, of: folder, into: &state)
    }

    private func importFile(at path: [UInt8], into state: inout RunState) async throws(RepositoryError) {
        let place = ImportPath(bytes: path)
        let folder = place.parent?.bytes ?? []
        let root = folder.isEmpty ? [ImportPath.separator] : folder
        let walker = FolderWalker(root: root)
        switch await walker.look([ImportPath(bytes: Array(place.name))]).first?.look {
        case .file(let found): try await importFiles([found], of: root, into: &state)
        case .unknown(let failure): state.fail(path, failure)
        case .gone, .directory, nil: state.fail(path, SystemFailure.absence)
        }
    }

    private func importFiles(_ files: [FoundFile], of folder: [UInt8], into state: inout RunState) async throws(RepositoryError) {
        state.found(files.count)
        let known = try await knownFiles(of: folder)
        let batches = RunBatches(intake: intake(for: folder), time: time, settings: settings, logger: logger)
        var queue = WorkQueue()
        for found in files.sorted(by: { ($0.stamp.modifiedNanoseconds, $0.path) < ($1.stamp.modifiedNanoseconds, $1.path) }) {
            if let entry = known[found.path], entry.stamp == found.stamp, entry.state.isSettled {
                state.noteUnchanged(found.path, in: folder)
            } else if let refusal = FolderImporter.refusal(of: found) {
                try await batches.save(refusal, of: found, hasRow: known[found.path] != nil)
                state.skip(found.path, in: folder)
            } else {
                queue.add(.init(path: found.path, stamp: found.stamp, evidence: .listedOld, since: .zero, due: .zero), isAlone: false)
            }
        }
        while true {
            let batch = queue.take(limit: settings.batchFiles, bytes: settings.batchBytes)
            if batch.isEmpty { return }
            if Task.isCancelled { throw .cancelled }
            for outcome in try await batches.run(batch, known: known) {
                state.add(outcome, folder: folder, at: time.elapsed())
            }
        }
    }

    private func intake(for folder: [UInt8]) -> Intake {
        Intake(
            root: folder, ledger: ledger, time: time, makeID: makeID,
            desks: ImportDesks(reader: FileReader(root: folder, maximumBytes: settings.maximumFileBytes), count: settings.desks),
            earlyGrace: .zero
        )
    }

    private func knownFiles(of folder: [UInt8]) async throws(RepositoryError) -> [ImportPath: RunBatches.Known] {
        var known: [ImportPath: RunBatches.Known] = [:]
        var after: ImportPath?
        while true {
            let records = try await ledger.records(root: folder, after: after, limit: 1000)
            for record in records { known[record.path] = .init(state: record.state, stamp: record.stamp) }
            guard let last = records.last else { return known }
            after = last.path
        }
    }
}
