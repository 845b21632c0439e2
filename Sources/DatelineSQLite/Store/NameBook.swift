import DatelineLinking
import DatelineModels
import GRDB
import Synchronization

/// The names of all stored entities in memory. Only the writer reads and changes it, so it is always as the transaction sees it.
final class NameBook: Sendable {
    private let index = Mutex(NameIndex())

    func set(_ entity: Int64, _ names: [EntityName]) {
        index.withLock { $0.set(entity, names: names) }
    }

    func remove(_ entity: Int64) {
        index.withLock { $0.remove(entity) }
    }

    func mentions(headline: String, body: String?) -> [FoundMention] {
        index.withLock { $0.mentions(headline: headline, body: body) }
    }

    /// Reads the names of every stored entity.
    func load(_ db: Database) throws {
        var fresh = NameIndex()
        var current: (entity: Int64, names: [EntityName])?
        let rows = try Row.fetchCursor(db, sql: "SELECT entity_key, kind, text FROM entity_name ORDER BY entity_key, position")
        while let row = try rows.next() {
            let entity: Int64 = row[0]
            if current?.entity != entity {
                if let current { fresh.set(current.entity, names: current.names) }
                current = (entity, [])
            }
            current?.names.append(try EntityNames.name(kind: row[1], text: row[2]))
        }
        if let current { fresh.set(current.entity, names: current.names) }
        index.withLock { $0 = fresh }
    }
}

/// The rows of `entity_name`.
enum EntityNames {
    static func stored(_ db: Database, _ entity: Int64) throws -> [EntityName] {
        try db.rows("SELECT kind, text FROM entity_name WHERE entity_key = ? ORDER BY position", [entity])
            .map { try name(kind: $0[0], text: $0[1]) }
    }

    static func name(kind: String, text: String) throws -> EntityName {
        guard let kind = EntityName.Kind(rawValue: kind) else {
            throw RepositoryError.unavailable(.storageError, cause: "unknown kind of name")
        }
        return EntityName(text: text, kind: kind)
    }
}
