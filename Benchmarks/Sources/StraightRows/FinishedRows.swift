import CSQLite

/// Reads a finished database in chunks of whole articles with everything that hangs on them.
final class FinishedRows {
    /// Articles in memory.
    static let chunkSize: Int64 = 5000

    /// One row, and the statement that it is for.
    struct Insertion {
        let table: Int
        let firstValue: Int
    }

    /// Rows to be inserted together.
    struct Chunk {
        let rows: Rows
        /// Of each article, in order; the first also holds what belongs to none and has to be there before.
        var articles: [[Insertion]]
        /// Key, headline and body of each article, as indexes of values.
        var texts: [(key: Int, headline: Int, body: Int?)]
    }

    let tables: [Table]
    private let connection: Connection
    private var position = Int64.min
    private var isOver = false
    /// Keys of rows that were given out, of tables whose rows several articles share.
    private var given: [Int: Set<Int64>] = [:]

    init(_ connection: Connection) throws {
        self.connection = connection
        // The change of an article is looked up by id.
        try connection.run("PRAGMA automatic_index = ON")
        tables = try Table.all(in: connection)
    }

    /// - Returns: nil at the end.
    func next() throws -> Chunk? {
        guard !isOver else { return nil }
        let isFirst = position == .min
        let bounds = try integers(
            "SELECT article_key FROM article WHERE article_key > \(position) ORDER BY article_key LIMIT \(Self.chunkSize)")
        var chunk = Chunk(rows: Rows(), articles: [], texts: [])
        guard let last = bounds.last else {
            isOver = true
            try appendRest(&chunk)
            return chunk
        }
        let places = Dictionary(uniqueKeysWithValues: bounds.enumerated().map { ($1, $0) })
        chunk.articles = Array(repeating: [], count: bounds.count)
        chunk.texts = Array(repeating: (0, 0, nil), count: bounds.count)
        for (index, table) in tables.enumerated() {
            if let sql = table.ofArticles {
                try append(table, index, sql, from: position, to: last, places, &chunk)
            } else if isFirst {
                try append(table, index, "SELECT 0, \(table.copied.joined(separator: ", ")) FROM \(table.name)", &chunk)
            }
        }
        position = last
        return chunk
    }

    private func append(
        _ table: Table, _ index: Int, _ sql: String, from: Int64, to: Int64, _ places: [Int64: Int], _ chunk: inout Chunk
    ) throws {
        let statement = try connection.prepare(sql)
        defer { sqlite3_finalize(statement) }
        sqlite3_bind_int64(statement, 1, from)
        sqlite3_bind_int64(statement, 2, to)
        let keyColumn = table.key.flatMap(table.copied.firstIndex(of:))
        while sqlite3_step(statement) == SQLITE_ROW {
            guard let place = places[sqlite3_column_int64(statement, 0)] else { continue }
            if let keyColumn, !given[index, default: []].insert(sqlite3_column_int64(statement, Int32(keyColumn) + 1)).inserted { continue }
            let first = chunk.rows.append(statement, columns: table.copied.count + 1) + 1
            chunk.articles[place].append(Insertion(table: index, firstValue: first))
            if table.name == "article", let headline = table.copied.firstIndex(of: "headline") {
                chunk.texts[place] = (first - 1, first + headline, nil)
            } else if table.name == "article_body", let body = table.copied.firstIndex(of: "body") {
                chunk.texts[place].body = first + body
            }
        }
    }

    private func append(_ table: Table, _ index: Int, _ sql: String, _ chunk: inout Chunk) throws {
        let statement = try connection.prepare(sql)
        defer { sqlite3_finalize(statement) }
        if chunk.articles.isEmpty { chunk.articles = [[]] }
        while sqlite3_step(statement) == SQLITE_ROW {
            chunk.articles[0].append(Insertion(table: index, firstValue: chunk.rows.append(statement, columns: table.copied.count + 1) + 1))
        }
    }

    /// What no article refers to.
    private func appendRest(_ chunk: inout Chunk) throws {
        for (index, table) in tables.enumerated() {
            guard let key = table.key else { continue }
            let known = given[index, default: []]
            for left in try integers("SELECT \(key) FROM \(table.name) ORDER BY \(key)") where !known.contains(left) {
                try append(
                    table, index, "SELECT 0, \(table.copied.joined(separator: ", ")) FROM \(table.name) WHERE \(key) = \(left)", &chunk)
            }
        }
    }

    private func integers(_ sql: String) throws -> [Int64] {
        let statement = try connection.prepare(sql)
        defer { sqlite3_finalize(statement) }
        var integers: [Int64] = []
        while sqlite3_step(statement) == SQLITE_ROW { integers.append(sqlite3_column_int64(statement, 0)) }
        return integers
    }

    /// Throws unless the copy has the rows of the original: as many in each table, and the same where triggers have counted.
    func checkCopied(to copy: Connection) throws {
        for table in tables {
            let count = "SELECT count(*) FROM \(table.name)"
            let all = "SELECT \(table.columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")) FROM \(table.name) ORDER BY 1"
            let query = table.counted.isEmpty ? count : all
            guard try connection.texts(query) == copy.texts(query) else { throw Failure(text: "the copy of \(table.name) is another one") }
        }
    }
}
