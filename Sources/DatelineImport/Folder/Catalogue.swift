import DatelineModels

/// What is known of the files of the folder, in memory: enough to pass over what hasn't changed without asking the ledger.
struct Catalogue: Sendable {
    struct Entry: Sendable {
        var state: ImportState
        /// Of what the state speaks of; nil: must be looked at again.
        var stamp: FileStamp?
        /// How it stood before it was seen to change or go; nil where it never stood, or that is no longer true.
        var settled: ImportState?
        /// The ledger has a row.
        var hasRow: Bool
        /// The stamp was taken so soon after the change that a later change could hide behind it.
        var isRacy = false
        /// Something was seen of it while it was being imported.
        var wantsLook = false
        /// It was being imported when the program ended: it is tried alone.
        var isSuspect = false
        /// Its attempt is on record, and the store couldn't take the outcome.
        var isRepeated = false
        /// Failed attempts in a row for causes outside the file.
        var troubles = 0
        /// Whether its retry is for a file that may have been read too early.
        var isEarly = false
        /// The last full scan that has seen it.
        var scan = 0
        var firstSeenAt: Timestamp
    }

    private var entries: [ImportPath: Entry] = [:]
    private(set) var counts: [ImportState: Int] = [:]

    subscript(path: ImportPath) -> Entry? { entries[path] }

    mutating func set(_ path: ImportPath, _ entry: Entry?) {
        if let old = entries[path] { counts[old.state, default: 0] -= 1 }
        if let entry { counts[entry.state, default: 0] += 1 }
        entries[path] = entry
    }

    mutating func update(_ path: ImportPath, _ change: (inout Entry) -> Void) {
        guard var entry = entries[path] else { return }
        change(&entry)
        set(path, entry)
    }

    mutating func markSeen(_ path: ImportPath, scan: Int) {
        entries[path]?.scan = scan
    }

    func paths(where isWanted: (ImportPath, Entry) -> Bool) -> [ImportPath] {
        entries.compactMap { isWanted($0.key, $0.value) ? $0.key : nil }
    }
}

extension ImportState {
    /// Nothing more happens to the file while it stays as it is.
    var isSettled: Bool {
        switch self {
        case .done, .partial, .failed, .skipped: true
        case .waiting, .queued, .importing, .retrying, .missing: false
        }
    }

    /// A barrier waits for it.
    var isPending: Bool { self == .waiting || self == .queued || self == .importing }
}
