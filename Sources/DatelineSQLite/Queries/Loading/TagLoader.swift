import DatelineModels
import GRDB

/// Reads tags by key in one statement.
enum TagLoader {
    /// - Returns: in the order of `keys`; those that don't exist are left out.
    static func tags(_ db: Database, keys: [Int64]) throws -> [Tag] {
        guard !keys.isEmpty else { return [] }
        var slots = [Tag?](repeating: nil, count: keys.count)
        try db.forEachRow(of: rows.query(keys)) { row in
            slots[Int(row.integer(0))] = Tag(
                id: row.id(1), version: Int(row.integer(2)), name: row.text(3), description: row.optionalText(4),
                color: row.optionalText(5), articleCount: Int(row.integer(6)), entityCount: Int(row.integer(7)),
                eventCount: Int(row.integer(8)), createdAt: row.timestamp(9), updatedAt: row.timestamp(10)
            )
        }
        return slots.compactMap { $0 }
    }

    /// nil where there is none of this key.
    static func tag(_ db: Database, key: Int64) throws -> Tag? {
        try tags(db, keys: [key]).first
    }

    static func key(_ db: Database, id: ResourceID) throws -> Int64? {
        try db.firstRow(of: SQLText("SELECT tag_key FROM tag WHERE id = ?", .id(id))) { $0.integer(0) }
    }

    static func key(_ db: Database, folded: String) throws -> Int64? {
        try db.firstRow(of: SQLText("SELECT tag_key FROM tag WHERE folded = ?", .text(folded))) { $0.integer(0) }
    }

    private static let rows = KeyedStatement(
        """
        t.id, t.version, t.name, t.description, t.color, t.article_count, t.entity_count, t.event_count, t.created_at, t.updated_at
        """,
        from: "tag AS t", by: "t.tag_key"
    )
}
