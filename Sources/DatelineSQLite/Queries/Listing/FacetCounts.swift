import DatelineModels
import GRDB

/// Counts, among some articles, what they are linked to.
struct FacetCounts {
    private let db: Database
    /// A query of the articles' keys as `key`; nil: all articles.
    private let matched: SQLText?
    private let limit: Int

    init(_ db: Database, _ matched: SQLText?, limit: Int) {
        self.db = db
        self.matched = matched
        self.limit = limit
    }

    func tags() throws -> [FacetBucket] {
        let counts =
            try matched.map { try counted($0, "article_tag AS l INDEXED BY article_tag_by_article", "tag_key") }
            ?? stored("tag", "tag_key", index: "tag_by_articles")
        return try named(counts, "SELECT t.name, t.name, t.folded FROM tag AS t WHERE t.tag_key = ?")
    }

    func entities() throws -> [FacetBucket] {
        let counts =
            try matched.map { try counted($0, "article_mention AS l", "entity_key") }
            ?? stored("entity", "entity_key", index: "entity_by_articles")
        return try named(counts, "SELECT e.id, e.name, e.folded FROM entity AS e WHERE e.entity_key = ?", hasID: true)
    }

    func events() throws -> [FacetBucket] {
        let counts =
            try matched.map { try counted($0, "article_event AS l INDEXED BY article_event_by_article", "event_key") }
            ?? stored("event", "event_key", index: "event_by_articles")
        return try named(counts, "SELECT e.id, e.name, e.name FROM event AS e WHERE e.event_key = ?", hasID: true)
    }

    func sources() throws -> [FacetBucket] {
        let counts: [Int64: Int]
        if let matched {
            counts = try counted(matched, "article AS l", "source_key")
        } else {
            var all: [Int64: Int] = [:]
            try db.forEachRow(of: SQLText("SELECT source_key, article_count FROM source WHERE article_count > 0")) {
                all[$0.integer(0)] = Int($0.integer(1))
            }
            counts = all
        }
        return try named(counts, "SELECT s.name, s.name, s.folded FROM source AS s WHERE s.source_key = ?")
    }

    func languages() throws -> [FacetBucket] {
        let query =
            matched.map {
                SQLText("SELECT l.language, count(*) FROM (") + $0
                    + ") AS m CROSS JOIN article AS l ON l.article_key = m.key WHERE l.language IS NOT NULL GROUP BY l.language"
            }
            ?? SQLText(
                "SELECT language, count(*) FROM article INDEXED BY article_by_language WHERE language IS NOT NULL GROUP BY language"
            )
        var buckets: [FacetBucket] = []
        try db.forEachRow(of: query, isCached: false) { row in
            buckets.append(FacetBucket(value: row.text(0), label: row.text(0), count: Int(row.integer(1))))
        }
        return Array(buckets.sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(limit))
    }

    /// Articles whose whole interval lies in a year, month or day: no article is said to be of a day when only its month is known.
    ///
    /// - Returns: for each precision, the latest periods first.
    func periods(_ precisions: [PartialDate.Precision]) throws -> [[FacetBucket]] {
        var counts = [[Int64: Int]](repeating: [:], count: precisions.count)
        let joined =
            matched.map { SQLText("(") + $0 + ") AS m CROSS JOIN article AS l ON l.article_key = m.key" } ?? SQLText("article AS l")
        // Dates are counted together where they are the same; no more than one look at each row.
        let query = SQLText("SELECT l.date_precision, l.date_key FROM ") + joined + " WHERE l.date_precision IS NOT NULL"
        try db.forEachRow(of: query, isCached: false) { row in
            let (precision, earliest) = (Int(row.integer(0)), row.integer(1))
            for (index, period) in precisions.enumerated() where precision >= period.rawValue {
                counts[index][PeriodKey.key(of: period, earliest), default: 0] += 1
            }
        }
        return zip(precisions, counts).map { precision, counts in
            counts.sorted { $0.key > $1.key }.prefix(limit).compactMap { key, count in
                PeriodKey.date(of: precision, key).map { FacetBucket(value: $0.description, label: $0.description, count: count) }
            }
        }
    }

    /// Counted here, for grouping in SQL costs several times as much.
    private func counted(_ matched: SQLText, _ links: String, _ column: String) throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        let query =
            SQLText("SELECT l.\(column) FROM (") + matched
            + ") AS m CROSS JOIN \(links) ON l.article_key = m.key WHERE l.\(column) IS NOT NULL"
        try db.forEachRow(of: query, isCached: false) { counts[$0.integer(0), default: 0] += 1 }
        return counts
    }

    /// The counters that links keep, of those that can be among the first.
    private func stored(_ table: String, _ key: String, index: String) throws -> [Int64: Int] {
        let last = SQLText(
            "SELECT article_count FROM \(table) INDEXED BY \(index) ORDER BY article_count DESC LIMIT 1 OFFSET ?",
            .integer(Int64(limit - 1))
        )
        let least = try db.firstRow(of: last) { $0.integer(0) } ?? 1
        var counts: [Int64: Int] = [:]
        let query = SQLText(
            "SELECT \(key), article_count FROM \(table) INDEXED BY \(index) WHERE article_count >= ?", .integer(max(least, 1)))
        try db.forEachRow(of: query) { counts[$0.integer(0)] = Int($0.integer(1)) }
        return counts
    }

    /// The most frequent, with their names; the same number in order of the names, then of the values.
    private func named(_ counts: [Int64: Int], _ lookup: String, hasID: Bool = false) throws -> [FacetBucket] {
        let sorted = counts.sorted { $0.value > $1.value }
        guard let least = sorted.prefix(limit).last?.value else { return [] }
        var buckets: [(folded: String, bucket: FacetBucket)] = []
        for (key, count) in sorted.prefix(while: { $0.value >= least }) {
            try db.forEachRow(of: SQLText(lookup, .integer(key))) { row in
                let value = hasID ? row.id(0).description : row.text(0)
                buckets.append((row.text(2), FacetBucket(value: value, label: row.text(1), count: count)))
            }
        }
        let ordered = buckets.sorted { left, right in
            if left.bucket.count != right.bucket.count { return left.bucket.count > right.bucket.count }
            if FoldedOrder.precedes(left.folded, right.folded) { return true }
            return !FoldedOrder.precedes(right.folded, left.folded) && FoldedOrder.precedes(left.bucket.value, right.bucket.value)
        }
        return ordered.prefix(limit).map(\.bucket)
    }
}

/// Years, months and days as integers that are quick to make and stand in order.
private enum PeriodKey {
    static func key(of precision: PartialDate.Precision, _ earliest: Int64) -> Int64 {
        let days = CalendarMath.split(seconds: earliest).days
        guard precision < .day else { return days }
        let (year, month, _) = CalendarMath.civil(days: days)
        return precision == .year ? Int64(year) : Int64(year * 12 + month - 1)
    }

    static func date(of precision: PartialDate.Precision, _ key: Int64) -> PartialDate? {
        switch precision {
        case .year: PartialDate(year: Int(key))
        case .month: PartialDate(year: Int(key / 12), month: Int(key % 12) + 1)
        default: PartialDate(containing: key * CalendarMath.secondsPerDay, precision: .day)
        }
    }
}
