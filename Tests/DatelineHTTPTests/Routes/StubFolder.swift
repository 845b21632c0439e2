import DatelineModels
import DatelineTestSupport
import Synchronization

@testable import DatelineHTTP

/// A watched folder in memory: files on their way, and rows of those that are through.
final class StubFolder: ImportControl, ImportLedger {
    struct State {
        var active: [ImportRecord] = []
        var rows: [ImportRecord] = []
        var retries: [String] = []
        /// How many files a retry takes up.
        var taken: Int? = 1
        var heldDeletes: Int? = 3
        var isPaused = false
    }

    let state: Mutex<State>

    init(active: [ImportRecord] = [], rows: [ImportRecord] = []) {
        state = Mutex(State(active: active.sorted { $0.path < $1.path }, rows: rows))
    }

    static func row(_ path: [UInt8], _ state: ImportState, _ number: UInt64, reason: String? = nil) -> ImportRecord {
        var record = ImportRecord(
            id: ResourceID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0000 | number), path: ImportPath(bytes: path), state: state,
            firstSeenAt: Timestamp(milliseconds: 0))
        record.reason = reason
        return record
    }

    static func row(_ path: String, _ state: ImportState, _ number: UInt64, reason: String? = nil) -> ImportRecord {
        row(Array(path.utf8), state, number, reason: reason)
    }

    func status() async -> ImportStatus {
        var status = ImportStatus(state: .importing)
        if state.withLock({ $0.isPaused }) {
            status.state = .paused
            status.reason = ImportStatus.heldReason
        }
        for row in state.withLock({ $0.active }) { status.counts[row.state, default: 0] += 1 }
        return status
    }

    /// Never done within the time given.
    func scan(waitingAtMost timeout: Duration?) async -> Bool { timeout == nil }

    func active(states: Set<ImportState>, after path: ImportPath?, limit: Int) async -> [ImportRecord] {
        state.withLock { state in
            Array(state.active.filter { row in states.contains(row.state) && path.map { $0 < row.path } != false }.prefix(limit))
        }
    }

    func active(_ path: ImportPath) async -> ImportRecord? {
        state.withLock { $0.active.first { $0.path == path } }
    }

    func active(_ id: ResourceID) async -> ImportRecord? {
        state.withLock { state in state.active.first { row in row.id == id && !state.rows.contains { $0.id == id } } }
    }

    func retry(_ selection: ImportRetry) async throws(RepositoryError) -> Int? {
        state.withLock { state in
            switch selection {
            case .file(let id): state.retries.append("\(id)")
            case .all(let of, let reason): state.retries.append("\(of.rawValue) \(reason ?? "any")")
            }
            return state.taken
        }
    }

    func setPaused(_ isPaused: Bool) async -> Bool {
        state.withLock { $0.isPaused = isPaused }
        return true
    }

    func confirmDeletes() async throws(RepositoryError) -> Int? {
        state.withLock { state in
            defer { if state.heldDeletes != nil { state.heldDeletes = 0 } }
            return state.heldDeletes
        }
    }

    func record(_ id: ResourceID) async throws(RepositoryError) -> (record: ImportRecord, root: [UInt8]) {
        guard let record = state.withLock({ state in state.rows.first { $0.id == id } }) else { throw .notFound }
        return (record, [UInt8(ascii: "/")])
    }

    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord> {
        let rows = state.withLock { state in
            state.rows.filter { row in
                (query.states.isEmpty || query.states.contains(row.state)) && (query.path == nil || query.path == row.path)
            }
        }
        return Page(items: rows, next: nil, total: query.page.counts ? rows.count : nil)
    }

    func open(root: [UInt8]) async throws(RepositoryError) -> ImportRoot { ImportRoot() }
    func accept(device: UInt64, inode: UInt64, root: [UInt8]) async throws(RepositoryError) {}
    func known(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [KnownFile] { [] }
    func records(root: [UInt8], paths: [ImportPath]) async throws(RepositoryError) -> [ImportPath: ImportRecord] { [:] }
    func files(root: [UInt8], contents: Set<String>) async throws(RepositoryError) -> [String: [KnownFile]] { [:] }
    func claim(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError) {}
    func release(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError) {}
    func commit(_ outcomes: [ImportOutcome], parsedFiles: Int, root: [UInt8]) async throws(RepositoryError) -> [ImportRecord?] { [] }
    func dateHabits(ofSource name: String) async throws(RepositoryError) -> (zone: ZonedClock?, order: DateOrder?)? { nil }
}
