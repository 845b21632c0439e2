import DatelineModels
import DatelineReading
import Testing

/// Markdown and what stands before it.
@Suite struct MarkdownTests {
    private func read(_ text: String) throws -> PageReading { try MarkdownReader().read(Array(text.utf8)) }

    @Test func scalars_areKeptAsWritten() throws {
        let reading = try read(
            """
            ---
            # a comment
            title:   No: 1 "best" # not this
            source: 'It''s Karsh'
            author:
              - Lena Marsk
              - "Omar \\"O\\" Velt"
            description: >
              One
              two.
            url: https://karsh.example/a#b
            tags: a, b
            draft: true
            empty:
            date: 2024-03
            ...
            Body.
            """)
        #expect(reading.headline == "No: 1 \"best\"" && reading.source == "It's Karsh" && reading.byline == "Lena Marsk, Omar \"O\" Velt")
        #expect(reading.abstract == "One two." && reading.url == "https://karsh.example/a#b" && reading.tags == ["a", "b"])
        #expect(reading.datePublished?.description == "2024-03" && reading.body == "Body." && !reading.warnings.contains(.unreadableData))
    }

    @Test(arguments: [
        "author:\n  born: 1960", "author: &a Lena", "author: *a", "author: !x Lena", "author: {name: Lena}", "  author: Lena",
        "author: \"Lena", "no key at all", "author: 'Lena' x",
    ])
    func beyondTheFlatSubset_isToldAndPassedOver(_ line: String) throws {
        let reading = try read("---\ntitle: A\n\(line)\nsource: Karsh\n---\nBody.")
        #expect(reading.warnings.contains(.unreadableData) && reading.headline == "A" && reading.source == "Karsh" && reading.byline == nil)
    }

    @Test(arguments: [
        ("# Harbour opens #\n\nText.\n", "Harbour opens", "Text."), ("Harbour opens\n=====\nText.\n", "Harbour opens", "Text."),
        ("\n\nHarbour opens again\n\n  * one\n", "Harbour opens again", "  * one"),
        ("## Harbour opens\n\nText.", "Harbour opens", "Text."),
    ])
    func heading_isTheHeadline(text: String, headline: String, body: String) throws {
        let reading = try read(text)
        #expect(reading.headline == headline && reading.body == body)
    }

    @Test func heading_otherThanTheTitle_staysInTheBody() throws {
        let reading = try read("---\ntitle: A\n---\n# B\n\nText.")
        #expect(reading.headline == "A" && reading.body == "# B\n\nText.")
    }

    @Test func body_losesCreditsAndWhatLeadsOn() throws {
        let reading = try read(
            "# Harbour opens\n\nBy Lena Marsk\n\n26 March 2024\n\nThe **harbour** of Karsh has opened again, the town said on [Friday](a).\n\n- one\n- two\n\nShare\n\nRelated News\n\n* [Strike ends](b)\n"
        )
        #expect(reading.body == "The **harbour** of Karsh has opened again, the town said on [Friday](a).\n\n- one\n- two")
        #expect(reading.byline == "Lena Marsk" && reading.datePublished?.description == "2024-03-26")
        #expect(reading.provenance.removed.contains { $0.reason == .byline })
    }

    /// All that isn't in the body, and where it stands in the file.
    @Test func provenance_tellsLinesOfTheFile() throws {
        let reading = try read(
            """
            ---
            source: The Karsh Courier
            ---

            [Home](a) | [News](b)

            Harbour opens again after strike in Karsh
            =====

            Author: Lena Marsk

            26 March 2024

            {% include share.html %}

            \(Self.prose)

            ![Cranes](a.jpg)
            *Cranes at dawn, on Friday.*

            \(Self.more)

            ### More in Karsh

            * [Strike ends](a)
            * [Tram is back](b)
            """)
        #expect(reading.body == "\(Self.prose)\n\n\(Self.more)")
        let told = reading.provenance.removed.map { "\($0.lines.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "?") \($0.reason.rawValue)" }
        #expect(
            told == [
                "1-3 metadata", "5-5 navigation", "7-8 headline", "10-10 metadata", "12-12 date-line", "14-14 markup", "18-18 picture",
                "19-19 caption", "23-23 related", "25-26 navigation",
            ])
        #expect(reading.provenance.removed.first?.excerpt == "source: The Karsh Courier")
        #expect(reading.provenance.headline == FieldOrigin(line: 7, how: .heading))
        let date = try #require(reading.provenance.dates.first { $0.outcome == .published })
        #expect(date.line == 12 && date.raw == "26 March 2024")
    }

    private static let prose = "The harbour of Karsh has opened again after ten days, the town said on Friday."
    private static let more = "Ships left at noon, and the cranes were at work again before the evening came."

    @Test(arguments: [
        "{{< figure src=\"a.jpg\" caption=\"Cranes\" >}}", "{% include share.html %}", "<!--more-->", "<!--\nnot yet\n-->",
        "<Poll id=\"1\" />", ":::", "[TOC]",
        "![Cranes](a.jpg)", "[![Cranes](a.jpg)](b)", "![[cranes.jpg]]", "![Cranes](a.jpg)\n*Cranes at dawn, on Friday.*",
        "![Cranes](a.jpg)\n\nCranes at dawn. Photo: Omar Velt", "[](https://karsh.example/share)", "[Facebook](a) | [Email](b)",
        "### More in Karsh\n\n*   [Strike ends](a)\n*   [Tram is back](b)", "Sign up for our newsletter: the news of Karsh in your inbox.",
        "**Related** [Strike of the pilots ends](a)", "_Lees ook: [Strike of the pilots ends](a)_",
        "Karsh Courier | [About](a) | [Terms](b) | [Privacy](c)", "* [Strike of the pilots ends](a) _5 September 2024_",
        "[ Strike of the pilots ends, and\nthe tram is back ](https://karsh.example/strike)",
        "[ Share ](https://karsh.example/share?u=https://karsh.example/har-\nbour-opens-again/)",
        "[ ![](a.jpg)\n](b.jpg)Cranes at dawn, seen\nfrom the tower",
    ])
    func linesThatAreNoText_areLeftOut(_ lines: String) throws {
        let reading = try read("---\ntitle: Harbour opens\n---\n\(Self.prose)\n\n\(lines)\n\n\(Self.more)\n")
        #expect(reading.body == "\(Self.prose)\n\n\(Self.more)")
    }

    @Test func code_andWhatLooksLikeCommandsInIt_stays() throws {
        let body = "\(Self.prose)\n\n```\n{% include a %}\n\n\n![x](y)\n```\n\n\(Self.more)"
        #expect(try read("# Harbour opens\n\n\(body)\n").body == body)
    }

    @Test func settingsOfComponents_standOnlyAtTheTop() throws {
        let reading = try read("---\ntitle: A\n---\nimport { Poll } from \"./poll\"\n\n\(Self.prose)\n\nimport \"tariffs\" from the list\n")
        #expect(reading.body == "\(Self.prose)\n\nimport \"tariffs\" from the list")
    }

    @Test func whatStandsAboveTheTitle_isLeftOut() throws {
        let reading = try read(
            "Title: Harbour opens again - The Karsh Courier\n\nURL Source: https://karsh.example/a\n\nMarkdown Content:\n[Skip](a)\n\n*   [News](b)\n\nHarbour opens again\n===================\n\n[Lena Marsk](https://karsh.example/author/lena)\n\n26 March 2024\n\n\(Self.prose)\n\n© Karsh Courier\n\n[Terms](c)\n"
        )
        #expect(reading.headline == "Harbour opens again" && reading.source == "The Karsh Courier" && reading.byline == "Lena Marsk")
        #expect(reading.body == Self.prose && reading.datePublished?.description == "2024-03-26")
    }

    @Test func listOfLinks_thatIsTheArticle_stays() throws {
        let body = "* [The harbour of Karsh opens again](a)\n* [The strike of the pilots ends](b)\n* [The tram is back on Friday](c)"
        #expect(try read("# Links of the week\n\n\(body)\n").body == body)
    }

    @Test(arguments: [
        "author:\n  name: Lena Marsk\n  url: x", "authors:\n  - name: Lena Marsk\n    born: 1960", "author: [[Lena Marsk]]",
        "author:\n  - \"[[Lena Marsk]]\"",
        "author: By Lena Marsk | Staff", "byline: \"[Lena Marsk](https://karsh.example/lena)\"",
    ])
    func author_isTheNameInIt(_ line: String) throws {
        #expect(try read("---\ntitle: A\n\(line)\n---\n\(Self.prose)").byline == "Lena Marsk")
    }

    @Test func tomlTables_areReadForTheirNames() throws {
        let reading = try read(
            "+++\ntitle = \"A\"\ndate = 2021-08-30T08:00:00-05:00\n\n[author]\nname = \"Lena Marsk\"\n+++\n\(Self.prose)")
        #expect(reading.byline == "Lena Marsk" && reading.datePublished?.description == "2021-08-30T13:00:00Z" && reading.warnings.isEmpty)
    }

    @Test func publishedOrNot_isNoDate() throws {
        let reading = try read(
            "---\ntitle: A\npublished: true\ndate: 2017-04-03\ncreated: 2020-01-01\npublication: Karsh Papers\n---\n\(Self.prose)")
        #expect(reading.datePublished?.description == "2017-04-03" && reading.dateStatus == .stated && reading.source == "Karsh Papers")
        #expect(try read("---\ntitle: A\ncreated: 2020-01-01\n---\n\(Self.prose)").datePublished == nil)
    }

    @Test(arguments: [
        "% Harbour opens again\n% Lena Marsk\n% 26 March 2024\n\n",
        "Title: Harbour opens again\nAuthor: Lena Marsk\nDate: 2024-03-26\nCategory: Port\n\n",
        "# Harbour opens again\n\n- Author: [[Lena Marsk]]\n- Category: #articles\n- **Published:** March 26, 2024\n\n",
        "# Harbour opens again\n\n**By:** Lena Marsk  \n**Date:** 26 March 2024\n**Saved:** 2 April 2024\n\n",
    ])
    func fieldsOverTheText_areFields(_ head: String) throws {
        let reading = try read("\(head)\(Self.prose)\n\n\(Self.more)\n")
        #expect(reading.headline == "Harbour opens again" && reading.byline == "Lena Marsk")
        #expect(reading.datePublished?.description == "2024-03-26" && reading.body == "\(Self.prose)\n\n\(Self.more)")
    }

    @Test func frontMatterAlone_needsATitle() throws {
        #expect(try read("---\ntitle: A\n---\n").body.isEmpty)
        #expect(throws: ReadingError.noText) { try read("---\nauthor: A\n---\n") }
        // Never closed, so it is text.
        #expect(try read("---\ntitle: A\n\nText of it.").source == nil)
    }

    @Test(arguments: ["By [Lena Marsk](https://karsh.example/lena) Port correspondent", "<small>By Lena Marsk</small>"])
    func creditWithMoreInIt_namesTheAuthor(_ line: String) throws {
        let reading = try read("# Harbour opens again\n\n\(line)\n\n\(Self.prose)\n\n<div class=\"map\">\n\n\(Self.more)\n\n</div>\n")
        #expect(reading.byline == "Lena Marsk" && reading.body == "\(Self.prose)\n\n\(Self.more)")
    }

    @Test func wholePage_losesWhatAPageOfTextLoses() throws {
        let menu = "[Skip](#a)\n\n* [Home](/)\n* [News](/n)\n* [Sport](/s)\n\n"
        let reading = try read(
            "\(menu)# Harbour opens again\n\n\(Self.prose)\n\n\(Self.more)\n\nFollow us\n\nStrike of the pilots ends\n\nTram is back on Friday\n"
        )
        #expect(reading.headline == "Harbour opens again" && reading.body == "\(Self.prose)\n\n\(Self.more)")
    }

    @Test func attributes_areNoText() throws {
        let reading = try read(
            "::: {.story}\n# Harbour opens again {#t .title itemprop=\"headline\"}\n\n[Lena Marsk]{.author} \\| Karsh\n\n[26 March 2024]{.date}\n\n\(Self.prose)\n\n\(Self.more)\n:::\n"
        )
        #expect(reading.headline == "Harbour opens again" && reading.byline == "Lena Marsk")
        #expect(reading.datePublished?.description == "2024-03-26" && reading.body == "\(Self.prose)\n\n\(Self.more)")
    }

    @Test func pictureBeforeTheAuthor_isNoPartOfTheLine() throws {
        let reading = try read(
            "# Harbour opens again\n\n![Image 2: Portrait](a.jpg)by[Lena Marsk](/author/lena) January 23, 2025 January 24, 2025\n\n\(Self.prose)\n\n\(Self.more)\n"
        )
        #expect(reading.byline == "Lena Marsk" && reading.datePublished?.description == "2025-01-23")
        #expect(reading.dateModified?.description == "2025-01-24")
    }

    @Test func textBrokenAtAWidth_isPutTogetherAroundLinks() throws {
        let broken = """
            The harbour of Karsh has opened again after ten days, the town said on Friday,
            and nobody was more surprised than the pilots, who had been told to stay away.

            The ship came up the river at noon and tied up at the new quay, in front of
            [ Founders Park ](https://karsh.example/tag/founders-park-and-more/) , where a
            brass band from Orlen was waiting for somebody else and played all the same.

            The mayor thanked the divers, who had found the anchor, the chain and, beneath
            both of them, a piano that nobody has missed, and said that it would be sold.
            """
        let reading = try read("[News](a)\n\n[Sport](b)\n\n[Sea](c)\n\n# Harbour opens again\n\n\(broken)\n")
        #expect(reading.body.contains("brass band") && reading.body.contains("tied up at the new quay"))
    }

    @Test func titleOfSeveralLines_isOneLine() throws {
        let reading = try read("---\ntitle: |\n  Harbour opens\n  again\n---\n\nBy Lena Marsk\n\n\(Self.prose)\n\n\(Self.more)\n")
        #expect(reading.headline == "Harbour opens again" && reading.byline == "Lena Marsk")
        #expect(reading.body == "\(Self.prose)\n\n\(Self.more)")
    }

    @Test func linkedDayUnderTheTitle_isTheDate_andThoseOfLinksAreNone() throws {
        let reading = try read(
            """
            # Harbour opens again

            by [Lena Marsk](https://karsh.example/lena)

            [March 26, 2024](https://karsh.example/2024/03/26/)

            \(Self.prose)

            [Baker wins prize](https://karsh.example/baker)

            March 19, 2024

            \(Self.more)

            ### Topics you can follow

            * [Harbours](https://karsh.example/harbours)
            * [Bakers](https://karsh.example/bakers)

            ### Notes

            Karsh Courier
            """)
        #expect(reading.datePublished?.description == "2024-03-26" && reading.byline == "Lena Marsk")
        #expect(reading.body.hasPrefix("\(Self.prose)\n\n\(Self.more)") && !reading.body.contains("Topics"))
    }

    @Test func headingUnderThePagesTitle_isACopyOfIt() throws {
        let reading = try read(
            "Title: Harbour opens again | Karsh Courier\n\nURL Source: https://karsh.example/1\n\nMarkdown Content:\n"
                + "Harbour opens again | Karsh Courier\n====\n\n[News](a)\n\n# Harbour opens again\n\n\(Self.prose)\n\n\(Self.more)\n")
        #expect(reading.headline == "Harbour opens again")
        #expect(reading.body == "\(Self.prose)\n\n\(Self.more)")
    }

    @Test func statedMonthOfTwoLanguages_isThatOfThePage() throws {
        let polish = try read(
            """
            ---
            title: Port w Karsh znowu otwarty po długim strajku
            date: 12 listopada 2023
            ---

            Port w Karsh jest znowu otwarty po jedenastu tygodniach strajku, powiedział burmistrz, który nie chciał się spierać.
            """)
        #expect(polish.datePublished?.description == "2023-11-12" && polish.dateStatus == .stated)
        let declared = try read("---\ntitle: Karsh\nlang: hr\ndate: 12 listopada 2023\n---\n\nLuka je opet otvorena.")
        #expect(declared.datePublished?.description == "2023-10-12")
    }
}
