@testable import DatelineImport
import DatelineModels
import Testing

struct ParserTests {
    private let parser = FileParser(foundAt: Timestamp(milliseconds: 1_714_600_000_000))

    private func parse(_ text: String, as name: String) throws -> ParsedFile {
        try parser.parse(Array(text.utf8), path: ImportPath(name))
    }

    private func refusal(_ text: String, as name: String) -> FileRefusal? {
        do {
            _ = try parser.parse(Array(text.utf8), path: ImportPath(name))
            return nil
        } catch {
            return error
        }
    }

    @Test func object_isOneArticle_withItsID() throws {
        let parsed = try parse(
            "\u{FEFF}{\"id\":\"018f0000-0000-7000-8000-000000000001\",\"headline\":\"H\",\"tags\":[\"a\"]}", as: "a.json")
        let article = try #require(parsed.articles.first)
        #expect(
            parsed.type == "json" && parsed.articles.count == 1 && article.draft.headline == "H" && article.draft.tags.map(\.text) == ["a"])
        #expect(article.id?.description == "018f0000-0000-7000-8000-000000000001")
    }

    @Test func array_keepsItsNumbers_pastABadElement() throws {
        let parsed = try parse("[{\"headline\":\"A\"},\n{\"headline\":\"\"},\n{\"headline\":\"C\"}]", as: "a.json")
        #expect(parsed.articles.map(\.recordNumber) == [0, 2] && parsed.faultCount == 1)
        #expect(parsed.faults.first?.line == 2 && parsed.faults.first?.reason == "invalid-article: empty /headline")
    }

    @Test(arguments: ["{\"headline\":\"A\"", "[{\"headline\":\"A\"}", "[{\"headline\":\"A\"},]", "{\"headline\":\"A\"} x", "nonsense"])
    func json_malformed_isEarlyOrFailed(_ text: String) throws {
        let refusal = try #require(self.refusal(text, as: "a.json"))
        #expect(refusal.reason == "parse-failed" && refusal.mayBeEarly && refusal.fault?.line == 1 && refusal.fault?.byteOffset != nil)
    }

    @Test func json_withoutArticles_isToldApart() {
        #expect(refusal("[]", as: "a.json")?.reason == "no-article-content")
        for blank in ["", " \n\t\n", "\u{FEFF}\n"] {
            for name in ["a.txt", "a.json", "a.jsonl", "a.md", "a.html", "a.xml", "a"] {
                let refusal = refusal(blank, as: name)
                #expect(refusal?.reason == "empty" && refusal?.state == .skipped)
            }
        }
        #expect(refusal("%PDF-1.7 \0\0", as: "a.json")?.reason == "binary-content")
    }

    @Test func lines_deepNesting_isAFaultOfItsLine() throws {
        let deep = String(repeating: "[", count: 5000)
        let parsed = try parse("{\"headline\":\"A\"}\n\(deep)\n{\"headline\":\"C\"}", as: "a.ndjson")
        #expect(parsed.type == "jsonl" && parsed.articles.map(\.recordNumber) == [0, 2] && parsed.faults.map(\.line) == [2])
        #expect(parsed.faults.first?.byteOffset.map { $0 >= 17 } == true && (parsed.faults.first?.excerpt?.utf8.count ?? 0) <= 200)
    }

    @Test func lines_manyBad_areCountedBeyondWhatIsKept() throws {
        let parsed = try parse("{\"headline\":\"A\"}\n" + String(repeating: "{\n", count: 1500), as: "a.jsonl")
        #expect(parsed.faultCount == 1500 && parsed.faults.count == ImportFault.kept)
    }

    @Test func text_thatIsJSON_isReadAsSuch_andElseAsAPage() throws {
        #expect(try parse("{\"headline\":\"J\",\"body\":\"b\"}", as: "j.txt").type == "json")
        let bracket =
            "[Exclusive] Harbour reopens after the storm\n\n" + String(repeating: "The harbour has opened again after ten days. ", count: 8)
        #expect(try parse(bracket, as: "p.txt").type == "text")
        let angle = "<AT&T> says profits are below costs\n\n" + String(repeating: "The company has told its owners so. ", count: 8)
        #expect(try parse(angle, as: "angle.txt").type == "text")
    }

    @Test func excerpt_isShort_andOnOneLine() {
        let fault = ImportFault(line: 1, byteOffset: 0, reason: "r", showing: Array((String(repeating: "é", count: 150) + "\n").utf8))
        #expect((fault.excerpt?.utf8.count ?? 0) <= 200)
        #expect(ImportFault(line: 1, byteOffset: 0, reason: "r", showing: Array("a\nb".utf8)).excerpt == "a b")
        #expect(ImportFault(line: 1, byteOffset: 0, reason: "r", showing: [UInt8]()).excerpt == nil)
    }
}
