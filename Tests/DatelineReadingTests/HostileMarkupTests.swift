import DatelineModels
import DatelineReading
import DatelineTestSupport
import Testing

/// Documents with tags that are made to hurt: every one ends in a reading or a named refusal, in time that grows with the size.
@Suite(.serialized) struct HostileMarkupTests {
    enum Reader: CaseIterable {
        case html, feed, markdown

        func read(_ bytes: [UInt8]) {
            do throws(ReadingError) {
                switch self {
                case .html: #expect(!(try HTMLReader().read(bytes)).headline.isEmpty)
                case .feed: _ = try FeedReader().read(bytes)
                case .markdown: #expect(!(try MarkdownReader().read(bytes)).headline.isEmpty)
                }
            } catch {
                #expect(error != .outOfTime)
            }
        }
    }

    /// A beginning, and what is repeated after it.
    static let units: [(String, String)] = [
        ("", "<"), ("", "&"), ("", "<div>"), ("<p>", "</p>"), ("", "<b></i>"), ("", "<!--"), ("", "<p x=\"1"), ("", "<p x='1' y=\""),
        ("", "<a b=\">"), ("", "<script></a>"), ("", "<svg><title>"), ("", "<nav></form>"), ("", "<article>a "), ("", "<h1>a "),
        ("", "&#x"),
        ("", "&amp"), ("", "<![CDATA["), ("", "<!DOCTYPE "), ("", "<?x "), ("", "</"), ("", "<p a=b "), ("<meta ", "a=b "),
        ("", "<meta name=author content=x>"), ("", "<script type=application/ld+json>[[[</script>"), ("", "<p>word and word<br>"),
        ("<pre>", "a\n"),
        ("<rss><channel>", "<item><title>"), ("<rss><channel>", "<item/>"), ("<rss><channel><item><title>", "<title>"),
        ("<rss><channel><item><description>", "<p>"), ("<feed><entry>", "<link href=x>"),
        ("<rss><channel>", "<item><title>a&lt;b&gt;</title></item>"),
        ("<!DOCTYPE rss [", "]"), ("---\n", "a: [b, c\n"), ("---\na:\n", "  - 'b\n"), ("---\n", "---\n"), ("", "# a\n"), ("", "=\n"),
        ("# a\n\n", "[]("), ("# a\n\n", "[![a](b)\nc](d)\n"),
        ("<rss><channel><item><title>a</title>", "<dc:creator>%</dc:creator>"),
        ("<rss><channel><item><title>a</title>", "<category>%</category>"),
        ("<h1>Harbour opens again</h1><div>", "<p>Related news</p><p>Ships left the harbour of Karsh at noon, to a band's tune.</p>"),
    ]

    @Test(arguments: units, Reader.allCases) func read_repeatedUnit_takesTimeInProportion(unit: (String, String), reader: Reader) {
        let small = Self.best { reader.read(Self.document(unit, bytes: 30_000)) }
        let large = Self.best { reader.read(Self.document(unit, bytes: 120_000)) }
        #expect(large < small * 8 + .milliseconds(250), "\(small) and \(large)")
    }

    /// What is repeated, and the only thing far behind all of it that each of them looks for.
    static let endedUnits: [(String, String)] = [
        ("<a ", ">"), ("<a <b>", ">"), ("<!DOCTYPE [", ">"), ("<!DOCTYPE [", "]>"), ("<a =\"\" =\"", "\"<b>"), ("<a ='' ='", "'<b>"),
        ("<a =\"\" =\">", "\"<b>"), ("<p x='1' y=\"", "\">"), ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<script></a>", "</script>"),
        ("<svg><title>", "</title>"), ("</script", ">"), ("[", "](a)"), ("<rss><channel><item><title>", "</title>"),
        ("<item =\"\" =\"", "\"<b>"),
    ]

    @Test(arguments: endedUnits, Reader.allCases) func read_unitsBeforeTheirEnd_takeTimeInProportion(
        unit: (piece: String, end: String), reader: Reader
    ) {
        let document = { (bytes: Int) in Self.document(("", unit.piece), bytes: bytes) + unit.end.utf8 }
        let small = Self.best { reader.read(document(30_000)) }
        let large = Self.best { reader.read(document(120_000)) }
        #expect(large < small * 8 + .milliseconds(250), "\(small) and \(large)")
    }

    static let largeUnits = [
        ("", "<", ""), ("", "<b></i>", ""), ("<rss><channel>", "<item><title>", ""), ("", "<a ", ">"), ("", "<!DOCTYPE [", ">"),
        ("", "<a =\"\" =\"", "\"<b>"),
    ]

    /// Read as often as it is long, eight megabytes would take hours; so small a factor that less shows nothing is seen here.
    @Test(arguments: largeUnits) func read_eightMegabytes_ends(_ unit: (start: String, piece: String, end: String)) {
        let document = Self.document((unit.start, unit.piece), bytes: 8_000_000) + unit.end.utf8
        // Markdown looks for ends of its own.
        let readers = unit.end.isEmpty ? Reader.allCases : [.html, .feed]
        let time = ProcessorTime.measure { for reader in readers { reader.read(document) } }
        #expect(time < .seconds(240).patient)
    }

    static let seeds = [
        "<!DOCTYPE html><html lang=en><head><title>A &amp; B</title><meta name='author' content=\"Lena Marsk\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A\",\"author\":[{\"name\":\"B\"}]}</script></head><body><nav>x</nav><article><h1>A</h1><p>It was open &#8212; again.</p><!-- c --></article></body></html>",
        "<?xml version=\"1.0\"?><rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>T</title><item><title>A &lt;b&gt;</title><dc:creator>B</dc:creator><description><![CDATA[<p>x</p>]]></description><pubDate>Tue, 26 Mar 2024 22:16:05 GMT</pubDate></item></channel></rss>",
        "---\ntitle: 'A'\ntags: [a, \"b\"]\nauthor:\n  - B\ndate: 2024-03-26\n---\n# A\n\nText of it.\n",
    ]

    @Test(arguments: seeds, Reader.allCases) func read_mutations_neverFail(seed: String, reader: Reader) {
        var random = Xorshift(state: 0x9E37_79B9_7F4A_7C15)
        let bytes = Array(seed.utf8)
        let signs = Array("<>&;'\"/=![]-:#{}\n \0\u{E9}".utf8)
        for _ in 0..<2000 {
            var mutated = bytes
            for _ in 0..<(1 + random.next(4)) {
                let index = random.next(mutated.count)
                switch random.next(5) {
                case 0: mutated[index] = UInt8(truncatingIfNeeded: random.next(256))
                case 1: mutated.remove(at: index)
                case 2: mutated.insert(signs[random.next(signs.count)], at: index)
                case 3: mutated.removeLast(random.next(mutated.count - 1))
                default:
                    mutated.insert(contentsOf: mutated[index..<min(mutated.count, index + random.next(40))], at: random.next(mutated.count))
                }
                if mutated.isEmpty { mutated = [0x3C] }
            }
            reader.read(mutated)
        }
    }

    private struct Xorshift {
        var state: UInt64

        mutating func next(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33) % max(1, limit)
        }
    }

    private static func document(_ unit: (String, String), bytes: Int) -> [UInt8] {
        var document = Array(unit.0.utf8)
        // A `%` is the number of the piece, so that no two are the same.
        let parts = unit.1.split(separator: "%", omittingEmptySubsequences: false).map { Array($0.utf8) }
        document.reserveCapacity(bytes + unit.1.utf8.count + 20)
        var number = 0
        while document.count < bytes {
            document += parts[0]
            for part in parts.dropFirst() { document += Array(String(number).utf8) + part }
            number += 1
        }
        return document
    }

    private static func best(_ work: () -> Void) -> Duration {
        min(ProcessorTime.measure(work), ProcessorTime.measure(work))
    }
}
