import DatelineModels
import DatelineReading
import Testing

/// What a page's make says of its lines where no known phrase does: menus, captions, boxes, appeals, and what lies after the text.
@Suite struct StructureTests {
    private static let paragraphs = [
        "The ferry Albatros ran onto the sandbank off Tarnholm on Friday evening with ninety passengers, the coast guard said.",
        "Two tugs tried to pull the ferry off the bank at high water, but a cable broke and the captain called them back.",
        "The passengers were taken ashore in fishing boats, wrapped in blankets that the women of Tarnholm had brought to the quay.",
        "The coast guard hopes to refloat the Albatros at the spring tide, when the bank lies two metres under water.",
    ]
    private static let headline = "Ferry with ninety aboard runs onto sandbank"
    private static let text = paragraphs.joined(separator: "\n\n")

    private static func read(over: String = "", between: String = "\n", under: String = "") throws -> PageReading {
        try PageReader().read(
            text: over + headline + "\n\n" + paragraphs[..<2].joined(separator: "\n\n") + "\n" + between
                + paragraphs[2...].joined(separator: "\n\n") + "\n" + under)
    }

    static let tops = [
        "HOME LATEST HARBOUR OPINION BUSINESS IMAGES SPORT MAGAZINES TECH\n", "Abo  E-Paper  Trauer  Immo  Jobs\n",
        "News Sport Quayside What's On Nostalgia Jobs Homes Cars\n", "A word from the harbour, every day\nSupport us on Piggy\n",
        "Follow us on Kites and Balloons\n", "INICIO\nESTADO\nVIRAL\nSíguenos en las redes\n",
        "Get our newsletter, and never miss a tide. Sign up in a minute.\nMore tides\n",
    ]

    @Test(arguments: tops) func headline_isTheLineThatSharesWordsWithTheText(_ top: String) throws {
        let reading = try Self.read(over: top)
        #expect(reading.headline == Self.headline)
        #expect(reading.body == Self.text)
    }

    static let between = [
        "Donkey wins prize for patience\nMarch 3, 2021\nMayor forgets own birthday again\nMarch 1, 2021\n",
        "Te puede interesar: Un burro gana un premio\n", "SEE ALSO | Mayor forgets own birthday again\n",
        "Lesen Sie auch: Esel gewinnt Preis\n", "Διαβάστε ακόμη: Γάιδαρος κερδίζει βραβείο\n", "اقرأ أيضًا.. حمار يفوز بجائزة الصبر\n",
        "Get more from us with a digital subscription. Fewer ads, faster pages.\n",
        "The quay at dawn, seen from the tower (Image: Harbour Watch)\n", "The quay at dawn | Photo: M. Marsk\n",
        "Der Kai im Morgenlicht. (Archivbild) © Jürgen Palm\n", "Καΐκια στο λιμάνι (Φωτογραφία: Μαρία Λιμενίδου)\n",
        "The quay at dawn, from the tower. (Kites News: Ada Quist)\n",
        // A box that offers something, and what lies between its lines.
        "Sign up to Morning Tides\nFree weekly newsletter\nGuest pieces, and the best of our readers’ letters. Plus a cartoon.\nEnter your email address\n",
        "Newsletter\nGuten Morgen, Kai!\nWas heute wichtig ist, jeden Morgen in Ihrem Postfach. Mit meiner Anmeldung stimme ich zu.\nJetzt abonnieren\n",
        "Related article\nA film shows the pans of salt.\nHow a dry lake became the talk of three countries\n",
        "Gestern, 17:40\nEsel gewinnt Preis für Geduld\n",
        // Captions that their neighbours tell, or the credit at their end.
        "Two piers at night, seen from the water.\nTwo piers at night, seen from the water. Ramiro Quill\n",
        "Image caption,\nThe trench was no deeper than a spade\n",
        "A banner outside the hall reads nothing at all.\nIker Moncada/Latpress/Kite Images\n",
        "Dans la petite classe, le 14 février 2024. BENOÎT ARSAC POUR « LE COURANT »\n",
    ]

    @Test(arguments: between) func boxBetweenParagraphs_isLeftOut(_ box: String) throws {
        let reading = try Self.read(between: "\n" + box + "\n")
        #expect(reading.body == Self.text)
    }

    @Test func shortSentenceBetweenTwoOffers_stays() throws {
        let between = "\nSign up for our newsletter\n\nNobody was hurt.\n\nFollow us on Kitebook\n\n"
        #expect(try Self.read(between: between).body.contains("Nobody was hurt."))
    }

    @Test func titleThatSharesWordsWithTheText_isASubheading() throws {
        let reading = try Self.read(between: "\nTugs against the tide off Tarnholm\n\n")
        #expect(reading.body.contains("Tugs against the tide"))
    }

    static let under = [
        "Wind and Water\nPiers\nHarbour Life\nWe look after your details as set out in our privacy notice.\nThe week by the sea, delivered on Thursdays.\n",
        "Copyright KITE POST.\nNo part of this may be printed or sung without the leave of the owner.\n",
        "Most read\nDonkey wins prize\nHe stood still for eleven hours and ate nothing but a hat.\nMayor forgets birthday\nThe cake was eaten by his deputies, who had remembered it.\n",
        "Reader comments\n4 thoughts on “Ferry”\nLudo\nMarch 4, 2021 at 6:41 am\nAbout time somebody moved that bank, I have said so for years.\n",
        "Gästebuch\nKommentare\nZum Kommentieren müssen Sie angemeldet sein.\n",
        "Reporting by Lena Marsk; Editing by Ada Quist\nOur Rules: The Kite Book.\n",
    ]

    @Test(arguments: under) func whatFollowsTheText_isLeftOut(_ tail: String) throws {
        let reading = try Self.read(under: "\n" + tail)
        #expect(reading.body == Self.text)
    }

    static let stays = [
        "Nobody was hurt.", "The captain, who is 61, said that he would not leave his ship.",
        "“Sign in here, they told us, and leave your e-mail with the newsletter people,” a passenger said of the company's app.",
        "Our harbour master could not be reached for comment on Friday.",
    ]

    @Test(arguments: stays) func lastParagraph_stays(_ last: String) throws {
        #expect(try Self.read(under: "\n" + last + "\n").body.hasSuffix(last))
    }

    @Test func columnOfAnOldPaper_isJoinedToParagraphs() throws {
        let page =
            "Ferry runs onto sandbank\n\n  The ferry Albatros ran onto the\n  sandbank off Tarnholm on Friday\n  evening with ninety passengers, and\n  lay there until the tide.\n  Two tugs tried to pull the ferry off\n  the bank at high water, but a cable\n  broke and the captain called them\n  back.\n"
        #expect(
            try PageReader().read(text: page).body
                == "The ferry Albatros ran onto the sandbank off Tarnholm on Friday evening with ninety passengers, and lay there until the tide.\n\nTwo tugs tried to pull the ferry off the bank at high water, but a cable broke and the captain called them back."
        )
    }

    static let bylines: [(String, String?)] = [
        ("Lena Marsk\nSenior Fellow, Sea Programme\nOrhan Deel\nVisiting Fellow\nMarch 6, 2021", "Lena Marsk, Orhan Deel"),
        ("Portrait of Lena Marsk Lena Marsk\nGuest columnist", "Lena Marsk"),
        ("By Lena Marsk @lmarsk Harbour reporter", "Lena Marsk"), ("Lena Marsk - The Kite Post", "Lena Marsk"),
        ("Por Lena Marsk, Portal Beira Mar — Tarnholm", "Lena Marsk"), ("Lena MARSK.\nPublié le 6 mars 2021", "Lena MARSK"),
        ("By Lena Marsk Updated March 6, 2021", "Lena Marsk"), ("Lena MarskPosted on March 6, 2021", "Lena Marsk"),
        ("ByLena MarskCourt reporter", "Lena Marsk"), ("By our harbour reporter Lena Marsk", "Lena Marsk"),
        ("By Political Editor Lena Marsk", "Lena Marsk"), ("Lena Marsk | Orhan Deel Published March 6, 2021", "Lena Marsk, Orhan Deel"),
        ("Algemeen  door Lena Marsk  6 maart 2021, 14:05 uur", "Lena Marsk"), ("Kite Biologics, Inc.\nMarch 6, 2021", nil),
        ("Lena Marsk, lmarsk@karsh.example, 555-010-0199\nMarch 6, 2021", "Lena Marsk"),
        ("By Chief Constable Ada Marsk", "Chief Constable Ada Marsk"),
        ("本报讯（记者陈若溪、林小明）", "陈若溪、林小明"), ("本报讯（记者 陈若溪 通讯员 林小明）", "陈若溪"),
        ("مأخوذ\nكتبت: سلمى الحداد", "سلمى الحداد"), ("本报讯（记者 陈若溪）", "陈若溪"), ("See All\nMarch 6, 2021", nil),
    ]

    @Test(arguments: bylines) func authors_ofSeveralMakes(line: String, author: String?) throws {
        let reading = try PageReader().read(text: Self.headline + "\n" + line + "\n\n" + Self.text)
        #expect(reading.byline == author)
        #expect(reading.body.hasSuffix(Self.text))
    }

    static let sources: [(String, String, String?)] = [
        ("My News\nRegister\n", "Tarnholm is read at dawn.\n© Tarnholm. All rights reserved\nTarnholm Data\n", "Tarnholm"),
        ("Home\nAdvert Rates\n", "Copyright KITE BEACON.\nKite Beacon is a site about the sea.\n", "KITE BEACON"),
        ("kitepoint\nkites, quays & other things\nAbout\nArchive\nRSS\n", "", "kitepoint"), ("Search in Harbours\n", "", nil),
    ]

    @Test(arguments: sources) func outlet_isTheNameThatMostOfThePageSpeaksFor(top: String, foot: String, source: String?) throws {
        #expect(try Self.read(over: top, under: "\n" + foot).source == source)
    }

    @Test func labelledSource_inAnotherLanguage() throws {
        let page = "末班渡轮搁浅 九十名乘客获救\n2020-11-05 08:31 来源：北港晚报\n\n载有九十名乘客的渡轮周五晚在塔恩岛外搁浅，海岸警卫队表示没有人受伤，乘客已乘渔船上岸。\n"
        let reading = try PageReader().read(text: page)
        #expect(reading.source == "北港晚报")
        #expect(reading.datePublished?.description == "2020-11-05")
    }

    static let dates: [(String, String?, String?)] = [
        ("פורסם: 07:14, 23.08.22\nעודכן: 09:51, 24.08.22", "2022-08-23", "2022-08-24"),
        ("March 3, 2021 Updated 2:14 PM PT\nPublished March 3, 2021 6 AM PT", "2021-03-03T14:00Z", "2021-03-03T22:14Z"),
        ("Erstellt: 11.09.2020, 16:48 Uhr\nStand: 12.09.2020, 09:05 Uhr", "2020-09-11", "2020-09-12"),
        ("17/10/2022 16h45 Atualizado há 2 dias", "2022-10-17", nil), ("Hace 2 horas", nil, nil), ("3 часа назад", nil, nil),
        // The solar calendar; its last month has thirty days in some years only.
        ("۲۴ بهمن ۱۴۰۲ - ۱۱:۲۰", "2024-02-13", nil), ("1402/11/24", "2024-02-13", nil), ("30 اسفند 1403", "2025-03-20", nil),
        ("30 اسفند 1402", nil, nil), ("24 بهمن 2402", nil, nil),
        ("آخر تحديث: 26/3/2024 – 05:28 ص (بتوقيت مكة المكرمة)", nil, "2024-03-26T02:28Z"),
        ("١١ مارس ٢٠٢٥ - ٠٩:١٥ بتوقيت غرينتش", "2025-03-11T09:15Z", nil),
        ("January 23, 2025 January 24, 2025", "2025-01-23", "2025-01-24"),
        ("Monday 22 January 2024\nLast updated: 17:48 GMT", "2024-01-22", "2024-01-22T17:48Z"),
        ("Published\n7 May 2024\nLast updated\n9 May 2024 -- See all updates", "2024-05-07", "2024-05-09"),
        ("5 december 2023, 11:04\nAangepast 6 december 2023, 13:37", "2023-12-05", "2023-12-06"),
        // A weekday alone fits several years.
        ("Saturday, May 14", nil, nil), ("Mar 3", nil, nil), ("Version 1.2.22", nil, nil),
    ]

    @Test(arguments: dates) func dates_ofSeveralMakes(line: String, published: String?, modified: String?) throws {
        let reading = try PageReader().read(text: Self.headline + "\n" + line + "\n\n" + Self.text)
        #expect(reading.datePublished?.description == published)
        #expect(reading.dateModified?.description == modified)
    }

    @Test func orderOfDigits_isToldByTheDatesOfOtherStories() throws {
        let page = "\(Self.headline)\n04/05/2023 | Local | Lena Marsk\n\n\(Self.text)\n\nRecent Posts\n29/04/2023 Donkey wins prize\n"
        let reading = try PageReader().read(text: page)
        #expect(reading.datePublished?.description == "2023-05-04")
        #expect(reading.dateStatus == .stated)
    }

    @Test func orderOfDigits_isToldByAWeekdayInTheText() throws {
        let page =
            "Barca encalha\nPublicado em 03/10/2022\n\nA barca encalhou na noite desta segunda-feira (3), com noventa passageiros a bordo, disse a guarda.\n"
        let reading = try PageReader().read(text: page)
        #expect(reading.datePublished?.description == "2022-10-03")
        #expect(reading.dateStatus == .stated)
    }

    @Test func read_paragraphThatIsSaidTwice_staysTwice() throws {
        let said = "We will not leave the harbour."
        let text = "The port of Karsh was open again after eleven weeks, officials said.\n\n\(said)\n\n\(said)"
        let reading = try PageReader().read(text: "Karsh port opens again after the long strike\n\n\(text)\n")
        #expect(reading.body == text)
    }
}
