import DatelineModels
import DatelineReading
import Testing

/// What of a page's text is the article, by how the page is built.
@Suite struct HTMLScopeTests {
    private static let first =
        "The harbour of Karsh has opened again after ten days, the town said on Friday, and nobody was more surprised than the pilots."
    private static let second =
        "Ships left at noon, and the cranes were at work again before the evening came, to the sound of a brass band from Orlen."
    private static let third =
        "The mayor thanked the divers, who had found the anchor, the chain and, beneath both of them, a piano that nobody has missed."
    private static let text = [first, second, third].map { "<p>\($0)</p>" }.joined()
    private static let body = [first, second, third].joined(separator: "\n\n")

    private func body(_ page: String) throws -> String {
        try HTMLReader().read(Array("<html><head><title>Harbour opens again</title></head><body>\(page)</body></html>".utf8)).body
    }

    /// In hashed classes nothing can be read; how much of it is links can.
    @Test(arguments: [
        "<ul class=x1><li><a href=a>Strike of the pilots ends</a></li><li><a href=b>Tram is back on Friday</a></li></ul>",
        "<p class=x2><b>Also:</b> <a href=a>The strike of the pilots has ended after nine days</a></p>",
        "<div class=x3><img src=a.jpg><span>The cranes at dawn, on Friday</span></div>",
        "<div class=x4><h3>The Karsh letter</h3><p>One harbour a week. No spam, ever.</p><form><input type=email></form></div>",
        "<table align=right><tr><td><img src=a></td></tr><tr><td>The Maren was built to carry three hundred.</td></tr></table>",
        "<p>Sign up for our newsletter and get the news of the port in your inbox.</p>",
        "<blockquote>the cranes were at work again before the evening came</blockquote>",
        "<div aria-hidden=true>Loading more of it</div>", "<div class='sr-only'>Advertisement begins here</div>",
        "<amp-twitter><blockquote placeholder><p>Boats and dry bread are on the way. Please don’t believe rumours. — The Mayor</p></blockquote></amp-twitter>",
        "<div role=complementary><p>\(second) A note from the editor of the other page.</p></div>",
    ])
    func boxAmongParagraphs_isLeftOut(_ box: String) throws {
        #expect(try body("<h1>Harbour opens again</h1><p>\(Self.first)</p>\(box)<p>\(Self.second)</p><p>\(Self.third)</p>") == Self.body)
    }

    @Test(arguments: [
        "<h3>More from the port</h3><div><a href=a>Strike ends</a> <p>The pilots of Orlen have ended their strike after nine days.</p></div>",
        "<div><b>COMMENTS (2)</b><br>kab<br>Proud of you all, from a cousin in Karsh<br>pawn<br>Could do with a second crane if you ask me.</div>",
        "<section><h2>Kommentare</h2><div>Das wurde aber auch Zeit, sagt mein Onkel.</div></section>",
        "<div><div>RELATED STORIES</div><p>Lighthouse keepers to go by the end of the year, says the board.</p></div>",
        "<div class=talkbacks><p>I was there when it happened and it was grand.</p></div>",
    ])
    func labelledSection_afterTheText_isLeftOut(_ section: String) throws {
        #expect(try body("<h1>Harbour opens again</h1><div>\(Self.text)</div>\(section)") == Self.body)
    }

    @Test func textInPieces_isKept() throws {
        let pieces = [Self.first, Self.second, Self.third].map { "<article class=block><p>\($0)</p></article>" }.joined()
        #expect(try body("<main><h1>Harbour opens again</h1><div>\(pieces)</div></main>") == Self.body)
        let parts =
            "<div class=part><p>\(Self.first)</p><p>\(Self.second)</p></div><div class=ad>Ad</div><div class=part><p>\(Self.third)</p></div>"
        #expect(try body("<h1>Harbour opens again</h1>\(parts)") == Self.body)
        let lead = "<div class=x1><p>\(Self.first)</p></div><div class=x2><p>\(Self.second)</p><p>\(Self.third)</p></div>"
        #expect(try body("<h1>Harbour opens again</h1>\(lead)") == Self.body)
    }

    @Test func partsUnderLinkedHeadings_areKept() throws {
        let sections = ["anchor", "chain", "piano", "brass band"].map { thing in
            "<section><h3><a href=/\(thing)>Where the \(thing) came from</a></h3><p>The \(thing) had lain in the harbour of Karsh since the year of the great flood, the divers said, and no one in the town could tell them whose it was. It was brought to the museum on Friday, where it will be shown to all who come before the end of the summer, and to the mayor.</p></section>"
        }
        let intro = (1...6).map { "<p>\(Self.first) That was day \($0). \(Self.second)</p>" }.joined()
        let body = try body("<article><h1>Harbour opens again</h1>\(intro)\(sections.joined())</article>")
        for thing in ["anchor", "chain", "piano", "brass band"] { #expect(body.contains("The \(thing) had lain in the harbour")) }
    }

    @Test func cardUnderTheText_withAuthorOrDay_isLeftOut() throws {
        let card =
            "<div><h3><a href=/b>Badger expert to be heard</a></h3><p>The inquiry into the bypass is to hear from an expert on badgers.</p><p>3 May 2020</p></div>"
        #expect(try body("<h1>Harbour opens again</h1><div>\(Self.text)</div>\(card)") == Self.body)
    }

    @Test func nextArticle_belowThisOne_isLeftOut() throws {
        let next =
            "<article><h1>Badger expert to be heard</h1><p>The inquiry into the bypass is to hear from an expert on badgers next week, after all.</p></article>"
        #expect(try body("<article><h1>Harbour opens again</h1>\(Self.text)</article>\(next)") == Self.body)
    }

    @Test func whatStandsAboveTheHeadline_isLeftOut() throws {
        let top =
            "<div>81° Partly cloudy</div><div>A quarterly of slow ports</div><p>Storm warning: drivers should take care on the moor road tonight, the office says.</p>"
        #expect(try body("\(top)<h1>Harbour opens again</h1>\(Self.text)") == Self.body)
    }

    @Test func wholeTextInLinkedData_tellsWhichParagraphsBelong() throws {
        let data =
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"articleBody\":\"\(Self.first) \(Self.second) \(Self.third)\"}</script>"
        let odd =
            "<p>The Karsh Courier has been read in every house of the town since the year of the great flood, and costs two crowns.</p>"
        #expect(
            try body("\(data)<h1>Harbour opens again</h1><p>\(Self.first)</p>\(odd)<p>\(Self.second)</p><p>\(Self.third)</p>\(odd)")
                == Self.body)
    }

    @Test func unclosedAndMisplacedTags_keepTheParts() throws {
        let page =
            "<table><tr><td><a href=a>News<td><font><h1>Harbour opens again</h1><p>\(Self.first)<p>\(Self.second)</div><p>\(Self.third)</font><tr><td><a href=b>Imprint</a></table>"
        #expect(try body(page) == Self.body)
    }
}
