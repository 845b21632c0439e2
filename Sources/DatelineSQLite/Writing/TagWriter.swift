import DatelineModels
import Foundation
import GRDB

/// Changes tags and what carries them, within a transaction. Whatever shows a tag gets a new version when that tag changes.
struct TagWriter {
    let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    /// - Throws: `.conflict` where the name is taken.
    func insert(_ draft: TagDraft, id: ResourceID? = nil) throws -> Int64 {
        let time = context.now()
        let id = (id ?? context.makeID()).blob
        let key: Int64 = try Conflicts.decided {
            try db.run(
                """
                INSERT INTO tag (id, version, name, folded, description, color, created_at, updated_at) VALUES (?, 1, ?, ?, ?, ?, ?, ?)
                """,
                [id, draft.name.text, draft.name.folded, draft.description, draft.color, time.milliseconds, time.milliseconds]
            )
            return db.lastInsertedRowID
        } by: {
            try Conflicts.id(db, "SELECT id FROM tag WHERE folded = ?", [draft.name.folded])
                .map { .conflict(existing: $0, detail: "There is a tag of this name already.") }
        }
        try context.record(.created, .tag, id, version: 1, at: time)
        return key
    }

    /// Renames, describes, colours; a name that another tag has merges this one into that.
    ///
    /// - Returns: the key of the tag that is left.
    func replace(_ key: Int64, _ before: Tag, by draft: TagDraft) throws -> Int64 {
        let isRenamed = !before.name.utf8.elementsEqual(draft.name.text.utf8)
        guard isRenamed || before.description != draft.description || before.color != draft.color else { return key }
        do {
            try db.run(
                "UPDATE tag SET name = ?, folded = ?, description = ?, color = ? WHERE tag_key = ?",
                [draft.name.text, draft.name.folded, draft.description, draft.color, key]
            )
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            guard let survivor = try db.integer("SELECT tag_key FROM tag WHERE folded = ?", [draft.name.folded]) else { throw error }
            try merge(key, before, into: survivor)
            return survivor
        }
        try context.touch(.tag, key)
        if isRenamed {
            for kind in TaggedKind.allCases { try context.touch(kind.links, of: key) }
        }
        return key
    }

    private func merge(_ key: Int64, _ tag: Tag, into survivor: Int64) throws {
        for kind in TaggedKind.allCases {
            let links = kind.links
            try context.touch(links, of: key)
            try db.run(
                """
                INSERT INTO \(links.name) (tag_key, \(kind.linkColumns)) SELECT ?, \(kind.linkColumns) FROM \(links.name) WHERE tag_key = ?
                ON CONFLICT DO NOTHING
                """, [survivor, key])
            try db.run("DELETE FROM \(links.name) WHERE tag_key = ?", [key])
        }
        try db.run("DELETE FROM tag WHERE tag_key = ?", [key])
        try context.retire(tag.id.blob)
        try context.record(.merged, .tag, tag.id.blob, version: tag.version, at: context.now())
    }

    func delete(_ key: Int64, _ tag: Tag) throws {
        for kind in TaggedKind.allCases {
            try context.touch(kind.links, of: key)
            try db.run("DELETE FROM \(kind.links.name) WHERE tag_key = ?", [key])
        }
        try db.run("DELETE FROM tag WHERE tag_key = ?", [key])
        try context.retire(tag.id.blob)
        try context.record(.deleted, .tag, tag.id.blob, version: tag.version, at: context.now())
    }
}

/// Puts tags on articles, entities and events alike, and takes them off.
struct TaggedCarrier {
    let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    /// nil where there is no such resource.
    func key(_ kind: TaggedKind, _ id: ResourceID) throws -> Int64? {
        switch kind {
        case .articles: try ArticleLoader.key(db, id: id)
        case .entities: try EntityLoader.key(db, id: id)
        case .events: try EventLoader.key(db, id: id)
        }
    }

    func tags(_ kind: TaggedKind, _ key: Int64) throws -> Set<Int64> {
        switch kind {
        case .articles: Set(try db.integers("SELECT tag_key FROM article_tag WHERE article_key = ?", [key]))
        case .entities: Set(try db.integers("SELECT tag_key FROM entity_tag WHERE entity_key = ?", [key]))
        case .events: Set(try db.integers("SELECT tag_key FROM event_tag WHERE event_key = ?", [key]))
        }
    }

    /// - Returns: whether the resource carries other tags now; it then has a new version.
    func change(_ kind: TaggedKind, _ key: Int64, add: Set<Int64>, remove: Set<Int64>) throws -> Bool {
        try replace(kind, key, by: tags(kind, key).subtracting(remove).union(add))
    }

    func replace(_ kind: TaggedKind, _ key: Int64, by tags: Set<Int64>) throws -> Bool {
        let changed: Bool
        switch kind {
        case .articles:
            guard let article = try LinkedArticle(db, key) else { return false }
            changed = try ArticleWriter(context).replaceTags(article, by: tags)
        case .entities: changed = try EntityWriter(context).replaceTags(key, by: tags)
        case .events: changed = try EventWriter(context).replaceTags(key, by: tags)
        }
        if changed { try context.touch(kind.touched, key) }
        return changed
    }
}

extension TaggedKind {
    var touched: TouchedResource {
        switch self {
        case .articles: .article
        case .entities: .entity
        case .events: .event
        }
    }

    fileprivate var links: LinkTable { LinkTable(name: "\(touched.change.rawValue)_tag", column: "tag_key", resource: touched) }

    /// Those beside the tag's key.
    fileprivate var linkColumns: String {
        switch self {
        case .articles: "date_key, article_id, article_key"
        case .entities: "entity_key"
        case .events: "start_key, event_id, event_key"
        }
    }
}
