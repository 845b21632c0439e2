import DatelineLinking
import DatelineModels
import Foundation
import GRDB

/// Stores, replaces and deletes entities, within a transaction.
struct EntityWriter {
    let context: WriteContext
    var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    func key(_ id: ResourceID) throws -> Int64? {
        try db.integer("SELECT entity_key FROM entity WHERE id = ?", [id.blob])
    }

    /// - Throws: `.conflict` where type and name, an identifier or the id are taken.
    func insert(_ draft: EntityDraft, id: ResourceID? = nil) throws -> Int64 {
        let time = context.now()
        let id = id ?? context.makeID()
        let folded = Folding.fold(draft.name)
        let key: Int64 = try Conflicts.decided {
            try db.run(
                """
                INSERT INTO entity (id, version, type, name, folded, description, linking_pending, created_at, updated_at)
                VALUES (?, 1, ?, ?, ?, ?, 1, ?, ?)
                """,
                [id.blob, draft.type.rawValue, draft.name, folded, draft.description, time.milliseconds, time.milliseconds]
            )
            return db.lastInsertedRowID
        } by: {
            try nameConflict(draft.type, folded)
                ?? Conflicts.id(db, "SELECT id FROM entity WHERE id = ?", [id.blob])
                .map { .conflict(existing: $0, detail: "There is an entity with this id already.") }
        }
        let names = Self.names(draft)
        try insertNames(names, key)
        try insertIdentifiers(draft.identifiers, key)
        for tag in try context.tagKeys(draft.tags).sorted() { try link(key, tag: tag) }
        context.setNames(names.map(\.name), of: key)
        try markSharers(of: Set(names.map(\.folded)), except: key)
        context.scheduleLinking()
        try context.record(.created, .entity, id.blob, version: 1, at: time)
        return key
    }

    /// Every name with its key, the main one first; a text that is given twice counts once, at its strongest.
    static func names(_ draft: EntityDraft) -> [(name: EntityName, folded: String)] {
        var seen: Set<[UInt8]> = []
        let all =
            [EntityName(text: draft.name, kind: .name)] + draft.aliases.map { EntityName(text: $0, kind: .alias) }
            + draft.weakAliases.map { EntityName(text: $0, kind: .weakAlias) }
        return all.compactMap { name in
            let folded = Folding.fold(name.text)
            guard !folded.isEmpty, seen.insert(Array(folded.utf8)).inserted else { return nil }
            return (name, folded)
        }
    }

    func insertNames(_ names: [(name: EntityName, folded: String)], _ key: Int64) throws {
        for (position, entry) in names.enumerated() {
            try db.run(
                "INSERT INTO entity_name (entity_key, folded, kind, position, text) VALUES (?, ?, ?, ?, ?)",
                [key, entry.folded, entry.name.kind.rawValue, position, entry.name.text]
            )
        }
    }

    func insertIdentifiers(_ identifiers: [String: String], _ key: Int64) throws {
        for (scheme, value) in identifiers.sorted(by: { $0.key < $1.key }) {
            try Conflicts.decided {
                try db.run("INSERT INTO entity_identifier (scheme, value, entity_key) VALUES (?, ?, ?)", [scheme, value, key])
            } by: {
                try Conflicts.id(
                    db,
                    """
                    SELECT entity.id FROM entity_identifier JOIN entity ON entity.entity_key = entity_identifier.entity_key
                    WHERE entity_identifier.scheme = ? AND entity_identifier.value = ?
                    """,
                    [scheme, value]
                ).map { .conflict(existing: $0, detail: "Another entity has this \(scheme) identifier.") }
            }
        }
    }

    func nameConflict(_ type: EntityType, _ folded: String) throws -> RepositoryError? {
        try Conflicts.id(db, "SELECT id FROM entity WHERE type = ? AND folded = ?", [type.rawValue, folded])
            .map { .conflict(existing: $0, detail: "There is an entity of this type and name already.") }
    }

    func link(_ key: Int64, tag: Int64) throws {
        try db.run("INSERT INTO entity_tag (tag_key, entity_key) VALUES (?, ?)", [tag, key])
    }

    func unlink(_ key: Int64, tag: Int64) throws {
        try db.run("DELETE FROM entity_tag WHERE entity_key = ? AND tag_key = ?", [key, tag])
    }

    func replaceTags(_ key: Int64, by tags: Set<Int64>) throws -> Bool {
        let before = Set(try db.integers("SELECT tag_key FROM entity_tag WHERE entity_key = ?", [key]))
        for tag in before.subtracting(tags).sorted() { try unlink(key, tag: tag) }
        for tag in tags.subtracting(before).sorted() { try link(key, tag: tag) }
        return before != tags
    }

    /// A name that one more entity bears, or one fewer, links differently for all its bearers.
    func markSharers(of folded: Set<String>, except key: Int64) throws {
        for name in folded.sorted() {
            try db.run(
                """
                UPDATE entity SET linking_pending = linking_pending + 1
                WHERE entity_key IN (SELECT entity_key FROM entity_name WHERE folded = ? AND entity_key <> ?)
                """,
                [name, key]
            )
        }
    }
}
