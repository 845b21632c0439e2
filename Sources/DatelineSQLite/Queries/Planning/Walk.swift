import DatelineModels
import GRDB

/// A walk along index ranges in a list's order: each row is tested, and the walk ends where the page is full.
///
/// Where the ranges are several, they are walked one after another and merged. Each stops at the place of the last row that
/// the page holds so far, so together they cost little more than one.
struct Walk {
    let order: ListOrder
    /// The ranges to walk along for each segment, all of the same columns.
    let ranges: (DateSegment) -> OrderedRanges?
    /// What must hold of each row beside the range.
    let tests: [SQLText]
    /// What tests the text, where there is a condition on it.
    let text: TextTester?

    /// The first `limit` rows of the segments after a place.
    ///
    /// - Parameter segments: in the list's order.
    func hits(_ db: Database, segments: [DateSegment], after: PageKey?, limit: Int) throws -> [Hit] {
        var result: [Hit] = []
        var tester = text
        for segment in segments where result.count < limit {
            result += try hits(db, segment, after: after, limit: limit - result.count, &tester)
        }
        return result
    }

    private func hits(_ db: Database, _ segment: DateSegment, after: PageKey?, limit: Int, _ tester: inout TextTester?) throws -> [Hit] {
        guard let ranges = ranges(segment) else { return [] }
        var found: [Hit] = []
        let conditions = ((segment.residual.map { [$0(ranges.columns)] } ?? []) + tests).map { SQLText(" AND ") + $0 }.joined(separator: "")
        // Texts are looked for one by one, so SQLite can't know when there are enough.
        let wanted = tester == nil ? Int64(limit) : -1
        for range in ranges.values {
            let part = segment.raised(to: ranges.low?(segment, range))
            guard part.low < part.high, let start = start(of: part, after: after) else { continue }
            let last = found.count < limit ? nil : found.last.map { ListPlace(value: $0.value.bound, id: $0.id) }
            let query = query(ranges, range, from: start, to: last ?? end(of: part), conditions, wanted)
            var branch: [Hit] = []
            try db.whileRows(of: query, isCached: tests.count <= 1) { row in
                if try tester?.accepts(row.integer(0), db) ?? true { branch.append(hit(row)) }
                return branch.count < limit
            }
            found = Hit.merged(found, branch, limit: limit, isDescending: order.isDescending)
        }
        return found
    }

    private func query(
        _ ranges: OrderedRanges, _ range: SQLValue?, from start: ListPlace, to end: ListPlace, _ conditions: SQLText, _ limit: Int64
    ) -> SQLText {
        let columns = ranges.columns
        // Link tables call their copy of the date as the table does.
        let value = "d.\(order.column)"
        var query = SQLText(
            "SELECT \(columns.key), \(value), \(columns.id) FROM \(ranges.source) WHERE \(ranges.prefix)", range.map { [$0] } ?? [])
        query += SQLText("(\(value), \(columns.id)) \(order.later) (?, ?) AND ", start.value, .id(start.id))
        query += SQLText("(\(value), \(columns.id)) \(order.earlier) (?, ?)", end.value, .id(end.id))
        query += conditions
        query += SQLText(" ORDER BY \(value) \(order.direction), \(columns.id) \(order.direction) LIMIT ?", .integer(limit))
        return query
    }

    private func hit(_ row: ResultRow) -> Hit {
        Hit(key: row.integer(0), value: order.kind == .text ? .text(row.text(1)) : .integer(row.integer(1)), id: row.id(2))
    }

    /// Where the walk through a segment begins; nil where all of it stands before `after`.
    private func start(of segment: DateSegment, after: PageKey?) -> ListPlace? {
        if order.kind == .text {
            guard let after else { return ListPlace(value: .text(""), id: ListPlace.leastID) }
            guard case .text(let text) = after.value else { return nil }
            return ListPlace(value: .text(text), id: after.id)
        }
        let first = ListPlace(value: .integer(order.isDescending ? segment.high : segment.low), id: ListPlace.leastID)
        guard let after else { return first }
        let value = after.integer
        let place = ListPlace(value: .integer(value), id: after.id)
        if order.isDescending { return value < segment.low ? nil : value >= segment.high ? first : place }
        if order.kind == .date {
            // Undated rows come last, though their key is the least.
            let isUndated = segment.low == Codec.undated
            if value == Codec.undated { return isUndated ? place : nil }
            if isUndated { return first }
        }
        return value >= segment.high ? nil : value < segment.low ? first : place
    }

    /// The place that the walk through a segment doesn't reach.
    private func end(of segment: DateSegment) -> ListPlace {
        // A blob is greater than any text (SQLite, "Datatypes", §4.1).
        if order.kind == .text { return ListPlace(value: order.isDescending ? .text("") : .id(ListPlace.leastID), id: ListPlace.leastID) }
        return ListPlace(value: .integer(order.isDescending ? segment.low : segment.high), id: ListPlace.leastID)
    }
}

extension PageKey {
    /// The sort value of a list in order of integers; what has none stands as undated.
    var integer: Int64 {
        switch value {
        case .integer(let integer): integer
        case .real(let real): Int64(exactly: real.rounded()) ?? Codec.undated
        case .none, .text, .bytes: Codec.undated
        }
    }
}
