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
