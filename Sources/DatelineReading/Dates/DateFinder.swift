/// Finds dates in bytes of UTF-8, in one pass: every form begins at a digit and is tried over a bounded stretch.
struct DateFinder {
    let bytes: [UInt8]
    let end: Int
    /// Nothing before it is looked at: the start of the bytes, or the end of the date found last.
    private(set) var start: Int
    /// `23.08.22`: only where a date is looked for, not in text, where it may be the number of a version.
    let allowsShortYear: Bool

    init(_ bytes: [UInt8], in range: Range<Int>, allowsShortYear: Bool = false) {
        self.bytes = bytes
        self.allowsShortYear = allowsShortYear
        start = range.lowerBound
        end = range.upperBound
    }

    /// - Parameter limit: stops after so many.
    func find(limit: Int = 32) -> [FoundDate] {
        var finder = self
        return finder.search(limit: limit)
    }

    private mutating func search(limit: Int) -> [FoundDate] {
        var found: [FoundDate] = []
        var pending: (clock: Clock, start: Int)?
        var index = start
        while index < end, found.count < limit {
            index = ByteText.nextDigit(in: bytes, from: index, to: end)
            guard index < end else { break }
            let run = digitRun(at: index)
            if var date = date(at: index, run: run) {
                if let (clock, clockStart) = pending, date.time == nil, joins(clock.end, date.range.lowerBound) {
                    date.time = clock.time
                    date.zone = clock.zone
                    date.range = clockStart..<date.range.upperBound
                }
                pending = nil
                index = date.range.upperBound
                start = index
                found.append(date)
            } else if canStart(index), run.count <= 2, let clock = clock(at: index) {
                pending = (clock, index)
                index = max(run.upperBound, clock.end)
                // "14:22-12 May 2023": the day begins behind the dash.
                if index + 1 < end, bytes[index] == UInt8(ascii: "-"), ByteText.isDigit(bytes[index + 1]) {
                    index += 1
                    start = index
                }
            } else {
                index = run.upperBound
            }
        }
        return found
    }

    /// Where the digits that begin at `index` end.
    func digitRun(at index: Int) -> Range<Int> {
        var stop = index
        while stop < end, ByteText.isDigit(bytes[stop]) { stop += 1 }
        return index..<stop
    }

    /// The number written by at most nine digits.
    func number(_ range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// A number that goes on from a digit, a path, a sum of money, a hash or a word isn't the start of a date or time.
    private func canStart(_ index: Int) -> Bool {
        guard index > start else { return true }
        let previous = bytes[index - 1]
        switch previous {
        case UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "%"),
            UInt8(ascii: "+"):
            return false
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ":"):
            return index - 1 == start || !ByteText.isDigit(bytes[index - 2])
        default: return !ByteText.isASCIILetter(previous)
        }
    }

    private func date(at index: Int, run: Range<Int>) -> FoundDate? {
        let freestanding = canStart(index)
        // A lost space: "Updated3/26/2024".
        let afterWord = index > start && ByteText.isLower(bytes[index - 1])
        guard freestanding || afterWord else { return nil }
        var core: DateCore?
        switch run.count {
        case 1, 2:
            core = numeric(run)
            if core == nil { core = freestanding ? dayFirst(run) ?? monthFirst(run) : dayFirst(run).flatMap { $0.day.hasYear ? $0 : nil } }
        case 4...: core = yearFirst(run) ?? (freestanding ? monthAndYear(run) : nil)
        default: break
        }
        guard let core else { return nil }
        return complete(core)
    }

    /// Adds the weekday before and the time after.
    private func complete(_ core: DateCore) -> FoundDate {
        var date = FoundDate(range: core.range, day: core.day, isDotted: core.isDotted, doubtfulMonth: core.doubtfulMonth)
        if let (weekday, weekdayStart) = weekday(before: core.range.lowerBound) {
            date.weekday = weekday
            date.range = weekdayStart..<date.range.upperBound
        }
        if let (weekday, weekdayEnd) = weekday(after: core.range.upperBound), date.weekday == nil {
            date.weekday = weekday
            date.range = date.range.lowerBound..<weekdayEnd
        }
        guard core.takesTime, let clock = clock(after: date.range.upperBound) else { return date }
        date.time = clock.time
        date.zone = clock.zone
        date.range = date.range.lowerBound..<clock.end
        return date
    }

    /// Only separators, and few, lie between a time and its date.
    private func joins(_ from: Int, _ to: Int) -> Bool {
        guard from <= to, to - from <= 12 else { return false }
        return skipSeparators(from, words: true) >= to
    }
}

/// The day part of a date.
struct DateCore {
    var range: Range<Int>
    var day: PrintedDay
    var takesTime = true
    var isDotted = false
    var doubtfulMonth: DoubtfulMonth?
}
