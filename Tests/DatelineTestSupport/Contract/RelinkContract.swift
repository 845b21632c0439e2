import DatelineModels
import Testing

/// What becomes of stored articles when names come and go.
enum RelinkContract {
    static let cases: [ContractCase] = [
        ContractCase("relink_newEntity_isFoundInStoredArticles") { store in
            let stored = try await article(
                store, ArticleDraft(headline: "Talks", body: "Then Ann Example spoke.", datePublished: try date("2024")))
            let other = try await article(store, ArticleDraft(headline: "Ann met an example"))
            let closed = try await article(store, ArticleDraft(headline: "Ann Example", autolink: false))
            let person = try await entity(store, .person, "Ann Example")
            #expect(person.linkingPending)
            try await store.relink()
            let linked = try await store.articles.article(stored.id)
            #expect(linked.mentions.map(\.entity.id) == [person.id] && linked.mentions.map(\.status) == [.auto] && linked.version == 2)
            #expect(try await store.articles.article(other.id).version == 1)
            #expect(try await store.articles.article(closed.id).mentions.isEmpty)
            let done = try await store.entities.entity(person.id)
            #expect(!done.linkingPending && done.articleCount == 1 && done.version == 1 && done.lastPublished?.description == "2024")
        },
        ContractCase("relink_aliasComesAndGoes") { store in
            let person = try await entity(store, .person, "Ann Example")
            let stored = try await article(store, ArticleDraft(headline: "Mrs Sample arrives"))
            try await store.relink()
            _ = try await store.entities.update(person.id, if: .none) { current in
                var draft = current.draft
                draft.aliases = ["Mrs Sample"]
                return draft
            }
            #expect(try await store.entities.entity(person.id).linkingPending)
            try await store.relink()
            let linked = try await store.articles.article(stored.id)
            #expect(
                linked.mentions.map(\.linkedBy) == [.alias] && linked.mentions.map(\.surfaces) == [["Mrs Sample"]] && linked.version == 2)
            _ = try await store.entities.update(person.id, if: .none) { current in
                var draft = current.draft
                draft.aliases = []
                return draft
            }
            try await store.relink()
            let unlinked = try await store.articles.article(stored.id)
            #expect(unlinked.mentions.isEmpty && unlinked.version == 3)
        },
        ContractCase("relink_handMadeLinks_areLeftAlone") { store in
            let stored = try await article(store, ArticleDraft(headline: "Ann Example and Bea Example"))
            let other = try await entity(store, .person, "Cy Example")
            try await store.articles.link(stored.id, entity: other.id)
            let ann = try await entity(store, .person, "Ann Example")
            try await store.relink()
            try await store.articles.unlink(stored.id, entity: ann.id)
            _ = try await entity(store, .person, "Bea Example")
            _ = try await store.entities.update(ann.id, if: .none) { current in
                var draft = current.draft
                draft.aliases = ["Annie"]
                return draft
            }
            try await store.relink()
            let mentions = try await store.articles.article(stored.id).mentions
            #expect(mentions.map(\.entity.name) == ["Bea Example", "Cy Example"] && mentions.map(\.status) == [.auto, .manual])
        },
        ContractCase("relink_aliasSharedByTwo_linksNeither") { store in
            _ = try await store.entities.create(EntityDraft(type: .person, name: "Ann Example", aliases: ["The Envoy"]), recorder: nil)
            let stored = try await article(store, ArticleDraft(headline: "The Envoy is back"))
            #expect(stored.mentions.count == 1)
            let second = try await store.entities.create(
                EntityDraft(type: .person, name: "Bea Example", aliases: ["The Envoy"]), recorder: nil)
            try await store.relink()
            #expect(try await store.articles.article(stored.id).mentions.isEmpty)
            try await store.entities.delete(second.id, if: .none)
            try await store.relink()
            #expect(try await store.articles.article(stored.id).mentions.map(\.entity.name) == ["Ann Example"])
        },
        ContractCase("relink_longerNameDeleted_shorterOneIsFoundAgain") { store in
            let city = try await entity(store, .place, "New York")
            let paper = try await entity(store, .organization, "New York Times")
            let stored = try await article(store, ArticleDraft(headline: "The New York Times writes"))
            #expect(stored.mentions.map(\.entity.id) == [paper.id])
            try await store.relink()
            try await store.entities.delete(paper.id, if: .none)
            try await store.relink()
            #expect(try await store.articles.article(stored.id).mentions.map(\.entity.id) == [city.id])
        },
        ContractCase("relink_nothingPending_changesNothing") { store in
            _ = try await entity(store, .person, "Ann Example")
            _ = try await article(store, ArticleDraft(headline: "Ann Example"))
            try await store.relink()
            let count = try await changeCount(store)
            try await store.relink()
            #expect(try await changeCount(store) == count)
        },
    ]
}
