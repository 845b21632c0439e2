import DatelineModels
import Testing

@testable import DatelineImport

/// Bytes that aren't plain UTF-8, or not wholly text.
@Suite struct EncodingTests {
    private let run = ParsingRun()

    @Test func byteOrderMark_isNoPartOfTheHeadline() throws {
        let parsed = try run.parse([0xEF, 0xBB, 0xBF] + Array(ParsingRun.page("bom").utf8), as: "bom.txt")
        #expect(parsed.articles.first?.draft.headline == "Headline bom" && parsed.encoding == "utf-8")
    }

    @Test(arguments: [true, false], [true, false]) func utf16_withAndWithoutMark_isRead(little: Bool, hasMark: Bool) throws {
        let mark: [UInt8] = hasMark ? (little ? [0xFF, 0xFE] : [0xFE, 0xFF]) : []
        let parsed = try run.parse(mark + ParsingRun.utf16(ParsingRun.page("é"), little: little), as: "a.txt")
        let draft = try #require(parsed.articles.first?.draft)
        #expect(parsed.encoding == (little ? "utf-16le" : "utf-16be"))
        #expect(draft.headline == "Headline é" && draft.body == "Body of é, long enough to be an article.")
    }

    @Test func utf16_ofOtherFormats_isReadToo() throws {
        let json = ParsingRun.utf16("{\"headline\":\"Zoë\",\"body\":\"b\"}", little: true)
        let parsed = try run.parse([0xFF, 0xFE] + json, as: "a.json")
        #expect(parsed.type == "json" && parsed.encoding == "utf-16le" && parsed.articles.first?.draft.headline == "Zoë")
        let feed = "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><channel><item><title>Zoë</title></item></channel></rss>"
        #expect(try run.parse([0xFE, 0xFF] + ParsingRun.utf16(feed, little: false), as: "a.xml").articles.first?.draft.headline == "Zoë")
    }

    @Test func utf16_oddByte_isToldAsTruncated() throws {
        let parsed = try run.parse([0xFF, 0xFE] + ParsingRun.utf16(ParsingRun.page("odd"), little: true) + [0x41], as: "a.txt")
        #expect(parsed.warnings.contains("truncated") && parsed.articles.first?.draft.headline == "Headline odd")
    }

    @Test func windows1252_undefinedBytesIncluded_isRead() throws {
        let bytes =
            Array("Caf".utf8) + [0xE9] + Array(" opens\n\nThe caf".utf8) + [0xE9, 0x20, 0x93] + Array("reopened".utf8)
            + [0x94, 0x81, 0x8D] + Array(" on Friday, they said.\n".utf8)
        let parsed = try run.parse(bytes, as: "a.txt")
        #expect(parsed.encoding == "windows-1252" && parsed.articles.first?.draft.headline == "Café opens")
        #expect(parsed.articles.first?.draft.body == "The café “reopened” on Friday, they said.")
    }

    @Test func badBytes_inGoodUTF8_areReplacedAndCounted() throws {
        let bytes = Array("Zoë and José meet\n\nThey met in Köln ".utf8) + [0xFF, 0xC3] + Array(" and talked at length.\n".utf8)
        let parsed = try run.parse(bytes, as: "a.txt")
        #expect(parsed.encoding == "utf-8" && parsed.replacedBytes == 2 && parsed.warnings.contains("replaced-bytes"))
        #expect(parsed.articles.first?.draft.body == "They met in Köln \u{FFFD}\u{FFFD} and talked at length.")
    }

    @Test func utf8_cutWithinItsOnlyLetter_staysUTF8() throws {
        let parsed = try run.parse(Array("Prices rise again\n\nThey now cost 20 ".utf8) + [0xE2, 0x82], as: "a.txt")
        #expect(parsed.encoding == "utf-8" && parsed.warnings.contains("truncated"))
    }

    @Test func nuls_areRemovedAndWhatFollowsStays() throws {
        let parsed = try run.parse(Array((ParsingRun.page("nul") + "a").utf8) + [0] + Array("b tail\n".utf8), as: "nul.txt")
        #expect(parsed.warnings.contains("removed-nuls"))
        #expect(parsed.articles.first?.draft.body?.hasSuffix("ab tail") == true)
    }

    static let unwritten: [(String, [UInt8])] = [
        ("zeros.txt", Array(repeating: 0, count: 8192)), ("one.txt", [0]),
        ("pre.txt", Array(ParsingRun.page("pre").utf8) + Array(repeating: 0, count: 4096)),
        ("hole.md", Array(repeating: 0, count: 4096) + Array(ParsingRun.page("hole").utf8)),
        ("pre.json", Array("{\"headline\":\"a\"".utf8) + Array(repeating: 0, count: 100)),
        ("zeros.jsonl", Array(repeating: 0, count: 100)), ("zeros.xml", Array(repeating: 0, count: 4096)),
    ]

    @Test(arguments: unwritten) func nulsInsteadOfText_mayBeEarly(_ row: (String, [UInt8])) throws {
        let refusal = try #require(run.refusal(row.1, as: row.0))
        #expect(refusal.reason == "binary-content" && refusal.state == .failed && refusal.mayBeEarly)
    }

    static let binaries: [[UInt8]] = [
        ParsingRun.noise(5000), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], Array("%PDF-1.7\n".utf8) + [0, 0, 1],
        // Small numbers in two bytes each are no UTF-16.
        [1, 0, 2, 0, 3, 0, 4, 0], [0, 1, 0, 2, 0, 3], [0, 0, 0, 1, 0, 0, 0, 2],
    ]

    @Test(arguments: binaries) func binary_isRefused(_ bytes: [UInt8]) throws {
        for name in ["a.txt", "a.json", "a.xml", "a.html"] {
            #expect(run.refusal(bytes, as: name)?.reason == "binary-content")
        }
    }

    @Test func lineEnds_makeNoDifference() throws {
        let page = ParsingRun.page("ends")
        let first = try #require(try run.parse(page, as: "a.txt").articles.first?.draft)
        for end in ["\r\n", "\r"] {
            let other = page.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
            #expect(try run.parse(other, as: "a.txt").articles.first?.draft == first)
        }
    }

    static let mojibake: [[UInt8]] = [
        Array("Headline PowerHouse".utf8) + [0xC3, 0xA2, 0xE2, 0x80, 0x9E, 0xC2, 0xA2] + Array("\n\nText of the page.\n".utf8),
        Array("The cafÃ© reopens\n\nText of the page.\n".utf8),
        Array("It’s open\n\nThey said itâ€™s open again.\n".utf8),
        Array("It is open\n\nThey said itÃ¢â‚¬â„¢s open again.\n".utf8),
        Array("Tea for Â£3\n\nText of the page.\n".utf8),
        Array("ÐŸÑ€Ð¸Ð²ÐµÑ‚ again\n\nText of the page.\n".utf8),
        Array("Latin it\u{E2}\u{80}\u{99}s\n\nText of the page.\n".utf8),
    ]

    @Test(arguments: mojibake) func mojibake_isToldFirstAndLeftAsItIs(_ bytes: [UInt8]) throws {
        let parsed = try run.parse(bytes + [0xFF, 0xC3, 0xA9, 0xC3, 0xA9], as: "moji.txt")
        #expect(parsed.warnings.first == "suspected-mojibake")
    }

    @Test(arguments: ["a.json", "a.jsonl"])
    func mojibake_inRecords_isTold(name: String) throws {
        #expect(try run.parse("{\"headline\":\"Caf\u{E9}s\",\"body\":\"Tea for Â£3\"}", as: name).warnings == ["suspected-mojibake"])
        #expect(try run.parse("{\"headline\":\"Cafés\",\"body\":\"Tea for £3\"}", as: name).warnings.isEmpty)
    }

    @Test func mojibake_staysInTheText() throws {
        let parsed = try run.parse("The cafÃ© reopens\n\nText of the page.\n", as: "moji.txt")
        #expect(parsed.articles.first?.draft.headline == "The cafÃ© reopens")
    }

    @Test(arguments: [
        "Le café « rouvert » à Âge", "„MENÜ“ für drei", "CAFÉ» e «NÃO»", "Ação: “Não”, «Â» e Ã…", "Señor Ñandú – Ñ", "Привет, мир — «да»",
        "Øl og Ærø", "ÂGE ET BÂTIMENT", "prix 20 € à l’été", "مرحبا بالعالم",
    ])
    func soundText_isNoMojibake(_ text: String) throws {
        #expect(try !run.parse(text + "\n\nText of the page.\n", as: "a.txt").warnings.contains("suspected-mojibake"))
    }

    @Test func encoding_thatOnlyTheDocumentCouldTell_isRefused() throws {
        let page =
            Array("<html><head><meta charset=\"ebcdic-cp-us\"></head><body><p>".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
            + Array("</p>".utf8)
        #expect(run.refusal(page, as: "a.html")?.reason == "unsupported-encoding")
        let feed =
            Array("<?xml version=\"1.0\" encoding=\"ebcdic-cp-us\"?><rss><channel><item><title>".utf8) + [0xF0, 0xD2, 0xC9]
            + Array("</title></item></channel></rss>".utf8)
        #expect(run.refusal(feed, as: "a.xml")?.reason == "unsupported-encoding")
        let latin =
            Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Caf".utf8) + [0xE9]
            + Array("</title></item></channel></rss>".utf8)
        let parsed = try run.parse(latin, as: "a.xml")
        #expect(parsed.encoding == "windows-1252" && parsed.articles.first?.draft.headline == "Café")
    }
}
