@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Synchronization

/// A ledger in memory that keeps the promises of the port.
final class MemoryLedger: ImportLedger {
    /// What a test can have fail or wait by itself.
    enum Call {
        case claim, dateHabits, records, commit
    }

    private struct State {
        var failures: [Call: RepositoryError] = [:]
        var held: Call?
        var isHolding = false
        var refusesRows = false
        var root = ImportRoot()
        var rows: [ImportPath: ImportRecord] = [:]
        /// By path and the record's number.
        var sources: [ImportPath: [Int: ResourceID]] = [:]
        var articles: [ResourceID: ArticleDraft] = [:]
        var missing: Set<ResourceID> = []
        var urls: [String: ResourceID] = [:]
        var keys: [String: ResourceID] = [:]
        var habits: [String: (zone: ZonedClock?, order: DateOrder?)] = [:]
        var claims: Set<ImportPath> = []
        var failure: RepositoryError?
        var slowness = Duration.zero
        var onCommit: (@Sendable (_ stores: Int) -> Void)?
        var writes = 0
        var stores = 0
        var largestCommit = 0
        var history: [ImportPath: [ImportState]] = [:]
        var stamps: [ImportPath: FileStamp] = [:]
    }

    private let state = Mutex(State())
    private let ids: ResourceIDGenerator
    private let letGo = Signal()

    init(ids: ResourceIDGenerator) {
        self.ids = ids
    }

    // MARK: What tests look at and set

    /// Calls that have written something about a file.
    var writes: Int { state.withLock { $0.writes } }
    /// Outcomes with articles that were written.
    var stores: Int { state.withLock { $0.stores } }
    /// Records of the largest piece that was written at once.
    var largestPiece: Int { state.withLock { $0.largestCommit } }
    var articles: [ArticleDraft] { state.withLock { Array($0.articles.values) } }
    var rows: [ImportRecord] { state.withLock { $0.rows.values.sorted { $0.path < $1.path } } }
    var claims: Set<ImportPath> { state.withLock { $0.claims } }
    var root: ImportRoot { state.withLock { $0.root } }

    func article(_ id: ResourceID) -> ArticleDraft? { state.withLock { $0.articles[id] } }
    /// Whether the article's files are said to be gone.
    func isMissing(_ id: ResourceID) -> Bool { state.withLock { $0.missing.contains(id) } }
    /// The states that a row has had, one after another.
    func history(_ path: String) -> [ImportState] { state.withLock { $0.history[ImportPath(path)] ?? [] } }
    func row(_ path: ImportPath) -> ImportRecord? { state.withLock { $0.rows[path] } }
    func row(_ path: String) -> ImportRecord? { row(ImportPath(path)) }

    func fail(with error: RepositoryError?) { state.withLock { $0.failure = error } }
    /// The next such call fails, and no other.
    func fail(once call: Call, with error: RepositoryError) { state.withLock { $0.failures[call] = error } }
    /// Rows without articles are refused for what they hold from now on.
    func refuseRows() { state.withLock { $0.refusesRows = true } }
    /// Such calls wait until another call of this function.
    func hold(_ call: Call?) {
        state.withLock { $0.held = call }
        letGo.raise()
    }
    /// Whether a call waits.
    var isHolding: Bool { state.withLock { $0.isHolding } }
    /// How long each commit takes from now on.
    func slowDown(to duration: Duration) { state.withLock { $0.slowness = duration } }
    /// Is called when something was written, before anybody else hears of it.
    func onCommit(_ body: @escaping @Sendable (_ stores: Int) -> Void) { state.withLock { $0.onCommit = body } }
    func setHabits(_ source: String, zone: ZonedClock?, order: DateOrder?) { state.withLock { $0.habits[source] = (zone, order) } }
    /// The next row of the file has this stamp, as if a clock that doesn't go on had given it to another version than was read.
    func restamp(_ path: String, _ stamp: FileStamp) { state.withLock { $0.stamps[ImportPath(path)] = stamp } }
    /// As a crash would leave it.
    func leaveClaim(_ path: String) { state.withLock { _ = $0.claims.insert(ImportPath(path)) } }

    // MARK: The port

    func open(root: [UInt8]) async throws(RepositoryError) -> ImportRoot {
        try check()
        return state.withLock { state in
            for path in state.claims {
                var row = state.rows[path] ?? ImportRecord(id: ids.next(), path: path, state: .importing, firstSeenAt: ImportHarness.now())
                row.state = .importing
                row.attempts += 1
                state.rows[path] = row
            }
            state.claims = []
            return state.root
        }
    }

    func accept(device: UInt64, inode: UInt64, root: [UInt8]) async throws(RepositoryError) {
        try check()
        state.withLock { state in
            state.root.device = device
            state.root.inode = inode
        }
    }

    func known(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [KnownFile] {
        try check()
        return rows.filter { row in path.map { $0 < row.path } ?? true }.prefix(limit).map(Self.known)
    }

    func records(root: [UInt8], paths: [ImportPath]) async throws(RepositoryError) -> [ImportPath: ImportRecord] {
        try await check(.records)
        return state.withLock { state in
            Dictionary(paths.compactMap { path in state.rows[path].map { (path, $0) } }, uniquingKeysWith: { first, _ in first })
        }
    }

    func files(root: [UInt8], contents: Set<String>) async throws(RepositoryError) -> [String: [KnownFile]] {
        try check()
        let matches = rows.filter { $0.sha256.map(contents.contains) ?? false }
            .sorted { ($0.state == .missing ? 0 : 1) < ($1.state == .missing ? 0 : 1) }
        return Dictionary(grouping: matches) { $0.sha256 ?? "" }.mapValues { $0.map(Self.known) }
    }

    func claim(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError) {
        try await check(.claim)
        state.withLock { $0.claims.formUnion(paths) }
    }

    func release(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError) {
        try check()
        state.withLock { $0.claims.subtract(paths) }
    }

    func commit(_ outcomes: [ImportOutcome], parsedFiles: Int, root: [UInt8]) async throws(RepositoryError) -> [ImportRecord?] {
        try await check(.commit)
        let isRefused = state.withLock { $0.refusesRows } && outcomes.contains { if case .row = $0 { true } else { false } }
        if isRefused { throw .conflict(existing: nil, detail: "test") }
        try? await Task.sleep(for: state.withLock { $0.slowness })
        defer { state.withLock { state in state.onCommit.map { ($0, state.stores) } }.map { $0($1) } }
        return state.withLock { state in
            state.writes += 1
            state.root.parsedFiles += parsedFiles
            return outcomes.map { outcome in
                switch outcome {
                case .row(let record): return put(record, in: &state)
                case .articles(let articles, let record): return store(articles, record, in: &state)
                case .moved(let from, let record):
                    state.rows[from] = nil
                    state.sources[record.path] = state.sources.removeValue(forKey: from)
                    return put(record, in: &state)
                case .exchanged(let other, let record):
                    guard let moved = state.rows[other], moved.sha256 == record.sha256 else { return nil }
                    let former = state.rows[record.path]
                    let sources = state.sources[record.path]
                    state.rows[other] = nil
                    state.sources[record.path] = state.sources.removeValue(forKey: other)
                    let row = put(record, in: &state)
                    if var former {
                        former.path = other
                        state.rows[other] = former
                        state.sources[other] = sources
                    }
                    return row
                case .copied(let of, var record):
                    state.sources[record.path] = state.sources[of]
                    record.articleIDs = state.rows[of]?.articleIDs ?? []
                    return put(record, in: &state)
                case .missing(let path, let policy): return lose(path, policy, in: &state)
                }
            }
        }
    }

    func record(_ id: ResourceID) async throws(RepositoryError) -> (record: ImportRecord, root: [UInt8]) {
        try check()
        throw .notFound
    }

    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord> {
        try check()
        let items = rows.filter { row in
            (query.states.isEmpty || query.states.contains(row.state))
                && (query.reasons.isEmpty || row.reason.map(query.reasons.contains) ?? false)
        }
        return Page(items: items, next: nil)
    }

    func dateHabits(ofSource name: String) async throws(RepositoryError) -> (zone: ZonedClock?, order: DateOrder?)? {
        try await check(.dateHabits)
        return state.withLock { $0.habits[name] }
    }

    private func check() throws(RepositoryError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private func check(_ call: Call) async throws(RepositoryError) {
        while true {
            let seen = letGo.version
            guard
                state.withLock({
                    $0.isHolding = $0.held == call; return $0.isHolding
                }), !Task.isCancelled
            else { break }
            await letGo.wait(after: seen)
        }
        if let failure = state.withLock({ $0.failures.removeValue(forKey: call) }) { throw failure }
        try check()
    }

    private static func known(_ row: ImportRecord) -> KnownFile {
        var file = KnownFile(path: row.path, state: row.state, updatedAt: row.updatedAt)
        file.reason = row.reason
        file.stamp = row.stamp
        file.attempts = row.attempts
        file.parserVersion = row.parserVersion
        file.pendingMove = row.pendingMove
        return file
    }

    private func store(_ articles: [ImportedArticle], _ record: ImportRecord, in state: inout State) -> ImportRecord {
        state.stores += 1
        state.largestCommit = max(state.largestCommit, articles.count)
        for article in articles {
            let stated = article.id ?? article.key.flatMap { state.keys[$0] } ?? article.draft.url.flatMap { state.urls[$0.key] }
            let placed = state.sources[record.path]?[article.recordNumber]
            let hasIdentity = article.id != nil || article.key != nil || article.draft.url != nil
            let id = article.isWholeFile ? placed ?? stated : stated ?? (hasIdentity ? nil : placed)
            let known = id ?? ids.next()
            state.articles[known] = article.draft
            state.missing.remove(known)
            if let url = article.draft.url { state.urls[url.key] = known }
            if let key = article.key { state.keys[key] = known }
            state.sources[record.path, default: [:]][article.recordNumber] = known
        }
        return put(record, in: &state)
    }

    private func put(_ record: ImportRecord, in state: inout State) -> ImportRecord {
        var record = record
        if let stamp = state.stamps.removeValue(forKey: record.path) { record.stamp = stamp }
        if let old = state.rows[record.path] { record.id = old.id }
        let ids = (state.sources[record.path] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
        if !ids.isEmpty {
            record.articleIDs = ids
            record.articleCount = ids.count
        }
        if record.state.isOnDisk { state.missing.subtract(ids) }
        state.claims.remove(record.path)
        state.rows[record.path] = record
        state.history[record.path, default: []].append(record.state)
        return record
    }

    private func lose(_ path: ImportPath, _ policy: MissingPolicy, in state: inout State) -> ImportRecord? {
        guard var row = state.rows[path] else { return nil }
        row.state = .missing
        row.stamp = nil
        let result = put(row, in: &state)
        for id in row.articleIDs {
            let isElsewhere = state.rows.values.contains { $0.state != .missing && $0.articleIDs.contains(id) }
            if isElsewhere { continue }
            switch policy {
            case .mark: state.missing.insert(id)
            case .keep: break
            case .delete: state.articles[id] = nil
            }
        }
        return result
    }
}

extension ImportState {
    fileprivate var isOnDisk: Bool { self == .done || self == .partial }
}

extension ImportPath {
    init(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }
}
