import DatelineModels
import GRDB

/// The passages that a text query found, for the articles of a page.
enum Highlighter {
    private static let snippetTokens = 40
    /// Bytes of a text's beginning that stands for a snippet where nothing can be found.
    private static let beginning = 240

    /// - Parameter keys: articles that match.
    /// - Returns: by key.
    static func highlights(_ db: Database, _ text: TextCondition, keys: [Int64]) throws -> [Int64: ArticleItem.Highlights] {
        guard !keys.isEmpty else { return [:] }
        return text.isNegated ? try beginnings(db, keys) : try passages(db, text, keys)
    }

    private static func passages(_ db: Database, _ text: TextCondition, _ keys: [Int64]) throws -> [Int64: ArticleItem.Highlights] {
        var result: [Int64: ArticleItem.Highlights] = [:]
        // With beginnings of words each look-up would gather all words anew: then one pass over all matches is cheaper.
        let (source, isWanted) =
            text.hasPrefixes
            ? ("article_text AS t WHERE t.article_text MATCH ?2 AND +t.rowid IN (SELECT value FROM json_each(?1))", "")
            : ("json_each(?1) AS wanted CROSS JOIN article_text AS t WHERE t.article_text MATCH ?2", " AND t.rowid = wanted.value")
        // Control characters don't occur in stored texts; what they enclose is escaped before they become marks.
        let query = SQLText(
            """
            SELECT t.rowid, highlight(article_text, 0, char(2), char(3)), snippet(article_text, 1, char(2), char(3), '…', \(snippetTokens)) \
            FROM \(source)\(isWanted)
            """, Codec.keyList(keys), .text(text.expression)
        )
        try db.forEachRow(of: query) { row in
            result[row.integer(0)] = ArticleItem.Highlights(headline: marked(row.bytes(1)), body: marked(row.bytes(2)))
        }
        return result
    }

    /// Where a query only says what may not occur there is nothing to mark: the beginning has to do.
    private static func beginnings(_ db: Database, _ keys: [Int64]) throws -> [Int64: ArticleItem.Highlights] {
        var result: [Int64: ArticleItem.Highlights] = [:]
        let query = SQLText(
            """
            SELECT a.article_key, a.headline, substr(b.body, 1, \(beginning)), length(b.body) > \(beginning) \
            FROM json_each(?) AS wanted CROSS JOIN article AS a ON a.article_key = wanted.value \
            LEFT JOIN article_body AS b ON b.article_key = a.article_key
            """, Codec.keyList(keys)
        )
        try db.forEachRow(of: query) { row in
            let body = marked(row.bytes(2)) + (row.flag(3) ? "…" : "")
            result[row.integer(0)] = ArticleItem.Highlights(headline: marked(row.bytes(1)), body: body)
        }
        return result
    }

    /// Escapes what HTML gives a meaning, and turns the two control characters into `<mark>` and `</mark>`, always in pairs.
    static func marked(_ bytes: some Sequence<UInt8>) -> String {
        var output: [UInt8] = []
        var isOpen = false
        for byte in bytes {
            switch byte {
            case 2:
                if !isOpen { output += "<mark>".utf8 }
                isOpen = true
            case 3:
                if isOpen { output += "</mark>".utf8 }
                isOpen = false
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            default: output.append(byte)
            }
        }
        if isOpen { output += "</mark>".utf8 }
        return String(decoding: output, as: UTF8.self)
    }
}
