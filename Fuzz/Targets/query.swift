import CSQLite
import DatelineModels

/// libFuzzer gives one input after another, on one thread.
nonisolated(unsafe) private let index = FullTextIndex()

/// Text queries: what they ask for, and whether the full-text index takes it whatever it is.
func fuzz(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parsed: TextQuery?
    do throws(TextQuery.ParseError) { parsed = try TextQuery(parsing: text) } catch { return }
    guard let query = parsed else {
        require(text.unicodeScalars.allSatisfy(\.properties.isWhitespace), "nothing is asked for by \(text)")
        return
    }
    let terms = Array(query.required.joined()) + query.excluded
    require(terms.count <= TextQuery.maximumTerms, "there are \(terms.count) terms")
    for term in terms {
        require(!term.words.isEmpty, "a term has no word")
        for word in term.words { require(TextQuery.words(of: word).elementsEqual([word], by: isSame), "\(word) isn't one word") }
    }
    let again = try? TextQuery(parsing: written(query))
    require(
        again == query || isPunctuation(query) || written(query).unicodeScalars.count > TextQuery.maximumLength,
        "\(query) is not \(String(describing: again))")
    guard let condition = TextCondition(query, index: "words") else {
        require(isPunctuation(query), "\(query) asks for nothing")
        return
    }
    index.match(condition.expression)
}

/// Met by nothing, which can't be written.
private func isPunctuation(_ query: TextQuery) -> Bool { query.required.contains { $0.isEmpty } }

/// The query in its plainest spelling: every term a phrase.
private func written(_ query: TextQuery) -> String {
    let phrase = { (term: TextQuery.Term) in "\"" + term.words.joined(separator: " ") + "\"" + (term.isPrefix ? "*" : "") }
    return (query.required.map { $0.map(phrase).joined(separator: " OR ") } + query.excluded.map { "-" + phrase($0) })
        .joined(separator: " ")
}

/// A full-text index with a row in it, tokenized as the store's.
private struct FullTextIndex {
    private var database: OpaquePointer?
    private var statement: OpaquePointer?
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init() {
        sqlite3_open(":memory:", &database)
        sqlite3_exec(database, "CREATE VIRTUAL TABLE words USING fts5(a, b, tokenize = 'unicode61 remove_diacritics 2')", nil, nil, nil)
        sqlite3_exec(database, "INSERT INTO words VALUES ('the port of Karsh', 'was open or not near it again')", nil, nil, nil)
        let status = sqlite3_prepare_v2(database, "SELECT rowid FROM words WHERE words MATCH ?", -1, &statement, nil)
        require(status == SQLITE_OK, "there is no full-text index here")
    }

    func match(_ expression: String) {
        sqlite3_bind_text(statement, 1, expression, -1, Self.transient)
        var status = sqlite3_step(statement)
        while status == SQLITE_ROW { status = sqlite3_step(statement) }
        require(status == SQLITE_DONE, "\(expression): \(String(cString: sqlite3_errmsg(database)))")
        sqlite3_reset(statement)
    }
}
