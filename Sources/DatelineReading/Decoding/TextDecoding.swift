/// Finds out how bytes are encoded and turns them into text.
public enum TextDecoding {
    /// The longest run of combining marks that is kept.
    public static let maximumMarks = 30

    /// Decodes by byte order mark, then by the pattern of NULs (UTF-16), then as UTF-8, then as declared, else as Windows-1252.
    ///
    /// A few bad bytes among good UTF-8 stay UTF-8 and are counted; text that holds more bad bytes than good sequences is
    /// Windows-1252 in the WHATWG form, which has a character for each of the 256 bytes.
    ///
    /// - Parameter declared: the encoding that a document says it is in. It has no say where the bytes are UTF-8 or UTF-16.
    /// - Throws: ``ReadingError/binaryContent`` where the bytes are no text, ``ReadingError/unsupportedEncoding`` where only the
    ///   declared encoding could tell what they mean and it isn't one of these.
    public static func decode(
        _ bytes: [UInt8], declared: String? = nil, budget: ReadingBudget = .unlimited
    ) throws(ReadingError) -> DecodedText {
        if BinaryContent.hasKnownSignature(bytes) { throw .binaryContent }
        var cleaner = TextCleaner(capacity: bytes.count)
        var encoding = "utf-8"
        var replaced = 0
        var truncated = false
        if let (order, start) = UTF16Order.detect(bytes) {
            encoding = order == .little ? "utf-16le" : "utf-16be"
            replaced = UTF16Order.decode(bytes[start...], order: order, into: &cleaner)
            truncated = (bytes.count - start) % 2 == 1
        } else {
            if BinaryContent.looksBinary(bytes) { throw .binaryContent }
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            let content = hasMark ? bytes[3...] : bytes[...]
            let survey = UTF8Survey(content)
            try budget.check()
            if hasMark || survey.isUTF8 {
                replaced = survey.badBytes
                truncated = survey.endsWithin
                UTF8Survey.decode(content, into: &cleaner)
            } else {
                (encoding, replaced) = try decode(content, asDeclared: declared, into: &cleaner)
            }
        }
        if cleaner.looksBinary { throw .binaryContent }
        try budget.check()
        return cleaner.finish(encoding: encoding, replacedBytes: replaced, isTruncated: truncated)
    }

    /// - Returns: the name of the encoding, and the bytes that stand for nothing in it.
    private static func decode(
        _ content: ArraySlice<UInt8>, asDeclared label: String?, into cleaner: inout TextCleaner
    ) throws(ReadingError) -> (encoding: String, replaced: Int) {
        cleaner.watchesForMojibake = false
        if let single = label.flatMap(SingleByteEncoding.init) {
            var replaced = 0
            for byte in content {
                let scalar = single.scalar(byte)
                if scalar == "\u{FFFD}" { replaced += 1 }
                cleaner.append(scalar)
            }
            return (single.name, replaced)
        }
        if let multiple = label.flatMap(MultiByteEncoding.init) {
            guard let replaced = multiple.decode(content, into: &cleaner) else { throw .unsupportedEncoding }
            return (multiple.name, replaced)
        }
        if let label, !Windows1252.labels.contains(label), !["utf-8", "utf8"].contains(label) { throw .unsupportedEncoding }
        for byte in content { cleaner.append(Windows1252.scalar(byte)) }
        return ("windows-1252", 0)
    }

    /// Whether NULs alone keep the bytes from being text, as in a file whose size is set and whose content isn't written yet.
    public static func isUnwritten(_ bytes: [UInt8]) -> Bool {
        !BinaryContent.hasKnownSignature(bytes) && UTF16Order.detect(bytes) == nil && BinaryContent.looksBinary(bytes)
    }

    /// Whether it reads like UTF-8 that somebody took for Windows-1252 before it was written down.
    public static func hasMojibake(_ text: String) -> Bool {
        var watch = MojibakeWatch()
        let bytes = Array(text.utf8)[...]
        var index = ByteText.endOfASCII(bytes, from: 0)
        while index < bytes.endIndex {
            let start = index
            while index < bytes.endIndex, bytes[index] >= 0x80 { index += 1 }
            for scalar in ByteText.string(bytes[start..<index]).unicodeScalars { watch.add(scalar.value) }
            watch.reset()
            index = ByteText.endOfASCII(bytes, from: index)
        }
        return watch.isAlarmed
    }

    /// Cleans text that is already decoded, as ``decode(_:declared:budget:)`` does.
    public static func clean(_ text: String) -> DecodedText {
        var cleaner = TextCleaner(capacity: text.utf8.count)
        for scalar in text.unicodeScalars { cleaner.append(scalar) }
        return cleaner.finish(encoding: "utf-8", replacedBytes: 0, isTruncated: false)
    }
}
