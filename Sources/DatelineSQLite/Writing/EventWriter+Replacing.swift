import DatelineModels
import Foundation
import GRDB

extension EventWriter {
    /// Replaces everything that a client can set. Nothing is written where nothing is different.
    ///
    /// - Returns: whether something was.
    /// - Throws: `.invalid`.
    func replace(_ key: Int64, by draft: EventDraft) throws -> Bool {
        guard let before = try StoredEvent(db, key) else { throw RepositoryError.notFound }
        let links = try EventTargets(draft, context)
        if links.superEvent != before.links.superEvent { try SuperEvents(db).check(event: key, under: links.superEvent) }
        let after = StoredEvent(draft, links, id: before.id)
        var changed = !after.isSame(as: before)
        if changed { try update(key, from: before, to: after) }
        if try replaceTags(key, by: try context.tagKeys(draft.tags)) { changed = true }
        if changed { try context.touch(.event, key) }
        // Articles and sub-events show an event's name and start.
        if !after.hasSameReference(as: before) { try touchReferrers(key) }
        return changed
    }

    private func update(_ key: Int64, from before: StoredEvent, to after: StoredEvent) throws {
        try db.run(
            """
            UPDATE event SET
                name = ?, description = ?, start_precision = ?, start_key = ?, end_precision = ?, end_earliest = ?, span_latest = ?,
                span_class = ?, status = ?, location_text = ?, location_entity_key = ?, super_event_key = ?
            WHERE event_key = ?
            """,
            [
                after.name, after.description, after.start?.precision.rawValue, after.span.startKey, after.end?.precision.rawValue,
                after.end?.earliest,
                after.span.latest, after.span.spanClass, after.status, after.links.locationText, after.links.locationEntity,
                after.links.superEvent, key,
            ]
        )
        if before.span.startKey != after.span.startKey {
            try db.run("UPDATE event_tag SET start_key = ? WHERE event_key = ?", [after.span.startKey, key])
        }
        try db.run("DELETE FROM event_participant WHERE event_key = ?", [key])
        try db.run("DELETE FROM event_entity WHERE event_key = ?", [key])
        try insertParticipants(key, before.id, after.span.startKey, after.links)
        context.index(.removeEvent(key, name: before.name, description: before.description))
        context.index(.addEvent(key, name: after.name, description: after.description))
    }

    private func touchReferrers(_ key: Int64) throws {
        for article in try db.integers("SELECT article_key FROM article_event WHERE event_key = ? ORDER BY date_key, article_id", [key]) {
            try context.touch(.article, article)
        }
        for event in try db.integers("SELECT event_key FROM event WHERE super_event_key = ? ORDER BY event_key", [key]) {
            try context.touch(.event, event)
        }
    }

    /// - Parameter version: its last.
    func delete(_ key: Int64, version: Int) throws {
        guard let stored = try StoredEvent(db, key) else { throw RepositoryError.notFound }
        try touchReferrers(key)
        try db.run("UPDATE event SET super_event_key = NULL WHERE super_event_key = ?", [key])
        try db.run("DELETE FROM article_event WHERE event_key = ?", [key])
        try db.run("DELETE FROM event_tag WHERE event_key = ?", [key])
        context.index(.removeEvent(key, name: stored.name, description: stored.description))
        try db.run("DELETE FROM event WHERE event_key = ?", [key])
        try context.retire(stored.id)
        try context.record(.deleted, .event, stored.id, version: version, at: context.now())
    }
}

/// An event's own columns and participants, as a write compares and replaces them.
struct StoredEvent {
    let id: Data
    let name: String
    let description: String?
    let start: PartialDate?
    let end: PartialDate?
    let status: String
    let span: EventSpan
    let links: EventTargets

    init(_ draft: EventDraft, _ links: EventTargets, id: Data) {
        self.id = id
        self.name = draft.name
        self.description = draft.description
        self.start = draft.startDate
        self.end = draft.endDate
        self.status = draft.status.rawValue
        self.span = EventSpan(draft)
        self.links = links
    }

    init?(_ db: Database, _ key: Int64) throws {
        let row = try db.row(
            """
            SELECT id, name, description, start_precision, start_key, end_precision, end_earliest, status, location_text,
                location_entity_key, super_event_key
            FROM event WHERE event_key = ?
            """,
            [key]
        )
        guard let row else { return nil }
        id = row[0]
        name = row[1]
        description = row[2]
        start = (row[3] as Int?).flatMap(PartialDate.Precision.init(rawValue:)).flatMap { PartialDate(containing: row[4], precision: $0) }
        end = (row[5] as Int?).flatMap(PartialDate.Precision.init(rawValue:)).flatMap { PartialDate(containing: row[6], precision: $0) }
        status = row[7]
        span = EventSpan(EventDraft(name: name, startDate: start, endDate: end))
        let participants = try db.rows("SELECT entity_key, role FROM event_participant WHERE event_key = ? ORDER BY position", [key])
            .map { EventTargets.Participant(entity: $0[0], role: $0[1]) }
        links = EventTargets(participants: participants, locationText: row[8], locationEntity: row[9], superEvent: row[10])
    }

    func isSame(as other: Self) -> Bool {
        hasSameReference(as: other) && description.map { Array($0.utf8) } == other.description.map { Array($0.utf8) }
            && end == other.end && status == other.status && links == other.links
    }

    /// Whether what articles and other events show of it is the same.
    func hasSameReference(as other: Self) -> Bool {
        name.utf8.elementsEqual(other.name.utf8) && start == other.start
    }
}
