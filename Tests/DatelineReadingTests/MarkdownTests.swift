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
        "author:\n  nick: Lena", "author: &a Lena", "author: *a", "author: !x Lena", "author: {name: Lena}", "author: [[Lena]]",
        "  author: Lena",
        "author: \"Lena", "no key at all", "author:\n  - nick: Lena", "author: 'Lena' x",
    ])
    func beyondTheFlatSubset_isToldAndPassedOver(_ line: String) throws {
        let reading = try read("---\ntitle: A\n\(line)\nsource: Karsh\n---\nBody.")
        #expect(reading.warnings.contains(.unreadableData) && reading.headline == "A" && reading.source == "Karsh" && reading.byline == nil)
    }

    @Test(arguments: [
        ("# Harbour opens #\n\nText.\n", "Harbour opens", "Text."), ("Harbour opens\n=====\nText.\n", "Harbour opens", "Text."),
        ("\n\nHarbour opens again\n\n  * one\n", "Harbour opens again", "  * one"),
        ("## Harbour opens\n\nText.", "## Harbour opens", "Text."),
    ])
    func heading_isTheHeadline(text: String, headline: String, body: String) throws {
        let reading = try read(text)
        #expect(reading.headline == headline && reading.body == body)
    }

    @Test func heading_otherThanTheTitle_staysInTheBody() throws {
        let reading = try read("---\ntitle: A\n---\n# B\n\nText.")
        #expect(reading.headline == "A" && reading.body == "# B\n\nText.")
    }

    @Test(arguments: ["author:\n  name: Lena\n  nick: L", "author:\n  - name: Lena\n    nick: L", "autor: Lena"])
    func author_isTheNameOfTheMap(_ line: String) throws {
        let reading = try read("---\ntitle: A\n\(line)\n---\nBody.")
        #expect(reading.byline == "Lena" && !reading.warnings.contains(.unreadableData))
    }

    @Test(arguments: [
        ("published: true\ndate: 2017-04-03", "2017-04-03"), ("opublikowano: 2017-04-03", "2017-04-03"),
        ("fecha: 2017-04-03", "2017-04-03"),
        ("published: true", nil), ("expires: 2017-04-03", nil),
    ])
    func date_isThatOfAKeyThatSaysSo(matter: String, date: String?) throws {
        #expect(try read("---\ntitle: A\n\(matter)\n---\nBody.").datePublished?.description == date)
    }

    private static let paragraphs =
        "The harbour of Karsh has opened again, the town said.\n\n> A *ship* came in at dawn, and the cranes began to move.\n\n- one\n- two\n\nThe harbour is open day and night from now on."

    @Test func pageOfMarkdown_losesWhatAPageOfTextLoses() throws {
        let reading = try read(
            "[Home](/) | [World](/w)\n\n# Harbour opens\n\n*By Lena Marsk* | 26 March 2024\n\n![The quay](a.png)\n*The quay at dawn*\n\n\(Self.paragraphs)\n\nShare\n\nRelated News\n\n* [a](b)\n"
        )
        #expect(reading.headline == "Harbour opens" && reading.byline == "Lena Marsk" && reading.body == Self.paragraphs)
        #expect(reading.datePublished?.description == "2024-03-26")
        #expect(reading.provenance.removed.contains { $0.reason == .caption })
    }

    @Test func textWithFrontMatter_losesOnlyWhatIsNoText() throws {
        let code = "import { Box } from \"./box\"\n\n<!--more-->\n\n{% include share.html %}\n\n{{< signup >}}\n\n<Box name=\"x\" />\n\n"
        let inside = "Nine ships had waited outside the harbour since the spring.\n\nRelated News\n\n"
        let reading = try read(
            "---\ntitle: Harbour opens\n---\n\(code)\(inside)\(Self.paragraphs)\n\nShare\n\n[Previous: Piers]({% post_url x %})\n")
        #expect(reading.body == inside + Self.paragraphs)
        let fenced = "Text of it:\n\n```\n{% include x %}\n```\n\nThat was all that there is to say."
        #expect(try read("---\ntitle: A\n---\n" + fenced).body == fenced)
    }

    @Test func frontMatterAlone_needsATitle() throws {
        #expect(try read("---\ntitle: A\n---\n").body.isEmpty)
        #expect(throws: ReadingError.noText) { try read("---\nauthor: A\n---\n") }
        // Never closed, so it is text.
        #expect(try read("---\ntitle: A\n\nText of it.").source == nil)
    }
}
