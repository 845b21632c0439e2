import DatelineImport
import DatelineModels
import DatelineSQLite
import Testing

/// Single files, read with what a real store knows of their sources.
@Suite struct RawFileReaderTests {
    private static let now: @Sendable () -> Timestamp = { Timestamp(milliseconds: 1_714_600_000_000) }

    private func withReader(_ body: (RawFileReader, SQLiteStore) async throws -> Void) async throws {
        let ids = ResourceIDGenerator(now: Self.now)
        let store = try SQLiteStore(at: .memory, now: Self.now, makeID: { ids.next() })
        try store.migrate()
        try await body(RawFileReader(ledger: store.imports, now: Self.now), store)
        try await store.close()
    }

    @Test func read_habitsOfTheSource_count() async throws {
        try await withReader { reader, store in
            let page = Array("---\ntitle: Harbour opens\nsource: Karsh Times\ndate: 2024-03-26 22:16\n---\nIt did.".utf8)
            let before = try await reader.read(page, name: "a.md", contentType: nil)
            #expect(before.articles.first?.draft.datePublished?.description == "2024-03-26" && before.detectedType == "markdown")
            _ = try await store.articles.create(ArticleDraft(headline: "x", source: "Karsh Times"), onConflict: .error, recorder: nil)
            _ = try await store.sources.update("karsh times", if: .none) { _ in (timeZone: "Asia/Riyadh", dateOrder: nil) }
            let after = try await reader.read(page, name: nil, contentType: "text/markdown")
            #expect(after.articles.first?.draft.datePublished?.description == "2024-03-26T19:16Z")
        }
    }

    @Test(
        arguments: [
            ("a.pdf", nil, "text", "unsupported-type"), (nil, "application/xml", "<urlset/>", "unsupported-type"),
            (nil, "text/plain", " \n", "empty"),
            (nil, "application/json", "{\"headline\": }", "parse-failed"), (nil, "application/x-ndjson", "{}\n{}\n", "parse-failed"),
            (nil, "text/html", "<html></html>", "no-article-content"), (nil, nil, "\0\0\0\0", "binary-content"),
        ] as [(String?, String?, String, String)])
    func read_whatCannotBe_isRefusedByName(name: String?, type: String?, text: String, reason: String) async throws {
        try await withReader { reader, _ in
            do throws(RawFileError) {
                _ = try await reader.read(Array(text.utf8), name: name, contentType: type)
                Issue.record("it was read")
            } catch {
                guard case .unreadable(let refusal) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(refusal.reason == reason && !refusal.detail.isEmpty)
                if text.contains("headline") { #expect(refusal.fault?.byteOffset == 13) }
            }
        }
    }

    @Test func read_cancelled_endsEarly_andSaysSo() async throws {
        try await withReader { reader, _ in
            let paragraph = "<p>It did, and those who had come to see it stood on the quay until the evening.</p>"
            let page = Array("<html><body><article>\(String(repeating: paragraph, count: 20_000))</article></body></html>".utf8)
            let reading = Task { () async -> RawFileError? in
                withUnsafeCurrentTask { $0?.cancel() }
                do throws(RawFileError) {
                    _ = try await reader.read(page, name: nil, contentType: "text/html")
                    return nil
                } catch {
                    return error
                }
            }
            guard case .repository(.cancelled)? = await reading.value else {
                Issue.record("it was read")
                return
            }
        }
    }

    @Test func read_items_haveEachItsProvenance() async throws {
        try await withReader { reader, _ in
            let feed =
                "<rss><channel><title>Karsh</title><item><title>A</title><pubDate>2024-03-26</pubDate></item><item><title>B</title></item></channel></rss>"
            let file = try await reader.read(Array(feed.utf8), name: "a.rss", contentType: nil)
            #expect(file.provenance == nil && file.itemProvenance.count == 2)
            #expect(file.itemProvenance[0]?.dates.map(\.raw) == ["2024-03-26"] && file.itemProvenance[1]?.headline?.how == .field)
            let page = try await reader.read(Array("# A\n\nIt did.".utf8), name: "a.md", contentType: nil)
            #expect(page.provenance != nil && page.itemProvenance.isEmpty)
        }
    }

    @Test func read_records_areNumbered_andTheirFaultsTold() async throws {
        try await withReader { reader, _ in
            let lines = Array("{\"headline\":\"A\"}\n{\n{\"id\":\"k\",\"headline\":\"C\"}\n".utf8)
            let file = try await reader.read(lines, name: "a.jsonl", contentType: nil)
            #expect(file.articles.map(\.recordNumber) == [0, 2] && file.articles.last?.key == "k" && file.provenance == nil)
            #expect(file.errors.map(\.line) == [2] && file.errorCount == 1)
        }
    }
}
