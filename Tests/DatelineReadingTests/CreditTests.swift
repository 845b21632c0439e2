import DatelineModels
import DatelineReading
import Testing

/// Who wrote an article, and whose it is, where a page tells it in passing or with other words around.
@Suite struct CreditTests {
    private static let text = """
        The port of Karsh was open again after eleven weeks, officials said.

        The first ship came in at dawn, and the cranes began to move.

        Nobody was hurt. The harbour master has asked for a second opinion.
        """

    static let bylines: [(String, String?)] = [
        ("By Lena Marsk and agencies", "Lena Marsk"), ("Von Lena Marsk und dpa", "Lena Marsk"), ("Par Lena Marsk avec AFP", "Lena Marsk"),
        ("By Lena Marsk | lena@karsh.example", "Lena Marsk"), ("By Lena Marsk with Omar Velt", "Lena Marsk with Omar Velt"),
        ("By LENA MARSK/KARSH MEDIA LINE", "LENA MARSK"), ("Tekst Lena Marsk", "Lena Marsk"),
        ("By Lena Marsk,\nOmar Velt", "Lena Marsk, Omar Velt"),
        ("By LENA MARSK Associated Press", "LENA MARSK"), ("By Lena Marsk The Karsh Courier", "Lena Marsk"),
        ("By Lena Marsk Senior Reporter", "Lena Marsk"), ("Lena Marsk Political Editor", "Lena Marsk"),
        ("By Lena Marsk, Omar Velt, and Ada Quist", "Lena Marsk, Omar Velt, Ada Quist"),
        ("By Lena Marsk in Karsh and Omar Velt in Norwick", "Lena Marsk and Omar Velt"),
        ("Lena Marsk / Omar Velt", "Lena Marsk, Omar Velt"), ("LENA MARSK | KARSH", "LENA MARSK"),
        ("Lena Marsk (texto) e Omar Velt (fotos)", "Lena Marsk"), ("Words Lena Marsk Pictures Omar Velt", "Lena Marsk"),
        ("Juan Ignacio Pérez de la Riva\nCorresponsal en Karsh", "Juan Ignacio Pérez de la Riva"),
        ("Von unserem Korrespondenten Jörg Petzold, Karsh", "Jörg Petzold"),
        ("De notre correspondante Maëlle Guivarc’h", "Maëlle Guivarc’h"), ("Автор: Ольга Стрельцова", "Ольга Стрельцова"),
        ("Hélène d'Aubigny", "Hélène d'Aubigny"), ("Redacción / Lena Marsk", "Lena Marsk"), ("Lena Marsk, PAP", "Lena Marsk"),
        ("Posted on May 5, 2014 by harbourjoan", "harbourjoan"), ("Posted on May 5, 2014 by webeditor2", nil),
        ("March 3, 2021 By Lena Marsk Leave a Comment", "Lena Marsk"),
        ("October 11, 2022 Lena Marsk 0 Comments ports, ships", "Lena Marsk"),
        ("記者林小明／台北報導", "林小明"),
        // Nobody.
        ("By A Staff Reporter", nil), ("Karsh Harbour\n3 March 2021", nil), ("6 November 2023 by Karsh Community News", nil),
    ]

    @Test(arguments: bylines) func credit_namesTheAuthorAlone(line: String, author: String?) throws {
        let reading = try PageReader().read(text: "Karsh port opens again after strike\n\(line)\n\n\(Self.text)")
        #expect(reading.byline == author)
        #expect(reading.body == Self.text)
    }

    static let ends: [(String, String?)] = [
        ("Глеб АРЖАНОВ\nФото автора", "Глеб АРЖАНОВ"), ("— Lena Marsk", "Lena Marsk"),
        ("Lena Marsk is an engineer and a former councillor.", "Lena Marsk"),
        // A label, and a heading with others under it.
        ("Guest Book\nSign the guest book", nil), ("Fishmonger Denies Taking Sides\nFerry timetable printed upside down", nil),
    ]

    @Test(arguments: ends) func end_namesTheAuthorWhereNothingElseDoes(end: String, author: String?) throws {
        let reading = try PageReader().read(text: "Karsh port opens again after strike\n\n\(Self.text)\n\n\(end)\n")
        #expect(reading.byline == author)
    }

    static let outlets: [(String, String, String?)] = [
        ("Load mobile navigation\nNEWS\nSPORT\n", "Follow KarshLive\nFacebook\n", nil),
        ("Load mobile navigation\nNEWS\nSPORT\n", "Follow KarshLive on Facebook\nGet the top KarshLive stories\n", "KarshLive"),
        ("Karsh Today logo\nCity\nCourts\n", "Karsh Today logo\nPrivacy\n", "Karsh Today"),
        ("", "Copyright © 2009–2024 Karsh Valley Media Ltd trading as The Karsh Fells. Registered in England.\n", "The Karsh Fells"),
        ("", "© Südkarscher Anzeiger GmbH & Co. KG – alle Rechte vorbehalten\n", "Südkarscher Anzeiger"),
        ("", "Published by Korn Business Media BV. All rights reserved.\n", nil),
        ("", "via The Karsh Valley Sentry\n", "The Karsh Valley Sentry"),
        ("", "ABOUT US\nThe Karsh Fells is an independent weekly, written by volunteers.\n", "The Karsh Fells"),
        (
            "", "Write to us: newsroom@karshfells.example\nAll texts on www.karshfells.example are protected by copyright.\n",
            "karshfells.example"
        ),
        ("Ministry of Karsh Waterways\nHome » Media Room » Press Releases\n", "", "Ministry of Karsh Waterways"),
    ]

    @Test(arguments: outlets) func outlet_isNamedInPassing(above: String, below: String, outlet: String?) throws {
        let page = "\(above)Karsh port opens again after strike\n8 February 2024\n\n\(Self.text)\n\n\(below)"
        #expect(try PageReader().read(text: page).source == outlet)
    }

    static let headlines: [(String, String)] = [
        (
            "Karsh Fells\nIdeas\n\nWe were wrong about the weir.\n\nFor forty years we asked for it to go. It should stay.\n\nBy Lena Marsk\n",
            "We were wrong about the weir."
        ),
        ("Council to sell the town clock,\nhands and all\n\nBy Lena Marsk\n", "Council to sell the town clock, hands and all"),
        ("Title: Karsh port opens again\nAuthor: Lena Marsk\nPublished: 2021-01-22\n", "Karsh port opens again"),
    ]

    @Test(arguments: headlines) func headline_endsWithAStopOrGoesOn(head: String, headline: String) throws {
        #expect(try PageReader().read(text: "\(head)\n\(Self.text)").headline == headline)
    }

    static let documents: [(String, String, String?)] = [
        (
            "# The Karsh Leader\n\n*Since 1887*\n\n[Home](/) | [News](/news)\n\n## Ferryman refuses to carry his brother\n\n*By Lena Marsk, 3 August 2018*\n\n",
            "Ferryman refuses to carry his brother", "The Karsh Leader"
        ),
        (
            "---\nsource: https://galleryweek.example/2021/frame/\n---\n\n# Why the museum bought a frame - Gallery Week\n\n",
            "Why the museum bought a frame", "Gallery Week"
        ),
        ("# Karsh port opens again\n\nLena Marsk, *Lowland Letters*, February 13, 2021\n\n", "Karsh port opens again", "Lowland Letters"),
        (
            "[ ![Logo Karsh Fells](https://karshfells.example/l.svg) ](https://karshfells.example/)\n\n# Karsh port opens again\n\nBy Lena Marsk\n\n",
            "Karsh port opens again", "Karsh Fells"
        ),
        (
            "[![Karsh Fells logo](https://karshfells.example/l.svg)](https://karshfells.example/)\n\n# Karsh port opens again\n\nBy Lena Marsk\n\n",
            "Karsh port opens again", "Karsh Fells"
        ),
    ]

    @Test(arguments: documents) func markdown_tellsHeadlineFromOutlet(head: String, headline: String, outlet: String?) throws {
        let reading = try MarkdownReader().read(Array((head + Self.text).utf8))
        #expect(reading.headline == headline)
        #expect(reading.source == outlet)
        #expect(reading.body == Self.text)
    }

    @Test func authorBox_namesTheAuthorWhereNothingElseDoes() throws {
        let page = """
            <title>Karsh port opens</title><h1>Karsh port opens</h1><p>\(Self.text.replacing("\n\n", with: "</p><p>"))</p>
            <div class="about-author"><h4>About the author</h4><p><strong>Lena Marsk</strong> writes about ports.</p></div>
            """
        #expect(try HTMLReader().read(Array(page.utf8)).byline == "Lena Marsk")
    }
}
