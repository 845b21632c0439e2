import DatelineModels
import Foundation
import Testing

@testable import DatelineSQLite

/// Any order of outcomes and clients' writes leaves every count, link and mark in step.
@Suite struct RandomImportTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func outcomes_anyOrder_leaveTheStoreConsistent(_ seed: UInt64) async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            var folderMonkey = FolderMonkey(open.store, seed: seed)
            for _ in 0..<120 { try await folderMonkey.step() }
            try await folderMonkey.expectRowsAsWritten()
            try await open.store.relinker.relinkPending()
            try await open.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }
}

private struct FolderMonkey {
    private let store: SQLiteStore
    private let root = Array("/inbox".utf8)
    private var random: SeededRandom
    private var number: UInt64 = 0
    /// The last row that was given back for each path.
    private var rows: [ImportPath: ImportRecord] = [:]

    init(_ store: SQLiteStore, seed: UInt64) {
        self.store = store
        random = SeededRandom(seed: seed)
    }

    mutating func step() async throws {
        if Int.random(in: 0..<4, using: &random) == 0 { return try await write() }
        let outcomes = (0..<Int.random(in: 1..<6, using: &random)).map { _ in outcome() }
        if Bool.random(using: &random) { try await store.imports.claim([path(), path()], root: root) }
        let written = try await store.imports.commit(outcomes, parsedFiles: outcomes.count, root: root)
        #expect(written.count == outcomes.count)
        for (outcome, row) in zip(outcomes, written) {
            if case .moved(let origin, let record) = outcome, row != nil, origin != record.path { rows[origin] = nil }
            if case .exchanged(let other, let record) = outcome, row != nil { rows[other] = rows[record.path] }
            if let row { rows[row.path] = row }
        }
        if Int.random(in: 0..<10, using: &random) == 0 { _ = try await store.imports.open(root: root) }
    }

    /// Rows change by articles that are deleted and by claims only; nothing else may have come or gone.
    func expectRowsAsWritten() async throws {
        let known = try await store.imports.known(root: root, after: nil, limit: 1000)
        #expect(Set(rows.keys).subtracting(known.map(\.path)).isEmpty)
        let stored = try await store.imports.records(root: root, paths: known.map(\.path))
        for (path, row) in stored {
            #expect(row.articleIDs.count == row.articleCount && Set(row.articleIDs).count == row.articleCount, "\(path.text)")
            if let written = rows[path] { #expect(row.id == written.id, "\(path.text)") }
        }
    }

    private mutating func outcome() -> ImportOutcome {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .row(record([.done, .failed, .skipped, .retrying].randomElement(using: &random) ?? .done))
        case 1: .moved(from: path(), as: record(.done))
        case 2: .exchanged(with: path(), as: record(.done))
        case 3: .copied(of: path(), as: record(.waiting))
        case 4: .missing(path(), .mark)
        case 5: .missing(path(), MissingPolicy.allCases.randomElement(using: &random) ?? .keep)
        case 6, 7: .articles([article(0, isWhole: true)], as: record(.done))
        case 8: part()
        default: .articles((0..<Int.random(in: 1..<5, using: &random)).map { article($0) }, as: record(.done))
        }
    }

    private mutating func part() -> ImportOutcome {
        var record = record(.importing)
        let first = Int.random(in: 0..<6, using: &random)
        record.resume = ImportResume(offset: Int64(first) * 10 + 20, lines: first + 2, records: first + 2, sha256: record.sha256 ?? "")
        return .articles([article(first), article(first + 1)], as: record)
    }

    private mutating func record(_ state: ImportState) -> ImportRecord {
        number += 1
        let id = ResourceID(high: 0x7000, low: 1 << 63 + number)
        var record = ImportRecord(id: id, path: path(), state: state, firstSeenAt: Timestamp(milliseconds: 5))
        record.sha256 = String(repeating: ["a", "b", "c"].randomElement(using: &random) ?? "a", count: 64)
        if Bool.random(using: &random) { record.sha256 = nil }
        return record
    }

    private mutating func path() -> ImportPath {
        ImportPath(bytes: Array("f\(Int.random(in: 0..<8, using: &random))".utf8))
    }

    private mutating func article(_ number: Int, isWhole: Bool = false) -> ImportedArticle {
        var imported = ImportedArticle(recordNumber: number, draft: draft(), isWholeFile: isWhole)
        if Int.random(in: 0..<3, using: &random) == 0 { imported.key = "k\(Int.random(in: 0..<5, using: &random))" }
        if Int.random(in: 0..<5, using: &random) == 0 { imported.id = givenID() }
        return imported
    }

    private mutating func givenID() -> ResourceID {
        ResourceID(high: 0x7000, low: 1 << 63 + 1_000_000 + UInt64.random(in: 0..<6, using: &random))
    }

    private mutating func draft() -> ArticleDraft {
        var draft = ArticleDraft(headline: "Ann Example, \(Int.random(in: 0..<12, using: &random))")
        if Bool.random(using: &random) { draft.body = "Of Rafah, \(Int.random(in: 0..<3, using: &random))." }
        if Bool.random(using: &random) { draft.source = ["A", "a", "B"].randomElement(using: &random) ?? "A" }
        if Bool.random(using: &random) {
            draft.datePublished = PartialDate(year: Int.random(in: 2000..<2003, using: &random))
            draft.dateStatus = .stated
        }
        if Int.random(in: 0..<3, using: &random) == 0 { draft.tags = [TagName(stored: "t", folded: "t")] }
        if Int.random(in: 0..<3, using: &random) == 0 { draft.mentions = [.init(index: 0, target: .named("Ann Example", .person))] }
        // An event that isn't there: the record is refused.
        if Int.random(in: 0..<12, using: &random) == 0 { draft.events = [.init(index: 0, id: givenID())] }
        if Int.random(in: 0..<3, using: &random) == 0 {
            var faults = Faults()
            draft.url = WebAddress(
                "https://example.org/\(Int.random(in: 0..<6, using: &random))", at: .pointer("/url"), into: &faults)
        }
        return draft
    }

    /// What a client does meanwhile.
    private mutating func write() async throws {
        let articles = try await store.articles.list(ArticleQuery(page: PageRequest(limit: 100))).items
        guard let article = articles.randomElement(using: &random)?.article else { return }
        let draft = draft()
        do throws(RepositoryError) {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: try await store.articles.delete(article.id, if: .none)
            default: _ = try await store.articles.put(article.id, if: .none) { _ in draft }
            }
        } catch {
            switch error {
            case .conflict, .invalid, .notFound: break
            default: Issue.record("\(error)")
            }
        }
    }
}
