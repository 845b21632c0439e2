import DatelineModels
import Foundation
import GRDB

/// Keeps how articles were read, within a transaction.
struct ReadingWriter {
    private let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    /// The last reading of an article; nil: it was stated field by field.
    ///
    /// - Parameter isNew: whether the article was made by this transaction.
    func put(_ reading: PreparedReading?, on article: Int64, isNew: Bool) throws {
        guard let reading else {
            if !isNew { try db.run("DELETE FROM article_reading WHERE article_key = ?", [article]) }
            return
        }
        let time = context.now().milliseconds
        let raw = try keep(reading.raw, at: time)
        try db.run(
            Self.upsert,
            [
                article, raw, reading.reading.recordNumber, reading.reading.readerVersion, time, reading.reading.hint,
                reading.reading.foundAt.milliseconds, reading.reading.folderSource, reading.side, reading.account,
            ]
        )
    }

    private static let upsert = """
        INSERT INTO article_reading (
            article_key, raw_key, record_number, reader_version, read_at, hint, found_at, folder_source, side, account
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (article_key) DO UPDATE SET
            raw_key = excluded.raw_key, record_number = excluded.record_number, reader_version = excluded.reader_version,
            read_at = excluded.read_at, hint = excluded.hint, found_at = excluded.found_at, folder_source = excluded.folder_source,
            side = excluded.side, account = excluded.account
        """

    /// - Returns: the content's key.
    private func keep(_ content: PackedContent, at time: Int64) throws -> Int64 {
        let query = SQLText("SELECT raw_key, bytes IS NULL FROM raw_content WHERE sha256 = ?", .blob(Array(content.sha256)))
        let known = try db.firstRow(of: query) { (key: $0.integer(0), isDropped: $0.flag(1)) }
        guard let known else {
            try db.run(
                "INSERT INTO raw_content (sha256, size, coding, bytes, kept_at) VALUES (?, ?, ?, ?, ?)",
                [content.sha256, content.size, content.coding.rawValue, content.bytes, time]
            )
            return db.lastInsertedRowID
        }
        // Nothing comes with it where what is kept was read again; else it is as new as the article that came last.
        guard let bytes = content.bytes else { return known.key }
        if known.isDropped {
            try db.run(
                "UPDATE raw_content SET coding = ?, bytes = ?, kept_at = ? WHERE raw_key = ?",
                [content.coding.rawValue, bytes, time, known.key]
            )
        } else {
            try db.run("UPDATE raw_content SET kept_at = ? WHERE raw_key = ?", [time, known.key])
        }
        return known.key
    }
}
