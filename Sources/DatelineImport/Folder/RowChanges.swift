import DatelineModels

/// Rows that have to be written for files nothing else is done with: waiting, gone, refused unread.
struct RowChanges: Sendable {
    enum Change: Sendable {
        /// If it still does by then.
        case waiting
        case missing
        case refused(ImportState, reason: String, detail: String, FileStamp?)
    }

    private var changes: [ImportPath: (change: Change, due: Duration)] = [:]
    /// None is due before; may be earlier than the earliest.
    private var earliest = Self.never

    private static let never = Duration.seconds(Int64.max / 2)

    var nextDue: Duration? { changes.isEmpty ? nil : earliest }

    func hasDue(at now: Duration) -> Bool {
        earliest <= now && changes.values.contains { $0.due <= now }
    }

    func due(at now: Duration) -> Set<ImportPath> {
        earliest <= now ? Set(changes.lazy.filter { $0.value.due <= now }.map(\.key)) : []
    }

    mutating func add(_ path: ImportPath, _ change: Change, due: Duration) {
        changes[path] = (change, due)
        earliest = min(earliest, due)
    }

    /// It couldn't be written yet, unless there is something newer to write by now.
    mutating func putBack(_ path: ImportPath, _ change: Change, due: Duration) {
        if changes[path] == nil { add(path, change, due: due) }
    }

    mutating func forget(_ path: ImportPath) {
        changes[path] = nil
    }

    mutating func takeDue(at now: Duration, limit: Int) -> [(path: ImportPath, change: Change)] {
        guard earliest <= now else { return [] }
        let due = changes.lazy.filter { $0.value.due <= now }.prefix(limit).map { ($0.key, $0.value.change) }
        let taken = Array(due)
        for (path, _) in taken { changes[path] = nil }
        earliest = changes.values.lazy.map(\.due).min() ?? Self.never
        return taken
    }
}

/// Files that are tried again at a later time.
struct RetrySchedule: Sendable {
    private struct Turn: Comparable, Sendable {
        let due: Duration
        let path: ImportPath

        static func < (left: Self, right: Self) -> Bool { (left.due, left.path) < (right.due, right.path) }
    }

    private var turns = BinaryHeap<Turn>()
    private var dues: [ImportPath: Duration] = [:]

    mutating func add(_ path: ImportPath, due: Duration) {
        dues[path] = due
        turns.insert(Turn(due: due, path: path))
    }

    mutating func forget(_ path: ImportPath) {
        dues[path] = nil
    }

    mutating func nextDue() -> Duration? {
        dropOvertaken()
        return turns.first?.due
    }

    mutating func takeDue(at now: Duration) -> [ImportPath] {
        var paths: [ImportPath] = []
        while let due = nextDue(), due <= now, let turn = turns.popFirst() {
            dues[turn.path] = nil
            paths.append(turn.path)
        }
        return paths
    }

    private mutating func dropOvertaken() {
        while let turn = turns.first, dues[turn.path] != turn.due { _ = turns.popFirst() }
    }
}
