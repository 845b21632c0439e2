/// The running import, as the HTTP service sees it.
public protocol ImportControl: Sendable {
    func status() async -> ImportStatus
    /// Has the folder looked through. With a timeout it waits until nothing that was on disk before the call is still waiting,
    /// queued or importing.
    ///
    /// - Returns: whether that was reached in time (true at once without a timeout).
    func scan(waitingAtMost timeout: Duration?) async -> Bool
    /// Files on their way (`waiting`, `queued`, `importing`), which may have no row yet, or an older one: in path order, from after
    /// `path`, at most `limit`. Rows made up for them keep their ids.
    func active(states: Set<ImportState>, after path: ImportPath?, limit: Int) async -> [ImportRecord]
    /// The same of one file; nil where it isn't on its way.
    func active(_ path: ImportPath) async -> ImportRecord?
    /// The same by the id that its row has been made up with; nil where the ledger is the one to ask.
    func active(_ id: ResourceID) async -> ImportRecord?
    /// Has files tried again, although they haven't changed.
    ///
    /// - Returns: how many were taken up; nil where no folder is watched.
    func retry(_ selection: ImportRetry) async throws(RepositoryError) -> Int?
    /// Carries out the deletions that are held, and accepts a replaced folder.
    ///
    /// - Returns: how many deletions; nil where no folder is watched.
    func confirmDeletes() async throws(RepositoryError) -> Int?
    /// Has the folder followed and nothing of it read or written, until the opposite is asked for or the service starts anew.
    ///
    /// - Returns: false where no folder is watched.
    func setPaused(_ isPaused: Bool) async -> Bool
}

/// Which files to try again.
public enum ImportRetry: Sendable {
    /// `.notFound` where there is no such row.
    case file(ResourceID)
    /// All files in a state (`failed`, `partial`, `retrying` or `skipped`), of a reason or of any.
    case all(state: ImportState, reason: String?)
}

/// Stands in where no folder is watched.
public struct InactiveImport: ImportControl {
    public init() {}

    public func status() async -> ImportStatus { ImportStatus(state: .off) }
    public func scan(waitingAtMost timeout: Duration?) async -> Bool { true }
    public func active(states: Set<ImportState>, after path: ImportPath?, limit: Int) async -> [ImportRecord] { [] }
    public func active(_ path: ImportPath) async -> ImportRecord? { nil }
    public func active(_ id: ResourceID) async -> ImportRecord? { nil }
    public func retry(_ selection: ImportRetry) async throws(RepositoryError) -> Int? { nil }
    public func confirmDeletes() async throws(RepositoryError) -> Int? { nil }
    public func setPaused(_ isPaused: Bool) async -> Bool { false }
}

/// The face of `GET /v1/imports/status`.
public struct ImportStatus: Sendable {
    /// ``reason`` where somebody has asked for a pause.
    public static let heldReason = "requested"

    public enum State: String, Sendable {
        /// No folder is watched.
        case off
        case idle, scanning, importing, paused
    }

    public enum WatcherMode: String, Sendable {
        case events, poll, degraded
    }

    public enum RootState: String, Sendable {
        case ok, unavailable, replaced
    }

    public struct Watcher: Sendable {
        public var mode: WatcherMode
        /// `watch-limit`, `instance-limit`, `unannounced-change`, `no-events`, `not-wanted`.
        public var reason: String?
        /// A sentence for people: what to do about it.
        public var detail: String?
        public var eventsTotal = 0
        public var overflows = 0
        /// Since the last look through the whole folder began.
        public var overflowsLastScan = 0
        public var watchedDirectories = 0
        public var unwatchedDirectories = 0

        public init(mode: WatcherMode, reason: String? = nil) {
            self.mode = mode
            self.reason = reason
        }
    }

    public enum Phase: String, Sendable {
        case idle, scanning, importing
    }

    public struct Progress: Sendable {
        public var phase = Phase.idle
        public var found = 0
        public var done = 0
        public var failed = 0
        public var bytes: Int64 = 0
        public var filesPerSecond: Double = 0
        public var etaSeconds: Double?

        public init() {}
    }

    public var state: State
    /// Why it is paused, or not as it should be: `disk-full`, `deletes-held`, `root-unavailable`, `root-replaced`, `scan-overdue`, …
    public var reason: String?
    /// Whether the folder is followed: it is there and was looked through lately, nothing is paused and nothing held.
    public var isOK: Bool
    public var watcher: Watcher?
    public var root: (path: String, state: RootState)?
    public var counts: [ImportState: Int]
    /// Junk and temporary names, only counted.
    public var ignored: Int
    /// Of the pass that is running, or was the last.
    public var progress: Progress
    /// Deletions not carried out before someone confirms them.
    public var heldDeletes: Int
    public var lastScan: Timestamp?
    public var parsedFiles: Int
    /// Of the file that has waited longest to become complete; nil where none waits.
    public var oldestWaiting: Duration?
    /// Directories that can't be read; what lies in them is not taken as gone.
    public var unreadableDirectories: Int

    public init(state: State) {
        self.state = state
        self.isOK = true
        self.unreadableDirectories = 0
        self.counts = [:]
        self.ignored = 0
        self.progress = Progress()
        self.heldDeletes = 0
        self.parsedFiles = 0
    }
}
