import DatelineModels

/// A text query as a condition on the rows of a full-text index.
struct TextCondition: Sendable, Hashable {
    /// The FTS5 table.
    let index: String
    /// An FTS5 expression (FTS5 §3) in which every term is quoted; bound, never written into SQL.
    let expression: String
    /// Whether a row must not match.
    let isNegated: Bool
    /// Whether the beginnings of words are looked for, for which the index has to be read as a whole each time.
    let hasPrefixes: Bool

    /// nil where nothing can match: a group without a term.
    init?(_ query: TextQuery, index: String) {
        guard query.required.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.index = index
        let wanted = query.required.map { Self.anyOf($0) }.joined(separator: " AND ")
        let unwanted = Self.anyOf(query.excluded)
        isNegated = query.required.isEmpty
        if query.required.isEmpty {
            expression = unwanted
        } else {
            expression = query.excluded.isEmpty ? wanted : "(\(wanted)) NOT \(unwanted)"
        }
        hasPrefixes = (query.required.joined() + query.excluded).contains { $0.isPrefix }
    }

    private static func anyOf(_ terms: [TextQuery.Term]) -> String {
        "(" + terms.map(quoted).joined(separator: " OR ") + ")"
    }

    static func quoted(_ term: TextQuery.Term) -> String {
        // A quote within a string is written twice (FTS5 §3.1); words have none, but this must hold whatever they are.
        let words = term.words.map { $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") }
        return "\"" + words.joined(separator: " ") + "\"" + (term.isPrefix ? " *" : "")
    }

    /// The row ids that the expression matches; of a negated condition those that are not wanted.
    var matches: SQLText {
        SQLText("SELECT rowid FROM \(index) WHERE \(index) MATCH ?", .text(expression))
    }

    /// A test by a set that is made once for the whole statement.
    func test(_ row: RowColumns) -> SQLText {
        SQLText("\(row.key) \(isNegated ? "NOT IN" : "IN") (") + matches + ")"
    }

    /// A test by a look-up for each row, for few of them.
    func lookup(_ row: RowColumns) -> SQLText {
        SQLText("\(isNegated ? "NOT " : "")EXISTS (") + matches + " AND rowid = \(row.key))"
    }
}
