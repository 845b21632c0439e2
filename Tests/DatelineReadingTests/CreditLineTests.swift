import DatelineModels
import DatelineReading
import Testing

/// The many shapes in which a page says whose an article is, and those that look like it and aren't.
@Suite struct CreditLineTests {
    private static let text = """
        The port of Karsh was open again after eleven weeks, officials said, and the town has rung all of its bells.

        The first ship came in at dawn with a load of oranges, and the cranes began to move before anybody had blown a whistle.

        Nobody was hurt. The harbour master has asked for a second opinion.
        """
    private static let both = "Lena Marsk, Omar Velt"

    static let heads: [(String, String?)] = [
        // Whose report it is.
        ("Lena Marsk reports", "Lena Marsk"), ("LENA MARSK reports from Karsh.", "LENA MARSK"), ("Es berichtet Lena Marsk", "Lena Marsk"),
        ("Aus Karsh berichtet Lena Marsk", "Lena Marsk"), ("Aus Karsh von Lena Marsk\n14. März 2022", "Lena Marsk"),
        ("From Lena Marsk in Karsh\n14 March 2022", "Lena Marsk"),
        // Over several lines.
        ("By Lena Marsk\nand Omar Velt\n14 March 2022", both), ("By\nLena Marsk\nand\nOmar Velt\n14 March 2022", both),
        ("By Lena Marsk\nBy Omar Velt\n14 March 2022", both), ("By Lena Marsk\nChief Reporter\nand Omar Velt\nPolitical Editor", both),
        ("Lena Marsk,\nOmar Velt\n14 March 2022", both),
        (
            "The cranes were still for a winter, and nobody counted the gulls.\nBy\nLena Marsk\nTransport Editor\nand\nOmar Velt\nReporter",
            both
        ),
        // Without the space or the sign between.
        ("By LENA ADA MARSK Tarnia Press\n14 March 2022", "LENA ADA MARSK"), ("ByLena Marsk\n14 March 2022", "Lena Marsk"),
        ("ByLena Marsk, Chief Reporter\n14 March 2022", "Lena Marsk"),
        ("Post author:Lena Marsk\nPost published:March 14, 2022", "Lena Marsk"),
        ("LENA MARSK Associated Press\n14 March 2022", "LENA MARSK"),
        ("By Lena Marsk Chief Reporter and Omar Velt Political Editor\n14 March 2022", "Lena Marsk and Omar Velt"),
        ("✍️ Lena Marsk\n14 March 2022", "Lena Marsk"), ("👤 Lena Marsk  📅 14 March 2022", "Lena Marsk"),
        ("Lena Marsk  |  lena@karsh.example\n14 March 2022", "Lena Marsk"),
        // "en" joins names in Dutch, and says where in Spanish and French.
        ("Por Lena Marsk, en San Sebastián\n14 March 2022", "Lena Marsk"),
        ("Par Lena Marsk en Afrique du Sud\n14 March 2022", "Lena Marsk"),
        ("Door Lena Marsk en Omar Velt\n14 March 2022", "Lena Marsk en Omar Velt"),
        // With others beside.
        ("published March 14, 2022, By Lena Marsk", "Lena Marsk"), ("Leave a Comment / Harbours / By Lena Marsk", "Lena Marsk"),
        ("14 March 2022 in News by Lena Marsk", "Lena Marsk"), ("Opinion | Lena Marsk\nMarch 14, 2022", "Lena Marsk"),
        ("Web Desk | Lena Marsk\nMarch 14, 2022", "Lena Marsk"),
        ("Lena Marsk in Karsh and Omar Velt in Norwick\n14 March 2022", "Lena Marsk and Omar Velt"),
        ("By Lena Marsk with additional reporting by Omar Velt", "Lena Marsk"),
        ("By Lena Marsk Special to the Courier\n14 March 2022", "Lena Marsk"),
        ("By Lena Marsk and PA Reporters\n14 March 2022", "Lena Marsk"),
        ("Door Lena Marsk en ANP\n14 maart 2022", "Lena Marsk"), ("Geschreven door Lena Marsk en Anke de Wit", "Lena Marsk en Anke de Wit"),
        ("By José María Ortega y Velt\n14 March 2022", "José María Ortega y Velt"),
        // At the end of the deck.
        ("Traders fear the winter, and the ferrymen see their chance, writes Lena Marsk.", "Lena Marsk"),
        ("Traders fear the winter, and the ferrymen see their chance. By Lena Marsk", "Lena Marsk"),
        ("Traders fear the winter, and the ferrymen see their chance. Lena Marsk reports.", "Lena Marsk"),
        // Nobody.
        ("Location\nKarsh Fells\n14 March 2022", nil), ("By Our Political Correspondent\n14 March 2022", nil),
        ("Mayor Orhan Deel\n14 March 2022", nil),
        ("Orhan Deel, mayor of Karsh\n14 March 2022", nil), ("Fact Check\n14 March 2022", nil), ("Planning Committee\n14 March 2022", nil),
        ("Orhan Deel Photography\n14 March 2022", nil), ("— Orhan Deel (@orhandeel) March 12, 2022", nil),
    ]

    @Test(arguments: heads) func head_namesTheAuthor(head: String, author: String?) throws {
        #expect(try PageReader().read(text: "Karsh port opens again after strike\n\(head)\n\n\(Self.text)").byline == author)
    }

    static let ends: [(String, String?)] = [
        ("Lena Marsk is the chief reporter of The Karsh Courier", "Lena Marsk"), ("About the author: Lena Marsk", "Lena Marsk"),
        ("Contact Courier reporter Lena Marsk at lena@karsh.example", "Lena Marsk"),
        ("Lena Marsk\nLena is our chief reporter. She likes ships.\nView all posts", "Lena Marsk"),
        ("Yours faithfully,\nLena Marsk", "Lena Marsk"),
        // Of comments, other articles, and whoever may be asked.
        ("Ferry fares to rise\nBy Orhan Deel\n12 March 2022\nMarket hall sold\nBy Ada Quist\n11 March 2022", nil),
        ("Posted on March 12, 2022 by Orhan Deel\nWhat a waste.\nPosted on March 13, 2022 by Ada Quist\nYes.", nil),
        ("Contact Orhan Deel on 555 0134 to book a place.", nil), ("— Orhan Deel (@orhandeel) March 12, 2022", nil),
    ]

    @Test(arguments: ends) func end_namesTheAuthorAndNobodyElse(end: String, author: String?) throws {
        let reading = try PageReader().read(text: "Karsh port opens again after strike\n\n\(Self.text)\n\n\(end)\n")
        #expect(reading.byline == author)
        #expect(reading.datePublished == nil)
    }

    @Test(arguments: ["Skip to main content", "Home News Sport Business Opinion"]) func menuAboveTheCredit_isNoTeaser(menu: String) throws {
        let reading = try PageReader().read(
            text: "\(menu)\nBy Lena Marsk\n14 March 2022\nKarsh port opens again after strike\n\n\(Self.text)")
        #expect(reading.byline == "Lena Marsk" && reading.datePublished?.description == "2022-03-14")
    }

    @Test func teaserAboveTheHeadline_namesNobody() throws {
        let reading = try PageReader().read(
            text: """
                The Karsh Courier
                Ferry fares to rise again
                By Orhan Deel
                12 March 2022

                Karsh port opens again after strike
                By Lena Marsk
                14 March 2022

                \(Self.text)
                """)
        #expect(reading.byline == "Lena Marsk")
        #expect(reading.datePublished?.description == "2022-03-14")
    }

    @Test(arguments: [
        "Wyatt Lake", "Isla McReadie", "Will Grant", "June Weekes", "Faith Osei", "Jennifer Long", "Kenneth Church", "Jan de Vries",
        "Анна Ковальская", "Геннадий Широкий", "Enrico Fischer",
    ]) func nameBesideTheDate_isTheAuthor(name: String) throws {
        #expect(try PageReader().read(text: "Karsh port opens again after strike\n\(name)\n14.03.2022\n\n\(Self.text)").byline == name)
    }

    @Test(arguments: [
        "Capitol Hill", "Air Quality", "Bird Flu", "Nobel Prize", "Künstliche Intelligenz", "Erneuerbare Energien", "Landkreis Harburg",
        "Conseil Municipal", "Transition Écologique", "Gran Canaria", "Guardia Civil", "Reggio Emilia", "Protezione Civile", "Den Haag",
        "Tweede Kamer", "Minas Gerais", "Svenska Kyrkan", "Zielona Góra", "Нижний Новгород", "Верховный Суд", "محرر الأخبار",
        "מערכת החדשות",
    ]) func placeOrTopicBesideTheDate_isNobody(name: String) throws {
        #expect(try PageReader().read(text: "Karsh port opens again after strike\n\(name)\n14.03.2022\n\n\(Self.text)").byline == nil)
    }

    private static let chinese = """
        卡尔什港口在关闭十一周之后重新开放，官员们星期一这样说，全城的钟都敲响了。

        第一艘船在黎明时分载着橙子进港，起重机开始转动，没有人受伤。
        """
    private static let japanese = """
        カルシュ港は十一週間ぶりに再開したと当局が月曜日に発表し、町の鐘がすべて鳴らされた。

        夜明けにオレンジを積んだ最初の船が入港し、起重機が動き始めた。けが人はいなかった。
        """
    private static let korean = """
        카르시 항구가 십일 주 만에 다시 문을 열었다고 당국이 월요일에 밝혔고, 도시의 모든 종이 울렸다.

        새벽에 오렌지를 실은 첫 배가 들어왔고 기중기가 움직이기 시작했다. 다친 사람은 없었다.
        """

    @Test(
        arguments: [
            ("港口重新开放", "文｜陈若溪", chinese, "陈若溪"), ("港口重新开放", "摄影：陈若溪", chinese, nil), ("港口重新开放", "撰稿：陈若溪", chinese, "陈若溪"),
            ("港が再開", "取材・文：高瀬みのり", japanese, "高瀬みのり"), ("港が再開", "執筆：高瀬みのり", japanese, "高瀬みのり"), ("港が再開", "写真：高瀬みのり", japanese, nil),
            ("항구가 다시 열렸다", "글·사진 김철수 기자", korean, "김철수"), ("항구가 다시 열렸다", "[카르시=김철수 기자]", korean, "김철수"),
            ("항구가 다시 열렸다", "김철수·이영희 기자", korean, "김철수, 이영희"), ("항구가 다시 열렸다", "글 김철수", korean, "김철수"),
        ] as [(String, String, String, String?)]) func eastAsianCredit_isNoHeadline(
            headline: String, credit: String, text: String, author: String?
        ) throws
    {
        let reading = try PageReader().read(text: "\(headline)\n\(credit)\n\n\(text)")
        #expect(reading.headline == headline)
        #expect(reading.byline == author)
    }

    private func read(html parts: String, under text: String = "") throws -> PageReading {
        let body = Self.text.replacing("\n\n", with: "</p><p>")
        let page =
            "<title>Karsh port opens again after strike</title><article><h1>Karsh port opens again after strike</h1>\(parts)<p>\(body)</p>\(text)</article>"
        return try HTMLReader().read(Array(page.utf8))
    }

    @Test(arguments: [
        ("<div class=\"byline\"><span>By</span><span>Lena Marsk</span><span>, Chief Reporter</span></div>", "Lena Marsk"),
        (
            "<div itemprop=\"author\"><span itemprop=\"name\">Lena Marsk</span><span itemprop=\"jobTitle\">Chief Reporter</span></div>",
            "Lena Marsk"
        ),
        ("<div class=\"story-author\"><a>Lena Marsk</a><a>@lenamarsk</a></div>", "Lena Marsk"),
        ("<p><em>Lena Marsk reports</em></p>", "Lena Marsk"),
        ("<div class=\"byline\"><span>Author</span><span>Lena Marsk</span></div>", "Lena Marsk"),
        ("<div class=\"author\"><a>Lena Marsk</a> / <a>Omar Velt</a></div>", "Lena Marsk, Omar Velt"),
    ]) func element_holdsMoreThanTheName(parts: String, author: String) throws {
        #expect(try read(html: parts).byline == author)
    }

    @Test(arguments: [
        "<div class=\"card\"><h4><a href=\"/x\">Ferry fares to rise</a></h4><span class=\"author\">Orhan Deel</span></div>",
        "<div><article><h4><a href=\"/x\">Ferry fares to rise</a></h4><p class=\"byline\">By Orhan Deel</p><time datetime=\"2022-03-12\">12 March 2022</time></article><article><h4><a href=\"/y\">Market hall sold to bakers</a></h4><p class=\"byline\">By Ada Quist</p></article></div>",
        "<blockquote><p>We shall see.</p><footer class=\"author\">Orhan Deel</footer></blockquote>",
    ]) func cardsUnderTheText_nameNobodyAndNoDay(cards: String) throws {
        let reading = try read(html: "", under: cards)
        #expect(reading.byline == nil)
        #expect(reading.datePublished == nil)
    }

    @Test(arguments: [
        "<figure><img src=\"a.jpg\"><figcaption>The port<span class=\"byline\">By Orhan Deel</span></figcaption></figure>",
        "<p class=\"quote-author\">Orhan Deel, ferryman</p>",
        "<meta name=\"author\" content=\"Karsh City Council\">", "<div class=\"author\">Sponsored by Karsh Savings</div>",
        "<div class=\"author\">Press Release</div>", "<div class=\"author\">Redazione Cronaca</div>",
    ]) func elementOfSomebodyElse_namesNobody(part: String) throws {
        #expect(try read(html: part).byline == nil)
    }

    private static let dayBefore = "<time datetime=\"2022-03-13T10:22:00Z\">13 March 2022</time>"
    private static let day = "<time datetime=\"2022-03-14T10:22:00Z\">14 March 2022</time>"

    @Test(
        arguments: [
            ("<p>Last updated \(day)</p>", nil, "2022-03-14T10:22:00Z"),
            ("<div><div>Last modified</div><div>\(day)</div></div>", nil, "2022-03-14T10:22:00Z"),
            ("<p>Updated \(day) Published \(dayBefore)</p>", "2022-03-13T10:22:00Z", "2022-03-14T10:22:00Z"),
            ("<p>Updated \(day)</p><p>Published \(dayBefore)</p>", "2022-03-13T10:22:00Z", "2022-03-14T10:22:00Z"),
            ("<p>Deadline: \(day)</p>", nil, nil),
        ] as [(String, String?, String?)]) func time_isWhatStandsBeforeIt(parts: String, published: String?, modified: String?) throws
    {
        let reading = try read(html: parts)
        #expect(reading.datePublished?.description == published)
        #expect(reading.dateModified?.description == modified)
    }

    @Test func listOfOtherArticles_saysNothingOfThisOne() throws {
        let list = """
            <script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle",
            "headline":"Ferry fares to rise","author":{"name":"Orhan Deel"},"datePublished":"2022-03-12"}}]}</script>
            """
        let reading = try read(html: list)
        #expect(reading.byline == nil && reading.datePublished == nil)
    }

    @Test func articleCopiedIntoAForum_isOfTheDayOnWhichItWasPrinted() throws {
        let reading = try PageReader().read(
            text: """
                Karsh port opens again after strike
                by harbourjoan » Thu Feb 18, 2016 7:22 pm

                The Karsh Courier, Wednesday 17 February 2016, page 5: The port opens again.

                \(Self.text)
                """)
        #expect(reading.datePublished?.description == "2016-02-17")
    }
}
