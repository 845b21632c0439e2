import DatelineModels
import GRDB

/// Reads whole events by key: three statements for any number of them.
enum EventLoader {
    /// - Returns: in the order of `keys`; those that don't exist are left out.
    static func events(_ db: Database, keys: [Int64]) throws -> [Event] {
        guard !keys.isEmpty else { return [] }
        let participants = try self.participants(db, keys)
        let tags = try self.tags(db, keys)
        var slots = [Event?](repeating: nil, count: keys.count)
        try db.forEachRow(of: rows.query(keys)) { row in
            let slot = Int(row.integer(0))
            let location: EventLocation? =
                row.isNull(15) ? row.optionalText(9).map { .text($0) } : .entity(row.entityReference(from: 15))
            slots[slot] = Event(
                id: row.id(1), version: Int(row.integer(2)), name: row.text(3), description: row.optionalText(4),
                startDate: row.date(precision: 5, earliest: 6), endDate: row.date(precision: 7, earliest: 8),
                status: EventStatus(rawValue: row.text(10)) ?? .happened, location: location, participants: participants[slot],
                superEvent: row.isNull(18) ? nil : row.eventReference(from: 18), tags: tags[slot],
                articleCount: Int(row.integer(11)), sourceCount: Int(row.integer(12)),
                createdAt: row.timestamp(13), updatedAt: row.timestamp(14)
            )
        }
        return slots.compactMap { $0 }
    }

    /// nil where there is none of this key.
    static func event(_ db: Database, key: Int64) throws -> Event? {
        try events(db, keys: [key]).first
    }

    static func key(_ db: Database, id: ResourceID) throws -> Int64? {
        try db.firstRow(of: SQLText("SELECT event_key FROM event WHERE id = ?", .id(id))) { $0.integer(0) }
    }

    private static let rows = KeyedStatement(
        """
        e.id, e.version, e.name, e.description, e.start_precision, e.start_key, e.end_precision, e.end_earliest, e.location_text, \
        e.status, e.article_count, e.source_count, e.created_at, e.updated_at, p.id, p.type, p.name, \
        s.id, s.name, s.start_precision, s.start_key
        """,
        from: "event AS e", by: "e.event_key",
        joins: """
            LEFT JOIN entity AS p ON p.entity_key = e.location_entity_key
            LEFT JOIN event AS s ON s.event_key = e.super_event_key
            """
    )

    private static let participants = KeyedStatement(
        "p.position, p.role, e.id, e.type, e.name", from: "event_participant AS p", by: "p.event_key",
        joins: "CROSS JOIN entity AS e ON e.entity_key = p.entity_key"
    )

    private static let tags = KeyedStatement(
        "t.folded, t.name", from: "event_tag AS l INDEXED BY event_tag_by_event", by: "l.event_key",
        joins: "CROSS JOIN tag AS t ON t.tag_key = l.tag_key"
    )

    private static func participants(_ db: Database, _ keys: [Int64]) throws -> [[EventParticipant]] {
        var found = [[(position: Int64, participant: EventParticipant)]](repeating: [], count: keys.count)
        try db.forEachRow(of: participants.query(keys)) { row in
            let participant = EventParticipant(entity: row.entityReference(from: 3), role: row.optionalText(2))
            found[Int(row.integer(0))].append((row.integer(1), participant))
        }
        return found.map { $0.sorted { $0.position < $1.position }.map(\.participant) }
    }

    private static func tags(_ db: Database, _ keys: [Int64]) throws -> [[String]] {
        var found = [[(folded: String, name: String)]](repeating: [], count: keys.count)
        try db.forEachRow(of: tags.query(keys)) { found[Int($0.integer(0))].append(($0.text(1), $0.text(2))) }
        return found.map { $0.sorted { FoldedOrder.precedes($0.folded, $1.folded) }.map(\.name) }
    }
}
