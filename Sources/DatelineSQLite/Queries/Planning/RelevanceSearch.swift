import DatelineModels
import GRDB

/// The best matches of a text query first; the same score: the greater id first. Every match has to be scored.
struct RelevanceSearch {
    let filter: ResolvedFilter
    let text: TextCondition

    func hits(_ db: Database, after: PageKey?, limit: Int) throws -> [Hit] {
        let columns = filter.table.rowColumns
        var terms = filter.tests(columns, skipping: nil, text: false)
        if let window = filter.window { terms.append(window.test(columns)) }
        // What only mustn't occur has no score.
        let score = text.isNegated ? "0" : "\(RelevanceScore.functionName)(\(text.index))"
        if let after { terms.append(SQLText("(\(score), d.id) < (?, ?)", .integer(after.integer), .id(after.id))) }
        var query: SQLText
        if text.isNegated {
            query = SQLText("SELECT \(columns.key), 0, d.id FROM \(filter.table.name) AS d WHERE ") + text.test(columns)
        } else {
            query = SQLText(
                """
                SELECT \(columns.key), \(score), d.id FROM \(text.index) AS t CROSS JOIN \(filter.table.name) AS d \
                ON \(columns.key) = t.rowid WHERE t.\(text.index) MATCH ?
                """, .text(text.expression)
            )
        }
        for term in terms { query += SQLText(" AND ") + term }
        query += SQLText(" ORDER BY \(text.isNegated ? "" : "2 DESC, ")d.id DESC LIMIT ?", .integer(Int64(limit)))
        var hits: [Hit] = []
        try db.forEachRow(of: query, isCached: terms.count <= 2) {
            hits.append(Hit(key: $0.integer(0), value: .integer($0.integer(1)), id: $0.id(2)))
        }
        return hits
    }
}
