import DatelineModels
import Foundation
import GRDB

/// Looks up how articles were read.
struct StoredReadings {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func provenance(of id: ResourceID) throws -> ArticleProvenance {
        guard let key = try ArticleLoader.key(db, id: id) else { throw RepositoryError.notFound }
        let stored = try reading(of: key, bytes: false)
        return ArticleProvenance(
            article: id, files: try files(of: key), reading: stored?.reading, readAt: stored?.readAt,
            isRawKept: stored?.isRawKept ?? false, changedSince: try ArticleChanges(db).sinceRead(key).map(\.name)
        )
    }

    func raw(of id: ResourceID) throws -> RawContent? {
        guard let key = try ArticleLoader.key(db, id: id) else { throw RepositoryError.notFound }
        guard let stored = try reading(of: key, bytes: true), stored.isRawKept else { return nil }
        return stored.reading.content
    }

    func reading(of id: ResourceID, known: [UInt8]?) throws -> StoredReading? {
        guard let key = try ArticleLoader.key(db, id: id), let stored = try reading(of: key, bytes: true, known: known) else { return nil }
        let keys = try String.fetchAll(
            db.cachedStatement(sql: "SELECT key FROM article_import_key WHERE article_key = ?"), arguments: [key])
        return StoredReading(article: id, reading: stored.reading, isRawKept: stored.isRawKept, keys: keys)
    }

    private struct Found {
        var reading: ArticleReading
        let isRawKept: Bool
        let readAt: Timestamp
    }

    private static let select = """
        SELECT c.sha256, c.size, c.coding, c.bytes IS NOT NULL, r.record_number, r.reader_version, r.read_at, r.hint, r.found_at,
            r.folder_source, r.side, r.account, r.raw_key
        FROM article_reading AS r CROSS JOIN raw_content AS c ON c.raw_key = r.raw_key WHERE r.article_key = ?
        """

    private func reading(of article: Int64, bytes wantsBytes: Bool, known: [UInt8]? = nil) throws -> Found? {
        let found = try db.firstRow(of: SQLText(Self.select, .integer(article))) { row in
            let content = RawContent(sha256: row.blob(0), size: Int(row.integer(1)), bytes: nil)
            let reading = ArticleReading(
                content: content, hint: row.text(7), foundAt: row.timestamp(8), folderSource: row.optionalText(9),
                side: try row.optionalBlob(10).map(Self.unpacked), recordNumber: Int(row.integer(4)), readerVersion: Int(row.integer(5)),
                account: try Self.unpacked(row.blob(11))
            )
            return (
                found: Found(reading: reading, isRawKept: row.flag(3), readAt: row.timestamp(6)), coding: row.integer(2),
                raw: row.integer(12)
            )
        }
        guard let found else { return nil }
        var result = found.found
        if wantsBytes, result.isRawKept, result.reading.content.sha256 != known {
            result.reading.content.bytes = try bytes(found.raw, coding: found.coding, size: result.reading.content.size)
        }
        return result
    }

    private func bytes(_ raw: Int64, coding: Int64, size: Int) throws -> [UInt8] {
        let query = SQLText("SELECT bytes FROM raw_content WHERE raw_key = ?", .integer(raw))
        let bytes = try db.firstRow(of: query) { row -> [UInt8]? in
            let stored = row.blob(0)
            return coding == 0 ? stored : stored.withUnsafeBytes { Deflate.expand($0, to: size) }
        }
        guard let bytes = bytes ?? nil, bytes.count == size else { throw Self.unreadable }
        return bytes
    }

    private static func unpacked(_ packed: [UInt8]) throws -> [UInt8] {
        guard let bytes = PackedBytes.unpack(packed) else { throw unreadable }
        return bytes
    }

    private static let unreadable = RepositoryError.unavailable(.storageError, cause: "a reading's bytes can't be expanded")

    private func files(of article: Int64) throws -> [ArticleProvenance.File] {
        let query = SQLText(
            """
            SELECT f.id, f.path, f.state, l.record_number FROM article_file AS l CROSS JOIN import_file AS f ON f.file_key = l.file_key
            WHERE l.article_key = ? ORDER BY f.path, l.record_number LIMIT ?
            """, .integer(article), .integer(Int64(ArticleProvenance.maximumFiles)))
        var files: [ArticleProvenance.File] = []
        try db.forEachRow(of: query) { row in
            files.append(
                .init(
                    importID: row.id(0), path: ImportPath(bytes: row.blob(1)), state: try ImportFiles.state(row, 2),
                    recordNumber: Int(row.integer(3))))
        }
        return files
    }
}

/// What clients changed of articles that were read from something.
struct ArticleChanges {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Fields whose stored value is another than the last reading or file gave.
    func sinceRead(_ article: Int64) throws -> [ImportBase.Field] {
        let query = SQLText("SELECT base FROM article_import WHERE article_key = ?", .integer(article))
        guard let base = try db.firstRow(of: query, { ImportBase(blob: $0.blob(0)) }) ?? nil, let stored = try StoredArticle(db, article)
        else { return [] }
        return try ImportBase.Field.allCases.filter { field in
            let hash =
                switch field {
                case .tags: ImportBase.hash(ofTags: try tags(article))
                case .mentions: ImportBase.hash(ofKeys: try manualMentions(article))
                case .events: ImportBase.hash(ofKeys: try events(article))
                default: ImportBase.hash(of: field, stored)
                }
            return hash != base[field]
        }
    }

    private func tags(_ article: Int64) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql:
                    "SELECT tag.folded FROM article_tag CROSS JOIN tag ON tag.tag_key = article_tag.tag_key WHERE article_tag.article_key = ?"
            ), arguments: [article])
    }

    private func manualMentions(_ article: Int64) throws -> Set<Int64> {
        Set(try db.integers("SELECT entity_key FROM article_mention WHERE article_key = ? AND status = 'manual'", [article]))
    }

    private func events(_ article: Int64) throws -> Set<Int64> {
        Set(try db.integers("SELECT event_key FROM article_event WHERE article_key = ?", [article]))
    }
}
