import DatelineModels
import DatelineSQLite
import DatelineTestSupport
import Foundation
import GRDB
import Testing

/// What is left of a store after it was closed, and after it was not.
@Suite struct ClosingTests {
    @Test func close_afterWrites_leavesOneFileWithEverything() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let open = try OpenStore(.file(path))
            _ = try await open.store.entities.create(EntityDraft(type: .person, name: "Ann Example"), recorder: nil)
            let stored = try await open.store.articles.create(
                ArticleDraft(headline: "Ann Example", body: "b", source: "S", tags: [TagName(stored: "t", folded: "t")]),
                onConflict: .error, recorder: nil
            ).resource
            let changes = try await open.store.changes.changes(after: 0, limit: 100)
            try await open.store.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["dateline.db", "dateline.lock"])
            try StoreAudit.check(path)

            let again = try OpenStore(.file(path))
            let read = try await again.store.articles.article(stored.id)
            #expect(read.headline == stored.headline && read.mentions == stored.mentions && read.tags == ["t"] && read.version == 1)
            #expect(try await again.store.changes.changes(after: 0, limit: 100) == changes)
            // The names are known again.
            #expect(
                try await again.store.articles.create(ArticleDraft(headline: "Ann Example"), onConflict: .error, recorder: nil).resource
                    .mentions.count == 1)
            try await again.store.close()
        }
    }

    @Test func write_afterClose_isShuttingDown() async throws {
        let open = try OpenStore(.memory)
        try await open.store.close()
        do throws(RepositoryError) {
            _ = try await open.store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: nil)
            Issue.record("stored")
        } catch {
            guard case .unavailable(.shuttingDown, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    /// A copy of the folder taken while the store is open is what a killed process leaves.
    @Test func open_afterKill_hasEveryAcknowledgedWrite() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/live/dateline.db"))
            var ids: [ResourceID] = []
            for number in 0..<20 {
                ids.append(
                    try await open.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil).resource.id
                )
            }
            try FileManager.default.copyItem(atPath: folder + "/live", toPath: folder + "/killed")
            try FileManager.default.copyItem(atPath: folder + "/live", toPath: folder + "/lost")
            try await open.store.close()

            let recovered = try OpenStore(.file(folder + "/killed/dateline.db"))
            for id in ids { _ = try await recovered.store.articles.article(id) }
            try await recovered.store.close()
            try StoreAudit.check(folder + "/killed/dateline.db")

            let lost = folder + "/lost/dateline.db"
            try FileManager.default.removeItem(atPath: lost + "-wal")
            OpeningTests.expectError(.file(lost)) { $0 == .logMissing(path: lost) }
            // It stays refused until someone says that the loss is accepted.
            OpeningTests.expectError(.file(lost)) { $0 == .logMissing(path: lost) }
            try await OpenStore(.file(lost), acceptsLoss: true).store.close()
            try await OpenStore(.file(lost)).store.close()
        }
    }

    /// A program that fails between opening and closing.
    @Test func open_afterStoreWasDroppedUnclosed_isTaken() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let id = try await Self.storeAndForget(path)
            let again = try OpenStore(.file(path))
            #expect(try await again.store.articles.article(id).headline == "x")
            try await again.store.close()
        }
    }

    private static func storeAndForget(_ path: String) async throws -> ResourceID {
        let open = try OpenStore(.file(path))
        return try await open.store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: nil).resource.id
    }

    @Test func open_emptiedFileThatWasInUse_isDamaged() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/live/dateline.db"))
            try FileManager.default.copyItem(atPath: folder + "/live", toPath: folder + "/copy")
            try await open.store.close()
            let path = folder + "/copy/dateline.db"
            try Data().write(to: URL(fileURLWithPath: path))
            OpeningTests.expectError(.file(path)) { if case .damaged = $0 { true } else { false } }
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int == 0)
        }
    }

    @Test func open_emptyNewFile_isTaken() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            try Data().write(to: URL(fileURLWithPath: path))
            try await OpenStore(.file(path)).store.close()
        }
    }
}
