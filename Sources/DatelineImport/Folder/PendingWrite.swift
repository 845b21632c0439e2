import DatelineModels

/// What is to be written, and what follows when it is.
struct PendingWrite: Sendable {
    enum Purpose: Sendable {
        /// A file has come to its outcome.
        case settling(WorkQueue.Item, isParsed: Bool)
        /// A file has its row again, and is to be parsed.
        case taking(WorkQueue.Item)
        /// A file is as it was; only what the file system says of it has changed.
        case refreshing(WorkQueue.Item)
        /// A file has come to its outcome, and it gives room in the line.
        case parsed(WorkQueue.Item, Intake.Claim)
        /// A row says that the file waits.
        case waiting
        /// A file was refused unread.
        case refusal
        case missing
        /// The file has to be tried again, for a cause outside it.
        case retrying
        /// The file was moved from there, where it was dropped; it may have changed before without a trace.
        case filing(from: ImportPath, isRacy: Bool)
    }

    let path: ImportPath
    let outcome: ImportOutcome
    /// The outcome, if the ledger has it ready.
    var ready: (any ReadyOutcome)?
    let purpose: Purpose
    /// The row said so before.
    var wasMissing = false
    /// A row at the path that goes for it said so.
    var replacesMissing = false

    /// About what it takes on the disk at most: text, its index and the page as it came; and in the log each page of the database that
    /// any of it touches, which for a page of 5 KB are some fifteen.
    var diskBytes: Int64 {
        if case .parsed(_, let claim) = purpose { 16384 + Int64(claim.content.bytes.count) * 12 } else { 16384 }
    }

    var isParsed: Bool {
        switch purpose {
        case .settling(_, let isParsed): isParsed
        case .parsed: true
        default: false
        }
    }
}
