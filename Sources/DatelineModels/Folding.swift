import Foundation

/// The one place that says when two names count as the same: blind to case, accents and width, the same in every locale.
///
/// Compatibility decomposition (Unicode NFKD), non-spacing marks dropped, then upper and lower case mappings scalar by
/// scalar, so that `Straße` = `STRASSE`, `ﬁ` = `fi`, `Ａ` = `a`, and `İ`, `I`, `ı`, `i` are one. Homoglyphs of other scripts
/// stay distinct. Runs of white space become one space.
public enum Folding {
    /// The key under which a name is stored and compared, as bytes. Expects text that passed ``TextRules``.
    public static func fold(_ text: String) -> String {
        var text = text
        return text.withUTF8 { foldASCII($0) } ?? foldUnicode(text)
    }

    /// - Returns: nil where the text isn't ASCII.
    private static func foldASCII(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: text.count) { folded in
            var count = 0
            var pendingSpace = false
            for byte in text {
                if byte == 0x20 || (0x09...0x0d).contains(byte) {
                    pendingSpace = count > 0
                    continue
                }
                if pendingSpace {
                    folded[count] = 0x20
                    count += 1
                    pendingSpace = false
                }
                folded[count] = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }

    /// ASCII is folded as it is. What lies between is decomposed piece by piece, which comes to the same as decomposing the whole:
    /// no mark moves across an ASCII character, since none has a combining class (Unicode §3.11).
    private static func foldUnicode(_ text: String) -> String {
        var folded = FoldedText(capacity: text.utf8.count)
        var text = text
        text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] < 0x80 {
                    folded.append(ascii: bytes[index])
                    index += 1
                    continue
                }
                if let letter = latin(bytes, index) {
                    folded.append(letter)
                    index += 2
                    continue
                }
                let start = index
                while index < bytes.count, bytes[index] >= 0x80, latin(bytes, index) == nil { index += 1 }
                let piece = UnsafeBufferPointer(rebasing: bytes[start..<index])
                if !folded.append(typographic: piece) { fold(String(decoding: piece, as: UTF8.self), into: &folded) }
            }
        }
        return folded.text
    }

    /// Letters of Europe, U+00C0 to U+017F, as they are folded. They may be taken out of a piece one by one, too: their marks are dropped
    /// wherever they would move to.
    private static let latin: [[UInt8]] = (0xC0...0x17F as ClosedRange<UInt32>).map { value in
        var folded = FoldedText(capacity: 4)
        if let scalar = Unicode.Scalar(value) { fold(String(scalar), into: &folded) }
        return folded.bytes
    }

    private static func latin(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> [UInt8]? {
        guard (0xC3...0xC5).contains(bytes[index]), index + 1 < bytes.count else { return nil }
        return latin[Int(bytes[index] & 0x1F) << 6 + Int(bytes[index + 1] & 0x3F) - 0xC0]
    }

    private static func fold(_ piece: String, into folded: inout FoldedText) {
        for scalar in piece.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                folded.appendSpace()
                continue
            }
            let category = scalar.properties.generalCategory
            if category == .nonspacingMark || category == .enclosingMark || category == .format { continue }
            folded.endSpace()
            if let replacement = letters[scalar] {
                folded.append(replacement)
                continue
            }
            for upper in scalar.properties.uppercaseMapping.unicodeScalars {
                for lower in upper.properties.lowercaseMapping.unicodeScalars where lower.properties.generalCategory != .nonspacingMark {
                    folded.append(lower)
                }
            }
        }
    }

    /// Latin letters that carry their stroke or ligature without a decomposition.
    private static let letters: [Unicode.Scalar: String] = [
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d",
    ]
}

/// Bytes of a text on its way through ``Folding``.
private struct FoldedText {
    private(set) var bytes: [UInt8] = []
    private var pendingSpace = false

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(ascii byte: UInt8) {
        if byte == 0x20 || (0x09...0x0d).contains(byte) { return appendSpace() }
        endSpace()
        bytes.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
    }

    /// - Returns: false where the piece isn't one dash or quotation mark, which folding leaves as it is.
    mutating func append(typographic piece: UnsafeBufferPointer<UInt8>) -> Bool {
        guard piece.count == 3, piece[0] == 0xE2, piece[1] == 0x80 else { return false }
        switch piece[2] {
        // En and em dash, horizontal bar; single and double quotation marks.
        case 0x93...0x95, 0x98...0x9F:
            endSpace()
            bytes.append(contentsOf: piece)
            return true
        default: return false
        }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    mutating func append(_ letter: [UInt8]) {
        endSpace()
        bytes.append(contentsOf: letter)
    }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// White space counts once, and not at the ends.
    mutating func appendSpace() { pendingSpace = !bytes.isEmpty }

    mutating func endSpace() {
        if pendingSpace { bytes.append(0x20) }
        pendingSpace = false
    }
}
