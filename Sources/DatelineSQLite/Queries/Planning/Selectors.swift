import DatelineModels
import GRDB

/// Turns what filters name into keys.
enum Selectors {
    /// Keys, and how many rows of the kind in question carry them, summed up.
    struct Found {
        var keys: [Int64] = []
        var count = 0
        /// Any key at all fits.
        var isAny = false

        mutating func formUnion(_ other: Found) {
            isAny = isAny || other.isAny
            let known = Set(keys)
            keys += other.keys.filter { !known.contains($0) }
            count += other.count
        }

        var estimate: Condition.Estimate { keys.count == 1 ? .exactly(count) : .atMost(count) }
    }

    /// - Parameter counter: the column of `tag` that counts the rows in question.
    static func tags(_ db: Database, _ selector: TagSelector, counter: String) throws -> Found {
        var found = Found()
        let query: SQLText
        switch selector {
        case .name(let folded):
            query = SQLText("SELECT tag_key, \(counter) FROM tag WHERE folded = ?", .text(folded))
        case .prefix(let prefix) where prefix.isEmpty:
            found.isAny = true
            return found
        case .prefix(let prefix):
            query = SQLText("SELECT tag_key, \(counter) FROM tag AS x WHERE ") + FoldedPrefix(prefix).test("x.folded")
        }
        try db.forEachRow(of: query) { row in
            found.keys.append(row.integer(0))
            found.count += Int(row.integer(1))
        }
        return found
    }

    /// - Returns: the count is of articles.
    static func entities(_ db: Database, _ selector: EntitySelector) throws -> Found {
        var found = Found()
        let query: SQLText =
            switch selector {
            case .id(let id): SQLText("SELECT entity_key, article_count FROM entity WHERE id = ?", .id(id))
            case .name(let folded):
                SQLText(
                    """
                    SELECT e.entity_key, e.article_count FROM entity_name AS n CROSS JOIN entity AS e ON e.entity_key = n.entity_key \
                    WHERE n.folded = ? ORDER BY n.entity_key
                    """, .text(folded)
                )
            }
        try db.forEachRow(of: query) { row in
            found.keys.append(row.integer(0))
            found.count += Int(row.integer(1))
        }
        return found
    }

    /// - Parameter ids: nil: an id of another form, which nothing has.
    static func events(_ db: Database, _ ids: [ResourceID?]) throws -> Found {
        var found = Found()
        for id in Set(ids.compactMap { $0 }).sorted() {
            try db.forEachRow(of: SQLText("SELECT event_key, article_count FROM event WHERE id = ?", .id(id))) { row in
                found.keys.append(row.integer(0))
                found.count += Int(row.integer(1))
            }
        }
        return found
    }

    static func sources(_ db: Database, _ folded: [String]) throws -> Found {
        var found = Found()
        for name in Set(folded).sorted() {
            try db.forEachRow(of: SQLText("SELECT source_key, article_count FROM source WHERE folded = ?", .text(name))) { row in
                found.keys.append(row.integer(0))
                found.count += Int(row.integer(1))
            }
        }
        found.keys = Set(found.keys).sorted()
        return found
    }
}

/// A beginning of folded names, as a range of them.
struct FoldedPrefix {
    let low: String
    /// The least text after all that begin so; nil: there is none.
    let high: String?

    init(_ prefix: String) {
        low = prefix
        var scalars = Array(prefix.unicodeScalars)
        var end: String?
        // UTF-8 compares as the code points do.
        while let last = scalars.popLast() {
            let next = last.value == 0xd7ff ? 0xe000 : last.value + 1
            guard let scalar = Unicode.Scalar(next) else { continue }
            var view = String.UnicodeScalarView(scalars)
            view.append(scalar)
            end = String(view)
            break
        }
        high = end
    }

    func test(_ column: String) -> SQLText {
        let from = SQLText("\(column) >= ?", .text(low))
        return high.map { from + SQLText(" AND \(column) < ?", .text($0)) } ?? from
    }
}

extension ResolvedFilter {
    /// Adds what a filter says about tags.
    ///
    /// - Parameters:
    ///   - links: the table of (tag, …) rows.
    ///   - untaggedIndex: the index of rows without a tag.
    ///   - counter: the column of `tag` that counts them.
    /// - Returns: false where nothing can match.
    mutating func add(
        tags: Membership<TagSelector>, untagged: Bool, links: String, untaggedIndex: String, counter: String, _ db: Database
    ) throws -> Bool {
        if untagged { conditions.append(.untagged(table, index: untaggedIndex, links: links)) }
        func condition(_ found: Selectors.Found) -> Condition? {
            if found.isAny { return .tagged(table, links: links) }
            return found.keys.isEmpty
                ? nil : .linked(table, through: links, column: "tag_key", byRow: links, keys: found.keys, estimate: found.estimate)
        }
        func union(_ selectors: [TagSelector]) throws -> Selectors.Found {
            var result = Selectors.Found()
            for selector in selectors { result.formUnion(try Selectors.tags(db, selector, counter: counter)) }
            return result
        }
        for selector in tags.all {
            guard let condition = condition(try union([selector])) else { return false }
            conditions.append(condition)
        }
        if !tags.any.isEmpty {
            guard let condition = condition(try union(tags.any)) else { return false }
            conditions.append(condition)
        }
        let unwanted = try union(tags.none)
        if unwanted.isAny {
            conditions.append(.untagged(table, index: untaggedIndex, links: links))
        } else if !unwanted.keys.isEmpty {
            conditions.append(.notLinked(table, column: "tag_key", byRow: links, keys: unwanted.keys))
        }
        return true
    }

    /// Adds what a filter says about entities.
    ///
    /// - Parameters:
    ///   - links: the table of (entity, date, …) rows.
    ///   - byRow: the table that finds the entities of one row.
    ///   - isCounted: whether the entities' counters are of these links.
    /// - Returns: false where nothing can match.
    mutating func add(entities: Membership<EntitySelector>, links: String, byRow: String, isCounted: Bool, _ db: Database) throws -> Bool {
        func condition(_ found: Selectors.Found) -> Condition? {
            guard !found.keys.isEmpty else { return nil }
            var result = Condition.linked(
                table, through: links, column: "entity_key", byRow: byRow, keys: found.keys, estimate: found.estimate)
            if !isCounted, let keys = result.keys { result.estimate = .counted(keys) }
            return result
        }
        func union(_ selectors: [EntitySelector]) throws -> Selectors.Found {
            var result = Selectors.Found()
            for selector in selectors { result.formUnion(try Selectors.entities(db, selector)) }
            return result
        }
        for selector in entities.all {
            guard let condition = condition(try union([selector])) else { return false }
            conditions.append(condition)
        }
        if !entities.any.isEmpty {
            guard let condition = condition(try union(entities.any)) else { return false }
            conditions.append(condition)
        }
        let unwanted = try union(entities.none)
        if !unwanted.keys.isEmpty { conditions.append(.notLinked(table, column: "entity_key", byRow: byRow, keys: unwanted.keys)) }
        return true
    }
}

extension Condition {
    /// With a tag, whichever.
    static func tagged(_ table: ListedTable, links: String) -> Condition {
        Condition(estimate: .unknown) { row in
            row.isLink ? SQLText("EXISTS (SELECT 1 FROM \(links) AS x WHERE x.\(table.key) = \(row.key))") : SQLText("d.tag_count > 0")
        }
    }
}
