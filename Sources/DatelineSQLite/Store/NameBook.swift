import DatelineLinking
import DatelineModels
import GRDB
import Synchronization

/// The names of all stored entities in memory. Only the writer changes it, so to it the names are always as its transaction sees
/// them; others get a state of them.
final class NameBook: Sendable {
    /// The names at one moment.
    struct State: Sendable {
        fileprivate(set) var index = NameIndex()
        /// Another one after each change.
        fileprivate(set) var version = 0

        func mentions(headline: String, body: String?) -> FoundNames {
            FoundNames(version: version, mentions: index.mentions(headline: headline, body: body))
        }
    }

    private let state = Mutex(State())

    /// As they are now; may hold names of a transaction that will be undone, which gives them another version.
    var current: State { state.withLock { $0 } }

    func set(_ entity: Int64, _ names: [EntityName]) {
        state.withLock { state in
            state.version += 1
            state.index.set(entity, names: names)
        }
    }

    func remove(_ entity: Int64) {
        state.withLock { state in
            state.version += 1
            state.index.remove(entity)
        }
    }

    /// - Parameter found: what was found in the same text before; taken if no name has changed since.
    func mentions(headline: String, body: String?, found: FoundNames?) -> [FoundMention] {
        state.withLock { state in
            if let found, found.version == state.version { return found.mentions }
            return state.index.mentions(headline: headline, body: body)
        }
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
        state.withLock { state in
            state.version += 1
            state.index = fresh
        }
    }
}

/// The entities found in a text, by a state of the names.
struct FoundNames: Sendable {
    let version: Int
    let mentions: [FoundMention]
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
