import DatelineModels

/// Finds lines at the head of a page that tell where on the site it is: they end in the headline, whole or cut.
enum PagePaths {
    private static let headLines = 80
    /// How far below the headline may stand.
    private static let reach = 16
    private static let longest = 400
    /// So many bytes of the headline must be there.
    private static let fewest = 16
    /// Of the sections before it.
    private static let longestPath = 90

    /// Path and headline, as indices of lines.
    static func find(in page: Page) -> [(path: Int, headline: Int)] {
        var found: [(path: Int, headline: Int)] = []
        for path in page.lines.indices.prefix(headLines) where (fewest...longest).contains(page.lines[path].length) {
            var line = page.bytes[page.lines[path].range]
            let isCut = dropDots(&line)
            guard
                isCut
                    || line.contains(where: {
                        $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "|") || $0 == 0xBA || $0 == 0xBB
                    })
            else { continue }
            let headline = (path + 1..<max(path + 1, min(path + reach, page.lines.count))).first { index in
                guard page.lines[index].words >= 4, (fewest...longest).contains(page.lines[index].length) else { return false }
                return ends(line, in: page.bytes[page.lines[index].range], isCut: isCut)
            }
            if let headline { found.append((path, headline)) }
        }
        return found
    }

    private static func ends(_ line: ArraySlice<UInt8>, in headline: ArraySlice<UInt8>, isCut: Bool) -> Bool {
        guard let start = ByteText.offset(of: Array(headline.prefix(fewest)), in: line), start > line.startIndex,
            start - line.startIndex <= longestPath
        else { return false }
        let rest = line[start...]
        return isCut ? headline.starts(with: rest) : headline.elementsEqual(rest)
    }

    /// - Returns: whether there were any.
    private static func dropDots(_ line: inout ArraySlice<UInt8>) -> Bool {
        let count = line.count
        while true {
            if line.suffix(3).elementsEqual("…".utf8) {
                line = line.dropLast(3)
            } else if line.suffix(2).elementsEqual("..".utf8) || line.count < count && (line.last == UInt8(ascii: ".") || line.last == 0x20)
            {
                line = line.dropLast()
            } else {
                return line.count < count
            }
        }
    }
}
