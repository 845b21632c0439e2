import DatelineModels
import DatelineSQLite
import DatelineTestSupport
import Foundation
import Logging
import Testing

@testable import DatelineImport

/// From what is kept back to articles, by today's reader.
@Suite(.timeLimit(.untilHung))
struct RereaderTests {
    private struct Rig {
        let store: SQLiteStore
        let reader: RawFileReader
        let rereader: Rereader

        func post(_ text: String, _ type: String = "text/plain") async throws -> Article {
            let file = try await reader.read(Array(text.utf8), name: nil, contentType: type)
            let article = try #require(file.articles.first)
            return try await store.readings.create(article, onConflict: .error, recorder: nil).resource
        }

        func version(of article: Article) async throws -> Int { try await store.articles.article(article.id).version }

        func setHabits(of source: String, zone: String?, order: DateOrder? = nil) async throws {
            _ = try await store.sources.update(Folding.fold(source), if: .none) { (_) throws(ValidationError) in (zone, order) }
        }

        func reread(_ filter: ArticleFilter = ArticleFilter(), isDryRun: Bool = false, examples: Int = 50) async throws -> RereadStatus {
            #expect(await rereader.start(RereadRequest(filter: filter, isDryRun: isDryRun, examples: examples)))
            #expect(await rereader.wait(atMost: .untilHung))
            return await rereader.status()
        }
    }

    /// - Parameter isWorking: else what is started never ends.
    private func withRig(raw: RawKeeping = RawKeeping(), isWorking: Bool = true, _ body: @escaping @Sendable (Rig) async throws -> Void)
        async throws
    {
        let ids = ResourceIDGenerator(now: ImportHarness.now)
        let store = try SQLiteStore(at: .memory, now: ImportHarness.now, makeID: { ids.next() })
        try store.migrate()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let rereader = Rereader(
            articles: store.articles, readings: store.readings, ledger: store.imports, now: ImportHarness.now, logger: logger)
        let rig = Rig(
            store: store, reader: RawFileReader(ledger: store.imports, raw: raw, now: ImportHarness.now), rereader: rereader)
        try await withThrowingTaskGroup(of: Void.self) { group in
            if isWorking { group.addTask { try await rereader.run() } }
            defer { group.cancelAll() }
            try await body(rig)
        }
        try await store.close()
    }

    private static func page(_ title: String, date: String, source: String = "Velmora Post") -> String {
        """
        <html><head><title>\(title)</title><meta property="og:site_name" content="\(source)"></head><body><h1>\(title)</h1><p>\(date)</p>
        <p>The harbour of Velmora was closed for two years. Nobody knew why it had taken them so long.</p></body></html>
        """
    }

    @Test func zoneAndOrder_toldLater_countForAllWaysIn() async throws {
        try await withRig { rig in
            let timed = try await rig.post(Self.page("Strike ends in Velmora", date: "26 March 2024 22:16"), "text/html")
            let vague = try await rig.post(Self.page("Strike begins in Velmora", date: "Published: 3/4/2024"), "text/html")
            #expect(timed.source == "Velmora Post" && timed.datePublished?.description == "2024-03-26")
            #expect(vague.datePublished?.precision != .day)
            try await rig.setHabits(of: "velmora post", zone: "Asia/Riyadh", order: .dmy)

            let dry = try await rig.reread(isDryRun: true)
            #expect(dry.state == .done && dry.matched == 2 && dry.looked == 2 && dry.changed == 2 && dry.conflicting == 0)
            #expect(try await rig.version(of: timed) == timed.version)
            let run = try await rig.reread()
            #expect(run.changed == 2 && run.examples.map(\.article) == [timed.id, vague.id])
            #expect(try await rig.store.articles.article(timed.id).datePublished?.description == "2024-03-26T19:16Z")
            #expect(try await rig.store.articles.article(vague.id).datePublished?.description == "2024-04-03")
            #expect(try await rig.reread().changed == 0)
            // The same counts at once for what comes now, posted or only looked at.
            let next = try await rig.post(Self.page("Another strike in Velmora", date: "27 March 2024 22:16"), "text/html")
            #expect(next.datePublished?.description == "2024-03-27T19:16Z")
            let told = try #require(try await rig.store.readings.provenance(of: next.id).reading)
            let account = String(decoding: told.account, as: UTF8.self)
            #expect(account.contains(#""timeZone":"Asia/Riyadh","dateOrder":"dmy""#), "\(account)")
        }
    }

    @Test func order_toldLater_countsForFeeds() async throws {
        try await withRig { rig in
            let feed =
                "<rss><channel><title>Velmora Post</title><item><title>A</title><pubDate>04/05/2024</pubDate></item></channel></rss>"
            let article = try await rig.post(feed, "application/rss+xml")
            #expect(article.datePublished == nil)
            try await rig.setHabits(of: "velmora post", zone: nil, order: .mdy)
            #expect(try await rig.reread().changed == 1)
            #expect(try await rig.store.articles.article(article.id).datePublished?.description == "2024-04-05")
        }
    }

    @Test func aClientsField_staysAndIsTold() async throws {
        try await withRig { rig in
            let article = try await rig.post(Self.page("Strike ends in Velmora", date: "26 March 2024 22:16"), "text/html")
            _ = try await rig.store.articles.update(article.id, if: .none) { (current) throws(ValidationError) in
                var draft = current.draft
                draft.datePublished = PartialDate(year: 2023, month: 1)
                return draft
            }
            try await rig.setHabits(of: "velmora post", zone: "Asia/Riyadh")
            for isDryRun in [true, false] {
                let run = try await rig.reread(isDryRun: isDryRun)
                #expect(run.changed == 0 && run.conflicting == 1)
                #expect(run.examples.first?.conflicts.first?.after == .text("2024-03-26T19:16Z"))
            }
            #expect(try await rig.store.articles.article(article.id).datePublished?.description == "2023-01")
            #expect(try await rig.reread().conflicting == 0)
        }
    }

    @Test func aClientsField_staysEvenAfterAReadingThatAgrees() async throws {
        try await withRig { rig in
            let article = try await rig.post(Self.page("Strike ends in Velmora", date: "Published: 3/4/2024"), "text/html")
            _ = try await rig.store.articles.update(article.id, if: .none) { (current) throws(ValidationError) in
                var draft = current.draft
                draft.datePublished = PartialDate(year: 2024, month: 4, day: 3)
                draft.dateStatus = .stated
                return draft
            }
            try await rig.setHabits(of: "velmora post", zone: nil, order: .dmy)
            #expect(try await rig.reread().conflicting == 0)
            try await rig.setHabits(of: "velmora post", zone: nil, order: .mdy)
            let run = try await rig.reread()
            #expect(run.changed == 0 && run.conflicting == 1)
            #expect(try await rig.store.articles.article(article.id).datePublished?.description == "2024-04-03")
        }
    }

    @Test func wait_cancelled_returnsAtOnce() async throws {
        try await withRig(isWorking: false) { rig in
            #expect(await rig.rereader.start(RereadRequest(filter: ArticleFilter(), isDryRun: true, examples: 1)))
            let wait = Task { await rig.rereader.wait(atMost: .seconds(3600)) }
            wait.cancel()
            #expect(await wait.value == false)
        }
    }

    @Test func folderAndSideFile_haveTheSameSayAgain() async throws {
        let folder = try TemporaryFolder()
        try folder.makeDirectory("Velmora Post")
        try folder.write(Self.page("One ends in Velmora", date: "26 March 2024"), to: "Velmora Post/a.html")
        try folder.write(#"{"byline":"Of the side file","tags":["kept"]}"#, to: "Velmora Post/a.html.meta.json")
        try folder.write(
            """
            <rss version="2.0"><channel><title>Velmora Post</title>
            <item><title>First item of the feed</title><guid>g1</guid><pubDate>Tue, 26 Mar 2024 10:00:00 GMT</pubDate></item>
            <item><title>Second item of the feed</title><guid>g2</guid></item></channel></rss>
            """, to: "feed.xml")
        try folder.write(#"{"headline":"Stated"}"#, to: "stated.json")
        let root = folder.path
        try await withRig { rig in
            var options = ImportOptions()
            options.folderIsSource = true
            let ids = ResourceIDGenerator(now: ImportHarness.now)
            let run = ImportRun(
                options: options, ledger: rig.store.imports, now: ImportHarness.now, makeID: { ids.next() },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            #expect(try await run.run(paths: [root]).done == 3)
            let before = try await rig.store.articles.list(ArticleQuery(includesBody: true)).items.map(\.article)
            #expect(before.contains { $0.source == "Velmora Post" && $0.byline == "Of the side file" && $0.tags == ["kept"] })
            let status = try await rig.reread()
            #expect(status.matched == 4 && status.looked == 4 && status.unread == 1 && status.changed == 0 && status.unreadable == 0)
            #expect(try await rig.store.articles.list(ArticleQuery()).items.map(\.article.version) == before.map(\.version))
            // Each record of a feed is found again by its name.
            for article in before where article.headline.contains("item") {
                let stored = try #require(try await rig.store.readings.reading(of: article.id, known: nil))
                let rereading = try await ContentReader(ledger: rig.store.imports).read(stored)
                #expect(rereading?.said.draft.headline == article.headline)
            }
        }
    }

    @Test func filter_choosesArticles_andWhatIsNotKeptIsCounted() async throws {
        try await withRig(raw: RawKeeping(isOn: true, maximumBytes: 700)) { rig in
            let small = try await rig.post(Self.page("Strike ends in Velmora", date: "26 March 2024 22:16"), "text/html")
            let other = try await rig.post(
                Self.page("Strike ends in Karsh", date: "26 March 2024 22:16", source: "Karsh Times"), "text/html")
            let large = Self.page("Strike goes on in Velmora", date: "26 March 2024 22:16" + String(repeating: " ", count: 800))
            _ = try await rig.post(large, "text/html")
            try await rig.setHabits(of: "velmora post", zone: "Asia/Riyadh")
            try await rig.setHabits(of: "karsh times", zone: "Asia/Riyadh")
            var filter = ArticleFilter()
            filter.sources = [Folding.fold("velmora post")]
            let run = try await rig.reread(filter, examples: 0)
            #expect(run.matched == 2 && run.notKept == 1 && run.changed == 1 && run.examples.isEmpty)
            #expect(try await rig.store.articles.article(small.id).datePublished?.precision == .minute)
            #expect(try await rig.version(of: other) == other.version)
        }
    }

    @Test func start_whileOneRuns_isRefused_andManyAreThrough() async throws {
        try await withRig { rig in
            for number in 0..<250 {
                _ = try await rig.post(Self.page("Strike \(number) ends in Velmora", date: "26 March 2024 22:16"), "text/html")
            }
            try await rig.setHabits(of: "velmora post", zone: "Asia/Riyadh")
            #expect(await rig.rereader.start(RereadRequest(isDryRun: false)))
            #expect(await rig.rereader.start(RereadRequest(isDryRun: true)) == false)
            #expect(await rig.rereader.wait(atMost: .untilHung))
            let status = await rig.rereader.status()
            #expect(status.matched == 250 && status.looked == 250 && status.changed == 250 && status.examples.count == 50)
            #expect(try await rig.reread().changed == 0)
        }
    }

    @Test func wait_isOverInTime() async throws {
        let store = try SQLiteStore(at: .memory, now: ImportHarness.now, makeID: { ResourceID(high: 0, low: 1 << 63) })
        let idle = Rereader(
            articles: store.articles, readings: store.readings, ledger: store.imports, now: ImportHarness.now,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(await idle.wait(atMost: .zero))
        #expect(await idle.status().state == .none)
        // Nobody works on it.
        #expect(await idle.start(RereadRequest(isDryRun: true)))
        #expect(await idle.wait(atMost: .milliseconds(20)) == false)
    }

    @Test(arguments: [
        ("short", "longer", "short", "longer"),
        (
            String(repeating: "a", count: 500) + "é1", String(repeating: "a", count: 500) + "é2",
            "…" + String(repeating: "a", count: 58) + "é1", "…" + String(repeating: "a", count: 58) + "é2"
        ),
        (String(repeating: "é", count: 300), "x", String(repeating: "é", count: 200) + "…", "x"),
    ])
    func abridged_longTexts_showTheDifference(before: String, after: String, shownBefore: String, shownAfter: String) {
        let change = FieldChange(field: "body", before: .text(before), after: .text(after)).abridged()
        #expect(change.before == .text(shownBefore) && change.after == .text(shownAfter))
    }
}
