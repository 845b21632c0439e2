/// Notices UTF-8 that somebody read as Windows-1252 (or Latin-1) and wrote down again: "â€™" for "’", "Ã©" for "é".
///
/// It looks at pairs and triples of characters whose Windows-1252 bytes would be one UTF-8 sequence, and of those only at such
/// as no language writes: a closing quotation mark after "Ã" or "Â" may be real.
struct MojibakeWatch {
    private(set) var isAlarmed = false
    private var lead: UInt8 = 0
    /// The second of a sequence of three.
    private var second: UInt8 = 0
    /// Pairs of one alphabet that follow one another.
    private var run = 0

    mutating func reset() {
        lead = 0
        second = 0
        run = 0
    }

    /// - Parameter value: a scalar beyond ASCII.
    mutating func add(_ value: UInt32) {
        guard !isAlarmed else { return }
        guard let byte = Windows1252.byte(of: value) else { return reset() }
        defer { if lead == 0 { begin(byte) } }
        switch lead {
        case 0xC2, 0xC3:
            lead = 0
            if Self.isTelling(byte) { isAlarmed = true }
        case 0xE2:
            if second != 0 {
                lead = 0
                if (0x80...0xBF).contains(byte) { isAlarmed = true }
            } else if byte == 0x80 {
                isAlarmed = true
            } else if (0x81...0x84).contains(byte) {
                second = byte
            } else {
                lead = 0
            }
        case 0xD0, 0xD1, 0xD8, 0xD9:
            lead = 0
            guard (0x80...0xBF).contains(byte) else { return reset() }
            run += 1
            if run >= 2 { isAlarmed = true }
        default: break
        }
    }

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0xC2, 0xC3, 0xE2, 0xD0, 0xD1, 0xD8, 0xD9: lead = byte
        case 0x80...0xBF: break
        default: run = 0
        }
        second = 0
    }

    /// A continuation byte whose character isn't one that may follow any letter: quotation marks, dashes, an ellipsis.
    private static func isTelling(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x9B, 0xAB, 0xBB: false
        case 0x80...0xBF: true
        default: false
        }
    }
}
