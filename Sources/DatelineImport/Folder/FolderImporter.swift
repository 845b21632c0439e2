public import DatelineModels
public import Logging
public import ServiceLifecycle

/// Keeps the store in step with a folder: every file is in exactly one state, and what can be read becomes articles.
///
/// Events are hints; a walk through the folder, compared with the ledger, is the truth. A file is told by its path's bytes, its
/// content by a hash. A row and its articles are committed together, and files are never touched.
public actor FolderImporter: Service, ImportControl {
    let root: [UInt8]
    let ledger: any ImportLedger
    let logger: Logger
    let settings: ImportSettings
    let time: ImportTime
    let intake: Intake
    let walker: FolderWalker

    /// Raised once: the end has come.
    let stopping = Signal()
    /// Raised where there may be something to do for the loops of the same names.
    let scanning = Signal()
    let working = Signal()
    /// Raised where the state of a file, or of a scan, has changed.
    let progress = Signal()

    var watcher: InotifyWatcher?
    var watcherReason: String?
    var catalogue = Catalogue()
    var tracker = StabilityTracker()
    var queue = WorkQueue()
    var retries = RetrySchedule()
    var rows = RowChanges()
    var pass = PassMeter()
    var scans = ScanProgress()
    var isWorking = false
    var isWritingRows = false
    var pause: (until: Duration, attempt: Int, reason: String)?
    var parsedFiles = 0

    /// - Parameters:
    ///   - root: the folder; it needn't exist yet. Relative paths start at the current directory.
    ///   - now: the wall clock, for record times.
    ///   - makeID: gives the rows of new files their ids.
    ///   - clock: what is waited by.
    public init(
        root: String, ledger: any ImportLedger, now: @escaping @Sendable () -> Timestamp, makeID: @escaping @Sendable () -> ResourceID,
        logger: Logger, clock: some Clock<Duration> = ContinuousClock()
    ) {
        self.init(
            root: root, ledger: ledger, time: ImportTime(now: now, clock: clock), makeID: makeID, logger: logger, settings: ImportSettings()
        )
    }

    init(
        root: String, ledger: any ImportLedger, time: ImportTime, makeID: @escaping @Sendable () -> ResourceID, logger: Logger,
        settings: ImportSettings
    ) {
        let root = RootPath.absolute(Array(root.utf8))
        self.root = root
        self.ledger = ledger
        self.logger = logger
        self.settings = settings
        self.time = time
        walker = FolderWalker(root: root)
        intake = Intake(
            root: root, ledger: ledger, time: time, makeID: makeID,
            desks: ImportDesks(reader: FileReader(root: root, maximumBytes: settings.maximumFileBytes), count: settings.desks),
            earlyGrace: settings.earlyGrace
        )
    }

    nonisolated var isStopping: Bool { stopping.version > 0 }

    /// Ends ``run()`` once the files at hand are written.
    nonisolated func stop() {
        for signal in [stopping, scanning, working, progress] { signal.raise() }
    }

    /// Works until the service is to shut down or the task is cancelled; the files at hand are brought to their end first.
    public func run() async throws {
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await work()
            } onGracefulShutdown: {
                self.stop()
            }
        } onCancel: {
            stop()
        }
    }

    private func work() async {
        logger.info("Watching the folder", metadata: ["path": .string(String(decoding: root, as: UTF8.self))])
        await load()
        startWatching()
        await withDiscardingTaskGroup { group in
            if let watcher {
                group.addTask { await watcher.run() }
                group.addTask { await self.followHints(of: watcher) }
                group.addTask {
                    await self.stopping.wait(after: 0)
                    watcher.stop()
                }
            }
            group.addTask { await self.scanUntilStopped() }
            group.addTask { await self.workUntilStopped() }
        }
        logger.info("Watching has ended")
    }

    private func startWatching() {
        guard settings.usesEvents else {
            watcherReason = "not-wanted"
            return
        }
        do {
            watcher = try InotifyWatcher()
        } catch {
            watcherReason = error.code == SystemFailure.tooManyInstances ? "instance-limit" : "no-events"
            logger.warning(
                "No events of the folder; it is looked through again and again instead. Raising fs.inotify.max_user_instances may help.",
                metadata: ["reason": .string(watcherReason ?? "")]
            )
        }
    }

    /// Learns what the ledger knows, waiting for a store that can't answer yet.
    private func load() async {
        var after: ImportPath?
        var attempt = 0
        while !isStopping {
            do {
                let records = try await ledger.records(root: root, after: after, limit: 1000)
                for record in records { adopt(record) }
                guard let last = records.last else { return }
                after = last.path
                attempt = 0
            } catch {
                attempt += 1
                logger.warning("The ledger can't be read", metadata: ["reason": .string(error.reasonOfPause)])
                let delay = ImportSettings.backOff(attempt: attempt, longest: settings.longestPause)
                await stopping.wait(after: 0, atMost: delay, time: time)
            }
        }
    }

    /// After this many attempts that ended with the program, a file is taken to be the cause.
    private static let maximumCrashes = 3

    private func adopt(_ record: ImportRecord) {
        var entry = Catalogue.Entry(state: record.state, hasRow: true, firstSeenAt: record.firstSeenAt)
        switch record.state {
        case .done, .partial, .failed, .skipped:
            entry.settled = record.state
            entry.stamp = record.stamp
        case .missing: break
        case .waiting, .queued, .retrying: entry.state = .waiting
        case .importing where record.attempts >= Self.maximumCrashes:
            entry.state = .failed
            entry.settled = .failed
            entry.stamp = record.stamp
            rows.add(
                record.path,
                .refused(.failed, reason: "parser-crashed", detail: "The program has ended several times while reading this file."),
                due: .zero)
        case .importing:
            entry.state = .waiting
            entry.isSuspect = true
        }
        catalogue.set(record.path, entry)
    }
}
