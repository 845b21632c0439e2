/// Where the sections under labels end, worked out in one pass: a page may have a label in every other line.
struct SectionEnds {
    private let next: [Int]
    private let sums: [Int]

    /// A label in the midst of the text has a few links under it, and then the text goes on.
    private static let proseBytes = 80

    init(_ document: HTMLDocument) {
        let count = document.lines.count
        var next = Array(repeating: count, count: count)
        var sums = Array(repeating: 0, count: count + 1)
        for (index, line) in document.lines.enumerated() { sums[index + 1] = sums[index] + HTMLMeasures.prose(line) }
        var headings: [String: Int] = [:]
        var prose = count
        for index in document.lines.indices.reversed() {
            let name = document.nodes[document.lines[index].node].name
            if HTMLElements.headingLevels[name] != nil {
                next[index] = headings[name] ?? count
                headings[name] = index
            } else {
                next[index] = prose
            }
            if HTMLMeasures.prose(document.lines[index]) >= Self.proseBytes { prose = index }
        }
        self.next = next
        self.sums = sums
    }

    /// The next heading of the same rank behind a heading, and behind another line the next that is text.
    func next(after line: Int) -> Int { next[line] }

    /// Bytes of prose in these lines.
    func prose(_ lines: Range<Int>) -> Int { sums[lines.upperBound] - sums[lines.lowerBound] }
}
