public import DatelineModels
import Glibc
public import Logging
import Synchronization

/// Imports files and folders once, by the same ways as the watched folder. Runs again over the same files, it leaves alone what hasn't changed.
public struct ImportRun: Sendable {
    private let options: ImportOptions
    private let ledger: any ImportLedger
    private let time: ImportTime
    private let makeID: @Sendable () -> ResourceID
    private let logger: Logger

    /// - Parameters:
    ///   - options: the mode and what becomes of missing files don't matter here: files stay, and none is taken as deleted.
    ///   - now: the wall clock, for record times.
    ///   - makeID: gives the rows of new files their ids.
    ///   - clock: what is waited by while the store can't take anything.
    public init(
        options: ImportOptions = ImportOptions(), ledger: any ImportLedger, now: @escaping @Sendable () -> Timestamp,
        makeID: @escaping @Sendable () -> ResourceID, logger: Logger, clock: some Clock<Duration> = ContinuousClock()
    ) {
        var options = options
        options.mode = .sync
        options.missing = .keep
        self.options = options
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
    /// - Throws: what the store says, once it has been given some time; ``RepositoryError/cancelled`` after a cancellation.
    public func run(
        paths: [String], progress: @escaping @Sendable (ImportRunProgress) -> Void = { _ in }
    ) async throws(RepositoryError) -> ImportSummary {
        let state = RunState(time: time, report: progress)
        for place in Self.places(of: paths) {
            if let names = place.names {
                let missing = names.filter { !Self.exists($0, in: place.root) }
                for name in missing { state.fail(ImportPath(bytes: name), in: place.root, .absence) }
                try await importFolder(place.root, names: names.subtracting(missing), into: state)
            } else {
                try await importFolder(place.root, names: nil, into: state)
            }
        }
        return state.summary
    }

    private func importFolder(_ root: [UInt8], names: Set<[UInt8]>?, into state: RunState) async throws(RepositoryError) {
        if names?.isEmpty == true { return }
        var settings = ImportSettings()
        settings.usesEvents = false
        settings.isOnce = true
        settings.earlyGrace = .zero
        let importer = FolderImporter(
            root: root, options: options, ledger: ledger, time: time, makeID: makeID, logger: logger, settings: settings, names: names,
            observe: { state.take($0, in: root) }
        )
        await withDiscardingTaskGroup { group in
            group.addTask {
                await importer.finishOnce()
                importer.stop()
            }
            // Throws nothing; it ends when it is stopped or cancelled.
            group.addTask { try? await importer.run() }
        }
        if let failure = await importer.failure { throw failure }
        if Task.isCancelled { throw .cancelled }
    }

    /// A folder, or some files of one.
    private struct Place {
        let root: [UInt8]
        var names: Set<[UInt8]>?
    }

    /// Files of one folder that are named one after another go together.
    private static func places(of paths: [String]) -> [Place] {
        var places: [Place] = []
        for path in paths {
            let path = RootPath.absolute(Array(path.utf8))
            if isFolder(path) {
                places.append(Place(root: path))
                continue
            }
            let file = ImportPath(bytes: path)
            let folder = file.parent?.bytes ?? []
            let root = folder.isEmpty ? [ImportPath.separator] : folder
            if let last = places.last, last.root == root, last.names != nil {
                places[places.count - 1].names?.insert(Array(file.name))
            } else {
                places.append(Place(root: root, names: [Array(file.name)]))
            }
        }
        return places
    }

    /// Whether it is a folder, or a link to one.
    private static func isFolder(_ path: [UInt8]) -> Bool {
        var status = stat()
        let result = path.withCString { stat($0, &status) }
        return result == 0 && FileStatus(status).kind == .directory
    }

    private static func exists(_ name: [UInt8], in folder: [UInt8]) -> Bool {
        do {
            _ = try DirectoryHandle.open(root: folder).status(name)
            return true
        } catch {
            return !error.isAbsence
        }
    }
}
