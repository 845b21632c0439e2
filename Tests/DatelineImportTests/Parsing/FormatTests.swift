import DatelineModels
import Testing

@testable import DatelineImport

/// What a file is read as, and what is found in each format.
@Suite struct FormatTests {
    private let run = ParsingRun()

    private static let body = String(repeating: "The harbour has opened again after ten days. ", count: 4)

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let type: String

        var testDescription: String { "\(name): \(text.prefix(40))" }
    }

    static let rows: [Row] = [
        Row(name: "page.txt", text: "<html><head><title>T</title></head><body><p>Hello body</p></body></html>", type: "html"),
        Row(name: "angle.txt", text: "<AT&T> says: profits < costs\n\nBody body body.\n", type: "text"),
        Row(name: "plain.html", text: ParsingRun.page("plain"), type: "text"),
        Row(name: "j.txt", text: "{\"headline\":\"J\",\"body\":\"b\"}", type: "json"),
        Row(name: "a.json", text: "<!DOCTYPE html>\n<title>Not found at all</title><p>There is no such page.</p>", type: "html"),
        Row(
            name: "a", text: "  \n<!-- saved --><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html><body><h1>A</h1>",
            type: "html"),
        Row(
            name: "a.xml", text: "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>A</h1></body></html>",
            type: "html"),
        Row(name: "part.txt", text: "<div><h1>Harbour opens</h1><p>\(body)</p></div>", type: "html"),
        Row(name: "broken.html", text: "Warning: cannot read file\n<p>Harbour opens", type: "html"),
        Row(name: "a.txt", text: "<rss version=\"2.0\"><channel><item><title>A</title></item></channel></rss>", type: "rss"),
        Row(
            name: "a.html",
            text: "<?xml version='1.0'?><!-- x --><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>A</title></entry></feed>",
            type: "atom"),
        Row(name: "a.rss", text: "<rdf:RDF xmlns:rdf=\"x\"><channel/><item><title>A</title></item></rdf:RDF>", type: "rss"),
        Row(name: "a.txt", text: "---\ntitle: A\n---\n\n\(body)", type: "markdown"),
        Row(name: "a.md", text: "# A\n\n\(body)", type: "markdown"),
        Row(name: "a.md", text: "<html><body><h1>A</h1></body></html>", type: "html"),
        Row(name: "a.md", text: "[Home](/) | [News](/n)\n\n# A\n\n\(body)", type: "markdown"),
        Row(name: "a.md", text: "[[Karsh]]\n\n# A\n\n\(body)", type: "markdown"),
        Row(name: "a.md", text: "{% include top.html %}\n\n# A\n\n\(body)", type: "markdown"),
        Row(name: "a.md", text: "<p align=center><img src=a></p>\n\n# A\n\n\(body)", type: "markdown"),
        Row(name: "rule.txt", text: "---\nHarbour opens\n---\n\n\(body)", type: "text"),
        Row(name: "open.txt", text: "---\ntitle: A\n\n\(body)", type: "text"),
        Row(name: "a.json", text: "{\"headline\":\"A\"}\n{\"headline\":\"B\"}\n", type: "jsonl"),
        Row(name: "a.txt", text: "{\"headline\":\"A\"}\n{\"headline\":\"B\"}\n", type: "jsonl"),
        Row(name: "a.jsonl", text: "{\n\"headline\":\"A\"\n}", type: "json"),
        Row(name: "a.jsonl", text: "[\n{\"headline\":\"A\"}\n]", type: "json"),
        Row(name: "a.ndjson", text: "{\"headline\":\"A\"}", type: "jsonl"),
        Row(name: "a.txt", text: "[1, 2, 3]\n", type: "text"),
        Row(name: "a.txt", text: "[Exclusive] Harbour opens\n\n\(body)", type: "text"),
        Row(name: "a.xml", text: ParsingRun.page("plain"), type: "text"),
        Row(
            name: "a.json", text: "{\"uri\":\"urn:x:1\",\"headlines\":[{\"value\":\"A\"}],\"versionCreated\":\"2024-03-26T22:16:00Z\"}",
            type: "ninjs"),
    ]

    @Test(arguments: rows) func content_decides(_ row: Row) throws {
        let parsed = try run.parse(row.text, as: row.name)
        #expect(parsed.type == row.type && !parsed.articles.isEmpty && parsed.faultCount == 0)
    }

    @Test(arguments: ["a.pdf", "a.docx", "a.csv", "a.meta.json", "A.META.JSON", "x/a.png"]) func unknownNames_areSkipped(_ name: String) {
        let refusal = run.refusal(ParsingRun.page("x"), as: name)
        #expect(refusal?.reason == "unsupported-type" && refusal?.state == .skipped)
    }

    @Test func xml_thatIsNoFeed_isSkipped() {
        for text in ["<?xml version=\"1.0\"?><urlset><url/></urlset>", "<urlset><url/></urlset>"] {
            let refusal = run.refusal(text, as: "sitemap.xml")
            #expect(refusal?.reason == "unsupported-type" && refusal?.state == .skipped)
        }
    }

    @Test(arguments: ["a.txt", "a.html", "a.md", "a.json", "a.xml"]) func object_cutShort_isNoPageOfText(_ name: String) throws {
        let refusal = try #require(run.refusal("{\"headline\":\"H\",\"body\":\"long", as: name))
        #expect(refusal.reason == "parse-failed" && refusal.mayBeEarly)
    }

    @Test func wholeFiles_areToldFromRecords() throws {
        for (name, text) in [
            ("a.txt", ParsingRun.page("a")), ("a.md", "# A\n\nb"), ("a.html", "<p>Hello there, all of you.</p>"),
            ("a.json", "{\"headline\":\"A\"}"),
        ] {
            #expect(try run.parse(text, as: name).articles.first?.isWholeFile == true)
        }
        for (name, text) in [
            ("a.json", "[{\"headline\":\"A\"}]"), ("a.jsonl", "{\"headline\":\"A\"}"),
            ("a.rss", "<rss><channel><item><title>A</title></item></channel></rss>"),
        ] {
            #expect(try run.parse(text, as: name).articles.first?.isWholeFile == false)
        }
    }

    @Test func tinyFile_isReadWhateverItsSize() throws {
        let parsed = try run.parse("Quake hits coast", as: "tiny.txt")
        #expect(parsed.articles.first?.draft.headline == "Quake hits coast" && parsed.warnings.contains("no-body"))
    }

    @Test func html_headStates_bodyIsText() throws {
        let page = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbour opens | Orlen News</title>
            <meta property="og:site_name" content="Orlen News"><meta property="og:title" content="Harbour opens &amp; ships leave">
            <meta name="author" content="Lena Marsk"><meta property="article:published_time" content="2024-03-26T22:16:00+03:00">
            <meta property="article:modified_time" content="2024-03-27T08:00:00+03:00"><link rel="canonical" href="https://orlen.example/a">
            <script>var x = "<p>no text</p>";</script></head>
            <body><nav><a href="/">Home</a> <a href="/w">World</a></nav><main><h1>Harbour opens &amp; ships leave</h1>
            <p>The harbour has opened <b>again</b> after ten&nbsp;days, the town said.</p><p>Ships left at noon. It was quiet.</p></main>
            <footer>© 2024 Orlen News</footer></body></html>
            """
        let parsed = try run.parse(page, as: "a.html")
        let draft = try #require(parsed.articles.first?.draft)
        #expect(draft.headline == "Harbour opens & ships leave" && draft.source == "Orlen News" && draft.byline == "Lena Marsk")
        #expect(draft.datePublished?.description == "2024-03-26T19:16:00Z" && draft.dateStatus == .stated)
        #expect(draft.dateModified?.description == "2024-03-27T05:00:00Z")
        #expect(draft.url?.text == "https://orlen.example/a" && draft.language?.text == "en")
        #expect(draft.body == "The harbour has opened again after ten\u{A0}days, the town said.\n\nShips left at noon. It was quiet.")
        #expect(parsed.provenance[0]?.headline?.how == .meta && parsed.provenance[0]?.removed.contains { $0.reason == .navigation } == true)
    }

    @Test func markdown_frontMatterStates_bodyStaysMarkdown() throws {
        let page = """
            ---
            title: "Harbour: open again"
            author: Lena Marsk
            date: 2024-03-26 22:16:00 +0300
            tags: [harbour, 'ships, all']
            lang: en
            id: 42
            ---

            # Harbour: open again

            The **harbour** opened.

            ## Ships

            - one
            """
        let parsed = try run.parse(page, as: "a.md")
        let article = try #require(parsed.articles.first)
        #expect(article.draft.headline == "Harbour: open again" && article.draft.byline == "Lena Marsk" && article.key == "42")
        #expect(article.draft.datePublished?.description == "2024-03-26T19:16:00Z" && article.draft.tags.map(\.text) == ["harbour"])
        #expect(article.draft.body == "The **harbour** opened.\n\n## Ships\n\n- one" && parsed.warnings == ["dropped-tags"])
    }

    @Test func ninjs_prefersPlainText() throws {
        let item = """
            {"uri":"https://orlen.example/n/1","standard":{"name":"ninjs"},"firstCreated":"2024-03-26T10:00:00Z","versionCreated":"2024-03-26T12:00:00Z",
            "by":"Lena Marsk","language":"en","copyrightHolder":"Orlen News Agency","headlines":[{"role":"short","value":"Short"},{"role":"main","value":"Harbour opens"}],
            "bodies":[{"role":"main","contentType":"text/html","value":"<p>One &amp; two.</p>"},{"role":"main","contentType":"text/plain","value":"One & two."}]}
            """
        let article = try #require(try run.parse(item, as: "a.json").articles.first)
        #expect(article.draft.headline == "Harbour opens" && article.draft.body == "One & two." && article.draft.byline == "Lena Marsk")
        #expect(article.key == "https://orlen.example/n/1" && article.draft.url?.text == "https://orlen.example/n/1" && article.isWholeFile)
        #expect(article.draft.datePublished?.description == "2024-03-26T10:00:00Z" && article.draft.source == "Orlen News Agency")
        let older = """
            {"uri":"urn:x:1","versioncreated":"2024-03-26T12:00:00Z","headline":"A","body_xhtml":"<p>One &amp; two.</p><p>Three.</p>","pubstatus":"canceled"}
            """
        let parsed = try run.parse(older, as: "a.json")
        #expect(parsed.articles.first?.draft.body == "One & two.\n\nThree." && parsed.warnings == ["pub-status-canceled"])
    }

    @Test func ninjs_isCleanedAndTagged() throws {
        let item = """
            {"uri":"urn:x:1","versioncreated":"2024-03-26T12:00:00Z","headline":"Harbour\\r\\nopens","body_text":"One.\\r\\n\\r\\nTwo.",
            "subject":[{"name":"Port of Karsh"},{"code":"x"}],"keywords":["ships","ships"]}
            """
        let article = try #require(try run.parse(item, as: "a.json").articles.first)
        #expect(article.draft.headline == "Harbour opens" && article.draft.body == "One.\n\nTwo.")
        #expect(article.draft.tags.map(\.text) == ["Port of Karsh", "ships"])
    }
}
