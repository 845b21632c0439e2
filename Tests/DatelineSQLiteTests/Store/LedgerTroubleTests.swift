import DatelineModels
import Foundation
import GRDB
import Testing

@testable import DatelineSQLite

/// What a commit of many outcomes leaves where the store can't finish it.
@Suite struct LedgerTroubleTests {
    private static let root = Array("/inbox".utf8)

    @Test func diskFull_earlierPiecesStay_andTheSameCommitAgainFinishes() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            let ledger = open.store.imports
            let outcomes = Self.outcomes(60)
            try await ledger.claim(outcomes.map(\.path), root: Self.root)
            try await open.store.opened.database.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 800)")
            }
            do throws(RepositoryError) {
                _ = try await ledger.commit(outcomes.map(\.outcome), parsedFiles: 60, root: Self.root)
                Issue.record("stored")
            } catch {
                guard case .unavailable(.diskFull, _) = error else { Issue.record("\(error)"); return }
            }
            let stored = try await ledger.known(root: Self.root, after: nil, limit: 100).count
            #expect(stored > 0 && stored < 60)
            try await open.store.opened.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            let rows = try await ledger.commit(outcomes.map(\.outcome), parsedFiles: 60, root: Self.root)
            #expect(rows.count == 60 && rows.allSatisfy { $0?.articleCount == 1 && $0?.state == .done })
            #expect(try await open.store.changes.changes(after: 0, limit: 1000).count == 60)
            let known = try await ledger.open(root: Self.root)
            #expect(known.parsedFiles == 60)
            #expect(try await ledger.known(root: Self.root, after: nil, limit: 100).allSatisfy { $0.attempts == 0 })
            try await open.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }

    /// A client's write is not kept waiting for the whole of a commit.
    @Test func commit_ofMany_letsClientsWriteInBetween() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            let ledger = open.store.imports
            let outcomes = Self.outcomes(150)
            async let commit = ledger.commit(outcomes.map(\.outcome), parsedFiles: 150, root: Self.root)
            while try await ledger.known(root: Self.root, after: nil, limit: 1).isEmpty { try await Task.sleep(for: .milliseconds(1)) }
            _ = try await open.store.articles.create(ArticleDraft(headline: "Of a client"), onConflict: .error, recorder: nil)
            let stored = try await ledger.known(root: Self.root, after: nil, limit: 1000).count
            #expect(stored < 150)
            #expect(try await commit.count == 150)
            try await open.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }

    private static func outcomes(_ count: Int) -> [(path: ImportPath, outcome: ImportOutcome)] {
        (0..<count).map { number in
            // Words of all sorts, so that the full-text index grows with them.
            let words = (0..<6000).map { "w\(($0 &* 2_654_435_761 &+ number &* 40_503) % 1_000_003)" }
            let draft = ArticleDraft(headline: "No. \(number)", body: words.joined(separator: " "))
            let path = ImportPath(bytes: Array("f\(1000 + number)".utf8))
            let id = ResourceID(high: 0x7000, low: 1 << 63 + UInt64(number))
            let record = ImportRecord(id: id, path: path, state: .done, firstSeenAt: Timestamp(milliseconds: 5))
            return (path, .articles([ImportedArticle(recordNumber: 0, draft: draft, isWholeFile: true)], as: record))
        }
    }
}
