import DatelineModels
import DatelineReading
import Testing

/// What stands after the article, and what is no part of a page's text.
@Suite struct TailTests {
    private static let head =
        "Karsh port opens again\nBy Lena Marsk\n\nThe port of Karsh was open again after eleven weeks, officials said.\n\n"
        + "The first ship came in at dawn, and the cranes began to move.\n\nNobody was hurt, but for the harbour master's pride.\n\n"

    static let tails: [(String, RemovalReason)] = [
        ("Lena Marsk writes about the sea and those who live in it.", .note),
        ("Lena Marsk is the author of “The Long Pier”.\nThe views expressed are the author's own.", .note),
        ("Orhan Deel is a photographer who lives in Karsh.", .note),
        ("A version of this article appears in print on June 6, 2015, on page A19.", .note),
        ("-ENDS-\nThe harbour office was founded in 1911 and has forty people.", .note),
        ("To read the rest of this article, subscribe\nStandard Digital\n$1\nThen $38 per month. Cancel any time.", .paywall),
        ("The quay at dawn. Credit Orhan Deel for The Karsh Courier", .caption),
        ("Das könnte Sie auch interessieren\nStorchenpaar brütet auf dem Rathausdach", .related),
        ("À lire aussi\nLe marché aux ânes de retour à Givry", .related),
        ("Читайте также\nШкольный автобус выйдет на линию", .related),
        ("Tutti i diritti riservati", .copyright),
        ("Unsubscribe", .newsletter),
    ]

    @Test(arguments: tails) func tail_isLeftOutWithItsReason(tail: String, reason: RemovalReason) throws {
        let reading = try PageReader().read(text: Self.head + tail + "\n")
        #expect(reading.body.hasSuffix("the harbour master's pride."))
        #expect(reading.provenance.removed.contains { $0.reason == reason })
    }

    static let sentences = [
        "Lena Marsk, the mayor, was there as well and said nothing.", "The author of the report is a professor of tides at Karsh.",
        "Already, a subscriber to the theory had left the room in anger.", "Credit goes to the cranes, the harbour master said.",
    ]

    @Test(arguments: sentences) func sentences_thatOnlySoundLikeIt_stay(_ sentence: String) throws {
        #expect(try PageReader().read(text: Self.head + sentence + "\n").body.hasSuffix(sentence))
    }

    private static let prose =
        "<p>The port of Karsh was open again after eleven weeks, officials said.</p><p>The first ship came in at dawn, and the cranes began to move.</p>"

    static let parts = [
        "<div class=\"related-posts\"><p>Ferry to run on Sundays, the company says.</p></div>",
        "<div hidden><p>Offer ends on 31 August.</p></div>",
        "<p style=\"Display: none\">Offer ends on 31 August.</p>",
        "<div id=\"comments\"><p>About time somebody did something, I say.</p></div>",
        "<figure><figcaption>The quay on Sunday, seen from the tower.</figcaption></figure>",
        "<section class='newsletter box'><p>Get the best of Karsh every Friday.</p></section>",
        "<div class=\"author-box\"><p>Lena covers the harbour for us.</p></div>", "<ul class=\"breadcrumb\"><li>Harbour <li>Karsh</ul>",
    ]

    @Test(arguments: parts) func part_thatItsClassGivesAway_isLeftOut(_ part: String) throws {
        let page = "<html><body><h1>Karsh port opens again</h1>\(Self.prose)\(part)</body></html>"
        let reading = try HTMLReader().read(Array(page.utf8))
        #expect(reading.body.hasSuffix("the cranes began to move."))
    }

    @Test func partThatHoldsTheWholeArticle_isKeptWhateverItsClass() throws {
        let page = "<html><body><h1>Karsh port opens again</h1><div class=\"related widget\">\(Self.prose)</div></body></html>"
        #expect(try HTMLReader().read(Array(page.utf8)).body.hasSuffix("the cranes began to move."))
    }

    static let titles: [(String, String, String?)] = [
        ("<title>Karsh port opens again - Tern &amp; Bay</title><h1>Karsh port opens again</h1>", "Karsh port opens again", "Tern & Bay"),
        (
            "<title>Karsh port opens again at last | Svan Papers</title><h1>Svan Papers</h1>", "Karsh port opens again at last",
            "Svan Papers"
        ),
        ("<title>Karsh Letters</title><b>Karsh port opens again at last</b><br>", "Karsh port opens again at last", "Karsh Letters"),
        ("<title>Karsh Letters</title><h2>Karsh port opens</h2>", "Karsh port opens", nil),
        ("<title>x</title><div class=logo>Karsh Papers</div><h1>Karsh port opens again</h1>", "Karsh port opens again", "Karsh Papers"),
    ]

    @Test(arguments: titles) func titleAndHeading_giveHeadlineAndOutlet(head: String, headline: String, source: String?) throws {
        let reading = try HTMLReader().read(Array("<html><body>\(head)\(Self.prose)</body></html>".utf8))
        #expect(reading.headline == headline)
        #expect(reading.source == source)
    }

    @Test func timeUnderTheHeading_isThePublication() throws {
        let page = "<h1>Karsh port opens again</h1><time datetime=\"2020-01-02T03:04Z\">2 January</time>\(Self.prose)"
        #expect(try HTMLReader().read(Array(page.utf8)).datePublished?.description == "2020-01-02T03:04Z")
        let other =
            "<h1>Karsh port opens again</h1>\(Self.prose)<div class=related><time datetime=\"2020-01-02T03:04Z\">2 January</time></div>"
        #expect(try HTMLReader().read(Array(other.utf8)).datePublished == nil)
    }

    static let documents: [(String, String, String?, String?)] = [
        (
            "+++\ntitle = \"Karsh port opens\"\ndate = 2019-10-01T06:00:00Z\nauthor = \"Lena Marsk\"\n+++\n\nText of it.",
            "Karsh port opens",
            "Lena Marsk", nil
        ),
        (
            "Title: Karsh port opens | Karsh Courier\n\nURL Source: https://karsh.example/1\n\nMarkdown Content:\n# Karsh port opens\n\nText of it.",
            "Karsh port opens", nil, "Karsh Courier"
        ),
        (
            "---\ntitle: Karsh port opens - Karsh Courier\nsource: https://karsh.example/1\nauthor: \"[[Lena Marsk]]\"\n---\nText of it.",
            "Karsh port opens", "Lena Marsk", "Karsh Courier"
        ),
        ("# Karsh port opens\n\n*By Lena Marsk* | November 19, 2020\n\nText of it.", "Karsh port opens", "Lena Marsk", nil),
    ]

    @Test(arguments: documents) func markdown_ofSeveralMakers(text: String, headline: String, byline: String?, source: String?) throws {
        let reading = try MarkdownReader().read(Array(text.utf8))
        #expect(reading.headline == headline)
        #expect(reading.byline == byline)
        #expect(reading.source == source)
        #expect(reading.body.hasSuffix("Text of it."))
    }
}
