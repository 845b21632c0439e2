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
                if isDigit(byte, next) {
                    result.append(0x30 + next - (byte == 0xD9 ? 0xA0 : 0xB0))
                    index += 2
                    continue
                }
            }
            result.append(byte)
            index += 1
        }
        return result
    }

    /// What of the line became these bytes of ``ascii(_:)``.
    static func printed(_ range: Range<Int>, of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = line.startIndex
        var index = line.startIndex
        for position in 0..<range.upperBound where index < line.endIndex {
            if position == range.lowerBound { start = index }
            index += index + 1 < line.endIndex && isDigit(line[index], line[index + 1]) ? 2 : 1
        }
        return line[start..<index]
    }

    private static func isDigit(_ byte: UInt8, _ next: UInt8) -> Bool {
        byte == 0xD9 && (0xA0...0xA9).contains(next) || byte == 0xDB && (0xB0...0xB9).contains(next)
    }
}
