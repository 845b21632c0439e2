/// A short line that says when the page was published, and perhaps by whom.
struct MetadataLine {
    struct LabelledDate {
        let found: FoundDate
        let label: Label
        let raw: String
    }

    enum Label { case none, published, modified }

    var dates: [LabelledDate] = []
    var byline: Byline?
    /// "5 hours ago"
    var relative: (raw: String, label: Label)?
    /// Nothing else is in the line.
    var isPure = false

    var hasLabel: Bool { dates.contains { $0.label != .none } || relative.map { $0.label != .none } == true }

    /// - Parameters:
    ///   - line: at most ``LineKey/maximumBytes``.
    ///   - inherited: what a line before said that consists of a label only.
    init(_ line: ArraySlice<UInt8>, endsWithStop: Bool, inherited: Label = .none) {
        let bytes = DigitNormaliser.ascii(line)
        let found = DateFinder(bytes, in: 0..<bytes.count).find()
        var rest: [UInt8] = []
        var position = 0
        for (index, date) in found.enumerated() {
            let before = bytes[position..<date.range.lowerBound]
            var label = MetadataWords.label(before)
            if label == .none, index == 0 { label = inherited }
            dates.append(LabelledDate(found: date, label: label, raw: ByteText.string(bytes[date.range])))
            rest += before
            rest.append(UInt8(ascii: "|"))
            position = date.range.upperBound
        }
        rest += bytes[position...]
        read(rest: ByteText.string(rest[...]))
        if endsWithStop, !hasLabel, byline == nil { isPure = false }
    }

    private mutating func read(rest: String) {
        var names = 0
        var pure = true
        for segment in MetadataWords.segments(rest) {
            if MetadataWords.isOnlyLabels(segment) { continue }
            if let age = MetadataWords.relative(segment) {
                relative = relative ?? (segment, age)
            } else if byline == nil, let credit = Byline(MetadataWords.withoutTrailingLabels(segment)) {
                byline = credit
            } else if MetadataWords.isPlaceOrSource(segment) {
                names += 1
            } else {
                pure = false
            }
        }
        isPure = pure && names <= 2 && (!dates.isEmpty || relative != nil || byline != nil && names == 0)
    }
}

/// Turns Arabic-Indic digits into ASCII ones.
enum DigitNormaliser {
    static func ascii(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(line.count)
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            if index + 1 < line.endIndex {
                let next = line[index + 1]
                if byte == 0xD9, (0xA0...0xA9).contains(next) {
                    result.append(0x30 + next - 0xA0)
                    index += 2
                    continue
                }
                if byte == 0xDB, (0xB0...0xB9).contains(next) {
                    result.append(0x30 + next - 0xB0)
                    index += 2
                    continue
                }
            }
            result.append(byte)
            index += 1
        }
        return result
    }
}
