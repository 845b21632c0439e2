/// What became of a file of the watched folder; each file is in exactly one state.
public enum ImportState: String, Sendable, CaseIterable {
    case waiting, queued, importing, done, partial, retrying, failed, skipped, missing
}

/// Where a file lies: its path below the root of the watched folder, as the bytes the file system has.
public struct ImportPath: Hashable, Sendable, Comparable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The path as text; what isn't UTF-8 shows as U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
    public var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    public static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

/// What tells, without reading it, whether a file may have changed.
public struct FileStamp: Hashable, Sendable {
    public var device: UInt64
    public var inode: UInt64
    public var size: Int64
    public var modifiedNanoseconds: Int64
    public var changedNanoseconds: Int64

    public init(device: UInt64, inode: UInt64, size: Int64, modifiedNanoseconds: Int64, changedNanoseconds: Int64) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modifiedNanoseconds = modifiedNanoseconds
        self.changedNanoseconds = changedNanoseconds
    }
}

/// A fault within a file, such as one line of a JSONL.
public struct ImportFault: Hashable, Sendable {
    /// From 1; nil where it concerns the whole file.
    public var line: Int?
    public var byteOffset: Int?
    public var reason: String
    /// At most 200 bytes of the file.
    public var excerpt: String?

    public init(line: Int?, byteOffset: Int?, reason: String, excerpt: String?) {
        self.line = line
        self.byteOffset = byteOffset
        self.reason = reason
        self.excerpt = excerpt
    }

    /// Kept of one file; the rest is only counted.
    public static let kept = 100
}

/// The ledger's row of one file.
public struct ImportRecord: Sendable {
    public var id: ResourceID
    public var path: ImportPath
    public var state: ImportState
    /// A stable word: `parse-failed`, `too-large`, `binary-content`, …
    public var reason: String?
    /// A sentence for people.
    public var detail: String?
    public var articleIDs: [ResourceID]
    /// How many versions of the file were imported.
    public var revision: Int
    /// `text`, `json`, `jsonl`.
    public var detectedType: String?
    public var encoding: String?
    /// Bytes that were no text in the encoding and became U+FFFD.
    public var replacedBytes: Int
    public var warnings: [String]
    public var errors: [ImportFault]
    public var errorCount: Int
    /// Of the content last looked at, lower-case hexadecimal.
    public var sha256: String?
    public var stamp: FileStamp?
    public var attempts: Int
    public var nextAttemptAt: Timestamp?
    public var firstSeenAt: Timestamp
    public var updatedAt: Timestamp

    public init(id: ResourceID, path: ImportPath, state: ImportState, firstSeenAt: Timestamp) {
        self.id = id
        self.path = path
        self.state = state
        self.articleIDs = []
        self.revision = 0
        self.replacedBytes = 0
        self.warnings = []
        self.errors = []
        self.errorCount = 0
        self.attempts = 0
        self.firstSeenAt = firstSeenAt
        self.updatedAt = firstSeenAt
    }
}

/// One article that a file holds.
public struct ImportedArticle: Sendable {
    /// Its place in the file, from 0: the n-th record of a file stays the n-th article.
    public var recordNumber: Int
    public var draft: ArticleDraft
    /// An id that the file itself gives.
    public var id: ResourceID?

    public init(recordNumber: Int, draft: ArticleDraft, id: ResourceID? = nil) {
        self.recordNumber = recordNumber
        self.draft = draft
        self.id = id
    }
}

public struct ImportQuery: Sendable {
    public var states: [ImportState]
    public var reasons: [String]
    public var path: ImportPath?
    public var pathPrefix: ImportPath?
    public var page: PageRequest

    public init(
        states: [ImportState] = [], reasons: [String] = [], path: ImportPath? = nil, pathPrefix: ImportPath? = nil,
        page: PageRequest = PageRequest()
    ) {
        self.states = states
        self.reasons = reasons
        self.path = path
        self.pathPrefix = pathPrefix
        self.page = page
    }
}

/// The record of every file of the watched folder, kept beside the articles so that one transaction covers both.
public protocol ImportLedger: Sendable {
    /// All rows of a root (the folder's absolute path, as bytes), in path order, from after `path`; at most `limit`.
    func records(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [ImportRecord]
    /// nil where the file isn't known.
    func record(root: [UInt8], path: ImportPath) async throws(RepositoryError) -> ImportRecord?
    /// Writes rows without articles (states such as `waiting`, `failed`, `skipped`, `missing`), inserting what is new.
    func save(_ records: [ImportRecord], root: [UInt8]) async throws(RepositoryError)
    /// Writes what a file holds and its row in one transaction: the n-th record replaces the article that the n-th record made
    /// before (or the one with the same URL), articles of records that are gone from the file stay. Sets ``ImportRecord/articleIDs``.
    ///
    /// A record that the store refuses (`.conflict`, `.invalid`) becomes an error of the row, and the state `partial` or `failed`.
    func store(_ articles: [ImportedArticle], as record: ImportRecord, root: [UInt8]) async throws(RepositoryError) -> ImportRecord
    /// Rows in path order, for people. The page key's value is `.none`; the id is the row's.
    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord>
    func counts() async throws(RepositoryError) -> [ImportState: Int]
    /// How an outlet writes dates, for the reader; nil where it is unknown.
    func dateHabits(ofSource name: String) async throws(RepositoryError) -> (zone: ZonedClock?, order: DateOrder?)?
}

/// The running import, as the HTTP service sees it.
public protocol ImportControl: Sendable {
    func status() async -> ImportStatus
    /// Has the folder looked through. With a timeout it waits until nothing that was on disk before the call is still waiting,
    /// queued or importing.
    ///
    /// - Returns: whether that was reached in time (true at once without a timeout).
    func scan(waitingAtMost timeout: Duration?) async -> Bool
}

/// Stands in where no folder is watched.
public struct InactiveImport: ImportControl {
    public init() {}

    public func status() async -> ImportStatus { ImportStatus(state: .off) }

    public func scan(waitingAtMost timeout: Duration?) async -> Bool { true }
}

/// The face of `GET /v1/imports/status`.
public struct ImportStatus: Sendable {
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
        public var reason: String?
        public var eventsTotal: Int
        public var overflows: Int

        public init(mode: WatcherMode, reason: String?, eventsTotal: Int, overflows: Int) {
            self.mode = mode
            self.reason = reason
            self.eventsTotal = eventsTotal
            self.overflows = overflows
        }
    }

    public struct Progress: Sendable {
        public var found = 0
        public var done = 0
        public var failed = 0
        public var bytes: Int64 = 0
        public var filesPerSecond: Double = 0
        public var etaSeconds: Double?

        public init() {}
    }

    public var state: State
    public var reason: String?
    public var watcher: Watcher?
    public var root: (path: String, state: RootState)?
    public var counts: [ImportState: Int]
    /// Junk and temporary names, only counted.
    public var ignored: Int
    public var progress: Progress
    /// Deletions not carried out before someone confirms them.
    public var heldDeletes: Int
    public var lastScan: Timestamp?
    public var parsedFiles: Int

    public init(state: State) {
        self.state = state
        self.counts = [:]
        self.ignored = 0
        self.progress = Progress()
        self.heldDeletes = 0
        self.parsedFiles = 0
    }
}
