import Foundation

/// What is allowed in a text field, checked on bytes and scalars before any costlier `String` work.
public struct TextRules: Sendable {
    /// The least and most Unicode code points after trimming.
    public let length: ClosedRange<Int>
    /// Whether newline and tab may occur (a body), or not (a name, a headline).
    public let allowsLines: Bool
    /// Whether white space at both ends is dropped.
    public let trims: Bool
    /// The most bytes of UTF-8, where that is the limit that counts.
    public let maximumBytes: Int?

    public init(length: ClosedRange<Int>, allowsLines: Bool = false, trims: Bool = true, maximumBytes: Int? = nil) {
        self.length = length
        self.allowsLines = allowsLines
        self.trims = trims
        self.maximumBytes = maximumBytes
    }

    public static let maximumCombiningMarks = 30

    /// Checks and trims.
    ///
    /// - Returns: the text to keep, or nil with one fault or more added at `location`.
    public func check(_ text: String, at location: Fault.Location, into faults: inout Faults) -> String? {
        // Four bytes a code point at most, so anything longer is refused before it is walked; white space may be trimmed.
        let byteLimit = maximumBytes ?? length.upperBound * 4 + 4096
        guard text.utf8.count <= byteLimit else {
            faults.add(Fault(location, .tooLong, "At most \(limitText) are allowed."))
            return nil
        }
        let kept = trims ? Self.trimmed(text) : text
        let plain = plainCount(kept)
        var count = plain ?? 0
        var marks = 0
        var sound = true
        // Where bytes alone have shown that nothing is at fault, no scalar is left to be looked at.
        let doubtful = plain == nil ? kept : ""
        for scalar in doubtful.unicodeScalars {
            count += 1
            if Self.isControl(scalar), !(allowsLines && (scalar == "\n" || scalar == "\t" || scalar == "\r")) {
                faults.add(
                    Fault(
                        location, .controlCharacter,
                        "Control characters\(allowsLines ? " other than newline and tab" : "") are not allowed."))
                sound = false
                break
            }
            if Self.isCombining(scalar) {
                marks += 1
                if marks > Self.maximumCombiningMarks {
                    faults.add(
                        Fault(location, .combiningMarks, "At most \(Self.maximumCombiningMarks) combining marks may follow one another."))
                    sound = false
                    break
                }
            } else {
                marks = 0
            }
        }
        if sound {
            if count > length.upperBound {
                faults.add(Fault(location, .tooLong, "At most \(limitText) are allowed; these are \(count)."))
                sound = false
            } else if count < length.lowerBound {
                faults.add(
                    Fault(
                        location, .empty,
                        "At least \(length.lowerBound) character\(length.lowerBound == 1 ? "" : "s") other than white space \(length.lowerBound == 1 ? "is" : "are") needed."
                    ))
                sound = false
            }
        }
        guard sound else { return nil }
        return allowsLines && Self.holdsReturn(kept) ? Self.withUnixNewlines(kept) : kept
    }

    /// How many code points a text has, in which bytes alone show that there are neither control characters nor combining marks; nil where
    /// they don't show it.
    private func plainCount(_ text: String) -> Int? {
        var text = text
        return text.withUTF8 { bytes in
            var count = 0
            for index in bytes.indices {
                switch bytes[index] {
                case 0x20..<0x7F: count += 1
                case 0x80..<0xC0: break
                // U+00C0 to U+02FF, and U+2000 to U+203F with dashes and quotation marks.
                case 0xC3...0xCB: count += 1
                case 0xE2 where bytes[index + 1] == 0x80: count += 1
                case 0x09, 0x0A, 0x0D:
                    guard allowsLines else { return nil }
                    count += 1
                default: return nil
                }
            }
            return count
        }
    }

    private var limitText: String {
        maximumBytes.map { "\($0) bytes" } ?? "\(length.upperBound) characters"
    }

    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// At a fifth of what a search through the text's view of UTF-8 costs.
    private static func holdsReturn(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { $0.contains(13) }
    }

    private static func withUnixNewlines(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var afterReturn = false
        for byte in text.utf8 {
            if byte == 13 {
                bytes.append(10)
            } else if byte != 10 || !afterReturn {
                bytes.append(byte)
            }
            afterReturn = byte == 13
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// C0, DEL and C1 (Unicode category Cc).
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
    }

    /// Format characters that can hide or reorder text: zero width ones, bidirectional controls, the byte order mark.
    static func isInvisibleFormat(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format
    }

    static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return false
        }
    }
}
