public import DatelineModels

/// What a one-time import came to.
public struct ImportSummary: Sendable {
    /// A file that was not taken, or not wholly.
    public struct Failure: Sendable {
        /// As text; what isn't UTF-8 shows as U+FFFD.
        public let path: String
        /// ``ImportState/partial`` or ``ImportState/failed``.
        public let state: ImportState
        /// A stable word.
        public let reason: String
        /// A sentence for people.
        public let detail: String?
        /// The first fault's place, where there is one.
        public let line: Int?
        public let byteOffset: Int?
        /// All faults in the file.
        public let errorCount: Int
    }

    public internal(set) var done = 0
    public internal(set) var partial = 0
    public internal(set) var failed = 0
    public internal(set) var skipped = 0
    /// Files that are as they were when they were imported before.
    public internal(set) var unchanged = 0
    /// Junk and temporary names.
    public internal(set) var ignored = 0
    public internal(set) var bytes: Int64 = 0
    /// In the order in which they were met; at most ``maximumFailures``.
    public internal(set) var failures: [Failure] = []

    public static let maximumFailures = 1000

    mutating func fail(_ failure: Failure) {
        if failure.state == .partial { partial += 1 } else { failed += 1 }
        if failures.count < Self.maximumFailures { failures.append(failure) }
    }

    mutating func add(_ record: ImportRecord, folder: [UInt8]) {
        bytes += record.stamp?.size ?? 0
        switch record.state {
        case .done: done += 1
        case .skipped: skipped += 1
        default:
            fail(
                Failure(
                    path: String(decoding: folder + [ImportPath.separator] + record.path.bytes, as: UTF8.self), state: record.state,
                    reason: record.reason ?? "failed", detail: record.detail, line: record.errors.first?.line,
                    byteOffset: record.errors.first?.byteOffset, errorCount: record.errorCount
                )
            )
        }
    }
}

/// How far a one-time import has come.
public struct ImportRunProgress: Sendable {
    /// All files to look at, in the folders listed so far.
    public internal(set) var found = 0
    public internal(set) var summary = ImportSummary()
    /// The file looked at last.
    public internal(set) var currentPath: String?
    /// Over the last minute, of files that had to be read.
    public internal(set) var filesPerSecond: Double = 0

    /// Files that are through, whatever became of them.
    public var finished: Int { summary.done + summary.partial + summary.failed + summary.skipped + summary.unchanged }
}
