import DatelineModels
import GRDB

/// Entries of the change log.
enum ChangeListing {
    /// At most `limit` changes after `sequence`, ascending.
    ///
    /// - Throws: `RepositoryError.gone` where changes after `sequence` were dropped.
    static func changes(_ db: Database, after sequence: Int64, limit: Int) throws -> [Change] {
        let first = try db.firstRow(of: SQLText("SELECT sequence FROM change ORDER BY sequence LIMIT 1")) { $0.integer(0) }
        if let first, sequence < first - 1 { throw RepositoryError.gone }
        let query = SQLText(
            "SELECT sequence, action, resource, id, version, at FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?",
            .integer(sequence), .integer(Int64(max(limit, 0)))
        )
        var changes: [Change] = []
        try db.forEachRow(of: query) { row in
            // The schema allows no other words.
            guard let action = Change.Action(rawValue: row.text(1)), let resource = Change.Resource(rawValue: row.text(2)) else { return }
            changes.append(
                Change(
                    sequence: row.integer(0), action: action, resource: resource, id: row.id(3), version: Int(row.integer(4)),
                    at: row.timestamp(5))
            )
        }
        return changes
    }
}
