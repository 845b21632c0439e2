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
    public static let kept = 1000
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
    /// In the order of the file's records; at most ``keptArticleIDs``.
    public var articleIDs: [ResourceID]
    /// How many articles the file holds.
    public var articleCount: Int
    /// How many versions of the file were imported.
    public var revision: Int
    /// `text`, `markdown`, `html`, `json`, `jsonl`, `ninjs`, `rss`, `atom`.
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
    /// Of the reader that gave this outcome; a later one tries failed files again.
    public var parserVersion: Int
    /// Where a file of many records goes on after a crash; nil once it is through.
    public var resume: ImportResume?
    /// Where the file has to be moved to, which was decided and may not have happened yet.
    public var pendingMove: ImportPath?
    /// Where the file was dropped, if it was moved since.
    public var origin: ImportPath?
    public var firstSeenAt: Timestamp
    public var updatedAt: Timestamp

    public init(id: ResourceID, path: ImportPath, state: ImportState, firstSeenAt: Timestamp) {
        self.id = id
        self.path = path
        self.state = state
        self.articleIDs = []
        self.articleCount = 0
        self.revision = 0
        self.replacedBytes = 0
        self.warnings = []
        self.errors = []
        self.errorCount = 0
        self.attempts = 0
        self.parserVersion = 0
        self.firstSeenAt = firstSeenAt
        self.updatedAt = firstSeenAt
    }
}

extension ImportRecord {
    public static let keptArticleIDs = 1000
}

/// How far the records of a file are stored.
public struct ImportResume: Hashable, Sendable {
    /// Bytes that are through.
    public var offset: Int64
    /// Lines that are through, blank ones included.
    public var lines: Int
    /// Records that are through.
    public var records: Int
    /// Of the bytes before `offset`, lower-case hexadecimal: whether the file still begins so.
    public var sha256: String

    public init(offset: Int64, lines: Int, records: Int, sha256: String) {
        self.offset = offset
        self.lines = lines
        self.records = records
        self.sha256 = sha256
    }
}

/// One article that a file holds.
///
/// Which stored article it is, is decided in this order: an id or key that the file gives, the URL, its place in the file, the
/// same text from the same source. Where the file is one article, its place comes first: the article is the file's, whatever it says.
/// A record among several that states an id, a key or a URL is never taken for another one because of its place.
public struct ImportedArticle: Sendable {
    /// Its place in the file, from 0.
    public var recordNumber: Int
    public var draft: ArticleDraft
    /// An id that the file itself gives and that can be the article's.
    public var id: ResourceID?
    /// Any other identifier that the file gives, such as a feed's guid; names the same article in every file.
    public var key: String?
    /// Whether the file is this one article.
    public var isWholeFile: Bool
    /// nil where the file states the article field by field.
    public var reading: ArticleReading?

    public init(recordNumber: Int, draft: ArticleDraft, id: ResourceID? = nil, key: String? = nil, isWholeFile: Bool = false) {
        self.recordNumber = recordNumber
        self.draft = draft
        self.id = id
        self.key = key
        self.isWholeFile = isWholeFile
    }
}

/// What becomes of articles whose last file is gone.
public enum MissingPolicy: String, Sendable, CaseIterable {
    /// They stay, and say since when the file is missing.
    case mark
    /// They stay as they are.
    case keep
    /// They are deleted.
    case delete
}

/// What came of a file, to be written in one transaction with all that hangs on it.
public enum ImportOutcome: Sendable {
    /// The row alone. The articles it had stay its own.
    case row(ImportRecord)
    /// What the file holds, whole or a part of it (then ``ImportRecord/resume`` is set), with its row.
    case articles([ImportedArticle], as: ImportRecord)
    /// The file that was known as `from` lies at the record's path now: the row moves, its articles stay.
    case moved(from: ImportPath, as: ImportRecord)
    /// The file has the bytes of the file at `of`: it is another source of the same articles, in the same state. The
    /// record gives path and stamp.
    case copied(of: ImportPath, as: ImportRecord)
    /// Nothing is at the path any more. Without a row of it nothing happens.
    case missing(ImportPath, MissingPolicy)
}

/// What the ledger knows of a file, as far as it takes to tell whether it has changed.
public struct KnownFile: Sendable {
    public var path: ImportPath
    public var state: ImportState
    public var reason: String?
    public var stamp: FileStamp?
    public var attempts: Int
    public var parserVersion: Int
    public var pendingMove: ImportPath?

    public init(path: ImportPath, state: ImportState) {
        self.path = path
        self.state = state
        self.attempts = 0
        self.parserVersion = 0
    }
}

/// What is recorded of a watched folder as a whole.
public struct ImportRoot: Hashable, Sendable {
    /// Device and inode of the folder, as last accepted; nil at first.
    public var device: UInt64?
    public var inode: UInt64?
    /// Files parsed since the folder was first watched.
    public var parsedFiles: Int

    public init(device: UInt64? = nil, inode: UInt64? = nil, parsedFiles: Int = 0) {
        self.device = device
        self.inode = inode
        self.parsedFiles = parsedFiles
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
///
/// Files are told by the root (the folder's absolute path, as bytes) and their path below it.
public protocol ImportLedger: Sendable {
    /// Makes the root known, if it isn't, and takes up what a crash has left: each file that was claimed and has no outcome gets
    /// the state `importing` and one attempt more, and the claims are lifted.
    func open(root: [UInt8]) async throws(RepositoryError) -> ImportRoot
    /// Accepts another folder as the root.
    func accept(device: UInt64, inode: UInt64, root: [UInt8]) async throws(RepositoryError)
    /// All files of a root in path order, from after `path`; at most `limit`.
    func known(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [KnownFile]
    /// The rows of those files that have one.
    func records(root: [UInt8], paths: [ImportPath]) async throws(RepositoryError) -> [ImportPath: ImportRecord]
    /// Files of the root with these contents, by hash (lower-case hexadecimal): at most a few of each, those that are `missing` first.
    func files(root: [UInt8], contents: Set<String>) async throws(RepositoryError) -> [String: [KnownFile]]
    /// Puts on record that these files are about to be parsed, so that a file which brings the program down is told by its count.
    func claim(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError)
    /// Lifts claims of files that were not parsed after all.
    func release(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError)
    /// Works out of an outcome what needn't wait until it is written. May be called by many at once.
    func ready(_ outcome: ImportOutcome) -> any ReadyOutcome
    /// Writes outcomes in order, each in one transaction with its row, the lifted claim of the file and what hangs on it; many
    /// share a commit, and clients' writes come in between. A part of a file (``ImportRecord/resume`` is set) leaves the claim: what
    /// is left of the file may still bring the program down.
    ///
    /// A record that the store refuses (`.conflict`, `.invalid`) becomes an error of the row, and the state `partial` or `failed`.
    /// A field that a client changed since the last import keeps the client's value; where the file has changed it too, the row's
    /// warnings say `conflict:<field>`.
    ///
    /// - Parameter parsedFiles: added to ``ImportRoot/parsedFiles``.
    /// - Returns: the rows as written, in order; nil where there is none.
    func commit(_ outcomes: [ImportOutcome], parsedFiles: Int, root: [UInt8]) async throws(RepositoryError) -> [ImportRecord?]
    /// The same of outcomes that are asked for while those before them are being written, until there are none.
    ///
    /// When it throws, what was given out and not told to be written isn't written.
    func commit(from outcomes: some ImportOutcomes, root: [UInt8]) async throws(RepositoryError)
    /// `.notFound`. With the root the file belongs to.
    func record(_ id: ResourceID) async throws(RepositoryError) -> (record: ImportRecord, root: [UInt8])
    /// Rows in path order, for people. The page key's value is `.none`; the id is the row's. A path finds a file that was moved by the program too.
    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord>
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
    /// Files on their way (`waiting`, `queued`, `importing`), which may have no row yet, or an older one: in path order, from after
    /// `path`, at most `limit`. Rows made up for them keep their ids.
    func active(states: Set<ImportState>, after path: ImportPath?, limit: Int) async -> [ImportRecord]
    /// The same of one file; nil where it isn't on its way.
    func active(_ path: ImportPath) async -> ImportRecord?
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
