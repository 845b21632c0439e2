import DatelineModels

/// A page as its lines, with what each step has found out about them.
struct Page {
    let bytes: [UInt8]
    private(set) var lines: [PageLine] = []
    /// Same count as `lines`.
    var roles: [LineRole] = []
    /// Lines that go on the paragraph of the line before: text that was wrapped. Same count as `lines`.
    private(set) var continues: [Bool] = []

    /// - Parameter continuing: numbers of lines that go on the paragraph of the line before, as far as that is known.
    init(_ text: String, continuing: Set<Int> = [], budget: ReadingBudget = .unlimited) throws(ReadingError) {
        bytes = Array(text.utf8)
        try splitLines(budget)
        roles = Array(repeating: .undecided, count: lines.count)
        continues = WrappedText.continuations(lines)
        guard !continuing.isEmpty else { return }
        for index in lines.indices where continuing.contains(lines[index].number.asInt) && !lines[index].startsBlock {
            continues[index] = true
        }
    }

    func text(_ index: Int) -> String { ByteText.string(bytes[lines[index].range]) }

    private mutating func splitLines(_ budget: ReadingBudget) throws(ReadingError) {
        var number = 1
        var start = 0
        var afterBlank = true
        var index = 0
        while index <= bytes.count {
            index = ByteText.next(0x0A, in: bytes, from: index, to: bytes.count) ?? bytes.count
            let range = trimmed(start..<index)
            if range.isEmpty {
                afterBlank = true
            } else {
                append(range, number: number, startsBlock: afterBlank)
                afterBlank = false
            }
            try budget.check(step: number)
            number += 1
            index += 1
            start = index
        }
    }

    /// A label that lost its line break becomes a line of its own.
    private mutating func append(_ range: Range<Int>, number: Int, startsBlock: Bool) {
        let label = GluedLabel.length(in: bytes, range)
        guard label > 0 else {
            lines.append(PageLine(number: number, range: range, startsBlock: startsBlock, in: bytes))
            return
        }
        let middle = range.lowerBound + label
        lines.append(PageLine(number: number, range: range.lowerBound..<middle, startsBlock: startsBlock, in: bytes))
        lines.append(PageLine(number: number, range: middle..<range.upperBound, startsBlock: true, in: bytes))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let length = ByteText.lengthOfSpace(at: start, in: bytes, end: range.upperBound)
            if length == 0 { break }
            start += length
        }
        var end = range.upperBound
        while end > start {
            let length = ByteText.lengthOfScalar(endingAt: end, from: start, in: bytes)
            guard ByteText.lengthOfSpace(at: end - length, in: bytes, end: end) == length else { break }
            end -= length
        }
        return start..<end
    }
}

/// What a line turned out to be.
enum LineRole: Equatable {
    case undecided
    /// A sentence or more: part of the article unless it lies in a block that isn't.
    case prose
    /// Short and with a stop at its end.
    case sentence
    /// Could be a headline, of this article or another.
    case title
    /// Neither: fragments, lists, odd lines.
    case other
    case removed(RemovalReason)

    var isRemoved: Bool {
        if case .removed = self { true } else { false }
    }
}
