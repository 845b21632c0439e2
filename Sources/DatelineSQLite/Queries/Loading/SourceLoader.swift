import DatelineModels
import GRDB

/// Reads sources by key in one statement.
enum SourceLoader {
    /// - Returns: in the order of `keys`; those that don't exist are left out.
    static func sources(_ db: Database, keys: [Int64]) throws -> [Source] {
        guard !keys.isEmpty else { return [] }
        var slots = [Source?](repeating: nil, count: keys.count)
        try db.forEachRow(of: rows.query(keys)) { row in
            slots[Int(row.integer(0))] = Source(
                id: row.id(1), version: Int(row.integer(2)), name: row.text(3), articleCount: Int(row.integer(4)),
                timeZone: row.optionalText(5), dateOrder: row.optionalText(6).flatMap { DateOrder(rawValue: $0) },
                updatedAt: row.timestamp(7)
            )
        }
        return slots.compactMap { $0 }
    }

    /// nil where there is none of this key.
    static func source(_ db: Database, key: Int64) throws -> Source? {
        try sources(db, keys: [key]).first
    }

    static func key(_ db: Database, id: ResourceID) throws -> Int64? {
        try db.firstRow(of: SQLText("SELECT source_key FROM source WHERE id = ?", .id(id))) { $0.integer(0) }
    }

    static func key(_ db: Database, folded: String) throws -> Int64? {
        try db.firstRow(of: SQLText("SELECT source_key FROM source WHERE folded = ?", .text(folded))) { $0.integer(0) }
    }

    private static let rows = KeyedStatement(
        "s.id, s.version, s.name, s.article_count, s.time_zone, s.date_order, s.updated_at", from: "source AS s", by: "s.source_key"
    )
}
