import DatelineModels

/// What is known of the files of the folder, in memory: those at rest in few bytes each, those on their way in full.
struct Catalogue: Sendable {
    /// A file on its way.
    struct Entry: Sendable {
        /// ``ImportState/waiting``, ``ImportState/queued``, ``ImportState/importing`` or ``ImportState/retrying``.
        var state: ImportState
        var stamp: FileStamp?
        /// What was seen of it since.
        var latest: FileStamp?
        /// How it stood before it was touched; nil where it never stood.
        var settled: SettledFiles.Note?
        /// For a row that may yet have to be made.
        var id: ResourceID?
        /// It is parsed even if its content is known.
        var isForced = false
        /// That was asked for while it was being imported, so that it is parsed once more.
        var isForcedAgain = false
        /// Something was seen of it while it was being imported.
        var wantsLook = false
        /// A writer has closed it then, though it looks as it did.
        var isClosedAgain = false
        /// By the wall clock, a moment before it was read.
        var readSince: Timestamp?
        /// The hash of a file that is read piece by piece, so that it is hashed once, however often it lets others go first.
        var longHash: (stamp: FileStamp, sha256: String)?
        /// How often it has let others go first.
        var yields = 0
        /// It was being imported when the program ended: it is tried alone.
        var isSuspect = false
        /// Failed attempts in a row for causes outside the file.
        var troubles = 0
        /// Whether its retry is for a file that may have been read too early.
        var isEarly = false
        /// A list has found it where an event should have told of it, and none has so far.
        var isUnannounced = false
        /// The ledger may have a row.
        var hasRow = false
        /// The last look through the folder that has seen it.
        var look = 0
        var firstSeenAt: Timestamp

        /// Has it parsed, though its content is known; once more, where that is under way.
        mutating func force() {
            isForced = true
            if state == .importing { isForcedAgain = true }
        }
    }

    let settled = SettledFiles()
    /// Rows of files that are gone.
    var missing = 0
    private var entries: [ImportPath: Entry] = [:]
    private var counts: [ImportState: Int] = [:]

    /// Of a file on its way.
    subscript(path: ImportPath) -> Entry? { entries[path] }

    func count(of state: ImportState) -> Int {
        state == .missing ? missing : settled.count(of: state) + (counts[state] ?? 0)
    }

    /// All files on the disk, as far as they are known.
    var total: Int { settled.count + entries.count }

    /// Whether the file was on the disk when that was last looked at.
    func knows(_ path: ImportPath) -> Bool { entries[path] != nil || settled[PathKey(path)] != nil }

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

    /// Takes a file on its way. What stood before is remembered.
    mutating func activate(_ path: ImportPath, _ entry: Entry) {
        var entry = entry
        if let note = settled.remove(PathKey(path)) {
            entry.settled = note
            entry.hasRow = true
        }
        set(path, entry)
    }

    /// The file has come to rest.
    mutating func settle(_ path: ImportPath, _ note: SettledFiles.Note, look: Int) {
        set(path, nil)
        settled.set(PathKey(path), note, look: look)
    }

    /// Nothing is known of the path any more.
    mutating func forget(_ path: ImportPath) {
        set(path, nil)
        settled.remove(PathKey(path))
    }

    /// There is a row, but nobody knows which file lies there, or whether one does.
    mutating func forgetFile(_ path: ImportPath, look: Int) {
        settle(path, .init(state: .done, digest: 0), look: look - 1)
    }

    func forEach(_ body: (ImportPath, Entry) -> Void) {
        for (path, entry) in entries { body(path, entry) }
    }

    func paths(where isWanted: (ImportPath, Entry) -> Bool) -> [ImportPath] {
        entries.compactMap { isWanted($0.key, $0.value) ? $0.key : nil }
    }
}

extension ImportState {
    /// A barrier waits for it.
    var isPending: Bool { self == .waiting || self == .queued || self == .importing }
}
