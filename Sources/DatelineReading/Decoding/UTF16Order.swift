/// The two byte orders of UTF-16.
enum UTF16Order {
    case little, big

    /// By byte order mark, else by where the NULs of mostly Latin text fall.
    ///
    /// - Returns: the order and where the text starts; nil where this is no UTF-16.
    static func detect(_ bytes: [UInt8]) -> (UTF16Order, start: Int)? {
        if bytes.starts(with: [0xFF, 0xFE]) { return (.little, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.big, 2) }
        let sample = bytes.prefix(4096)
        guard sample.count >= 4, ByteText.holdsNUL(sample) else { return nil }
        var nuls = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { nuls.even += 1 } else { nuls.odd += 1 }
        }
        let half = sample.count / 2
        if nuls.odd * 10 >= half * 4, nuls.even * 20 <= half, isReadable(sample, in: .little) { return (.little, 0) }
        if nuls.even * 10 >= half * 4, nuls.odd * 20 <= half, isReadable(sample, in: .big) { return (.big, 0) }
        return nil
    }

    /// Whether the units with a NUL in their upper half are letters, digits, signs and white space: small numbers aren't text.
    private static func isReadable(_ sample: ArraySlice<UInt8>, in order: UTF16Order) -> Bool {
        var index = sample.startIndex
        var good = 0
        var all = 0
        while index + 1 < sample.endIndex {
            let (low, high) = order == .little ? (sample[index], sample[index + 1]) : (sample[index + 1], sample[index])
            index += 2
            guard high == 0 else { continue }
            all += 1
            if low >= 0x20 && low != 0x7F && !(0x80..<0xA0).contains(low) || low == 0x0A || low == 0x0D || low == 0x09 { good += 1 }
        }
        return good * 20 >= all * 19
    }

    /// - Returns: the bytes of unpaired surrogates, and of a last half unit, that had to be replaced.
    static func decode(_ bytes: ArraySlice<UInt8>, order: UTF16Order, into cleaner: inout TextCleaner) -> Int {
        var replaced = bytes.count % 2
        var high: UInt32?
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let first = UInt32(bytes[index])
            let second = UInt32(bytes[index + 1])
            index += 2
            let unit = order == .little ? second << 8 | first : first << 8 | second
            if let lead = high {
                high = nil
                if (0xDC00...0xDFFF).contains(unit) {
                    cleaner.append(Unicode.Scalar(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00)) ?? "\u{FFFD}")
                    continue
                }
                cleaner.append("\u{FFFD}")
                replaced += 2
            }
            if (0xD800...0xDBFF).contains(unit) {
                high = unit
            } else if let scalar = Unicode.Scalar(unit) {
                cleaner.append(scalar)
            } else {
                cleaner.append("\u{FFFD}")
                replaced += 2
            }
        }
        if high != nil {
            cleaner.append("\u{FFFD}")
            replaced += 2
        }
        return replaced
    }
}
