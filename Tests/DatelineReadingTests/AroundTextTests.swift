import DatelineModels
import DatelineReading
import Testing

/// What stands between head and text and among the paragraphs: players, lists that are read out, decks and captions over the author.
@Suite struct AroundTextTests {
    private static let first =
        "The port of Karsh was open again after eleven weeks on Monday, officials said, and the cranes began to move."
    private static let second = "The first ship came in at dawn with a load of oranges, and the harbour master rang the bell of the port."
    private static let third = "Nobody was hurt when the cranes of the port began to move, but for the pride of the harbour master."
    private static let headline = "Karsh port opens again after eleven weeks"

    private static func between(_ lines: String) throws -> String {
        try PageReader().read(text: [headline, "By Lena Marsk", "26 March 2024", first, second, lines, third].joined(separator: "\n")).body
    }

    @Test(arguments: [
        "Recent Stories from karshlive.example\nCurrent Time 0:00\nDuration 1:52", "Loaded: 0%\nRemaining Time -0:00",
        "Related stories\nWhich of the ferries sail today?\nBaker of Tarnholm wins prize",
        "People are also reading…\n1\nBaker of Tarnholm wins prize\n2\nDonkey found again on roof",
        "Read also\nlist of 2 items\nlist 1 of 2\nBaker of Tarnholm wins prize\nlist 2 of 2\nWho stole the donkey?\nend of list",
        "Also in Harbours | What the new law means for bakers",
    ]) func linesAmongTheText_areNone(lines: String) throws {
        #expect(try Self.between(lines) == [Self.first, Self.second, Self.third].joined(separator: "\n\n"))
    }

    @Test(arguments: ["Duration of the strike 1:52", "Also in Karsh: three bakers were hurt on Monday."])
    func linesThatOnlyLookLikeThat_stay(line: String) throws {
        #expect(try Self.between(line).contains(line))
    }

    @Test func interview_goesOnBehindALink() throws {
        let page = """
            She has rung the bell of Karsh for forty years
            By Lena Marsk
            26 March 2024
            \(Self.first)
            How did it begin?
            "My aunt had rung the bell before me, and one day she fell down the stairs of the tower."
            Have you ever missed a morning?
            "Two of them, and on one of these the bell itself had been stolen by sailors."
            Read also
            Baker of Tarnholm wins prize with loaf of nine pounds
            What will come after you?
            "Somebody has bought a machine, which knows nothing about fog."
            """
        #expect(try PageReader().read(text: page).body.hasSuffix("knows nothing about fog.\""))
    }

    /// A link between two parts of a text ends it only where nothing but teasers follows.
    @Test(arguments: [
        "Related\n\nBaker of Tarnholm wins prize",
        "Related stories\nBaker of Tarnholm wins prize\nDonkey found again on roof\n\nWhat the strike has cost",
    ]) func linkAmongTheText_cutsNoParagraphUnderATitle(link: String) throws {
        let page = [Self.headline, "By Lena Marsk", "26 March 2024", Self.first, Self.second, link, Self.third].joined(separator: "\n\n")
        #expect(try PageReader().read(text: page).body.hasSuffix(Self.third))
        let more = "The strike of the crane drivers has cost the port and the town of Karsh some nine million crowns, officials said."
        let parts = page + "\n\nWhat comes next\n\n" + more
        let body = try PageReader().read(text: parts).body
        #expect(body.contains(Self.third) && body.hasSuffix(more))
    }

    @Test func longBoxBeforeTheLastParagraph_leavesIt() throws {
        let box = """
            Newsletter
            Subscribe to our newsletter and get the best of Karsh in your inbox.
            Sign up
            Most read
            Baker of Tarnholm wins prize
            Donkey found again on roof
            Small hotels fear a quiet Easter
            """
        let last = "The cranes of the port will be painted in June, officials said."
        let page = [Self.headline, "By Lena Marsk", "26 March 2024", Self.first, Self.second, box, last].joined(separator: "\n\n")
        #expect(try PageReader().read(text: page).body == [Self.first, Self.second, last].joined(separator: "\n\n"))
    }

    @Test func kickerInALineOfItsOwn_isNoLabelOfTheHeadline() throws {
        for kicker in ["Analysis:", "Opinion:", "Kommentar:"] {
            let reading = try PageReader().read(
                text: "Karsh Courier\n\(kicker)\n\(Self.headline)\nBy Lena Marsk\n\n\(Self.first)\n\n\(Self.second)\n")
            #expect(reading.headline == Self.headline)
        }
        let release = "From:\nKarsh Harbour Office of Trade\n\n\(Self.headline)\n\n\(Self.first)\n\n\(Self.second)\n"
        #expect(try PageReader().read(text: release).headline == Self.headline)
    }

    @Test func twoSentencesOverAuthorAndDay_areOfTheHead() throws {
        let deck = "The strike is over, and nobody knows who has won.\nThe cranes of the port have begun to move again."
        let page =
            "\(Self.headline)\n\(deck)\nBy Lena Marsk\n26 March 2026\n\n\(Self.first)\n\n\(Self.second)\n\n\(Self.third)\n"
        let reading = try PageReader().read(text: page)
        #expect(reading.byline == "Lena Marsk")
        #expect(reading.datePublished?.description == "2026-03-26")
        #expect(reading.dateStatus == .stated)
        #expect(!reading.body.contains("By Lena"))
    }

    @Test func deckAndCaptionOverAuthorAndDay_areOfTheHead() throws {
        let page = """
            The Karsh Courier
            \(Self.headline)
            The strike is over. Nobody knows who has won, and nobody in the town of Karsh seems to ask.
            The bell of the port, seen from the quay on Monday.
            Omar Velt
            Lena Marsk
            Karsh - 26 March 2024 - 10:15 GMT
            Updated: 26 March 2024 - 12:40 GMT
            Share
            12
            Go to comments
            \(Self.first)
            \(Self.second)
            \(Self.third)
            About the author
            Lena Marsk
            """
        let reading = try PageReader().read(text: page)
        #expect(reading.datePublished?.description == "2024-03-26T10:15Z")
        #expect(reading.dateModified?.description == "2024-03-26T12:40Z")
        // The other one took the picture.
        #expect(reading.byline == "Lena Marsk")
    }

    @Test func daysOfAListUnderTheText_arentTheArticles() throws {
        let page = """
            \(Self.headline)
            26 March 2024
            \(Self.first)
            \(Self.second)
            Baker of Tarnholm wins prize
            Published on 2 March 2024
            Donkey found again on roof
            Published on 7 March 2024
            """
        #expect(try PageReader().read(text: page).datePublished?.description == "2024-03-26")
    }

    @Test func captionWithAPartOfTheOutletsName_isNoHeadline() throws {
        let page = """
            Tarnia Live
            Harbours
            \(Self.headline)
            The harbour master before the bell of the port of Karsh (Tarnia)
            Lena Marsk
            26 March 2024
            \(Self.first)
            \(Self.second)
            """
        #expect(try PageReader().read(text: page).headline == Self.headline)
    }

    @Test func nameBeforeTheDay_isTheAuthorInJapanese_whereItIsSigned() throws {
        let text = "港は十一週間ぶりに再開し、最初の船が夜明けに入った。港長は鐘を鳴らした。\n船は十一週間、沖で待っていた。町の人々は岸壁で船を迎えた。"
        let page = { (line: String, end: String) in "北浜新報\n十一週間ぶりに港が再開　最初の船が入港\n\(line) 2024年3月26日 5時00分\n\(text)\(end)\n" }
        #expect(try PageReader().read(text: page("潮田みなも", "(潮田みなも)")).byline == "潮田みなも")
        #expect(try PageReader().read(text: page("潮田源太", "（潮田源太）")).byline == "潮田源太")
        #expect(try PageReader().read(text: page("最終更新", "")).byline == nil)
    }

    @Test func offerToReadOnATelephone_isNobodysName() throws {
        let page = "港口新闻网\n港口十一个星期之后重新开放 第一艘船进港\n2024-03-26 08:15 作者：林晓潮\n扫一扫 手机浏览\n港口在十一个星期之后重新开放，第一艘船在黎明时分进港。\n"
        #expect(try PageReader().read(text: page).byline == "林晓潮")
    }

    @Test func danish_isNoDutch() throws {
        let text =
            "Hun har målt vinden på øen i fyrre år, og den er ikke blevet stærkere. Den står i bogen, som hun åbner på første side. "
            + "Om sommeren går hun op på højen, og om vinteren bliver hun på sit kontor. De to æsler går også med op."
        #expect(try PageReader().read(text: "Vinden\n\n\(text)\n").language != "nl")
    }
}
