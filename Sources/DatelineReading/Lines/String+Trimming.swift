/// Trimming of short strings.
extension String {
    var trimmedSpaces: String { trimmed { $0.isWhitespace } }

    var trimmingPunctuation: String { trimmed { !$0.isAlphabetic && !("0"..."9").contains($0) } }

    /// Without pictures and signs of icon fonts at both ends: "✍️ Lena Marsk 📧".
    var trimmedSymbols: String { trimmed { $0.isWhitespace || $0.isSymbol } }

    /// Without any of these marks, and white space, at the end; white space at the beginning goes, too.
    func trimmedEnd(of marks: String) -> String {
        let drops = { (scalar: Unicode.Scalar) in scalar.isWhitespace || marks.unicodeScalars.contains(scalar) }
        guard let last = unicodeScalars.lastIndex(where: { !drops($0) }) else { return "" }
        return String(unicodeScalars[...last]).trimmedSpaces
    }

    /// Without any of these marks, and white space, at the beginning.
    func trimmedStart(of marks: String) -> String {
        let drops = { (scalar: Unicode.Scalar) in scalar.isWhitespace || marks.unicodeScalars.contains(scalar) }
        return String(unicodeScalars.drop(while: drops))
    }

    /// Without one full stop at the end.
    var trailingStopRemoved: String { hasSuffix(".") ? String(dropLast()).trimmedSpaces : self }

    /// - Parameter mark: ASCII.
    func prefixBefore(_ mark: Unicode.Scalar) -> String { String(utf8Prefix { $0 == UInt8(ascii: mark) }).trimmedSpaces }

    private func trimmed(_ drops: (Unicode.Scalar) -> Bool) -> String {
        guard let first = unicodeScalars.firstIndex(where: { !drops($0) }), let last = unicodeScalars.lastIndex(where: { !drops($0) })
        else { return "" }
        let end = unicodeScalars.index(after: last)
        return first == startIndex && end == endIndex ? self : String(unicodeScalars[first..<end])
    }

    /// At most so many bytes, cut between scalars.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var kept = ""
        var size = 0
        for scalar in unicodeScalars {
            size += UTF8.width(scalar)
            if size > limit { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept
    }
}

extension Unicode.Scalar {
    /// A picture, a dingbat, or a sign of a font of icons.
    fileprivate var isSymbol: Bool {
        guard value >= 0x80 else { return false }
        return switch properties.generalCategory {
        case .otherSymbol, .privateUse, .format: true
        case .nonspacingMark: value == 0xFE0F
        default: false
        }
    }
}
