import DatelineModels
import GRDB

/// A page of a filter's matches in an order. Two ways lead there, and the cheaper is taken:
///
/// - **walk** along an index that has the rows in the order asked for, that of the narrowest condition where it has one, and
///   test each row for the other conditions, until the page is full;
/// - **collect** all rows of the narrowest condition, test them, and sort.
struct PageSearch {
    let filter: ResolvedFilter
    let order: ListOrder
    /// Whether the ranges of conditions have the rows in this order.
    let rangesAreInOrder: Bool

    /// More values than this aren't walked along one by one.
    private static let maximumRanges = 200
    /// Walking over so few rows is never worth a second thought.
    private static let fewRows = 200

    func hits(_ db: Database, after: PageKey?, limit: Int) throws -> [Hit] {
        var estimates = Estimates(filter)
        let driver = try driver(&estimates, db)
        if let part = try collectable(&estimates, insteadOf: driver, limit, db) {
            return try collect(part, &estimates, db, after: after, limit: limit)
        }
        return try walk(driver, &estimates, db, after: after, limit: limit)
    }

    /// The narrowest condition that can be walked along; nil: the table.
    private func driver(_ estimates: inout Estimates, _ db: Database) throws -> Int? {
        guard rangesAreInOrder else { return nil }
        let candidates = filter.conditions.indices.filter {
            (filter.conditions[$0].ranges?.values.count).map { $0 <= Self.maximumRanges } ?? false
        }
        guard candidates.count > 1 else { return candidates.first }
        var best: (index: Int, count: Int)?
        for index in candidates.filter({ !filter.conditions[$0].isCounted }) + candidates.filter({ filter.conditions[$0].isCounted }) {
            if let best, best.count < Estimates.cap, filter.conditions[index].isCounted { break }
            if let count = try estimates.condition(index, db), count < best?.count ?? .max { best = (index, count) }
        }
        return best?.index
    }

    /// What to collect, if that is cheaper than to walk. The costs count rows looked at; conditions are taken as independent.
    private func collectable(
        _ estimates: inout Estimates, insteadOf driver: Int?, _ limit: Int, _ db: Database
    ) throws -> Estimates.Part? {
        let others = filter.conditions.indices.filter { index in
            index != driver && filter.conditions[index].keys != nil && !isCarried(filter.conditions[index])
        }
        let unordered = others.filter { !rangesAreInOrder || (filter.conditions[$0].ranges?.values.count ?? .max) > Self.maximumRanges }
        let hasText = filter.text.map { !$0.isNegated } ?? false
        let hasWindow = filter.window != nil && order.column != filter.table.dates?.earliest
        guard !unordered.isEmpty || hasText || hasWindow else { return nil }
        var rows = try driver.flatMap { try estimates.condition($0, db) } ?? estimates.total(db)
        guard rows > Self.fewRows else { return nil }
        let total = Double(try estimates.total(db))
        if filter.window != nil, !hasWindow, driver == nil { rows = min(rows, try estimates.window(db)) }

        var best: (part: Estimates.Part, count: Int)?
        var share = 1.0
        func consider(_ part: Estimates.Part, _ count: Int, canBeCollected: Bool) {
            share *= min(1, Double(max(count, 1)) / total)
            if canBeCollected, count < best?.count ?? .max { best = (part, count) }
        }
        for index in others {
            if let count = try estimates.condition(index, db) {
                consider(.condition(index), count, canBeCollected: unordered.contains(index))
            }
        }
        if hasWindow { consider(.window, try estimates.window(db), canBeCollected: true) }
        if hasText { consider(.text, try estimates.text(db), canBeCollected: true) }
        guard let best else { return nil }
        var walked = min(Double(rows), Double(limit) / share)
        if filter.text != nil { walked = try walked + Self.costOfTests(rows: walked, matches: estimates.text(db)) }
        return Double(best.count) * Self.costOfCollecting < walked ? best.part : nil
    }

    private static let costOfCollecting = 2.0
    private static let costOfTextLookup = 60.0

    /// See ``TextTester``.
    private static func costOfTests(rows: Double, matches: Int) -> Double {
        min(rows, Double(matches) / Double(TextTester.matchesPerLookup)) * costOfTextLookup
    }

    /// Whether the order itself keeps the condition.
    private func isCarried(_ condition: Condition) -> Bool {
        condition.bounds.map { $0.column == order.column } ?? false
    }

    private func walk(_ driver: Int?, _ estimates: inout Estimates, _ db: Database, after: PageKey?, limit: Int) throws -> [Hit] {
        var segments = [DateSegment.all]
        var tests: [SQLText] = []
        let columns = driver.flatMap { filter.conditions[$0].ranges?.columns } ?? filter.table.rowColumns
        if order.column == filter.table.dates?.earliest {
            segments = try filter.segments(db, isDescending: order.isDescending)
        } else if let window = filter.window {
            tests.append(window.test(columns))
        }
        for (index, condition) in filter.conditions.enumerated() where index != driver {
            if let bounds = condition.bounds, isCarried(condition) {
                segments = segments.compactMap { $0.limited(to: bounds) }
            } else {
                tests.append(condition.probe(columns))
            }
        }
        let ranges: (DateSegment) -> OrderedRanges? =
            if let driver { { _ in filter.conditions[driver].ranges } } else if order.column == filter.table.dates?.earliest {
                { filter.tableRanges(for: $0) }
            } else { { _ in byOrder } }
        let tester = try tester(driver, &estimates, db, limit)
        return try Walk(order: order, ranges: ranges, tests: tests, text: tester).hits(db, segments: segments, after: after, limit: limit)
    }

    private func tester(_ driver: Int?, _ estimates: inout Estimates, _ db: Database, _ limit: Int) throws -> TextTester? {
        guard let text = filter.text else { return nil }
        let matches = try estimates.text(db)
        let total = try estimates.total(db)
        let walked = try driver.flatMap { try estimates.condition($0, db) } ?? total
        return TextTester(text, matches: text.isNegated ? total - matches : matches, rows: min(walked, limit * total / max(matches, 1)))
    }

    /// The whole table in this order.
    private var byOrder: OrderedRanges {
        OrderedRanges(
            source: "\(filter.table.name) AS d INDEXED BY \(order.index)", columns: filter.table.rowColumns, prefix: "", values: [nil])
    }

    private func collect(_ part: Estimates.Part, _ estimates: inout Estimates, _ db: Database, after: PageKey?, limit: Int) throws -> [Hit]
    {
        let columns = filter.table.rowColumns
        var skipped: Int?
        let keys: SQLText
        switch part {
        case .condition(let index):
            keys = filter.conditions[index].keys ?? SQLText("NULL")
            skipped = index
        case .text: keys = filter.text?.matches ?? SQLText("NULL")
        case .window:
            var only = ResolvedFilter(filter.table)
            only.window = filter.window
            keys = try KeySearch(filter: only).windowSelection(db)
        }
        var terms = [SQLText("\(columns.key) IN (") + keys + ")"]
        if let window = filter.window, part != .window { terms.append(window.test(columns)) }
        terms += filter.tests(columns, skipping: skipped, text: false)
        if let text = filter.text, part != .text { terms.append(text.test(columns)) }
        if let after {
            guard let place = place(after) else { return [] }
            terms.append(place)
        }
        let value = "d.\(order.column)"
        var query = SQLText("SELECT \(columns.key), \(value), \(columns.id) FROM \(filter.table.name) AS d NOT INDEXED WHERE ")
        query += terms.joined(separator: " AND ")
        let undatedLast = order.kind == .date && !order.isDescending ? "\(value) = \(Codec.undated), " : ""
        query += SQLText(
            " ORDER BY \(undatedLast)\(value) \(order.direction), \(columns.id) \(order.direction) LIMIT ?", .integer(Int64(limit))
        )
        var hits: [Hit] = []
        try db.forEachRow(of: query, isCached: terms.count <= 2) { row in
            hits.append(Hit(key: row.integer(0), value: order.kind == .text ? .text(row.text(1)) : .integer(row.integer(1)), id: row.id(2)))
        }
        return hits
    }

    /// The condition that a row comes after a page's key; nil where none can.
    private func place(_ after: PageKey) -> SQLText? {
        let value = "d.\(order.column)"
        if order.kind == .text {
            guard case .text(let text) = after.value else { return nil }
            return SQLText("(\(value), d.id) \(order.later) (?, ?)", .text(text), .id(after.id))
        }
        let term = SQLText("(\(value), d.id) \(order.later) (?, ?)", .integer(after.integer), .id(after.id))
        guard order.kind == .date, !order.isDescending else { return term }
        if after.integer == Codec.undated { return SQLText("(\(value) = \(Codec.undated) AND d.id > ?)", .id(after.id)) }
        return SQLText("(") + term + " OR \(value) = \(Codec.undated))"
    }
}

extension DateSegment {
    /// What of the segment lies within bounds; nil: nothing.
    func limited(to bounds: ColumnBounds) -> DateSegment? {
        let low = max(low, bounds.low)
        let high = min(high, bounds.high)
        return low < high ? DateSegment(low: low, high: high, residual: residual) : nil
    }
}
