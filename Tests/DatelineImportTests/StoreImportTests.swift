@testable import DatelineImport
import DatelineModels
import DatelineSQLite
import DatelineTestSupport
import Logging
import Testing

/// The whole way from a file to the database.
@Suite(.timeLimit(.untilHung))
struct StoreImportTests {
    private let ids = ResourceIDGenerator(now: ImportHarness.now)

    private func open(_ folder: TemporaryFolder) throws -> SQLiteStore {
        let store = try SQLiteStore(at: .file(folder.path + "/dateline.sqlite"), now: ImportHarness.now, makeID: { [ids] in ids.next() })
        try store.migrate()
        return store
    }

    private func importer(_ folder: TemporaryFolder, _ store: SQLiteStore) -> FolderImporter {
        FolderImporter(
            root: folder.path, ledger: store.imports, now: ImportHarness.now, makeID: { [ids] in ids.next() },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private func run(_ importer: FolderImporter, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await importer.run() }
            defer { importer.stop() }
            try await body()
        }
    }

    private func record(_ name: String, of folder: TemporaryFolder, in store: SQLiteStore) async throws -> ImportRecord? {
        let path = ImportPath(name)
        return try await store.imports.records(root: Array(folder.path.utf8), paths: [path])[path]
    }

    @Test func drop_isSearchable_andKnownAfterARestart() async throws {
        let (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        let store = try open(data)
        let first = importer(folder, store)
        try await run(first) {
            for number in 1...60 { try folder.write(page("n\(number)"), to: "\(number).txt") }
            try folder.write("{\"headline\":\"A\",\"url\":\"https://example.org/a\"}\n{bad\n{\"headline\":\"C\"}", to: "a.jsonl")
            try folder.write("%PDF", to: "a.pdf")
            #expect(await first.scan(waitingAtMost: .untilHung))
            #expect(await first.status().counts.filter { $0.value > 0 } == [.done: 60, .partial: 1, .skipped: 1])
            let known = try await store.imports.known(root: Array(folder.path.utf8), after: nil, limit: 100)
            #expect(Dictionary(grouping: known, by: \.state).mapValues(\.count) == [.done: 60, .partial: 1, .skipped: 1])
        }
        let stored = try await store.articles.list(ArticleQuery(page: PageRequest(limit: 1, counts: true)))
        #expect(stored.total == 62)
        let row = try #require(try await record("7.txt", of: folder, in: store))
        let article = try await store.articles.article(try #require(row.articleIDs.first))
        #expect(article.headline.hasPrefix("Headline n7") && article.importID == row.id && row.revision == 1 && row.attempts == 1)
        let second = importer(folder, store)
        try await run(second) {
            #expect(await second.scan(waitingAtMost: .untilHung))
            #expect(await second.status().parsedFiles == 61)
            try folder.write(page("edited"), to: "7.txt")
            #expect(await second.scan(waitingAtMost: .untilHung))
            #expect(try await store.articles.article(article.id).headline.hasPrefix("Headline edited"))
            try folder.delete("7.txt")
            #expect(await second.scan(waitingAtMost: .untilHung))
            let gone = try await record("7.txt", of: folder, in: store)
            #expect(gone?.state == .missing && gone?.articleIDs == [article.id])
            #expect(try await store.articles.article(article.id).sourceMissingSince != nil)
        }
        try await store.close()
    }

    @Test func runOnce_overManyFiles_storesEachOnce() async throws {
        let (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        let store = try open(data)
        for number in 1...200 { try folder.write(page("n\(number)"), to: "\(number).txt") }
        let run = ImportRun(
            ledger: store.imports, now: ImportHarness.now, makeID: { [ids] in ids.next() },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        #expect(try await run.run(paths: [folder.path]).done == 200)
        #expect(try await run.run(paths: [folder.path]).unchanged == 200)
        #expect(try await store.articles.list(ArticleQuery(page: PageRequest(limit: 1, counts: true))).total == 200)
        try await store.close()
    }
}
