import DatelineModels
import Foundation
import GRDB

/// Stores resources under given ids, within a transaction.
struct RestoreWriter {
    private let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    func store(_ resource: PortableResource) throws -> StoreRestore.Effect {
        switch resource {
        case .tag(let id, let draft, let createdAt): try store(id, draft, createdAt)
        case .source(let id, let name, let timeZone, let dateOrder): try store(id, source: name, timeZone, dateOrder)
        case .entity(let id, let draft, let createdAt): try store(id, draft, createdAt)
        case .event(let id, let draft, let createdAt): try store(id, draft, createdAt)
        case .article(let id, let draft, let unlinked, let createdAt): try store(id, draft, unlinked: unlinked, createdAt)
        }
    }

    func put(_ event: ResourceID, under superEvent: ResourceID) throws {
        guard let key = try EventLoader.key(db, id: event) else { throw RepositoryError.notFound }
        var draft = try context.event(key).draft
        draft.superEvent = superEvent
        _ = try EventWriter(context).replace(key, by: draft)
    }

    private func store(_ id: ResourceID, _ draft: TagDraft, _ createdAt: Timestamp?) throws -> StoreRestore.Effect {
        if let key = try TagLoader.key(db, folded: draft.name.folded) ?? db.integer("SELECT tag_key FROM tag WHERE id = ?", [id.blob]) {
            let before = try context.tag(key)
            _ = try TagWriter(context).replace(key, before, by: draft)
            return try context.tag(key).version == before.version ? .unchanged : .replaced
        }
        try context.refuseRetired(id)
        let key = try TagWriter(context).insert(draft, id: id)
        try date("UPDATE tag SET created_at = ? WHERE tag_key = ?", key, createdAt)
        return .created
    }

    private func store(_ id: ResourceID, source name: String, _ timeZone: String?, _ dateOrder: DateOrder?) throws -> StoreRestore.Effect {
        let folded = Folding.fold(name)
        if let key = try SourceLoader.key(db, folded: folded), let before = try SourceLoader.source(db, key: key) {
            guard before.timeZone != timeZone || before.dateOrder != dateOrder else { return .unchanged }
            try db.run("UPDATE source SET time_zone = ?, date_order = ? WHERE source_key = ?", [timeZone, dateOrder?.rawValue, key])
            try context.touch(.source, key)
            return .replaced
        }
        try context.refuseRetired(id)
        let time = context.now()
        try Conflicts.decided {
            try db.run(
                """
                INSERT INTO source (id, version, name, folded, time_zone, date_order, created_at, updated_at) VALUES (?, 1, ?, ?, ?, ?, ?, ?)
                """,
                [id.blob, name, folded, timeZone, dateOrder?.rawValue, time.milliseconds, time.milliseconds]
            )
        } by: {
            .conflict(existing: id, detail: "There is a source with this id already, under another name.")
        }
        try context.record(.created, .source, id.blob, version: 1, at: time)
        return .created
    }

    private func store(_ id: ResourceID, _ draft: EntityDraft, _ createdAt: Timestamp?) throws -> StoreRestore.Effect {
        let writer = EntityWriter(context)
        if let key = try writer.key(id) { return try writer.replace(key, by: draft) ? .replaced : .unchanged }
        try context.refuseRetired(id)
        let key = try writer.insert(draft, id: id)
        try date("UPDATE entity SET created_at = ? WHERE entity_key = ?", key, createdAt)
        return .created
    }

    private func store(_ id: ResourceID, _ draft: EventDraft, _ createdAt: Timestamp?) throws -> StoreRestore.Effect {
        let writer = EventWriter(context)
        var draft = draft
        draft.superEvent = nil
        if let key = try writer.key(id) {
            draft.superEvent = try context.event(key).superEvent?.id
            return try writer.replace(key, by: draft) ? .replaced : .unchanged
        }
        try context.refuseRetired(id)
        let key = try writer.insert(draft, id: id)
        try date("UPDATE event SET created_at = ? WHERE event_key = ?", key, createdAt)
        return .created
    }

    private func store(_ id: ResourceID, _ draft: ArticleDraft, unlinked: [ResourceID], _ createdAt: Timestamp?) throws
        -> StoreRestore.Effect
    {
        let writer = ArticleWriter(context)
        let entities = try keys(ofUnlinked: unlinked)
        if let key = try writer.key(id) {
            var changed = try writer.replace(key, by: draft)
            if try unlink(key, entities) {
                try context.touch(.article, key)
                changed = true
            }
            return changed ? .replaced : .unchanged
        }
        try context.refuseRetired(id)
        let key = try writer.insert(draft, id: id)
        _ = try unlink(key, entities)
        try date("UPDATE article SET created_at = ? WHERE article_key = ?", key, createdAt)
        return .created
    }

    /// Makes exactly these the entities that a client took away.
    ///
    /// - Returns: whether anything is different now.
    private func unlink(_ article: Int64, _ entities: Set<Int64>) throws -> Bool {
        let before = Set(try db.integers("SELECT entity_key FROM article_unlinked WHERE article_key = ?", [article]))
        guard before != entities else { return false }
        let mentions = MentionWriter(context)
        for entity in before.subtracting(entities).sorted() { try mentions.forgetUnlinking(article, entity) }
        for entity in entities.subtracting(before).sorted() {
            try db.run("INSERT INTO article_unlinked (article_key, entity_key) VALUES (?, ?)", [article, entity])
        }
        if let linked = try LinkedArticle(db, article), let stored = try StoredArticle(db, article) {
            _ = try mentions.refresh(linked, stored, manual: try mentions.manual(article).subtracting(entities))
        }
        return true
    }

    private func keys(ofUnlinked ids: [ResourceID]) throws -> Set<Int64> {
        var faults = Faults()
        var keys: Set<Int64> = []
        for (index, id) in ids.enumerated() {
            if let key = try EntityLoader.key(db, id: id) {
                keys.insert(key)
            } else {
                faults.add(pointer: "/unlinked/\(index)", .notFound, "There is no entity with this id.")
            }
        }
        try faults.throwIfAny()
        return keys
    }

    /// Keeps when a resource was first stored elsewhere.
    private func date(_ sql: String, _ key: Int64, _ createdAt: Timestamp?) throws {
        guard let createdAt else { return }
        try db.run(sql, [createdAt.milliseconds, key])
    }
}
