import DatelineModels
import GRDB
import Testing

@testable import DatelineSQLite

/// Expressions for the full-text index, and the passages it found.
@Suite struct TextSearchTests {
    @Test(arguments: [
        ("border talks", #"("border") AND ("talks")"#), ("a OR b c*", #"("a" OR "b") AND ("c" *)"#),
        (#""two words" -not -"so that""#, #"(("two words")) NOT ("not" OR "so that")"#), ("AND NEAR(", #"("AND") AND ("NEAR")"#),
        ("headline:x", #"("headline x")"#),
    ])
    func expression_query_quotesEveryTerm(text: String, expected: String) throws {
        let query = try #require(try TextQuery(parsing: text))
        let condition = try #require(TextCondition(query, index: "article_text"))
        #expect(condition.expression == expected)
        #expect(!condition.isNegated)
    }

    @Test func expression_quoteInAWord_isDoubled() throws {
        let term = TextQuery.Term(words: ["a\"b"], isPrefix: false)
        let query = try #require(try TextQuery(parsing: "x"))
        #expect(query.required.count == 1)
        #expect(TextCondition.quoted(term) == #""a""b""#)
    }

    @Test func expression_nothingButPunctuation_matchesNothing() throws {
        let query = try #require(try TextQuery(parsing: "?! ()"))
        #expect(TextCondition(query, index: "article_text") == nil)
    }

    @Test(arguments: ["\"", "\"\"\"", "* OR", "OR OR -", "( ) : ^ + -", "a\" OR 1=1 --", "é\u{301}*", "NOT AND OR", "-", "\u{0}x", "😀 a"])
    func page_anyTextAtAll_isNoError(text: String) throws {
        let store = try CorpusStore(Corpus(seed: 1, articles: 3))
        var filter = ArticleFilter()
        filter.text = try TextQuery(parsing: text)
        for sort in ArticleSort.allCases {
            _ = try store.queue.read { try ArticleListing.page($0, ArticleQuery(filter: filter, sort: sort)) }
        }
        #expect(try store.queue.read { try ArticleListing.count($0, filter) } <= 3)
    }

    @Test func highlights_markupInTheText_isEscapedAndOnlyMatchesAreMarked() throws {
        let page = try Self.page("talks", headline: "Peace & <talks> \"now\"", body: "It's <b>TALKS</b> again")
        let highlights = try #require(page.items.first?.highlights)
        #expect(highlights.headline == "Peace &amp; &lt;<mark>talks</mark>&gt; &quot;now&quot;")
        #expect(highlights.body == "It&#39;s &lt;b&gt;<mark>TALKS</mark>&lt;/b&gt; again")
    }

    @Test func highlights_longBody_areASnippetAroundTheMatch() throws {
        let body = (0..<400).map { "word\($0)" }.joined(separator: " ") + " needle " + (0..<400).map { "tail\($0)" }.joined(separator: " ")
        let highlights = try #require(try Self.page("needle", headline: "Nothing", body: body).items.first?.highlights)
        #expect(highlights.headline == "Nothing")
        #expect(highlights.body.contains("<mark>needle</mark>") && highlights.body.hasPrefix("…") && highlights.body.hasSuffix("…"))
        #expect(TextQuery.words(of: highlights.body).count <= 45)
    }

    @Test func highlights_onlyExcludedWords_areTheBeginningWithoutMarks() throws {
        let highlights = try #require(
            try Self.page("-needle", headline: "A < B", body: String(repeating: "x & y ", count: 100)).items.first?.highlights)
        #expect(highlights.headline == "A &lt; B")
        #expect(highlights.body.hasPrefix("x &amp; y") && highlights.body.hasSuffix("…") && !highlights.body.contains("<mark>"))
    }

    @Test func highlights_noTextQuery_areLeftOut() throws {
        #expect(try Self.page(nil, headline: "A", body: "b").items.first?.highlights == nil)
    }

    @Test func marked_unbalancedDelimiters_staysBalanced() {
        #expect(Highlighter.marked([2, 2, 65, 3, 3, 2, 66]) == "<mark>A</mark><mark>B</mark>")
    }

    @Test func tester_byLookupOrByAllMatches_answersTheSame() throws {
        let corpus = Corpus(seed: 6, articles: 60)
        let store = try CorpusStore(corpus)
        for text in ["talks", "-talks", "sea*"] {
            let condition = try #require(try TextQuery(parsing: text).flatMap { TextCondition($0, index: "article_text") })
            // At once, after some look-ups, and never.
            let testers = [
                TextTester(condition, matches: 60, rows: 60), TextTester(condition, matches: 4_000, rows: 1),
                TextTester(condition, matches: 1_000_000, rows: 1),
            ]
            let answers = try store.queue.read { db in
                try testers.map { tester in
                    var tester = tester
                    return try corpus.articles.map { try tester.accepts($0.key, db) }
                }
            }
            #expect(answers[0] == answers[1] && answers[1] == answers[2])
            #expect(answers[0].contains(true) && answers[0].contains(false))
        }
    }

    private static func page(_ text: String?, headline: String, body: String) throws -> Page<ArticleItem> {
        var corpus = Corpus(seed: 2, articles: 1)
        corpus.articles[0].value.headline = headline
        corpus.articles[0].value.body = body
        var filter = ArticleFilter()
        filter.text = try text.flatMap { try TextQuery(parsing: $0) }
        return try CorpusStore(corpus).queue.read { try ArticleListing.page($0, ArticleQuery(filter: filter)) }
    }
}
