import DatelineReading
import Testing

@Suite struct DecodingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let text: String
        let encoding: String
        var replaced = 0

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "ASCII", bytes: Array("Karsh\n".utf8), text: "Karsh\n", encoding: "utf-8"),
        Row(name: "empty", bytes: [], text: "", encoding: "utf-8"),
        Row(name: "UTF-8", bytes: Array("Zoë — “yes”".utf8), text: "Zoë — “yes”", encoding: "utf-8"),
        Row(name: "UTF-8 with mark", bytes: [0xEF, 0xBB, 0xBF] + Array("Zoë".utf8), text: "Zoë", encoding: "utf-8"),
        Row(name: "mark in the middle", bytes: Array("Ka\u{FEFF}rsh".utf8), text: "Karsh", encoding: "utf-8"),
        Row(name: "UTF-16 LE with mark", bytes: [0xFF, 0xFE] + utf16("Zoë 𝄞", little: true), text: "Zoë 𝄞", encoding: "utf-16le"),
        Row(name: "UTF-16 BE with mark", bytes: [0xFE, 0xFF] + utf16("Zoë 𝄞", little: false), text: "Zoë 𝄞", encoding: "utf-16be"),
        Row(name: "UTF-16 LE without mark", bytes: utf16("Karsh port\n", little: true), text: "Karsh port\n", encoding: "utf-16le"),
        Row(name: "UTF-16 BE without mark", bytes: utf16("Karsh port\n", little: false), text: "Karsh port\n", encoding: "utf-16be"),
        Row(
            name: "lone high surrogate", bytes: [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00], text: "A\u{FFFD}B", encoding: "utf-16le",
            replaced: 2),
        Row(name: "lone low surrogate", bytes: [0xFE, 0xFF, 0xDC, 0x00, 0x00, 0x42], text: "\u{FFFD}B", encoding: "utf-16be", replaced: 2),
        Row(
            name: "Windows-1252", bytes: Array("Zo".utf8) + [0xEB, 0x20, 0x93] + Array("yes".utf8) + [0x94, 0x97, 0x80],
            text: "Zoë “yes”—€", encoding: "windows-1252"),
        Row(
            name: "undefined bytes of Windows-1252", bytes: Array("caf".utf8) + [0xE9, 0x20, 0x81, 0x8D, 0xE0], text: "café à",
            encoding: "windows-1252"),
        Row(
            name: "a bad byte among good UTF-8", bytes: Array("Zoë and José ".utf8) + [0xFF] + Array(" met".utf8),
            text: "Zoë and José \u{FFFD} met", encoding: "utf-8", replaced: 1),
        Row(
            name: "a sequence cut short", bytes: Array("Zoë é ".utf8) + [0xE2, 0x80], text: "Zoë é \u{FFFD}", encoding: "utf-8", replaced: 2
        ),
        Row(
            name: "overlong slash", bytes: Array("Zoë é ü ".utf8) + [0xC0, 0xAF], text: "Zoë é ü \u{FFFD}\u{FFFD}", encoding: "utf-8",
            replaced: 2),
        Row(
            name: "surrogate in UTF-8 (CESU-8)", bytes: Array("é é é é ".utf8) + [0xED, 0xA0, 0x80],
            text: "é é é é \u{FFFD}\u{FFFD}\u{FFFD}", encoding: "utf-8", replaced: 3),
        Row(
            name: "beyond Unicode", bytes: Array("é é é é é ".utf8) + [0xF4, 0x90, 0x80, 0x80],
            text: "é é é é é \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", encoding: "utf-8", replaced: 4),
        Row(name: "CRLF", bytes: Array("a\r\nb\r\n\r\nc".utf8), text: "a\nb\n\nc", encoding: "utf-8"),
        Row(name: "lone CR", bytes: Array("a\rb\r\rc".utf8), text: "a\nb\n\nc", encoding: "utf-8"),
        Row(name: "mixed line ends", bytes: Array("a\r\nb\rc\nd\n\re".utf8), text: "a\nb\nc\nd\n\ne", encoding: "utf-8"),
        Row(
            name: "line and page separators", bytes: Array("a\u{2028}b\u{2029}c\u{85}d\u{0C}e".utf8), text: "a\nb\nc\nd\ne",
            encoding: "utf-8"),
        Row(name: "NUL", bytes: Array("Karsh po".utf8) + [0] + Array("rt is open".utf8), text: "Karsh port is open", encoding: "utf-8"),
        Row(
            name: "escape sequence", bytes: Array("Karsh \u{1B}[31mport\u{1B}[0m is open again today".utf8),
            text: "Karsh [31mport[0m is open again today", encoding: "utf-8"),
    ]

    @Test(arguments: rows) func decode_row_givesTextAndEncoding(_ row: Row) throws {
        let decoded = try TextDecoding.decode(row.bytes)
        #expect(Array(decoded.text.unicodeScalars) == Array(row.text.unicodeScalars))
        #expect(decoded.encoding == row.encoding)
        #expect(decoded.replacedBytes == row.replaced)
    }

    static let binaries: [(String, [UInt8])] = [
        ("NULs only", Array(repeating: 0, count: 8192)),
        ("one NUL", [0]),
        (
            "a hole of NULs in text",
            Array("Karsh port is open.\n".utf8) + Array(repeating: 0, count: 100) + Array(repeating: 0x41, count: 5000)
        ),
        ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]),
        ("PDF", Array("%PDF-1.7\n1 0 obj\n".utf8)),
        ("ZIP", [0x50, 0x4B, 0x03, 0x04, 20, 0]),
        ("noise", noise(4096)),
        ("controls", Array(repeating: 0x01, count: 200)),
    ]

    @Test(arguments: binaries) func decode_binary_isRefused(_ row: (String, [UInt8])) {
        #expect(throws: ReadingError.binaryContent) { try TextDecoding.decode(row.1) }
    }

    @Test func decode_oddUTF16_isReportedAsTruncated() throws {
        let decoded = try TextDecoding.decode([0xFF, 0xFE] + Self.utf16("Karsh", little: true) + [0x41])
        #expect(decoded.text == "Karsh")
        #expect(decoded.isTruncated)
        #expect(decoded.replacedBytes == 1)
    }

    @Test func decode_nul_isCounted() throws {
        let decoded = try TextDecoding.decode(Array("Headline nul\nBody of nul, long enough.\na".utf8) + [0] + Array("b tail\n".utf8))
        #expect(decoded.hasNUL)
        #expect(decoded.removedNULs == 1)
        #expect(decoded.text.hasSuffix("ab tail\n"))
    }

    @Test func decode_allBytesInWindows1252_giveACharacterOrAreCounted() throws {
        let bytes = (0x80...0xFF).map { UInt8($0) }.flatMap { [UInt8(ascii: "x"), UInt8(ascii: "y"), $0] }
        let decoded = try TextDecoding.decode(bytes)
        #expect(decoded.encoding == "windows-1252")
        #expect(decoded.removedControls == 5)
        #expect(decoded.text.unicodeScalars.count == 128 * 3 - 5)
    }

    @Test func decode_crlfAndLF_giveTheSameText() throws {
        let unix = "Headline\n\nBody of the page.\n"
        let dos = unix.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try TextDecoding.decode(Array(dos.utf8)).text == unix)
    }

    @Test func decode_manyMarksOnOneLetter_areCutAndFlagged() throws {
        let decoded = try TextDecoding.decode(Array(("e" + String(repeating: "\u{301}", count: 1000)).utf8))
        #expect(decoded.text.unicodeScalars.count == 1 + TextDecoding.maximumMarks)
        #expect(decoded.removedMarks == 1000 - TextDecoding.maximumMarks)
        #expect(decoded.hasOddUnicode)
    }

    @Test(arguments: ["a\u{202E}b", String(repeating: "a\u{200B}", count: 100), String(repeating: "\u{FFFD}", count: 100)])
    func decode_oddUnicode_isFlagged(_ text: String) throws {
        #expect(try TextDecoding.decode(Array(text.utf8)).hasOddUnicode)
    }

    @Test(arguments: ["Zoë", "می‌خواهم", "👩‍👩‍👧", "a\u{200B}b"]) func decode_usualUnicode_isNotFlagged(_ text: String) throws {
        #expect(try !TextDecoding.decode(Array(text.utf8)).hasOddUnicode)
    }

    static func utf16(_ text: String, little: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return little ? pair : pair.reversed()
        }
    }

    /// The same bytes on every run.
    static func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }
}
