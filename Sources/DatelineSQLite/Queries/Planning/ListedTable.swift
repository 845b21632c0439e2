/// What the planner has to know of a table whose rows are listed.
struct ListedTable: Sendable {
    let name: String
    /// The integer key.
    let key: String
    /// The columns of the interval that ``DateRange`` speaks of, and the index of (first second, id); nil where rows have no date.
    let dates: Dates?
    /// The full-text index whose row ids are the keys.
    let textIndex: String?
    /// The column of link tables that holds the row's id.
    let linkID: String

    struct Dates: Sendable {
        let earliest: String
        let latest: String
        let index: String
    }

    static let article = ListedTable(
        name: "article", key: "article_key", dates: Dates(earliest: "date_key", latest: "date_latest", index: "article_by_date"),
        textIndex: "article_text", linkID: "article_id"
    )
    static let event = ListedTable(
        name: "event", key: "event_key", dates: Dates(earliest: "start_key", latest: "span_latest", index: "event_by_start"),
        textIndex: "event_text", linkID: "event_id"
    )
    static let entity = ListedTable(name: "entity", key: "entity_key", dates: nil, textIndex: nil, linkID: "entity_id")
    static let tag = ListedTable(name: "tag", key: "tag_key", dates: nil, textIndex: nil, linkID: "tag_id")
    static let source = ListedTable(name: "source", key: "source_key", dates: nil, textIndex: nil, linkID: "source_id")

    /// Whether intervals have any length, and an index by it, instead of being those of ``PartialDate``s.
    var hasSpans: Bool { name == "event" }

    /// The table's own rows, under the alias `d`.
    var rowColumns: RowColumns {
        RowColumns(
            key: "d.\(key)", id: "d.id", earliest: dates.map { "d.\($0.earliest)" } ?? "", latest: dates.map { "d.\($0.latest)" } ?? "",
            isLink: false)
    }

    /// The rows of a link table that carries date and id, under the alias `d`.
    var linkColumns: RowColumns {
        RowColumns(
            key: "d.\(key)", id: "d.\(linkID)", earliest: dates.map { "d.\($0.earliest)" } ?? "",
            latest: dates.map { "(SELECT l.\($0.latest) FROM \(name) AS l WHERE l.\(key) = d.\(key))" } ?? "", isLink: true
        )
    }
}

/// How the key, the id and the dates are called in the rows that are walked over, aliased `d`.
struct RowColumns: Sendable {
    let key: String
    let id: String
    let earliest: String
    let latest: String
    /// Whether these are a link table's rows, which have nothing else.
    let isLink: Bool
}

/// An order of a list: a column of the listed table, then the id in the same direction.
struct ListOrder: Sendable {
    enum Kind: Sendable {
        /// Link tables carry it too; what has no date comes last in both directions.
        case date
        case integer
        case text
    }

    let kind: Kind
    let column: String
    /// The listed table's index that begins with the column and the id.
    let index: String
    let isDescending: Bool

    var direction: String { isDescending ? "DESC" : "ASC" }
    /// The comparison that what comes later fulfils.
    var later: String { isDescending ? "<" : ">" }
    var earlier: String { isDescending ? ">" : "<" }
}
