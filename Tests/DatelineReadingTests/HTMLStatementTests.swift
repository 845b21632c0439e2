import DatelineModels
import DatelineReading
import Testing

/// What a page says of itself, and how that is held against what it shows.
@Suite struct HTMLStatementTests {
    private static let prose =
        "<p>The harbour of Karsh has opened again after ten days, the town said on Friday.</p><p>Ships left at noon, and the cranes were at work again before the evening came.</p>"

    private func read(_ head: String, _ body: String = "<h1>Harbour opens again</h1>") throws -> PageReading {
        try HTMLReader().read(Array("<html><head>\(head)</head><body>\(body)\(Self.prose)</body></html>".utf8))
    }

    private func data(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

    @Test(arguments: [
        "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"author\":{\"name\":\"Lena Marsk\"},}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"description\":\"one\ntwo\",\"author\":[{\"name\":\"Lena Marsk\",},],}",
        "{\"@type\":\"NewsArticle\",\"description\":\"the \"old\" port\",\"headline\":\"Harbour opens again\",\"author\":{\"name\":\"Lena Marsk\"}}",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"author\":\"Lena Marsk\"}\n//]]>",
        "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"author\":\"Lena Marsk\"} -->",
        "{\"@type\":\"WebSite\"}{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"author\":\"Lena Marsk\"}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"author\":{\"name\":\"Lena Marsk\"",
        "/* a */{\"@type\":\"NewsArticle\",\"headline\":\"It\\'s open\",\"author\":\"Lena Marsk\"}",
    ])
    func brokenLinkedData_isReadAsItWasMeant(_ json: String) throws {
        let reading = try read(data(json))
        #expect(reading.byline == "Lena Marsk" && !reading.warnings.contains(.unreadableData))
    }

    @Test func linkedData_followsReferences() throws {
        let reading = try read(
            data(
                "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"author\":{\"@id\":\"#p\"},\"publisher\":{\"@id\":\"#o\"}}"
            )
                + data(
                    "{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Lena Marsk\"},{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Karsh Papers\"}]}"
                ))
        #expect(reading.byline == "Lena Marsk" && reading.source == "Karsh Papers")
    }

    @Test func linkedPage_andFilm_countWhereThereIsNoArticle() throws {
        let page = try read(
            data("{\"@type\":\"WebPage\",\"name\":\"x\",\"datePublished\":\"2024-03-26\",\"author\":{\"name\":\"Lena Marsk\"}}"))
        #expect(page.headline == "Harbour opens again" && page.byline == "Lena Marsk" && page.datePublished?.description == "2024-03-26")
        let film = try read(data("{\"@type\":\"VideoObject\",\"name\":\"Harbour opens again\",\"uploadDate\":\"2024-03-26T10:00:00Z\"}"))
        #expect(film.datePublished?.description == "2024-03-26T10:00:00Z")
    }

    @Test(arguments: [
        ("<title>Harbour opens again | Port | Karsh Papers</title>", "<h1>Harbour opens again</h1>", "Harbour opens again", "Karsh Papers"),
        (
            "<title>Karsh Papers :: Port :: Harbour opens again at last</title>", "<b>Harbour opens again at last</b><br>",
            "Harbour opens again at last", "Karsh Papers"
        ),
        (
            "<title>Karsh Papers - Harbour opens again at last - 26 March 2024</title>",
            "<font size=5>Harbour opens again at last</font><br>", "Harbour opens again at last", "Karsh Papers"
        ),
        (
            "<title>Harbour opens again at last - Karsh Papers</title>",
            "<h1><a href='/'>Karsh Papers</a></h1><h2>Harbour opens again at last</h2>", "Harbour opens again at last", "Karsh Papers"
        ),
        (
            "<title>Karsh Papers: Harbour opens again</title>",
            "<h1><a href='/'>Karsh Papers</a></h1><h3 class='entry-title'>Harbour opens again</h3>", "Harbour opens again", "Karsh Papers"
        ),
        (
            "<meta property='og:title' content='Port of Karsh to open | Karsh Papers'><meta property='og:site_name' content='Karsh Papers'>",
            "<h1>Port of Karsh opens at last</h1>", "Port of Karsh opens at last", "Karsh Papers"
        ),
        (
            "<meta property='og:title' content='Harbour opens again at noon'><meta property='og:site_name' content='Karsh Papers'>",
            "<h1>Karsh Papers</h1><h2>Latest</h2>", "Harbour opens again at noon", "Karsh Papers"
        ),
        (
            "<title>x</title><meta property='og:site_name' content='www.karsh.example'>",
            "<a href='/'><img src='logo.png' alt='Karsh Papers logo'></a><h1>Harbour opens again</h1>", "Harbour opens again",
            "Karsh Papers"
        ),
    ])
    func headlineAndOutlet_areToldApart(head: String, body: String, headline: String, source: String) throws {
        let reading = try read(head, body)
        #expect(reading.headline == headline && reading.source == source, "\(reading.headline), \(reading.source ?? "-")")
    }

    @Test(
        arguments: [
            ("<meta name=author content=import_user>", "<p class=byline>By Lena Marsk</p>", "Lena Marsk"),
            (
                "<meta name=author content='Karsh Papers'><meta property='og:site_name' content='Karsh Papers'>",
                "<div class='meta'><a rel=author href='/x'>Lena Marsk</a></div>", "Lena Marsk"
            ),
            ("", "<div class='post-byline'>Reported by <span itemprop=author>Lena Marsk</span>, Karsh</div>", "Lena Marsk"),
            ("", "<div><a href='/author/lena'>Lena Marsk</a> and <a href='/author/omar'>Omar Velt</a></div>", "Lena Marsk, Omar Velt"),
            ("<meta name=author content='Lena Marsk'>", "<div class=byline>By Lena Marsk and Omar Velt</div>", "Lena Marsk, Omar Velt"),
            ("<meta name=author content='https://karsh.example/lena'>", "", nil),
            ("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Lena Marsk'>", "", "Lena Marsk"),
            ("", "<div class=author>Автор: Лена Марск от 3 мая</div>", "Лена Марск"),
            ("<meta property='article:author' content='Karsh Biologics, Inc.'>", "", nil),
            ("<meta name='dcterms.creator' content='Office of Public Affairs'>", "", nil),
            ("", "<div itemprop=author><b>Lena Marsk, Karsh News</b><span>Published 5:03 on May 3</span></div>", "Lena Marsk"),
            ("", "<p>By our harbour reporter Lena Marsk</p>", "Lena Marsk"),
        ] as [(String, String, String?)])
    func author_isWhoWroteIt(head: String, body: String, byline: String?) throws {
        #expect(try read(head, "<h1>Harbour opens again</h1>\(body)").byline == byline)
    }

    @Test func authorsOfComments_areNobody() throws {
        let page =
            "<h1>Harbour opens again</h1>\(Self.prose)<div class=comments><div class='author vcard'><b class=fn>Old Salt</b></div><p>About time.</p></div>"
        #expect(try HTMLReader().read(Array(page.utf8)).byline == nil)
    }

    @Test func printedDate_goesBeforeThatOfAMoveYearsLater() throws {
        let head = "<meta property='article:published_time' content='2020-02-11T03:14:15Z'>"
        let moved = try read(head, "<h1>Harbour opens again</h1><p>May 3, 2011</p>")
        #expect(moved.datePublished?.description == "2011-05-03" && moved.dateModified == nil)
        let same = try read(head, "<h1>Harbour opens again</h1><p>February 10, 2020</p>")
        #expect(same.datePublished?.description == "2020-02-11T03:14:15Z")
        #expect(try read("<meta name=date content='1970-01-01T00:00:00Z'>").datePublished == nil)
    }

    @Test func dayOfTheFirstPublication_goesBeforeThatOfAMove() throws {
        let head = "<meta property='article:published_time' content='2021-11-30T23:58:12Z'>"
        let note = "<h1>Harbour opens again</h1><p>[From our old site. First published on June 12, 2016.]</p>"
        #expect(try read(head, note).datePublished?.description == "2016-06-12")
    }

    @Test func changeOfThePage_isToldAnywhereOnIt() throws {
        let page =
            "<html><body><main><h1>Harbour opens again</h1><p>November 2, 2023</p>\(Self.prose)</main><div><p>Page last updated: February 14, 2024</p></div></body></html>"
        #expect(try HTMLReader().read(Array(page.utf8)).dateModified?.description == "2024-02-14")
    }

    @Test func heading_isOneByItsRole() throws {
        let page =
            "<html><head><title>Harbour | Karsh Line</title></head><body><div role=dialog><p>We and our 842 partners store and access information on your device, such as identifiers in cookies, to show you what we like to show, and you may change your mind.</p></div><div role=heading aria-level=1>Second pier dropped after costs double</div>\(Self.prose)</body></html>"
        #expect(try HTMLReader().read(Array(page.utf8)).headline == "Second pier dropped after costs double")
    }

    @Test func headingThatSaysItHoldsTheHeadline_goesBeforeOneForThoseWhoSearch() throws {
        let page =
            "<p>This is a copy of the page as it was found on 3 February 2019. The page itself may have been changed since then, or may be gone, and nobody here knows which of the two it is.</p><h1 itemprop=headline>Buses fail to start in the cold</h1>\(Self.prose)"
        let reading = try HTMLReader().read(
            Array(("<meta property='og:title' content='Half of all coaches stood still. Here is why.'>" + page).utf8))
        #expect(reading.headline == "Buses fail to start in the cold" && reading.body.hasPrefix("The harbour of Karsh"))
    }

    @Test func dayInMetadata_givesWayToTheMinuteThatIsPrinted() throws {
        let reading = try read(
            data("{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"datePublished\":\"2024-03-26\"}"),
            "<h1>Harbour opens again</h1><p>Published 26 March 2024 22:16 GMT</p>")
        #expect(reading.datePublished?.description == "2024-03-26T22:16Z" && reading.dateStatus == .stated)
    }

    @Test(
        arguments: [
            ("<p>Автор: Лена Марск от 12 апреля 2018, просмотров: 2 417</p>", "2018-04-12"), ("<p>２０２１年６月１４日　１０時</p>", "2021-06-14"),
            ("<div class=byline>Lena Marsk, Port Desk, 3 hrs ago</div>", nil),
            ("<p>Tuesday, October 14, 2003 Posted: 4:22 PM EDT</p>", "2003-10-14T20:22Z"),
        ] as [(String, String?)])
    func creditLine_givesItsDate_andIsNoText(line: String, date: String?) throws {
        let reading = try read("", "<h1>Harbour opens again</h1>\(line)")
        #expect(reading.datePublished?.description == date && reading.body.hasPrefix("The harbour of Karsh"))
    }

    @Test func orderOfDayAndMonth_isSeenAnywhereOnThePage() throws {
        let body = "<h1>Harbour opens again</h1><p>Posted 04/05/2011</p>"
        #expect(try read("", body).dateStatus != .stated)
        let comments = "<table><tr><td><b>kab</b> (13/05/2011 10:47 PM)<br>Well done</td></tr></table>"
        let reading = try HTMLReader().read(Array("<html><body>\(body)\(Self.prose)\(comments)</body></html>".utf8))
        #expect(reading.datePublished?.description == "2011-05-04" && reading.dateStatus == .stated)
    }

    @Test func linksToPeople_inTheText_areNoAuthors() throws {
        let page =
            "<h1>Harbour opens again</h1>\(Self.prose)<p>The port was built by <a href='/people/omar-velt'>Omar Velt</a>, who was an engineer in the town of Karsh.</p>"
        #expect(try HTMLReader().read(Array(page.utf8)).byline == nil)
    }

    @Test func wholeTextInLinkedData_standsInForWhatThePageHides() throws {
        let text =
            "The harbour of Karsh has opened again after ten days, the town said on Friday. Ships left at noon, to the sound of a band. The mayor thanked the divers, who had found the anchor, the chain and a piano."
        let json = "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"articleBody\":\"\(text)\"}"
        let page =
            "<html><head>\(data(json))</head><body><h1>Harbour opens again</h1><p>The harbour of Karsh has opened again after ten days, the town said on Friday.</p><div class=offer><p>Get unlimited access for a crown a week, and cancel whenever you want to.</p></div></body></html>"
        let reading = try HTMLReader().read(Array(page.utf8))
        #expect(reading.body == text && reading.provenance.body == FieldOrigin(line: nil, how: .linkedData))
    }

    @Test func softHyphens_areNoPartOfWords() throws {
        let reading = try read("", "<h1>Har&shy;bour opens&shy; again</h1>")
        #expect(reading.headline == "Harbour opens again")
    }

    @Test(arguments: [
        ("4 févr. 2019", "2019-02-04"), ("4 ene. 2019", "2019-01-04"), ("4 gen 2019", "2019-01-04"), ("4 mrt 2019", "2019-03-04"),
        ("4 sty 2019", "2019-01-04"),
        ("4 янв. 2019", "2019-01-04"), ("4 Şub 2019", "2019-02-04"), ("4 Μαρ 2019", "2019-03-04"), ("4. maaliskuuta 2019", "2019-03-04"),
        ("4 Maret 2019", "2019-03-04"),
        ("2019년 3월 4일", "2019-03-04"), ("४ मार्च 2019", "2019-03-04"),
    ])
    func printedDate_isReadInItsLanguage(text: String, date: String) throws {
        #expect(try read("", "<h1>Harbour opens again</h1><p>\(text)</p>").datePublished?.description == date)
    }

    @Test func labelsWithinALine_nameAuthorAndSource() throws {
        let reading = try read("<title>钟楼再次敲响十一年_社会_临河在线</title>", "<h1>钟楼再次敲响十一年</h1><div>2012年08月30日 09:14　来源：临河晚报　作者：林晓舟　点击：1024</div>")
        #expect(reading.byline == "林晓舟" && reading.source == "临河晚报" && reading.datePublished?.description == "2012-08-30")
    }

    @Test func wholeTextInLinkedData_mayHaveMarkup() throws {
        let first = "The harbour of Karsh has opened again after ten days, the town said on Friday."
        let second = "Ships left at noon, to the sound of a band, and the mayor thanked the divers for the anchor, the chain and a piano."
        let json =
            "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens again\",\"articleBody\":\"<p>\(first)</p><p>Ships left at <b>noon</b>\(second.dropFirst(18))</p>\"}"
        let page = "<html><head>\(data(json))</head><body><h1>Harbour opens again</h1></body></html>"
        #expect(try HTMLReader().read(Array(page.utf8)).body == "\(first)\n\n\(second)")
    }

    @Test func statedMonthOfTwoLanguages_isThatOfThePage() throws {
        let page = { (language: String) in
            "<html lang=\"\(language)\"><head><meta property=\"article:published_time\" content=\"12 listopada 2023\"></head><body><h1>Karsh</h1><p>Karsh, Orlen.</p></body></html>"
        }
        #expect(try HTMLReader().read(Array(page("pl").utf8)).datePublished?.description == "2023-11-12")
        #expect(try HTMLReader().read(Array(page("hr-HR").utf8)).datePublished?.description == "2023-10-12")
    }
}
