import DatelineModels
import Synchronization

/// A ledger in memory that keeps the promises of the port.
final class MemoryLedger: ImportLedger {
    private struct State {
        var rows: [[UInt8]: [ImportPath: ImportRecord]] = [:]
        /// By the row's id and the record's number.
        var sources: [ResourceID: [Int: ResourceID]] = [:]
        var articles: [ResourceID: ArticleDraft] = [:]
        var urls: [String: ResourceID] = [:]
        var habits: [String: (zone: ZonedClock?, order: DateOrder?)] = [:]
        var failure: RepositoryError?
        var writes = 0
        var stores = 0
        var history: [ImportPath: [ImportState]] = [:]
    }

    private let state = Mutex(State())
    private let ids: ResourceIDGenerator

    init(ids: ResourceIDGenerator) {
        self.ids = ids
    }

    // MARK: What tests look at and set

    /// Calls of `save` and `store` that have written something.
    var writes: Int { state.withLock { $0.writes } }
    var stores: Int { state.withLock { $0.stores } }
    var articles: [ArticleDraft] { state.withLock { Array($0.articles.values) } }
    var rows: [ImportRecord] { state.withLock { $0.rows.values.flatMap(\.values).sorted { $0.path < $1.path } } }

    func article(_ id: ResourceID) -> ArticleDraft? { state.withLock { $0.articles[id] } }
    /// The states that a row has had, one after another.
    func history(_ path: String) -> [ImportState] { state.withLock { $0.history[ImportPath(path)] ?? [] } }
    func row(_ path: ImportPath) -> ImportRecord? { state.withLock { $0.rows.values.lazy.compactMap { $0[path] }.first } }
    func row(_ path: String) -> ImportRecord? { row(ImportPath(path)) }

    func fail(with error: RepositoryError?) { state.withLock { $0.failure = error } }
    func setHabits(_ source: String, zone: ZonedClock?, order: DateOrder?) { state.withLock { $0.habits[source] = (zone, order) } }

    // MARK: The port

    func records(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [ImportRecord] {
        try check()
        return state.withLock { state in
            let rows = (state.rows[root] ?? [:]).values.filter { row in path.map { $0 < row.path } ?? true }
            return Array(rows.sorted { $0.path < $1.path }.prefix(limit))
        }
    }

    func record(root: [UInt8], path: ImportPath) async throws(RepositoryError) -> ImportRecord? {
        try check()
        return state.withLock { $0.rows[root]?[path] }
    }

    func save(_ records: [ImportRecord], root: [UInt8]) async throws(RepositoryError) {
        try check()
        state.withLock { state in
            state.writes += 1
            for record in records { Self.put(record, root, in: &state) }
        }
    }

    func store(_ articles: [ImportedArticle], as record: ImportRecord, root: [UInt8]) async throws(RepositoryError) -> ImportRecord {
        try check()
        return state.withLock { state in
            state.writes += 1
            state.stores += 1
            for article in articles {
                let known =
                    state.sources[record.id]?[article.recordNumber] ?? article.id ?? article.draft.url.flatMap { state.urls[$0.key] }
                let id = known ?? ids.next()
                state.articles[id] = article.draft
                if let url = article.draft.url { state.urls[url.key] = id }
                state.sources[record.id, default: [:]][article.recordNumber] = id
            }
            var record = record
            record.articleIDs = (state.sources[record.id] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
            Self.put(record, root, in: &state)
            return record
        }
    }

    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord> {
        try check()
        return Page(items: rows.filter { query.states.isEmpty || query.states.contains($0.state) }, next: nil)
    }

    func counts() async throws(RepositoryError) -> [ImportState: Int] {
        try check()
        return Dictionary(grouping: rows, by: \.state).mapValues(\.count)
    }

    func dateHabits(ofSource name: String) async throws(RepositoryError) -> (zone: ZonedClock?, order: DateOrder?)? {
        try check()
        return state.withLock { $0.habits[name] }
    }

    private func check() throws(RepositoryError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private static func put(_ record: ImportRecord, _ root: [UInt8], in state: inout State) {
        var record = record
        if let old = state.rows[root]?[record.path], old.id != record.id { record.id = old.id }
        state.rows[root, default: [:]][record.path] = record
        state.history[record.path, default: []].append(record.state)
    }
}

extension ImportPath {
    init(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }
}
