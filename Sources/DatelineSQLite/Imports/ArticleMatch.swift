import DatelineModels
import Foundation
import GRDB

/// Finds the stored article that a record of a file is.
struct ArticleMatch {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// - Parameter place: the article that the record of this number was until now.
    func key(of article: PreparedImport, place: Int64?) throws -> Int64? {
        if article.isWholeFile, let place { return place }
        if let id = article.id, let key = try ArticleLoader.key(db, id: id) { return key }
        if let key = article.key, let known = try self.key(named: key) { return known }
        if let url = article.article.stored.urlKey,
            let known = try db.integer("SELECT article_key FROM article WHERE url_key = ?", [url])
        {
            return known
        }
        if article.id != nil || article.article.stored.urlKey != nil { return nil }
        // A key that isn't known may have been forgotten with the ledger.
        if article.key != nil { return try key(ofSameText: article.article).flatMap { try isKeyed($0) ? nil : $0 } }
        return try place ?? key(ofSameText: article.article)
    }

    /// Whether the article at a record's place takes what the record says now. One that another file stands for as well, as a copy
    /// does, stays what that file says it is, and the record with other words is another article from now on. Another name of the same
    /// file (a hard link) is no copy.
    ///
    /// - Parameter stamp: what the file system says of the file now.
    func mayBeChanged(_ place: Int64, by article: PreparedImport, of file: Int64, _ stamp: FileStamp?) throws -> Bool {
        let isShared = try db.integer(
            """
            SELECT 1 FROM article_file CROSS JOIN import_file ON import_file.file_key = article_file.file_key
            WHERE article_file.article_key = ? AND article_file.file_key <> ? AND import_file.state <> 'missing'
                AND (import_file.device IS NOT ? OR import_file.inode IS NOT ?)
            LIMIT 1
            """, [place, file, stamp.map { Int64(bitPattern: $0.device) }, stamp.map { Int64(bitPattern: $0.inode) }])
        guard isShared != nil else { return true }
        let row = try db.row("SELECT base FROM article_import WHERE article_key = ?", [place])
        guard let base = row.flatMap({ ImportBase(blob: Array($0[0] as Data)) }) else { return true }
        return base[.headline] == article.said[.headline] && base[.body] == article.said[.body]
    }

    private func isKeyed(_ article: Int64) throws -> Bool {
        try db.integer("SELECT 1 FROM article_import_key WHERE article_key = ? LIMIT 1", [article]) != nil
    }

    func key(named key: String) throws -> Int64? {
        try db.integer("SELECT article_key FROM article_import_key WHERE key = ?", [key])
    }

    /// An article of the same text and source, unless its URL or another date tell it apart.
    private func key(ofSameText article: PreparedArticle) throws -> Int64? {
        let stored = article.stored
        let query = SQLText(
            """
            SELECT article_key, source_key, date_precision, date_key FROM article INDEXED BY article_by_content
            WHERE content_hash = ? AND url_key IS NULL LIMIT 100
            """, .blob(Array(article.figures.contentHash)))
        var candidates: [(key: Int64, source: Int64?)] = []
        try db.forEachRow(of: query) { row in
            if let precision = row.optionalInteger(2), let date = stored.datePublished {
                guard Int(precision) == date.precision.rawValue, row.integer(3) == date.earliest else { return }
            }
            candidates.append((row.integer(0), row.optionalInteger(1)))
        }
        guard !candidates.isEmpty else { return nil }
        let source = try article.foldedSource.map { try db.integer("SELECT source_key FROM source WHERE folded = ?", [$0]) ?? 0 }
        return candidates.first { $0.source == source }?.key
    }
}
