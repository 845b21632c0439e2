import DatelineModels
import GRDB

/// Keeps articles in step with whether the files that hold them are there.
struct ArticleSources {
    private let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    /// The file is there again: its articles are no longer marked.
    func returned(_ file: Int64) throws {
        let marked = try db.integers(
            """
            SELECT DISTINCT a.article_key FROM article_file AS l CROSS JOIN article AS a ON a.article_key = l.article_key
            WHERE l.file_key = ? AND a.source_missing_at IS NOT NULL ORDER BY a.article_key
            """, [file])
        for article in marked {
            try db.run("UPDATE article SET source_missing_at = NULL WHERE article_key = ?", [article])
            try context.touch(.article, article)
        }
    }

    /// The file is gone, and its row says so already.
    func left(_ file: Int64, _ policy: MissingPolicy) throws {
        guard policy != .keep else { return }
        // Those of which no other file is there.
        let orphans = try db.rows(
            """
            SELECT DISTINCT a.article_key, a.version, a.source_missing_at IS NOT NULL
            FROM article_file AS l CROSS JOIN article AS a ON a.article_key = l.article_key
            WHERE l.file_key = ? AND NOT EXISTS (
                SELECT 1 FROM article_file AS o CROSS JOIN import_file AS f ON f.file_key = o.file_key
                WHERE o.article_key = l.article_key AND f.state <> 'missing'
            ) ORDER BY a.article_key
            """, [file])
        for orphan in orphans {
            if policy == .delete {
                try ArticleWriter(context).delete(orphan[0], version: orphan[1])
            } else if !(orphan[2] as Bool) {
                try db.run(
                    "UPDATE article SET source_missing_at = ? WHERE article_key = ?", [context.now().milliseconds, orphan[0] as Int64])
                try context.touch(.article, orphan[0])
            }
        }
    }
}
