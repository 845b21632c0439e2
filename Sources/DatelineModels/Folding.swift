import Foundation

/// The one place that says when two names count as the same: blind to case, accents and width, the same in every locale.
///
/// Compatibility decomposition (Unicode NFKD), non-spacing marks dropped, then upper and lower case mappings scalar by
/// scalar, so that `Straße` = `STRASSE`, `ﬁ` = `fi`, `Ａ` = `a`, and `İ`, `I`, `ı`, `i` are one. Homoglyphs of other scripts
/// stay distinct. Runs of white space become one space.
public enum Folding {
    /// The key under which a name is stored and compared, as bytes. Expects text that passed ``TextRules``.
    public static func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for byte in text.utf8 {
            guard byte < 0x80 else { return foldUnicode(text) }
            if byte == 0x20 || (0x09...0x0d).contains(byte) {
                pendingSpace = !bytes.isEmpty
                continue
            }
            if pendingSpace {
                bytes.append(0x20)
                pendingSpace = false
            }
            bytes.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func foldUnicode(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                pendingSpace = !result.isEmpty
                continue
            }
            let category = scalar.properties.generalCategory
            if category == .nonspacingMark || category == .enclosingMark || category == .format { continue }
            if pendingSpace {
                result.append(" ")
                pendingSpace = false
            }
            if let replacement = letters[scalar] {
                result.append(contentsOf: replacement.unicodeScalars)
                continue
            }
            for upper in scalar.properties.uppercaseMapping.unicodeScalars {
                result.append(
                    contentsOf: upper.properties.lowercaseMapping.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
                )
            }
        }
        return String(result)
    }

    /// Latin letters that carry their stroke or ligature without a decomposition.
    private static let letters: [Unicode.Scalar: String] = [
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d",
    ]
}
