import DatelineModels
import Testing

extension ArticleContract {
    static let replacing: [ContractCase] = [
        ContractCase("update_changedDraft_bumpsOnce") { store in
            let stored = try await article(store, ArticleDraft(headline: "One", body: "text", source: "A", tags: [tag("x")]))
            let count = try await changeCount(store)
            let updated = try await store.articles.update(stored.id, if: Precondition(ifMatch: .versions([1]))) { current in
                var draft = current.draft
                draft.headline = "Two"
                draft.body = nil
                draft.tags = [tag("X"), tag("y")]
                draft.datePublished = PartialDate(year: 2024)
                draft.dateStatus = .stated
                return draft
            }
            #expect(updated.version == 2 && updated.headline == "Two" && updated.body == nil && updated.tags == ["x", "y"])
            #expect(
                updated.datePublished?.description == "2024" && updated.updatedAt > stored.updatedAt
                    && updated.createdAt == stored.createdAt)
            #expect(updated.wordCount == 1 && updated.contentHash != stored.contentHash)
            #expect(try await changes(store, after: count) == ["created tag", "updated article"])
        },
        ContractCase("update_equalDraft_writesNothing") { store in
            let person = try await entity(store, .person, "Ann Example")
            let happening = try await event(store, EventDraft(name: "E"))
            var draft = ArticleDraft(
                headline: "One", body: "b", source: "S", url: try address("https://example.org/?gclid=1"), tags: [tag("b"), tag("a")])
            draft.mentions = [mention(0, .id(person.id))]
            draft.events = [.init(index: 0, id: happening.id)]
            let stored = try await article(store, draft)
            let count = try await changeCount(store)
            let same = try await store.articles.update(stored.id, if: .none) { $0.draft }
            #expect(same.version == 1 && same.updatedAt == stored.updatedAt)
            let put = try await store.articles.put(stored.id, if: .none) { current throws(ValidationError) in try unwrap(current).draft }
            #expect(put.effect == .unchanged && put.resource.version == 1)
            #expect(try await changeCount(store) == count)
        },
        ContractCase("update_errors_areTold") { store in
            let stored = try await article(store, ArticleDraft(headline: "One", url: try address("https://example.org/1")))
            let other = try await article(store, ArticleDraft(headline: "Other", url: try address("https://example.org/2")))
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.update(id(1), if: .none) { $0.draft } }
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.articles.update(stored.id, if: Precondition(ifMatch: .versions([2]))) { $0.draft }
            }
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.articles.update(stored.id, if: Precondition(mustBeNew: true)) { $0.draft }
            }
            let taken = try address("https://example.org/2")
            await expect(.conflict(other.id)) { () throws(RepositoryError) in
                try await store.articles.update(stored.id, if: .none) { current in
                    var draft = current.draft
                    draft.url = taken
                    return draft
                }
            }
            await expect(.invalid(["/headline empty"])) { () throws(RepositoryError) in
                try await store.articles.update(stored.id, if: .none) { _ throws(ValidationError) in
                    throw ValidationError(faults: [Fault(pointer: "/headline", .empty, "empty")])
                }
            }
            #expect(try await store.articles.article(stored.id).version == 1)
        },
        ContractCase("update_otherSourceAndDate_movesCountsAndLinks") { store in
            let person = try await entity(store, .person, "Ann Example")
            let happening = try await event(store, EventDraft(name: "E"))
            var draft = ArticleDraft(headline: "Ann Example", source: "A", datePublished: try date("2024"), tags: [tag("t")])
            draft.events = [.init(index: 0, id: happening.id)]
            let stored = try await article(store, draft)
            _ = try await store.articles.update(stored.id, if: .none) { current in
                var draft = current.draft
                draft.source = "B"
                draft.datePublished = PartialDate(year: 2020, month: 2)
                return draft
            }
            #expect(try await store.sources.source("a").articleCount == 0)
            #expect(try await store.sources.source("b").articleCount == 1)
            #expect(try await store.events.event(happening.id).sourceCount == 1)
            #expect(try await store.entities.entity(person.id).lastPublished?.description == "2020-02")
            #expect(try await store.entities.entity(person.id).version == person.version)
            _ = try await store.articles.update(stored.id, if: .none) { current in
                var draft = current.draft
                draft.source = nil
                draft.datePublished = nil
                draft.dateStatus = .unknown
                return draft
            }
            #expect(try await store.events.event(happening.id).sourceCount == 0)
            #expect(try await store.entities.entity(person.id).lastPublished == nil)
            // Every link table moved along: all of it can be taken away again.
            try await store.articles.delete(stored.id, if: .none)
            #expect(try await store.entities.entity(person.id).articleCount == 0)
            #expect(try await store.events.event(happening.id).articleCount == 0)
        },
        ContractCase("put_newID_creates") { store in
            let outcome = try await store.articles.put(id(1), if: Precondition(mustBeNew: true)) { current in
                #expect(current == nil)
                return ArticleDraft(headline: "Chosen")
            }
            #expect(outcome.effect == .created && outcome.resource.id == id(1) && outcome.resource.version == 1)
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.articles.put(id(1), if: Precondition(mustBeNew: true)) { _ in ArticleDraft(headline: "Again") }
            }
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.articles.put(id(2), if: Precondition(ifMatch: .any)) { _ in ArticleDraft(headline: "Missing") }
            }
            let replaced = try await store.articles.put(id(1), if: Precondition(ifMatch: .any)) { _ in ArticleDraft(headline: "Again") }
            #expect(replaced.effect == .replaced && replaced.resource.version == 2)
        },
    ]

    private static func unwrap(_ article: Article?) throws(ValidationError) -> Article {
        guard let article else { throw ValidationError(faults: []) }
        return article
    }
}
