import DatelineJSON
import DatelineModels
import DatelineTestSupport
import Testing

@testable import DatelineImport

/// Files of JSON and of lines: where faults are told, and what they leave unharmed.
@Suite struct RecordFileTests {
    private let run = ParsingRun()

    @Test func json_fault_isToldWithLineAndByte() throws {
        let refusal = try #require(run.refusal("{\"headline\": }", as: "bad.json"))
        #expect(refusal.reason == "parse-failed" && refusal.fault?.line == 1 && refusal.fault?.byteOffset == 13 && refusal.mayBeEarly)
    }

    @Test(arguments: [
        ("{\"headline\":\"a\",\n\"headline\":\"b\"}", "duplicate-key", 2, 17), ("{\"headline\":\"a\",\n}", "unexpected-byte", 2, 17),
        ("[{\"headline\":\"a\"},\n]", "unexpected-byte", 2, 19),
        ("{\"headline\":\"a\"} x", "trailing-content", 1, 17),
    ])
    func json_malformed_isRefused(text: String, reason: String, line: Int, byte: Int) throws {
        let refusal = try #require(run.refusal(text, as: "a.json"))
        #expect(refusal.reason == "parse-failed" && refusal.fault?.reason == reason)
        #expect(refusal.fault?.line == line && refusal.fault?.byteOffset == byte)
    }

    @Test(arguments: [
        String(repeating: "[", count: 8_000_000), String(repeating: "{\"a\":", count: 1_000_000),
        "{\"headline\":\"a\",\"tags\":" + String(repeating: "[", count: 100_000),
        "[" + String(repeating: "[", count: 65) + String(repeating: "]", count: 65) + "]",
    ])
    func json_deep_isRefusedAtOnce(_ text: String) throws {
        var refusal: FileRefusal?
        let time = ProcessorTime.measure { refusal = run.refusal(text, as: "deep.json") }
        #expect(refusal?.reason == "parse-failed" && refusal?.fault?.reason == "too-deep")
        #expect(time < .seconds(20).patient)
    }

    @Test func lines_badOnes_hurtNoOther_andAreToldWithTheirPlace() throws {
        var text = ""
        var offsets: [Int: Int] = [:]
        for number in 1...2501 {
            offsets[number] = text.utf8.count
            switch number {
            case 1700: text += "{\"headline\": }\n"
            case 1701: text += "{\"headline\":\"\"}\n"
            default: text += "{\"headline\":\"Headline \(number)\"}\(number == 2501 ? "" : "\n")"
            }
        }
        let parsed = try run.parse(text, as: "a.jsonl")
        #expect(
            parsed.articles.count == 2499 && parsed.articles.last?.draft.headline == "Headline 2501"
                && parsed.articles.last?.recordNumber == 2500)
        #expect(
            parsed.faults.map(\.line) == [1700, 1701]
                && parsed.faults.map(\.reason) == ["unexpected-byte", "invalid-article: empty /headline"])
        #expect(parsed.faults.map(\.byteOffset) == [offsets[1700].map { $0 + 13 }, offsets[1701]])
    }

    @Test func lines_inParts_areTheSameAsWhole() throws {
        let text = "\u{FEFF}{\"headline\":\"A\"}\n\n{\n{\"headline\":\"Ö\"}\r\n{\"headline\":\"C\"}\n \n{\"headline\":\"D\"}"
        let bytes = Array(text.utf8)
        let whole = try run.parse(bytes, as: "a.jsonl")
        for cut in 1..<bytes.count {
            var parsed = run.parser.startLines()
            var lines = JSONLines(maximumLineBytes: FileParser.maximumLineBytes)
            lines.append(bytes[..<cut])
            while let line = lines.next() { run.parser.add(line, to: &parsed) }
            // As after a crash: another reader goes on where this one is.
            let progress = lines.progress
            var rest = JSONLines(maximumLineBytes: FileParser.maximumLineBytes, after: progress)
            rest.append(bytes[progress.offset...])
            while let line = rest.next() ?? rest.finish() { run.parser.add(line, to: &parsed) }
            #expect(parsed.articles.map(\.recordNumber) == whole.articles.map(\.recordNumber))
            #expect(parsed.articles.map(\.draft) == whole.articles.map(\.draft) && parsed.faults == whole.faults)
            #expect(rest.progress == JSONLines.Progress(offset: bytes.count, lines: 7, records: 5))
        }
    }

    @Test func line_tooLong_isOneFault_notTheEnd() throws {
        let long = "{\"headline\":\"" + String(repeating: "a", count: FileParser.maximumLineBytes) + "\"}\n"
        let parsed = try run.parse("{\"headline\":\"A\"}\n" + long + "{\"headline\":\"C\"}\n", as: "a.jsonl")
        #expect(parsed.articles.map(\.draft.headline) == ["A", "C"] && parsed.faults.map(\.reason) == ["line-too-long"])
        #expect(parsed.faults.map(\.line) == [2] && parsed.faults.map(\.byteOffset) == [17])
    }
}
