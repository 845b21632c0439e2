import DatelineModels
import GRDB

/// A filter whose names are turned into keys: all its conditions, each of which must hold.
struct ResolvedFilter: Sendable {
    let table: ListedTable
    var conditions: [Condition] = []
    var window: DateWindow?
    var text: TextCondition?

    init(_ table: ListedTable) {
        self.table = table
    }

    var isUnconditional: Bool { conditions.isEmpty && window == nil && text == nil }

    /// The window's ranges of the first second, ascending; without a window, all that is dated and then what isn't.
    func segments(_ db: Database) throws -> [DateSegment] {
        guard let window else { return [.dated, .undated] }
        guard table.hasSpans else { return window.calendarSegments }
        return window.spanSegments(longest: try Self.longestSpan(db))
    }

    /// The same in the order of a list.
    func segments(_ db: Database, isDescending: Bool) throws -> [DateSegment] {
        if window == nil, isDescending { return [.all] }
        let segments = try segments(db)
        return isDescending ? segments.reversed() : segments
    }

    /// All rows of the table in order of date.
    var wholeTable: OrderedRanges? {
        table.dates.map {
            OrderedRanges(source: "\(table.name) AS d INDEXED BY \($0.index)", columns: table.rowColumns, prefix: "", values: [nil])
        }
    }

    /// The ranges to walk along for a segment: events that go on after a second are found by the length of their intervals.
    func tableRanges(for segment: DateSegment) -> OrderedRanges? {
        guard table.hasSpans, let seconds = segment.spansInto else { return wholeTable }
        return OrderedRanges(
            source: "event AS d INDEXED BY event_by_span", columns: table.rowColumns, prefix: "d.span_class = ? AND ",
            values: (0...Self.greatestClass).map { .integer($0) }
        ) { _, value in
            guard case .integer(let length)? = value else { return nil }
            return DateWindow.reach(seconds, length)
        }
    }

    private static let greatestClass: Int64 = 22

    private static func longestSpan(_ db: Database) throws -> Int64 {
        try db.firstRow(of: SQLText("SELECT span_class FROM event INDEXED BY event_by_span ORDER BY span_class DESC LIMIT 1")) {
            $0.integer(0)
        } ?? 0
    }
}
