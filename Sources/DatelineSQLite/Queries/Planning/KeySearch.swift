import DatelineModels
import GRDB

/// All matches of a filter, in no particular order: for counts, facets and bulk tagging.
struct KeySearch {
    let filter: ResolvedFilter

    /// How many there are, exactly.
    func count(_ db: Database) throws -> Int {
        if filter.window == nil, filter.text == nil, filter.conditions.count <= 1 {
            guard let condition = filter.conditions.first else {
                return try count(db, SQLText("SELECT count(*) FROM \(filter.table.name)"))
            }
            // The counters are kept exact by triggers.
            if case .exactly(let count) = condition.estimate { return count }
        }
        return try count(db, SQLText("SELECT count(*) FROM (") + selection(db) + ")")
    }

    func keys(_ db: Database) throws -> [Int64] {
        try db.integers(of: selection(db), isCached: false)
    }

    /// `SELECT` of the keys, each once.
    func selection(_ db: Database) throws -> SQLText {
        if filter.isUnconditional { return SQLText("SELECT \(filter.table.key) FROM \(filter.table.name)") }
        var estimates = Estimates(filter)
        guard let narrowest = try estimates.narrowest(db) else { return try selection(db, along: nil, skipping: nil) }
        switch narrowest {
        case .text: return bySet(filter.text.map(\.matches), skipping: nil)
        case .window: return try selection(db, along: nil, skipping: nil)
        case .condition(let index):
            let condition = filter.conditions[index]
            if let ranges = condition.ranges, ranges.values.count == 1, filter.table.dates != nil {
                return try selection(db, along: ranges, skipping: index)
            }
            return bySet(condition.keys, skipping: index)
        }
    }

    /// By the window alone, all else being tested.
    func windowSelection(_ db: Database) throws -> SQLText {
        try selection(db, along: nil, skipping: nil)
    }

    private func count(_ db: Database, _ query: SQLText) throws -> Int {
        try db.firstRow(of: query, isCached: false) { Int($0.integer(0)) } ?? 0
    }

    /// Along one range for each segment (none of them overlap).
    private func selection(_ db: Database, along ranges: OrderedRanges?, skipping index: Int?) throws -> SQLText {
        guard filter.table.dates != nil else { return bySet(nil, skipping: index) }
        let segments = filter.window == nil ? [.all] : try filter.segments(db)
        var parts: [SQLText] = []
        for segment in segments {
            guard let ranges = ranges ?? filter.tableRanges(for: segment) else { continue }
            for value in ranges.values {
                let part = segment.raised(to: ranges.low?(segment, value))
                guard part.low < part.high else { continue }
                var query = SQLText("SELECT \(ranges.columns.key) FROM \(ranges.source) WHERE \(ranges.prefix)", value.map { [$0] } ?? [])
                query += SQLText(
                    "\(ranges.columns.earliest) >= ? AND \(ranges.columns.earliest) < ?", .integer(part.low), .integer(part.high))
                if let residual = segment.residual { query += SQLText(" AND ") + residual(ranges.columns) }
                for test in filter.tests(ranges.columns, skipping: index, text: true) { query += SQLText(" AND ") + test }
                parts.append(query)
            }
        }
        return parts.isEmpty ? SQLText("SELECT NULL WHERE 0") : parts.joined(separator: " UNION ALL ")
    }

    /// By the table's rows of a set of keys; nil: all rows.
    private func bySet(_ keys: SQLText?, skipping index: Int?) -> SQLText {
        let columns = filter.table.rowColumns
        var terms: [SQLText] = []
        if let keys {
            let others = filter.conditions.count - (index == nil ? 0 : 1)
            // The text's row ids are each there once, and need no look at the rows.
            if index == nil, others == 0, filter.window == nil, filter.text?.isNegated == false { return keys }
            terms.append(SQLText("\(columns.key) IN (") + keys + ")")
        }
        if let window = filter.window { terms.append(window.test(columns)) }
        terms += filter.tests(columns, skipping: index, text: index != nil || keys == nil)
        let start = SQLText("SELECT \(columns.key) FROM \(filter.table.name) AS d\(keys == nil ? "" : " NOT INDEXED")")
        return terms.isEmpty ? start : start + " WHERE " + terms.joined(separator: " AND ")
    }
}

extension ResolvedFilter {
    /// The tests of all conditions but one (and but the window).
    ///
    /// - Parameter text: whether the text is among them.
    func tests(_ columns: RowColumns, skipping index: Int?, text includesText: Bool) -> [SQLText] {
        var tests: [SQLText] = []
        for (position, condition) in conditions.enumerated() where position != index { tests.append(condition.probe(columns)) }
        if includesText, let text { tests.append(text.test(columns)) }
        return tests
    }
}
