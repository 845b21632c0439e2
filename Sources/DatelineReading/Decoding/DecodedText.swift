/// Text made from bytes, with a count of everything that was changed on the way.
///
/// Line ends are `\n`; NUL and other control characters except `\n` and `\t` are gone, and so is a byte order mark.
public struct DecodedText: Hashable, Sendable {
    public let text: String
    /// As the WHATWG Encoding Standard calls it, in lower case: `utf-8`, `utf-16le`, `windows-1252`, `koi8-r`.
    public let encoding: String
    /// Bytes that were not valid in the encoding and became U+FFFD.
    public let replacedBytes: Int
    /// NULs that were dropped.
    public let removedNULs: Int
    /// Other control characters that were dropped.
    public let removedControls: Int
    /// Combining marks dropped because more than ``TextDecoding/maximumMarks`` followed one another.
    public let removedMarks: Int
    /// Bidirectional overrides, or many invisible or replacement characters.
    public let hasOddUnicode: Bool
    /// The bytes end in the middle of a UTF-16 code unit or of a UTF-8 sequence.
    public let isTruncated: Bool
    /// Somebody before us read UTF-8 as Windows-1252; the text is left as it is.
    public let hasMojibake: Bool

    /// Whether the bytes held a NUL.
    public var hasNUL: Bool { removedNULs > 0 }

    /// What is to be said of it, the gravest first.
    public var warnings: [ReadingWarning] {
        var warnings: [ReadingWarning] = []
        if hasMojibake { warnings.append(.suspectedMojibake) }
        if replacedBytes > 0 { warnings.append(.replacedBytes) }
        if hasNUL { warnings.append(.removedNULs) }
        if removedControls > 0 { warnings.append(.removedControls) }
        if hasOddUnicode { warnings.append(.oddUnicode) }
        if isTruncated { warnings.append(.truncated) }
        return warnings
    }
}
