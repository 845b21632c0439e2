import DatelineModels
import GRDB

/// One thing that a filter asks for, with every way to find what fits.
struct Condition: Sendable {
    /// Rows in order of date; nil where no index has them so.
    var ranges: OrderedRanges?
    /// `SELECT` of the keys that fit, in any order, some perhaps twice; nil where they can only be tested (a negation).
    var keys: SQLText?
    var estimate: Estimate
    /// Whether this is the condition that there is no tag.
    var isUntagged = false
    /// The column that the condition is a range of, where a list is in order of it.
    var bounds: ColumnBounds?
    /// A test of one row, true or false.
    var probe: @Sendable (RowColumns) -> SQLText

    enum Estimate: Sendable {
        case exactly(Int)
        /// The sum over several values, some perhaps of the same rows.
        case atMost(Int)
        /// To be counted, up to a cap, when it matters.
        case counted(SQLText)
        case unknown
    }
}

/// A range of an integer column, the end not included.
struct ColumnBounds: Sendable {
    let column: String
    let low: Int64
    let high: Int64
}

/// Index ranges, one for each value, each in order of (date, id).
struct OrderedRanges: Sendable {
    /// Table, alias `d` and index.
    let source: String
    let columns: RowColumns
    /// The terms that fix the range, ending in AND; with one `?` where there are values.
    let prefix: String
    /// nil: one range without a value.
    let values: [SQLValue?]
    /// The least first second of a value's range within a segment, where that is known.
    var low: (@Sendable (DateSegment, SQLValue?) -> Int64?)?
}

extension Condition {
    /// A link table with keys of `linked`, of which the row must have at least one.
    ///
    /// - Parameters:
    ///   - byRow: the table, with its index, that finds the links of one row.
    ///   - keys: at least one.
    static func linked(
        _ table: ListedTable, through links: String, column: String, byRow: String, keys: [Int64], estimate: Estimate
    ) -> Condition {
        let list = keys.count == 1 ? SQLText("= ?", .integer(keys[0])) : SQLText("IN (SELECT value FROM json_each(?))", Codec.keyList(keys))
        let ranges = table.dates.map { _ in
            OrderedRanges(
                source: "\(links) AS d", columns: table.linkColumns, prefix: "d.\(column) = ? AND ", values: keys.map { .integer($0) })
        }
        return Condition(
            ranges: ranges, keys: SQLText("SELECT x.\(table.key) FROM \(links) AS x WHERE x.\(column) ") + list, estimate: estimate
        ) { row in
            guard keys.count == 1, let dates = table.dates else { return Self.anyLink(table, column: column, byRow: byRow, list, row) }
            // By date, as the rows are walked over: so each look-up is next to the one before.
            return SQLText(
                """
                EXISTS (SELECT 1 FROM \(links) AS x WHERE x.\(column) = ? AND x.\(dates.earliest) = \(row.earliest) AND x.\(table.linkID) = \(row.id))
                """, .integer(keys[0])
            )
        }
    }

    /// None of the keys may be linked.
    static func notLinked(_ table: ListedTable, column: String, byRow: String, keys: [Int64]) -> Condition {
        let list = keys.count == 1 ? SQLText("= ?", .integer(keys[0])) : SQLText("IN (SELECT value FROM json_each(?))", Codec.keyList(keys))
        return Condition(estimate: .unknown) { SQLText("NOT ") + Self.anyLink(table, column: column, byRow: byRow, list, $0) }
    }

    private static func anyLink(_ table: ListedTable, column: String, byRow: String, _ list: SQLText, _ row: RowColumns) -> SQLText {
        // The plus makes SQLite look through the row's few links, not once for each key.
        let column = list.sql.hasPrefix("=") ? "x.\(column)" : "+x.\(column)"
        return SQLText("EXISTS (SELECT 1 FROM \(byRow) AS x WHERE x.\(table.key) = \(row.key) AND \(column) ") + list + ")"
    }

    /// A column of the listed table that must be one of `values` (at least one), by an index of (column, date, id).
    static func column(
        _ table: ListedTable, _ column: String, index: String, values: [SQLValue], estimate: Estimate
    ) -> Condition {
        let list = SQLText("IN (" + values.map { _ in "?" }.joined(separator: ", ") + ")", values)
        let ranges = table.dates.map { _ in
            OrderedRanges(
                source: "\(table.name) AS d INDEXED BY \(index)", columns: table.rowColumns, prefix: "d.\(column) = ? AND ",
                values: values.map { $0 }
            )
        }
        return Condition(
            ranges: ranges, keys: SQLText("SELECT x.\(table.key) FROM \(table.name) AS x INDEXED BY \(index) WHERE x.\(column) ") + list,
            estimate: estimate
        ) { row in
            guard row.isLink, let dates = table.dates else { return SQLText("d.\(column) ") + list }
            guard values.count == 1 else {
                return SQLText("(SELECT x.\(column) FROM \(table.name) AS x WHERE x.\(table.key) = \(row.key)) ") + list
            }
            return SQLText(
                """
                EXISTS (SELECT 1 FROM \(table.name) AS x INDEXED BY \(index) \
                WHERE x.\(column) = ? AND x.\(dates.earliest) = \(row.earliest) AND x.id = \(row.id))
                """, values
            )
        }
    }

    /// Without any tag.
    static func untagged(_ table: ListedTable, index: String, links: String) -> Condition {
        let ranges = table.dates.map { _ in
            OrderedRanges(
                source: "\(table.name) AS d INDEXED BY \(index)", columns: table.rowColumns, prefix: "d.tag_count = 0 AND ", values: [nil])
        }
        let keys = SQLText("SELECT x.\(table.key) FROM \(table.name) AS x INDEXED BY \(index) WHERE x.tag_count = 0")
        var result = Condition(ranges: ranges, keys: keys, estimate: .counted(keys)) { row in
            row.isLink ? SQLText("NOT EXISTS (SELECT 1 FROM \(links) AS x WHERE x.\(table.key) = \(row.key))") : SQLText("d.tag_count = 0")
        }
        result.isUntagged = true
        return result
    }

    /// An integer column of the listed table within a range, by an index of the column.
    static func range(_ table: ListedTable, _ column: String, index: String, from low: Int64?, before high: Int64?) -> Condition {
        let low = low ?? .min
        let high = high ?? .max
        let keys = SQLText(
            "SELECT x.\(table.key) FROM \(table.name) AS x INDEXED BY \(index) WHERE x.\(column) >= ? AND x.\(column) < ?", .integer(low),
            .integer(high)
        )
        return Condition(
            keys: keys, estimate: .counted(keys), bounds: ColumnBounds(column: column, low: low, high: high)
        ) { row in
            guard row.isLink else { return SQLText("d.\(column) >= ? AND d.\(column) < ?", .integer(low), .integer(high)) }
            return SQLText(
                "EXISTS (SELECT 1 FROM \(table.name) AS x WHERE x.\(table.key) = \(row.key) AND x.\(column) >= ? AND x.\(column) < ?)",
                .integer(low), .integer(high)
            )
        }
    }
}
