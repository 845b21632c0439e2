public import DatelineModels
public import Logging
public import ServiceLifecycle

/// Keeps the store in step with a folder: every file is in exactly one state, and what can be read becomes articles.
///
/// Events are hints; a walk through the folder, compared with the ledger, is the truth. A file is told by its path's bytes, its
/// content by a hash. A row and its articles are committed together, and only then is a file touched, if it is to be moved at all.
///
/// Loops share the work: one looks through the folder, one reads what has become complete and compares it with the ledger, one puts on
/// record what is to be parsed, a few parse, one goes through long files, and one writes.
public actor FolderImporter: Service, ImportControl {
    let root: [UInt8]
    let options: ImportOptions
    let ledger: any ImportLedger
    let logger: Logger
    let settings: ImportSettings
    let time: ImportTime
    let intake: Intake
    let walker: FolderWalker
    let files: FileReader
    let filing: Filing?
    let quarantine: Quarantine?
    /// Told what becomes of each file; for a one-time import.
    let observe: (@Sendable (ImportObservation) -> Void)?
    /// The only names to look at in the root; nil: all that lies below it.
    let names: Set<[UInt8]>?

    /// Raised once: the end has come.
    let stopping = Signal()
    /// Raised where there may be something to do for the loops of the same names.
    let scanning = Signal()
    let preparing = Signal()
    let committing = Signal()
    let streaming = Signal()
    /// Raised where the state of a file, or of a scan, has changed.
    let progress = Signal()
    /// Raised where ``heard`` has moved.
    let hearing = Signal()
    let line: ParseLine

    var watcher: InotifyWatcher?
    var watcherReason: String?
    var catalogue = Catalogue()
    var tracker = StabilityTracker()
    var queue = WorkQueue()
    var retries = RetrySchedule()
    var rows = RowChanges()
    var vanished = VanishedFiles()
    var devices = DeviceModes()
    /// How far the watcher's events have been followed, in bytes.
    var heard = 0
    var filed: Set<FileIdentity> = []
    /// Places in them to which files are being moved.
    var filling: Set<ImportPath> = []
    /// Files to be parsed again, though they haven't changed.
    var wantingRetry: Set<ImportPath> = []
    /// Such files are being looked at.
    var isRetrying = false
    var hasToldUnwatched = false
    var pass = PassMeter()
    var scans = ScanProgress()
    /// What is to be written, in order.
    var writes: [PendingWrite] = []
    /// What the ledger is writing, in order.
    var flying: [PendingWrite] = []
    /// Since when the first of them waits for others.
    var writesSince: Duration?
    /// How many were written, or given up, since the start.
    var concluded = 0
    /// So many of them are written one by one, because one is at fault.
    var singles = 0
    /// Files that are read piece by piece, one after another.
    var longFiles: [LongFile] = []
    /// Files that are read, parsed or about to be written.
    var inHand: [ImportPath: WorkQueue.Item] = [:]
    /// Files of which something was seen while they were in hand.
    var wantingLook: Set<ImportPath> = []
    /// How often such files are being looked at.
    var looksAgain = 0
    /// A file that is suspected of having brought the program down is in hand; nothing else is.
    var isAlone = false
    /// Rows are on their way from ``rows`` to ``writes``.
    var isPreparingRows = false
    /// How often some have arrived there.
    var rowsPrepared = 0
    var isParsingOver = false
    var pause: Pause?
    /// Somebody has asked for a pause.
    var isHeld = false
    var parsedFiles = 0
    /// Why a one-time import was given up.
    var failure: RepositoryError?

    struct Pause {
        var until: Duration
        let attempt: Int
        let reason: String
        var lastTold: Duration
    }

    /// - Parameters:
    ///   - root: the folder; it needn't exist yet. Relative paths start at the current directory.
    ///   - now: the wall clock, for record times.
    ///   - makeID: gives the rows of new files their ids.
    ///   - clock: what is waited by.
    public init(
        root: String, options: ImportOptions = ImportOptions(), ledger: any ImportLedger, now: @escaping @Sendable () -> Timestamp,
        makeID: @escaping @Sendable () -> ResourceID, logger: Logger, clock: some Clock<Duration> = ContinuousClock()
    ) {
        self.init(
            root: Array(root.utf8), options: options, ledger: ledger, time: ImportTime(now: now, clock: clock), makeID: makeID,
            logger: logger, settings: ImportSettings()
        )
    }

    init(
        root: [UInt8], options: ImportOptions, ledger: any ImportLedger, time: ImportTime, makeID: @escaping @Sendable () -> ResourceID,
        logger: Logger, settings: ImportSettings, names: Set<[UInt8]>? = nil, observe: (@Sendable (ImportObservation) -> Void)? = nil
    ) {
        let root = RootPath.absolute(root)
        self.root = root
        self.options = options
        self.ledger = ledger
        self.logger = logger
        self.settings = settings
        self.time = time
        self.names = names
        self.observe = observe
        line = ParseLine(departures: committing)
        walker = FolderWalker(root: root, followsLinks: options.followsLinks)
        files = FileReader(root: root, maximumBytes: settings.maximumFileBytes, followsLinks: options.followsLinks)
        filing = options.mode == .consume ? Filing(root: root) : nil
        quarantine = options.mode == .sync ? options.dataFolder.map { Quarantine(dataFolder: Array($0.utf8)) } : nil
        intake = Intake(
            root: root, ledger: ledger, time: time, makeID: makeID,
            desks: ImportDesks(
                reader: files, count: settings.desks, longFileBytes: settings.longFileBytes),
            walker: walker, settings: settings, filing: filing, folderIsSource: options.folderIsSource, raw: options.raw
        )
    }

    /// Whether anything is yet to be written, or to be concluded from having been.
    var isWriting: Bool { !writes.isEmpty || !flying.isEmpty }

    nonisolated var isStopping: Bool { stopping.version > 0 }

    /// Ends ``run()`` once what is being written is written.
    nonisolated func stop() {
        // First the sign of the end, then those that have the loops look for it.
        for signal in [stopping, scanning, preparing, committing, streaming, progress, hearing, line.readings, line.arrivals] {
            signal.raise()
        }
    }

    /// Works until the service is to shut down or the task is cancelled; what is being written by then is still written.
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
            group.addTask { await self.commitUntilOver() }
            group.addTask {
                await self.lookAndParse()
                await self.endParsing()
            }
        }
        logger.info("Watching has ended")
    }

    private func lookAndParse() async {
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
            group.addTask { await self.prepareUntilStopped() }
            group.addTask { await self.claimUntilStopped() }
            group.addTask { await self.streamUntilStopped() }
            let (line, intake, stopping) = (line, intake, stopping)
            for desk in intake.desks.parsing {
                group.addTask { await desk.parse(from: line, for: intake, stopping: stopping) }
            }
        }
    }

    private func endParsing() async {
        let left = line.giveUp()
        if !left.isEmpty {
            // Else they'd count as having brought the program down.
            try? await ledger.release(left.map(\.order.path), root: root)
            line.finish(left)
        }
        isParsingOver = true
        committing.raise()
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
}

/// What a one-time import is told.
enum ImportObservation: Sendable {
    case found(Int)
    /// Files that are as they were when they were imported before.
    case unchanged(Int)
    case ignored(Int)
    case settled(ImportRecord, isUnchanged: Bool)
    /// What lies there can't be read. A nil path is the root. A directory, unlike a file, wasn't among what was found.
    case unreadable(ImportPath?, SystemFailure, isNew: Bool)
}
