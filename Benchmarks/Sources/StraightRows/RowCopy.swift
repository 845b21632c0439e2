import CSQLite
import Foundation

/// Inserts rows in transactions, and counts what that takes.
final class RowCopy {
    private let connection: Connection
    private let insertions: [(statement: OpaquePointer, columns: Int32)]
    /// nil: nothing is put into the full-text index.
    private let textInsertion: OpaquePointer?
    private var pace: Pace

    private(set) var elapsed = Duration.zero
    /// Of the one thread there is.
    private(set) var processor = Duration.zero
    private(set) var articles = 0
    private(set) var rows = 0
    private(set) var transactions = 0

    init(into connection: Connection, tables: [Table], pace: Pace, withText: Bool) throws {
        self.connection = connection
        self.pace = pace
        insertions = try tables.map { (try connection.prepare($0.insertion), Int32($0.copied.count)) }
        textInsertion = withText ? try connection.prepare("INSERT INTO article_text (rowid, headline, body) VALUES (?, ?, ?)") : nil
    }

    deinit {
        for insertion in insertions { sqlite3_finalize(insertion.statement) }
        sqlite3_finalize(textInsertion)
    }

    func insert(_ chunk: FinishedRows.Chunk) throws {
        var start = 0
        while start < chunk.articles.count {
            let end = min(start + Int(pace.group), chunk.articles.count)
            let (before, processorBefore) = (ContinuousClock.now, Self.processorTime)
            try insert(chunk, start..<end)
            let duration = ContinuousClock.now - before
            processor += Self.processorTime - processorBefore
            elapsed += duration
            transactions += 1
            // The last one of a chunk may be short, and nearly all of it the sync.
            if end < chunk.articles.count { pace.note(duration) }
            start = end
        }
        articles += chunk.texts.count
    }

    private func insert(_ chunk: FinishedRows.Chunk, _ range: Range<Int>) throws {
        try connection.run("BEGIN IMMEDIATE")
        for article in range {
            for insertion in chunk.articles[article] {
                let (statement, columns) = insertions[insertion.table]
                for column in 0..<columns {
                    sqlite3_bind_value(statement, column + 1, chunk.rows.values[insertion.firstValue + Int(column)])
                }
                try step(statement)
                rows += 1
            }
        }
        if let textInsertion, !chunk.texts.isEmpty {
            // At the end of the transaction, as the service does.
            for article in range {
                let text = chunk.texts[article]
                sqlite3_bind_value(textInsertion, 1, chunk.rows.values[text.key])
                sqlite3_bind_value(textInsertion, 2, chunk.rows.values[text.headline])
                if let body = text.body {
                    sqlite3_bind_value(textInsertion, 3, chunk.rows.values[body])
                } else {
                    sqlite3_bind_null(textInsertion, 3)
                }
                try step(textInsertion)
            }
        }
        try connection.run("COMMIT")
    }

    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private func step(_ statement: OpaquePointer) throws {
        guard sqlite3_step(statement) == SQLITE_DONE else { throw connection.failure(String(cString: sqlite3_sql(statement))) }
        sqlite3_reset(statement)
    }
}
