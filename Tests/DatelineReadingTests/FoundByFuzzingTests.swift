import DatelineModels
import DatelineReading
import DatelineTestSupport
import Foundation
import Testing

/// What inputs made by the targets of `Fuzz` and the documents of `Benchmarks/reading` once did wrong.
@Suite struct FoundByFuzzingTests {
    private static let text = "The port of Karsh was open again after eleven weeks, officials said.\n\nThe first ship came in at dawn.\n"

    @Test(arguments: ["٢٦ مارس ٢٠٢٦", "۲۶ مارس ۲۰۲۶", "نُشر في: ٢٦ مارس ٢٠٢٦"]) func digitsOfOtherScripts_areQuotedAsPrinted(line: String)
        throws
    {
        let reading = try PageReader().read(text: "فتح الميناء بعد الإضراب\n\(line)\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2026-03-26")
        let raw = try #require(reading.provenance.dates.first?.raw)
        #expect(line.contains(raw) && raw.unicodeScalars.allSatisfy { $0.value > 0x7F || $0 == " " }, "\(raw)")
    }

    @Test func firstSentenceAsHeadline_hasNoTab() throws {
        let reading = try PageReader().read(
            text: "The port of\tKarsh was open again on Friday. It had been shut for weeks, and nobody knew why it was.\n")
        #expect(reading.headline == "The port of Karsh was open again on Friday.")
    }

    @Test func spaceMarkOfOgham_isNoText() {
        #expect(throws: ReadingError.noText) { try PageReader().read(text: " \u{1680}\n\u{1680}\u{A0}\n") }
    }

    /// Each was looked for among all others.
    @Test(arguments: [
        ("", "<meta name=author content=x%>"),
        ("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a\",\"author\":[", "[\"x%\"],"),
    ]) func authorsByTheThousand_takeTimeInProportion(beginning: String, piece: String) {
        let small = Self.time(beginning, piece, count: 10_000)
        let large = Self.time(beginning, piece, count: 40_000)
        #expect(large < small * 8 + .milliseconds(250), "\(small) and \(large)")
    }

    /// A control between them, which is dropped, made two short runs of marks of what was a long one in the cleaned text.
    @Test(arguments: ["\0", "\u{3}", "\u{7F}", "\u{FEFF}"]) func marksAroundWhatIsDropped_areOneRun(dropped: String) {
        let marks = String(repeating: "\u{303}", count: 20)
        let cleaned = TextDecoding.clean("a" + marks + dropped + marks)
        #expect(cleaned.text.unicodeScalars.count == 1 + TextDecoding.maximumMarks)
        #expect(TextDecoding.clean(cleaned.text).text.utf8.elementsEqual(cleaned.text.utf8))
    }

    /// They were taken off one by one, each time with a copy of the rest.
    @Test func signsThatCloseAHeading_takeTimeInProportion() {
        let time = { (count: Int) in
            let page = Array("# Harbour opens \(String(repeating: "#", count: count))\n\nText.\n".utf8)
            return ProcessorTime.measure { _ = try? MarkdownReader().read(page) }
        }
        let (small, large) = (time(20_000), time(80_000))
        #expect(large < small * 8 + .milliseconds(250), "\(small) and \(large)")
    }

    /// A date and its time in a line below the headline, and above where the text begins.
    @Test func pairOfDates_belowTheHeadline_endsNothing() throws {
        let page = """
            SGFycCFuYWllASEAKzAz/////////////////zowMAp1cGRhdGVkOiAgACBNcmFjaCAyMDI2CnVybDogaHR0cHM6Ly9jT3VyaWVyLmV4YW1wZT
            ogMjAyNi0wMy0yNlQyMjoxNiswMzowMAp1cGRhdGVkOiAxMyBNYXJjaCAyMDI2CnUtLS0KaHR0cI270Nhjb3VyaWVyLmV4TXJhY2ggMjAyNgp1
            cmw6IGh0dHBzOi8vY291cmllci5lfXhhvW1wZTogMjAyNi0wMy0yNlQyMjoxNiswMzowACBhbjYgTWFyQ2ggMjBuZHJhZmF0YWllIGFyIApg/v
            //tg==
            """
        let bytes = try #require(Data(base64Encoded: page.filter { !$0.isWhitespace }))
        #expect(throws: Never.self) { try MarkdownReader().read(Array(bytes)) }
    }

    private static func time(_ beginning: String, _ piece: String, count: Int) -> Duration {
        let parts = piece.split(separator: "%")
        let page = Array((beginning + (0..<count).map { parts[0] + String($0) + parts[1] }.joined()).utf8)
        return ProcessorTime.measure { _ = try? HTMLReader().read(page) }
    }
}
