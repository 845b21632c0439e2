/// A document made of one piece over and over, as long as is wanted.
struct Generator: Sendable {
    let name: String
    let hint: FileType
    /// Stands before the pieces.
    let beginning: String
    let piece: String
    /// Stands behind the pieces: what each of them may look for in vain up to there.
    let ending: String
    /// Whether each piece has its number in it, in place of `%`, so that no two are the same.
    let isNumbered: Bool

    init(
        _ hint: FileType, _ name: String, _ piece: String, after beginning: String = "", before ending: String = "",
        isNumbered: Bool = false
    ) {
        self.name = name
        self.hint = hint
        self.beginning = beginning
        self.piece = piece
        self.ending = ending
        self.isNumbered = isNumbered
    }

    func document(bytes: Int) -> [UInt8] {
        var document = Array(beginning.utf8)
        document.reserveCapacity(bytes + piece.utf8.count + ending.utf8.count + 20)
        let parts = piece.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).map { Array($0.utf8) }
        let whole = Array(piece.utf8)
        var number = 0
        while document.count < bytes {
            if isNumbered {
                document += parts[0]
                document += String(number).utf8
                document += parts[1]
            } else {
                document += whole
            }
            number += 1
        }
        document += ending.utf8
        return document
    }
}

extension Generator {
    /// Pages of text.
    static let text: [Generator] = [
        Generator(.text, "angle brackets", "<"), Generator(.text, "ampersands", "&"), Generator(.text, "brackets", "("),
        Generator(.text, "square brackets", "["), Generator(.text, "quotes", "\""), Generator(.text, "spaces", " ", after: "a"),
        Generator(.text, "one word", "a"), Generator(.text, "one line of words", "port of Karsh "),
        Generator(.text, "words and marks", "a!"),
        Generator(.text, "digits", "7"), Generator(.text, "digits and slashes", "1/"), Generator(.text, "digits and colons", "1:"),
        Generator(.text, "dates in digits", "1/2/2026 "), Generator(.text, "times", "10:10 GMT "),
        Generator(.text, "month names", "March "),
        Generator(.text, "days and months", "1 March "), Generator(.text, "numbered dates", "26 March % at 10:10\n", isNumbered: true),
        Generator(.text, "marks on one letter", "\u{301}", after: "Title\n\ne"),
        Generator(.text, "two marks in turn", "\u{301}\u{316}", after: "Title\n\ne"),
        Generator(.text, "letters with 30 marks", "e" + String(repeating: "\u{301}\u{316}", count: 15)),
        Generator(.text, "replacement characters", "\u{FFFD}"), Generator(.text, "zero width", "\u{200B}", after: "a"),
        Generator(.text, "overrides", "a\u{202E}"), Generator(.text, "no-break spaces", "\u{A0}", after: "a"),
        Generator(.text, "bars", "a | "), Generator(.text, "dashes", "a - "), Generator(.text, "hashes", "#a "),
        Generator(.text, "empty lines", "\n", after: "a"), Generator(.text, "lines of a letter", "a\n"),
        Generator(.text, "one headline", "Karsh port reopens\n"),
        Generator(.text, "headlines", "Karsh port reopens for the % time\n", isNumbered: true),
        Generator(.text, "headlines with an outlet", "Port reopens % | Karsh Courier\n", isNumbered: true),
        Generator(.text, "date lines", "26 March 2026\n"), Generator(.text, "bylines", "By Lena Marsk\n"),
        Generator(.text, "labels", "Related News\n"), Generator(.text, "glued labels", "Related NewsThe port was open again, they said.\n"),
        Generator(.text, "comments", "Leave a comment\nI think so too, and I always did.\n"),
        Generator(.text, "related blocks", "Related News\nKarsh port reopens\nThe port was open again on Friday, they said.\n"),
        Generator(.text, "wrapped lines", "the long line that goes on and on and on and on and on with\nmore"),
        Generator(.text, "agencies", "KARSH, March 26 (Reuters) — The port was open, % told AFP.\n", isNumbered: true),
        Generator(.text, "prose", "The port of Karsh was open again on Thursday, officials said, after a strike of twelve days.\n\n"),
    ]

    /// HTML, Markdown and feeds.
    static let markup: [Generator] = [
        Generator(.html, "open brackets", "<", after: "<p>"), Generator(.html, "nested", "<div>"),
        Generator(.html, "ends", "</p>", after: "<p>"),
        Generator(.html, "crossed", "<b></i>"), Generator(.html, "open comments", "<!--"), Generator(.html, "open attributes", "<p x=\"1"),
        Generator(.html, "attributes", "a%=b ", after: "<p ", isNumbered: true), Generator(.html, "open scripts", "<script></a>"),
        Generator(.html, "titles in drawings", "<svg><title>"), Generator(.html, "articles", "<article>a "),
        Generator(.html, "headings", "<h1>a "),
        Generator(.html, "entities", "&amp;&#x41;&eacute;", after: "<p>"), Generator(.html, "half entities", "&#x", after: "<p>"),
        Generator(.html, "metadata", "<meta name=author content=x%>", isNumbered: true),
        Generator(.html, "keywords", "x%,", after: "<title>a</title><meta name=keywords content=\"", isNumbered: true),
        Generator(.html, "linked data", "<script type=application/ld+json>[[[</script>"),
        Generator(
            .html, "linked articles", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a%\"}</script>",
            isNumbered: true),
        Generator(
            .html, "linked authors", "[\"a%\"],",
            after: "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a\",\"author\":[", isNumbered: true),
        Generator(.html, "paragraphs", "<p>The port of Karsh was open again on Thursday, <a href=/x>officials</a> said.</p>\n"),
        Generator(.html, "lists of links", "<li><a href=/x>Port reopens %</a></li>", after: "<title>a</title><ul>", isNumbered: true),
        Generator(.html, "cells", "<td>a<td>b<tr>", after: "<table>"), Generator(.html, "hidden", "<p hidden>a<p style='display:none'>b"),
        Generator(.html, "preformatted", "a\n", after: "<pre>"),
        Generator(
            .html, "section labels", "<p>Related news</p><p>Ships left the harbour of Karsh at noon, to a band's tune.</p>",
            after: "<h1>Harbour opens again</h1><div>"),
        Generator(.html, "open tags before an end", "<a ", before: ">"),
        Generator(.html, "open declarations before an end", "<!DOCTYPE [", before: ">"),
        Generator(.html, "tags in quotations", "<a =\"\" =\"", before: "\"<b>"),
        Generator(.html, "open scripts before an end", "<script></a>", before: "</script>"),
        Generator(.feed, "tags in quotations of a feed", "<item =\"\" =\"", after: "<rss><channel>", before: "\"<b>"),
        Generator(.feed, "open items", "<item><title>", after: "<rss><channel>"),
        Generator(.feed, "empty items", "<item/>", after: "<rss><channel>"),
        Generator(.feed, "items", "<item><title>a&lt;b&gt;</title><pubDate>26 Mar 2026</pubDate></item>", after: "<rss><channel>"),
        Generator(.feed, "titles", "<title>", after: "<rss><channel><item>"),
        Generator(.feed, "escaped markup", "&lt;p&gt;a", after: "<rss><channel><item><description>"),
        Generator(.feed, "open literals", "<![CDATA[", after: "<rss><channel><item>"),
        Generator(.feed, "links", "<link href=x%>", after: "<feed><entry>", isNumbered: true),
        Generator(.feed, "categories", "<category>x%</category>", after: "<rss><channel><item><title>a</title>", isNumbered: true),
        Generator(.feed, "authors", "<dc:creator>x%</dc:creator>", after: "<rss><channel><item><title>a</title>", isNumbered: true),
        Generator(.feed, "namespaces", "<a xmlns:b%='c'>", after: "<rss>", isNumbered: true),
        Generator(.markdown, "open lists", "a: [b, c\n", after: "---\n"), Generator(.markdown, "items", "  - 'b\n", after: "---\na:\n"),
        Generator(.markdown, "keys", "a%: b\n", after: "---\n", isNumbered: true), Generator(.markdown, "rules", "---\n"),
        Generator(.markdown, "nested lists", "[", after: "---\na: "),
        Generator(.markdown, "tags", "a%, ", after: "---\ntitle: a\ntags: [", isNumbered: true),
        Generator(.markdown, "headings", "# a\n"), Generator(.markdown, "underlines", "=\n", after: "a\n"),
        Generator(.markdown, "closing signs", "#", after: "# a "),
    ]

    /// JSON, alone and by lines.
    static let json: [Generator] = [
        Generator(.json, "nested arrays", "["), Generator(.json, "nested objects", "{\"a\":"),
        Generator(.json, "articles", "{\"headline\":\"a%\"},", after: "[", isNumbered: true),
        Generator(.json, "names", "\"a%\":1,", after: "{", isNumbered: true),
        Generator(.json, "escapes", "\\u00e9\\n", after: "{\"headline\":\""),
        Generator(.json, "tags", "\"a%\",", after: "{\"headline\":\"a\",\"tags\":[", isNumbered: true),
        Generator(.json, "a long number", "1"),
        Generator(.json, "numbers", "1,", after: "["),
        Generator(.jsonLines, "lines", "{\"headline\":\"a%\",\"id\":\"%\"}\n", isNumbered: true),
        Generator(.jsonLines, "bad lines", "{\"headline\":\n"), Generator(.jsonLines, "empty lines", "\n", after: "{\"headline\":\"a\"}"),
        Generator(.jsonLines, "one line", "{\"headline\":\"a\",", after: ""),
    ]

    static let all = text + markup + json
}
