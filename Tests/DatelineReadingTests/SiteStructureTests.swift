import DatelineModels
import DatelineReading
import Testing

/// Pages in the order in which sites have them: paths, alternative texts, credits of pictures and what stands between head and text.
@Suite struct SiteStructureTests {
    private static let first =
        "The port of Karsh was open again after eleven weeks on Monday, officials said, and the cranes began to move."
    private static let second =
        "The first ship came in at dawn with a load of oranges, and the harbour master rang the bell of the port himself."

    private func read(_ lines: String...) throws -> PageReading {
        try PageReader().read(text: (lines + [Self.first, Self.second]).joined(separator: "\n"))
    }

    @Test(arguments: [
        "Home > News > Harbours > Karsh port opens again after eleven weeks in the dark",
        "HomeNewsHarboursKarsh port opens again after eleven weeks in...", "Courier24 News Karsh port opens again after elev…",
    ]) func path_pointsAtTheHeadline(path: String) throws {
        let reading = try read(
            "The Karsh Courier", path, "A colour of your choice for this page", "Karsh port opens again after eleven weeks in the dark",
            "By Lena Marsk", "26 March 2024")
        #expect(reading.headline == "Karsh port opens again after eleven weeks in the dark")
        #expect(reading.body == Self.first + "\n\n" + Self.second)
    }

    @Test func pictureOverTheHeadline_isNoText() throws {
        let reading = try read(
            "The Karsh Courier", "The bell of the port, seen from the quay. Nobody has rung it since August.",
            "Nadia Frost/Staff Photographer",
            "Who rings the bell of the port?", "Lena Marsk", "26 March 2024")
        #expect(reading.headline == "Who rings the bell of the port?")
        #expect(reading.datePublished?.description == "2024-03-26")
        #expect(!reading.body.contains("seen from the quay"))
    }

    @Test func sameLineTwiceInARow_saysWhatAPictureShows() throws {
        let reading = try read(
            "The Karsh Courier", "Karsh port opens again after eleven weeks", "Cranes of the port of Karsh at dawn",
            "Cranes of the port of Karsh at dawn", "By Lena Marsk", "26 March 2024")
        #expect(reading.headline == "Karsh port opens again after eleven weeks")
        #expect(!reading.body.contains("at dawn\n"))
    }

    @Test func brokenHeadline_isPutTogether() throws {
        let reading = try read(
            "Statements", "26 March 2024", "Statement of the port of Karsh on the opening of", "the eastern basin for all ships and",
            "boats of the county",
            "", "Karsh")
        #expect(
            reading.headline == "Statement of the port of Karsh on the opening of the eastern basin for all ships and boats of the county")
    }

    @Test func scrapsUnderTheCredits_areNoText() throws {
        let reading = try read(
            "Karsh port opens again after eleven weeks", "The harbour master rang the bell himself, and nobody laughed.", "By Lena Marsk",
            "26 March 2024",
            "A+", "14°C")
        #expect(reading.body.hasSuffix(Self.first + "\n\n" + Self.second))
        #expect(!reading.body.contains("14°C") && !reading.body.contains("A+"))
    }

    @Test func captionThatEndsWithTheOutlet_isNoHeadline() throws {
        let reading = try read(
            "Karsh Live", "Karsh port opens again after eleven weeks", "The harbour master before the cranes of the port (Karsh Live)",
            "Lena Marsk", "26 March 2024")
        #expect(reading.headline == "Karsh port opens again after eleven weeks")
        #expect(!reading.body.contains("harbour master before"))
    }

    @Test func lineUnderALabel_isNoHeadline() throws {
        let reading = try read(
            "Karsh port opens again after eleven weeks", "", "From:", "Department for Ports and the Harbour Master of Karsh", "",
            "Published",
            "26 March 2024", "")
        #expect(reading.headline == "Karsh port opens again after eleven weeks")
        #expect(reading.body == Self.first + "\n\n" + Self.second)
    }

    @Test func nameBetweenHeadlineAndDay_isTheAuthorInJapanese() throws {
        let text = "汽車が来なくなって30年になる駅で、時計だけが正しい時を刻んでいる。合わせているのは、元駅員の男性だ。"
        let page = "北州新聞デジタル\n社会\n廃線の駅、無人の時計を合わせ続けて30年\n三枝健吾\n2024年2月7日 19時30分\n\n\(text)\n\n\(text)駅は静かだった。"
        let reading = try PageReader().read(text: page + "（三枝健吾）\n")
        #expect(reading.headline == "廃線の駅、無人の時計を合わせ続けて30年")
        #expect(reading.byline == "三枝健吾")
        // Sections and buttons look the same.
        #expect(try PageReader().read(text: page).byline == nil)
    }

    @Test func signatureAndWhatFollowsIt_areNoText_butNamesOverEntriesStay() throws {
        let head = "Karsh port opens again after eleven weeks\nPar Lena Marsk (Karsh, correspondante)\n26 March 2024\n"
        let more =
            "Nobody was hurt, and the council will look at the cranes once more.\nIt has asked for a second opinion, to come in May.\n"
        let tail = "Lena Marsk (Karsh, correspondante)\nLecture du Courant en cours sur un autre appareil.\n"
        let signed = try PageReader().read(text: head + [Self.first, Self.second].joined(separator: "\n") + "\n" + more + tail)
        #expect(signed.body.hasSuffix("to come in May."))
        let entries = "12:30\nLena Marsk\n\(Self.first)\n\(Self.second)\n10:15\nLena Marsk\n" + more
        #expect(try PageReader().read(text: head + entries).body.hasSuffix("to come in May."))
    }

    @Test func lastSentence_mayBeSignedByTheAgency() throws {
        let page =
            "Karsh port opens again after eleven weeks\n\n\(Self.first)\n\n\(Self.second)\n\nThe bell rang until the evening, and nobody laughed. (KNS)\n"
        #expect(try PageReader().read(text: page).body.hasSuffix("nobody laughed. (KNS)"))
    }

    @Test func lineThatSaysWhereItWasPrinted_endsTheText() throws {
        let page = """
            Karsh port opens again after eleven weeks
            Lena Marsk Published July 3, 2024
            \(Self.first)
            \(Self.second)
            Nobody was hurt, and the council will look at the cranes once more before the summer comes.
            Published in Courier, July 3rd, 2024
            Opinion
            Hats and the poor
            A PLAN for hats exists, and mentions rain.
            05 Jul, 2024
            """
        let reading = try PageReader().read(text: page)
        #expect(reading.body.hasSuffix("before the summer comes."))
        #expect(reading.datePublished?.description == "2024-07-03")
    }

    @Test func authorAgainUnderTheText_isNoText() throws {
        let text = """
            Karsh port opens again after eleven weeks
            By Lena Marsk
            26 March 2024
            \(Self.first)
            \(Self.second)
            Nobody was hurt, and the council will look at the cranes once more before the summer comes.
            It has asked for a second opinion, which is to come in May.
            Lena Marsk
            Lena covers harbours for the Courier and has been with the paper since 2011.
            """
        #expect(try PageReader().read(text: text).body.hasSuffix("come in May."))
    }

    @Test func dateOfAMail_isNotThatOfTheArticleInIt() throws {
        let reading = try read(
            "From: Walter Tibbs <walter@mail.example>", "Date: Mon, May 8, 2017 at 6:02 PM", "Subject: Fwd: look at this", "",
            "The Karsh Courier", "Karsh port opens again after eleven weeks", "By Lena Marsk", "April 30, 2017", "")
        #expect(reading.datePublished?.description == "2017-04-30")
    }

    @Test func postedOnUnderTheText_isTheDate() throws {
        let text =
            "Karsh port opens again\n\(Self.first)\n\(Self.second)\nIssued by: Harbour office\nPosted on 22/11/2021 08:15:00\nShare this page\n"
        #expect(try PageReader().read(text: text).datePublished?.description == "2021-11-22")
    }

    @Test(arguments: [
        ("Regjeringen har lagt fram et nytt forslag. Det ble vedtatt etter en lang debatt, og noen mente at det var bra for landet.", "nb"),
        ("Regeringen har fremsat et nyt forslag. Det blev vedtaget efter en lang debat, og nogle af dem mente, at det kun var godt.", "da"),
        ("Regeringen har lagt fram ett nytt förslag. Det är inte klart när det ska antas, och för många är det också en fråga.", "sv"),
        ("Pemerintah mengumumkan rencana yang akan dimulai pada bulan ini dan tidak dapat ditunda oleh siapa pun dari daerah itu.", "id"),
    ]) func language_ofNeighbours(text: String, language: String) throws {
        #expect(try PageReader().read(text: "Karsh\n\n\(text)\n\n\(text)\n").language == language)
    }
}
