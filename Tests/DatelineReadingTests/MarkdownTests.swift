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
        "author:\n  name: Lena", "author: &a Lena", "author: *a", "author: !x Lena", "author: {name: Lena}", "author: [[Lena]]",
        "  author: Lena",
        "author: \"Lena", "no key at all", "author:\n  - name: Lena", "author: 'Lena' x",
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

    @Test func body_isNotCleared() throws {
        let reading = try read(
            "# Harbour opens\n\nBy Lena Marsk\n\n26 March 2024\n\nThe harbour of Karsh has opened again, the town said.\n\nShare\n\nRelated News\n\n* [a](b)\n"
        )
        #expect(reading.body.hasSuffix("Share\n\nRelated News\n\n* [a](b)") && reading.byline == "Lena Marsk")
        #expect(reading.datePublished?.description == "2024-03-26" && reading.provenance.removed.isEmpty)
    }

    @Test func frontMatterAlone_needsATitle() throws {
        #expect(try read("---\ntitle: A\n---\n").body.isEmpty)
        #expect(throws: ReadingError.noText) { try read("---\nauthor: A\n---\n") }
        // Never closed, so it is text.
        #expect(try read("---\ntitle: A\n\nText of it.").source == nil)
    }
}
