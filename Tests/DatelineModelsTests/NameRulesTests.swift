import DatelineModels
import Foundation
import Testing

@Suite struct FoldingTests {
    /// The rule itself, over the whole text at once: what folding does piece by piece has to come to the same.
    private static func foldedAsAWhole(_ text: String) -> String {
        let letters: [Unicode.Scalar: String] = [
            "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h",
            "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d",
        ]
        var result = ""
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            let category = scalar.properties.generalCategory
            if category == .nonspacingMark || category == .enclosingMark || category == .format { continue }
            if scalar.properties.isWhitespace {
                result.unicodeScalars.append(" ")
            } else if let letter = letters[scalar] {
                result.unicodeScalars.append(contentsOf: letter.unicodeScalars)
            } else {
                let lower = scalar.properties.uppercaseMapping.unicodeScalars.flatMap {
                    Array($0.properties.lowercaseMapping.unicodeScalars)
                }
                result.unicodeScalars.append(contentsOf: lower.filter { $0.properties.generalCategory != .nonspacingMark })
            }
        }
        return result.unicodeScalars.split(separator: " ").map { String($0) }.joined(separator: " ")
    }

    @Test func fold_lettersOfEurope_areAsTheirDecompositions() {
        for value in UInt32(0xC0)...0x17F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let letter = String(scalar)
            let folded = Folding.fold(letter)
            #expect(Folding.fold(letter.decomposedStringWithCompatibilityMapping) == folded)
            #expect(Folding.fold("\(letter)\u{301}\(letter)\u{3B1}\(letter)") == "\(folded)\(folded)α\(folded)")
            #expect(Folding.fold(" \(letter) \u{A0}\(letter)") == "\(folded) \(folded)")
        }
    }

    @Test func fold_byPieces_isTheRuleOverTheWhole() {
        let pieces = [
            "a", "B", "7", " ", "\t", "\u{A0}", "\u{2003}", "“", "”", "’", "—", "–", "…", "‑", "\u{301}", "\u{316}", "\u{345}", "é", "ß",
            "İ", "ı",
            "ﬁ", "Ａ", "½", "Ø", "Σ", "ς", "Я", "中", "한", "各", "ا", "ّ", "ि", "\u{0DCA}", "\u{1B44}", "\u{200B}", "\u{202E}", "\u{FFFD}",
            "🎉", "\u{1D15F}", "!",
        ]
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.unicodeScalars.append(contentsOf: pieces[Int(state >> 33) % pieces.count].unicodeScalars)
            }
            let (folded, whole) = (Array(Folding.fold(text).utf8), Array(Self.foldedAsAWhole(text).utf8))
            #expect(folded == whole, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test(arguments: [
        ("é", "e\u{301}"), ("Straße", "STRASSE"), ("NEWS", "news"), ("ﬁ", "fi"), ("Ａ", "A"), ("İstanbul", "istanbul"),
        ("ıstanbul", "Istanbul"), ("a  b", " A\tB "), ("Søren", "SOREN"), ("Łódź", "lodz"), ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ])
    func fold_sameNames_areEqual(left: String, right: String) {
        #expect(Array(Folding.fold(left).utf8) == Array(Folding.fold(right).utf8))
    }

    @Test func fold_homoglyphs_stayDistinct() {
        #expect(Folding.fold("а") != Folding.fold("a"))
    }

    @Test func fold_folded_staysTheSame() {
        for text in ["Straße", "İstanbul", "Ǆ", "ŉ", "ﬃ", "Αΐ", "½", "ἄΝθρωπος", "日本", "ㇰ"] {
            let once = Folding.fold(text)
            #expect(Folding.fold(once) == once)
        }
    }
}

@Suite struct TagNameTests {
    @Test(arguments: [
        "", " ", ".", "..", "a/b", "a,b", "a*", "a\u{7}", "a\u{202E}b", "\u{200B}", String(repeating: "x", count: 101), "\u{0}",
    ])
    func init_unfitNames_areRefused(name: String) {
        var faults = Faults()
        #expect(TagName(name, at: .pointer("/tags/0"), into: &faults) == nil)
        #expect(faults.count == 1)
    }

    @Test func init_differentSpellings_areTheSameTag() throws {
        var faults = Faults()
        let composed = try #require(TagName("é", at: .pointer(""), into: &faults))
        let decomposed = try #require(TagName("e\u{301}", at: .pointer(""), into: &faults))
        #expect(composed == decomposed)
        #expect(decomposed.text.unicodeScalars.count == 1)
        #expect(TagName(" geo:Gaza ", at: .pointer(""), into: &faults)?.text == "geo:Gaza")
        #expect(faults.isEmpty)
    }
}

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("HTTPS://Example.ORG:443/a?utm_source=x&b=1&fbclid=2#top", "https://example.org/a?b=1"),
        ("http://example.org:80", "http://example.org/"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org/%7Euser/%e2%82%ac", "https://example.org/~user/%E2%82%AC"),
        ("https://example.org/a/../b/./c", "https://example.org/b/c"),
        ("https://example.org/a?utm_medium=x", "https://example.org/a"),
        ("https://example.org/?q=a%20b", "https://example.org/?q=a%20b"),
    ])
    func init_sameResource_hasOneKey(text: String, key: String) throws {
        var faults = Faults()
        let address = try #require(WebAddress(text, at: .pointer("/url"), into: &faults))
        #expect(address.key == key)
        #expect(address.text == text)
    }

    @Test func init_internationalHost_isNormalised() throws {
        var faults = Faults()
        let unicode = try #require(WebAddress("https://bücher.example/", at: .pointer("/url"), into: &faults))
        let ascii = try #require(WebAddress("https://xn--bcher-kva.example/", at: .pointer("/url"), into: &faults))
        #expect(unicode.key == ascii.key)
    }

    @Test(arguments: [
        "javascript:alert(1)", "file:///etc/passwd", "http://", "http://[::1", "//x", "http://a@b/", "http://a b/", "http:/x", "x",
        "http://u:p@example.org/", "http://example.org:99999/", "https://" + String(repeating: "a", count: 2049),
    ])
    func init_unfit_isRefused(text: String) {
        var faults = Faults()
        #expect(WebAddress(text, at: .pointer("/url"), into: &faults) == nil)
        #expect(faults.count == 1)
    }
}

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("en", "en"), ("EN-us", "en-US"), ("zh-hant-tw", "zh-Hant-TW"), ("de-CH-1996", "de-CH-1996"), ("en-x-private", "en-x-private"),
    ])
    func init_wellFormed_isWrittenAsRecommended(text: String, written: String) {
        #expect(LanguageTag(text)?.text == written)
    }

    @Test(arguments: ["", "e", "xx-", "en_US", "en--US", "12", "abcdefghi", String(repeating: "a", count: 36), "en-x"])
    func init_malformed_isRefused(text: String) {
        #expect(LanguageTag(text) == nil)
    }
}

@Suite struct TextQueryTests {
    static func term(_ words: String..., prefix: Bool = false) -> TextQuery.Term { .init(words: words, isPrefix: prefix) }

    @Test func init_syntax_isRead() throws {
        let query = try #require(try TextQuery(parsing: "alpha \"two words\" beta OR gamma -delta -\"not this\" pre*"))
        #expect(
            query.required == [
                [Self.term("alpha")], [Self.term("two", "words")], [Self.term("beta"), Self.term("gamma")],
                [Self.term("pre", prefix: true)],
            ])
        #expect(query.excluded == [Self.term("delta"), Self.term("not", "this")])
    }

    @Test(arguments: [
        "\"", "AND", "a AND", "NEAR(", "*", "^", "headline:", "nocol:x", "-x", "a -b", "a.b", "a'b", "(", "{x", "NOT", "a OR OR", "a\"b",
        "%", "\\", "🎉", ";--", "OR", "OR a", "-", "- -", "\"\"*",
    ])
    func init_anyText_isAQuery(text: String) throws {
        #expect(try TextQuery(parsing: text) != nil)
    }

    @Test func init_emptyOrTooMuch_isNoneOrRefused() throws {
        #expect(try TextQuery(parsing: "") == nil)
        #expect(try TextQuery(parsing: " \n") == nil)
        #expect(throws: TextQuery.ParseError.tooComplex) { try TextQuery(parsing: String(repeating: "a", count: 513)) }
        #expect(throws: TextQuery.ParseError.tooComplex) { try TextQuery(parsing: Array(repeating: "a", count: 33).joined(separator: " ")) }
        #expect(throws: TextQuery.ParseError.tooComplex) {
            try TextQuery(parsing: Array(repeating: "OR", count: 34).joined(separator: " "))
        }
        #expect(try TextQuery(parsing: "%%%")?.required == [[]])
    }
}

@Suite struct ResourceIDTests {
    @Test func next_clockGoingBack_stillAscends() {
        let times = [1_000_000, 1_000_000, 999_000, 1_000_001, 5, 1_000_002].map { Timestamp(milliseconds: $0) }
        let clock = SteppingClock(times: times)
        let generator = ResourceIDGenerator { clock.next() }
        var last: ResourceID?
        for _ in 0..<20_000 {
            let id = generator.next()
            if let last { #expect(last < id) }
            #expect(id.isAssignable)
            #expect(ResourceID(id.description) == id)
            #expect(ResourceID(bytes: id.bytes) == id)
            #expect(Array(id.description.utf8)[14] == UInt8(ascii: "7"))
            last = id
        }
    }

    @Test(arguments: [
        "", "x", "018F0000-0000-7000-8000-000000000000", "018f0000-0000-7000-8000-00000000000", "018f0000-0000-7000-8000-0000000000000",
        "018f00000000-7000-8000-0000000000000",
    ])
    func init_otherForms_areNoID(text: String) {
        #expect(ResourceID(text) == nil)
    }
}

import Synchronization

/// Gives a list of times over and over.
final class SteppingClock: Sendable {
    private let times: [Timestamp]
    private let position = Mutex(0)

    init(times: [Timestamp]) { self.times = times }

    func next() -> Timestamp {
        position.withLock { position in
            defer { position += 1 }
            return times[position % times.count]
        }
    }
}
