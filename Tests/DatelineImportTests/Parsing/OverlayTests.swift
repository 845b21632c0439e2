import DatelineModels
import DatelineReading
import Testing

@testable import DatelineImport

/// What side files and folders add, and which article a record says it is.
@Suite struct OverlayTests {
    private let run = ParsingRun()

    @Test func sideFile_hasTheLastWord() throws {
        let side = """
            {"source":"Orlen News","tags":["harbour"],"datePublished":"2024-03-26","byline":"Lena Marsk","id":"story 7"}
            """
        let parsed = try run.parse(ParsingRun.page("a"), as: "a.txt", side: side, folderSource: "Karsh Times")
        let article = try #require(parsed.articles.first)
        #expect(
            article.draft.source == "Orlen News" && article.draft.tags.map(\.text) == ["harbour"] && article.draft.byline == "Lena Marsk")
        #expect(article.draft.datePublished?.description == "2024-03-26" && article.draft.dateStatus == .stated && article.key == "story 7")
        #expect(article.draft.headline == "Headline a" && parsed.faultCount == 0 && parsed.provenance[0]?.source?.how == .sideFile)
    }

    @Test func sideFile_givesAndTakesFields() throws {
        let parsed = try run.parse(
            ParsingRun.page("a"), as: "a.txt", side: "{\"headline\":\"Other\",\"datePublished\":null,\"byline\":null}")
        let draft = try #require(parsed.articles.first?.draft)
        #expect(draft.headline == "Other" && draft.datePublished == nil && draft.dateStatus == .unknown && draft.byline == nil)
    }

    @Test(arguments: [
        ("{", "side-file-invalid: unexpected-end"), ("[]", "side-file-invalid: not-an-object"),
        ("{\"sourc\":\"x\"}", "side-file-invalid: unknown-field /sourc"), ("{\"tags\":\"x\"}", "side-file-invalid: type /tags"),
        ("{\"language\":\"not a tag\"}", "side-file-invalid: format /language"),
        ("{\"version\":3}", "side-file-invalid: read-only /version"),
    ])
    func sideFile_faulty_isToldAndHasNoSay(side: String, reason: String) throws {
        for (name, text) in [("a.txt", ParsingRun.page("a")), ("a.json", "{\"headline\":\"Headline a\"}")] {
            let parsed = try run.parse(text, as: name, side: side)
            #expect(parsed.articles.first?.draft.headline == "Headline a")
            #expect(parsed.warnings.contains("side-file-invalid") && parsed.faults.map(\.reason) == [reason] && parsed.faultCount == 1)
        }
    }

    @Test func sideFile_ofManyRecords_maySayWhatIsTrueOfAll() throws {
        let lines = "{\"headline\":\"A\",\"source\":\"x\"}\n{\"headline\":\"B\"}\n"
        let parsed = try run.parse(lines, as: "a.jsonl", side: "{\"source\":\"Orlen News\",\"language\":\"en\"}")
        #expect(
            parsed.articles.map(\.draft.source) == ["Orlen News", "Orlen News"]
                && parsed.articles.allSatisfy { $0.draft.language?.text == "en" })
        let wrong = try run.parse(lines, as: "a.jsonl", side: "{\"source\":\"Orlen News\",\"headline\":\"C\",\"id\":\"k\"}")
        #expect(wrong.articles.map(\.draft.headline) == ["A", "B"] && wrong.articles.map(\.draft.source) == ["x", nil])
        #expect(wrong.faults.map(\.reason) == ["side-file-invalid: inconsistent /id", "side-file-invalid: inconsistent /headline"])
    }

    @Test func sideFile_mendsARecord() throws {
        let parsed = try run.parse("{\"body\":\"b\"}", as: "a.json", side: "{\"headline\":\"H\"}")
        #expect(parsed.articles.first?.draft.headline == "H" && parsed.articles.first?.draft.body == "b" && parsed.faultCount == 0)
    }

    @Test func folder_namesTheSource_whateverThePageSays() throws {
        for (name, text) in [
            ("a.txt", ParsingRun.page("a") + "\nSource: Orlen News Agency\n"), ("a.json", "{\"headline\":\"a\",\"source\":\"x\"}"),
            ("a.html", "<meta property=og:site_name content=X><h1>Harbour opens</h1>"), ("a.md", "---\ntitle: A\nsource: X\n---\nb"),
            ("a.rss", "<rss><channel><title>X</title><item><title>A</title></item></channel></rss>"), ("a.jsonl", "{\"headline\":\"a\"}\n"),
        ] {
            let parsed = try run.parse(text, as: name, folderSource: "Karsh Times")
            #expect(parsed.articles.map(\.draft.source) == ["Karsh Times"])
        }
        #expect(try run.parse(ParsingRun.page("a"), as: "a.txt", folderSource: "Karsh\u{1}").articles.first?.draft.source == nil)
    }

    @Test func habits_ofTheSource_makeAnInstantOfATime() throws {
        let page = "---\ntitle: A\ndate: 2024-03-26 22:16\n---\nb"
        let first = try run.parse(page, as: "a.md", folderSource: "Karsh Times")
        #expect(first.wantedHabits == ["Karsh Times"] && first.articles.first?.draft.datePublished?.description == "2024-03-26")
        var informed = run
        informed.parser.habits = ["Karsh Times": DateHabits(zone: ZonedClock(identifier: "Asia/Riyadh"), order: nil)]
        let second = try informed.parse(page, as: "a.md", folderSource: "Karsh Times")
        #expect(second.wantedHabits.isEmpty && second.articles.first?.draft.datePublished?.description == "2024-03-26T19:16Z")
        let feed =
            "<rss><channel><title>Karsh Times</title><item><title>A</title><pubDate>26 Mar 2024 22:16</pubDate></item></channel></rss>"
        #expect(try run.parse(feed, as: "a.rss").wantedHabits == ["Karsh Times"])
        #expect(try informed.parse(feed, as: "a.rss").articles.first?.draft.datePublished?.description == "2024-03-26T19:16Z")
    }

    @Test func order_ofTheSource_countsForFeedsAndNewsItems() throws {
        let feed = "<rss><channel><title>Karsh Times</title><item><title>A</title><pubDate>04/05/2024</pubDate></item></channel></rss>"
        let item =
            "{\"uri\":\"urn:a\",\"type\":\"text\",\"versioncreated\":\"03.04.2024\",\"headline\":\"A\",\"infosources\":[{\"name\":\"Karsh Times\"}],\"body_text\":\"b\"}"
        var informed = run
        informed.parser.habits = ["Karsh Times": DateHabits(zone: nil, order: .mdy)]
        for (text, name, day) in [(feed, "a.rss", "2024-04-05"), (item, "a.json", "2024-03-04")] {
            let parsed = try run.parse(text, as: name, folderSource: "Karsh Times")
            #expect(parsed.wantedHabits == ["Karsh Times"], "\(parsed.type)")
            let again = try informed.parse(text, as: name, folderSource: "Karsh Times")
            #expect(again.articles.first?.draft.datePublished?.description == day, "\(again.type)")
        }
    }

    @Test func id_thatIsNoUUID_isAKey() throws {
        let lines = """
            {"id":"k","headline":"one","body":"b"}
            {"id":7,"headline":"two"}
            {"id":"018f0000-0000-7000-8000-000000000001","headline":"three"}
            {"id":"018F0000-0000-7000-8000-000000000001","headline":"four"}
            {"id":"","headline":"five"}
            {"id":true,"headline":"six"}
            """
        let parsed = try run.parse(lines, as: "a.jsonl")
        #expect(parsed.articles.map(\.key) == ["k", "7", nil, "018F0000-0000-7000-8000-000000000001"])
        #expect(parsed.articles[2].id != nil && parsed.faults.map(\.line) == [5, 6])
        #expect(parsed.faults.map(\.reason) == ["invalid-article: format /id", "invalid-article: read-only /id"])
    }

    @Test func id_twiceInAFile_theLastWins() throws {
        let parsed = try run.parse(
            "{\"id\":\"k\",\"headline\":\"one\"}\n{\"headline\":\"x\"}\n{\"id\":\"k\",\"headline\":\"two\"}\n", as: "k.jsonl")
        #expect(parsed.articles.map(\.draft.headline) == ["x", "two"] && parsed.articles.map(\.recordNumber) == [1, 2])
        #expect(parsed.warnings == ["duplicate-id-in-file"])
    }

    @Test func markers_ofTests_spendTheBudget() throws {
        var run = ParsingRun()
        run.parser.budget = .init(isSpent: { true })
        let refusal = try #require(run.refusal(ParsingRun.page("@@DATELINE-TEST-SPIN@@"), as: "spin.txt"))
        #expect(refusal.reason == "parser-timeout" && refusal.state == .failed && !refusal.mayBeEarly)
    }

    @Test(arguments: ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.rss"]) func budget_spent_endsEveryFormat(_ name: String) throws {
        var run = ParsingRun()
        run.parser.budget = .init(isSpent: { true })
        let text =
            switch name {
            case "a.json": "[{\"headline\":\"A\"}]"
            case "a.jsonl": "{\"headline\":\"A\"}\n"
            case "a.rss": "<rss><channel><item><title>A</title></item></channel></rss>"
            case "a.html": "<html><p>A</p></html>"
            default: ParsingRun.page("a")
            }
        #expect(run.refusal(text, as: name)?.reason == "parser-timeout")
    }
}
