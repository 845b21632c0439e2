import CSQLite

/// A table that is copied, and how its rows are found and put in.
struct Table {
    let name: String
    let columns: [String]
    /// Columns that triggers count up; they start at their defaults, so that the triggers bring them to where they were.
    let counted: Set<String>

    private static let counted: [String: Set<String>] = [
        "source": ["article_count"], "article": ["tag_count"], "tag": ["article_count", "entity_count", "event_count"],
        "entity": ["tag_count", "article_count", "last_key"], "event": ["tag_count", "article_count", "source_count"],
    ]

    init(_ name: String, in connection: Connection) throws {
        self.name = name
        columns = try connection.texts("SELECT name FROM pragma_table_info('\(name)') ORDER BY cid")
        counted = Self.counted[name] ?? []
    }

    var copied: [String] { columns.filter { !counted.contains($0) } }

    var insertion: String {
        "INSERT INTO \(name) (\(copied.joined(separator: ", "))) VALUES (\(copied.map { _ in "?" }.joined(separator: ", ")))"
    }

    /// All rows that belong to articles of a range of keys (two parameters), in their order; nil where they belong to none.
    var ofArticles: String? {
        let list = copied.map { "\(name).\($0)" }.joined(separator: ", ")
        switch name {
        case "article": return "SELECT article_key, \(list) FROM article WHERE article_key > ? AND article_key <= ? ORDER BY article_key"
        case "source":
            return """
                SELECT min(article_key), \(list) FROM article JOIN source USING (source_key)
                WHERE article_key > ? AND article_key <= ? GROUP BY source.source_key ORDER BY 1
                """
        case "import_file":
            return """
                SELECT min(article_key), \(list) FROM article_file JOIN import_file USING (file_key)
                WHERE article_key > ? AND article_key <= ? GROUP BY file_key ORDER BY 1
                """
        case "raw_content":
            return """
                SELECT min(article_key), \(list) FROM article_reading JOIN raw_content USING (raw_key)
                WHERE article_key > ? AND article_key <= ? GROUP BY raw_key ORDER BY 1
                """
        case "change":
            return """
                SELECT article_key, \(list) FROM article JOIN change ON change.id = article.id
                WHERE article_key > ? AND article_key <= ? ORDER BY sequence
                """
        case _ where columns.contains("article_key"):
            return "SELECT article_key, \(list) FROM \(name) WHERE article_key > ? AND article_key <= ? ORDER BY article_key"
        default: return nil
        }
    }

    /// Rows of tables whose rows come with an article but not each with one, such as files without any: what is left at the end.
    var key: String? {
        switch name {
        case "source": "source_key"
        case "import_file": "file_key"
        case "raw_content": "raw_key"
        case "change": "sequence"
        default: nil
        }
    }

    /// All that is to be copied: tables that hold rows, without those of indexes and of the migrations, what others refer to first.
    static func all(in connection: Connection) throws -> [Table] {
        let first = [
            "import_root", "tag", "entity", "event", "source", "article", "article_body", "import_file", "article_file", "raw_content",
        ]
        let names = try connection.texts(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'grdb_migrations'"
        )
        let ordered = first.filter(names.contains) + names.filter { !first.contains($0) }.sorted()
        return try ordered.filter { try connection.texts("SELECT 1 FROM \($0) LIMIT 1") == ["1"] }.map { try Table($0, in: connection) }
    }
}
