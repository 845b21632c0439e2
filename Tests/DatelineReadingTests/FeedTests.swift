import DatelineModels
import DatelineReading
import Testing

/// Feeds of every age, well made and sloppy.
@Suite struct FeedTests {
    private func read(_ text: String, notAfter: Int64? = nil) throws -> FeedReading {
        try FeedReader(notAfter: notAfter).read(Array(text.utf8))
    }

    @Test func rss2_givesEveryField() throws {
        let feed = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Karsh Courier</title><link>https://karsh.example/</link><language>en-gb</language>
            <image><title>Logo</title><link>https://karsh.example/logo</link></image>
            <item>
              <title>Harbour &lt;b&gt;opens&lt;/b&gt; &amp;amp; ships leave</title>
              <link>https://karsh.example/a?x=1&amp;y=2</link>
              <guid isPermaLink="false">karsh:17</guid>
              <dc:creator><![CDATA[Lena Marsk]]></dc:creator><dc:creator>Omar Velt</dc:creator>
              <pubDate>Tue, 26 Mar 2024 22:16:05 +0300</pubDate>
              <description>Ships have left.</description>
              <content:encoded><![CDATA[<p>The harbour &ldquo;opened&rdquo; <a href="x">again</a>.</p><p>Ships left.<br>It was quiet.</p><script>no();</script>]]></content:encoded>
            </item>
            <item><title>B</title><author>desk@karsh.example (News Desk)</author><guid>https://karsh.example/b</guid><pubDate>26 Mar 24 22:16 EST</pubDate></item>
            <item><title>C</title><guid>17</guid><pubDate>2024-03-26</pubDate><source url="https://orlen.example/rss">Orlen News</source></item>
            </channel></rss>
            """
        let reading = try read(feed)
        #expect(
            reading.form == .rss && reading.entries.count == 3 && reading.faults.isEmpty && reading.warnings.isEmpty && !reading.isTruncated
        )
        let first = reading.entries[0].fields
        #expect(
            first.headline == "Harbour opens & ships leave" && first.url == "https://karsh.example/a?x=1&y=2" && first.key == "karsh:17")
        #expect(first.byline == "Lena Marsk, Omar Velt" && first.source == "The Karsh Courier" && first.language == "en-gb")
        #expect(first.datePublished?.description == "2024-03-26T19:16:05Z" && first.dateStatus == .stated)
        #expect(first.body == "The harbour “opened” again.\n\nShips left.\nIt was quiet." && first.abstract == "Ships have left.")
        #expect(reading.entries[0].place.line == 5)
        #expect(first.provenance.headline?.how == .field && first.provenance.byline?.how == .field && first.provenance.body?.how == .field)
        #expect(first.provenance.dates.map(\.raw) == ["Tue, 26 Mar 2024 22:16:05 +0300"])
        #expect(first.provenance.dates.map(\.outcome) == [.published])
        let second = reading.entries[1].fields
        #expect(second.byline == "News Desk" && second.url == "https://karsh.example/b" && second.key == "https://karsh.example/b")
        // In March the clocks of New York keep summer time, so "EST" is a slip and only the day is sure.
        #expect(second.datePublished?.description == "2024-03-26")
        let third = reading.entries[2].fields
        #expect(
            third.key == "https://karsh.example/ 17" && third.source == "Orlen News" && third.datePublished?.description == "2024-03-26")
    }

    @Test(arguments: ["04/05/2024", "05.04.2024"]) func dayOfOpenOrder_asksForTheHabitsOfItsSource(date: String) throws {
        let feed = "<rss><channel><title>Karsh</title><item><title>A</title><pubDate>\(date)</pubDate></item></channel></rss>"
        #expect(try read(feed).entries.first?.fields.needsHabits == true)
        let informed = try FeedReader(habits: { _ in (nil, .mdy) }).read(Array(feed.utf8)).entries.first?.fields
        #expect(informed?.datePublished?.description == (date.contains("/") ? "2024-04-05" : "2024-05-04"))
        let sure = ["04/04/2024", "26/03/2024", "26 Mar 2024", "2024-03-26T22:16Z"]
        for date in sure {
            let feed = "<rss><channel><title>Karsh</title><item><title>A</title><pubDate>\(date)</pubDate></item></channel></rss>"
            #expect(try read(feed).entries.first?.fields.needsHabits == false, "\(date)")
        }
    }

    @Test func atom_givesEveryField() throws {
        let feed = """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de"><a:title>Karsh</a:title><a:author><a:name>Lena Marsk</a:name></a:author>
            <a:entry><a:title type="text">A &lt;b&gt; C</a:title><a:id>urn:x:1</a:id><a:link rel="self" href="https://karsh.example/self"/>
            <a:link rel="alternate" href="https://karsh.example/a"/><a:published>2024-03-26T22:16:05Z</a:published><a:updated>2024-03-27T08:00Z</a:updated>
            <a:summary>Short.</a:summary><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <em>two</em>.</p><p>Three.</p></div></a:content></a:entry>
            <a:entry xml:lang="en"><a:title type="html">B &amp;amp; C</a:title><a:updated>2024-03-27</a:updated><a:author><a:name>Omar Velt</a:name></a:author>
            <a:content type="html">&lt;p&gt;One&lt;/p&gt;</a:content><a:source><a:title>Orlen News</a:title></a:source></a:entry></a:feed>
            """
        let reading = try read(feed)
        let first = try #require(reading.entries.first?.fields)
        #expect(reading.form == .atom && first.headline == "A <b> C" && first.url == "https://karsh.example/a" && first.key == "urn:x:1")
        #expect(first.body == "One two.\n\nThree." && first.abstract == "Short." && first.byline == "Lena Marsk" && first.language == "de")
        #expect(first.datePublished?.description == "2024-03-26T22:16:05Z" && first.dateModified?.description == "2024-03-27T08:00Z")
        let second = try #require(reading.entries.last?.fields)
        #expect(second.headline == "B & C" && second.byline == "Omar Velt" && second.language == "en" && second.source == "Orlen News")
        #expect(second.datePublished?.description == "2024-03-27" && second.dateStatus == .inferred && second.dateModified == nil)
    }

    @Test func rss1_andOlder_areRead() throws {
        let rdf = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="x"><title>Karsh</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel>
            <item rdf:about="https://karsh.example/a"><title>A</title><link>https://karsh.example/a</link><description>Text.</description><d:date>2024-03-26T22:16+03:00</d:date></item>
            </rdf:RDF>
            """
        let fields = try #require(try read(rdf).entries.first?.fields)
        #expect(fields.headline == "A" && fields.body == "Text." && fields.source == "Karsh" && fields.key == "https://karsh.example/a")
        #expect(fields.datePublished?.description == "2024-03-26T19:16Z")
        let old = """
            <?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
            <rss version="0.91"><channel><title>Karsh</title><item><title>A&eacute;</title></item></channel></rss>
            """
        #expect(try read(old).entries.first?.fields.headline == "Aé")
    }

    @Test(arguments: [
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>A&x;B</title></item></channel></rss>",
        "<!DOCTYPE rss [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><rss><channel><item><title>&c;</title></item></channel></rss>",
        "<!DOCTYPE rss SYSTEM \"http://x.example/x.dtd\"><rss><channel><item><title>A</title></item></channel></rss>",
        "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE feed PUBLIC \"x\" \"y\"><feed><entry><title>A</title></entry></feed>",
    ])
    func declarations_areRefused(_ feed: String) {
        #expect(throws: ReadingError.entityForbidden) { try read(feed) }
    }

    @Test func sloppyText_isKept() throws {
        let feed = """
            <?xml version="1.0"?><rss><channel><item><title>Q&amp;A caf&#233;</title><description>one&nbsp;two AT&T, 1 < 2 &x; &unknown; &hellip</description></item></channel></rss>
            """
        let fields = try #require(try read(feed).entries.first?.fields)
        #expect(fields.headline == "Q&A café" && fields.body == "one\u{A0}two AT&T, 1 < 2 &x; &unknown; &hellip")
    }

    @Test func html_thatIsNotEscaped_isText() throws {
        let feed =
            "<rss><channel><item><title>A <b>b</b></title><description><p>One<br>two.<p>Three <item-x>four</description></item><item><title>B</title></item></channel></rss>"
        let reading = try read(feed)
        #expect(reading.entries.map(\.fields.headline) == ["A b", "B"])
        #expect(reading.entries.first?.fields.body == "One\ntwo.\n\nThree four")
    }

    @Test func field_withoutEnd_costsNoOtherItem() throws {
        let feed =
            "<rss><channel><item><title>A</title><description>One two</item><item><title>B<link>x</link></item><item><title>C</title></channel></rss>"
        let reading = try read(feed)
        #expect(
            reading.entries.map(\.fields.headline).last == "C" && reading.entries.count == 3 && reading.warnings.contains("unclosed-markup")
        )
        #expect(reading.entries.first?.fields.body == "One two")
    }

    @Test func cutFeed_givesWhatIsWhole() throws {
        let feed = "<rss><channel>\n<item><title>A</title></item>\n<item><title>B</title><description>One tw"
        let reading = try read(feed)
        #expect(reading.entries.map(\.fields.headline) == ["A"] && reading.isTruncated)
        #expect(reading.faults.map(\.reason) == ["unexpected-end"] && reading.faults.map(\.place.line) == [3])
        #expect(reading.faults.first?.place.byteOffset == feed.utf8.count)
        for cut in 1..<feed.utf8.count {
            do throws(ReadingError) {
                let part = try FeedReader().read(Array(feed.utf8.prefix(cut)))
                #expect(part.isTruncated && part.entries.count <= 1)
            } catch {
                #expect([.incomplete, .unknownDocument].contains(error))
            }
        }
    }

    @Test func textOutsideFields_isTold() throws {
        let reading = try read("<rss><channel>Loose<item>text<title>A</title></item></channel></rss>")
        #expect(reading.entries.count == 1 && reading.warnings == ["text-outside-fields"])
    }

    @Test func item_withoutTitle_takesItsFirstSentence() throws {
        let fields = try #require(
            try read("<rss><channel><item><description>The harbour opened again today. Ships left.</description></item></channel></rss>")
                .entries.first?.fields)
        #expect(fields.headline == "The harbour opened again today." && fields.warnings == ["headline-from-text"])
    }

    @Test func dates_thatCannotBe_areLeftOut() throws {
        let feed =
            "<rss><channel><item><title>A</title><pubDate>Tue, 32 Mar 2024 10:00 GMT</pubDate></item><item><title>B</title><pubDate>Tue, 26 Mar 2034 10:00 GMT</pubDate></item><item><title>C</title><pubDate>yesterday</pubDate></item></channel></rss>"
        let reading = try read(feed, notAfter: 1_711_600_000)
        #expect(reading.entries.allSatisfy { $0.fields.datePublished == nil && $0.fields.warnings == ["dropped-datePublished"] })
    }

    @Test(arguments: ["<urlset/>", "<?xml version=\"1.0\"?><nitf><body/></nitf>"]) func otherXML_isToldApart(_ text: String) {
        #expect(throws: ReadingError.unknownDocument) { try read(text) }
    }

    @Test func namesOfCharacters_areKnown() throws {
        let feed =
            "<rss><channel><item><title>&lt;&amp;&quot;&apos;&euro;&Zcaron;&thinsp;&#x2014;&#150;&#0;&#xD800;&#99999999;&#x;&;</title></item></channel></rss>"
        #expect(try read(feed).entries.first?.fields.headline == "<&\"'€Ž\u{2009}—–\u{FFFD}\u{FFFD}\u{FFFD}&#x;&;")
    }

    @Test func categories_areTags() throws {
        let rss =
            "<rss><channel><item><title>A</title><category>Port\n of Karsh</category><category/><category>Ships</category></item></channel></rss>"
        #expect(try read(rss).entries.first?.fields.tags == ["Port of Karsh", "Ships"])
        let atom = "<feed><entry><title>A</title><category term=\"port\" label=\"Port\"/><category term=\"ships\"/></entry></feed>"
        #expect(try read(atom).entries.first?.fields.tags == ["Port", "ships"])
    }

    @Test func authors_areNamedOnce_upToFifty() throws {
        let names =
            (0..<60).map { "<dc:creator>Lena Marsk \($0 / 2)</dc:creator>" } + (0..<60).map { "<dc:creator>R. Vale \($0)</dc:creator>" }
        let feed = "<rss><channel><item><title>A</title>\(names.joined())</item></channel></rss>"
        let byline = try #require(try read(feed).entries.first?.fields.byline)
        #expect(
            byline.hasPrefix("Lena Marsk 0, Lena Marsk 1, ")
                && byline.hasSuffix(", Lena Marsk 29, \((0..<20).map { "R. Vale \($0)" }.joined(separator: ", "))"))
    }
}
