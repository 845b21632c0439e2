import DatelineModels
import GRDB

/// Reads whole entities by key: four statements for any number of them.
enum EntityLoader {
    /// - Returns: in the order of `keys`; those that don't exist are left out.
    static func entities(_ db: Database, keys: [Int64]) throws -> [Entity] {
        guard !keys.isEmpty else { return [] }
        let names = try self.names(db, keys)
        let identifiers = try self.identifiers(db, keys)
        let tags = try self.tags(db, keys)
        var slots = [Entity?](repeating: nil, count: keys.count)
        try db.forEachRow(of: rows.query(keys)) { row in
            let slot = Int(row.integer(0))
            slots[slot] = Entity(
                id: row.id(1), version: Int(row.integer(2)), type: EntityType(rawValue: row.text(3)) ?? .other, name: row.text(4),
                aliases: names[slot].aliases, weakAliases: names[slot].weakAliases, description: row.optionalText(5),
                identifiers: identifiers[slot], tags: tags[slot], articleCount: Int(row.integer(6)),
                firstPublished: row.date(precision: 10, earliest: 11), lastPublished: row.date(precision: 12, earliest: 13),
                linkingPending: row.flag(7), createdAt: row.timestamp(8), updatedAt: row.timestamp(9)
            )
        }
        return slots.compactMap { $0 }
    }

    /// nil where there is none of this key.
    static func entity(_ db: Database, key: Int64) throws -> Entity? {
        try entities(db, keys: [key]).first
    }

    static func key(_ db: Database, id: ResourceID) throws -> Int64? {
        try db.firstRow(of: SQLText("SELECT entity_key FROM entity WHERE id = ?", .id(id))) { $0.integer(0) }
    }

    private static let rows = KeyedStatement(
        """
        e.id, e.version, e.type, e.name, e.description, e.article_count, e.linking_pending, e.created_at, e.updated_at, \
        f.date_precision, f.date_key, l.date_precision, l.date_key
        """,
        from: "entity AS e", by: "e.entity_key",
        joins: """
            LEFT JOIN article AS f ON f.article_key = (
                SELECT article_key FROM article_entity
                WHERE entity_key = e.entity_key AND date_key > -9223372036854775808 ORDER BY date_key, article_id LIMIT 1)
            LEFT JOIN article AS l ON l.article_key = (
                SELECT article_key FROM article_entity
                WHERE entity_key = e.entity_key AND date_key > -9223372036854775808 ORDER BY date_key DESC, article_id DESC LIMIT 1)
            """
    )

    private static let names = KeyedStatement("n.kind, n.position, n.text", from: "entity_name AS n", by: "n.entity_key")

    private static let identifiers = KeyedStatement(
        "i.scheme, i.value", from: "entity_identifier AS i INDEXED BY entity_identifier_by_entity", by: "i.entity_key"
    )

    private static let tags = KeyedStatement(
        "t.folded, t.name", from: "entity_tag AS l INDEXED BY entity_tag_by_entity", by: "l.entity_key",
        joins: "CROSS JOIN tag AS t ON t.tag_key = l.tag_key"
    )

    private static func names(_ db: Database, _ keys: [Int64]) throws -> [(aliases: [String], weakAliases: [String])] {
        typealias Names = [(position: Int64, text: String)]
        var found = [(aliases: Names, weakAliases: Names)](repeating: ([], []), count: keys.count)
        try db.forEachRow(of: names.query(keys)) { row in
            switch row.text(1) {
            case "alias": found[Int(row.integer(0))].aliases.append((row.integer(2), row.text(3)))
            case "weakAlias": found[Int(row.integer(0))].weakAliases.append((row.integer(2), row.text(3)))
            default: break
            }
        }
        func inOrder(_ names: Names) -> [String] { names.sorted { $0.position < $1.position }.map(\.text) }
        return found.map { (inOrder($0.aliases), inOrder($0.weakAliases)) }
    }

    private static func identifiers(_ db: Database, _ keys: [Int64]) throws -> [[String: String]] {
        var found = [[String: String]](repeating: [:], count: keys.count)
        try db.forEachRow(of: identifiers.query(keys)) { found[Int($0.integer(0))][$0.text(1)] = $0.text(2) }
        return found
    }

    private static func tags(_ db: Database, _ keys: [Int64]) throws -> [[String]] {
        var found = [[(folded: String, name: String)]](repeating: [], count: keys.count)
        try db.forEachRow(of: tags.query(keys)) { found[Int($0.integer(0))].append(($0.text(1), $0.text(2))) }
        return found.map { $0.sorted { FoldedOrder.precedes($0.folded, $1.folded) }.map(\.name) }
    }
}
