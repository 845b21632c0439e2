import GRDB

/// Whether a full-text index holds exactly the words of what it indexes, each at its place.
///
/// FTS5's own `integrity-check` is a write, which may not be done beside a service. This compares sums over all words instead,
/// one over what the index holds and one over what an index made anew, some rows at a time, would hold; the order of the words
/// doesn't matter to a sum, so neither side is kept.
struct TextIndexCheck {
    static let articles = TextIndexCheck(
        index: "article_text", columns: "headline, body",
        rows: "SELECT article_key, headline, body FROM article_document WHERE article_key > ? ORDER BY article_key LIMIT ?"
    )
    static let events = TextIndexCheck(
        index: "event_text", columns: "name, description",
        rows: "SELECT event_key, name, description FROM event WHERE event_key > ? ORDER BY event_key LIMIT ?"
    )

    /// Rows that are indexed anew at once.
    private static let batch = 256

    let index: String
    let columns: String
    /// Key and both columns, of so many rows after a key.
    let rows: String

    func run(_ db: Database) throws -> (Int64?, [String]) {
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.stored_words;
                DROP TABLE IF EXISTS temp.fresh_words;
                DROP TABLE IF EXISTS temp.fresh_index;
                CREATE VIRTUAL TABLE temp.stored_words USING fts5vocab('main', '\(index)', 'instance');
                CREATE VIRTUAL TABLE temp.fresh_index USING fts5 (\(columns), content = '', tokenize = 'unicode61 remove_diacritics 2');
                CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab('temp', 'fresh_index', 'instance');
                """)
        let (count, fresh) = try freshWords(db)
        var stored = WordSum()
        try stored.add(db, "stored_words")
        let sized = try db.integer("SELECT count(*) FROM \(index)_docsize") ?? 0
        var faults: [String] = []
        if sized != count { faults.append("it indexes \(sized) rows instead of \(count)") }
        if stored != fresh { faults.append("it holds \(stored.words) words at their places instead of \(fresh.words), or others") }
        return (count, faults)
    }

    private func freshWords(_ db: Database) throws -> (Int64, WordSum) {
        var sum = WordSum()
        var count: Int64 = 0
        var last = Int64.min
        while true {
            let batch = try db.rows(rows, [last, Self.batch])
            guard let end = batch.last else { return (count, sum) }
            for row in batch {
                try db.run(
                    "INSERT INTO temp.fresh_index (rowid, \(columns)) VALUES (?, ?, ?)",
                    [row[0] as Int64, row[1] as String, row[2] as String?])
            }
            count += Int64(batch.count)
            last = end[0]
            try sum.add(db, "fresh_words")
            try db.run("INSERT INTO temp.fresh_index (fresh_index) VALUES ('delete-all')")
        }
    }
}

/// A sum over words and their places in which their order doesn't matter.
private struct WordSum: Equatable {
    private(set) var words: Int64 = 0
    private var sum: UInt64 = 0

    /// - Parameter table: a table `fts5vocab` of the type `instance`.
    mutating func add(_ db: Database, _ table: String) throws {
        var words = words
        var sum = sum
        try db.forEachRow(of: SQLText("SELECT term, col, doc, offset FROM temp.\(table)"), isCached: false) { row in
            // FNV-1a, 64 bits.
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            for byte in row.bytes(0) { mix(byte) }
            mix(0)
            for byte in row.bytes(1) { mix(byte) }
            for number in [row.integer(2), row.integer(3)] {
                for shift in stride(from: Int64(0), to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: number >> shift)) }
            }
            words += 1
            sum &+= hash
        }
        (self.words, self.sum) = (words, sum)
    }
}
