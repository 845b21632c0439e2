import DatelineModels
import DatelineReading
import Testing

/// What stands around the headline: outlet, author, menus, labels in several languages.
@Suite struct HeadTests {
    private static let text =
        "\n\nThe port of Karsh was open again after eleven weeks, officials said.\n\nThe first ship came in at dawn, and the cranes began to move.\n"
    private static let body =
        "The port of Karsh was open again after eleven weeks, officials said.\n\nThe first ship came in at dawn, and the cranes began to move."

    static let authors: [(String, String?)] = [
        ("Karsh port opens again\nLena Marsk\n26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nLena Marsk, 26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nLena Marsk · 26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nLena Marsk and Orhan Deel MARCH 26 2024", "Lena Marsk and Orhan Deel"),
        ("Karsh port opens again\nLena Marsk (text), Orhan Deel (pictures)\n26.03.2024", "Lena Marsk"),
        ("Karsh port opens again\nLena Marsk at Pier Lane\n26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nLena Marsk\nTransport correspondent\n26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nMarch 26, 2024\nBy LENA MARSK", "LENA MARSK"),
        ("Karsh port opens again\nLena Marsk/Karsh\n26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nKarsh: Lena Marsk\n26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nLena Marsk · 5 min read\n26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nLena Marsk for the Karsh Courier\n26 March 2024", "Lena Marsk"),
        ("Karsh port opens again\nLENA MARSK, Chief Harbour Correspondent\nand OMAR VELT\n26 March 2024", "LENA MARSK, OMAR VELT"),
        ("Karsh port opens again\nKreisfeuerwehrverband Moorkirchen\n26. März 2024", nil),
        ("Karsh port opens again\nBy LENA MARSKJUNE 5, 2015", "LENA MARSK"),
        ("Karsh port opens again\nWords by Lena Marsk, photographs by Orhan Deel", "Lena Marsk"),
        ("Karsh port opens again\nInterview by Lena Marsk", "Lena Marsk"),
        ("Karsh port opens again\ndi Lena Marsk\n26 marzo 2024", "Lena Marsk"),
        ("Karsh port opens again\nAutorin: Lena Marsk", "Lena Marsk"),
        ("Порт Карша снова открыт\nМарина Лугова\n26 марта 2024", "Марина Лугова"),
        ("ميناء كرش مفتوح من جديد\nسلمى الحداد\n26 مارس 2024", "سلمى الحداد"),
        // Nobody.
        ("Karsh port opens again\nMiddle East\n26 March 2024", nil),
        ("Karsh port opens again\nNews Desk\n26 March 2024", nil),
        ("Karsh port opens again\nNew York\n26 March 2024", nil), ("Karsh port opens again\nRio de Janeiro, 26 March 2024", nil),
        ("Karsh port opens again\nThe Karsh Courier\n26 March 2024", nil),
        ("Karsh port opens again\nPhoto Essay\n26 March 2024", nil),
        ("Karsh port opens again\nRedaktion\n26 March 2024", nil),
        ("Karsh port opens again\nUniversity of Karsh\n26 March 2024", nil),
    ]

    @Test(arguments: authors) func name_withoutBy_isTheAuthor(head: String, author: String?) throws {
        let reading = try PageReader().read(text: head + Self.text)
        #expect(reading.byline == author)
        #expect(reading.body.hasSuffix(Self.body))
    }

    static let outlets: [(String, String?)] = [
        ("Baltic Ear\nNews\nSport\nKarsh port opens again", "Baltic Ear"),
        ("Baltic Ear | Home | World\nKarsh port opens again", "Baltic Ear"),
        ("Baltic EarHomeWorldSport\nKarsh port opens again", "Baltic Ear"),
        ("Karsh Bulletin          No. 118\nKarsh port opens again", "Karsh Bulletin"),
        ("Polderbode\nNieuws Regio Sport Weer\nKarsh port opens again", "Polderbode"),
        ("Заречный вестник\nГлавная\nНовости\nKarsh port opens again", "Заречный вестник"),
        ("北浜新聞\n社会\nKarsh port opens again", "北浜新聞"),
        // Sections and authors are no outlets.
        ("Science\nKarsh port opens again", nil),
        ("Cronaca\nKarsh port opens again", nil),
        ("26 March 2024\nLena Marsk\nKarsh port opens again", nil),
    ]

    @Test(arguments: outlets) func nameAboveTheHeadline_isTheOutlet(head: String, outlet: String?) throws {
        let reading = try PageReader().read(text: head + Self.text)
        #expect(reading.source == outlet)
        #expect(reading.headline == "Karsh port opens again")
        #expect(reading.body == Self.body)
    }

    static let tops = [
        "The Karsh Bugle\nServing the county since 1902\nKarsh port opens again\nBy Lena Marsk",
        "Home Politics Business Arts Leisure\nKarsh port opens again",
        "Breaking: B 188 closed after accident\nMenu\nKarsh port opens again\nLena Marsk\n26 March 2024",
        "首页 新闻 文化 体育\nKarsh port opens again",
        "BC-Karsh Port, 1st Ld-Writethru,0240\nKarsh port opens again", "View this email in your browser\nKarsh port opens again",
        "Zum Inhalt springen\nStartseite\nKarsh port opens again", "Wed 08/14/2019\nKarsh port opens again",
    ]

    @Test(arguments: tops) func headline_isFoundUnderWhatStandsOverIt(_ top: String) throws {
        let reading = try PageReader().read(text: top + Self.text)
        #expect(reading.headline == "Karsh port opens again")
        #expect(reading.body == Self.body)
    }

    @Test func headlineThatLooksLikeALink_isKeptWhereNothingElseIs() throws {
        let reading = try PageReader().read(text: "KarshWire\nWatch: Karsh port opens again\nFeb 19, 2020" + Self.text)
        #expect(reading.headline == "Watch: Karsh port opens again")
    }

    static let dates: [(String, String?, String?)] = [
        // Above the headline, but beside the author.
        ("Lena Marsk · May 12, 2020\nKarsh port opens again", "2020-05-12", nil),
        ("The Karsh Courier\nMay 12, 2020\nKarsh port opens again", nil, nil),
        ("Karsh port opens again\nBy LENA MARSKJUNE 5, 2015", "2015-06-05", nil),
        ("Karsh port opens again\nDISMAY 5", nil, nil),
        // Above it, with the time of a change, or over what only an article has; the clock of a site has neither.
        ("09:31 12.12.2023 (обновлено: 11:05 14.12.2023)\nKarsh port opens again", "2023-12-12", "2023-12-14"),
        (
            "The Karsh Courier\n14 March 2024\n12 March 2024 - 11:20\nStory code: 6023417\nPrint this\nKarsh port opens again",
            "2024-03-12", nil
        ),
        ("The Karsh Courier\n14 March 2024 - 11:20\nKarsh port opens again", nil, nil),
        ("Karsh port opens again\nPublicerad 1 juni 2017 06:00\nUppdaterad 2 juni 2017 11:14", "2017-06-01", "2017-06-02"),
        ("Karsh port opens again\nYayınlanma: 24 Eylül 2020 10:15\nGüncelleme: 25 Eylül 2020 08:30", "2020-09-24", "2020-09-25"),
        ("Karsh port opens again\n11 בינואר 2023", "2023-01-11", nil),
        ("Karsh port opens again\n۹ آوریل ۲۰۱۹", "2019-04-09", nil),
        ("Karsh port opens again\nNews Release 13-May-2021", "2021-05-13", nil),
        ("Karsh port opens again\n12. 10. 2020", "2020-10-12", nil),
        ("Karsh port opens again\nData publikacji: 02.05.2018 07:55\nAktualizacja: 04.05.2018 16:20", "2018-05-02", "2018-05-04"),
        ("Karsh port opens again\n14/08/2023 15h22 (horário de Brasília)", "2023-08-14T18:22Z", nil),
        ("Karsh port opens again\n05.03.2020, 09:15 (мск)", "2020-03-05T06:15Z", nil),
    ]

    @Test(arguments: dates) func dates_inSeveralLanguagesAndPlaces(head: String, published: String?, modified: String?) throws {
        let reading = try PageReader().read(text: head + Self.text)
        #expect(reading.datePublished?.description == published)
        #expect(reading.dateModified?.description == modified)
    }

    @Test func noteOfAnAmendment_givesTheDateOfTheChange() throws {
        let text =
            "Karsh port opens again\nPublished 30 April 2020" + Self.text
            + "\n• This article was amended on 4 May 2020 to correct a name.\n"
        let reading = try PageReader().read(text: text)
        #expect(reading.datePublished?.description == "2020-04-30")
        #expect(reading.dateModified?.description == "2020-05-04")
    }

    @Test func orderOfDigits_followsTheLanguage_asAnInference() throws {
        let text =
            "Le port de Karsh est ouvert\nPublié le 05/07/2022\n\nLe port de la ville est ouvert après onze semaines de grève dans les docks.\n"
        let reading = try PageReader().read(text: text)
        // Never more than the month, where nothing but the language decides.
        #expect(reading.datePublished?.description == "2022-07")
        #expect(reading.dateStatus == .inferred)
        #expect(
            try PageReader().read(text: "Karsh port opens again\nPublished 05/07/2022" + Self.text).datePublished?.description == "2022")
    }
}
