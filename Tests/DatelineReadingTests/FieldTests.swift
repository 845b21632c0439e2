import DatelineReading
import Testing

/// Headline, byline, source, address and language.
@Suite struct FieldTests {
    private static let text =
        "The port of Karsh was open again after eleven weeks, officials said.\n\nThe first ship came in at dawn, and the cranes began to move.\n"

    static let headlines: [(String, String)] = [
        ("Karsh port opens again\n\n", "Karsh port opens again"),
        ("The Karsh Courier\nKarsh port opens again\n\n", "Karsh port opens again"),
        ("Home\nWorld\nSport\nKarsh port opens again\n\n", "Karsh port opens again"),
        ("Karsh port opens again - The Karsh Courier\n\n", "Karsh port opens again"),
        ("Karsh port opens again | karshcourier.example\n\n", "Karsh port opens again"),
        ("KarshTimes | Karsh port opens again\n\n", "Karsh port opens again"),
        ("Karsh port opens again\nKarsh port opens again\n\n", "Karsh port opens again"),
        ("Harbour\nKarsh port opens again\nHarbour strike ends after eleven weeks of talks\n\n", "Karsh port opens again"),
        ("Will the port of Karsh ever open again?\n\n", "Will the port of Karsh ever open again?"),
        ("“Open the gates of Karsh,” drivers say\n\n", "“Open the gates of Karsh,” drivers say"),
        ("Strike - day nine: Karsh port stays shut\n\n", "Strike - day nine: Karsh port stays shut"),
        ("26 March 2026\nKarsh port opens again\n\n", "Karsh port opens again"),
        ("Advertisement\nShare\nKarsh port opens again\nBy Lena Marsk\n\n", "Karsh port opens again"),
        ("By Sea and Air, Relief Reaches Karsh\n\n", "By Sea and Air, Relief Reaches Karsh"),
        ("Related NewsKarsh port opens again\n\n", "Karsh port opens again"),
        ("<AT&T> says: profits < costs\n\n", "<AT&T> says: profits < costs"),
        ("Порт Карша снова открыт после забастовки\n\n", "Порт Карша снова открыт после забастовки"),
    ]

    @Test(arguments: headlines) func read_top_givesHeadline(_ row: (String, String)) throws {
        let reading = try PageReader().read(text: row.0 + Self.text)
        #expect(reading.headline == row.1)
        #expect(reading.body.hasSuffix("the cranes began to move."))
        #expect(!reading.body.contains(row.1))
    }

    @Test func read_proseOnly_takesTheFirstSentenceAndKeepsIt() throws {
        let reading = try PageReader().read(text: Self.text)
        #expect(reading.headline == "The port of Karsh was open again after eleven weeks, officials said.")
        #expect(reading.body == String(Self.text.dropLast()))
        #expect(reading.warnings == [.headlineFromText])
    }

    @Test func read_headlineOnly_hasNoBody() throws {
        let reading = try PageReader().read(text: "Karsh port opens again\n")
        #expect(reading.headline == "Karsh port opens again")
        #expect(reading.body.isEmpty)
        #expect(reading.warnings.contains(.noBody))
    }

    @Test func read_furnitureOnly_stillHasAHeadline() throws {
        #expect(try PageReader().read(text: "Share\nTweet\n").headline == "Share")
    }

    @Test(arguments: ["", " \n\t\n", "\u{A0}\n\u{200B}\u{FEFF}\n", "\u{2028}"]) func read_nothing_isNoText(_ text: String) {
        #expect(throws: ReadingError.noText) { try PageReader().read(text: text) }
    }

    static let bylines: [(String, String?)] = [
        ("By Lena Marsk", "Lena Marsk"), ("by Lena Marsk", "Lena Marsk"), ("BY LENA MARSK", "LENA MARSK"), ("By: Lena Marsk", "Lena Marsk"),
        ("Author: Lena Marsk", "Lena Marsk"), ("Written by Lena Marsk", "Lena Marsk"), ("Story by Lena Marsk", "Lena Marsk"),
        ("By Lena Marsk and Ivo de la Cour", "Lena Marsk and Ivo de la Cour"),
        ("By Lena Marsk, Ivo Tarn and Noor al-Hadi", "Lena Marsk, Ivo Tarn and Noor al-Hadi"),
        ("By Lena Marsk in Karsh", "Lena Marsk"), ("By Lena Marsk, Diplomatic Correspondent", "Lena Marsk"),
        ("By Lena Marsk | 26 March 2026", "Lena Marsk"), ("By Lena Marsk 26 March 2026", "Lena Marsk"),
        ("Posted on 26 March 2026 by Lena Marsk", "Lena Marsk"),
        ("By Zoë Ångström", "Zoë Ångström"), ("By A Reporter", "A Reporter"), ("Prepared by Lena Marsk", "Prepared by Lena Marsk"),
        ("By admin", nil), ("Posted by admin on 26 March 2026", nil), ("By Editor", nil), ("By Web Desk", nil), ("By Staff Reporter", nil),
        ("By Newsdesk", nil), ("By Reuters", nil), ("By Orlen News Agency", nil), ("By the sea", nil),
    ]

    @Test(arguments: bylines) func read_credit_givesPersonsOnly(_ row: (String, String?)) throws {
        let reading = try PageReader().read(text: "Karsh port opens again after strike\n\(row.0)\n\n" + Self.text)
        #expect(reading.byline == row.1)
        #expect(reading.headline == "Karsh port opens again after strike")
    }

    static let sources: [(String, String, String?)] = [
        ("Karsh port opens again - The Karsh Courier\n\n", "", "The Karsh Courier"),
        ("The Karsh Courier\nKarsh port opens again\n\n", "", "The Karsh Courier"),
        ("Karsh port opens again\n\n", "\nJoin KarshTrack Whatsapp group\n", "KarshTrack"),
        ("Karsh port opens again\n\n", "\n© 2026 The Karsh Courier. All rights reserved.\n", "The Karsh Courier"),
        ("Karsh port opens again\n\n", "\nSource: Reuters\n", "Reuters"),
        ("Karsh port opens again\n\n", "\nThis article first appeared in The Karsh Courier.\n", "The Karsh Courier"),
        ("Karsh port opens again\nBy Reuters\n\n", "", "Reuters"),
        ("Karsh port opens again\nBy Lena Marsk, Karsh Times\n\n", "", "Karsh Times"),
        ("Karsh port opens again\nSource: Xinhua | 2026-03-26 22:16:05\n\n", "", "Xinhua"),
        ("Karsh port opens again\nMarch 26, 2026 / 10:05 PM EDT / Karsh Herald\n\n", "", "Karsh Herald"),
        ("Karsh port opens again\n\nKARSH (AFP) — ", "", "AFP"),
        ("Karsh port opens again\n\n", "\nJoin our Whatsapp group\n", nil),
        ("Karsh port opens again - sailors relieved\n\n", "", nil),
        ("World News\nKarsh port opens again\n\n", "", nil),
        ("Karsh port opens again\n\n", "", nil),
    ]

    @Test(arguments: sources) func read_outlet_isFoundOrUnknown(_ row: (String, String, String?)) throws {
        #expect(try PageReader().read(text: row.0 + Self.text + row.1).source == row.2)
    }

    @Test func read_ownAddress_isTakenOnlyWhereLabelled() throws {
        let page = "Karsh port opens again\n\n\(Self.text)\n"
        #expect(
            try PageReader().read(text: page + "Permalink: https://karshcourier.example/2026/port\n").url
                == "https://karshcourier.example/2026/port")
        #expect(try PageReader().read(text: page + "https://krs.example/a1\n").url == nil)
        #expect(try PageReader().read(text: page + "Copy urlhttps://krs.example/a1\n").url == nil)
    }

    static let languages: [(String, String?)] = [
        ("The port of Karsh was open again after eleven weeks, and the first ship came in at dawn.", "en"),
        ("Der Hafen von Karsh ist nach elf Wochen wieder offen, und das erste Schiff kam mit der Flut.", "de"),
        ("Le port de Karsh est ouvert après onze semaines, et les grues sont de nouveau en marche dans la nuit.", "fr"),
        ("El puerto de Karsh está abierto después de once semanas, y los barcos que esperaban entraron por la noche.", "es"),
        ("Порт Карша снова открыт после забастовки, и первые корабли не ждали на рейде, как это было в январе.", "ru"),
        ("أعيد فتح ميناء كارش بعد أحد عشر أسبوعا من الإضراب ودخلت أول سفينة عند الفجر", "ar"),
        ("港口在十一个星期之后重新开放，第一艘船在黎明时分进港。", "zh"),
        ("港は十一週間ぶりに再開し、最初の船が夜明けに入った。", "ja"),
        // Nothing that could be mistaken for Polish or Russian; Croatian and Serbian can't be told apart by small words.
        ("Luka u Karshu je ponovno otvorena nakon jedanaest tjedana, a prvi brod koji je čekao na sidrištu ušao je u zoru.", nil),
        ("Přístav se po jedenácti týdnech otevřel a lodě jsou podle správce pro plavbu připraveny jako dříve.", "cs"),
        ("Portul din Karsh este din nou deschis după unsprezece săptămâni, și prima navă care aștepta a intrat în zori.", "ro"),
        ("A karshi kikötő tizenegy hét után ismét nyitva van, és az első hajó már hajnalban befutott.", "hu"),
        ("Пристанището е отворено и не се знае дали корабите са влезли, преди да стане ясно, че стачката е приключила.", "bg"),
        ("Port w Karsh jest znowu otwarty po jedenastu tygodniach, a pierwszy statek wpłynął do niego o świcie.", "pl"),
        ("Karsh 88 Tessel 12", nil),
    ]

    @Test(arguments: languages) func read_text_namesItsLanguage(_ row: (String, String?)) throws {
        #expect(try PageReader().read(text: row.0).language == row.1)
    }
}
