import DatelineModels
import DatelineReading
import Testing

/// Pages of HTML: what they state, and what of their text is the article.
@Suite struct HTMLTests {
    private func read(_ page: String, notAfter: Int64? = nil) throws -> PageReading {
        try HTMLReader(ReadingSettings(notAfter: notAfter)).read(Array(page.utf8))
    }

    private static let prose = "The harbour of Karsh has opened again after ten days, the town said on Friday."
    private static let more = "Ships left at noon, and the cranes were at work again before the evening came."

    @Test func linkedData_goesFirst() throws {
        let page = """
            <html><head><title>Karsh</title><meta property="og:title" content="Other title"><script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Harbour opens &amp; more",
            "author":[{"@type":"Person","name":"Lena Marsk"},{"name":"Omar Velt"}],"publisher":{"name":"The Karsh Courier"},
            "datePublished":"2024-03-26T22:16:05+03:00","dateModified":"2024-03-27T08:00:00+03:00","mainEntityOfPage":{"@id":"https://karsh.example/a"}}]}
            </script></head><body><h1>Harbour opens &amp; more</h1><p>\(Self.prose)</p><p>Published 25 March 2024</p></body></html>
            """
        let reading = try read(page)
        #expect(
            reading.headline == "Harbour opens & more" && reading.byline == "Lena Marsk, Omar Velt" && reading.source == "The Karsh Courier"
        )
        #expect(reading.datePublished?.description == "2024-03-26T19:16:05Z" && reading.dateModified?.description == "2024-03-27T05:00:00Z")
        #expect(reading.url == "https://karsh.example/a" && reading.body == Self.prose)
        #expect(reading.provenance.headline?.how == .linkedData && reading.provenance.dates.first?.outcome == .published)
    }

    @Test(arguments: ["{{{", "not json", ""]) func linkedData_malformed_isToldAndPassedOver(
        _ json: String
    ) throws {
        let reading = try read("<script type='application/ld+json'>\(json)</script><h1>Harbour opens again</h1><p>\(Self.prose)</p>")
        #expect(reading.headline == "Harbour opens again" && reading.body == Self.prose && reading.warnings.contains(.unreadableData))
    }

    @Test func linkedData_ofSeveralArticles_countsOnlyForTheOneShown() throws {
        let data =
            "[{\"@type\":\"NewsArticle\",\"headline\":\"One\",\"datePublished\":\"2024-01-01\"},{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens\",\"datePublished\":\"2024-03-26\"}]"
        let script = "<script type=\"application/ld+json\">\(data)</script>"
        #expect(try read("\(script)<h1>Harbour opens</h1><p>\(Self.prose)</p>").datePublished?.description == "2024-03-26")
        #expect(try read("\(script)<h1>Strike ends</h1><p>\(Self.prose)</p>").datePublished == nil)
    }

    @Test(arguments: [
        ("<title>Harbour opens again - The Karsh Courier</title>", "Harbour opens again", "The Karsh Courier"),
        ("<title>Harbour opens again | x</title><h1>Harbour opens again</h1>", "Harbour opens again", nil),
        ("<title>Karsh - a town by the sea</title>", "Karsh - a town by the sea", nil),
        ("<title>Site</title><h1>Harbour opens</h1>", "Harbour opens", nil),
    ])
    func title_losesTheOutlet(head: String, headline: String, source: String?) throws {
        let reading = try read("<html><head>\(head)</head><body><p>\(Self.prose)</p></body></html>")
        #expect(reading.headline == headline && reading.source == source)
    }

    @Test func furnitureElements_areLeftOutAndTold() throws {
        let page = """
            <body><nav><p>\(Self.more)</p></nav><article><h1>Harbour opens</h1><p>\(Self.prose)</p><aside><p>Related: \(Self.more)</p></aside><p>\(Self.more)</p></article>
            <div><p>Outside of the article there is one more sentence that is of no use here.</p></div><form><p>Leave a comment</p></form><footer>Imprint</footer></body>
            """
        let reading = try read(page)
        #expect(reading.body == Self.prose + "\n\n" + Self.more)
        let reasons = reading.provenance.removed.map(\.reason)
        for reason in [RemovalReason.navigation, .aside, .outside, .form, .footer] { #expect(reasons.contains(reason)) }
    }

    @Test(arguments: ["form", "aside", "nav", "footer"]) func pageWithinOneElement_isKept(_ element: String) throws {
        let reading = try read("<body><\(element)><h1>Harbour opens</h1><p>\(Self.prose)</p><p>\(Self.more)</p></\(element)></body>")
        #expect(reading.body == Self.prose + "\n\n" + Self.more)
    }

    @Test func elementWithoutEnd_losesNoText() throws {
        #expect(try read("<h1>Harbour opens</h1><nav><a>Home</a><p>\(Self.prose)</p><p>\(Self.more)</p>").body.contains(Self.more))
        for broken in ["<!-- <p>", "<p title=\"x", "<svg><p>", "<p <p>"] {
            let reading = try read("<h1>Harbour opens</h1>\(broken) \(Self.prose)<p>\(Self.more)</p>")
            #expect(reading.body.contains("opened again after ten days") && reading.body.contains(Self.more))
        }
        let cut = try read("<h1>Harbour opens</h1><p>\(Self.prose)</p><script>var a = '")
        #expect(cut.body == Self.prose && cut.warnings.contains(.unclosedMarkup))
        #expect(
            try read("<h1>A <AT&T> story</h1><p>lena <lena@karsh.example> says profits < costs, and so on, and so forth.</p>").body
                .contains("<lena@karsh.example> says profits < costs"))
    }

    @Test func text_keepsItsShape() throws {
        let page =
            "<h1>Harbour opens</h1><p>\(Self.prose)<br>\(Self.more)</p><ul><li>One thing that was said by them.</li><li>And another one was said too.</li></ul><pre>a  b\nc</pre><table><tr><td>1</td><td>2</td></tr></table><p>That was all that was said there.</p>"
        let body = try read(page).body
        #expect(
            body.hasPrefix(Self.prose + "\n\n" + Self.more)
                && body.contains("One thing that was said by them.\n\nAnd another one was said too."))
        #expect(body.contains("a  b") && body.contains("1 2"))
    }

    @Test func dates_withoutZone_areDays_andLaterOnesNone() throws {
        let page = "<meta property='article:published_time' content='2024-03-26T22:16:05'><h1>Harbour opens</h1><p>\(Self.prose)</p>"
        let reading = try read(page)
        #expect(reading.datePublished?.description == "2024-03-26" && reading.provenance.dates.first?.localTime == "22:16:05")
        let early = try read(page, notAfter: 1_700_000_000)
        #expect(early.datePublished == nil && early.provenance.dates.first?.outcome == .afterFound)
        #expect(try read("<time datetime='2024-03-26' pubdate>x</time><h1>Harbour opens</h1>").datePublished?.description == "2024-03-26")
        #expect(try read("<time datetime='2024-03-26'>x</time><h1>Harbour opens</h1>").datePublished == nil)
    }

    @Test(
        arguments: [
            ("<meta name=author content=admin>", nil), ("<meta property='article:author' content='https://x.example/lena'>", nil),
            ("<meta name=author content='By Lena Marsk'>", "Lena Marsk"),
        ] as [(String, String?)])
    func author_isAPerson(head: String, byline: String?) throws {
        #expect(try read("\(head)<h1>Harbour opens</h1><p>\(Self.prose)</p>").byline == byline)
    }

    @Test func language_isWhatTheTextBearsOut() throws {
        #expect(try read("<html lang=en-GB><h1>Harbour opens</h1><p>\(Self.prose) \(Self.more)</p>").language == "en-GB")
        #expect(try read("<html lang=de><h1>Harbour opens</h1><p>\(Self.prose) \(Self.more)</p>").language == "en")
        #expect(try read("<html lang=x><h1>Harbour</h1>").language == nil)
    }

    @Test func emptyPage_hasNoText() {
        for page in ["<html></html>", "<p> </p>", "<script>x</script>", "<!-- x -->"] {
            #expect(throws: ReadingError.noText) { try read(page) }
        }
    }
}
