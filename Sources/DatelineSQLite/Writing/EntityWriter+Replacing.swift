import DatelineLinking
import DatelineModels
import Foundation
import GRDB

extension EntityWriter {
    /// Replaces everything that a client can set. Nothing is written where nothing is different.
    ///
    /// - Returns: whether something was.
    /// - Throws: `.conflict`.
    func replace(_ key: Int64, by draft: EntityDraft) throws -> Bool {
        guard let row = try db.row("SELECT type, name, description FROM entity WHERE entity_key = ?", [key]) else {
            throw RepositoryError.notFound
        }
        let oldType: String = row[0]
        let oldName: String = row[1]
        let oldDescription: String? = row[2]
        var changed = !Self.same(oldName, draft.name) || oldType != draft.type.rawValue || !Self.same(oldDescription, draft.description)
        if changed {
            let folded = Folding.fold(draft.name)
            try Conflicts.decided {
                try db.run(
                    "UPDATE entity SET type = ?, name = ?, folded = ?, description = ? WHERE entity_key = ?",
                    [draft.type.rawValue, draft.name, folded, draft.description, key]
                )
            } by: {
                try nameConflict(draft.type, folded)
            }
            if oldType != draft.type.rawValue { try retype(key) }
            if !Self.same(oldName, draft.name) || oldType != draft.type.rawValue { try touchReferrers(key) }
        }
        if try replaceNames(key, draft) { changed = true }
        if try replaceIdentifiers(key, draft.identifiers) { changed = true }
        if try replaceTags(key, by: try context.tagKeys(draft.tags)) { changed = true }
        if changed { try context.touch(.entity, key) }
        return changed
    }

    private static func same(_ left: String?, _ right: String?) -> Bool {
        left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
    }

    private func replaceNames(_ key: Int64, _ draft: EntityDraft) throws -> Bool {
        let before = try EntityNames.stored(db, key)
        let after = Self.names(draft)
        let isSame =
            before.count == after.count
            && zip(before, after).allSatisfy { $0.kind == $1.name.kind && Self.same($0.text, $1.name.text) }
        guard !isSame else { return false }
        let folded = Set(before.map { Folding.fold($0.text) } + after.map(\.folded))
        try db.run("DELETE FROM entity_name WHERE entity_key = ?", [key])
        try insertNames(after, key)
        context.setNames(after.map(\.name), of: key)
        try db.run("UPDATE entity SET linking_pending = linking_pending + 1 WHERE entity_key = ?", [key])
        try markSharers(of: folded, except: key)
        context.scheduleLinking()
        return true
    }

    private func replaceIdentifiers(_ key: Int64, _ identifiers: [String: String]) throws -> Bool {
        var before: [String: String] = [:]
        for row in try db.rows("SELECT scheme, value FROM entity_identifier WHERE entity_key = ?", [key]) { before[row[0]] = row[1] }
        guard before != identifiers else { return false }
        try db.run("DELETE FROM entity_identifier WHERE entity_key = ?", [key])
        try insertIdentifiers(identifiers, key)
        return true
    }

    /// Keeps the list of entity types of each article right.
    private func retype(_ key: Int64) throws {
        for article in try db.integers("SELECT article_key FROM article_entity WHERE entity_key = ?", [key]) {
            if let linked = try LinkedArticle(db, article) { try MentionWriter(context).refreshTypes(linked) }
        }
    }

    /// Articles and events show an entity's name and type: another one makes another version of them.
    private func touchReferrers(_ key: Int64) throws {
        for links in [LinkTable.articlesOfEntity, .eventsOfEntity] { try context.touch(links, of: key) }
    }

    /// A folded name and all runs of its words: names of others that it hid in texts, being longer.
    private static func partsOfName(_ folded: String) -> [String] {
        let words = folded.split(separator: " ").prefix(NameIndex.maximumWords)
        return words.indices.flatMap { start in (start..<words.endIndex).map { words[start...$0].joined(separator: " ") } } + [folded]
    }

    /// - Parameter version: its last.
    func delete(_ key: Int64, _ id: ResourceID, version: Int) throws {
        try context.touch(.articlesOfEntity, of: key)
        try MentionWriter(context).removeAll(of: key)
        for event in try db.integers("SELECT event_key FROM event_entity WHERE entity_key = ? ORDER BY start_key, event_id", [key]) {
            try db.run("DELETE FROM event_participant WHERE event_key = ? AND entity_key = ?", [event, key])
            try db.run("UPDATE event SET location_entity_key = NULL WHERE event_key = ? AND location_entity_key = ?", [event, key])
            try context.touch(.event, event)
        }
        try db.run("DELETE FROM event_entity WHERE entity_key = ?", [key])
        try db.run("DELETE FROM entity_tag WHERE entity_key = ?", [key])
        let names = try EntityNames.stored(db, key).map { Folding.fold($0.text) }
        try markSharers(of: Set(names.flatMap(Self.partsOfName)), except: key)
        try db.run("DELETE FROM entity WHERE entity_key = ?", [key])
        context.removeNames(of: key)
        context.scheduleLinking()
        try context.retire(id.blob)
        try context.record(.deleted, .entity, id.blob, version: version, at: context.now())
    }
}
