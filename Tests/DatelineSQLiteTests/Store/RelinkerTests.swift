import DatelineModels
import DatelineSQLite
import Foundation
import Testing

@Suite struct RelinkerTests {
    @Test func run_newName_isSearchedForWithoutBeingAsked() async throws {
        let open = try OpenStore(.memory)
        let article = try await open.store.articles.create(ArticleDraft(headline: "Ann Example"), onConflict: .error, recorder: nil)
            .resource
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await open.store.relinker.run() }
            for name in ["Ann Example", "Bea Example"] {
                let entity = try await open.store.entities.create(EntityDraft(type: .person, name: name), recorder: nil)
                while try await open.store.entities.entity(entity.id).linkingPending { try await Task.sleep(for: .milliseconds(2)) }
            }
            #expect(try await open.store.articles.article(article.id).mentions.map(\.entity.name) == ["Ann Example"])
            group.cancelAll()
            // Ends by itself, without an error, when it is cancelled.
            do { try await group.waitForAll() } catch RepositoryError.cancelled {}
        }
        try await open.store.close()
    }

    @Test func pendingEntity_afterReopening_isStillSearchedFor() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            for number in 0..<150 {
                _ = try await open.store.articles.create(
                    ArticleDraft(headline: "Report \(number) on Ann Example"), onConflict: .error, recorder: nil)
            }
            let entity = try await open.store.entities.create(EntityDraft(type: .person, name: "Ann Example"), recorder: nil)
            try await open.store.close()
            let again = try OpenStore(.file(folder + "/dateline.db"))
            #expect(try await again.store.entities.entity(entity.id).linkingPending)
            try await again.store.relinker.relinkPending()
            let linked = try await again.store.entities.entity(entity.id)
            #expect(!linked.linkingPending && linked.articleCount == 150)
            try await again.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }

    @Test func names_inOtherForms_areFoundAgain() async throws {
        let open = try OpenStore(.memory)
        let headlines = ["O’Brien speaks", "OBrien speaks", "Jose Garcia-Lopez votes", "JOSÉ GARCÍA LÓPEZ VOTES", "Brien is not meant"]
        for headline in headlines {
            _ = try await open.store.articles.create(ArticleDraft(headline: headline), onConflict: .error, recorder: nil)
        }
        let direct = try OpenStore(.memory)
        for store in [open.store, direct.store] {
            for name in ["O'Brien", "José García López"] {
                _ = try await store.entities.create(EntityDraft(type: .person, name: name), recorder: nil)
            }
        }
        try await open.store.relinker.relinkPending()
        // What is found in stored articles is what would have been found on storing them.
        var expected = 0
        for headline in headlines {
            expected += try await direct.store.articles.create(ArticleDraft(headline: headline), onConflict: .error, recorder: nil).resource
                .mentions.count
        }
        var found = 0
        for change in try await open.store.changes.changes(after: 0, limit: 100)
        where change.resource == .article && change.action == .created {
            found += try await open.store.articles.article(change.id).mentions.count
        }
        #expect(found == expected && expected >= 3, "\(found) of \(expected)")
        try await open.store.close()
        try await direct.store.close()
    }
}
