/// Finds paragraphs that were broken into lines of about one length.
enum WrappedText {
    /// For each line whether it goes on the paragraph of the line before.
    static func continuations(_ lines: [PageLine]) -> [Bool] {
        var result = Array(repeating: false, count: lines.count)
        var start = 0
        while start < lines.count {
            var stop = start + 1
            while stop < lines.count, !lines[stop].startsBlock { stop += 1 }
            join(lines[start..<stop], &result)
            start = stop
        }
        return result
    }

    private static let longLine = 40
    /// Columns of old papers are as narrow as this, and have many lines.
    private static let narrowLine = 26
    private static let mostNarrow = 60
    private static let columnLines = 6

    private static func join(_ block: ArraySlice<PageLine>, _ result: inout [Bool]) {
        if isWrapped(block) {
            for index in block.indices.dropFirst() { result[index] = true }
        } else if isColumn(block) {
            let width = block.reduce(0) { max($0, $1.length) }
            // A paragraph ends where a line stops short of the margin.
            for index in block.indices.dropFirst() {
                result[index] = !(block[index - 1].endsWithStop && block[index - 1].length * 10 < width * 9)
            }
        }
    }

    /// At least half of the breaks come after a long line without a stop and before a small letter. Two or three lines must
    /// end in a stop, too: a headline over a date in small letters doesn't.
    private static func isWrapped(_ block: ArraySlice<PageLine>) -> Bool {
        guard block.count >= 2, let last = block.last, last.endsWithStop || block.count >= 4 else { return false }
        var soft = 0
        for index in block.indices.dropLast() where block[index].length >= longLine && isBroken(block[index], block[index + 1]) {
            soft += 1
        }
        return soft * 2 >= block.count - 1 && soft > 0
    }

    /// Many lines, none of them long and nearly all of them full, half of which break off within a sentence.
    private static func isColumn(_ block: ArraySlice<PageLine>) -> Bool {
        guard block.count >= columnLines, let last = block.last, last.endsWithStop else { return false }
        let width = block.reduce(0) { max($0, $1.length) }
        guard (narrowLine...mostNarrow).contains(width) else { return false }
        var full = 0
        var soft = 0
        for index in block.indices.dropLast() {
            if block[index].length * 3 >= width * 2 { full += 1 }
            if isBroken(block[index], block[index + 1]) { soft += 1 }
        }
        return full * 5 >= block.count * 4 && soft * 5 >= block.count * 2
    }

    private static func isBroken(_ line: PageLine, _ next: PageLine) -> Bool { !line.endsWithStop && next.startsLower }
}
