import DatelineModels
import DatelineReading
import Testing

/// What looks like furniture, captions, credits or dates by its make, and is none.
@Suite struct KeptTests {
    private static let start =
        "The council of Karsh met on Monday to talk about the bill, and it sat until after midnight.\n\nNobody spoke against it in the first hour, said Lena Marsk, who had come from Wells by train.\n\n"
    private static let end = "\n\nA vote on all of it is due in June, when the council comes back from its summer rest.\n"

    @Test(arguments: [
        "An earlier version of this bill passed the council in May but died in the upper house.",
        "In einer früheren Version des Gesetzentwurfs waren noch 30 Prozent vorgesehen.",
        "Dans une version précédente du texte, la taxe était fixée à 30 pour cent.",
        "In een eerdere versie van het wetsvoorstel stond nog een grens van 30 procent.",
    ])
    func read_sentencesOnFormerVersions_stay(_ sentence: String) throws {
        let reading = try PageReader().read(text: "Council of Karsh argues about its bill\n\n\(Self.start)\(sentence)\(Self.end)")
        #expect(reading.body.contains(sentence))
    }

    @Test(arguments: [
        "Satellite Images Show New Damage at Karsh Naval Yard", "Five Ways to Rebuild Your Credit: Start Here",
        "How to Edit a Photo: The Complete Guide", "Leaked audio: Mayor threatens to sack harbour staff",
    ])
    func read_headlines_areNoCaptions(_ headline: String) throws {
        let reading = try PageReader().read(text: "\(headline)\n\n\(Self.start)\(Self.end)")
        #expect(reading.headline == headline)
        #expect(!reading.provenance.removed.contains { $0.excerpt == headline && $0.reason != .headline })
    }

    /// News is made on networks, too.
    @Test(arguments: [
        "Meta, which owns Facebook, Instagram and WhatsApp, said on Monday it would appeal.",
        "Facebook and Instagram were down on Monday.",
        "If you use Facebook to log in, you should change your password, the office of the council said on Monday.",
        "Twitter has asked a US court for more time.", "The newsletter lost nine subscribers after the advertisement.",
        "The bridge was finished early. Credit goes to the engineers.",
    ])
    func read_sentencesOnNetworksAndCredit_stay(_ sentence: String) throws {
        let reading = try PageReader().read(text: "Council of Karsh argues about its bill\n\n\(Self.start)\(sentence)\(Self.end)")
        #expect(reading.body.contains(sentence))
    }

    @Test(arguments: [
        "Follow us on Facebook and Instagram.", "You can also follow us on Facebook.", "Facebook | Instagram | WhatsApp",
        "Log in with Facebook to leave a comment.", "Subscribe to our newsletter.", "Get the news of Karsh on WhatsApp and Telegram.",
    ])
    func read_offersOnNetworks_goAllTheSame(_ line: String) throws {
        let reading = try PageReader().read(text: "Council of Karsh argues about its bill\n\n\(Self.start)\(line)\(Self.end)")
        #expect(!reading.body.contains(line))
    }

    @Test(arguments: ["###", "- 30 -", "# # #"]) func read_signBetweenTwoParts_endsNothing(_ sign: String) throws {
        let page = { (parts: [String]) in "Council of Karsh argues about its bill\n\n" + parts.joined(separator: "\n\n\(sign)\n\n") + "\n" }
        let second = "The mayor spoke of the bill as of a ship that had left the harbour without its crew."
        #expect(try PageReader().read(text: page([Self.start + second, Self.end])).body.contains("A vote on all of it"))
        #expect(try PageReader().read(text: page([Self.start + second + Self.end, second, Self.end])).body.hasSuffix("its summer rest."))
        let release = page([Self.start + second + Self.end, "Media contact:\nLena Marsk\npress@karsh.example"])
        #expect(try PageReader().read(text: release).body.hasSuffix("its summer rest."))
    }

    private static let japanese = "探査機が月の裏側に着いたのは十五日の未明だったと、宇宙局が明らかにした。\n\n機体は予定より三日遅れて軌道に入り、二度目の試みで着陸したという。\n"

    @Test(arguments: ["探査機、月の裏側を撮影", "ドローンで違法に撮影", "探査機、月面初撮影"])
    func read_headlinesThatEndLikeCredits_areNoCaptions(_ headline: String) throws {
        #expect(try PageReader().read(text: "北州新聞\n\n\(headline)\n\n\(Self.japanese)").headline == headline)
    }

    @Test(arguments: ["图为昨日的港口。（记者陈若溪摄）", "第一财经\n2024-03-06 10:20", "打印本页\n2024-03-06 10:20"])
    func read_photographersAndLabels_areNoAuthors(_ line: String) throws {
        let body = "卡尔什港口周一重新开放，工人罢工十一周后回到了码头。\n\n第一艘船在黎明时分进港，起重机随即开始工作，有关官员说。\n"
        #expect(try PageReader().read(text: "卡尔什港口重新开放\n\(line)\n\n\(body)").byline == nil)
    }

    @Test func read_authorAndReportInBrackets_isTheName() throws {
        let body = "卡尔什港口周一重新开放，工人罢工十一周后回到了码头。（本报记者王若芳报道）\n\n第一艘船在黎明时分进港，起重机随即开始工作，有关官员说。\n"
        #expect(try PageReader().read(text: "卡尔什港口重新开放\n\n\(body)").byline == "王若芳")
    }

    @Test func read_placeBetweenBars_isNoSecondAuthor() throws {
        let reading = try PageReader().read(
            text: "Council of Karsh argues about its bill\nSarah Cohen | Tel Aviv | Published 3 May 2020\n\n\(Self.start)\(Self.end)")
        #expect(reading.byline == "Sarah Cohen")
        #expect(reading.datePublished?.description == "2020-05-03")
    }

    @Test func read_clockOverASite_isNoDate() throws {
        let reading = try PageReader().read(
            text:
                "Friday, March 1, 2024\nMar 1, 2024, 2:33 PM\nFacebook\nTwitter\nCouncil of Karsh argues about its bill\n\n\(Self.start)\(Self.end)"
        )
        #expect(reading.datePublished == nil)
    }

    @Test func read_atlanticOrArabianTime_isTheDay() throws {
        let reading = try PageReader().read(
            text:
                "Council of Karsh argues about its bill\nPublished July 12, 2024 10:30 AM AST\n\n\(Self.start)Two Canadian ships and one from elsewhere in Canada lay in the harbour at the time, people said.\(Self.end)"
        )
        #expect(reading.datePublished?.description == "2024-07-12")
    }

    @Test func read_reportOfOneParagraph_keepsItThoughAnAgencySignsIt() throws {
        let report =
            "KARSH: Police on Sunday arrested three men and seized gold at the airport, saying that they had hidden the metal in the soles of their shoes before boarding a flight to Wells."
        let reading = try PageReader().read(text: "Three held with gold at Karsh airport\n\n\(report)—KNS\n")
        #expect(reading.body.contains("seized gold at the airport"))
    }
}
