import DatelineLinking
import DatelineModels
import GRDB

/// What a write works with; lives as long as one transaction, on the writer's queue.
final class WriteContext {
    let db: Database
    private let clock: @Sendable () -> Timestamp
    let makeID: @Sendable () -> ResourceID
    private let names: NameBook
    private var textIndex = TextIndexQueue()
    /// Entities whose names were put into the index, or taken out, by this transaction.
    private var renamed: Set<Int64> = []
    private(set) var needsLinking = false

    init(db: Database, names: NameBook, now: @escaping @Sendable () -> Timestamp, makeID: @escaping @Sendable () -> ResourceID) {
        self.db = db
        self.names = names
        self.clock = now
        self.makeID = makeID
    }

    func now() -> Timestamp { clock() }

    /// Undoes what `body` did if it throws: rows, full text and names.
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        let mark = textIndex.mark
        let renamedBefore = renamed
        renamed = []
        defer { renamed.formUnion(renamedBefore) }
        do {
            try db.run("SAVEPOINT dateline")
            let value = try body()
            try db.run("RELEASE dateline")
            return value
        } catch {
            guard db.isInsideTransaction else { throw error }
            try db.run("ROLLBACK TO dateline")
            try db.run("RELEASE dateline")
            textIndex.rewind(to: mark)
            try restoreNames()
            throw error
        }
    }

    // MARK: Names

    func setNames(_ list: [EntityName], of entity: Int64) {
        renamed.insert(entity)
        names.set(entity, list)
    }

    func removeNames(of entity: Int64) {
        renamed.insert(entity)
        names.remove(entity)
    }

    /// The known entities in a text; those of this transaction included.
    ///
    /// - Parameter found: what was found in the same text before the transaction.
    func mentions(headline: String, body: String?, found: FoundNames? = nil) -> [FoundMention] {
        names.mentions(headline: headline, body: body, found: found)
    }

    func scheduleLinking() {
        needsLinking = true
    }

    /// Puts the names back to what is stored, after a rollback.
    func restoreNames() throws {
        for entity in renamed {
            let stored = try EntityNames.stored(db, entity)
            if stored.isEmpty { names.remove(entity) } else { names.set(entity, stored) }
        }
        renamed = []
    }

    func commit() {
        renamed = []
    }

    // MARK: Full text

    /// Full text is indexed once for the whole transaction: FTS5 writes its segments at every savepoint it has been part of,
    /// which would cost more than all else.
    func index(_ change: TextIndexQueue.Change) {
        textIndex.append(change)
    }

    /// To be called before full text is searched within the transaction, and before the commit.
    func flushTextIndex() throws {
        try textIndex.flush(db)
    }

    /// Whether the transaction has changed the full text of articles.
    var hasIndexedArticles: Bool { textIndex.hasArticles }
}
