/// Windows-1252 as the WHATWG Encoding Standard defines it: every byte is a character, the five undefined ones are controls.
enum Windows1252 {
    /// The labels under which pages claim to be in it (WHATWG Encoding Standard §4.2); Latin-1 and ASCII are among them.
    static let labels: Set<String> = [
        "ansi_x3.4-1968", "ascii", "cp1252", "cp819", "csisolatin1", "ibm819", "iso-8859-1", "iso-ir-100", "iso8859-1", "iso88591",
        "iso_8859-1", "iso_8859-1:1987", "l1", "latin1", "us-ascii", "windows-1252", "x-cp1252",
    ]

    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// The byte that stands for a character beyond ASCII; a C1 control is the byte of its number. nil for all others.
    static func byte(of value: UInt32) -> UInt8? {
        if (0x80...0xFF).contains(value) { return UInt8(truncatingIfNeeded: value) }
        return (0x0152...0x2122).contains(value) ? bytes[value] : nil
    }

    private static let bytes: [UInt32: UInt8] = {
        var result: [UInt32: UInt8] = [:]
        for (index, scalar) in upper.enumerated() where scalar.value > 0xFF { result[scalar.value] = 0x80 + UInt8(index) }
        return result
    }()

    private static let upper: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
    ]
}
