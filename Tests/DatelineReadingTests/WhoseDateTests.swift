import DatelineModels
import DatelineReading
import Testing

/// Dates and names in the markup of a page that may be another's than the article's.
@Suite struct WhoseDateTests {
    private static let prose =
        "<p>The harbour of Karsh has opened again after ten days, the town said on Friday, to the surprise of the pilots and of the brass band.</p><p>Ships left at noon, and the cranes were at work again before the evening came, as they had been in the autumn.</p>"
    private static let headline = "<h1>Harbour opens again</h1>"
    private static let time = "<p>By Lena Marsk</p><p><time itemprop=datePublished datetime='2024-03-26'>26 March 2024</time></p>"

    private func read(_ head: String = "", _ body: String, order: DateOrder? = nil, bodyIs: String = "") throws -> PageReading {
        let page = "<html><head>\(head)</head><body\(bodyIs)>\(body)</body></html>"
        return try HTMLReader(ReadingSettings(dateOrder: order)).read(Array(page.utf8))
    }

    @Test(arguments: [
        // A card over the headline.
        "<div class=x1><h3><a href=b>Ferry fares to rise in May</a></h3><meta itemprop=datePublished content='2024-05-02'><meta itemprop=author content='Omar Velt'></div>\(headline)\(time)\(prose)",
        // A comment, and one above the article.
        "\(headline)\(time)\(prose)<div class=comments><p>About time.</p><meta itemprop=datePublished content='2024-05-02'><meta itemprop=author content='Omar Velt'></div>",
        "<div class=comment><p>About time.</p><meta itemprop=datePublished content='2024-05-02'><meta itemprop=author content='Omar Velt'></div>\(headline)\(time)\(prose)",
        // A thing of its own without a name that tells.
        "<article itemscope>\(headline)\(time)\(prose)</article><div itemscope class=x2><b>Old Salt</b><meta itemprop=datePublished content='2024-05-02'><meta itemprop=author content='Omar Velt'><p>About time.</p></div>",
        "<div itemscope class=x2><b>Fares</b><meta itemprop=datePublished content='2024-05-02'><meta itemprop=author content='Omar Velt'></div><article itemscope>\(headline)\(time)\(prose)</article>",
    ])
    func propertyOfSomethingElse_isNotTheArticles(_ body: String) throws {
        // Many pages say that they are one thing, with all that is on them.
        for item in ["", " itemscope itemtype='https://schema.org/WebPage'"] {
            let reading = try read("", body, bodyIs: item)
            #expect(reading.datePublished?.description == "2024-03-26" && reading.byline == "Lena Marsk", "\(item)")
        }
    }

    @Test(arguments: [
        "<article itemscope><meta itemprop=datePublished content='2024-03-26T22:16Z'><meta itemprop=author content='Lena Marsk'>\(headline)\(prose)</article>",
        "<main>\(headline)<meta itemprop=datePublished content='2024-03-26T22:16Z'><meta itemprop=author content='Lena Marsk'>\(prose)</main>",
        "\(headline)<div itemscope>\(prose)<meta itemprop='dateModified datePublished' content='2024-03-26T22:16Z'><span itemprop=author content='Lena Marsk'></span></div>",
        "<article itemscope><meta itemprop=datePublished content='2024-03-26T22:16Z'><meta itemprop=author content='Lena Marsk'><div><a href=/port>The news of the port</a></div>\(headline)\(prose)</article>",
    ])
    func propertyOfTheArticle_counts(_ body: String) throws {
        let reading = try read("", body)
        #expect(reading.datePublished?.description == "2024-03-26T22:16Z" && reading.byline == "Lena Marsk")
        #expect(reading.dateStatus == .stated && reading.provenance.byline?.how == .meta)
    }

    @Test(arguments: ["startDate", "endDate", "doorTime", "validFrom", "expires", "birthDate"])
    func timeOfAnEvent_isNoPublication(_ property: String) throws {
        let reading = try read(
            "", "\(Self.headline)<p><time itemprop=\(property) datetime='2024-05-18'>18 May 2024</time></p>\(Self.prose)")
        #expect(reading.datePublished == nil && reading.dateStatus == .unknown && reading.body.hasPrefix("The harbour of Karsh"))
        let told = reading.provenance.dates.first { $0.raw == "2024-05-18" }
        #expect(told?.role == .event && told?.outcome == .wrongRole)
    }

    @Test func film_thatIsAboutSomethingElse_saysNothingOfThePage() throws {
        let film = { (name: String) in
            "<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"\(name)\",\"uploadDate\":\"2024-05-02T10:00:00Z\"}</script>"
        }
        let body = "<h1>Harbour opens again after ten days</h1><p>Published 26 March 2024</p>\(Self.prose)"
        #expect(try read(film("How salt is won"), body).datePublished?.description == "2024-03-26")
        let own = body.replacing("<h1>", with: "<h1>Watch: ").replacing("<p>Published 26 March 2024</p>", with: "")
        #expect(try read(film("Harbour opens again after ten days"), own).datePublished?.description == "2024-05-02T10:00:00Z")
    }

    @Test func datesThatAreNotBelieved_areTold() throws {
        let old = try read("<meta name=date content='1970-01-01T00:00:00Z'>", Self.headline + Self.prose)
        #expect(old.datePublished == nil && old.provenance.dates.map(\.raw) == ["1970-01-01T00:00:00Z"])
        #expect(old.provenance.dates.map(\.outcome) == [.outranked])
        let moved = try read(
            "<meta property='article:published_time' content='2020-02-11T03:14:15Z'><meta property='article:modified_time' content='2020-02-11T03:14:15Z'>",
            "\(Self.headline)<p>May 3, 2011</p>\(Self.prose)")
        #expect(moved.datePublished?.description == "2011-05-03")
        #expect(moved.provenance.dates.filter { $0.outcome == .outranked }.map(\.role) == [.published, .modified])
        let names = [
            "article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.issued",
            "pubdate", "publish-date", "publish_date", "publishdate", "displaydate", "dc.date",
        ]
        let head = names.enumerated().map { "<meta name='\($1)' content='2024-03-\($0 + 10)'>" }.joined()
        let many = try read(head, Self.headline + Self.prose)
        #expect(many.datePublished?.description == "2024-03-10" && many.provenance.dates.count == names.count)
    }

    @Test func partsLeftOut_withTextBetween_areToldOneByOne() throws {
        let reading = try read(
            "",
            "\(Self.headline)<div class=share><p>Share this</p><p>Send it</p></div>\(Self.prose)<div class=share><p>Tell your friends</p></div><p>The band went home by tram, and so did the mayor.</p>"
        )
        #expect(reading.provenance.removed.filter { $0.reason == .share }.map(\.excerpt) == ["Share this", "Tell your friends"])
    }

    @Test func orderOfThePage_againstThatOfTheSource_leavesTheDayOpen() throws {
        let body = "\(Self.headline)<p>Posted 04/05/2011</p>\(Self.prose)"
        let comment = "<table><tr><td><b>kab</b> (13/05/2011 10:47 PM)<br>Well done</td></tr></table>"
        #expect(try read("", body, order: .mdy).datePublished?.description == "2011-04-05")
        let against = try read("", body + comment, order: .mdy)
        #expect(against.dateStatus != .stated && against.datePublished?.precision != .day)
        #expect(try read("", body + comment, order: .dmy).datePublished?.description == "2011-05-04")
    }

    @Test func pictureOverTheDay_takesNothingFromIt() throws {
        let reading = try read("", "\(Self.headline)<p>Getty Images</p><p>3 March 2020</p>\(Self.prose)")
        #expect(reading.datePublished?.description == "2020-03-03" && reading.dateStatus == .stated)
        let time = "<p>Getty Images</p><p><time datetime='2020-03-03T10:00Z'>3 March 2020</time></p>"
        #expect(try read("", Self.headline + time + Self.prose).datePublished?.description == "2020-03-03T10:00Z")
    }

    @Test func labelNobodyKnows_inTheLineBefore_leavesTheDayUnsure() throws {
        let reading = try read("", "\(Self.headline)<dl><dt>Wheelhouse:</dt><dd>12 March 2022</dd></dl>\(Self.prose)")
        #expect(reading.datePublished?.description == "2022-03-12" && reading.dateStatus == .inferred)
        let time = "<dl><dt>Wheelhouse:</dt><dd><time datetime='2022-03-12'>12 March 2022</time></dd></dl>"
        #expect(try read("", "\(Self.headline)\(time)\(Self.prose)").dateStatus == .inferred)
    }

    @Test(arguments: [
        "<p>Date: 18 May 2024</p><p>Time: 19:00</p><p>Venue: Town hall</p>", "<p>Date: 18 May 2024<br>Where: Town hall</p>",
        "<table><tr><td>Date</td><td>18 May 2024</td></tr><tr><td>Tickets</td><td>4 crowns</td></tr></table>",
        "<p>Date: <time datetime='2024-05-18'>18 May 2024</time></p><p>Venue: Town hall</p>",
    ])
    func dayBesideAVenue_isOfAnEvent(_ lines: String) throws {
        let reading = try read("", Self.headline + lines + Self.prose)
        #expect(reading.datePublished == nil && reading.dateStatus == .unknown)
    }
}
