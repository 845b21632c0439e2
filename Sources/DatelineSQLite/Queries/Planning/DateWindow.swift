import DatelineModels

/// What a filter asks of the interval of a row, all ranges taken together. Only dated rows are in it.
struct DateWindow: Sendable, Equatable {
    /// The interval begins at or after this second; nil: open.
    private(set) var earliestFrom: Int64?
    /// The interval begins before this second.
    private(set) var earliestBefore: Int64?
    /// The interval ends after this second.
    private(set) var latestAfter: Int64?
    /// The interval ends at or before this second.
    private(set) var latestUpTo: Int64?

    /// nil where there is no condition.
    init?(_ range: DateRange?, within: PartialDate? = nil) {
        guard range != nil || within != nil else { return nil }
        if let range {
            // Every interval lies in these bounds, so no more of a range matters.
            let from = range.from.map(Self.clamped)
            let to = range.to.map(Self.clamped)
            switch range.match {
            case .possible: (latestAfter, earliestBefore) = (from, to)
            case .certain: (earliestFrom, latestUpTo) = (from, to)
            }
        }
        if let within {
            earliestFrom = max(earliestFrom ?? within.earliest, within.earliest)
            latestUpTo = min(latestUpTo ?? within.latest, within.latest)
        }
    }

    private static func clamped(_ seconds: Int64) -> Int64 {
        min(max(seconds, PartialDate.supportedSeconds.lowerBound), PartialDate.supportedSeconds.upperBound)
    }

    /// The least first second that can be in.
    private var low: Int64 { earliestFrom ?? Int64.min + 1 }
    /// The first second that can't be any more. An interval that ends by a second begins before it.
    private var high: Int64 { min(earliestBefore ?? .max, latestUpTo ?? .max) }

    /// The condition as it is, for rows that no index range brings.
    func test(_ row: RowColumns) -> SQLText {
        var terms = [SQLText("\(row.earliest) >= ?", .integer(low)), SQLText("\(row.earliest) < ?", .integer(high))]
        if let latestAfter { terms.append(SQLText("\(row.latest) > ?", .integer(latestAfter))) }
        if let latestUpTo { terms.append(SQLText("\(row.latest) <= ?", .integer(latestUpTo))) }
        return terms.joined(separator: " AND ")
    }

    /// The window as ranges of the first second, ascending, for ``PartialDate``s: their first second is always the start of
    /// their unit. So those that begin before a second and go on after it begin at one of four seconds: the start of the minute,
    /// day, month and year that hold it. Nothing else before `latestAfter` needs to be looked at.
    var calendarSegments: [DateSegment] {
        var segments: [DateSegment] = []
        var mainLow = low
        if let latestAfter {
            for point in Self.unitStarts(before: latestAfter) where point >= low && point < high {
                segments.append(
                    DateSegment(low: point, high: point + 1, residual: residual(latestAfter: latestAfter, low: point, high: point + 1)))
            }
            mainLow = max(low, latestAfter)
        }
        if mainLow < high {
            segments.append(DateSegment(low: mainLow, high: high, residual: residual(latestAfter: nil, low: mainLow, high: high)))
        }
        return segments
    }

    private func residual(latestAfter: Int64?, low: Int64, high: Int64) -> (@Sendable (RowColumns) -> SQLText)? {
        let upTo = latestUpTo
        let points = upTo.map { Self.unitStarts(before: $0).filter { $0 >= low && $0 < high } } ?? []
        guard latestAfter != nil || !points.isEmpty else { return nil }
        return { row in
            var terms: [SQLText] = []
            if let latestAfter { terms.append(SQLText("\(row.latest) > ?", .integer(latestAfter))) }
            if let upTo, !points.isEmpty {
                // Always four, so that the statement stays the same.
                let padded = (0..<4).map { SQLValue.integer(points[min($0, points.count - 1)]) }
                terms.append(SQLText("(\(row.earliest) NOT IN (?, ?, ?, ?) OR \(row.latest) <= ?)", padded + [.integer(upTo)]))
            }
            return terms.joined(separator: " AND ")
        }
    }

    /// The distinct starts of the units that hold `seconds`, before it, ascending.
    private static func unitStarts(before seconds: Int64) -> [Int64] {
        Set([.minute, .day, .month, .year].map { PartialDate.start(of: $0, containing: seconds) }).filter { $0 < seconds }.sorted()
    }

    /// The first second of an interval of at most 2^`length` days that goes on after `seconds`, at the earliest.
    static func reach(_ seconds: Int64, _ length: Int64) -> Int64 {
        seconds - CalendarMath.secondsPerDay << length
    }

    /// The window as ranges of the first second, ascending, for intervals of any length up to 2^`longest` days.
    func spanSegments(longest: Int64) -> [DateSegment] {
        var segments: [DateSegment] = []
        var mainLow = low
        let upTo = latestUpTo
        let ends: (@Sendable (RowColumns) -> SQLText)? = if let upTo { { SQLText("\($0.latest) <= ?", .integer(upTo)) } } else { nil }
        if let latestAfter {
            let before = min(latestAfter, high)
            let first = max(low, Self.reach(latestAfter, longest))
            if first < before {
                segments.append(
                    DateSegment(low: first, high: before, spansInto: latestAfter) { row in
                        let goesOn = SQLText("\(row.latest) > ?", .integer(latestAfter))
                        return ends.map { goesOn + " AND " + $0(row) } ?? goesOn
                    }
                )
            }
            mainLow = max(low, latestAfter)
        }
        if mainLow < high { segments.append(DateSegment(low: mainLow, high: high, residual: ends)) }
        return segments
    }
}

/// A range of the first second, the end not included, that is walked over in one go.
struct DateSegment: Sendable {
    private(set) var low: Int64
    let high: Int64
    /// For rows of this segment whose interval goes on after this second: then the index by length of interval can be used.
    var spansInto: Int64?
    /// What still has to be tested of each row.
    let residual: (@Sendable (RowColumns) -> SQLText)?

    init(low: Int64, high: Int64, spansInto: Int64? = nil, residual: (@Sendable (RowColumns) -> SQLText)? = nil) {
        self.low = low
        self.high = high
        self.spansInto = spansInto
        self.residual = residual
    }

    func raised(to low: Int64?) -> DateSegment {
        guard let low, low > self.low else { return self }
        var result = self
        result.low = low
        return result
    }

    static let undated = DateSegment(low: .min, high: .min + 1)
    static let dated = DateSegment(low: .min + 1, high: .max)
    static let all = DateSegment(low: .min, high: .max)
}
