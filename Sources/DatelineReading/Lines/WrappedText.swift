/// Finds paragraphs that were broken into lines of about one length.
enum WrappedText {
    /// For each line whether it goes on the paragraph of the line before.
    static func continuations(_ lines: [PageLine]) -> [Bool] {
        var result = Array(repeating: false, count: lines.count)
        var start = 0
        while start < lines.count {
            var stop = start + 1
            while stop < lines.count, !lines[stop].startsBlock { stop += 1 }
            if isWrapped(lines[start..<stop]) {
                for index in start + 1..<stop { result[index] = true }
            }
            start = stop
        }
        return result
    }

    /// At least half of the breaks come after a long line without a stop and before a small letter. Two or three lines must
    /// end in a stop, too: a headline over a date in small letters doesn't.
    private static func isWrapped(_ block: ArraySlice<PageLine>) -> Bool {
        guard block.count >= 2, let last = block.last, last.endsWithStop || block.count >= 4 else { return false }
        var soft = 0
        for index in block.indices.dropLast() where block[index].length >= 40 && !block[index].endsWithStop && block[index + 1].startsLower
        { soft += 1 }
        return soft * 2 >= block.count - 1 && soft > 0
    }
}
