import DatelineModels
import Testing

enum EntityContract {
    static let cases: [ContractCase] = [
        ContractCase("createEntity_fullDraft_isReadBackWhole") { store in
            let draft = EntityDraft(
                type: .person, name: "Antony Blinken", aliases: ["Anthony Blinken", "A. Blinken"], weakAliases: ["Blinken"],
                description: "Secretary", identifiers: ["wikidata": "Q1", "isni": "2"], tags: [tag("b"), tag("A")]
            )
            let created = try await store.entities.create(draft, recorder: nil)
            let stored = try await store.entities.entity(created.id)
            #expect(stored.version == 1 && stored.type == .person && stored.name == "Antony Blinken" && stored.description == "Secretary")
            #expect(stored.aliases == ["Anthony Blinken", "A. Blinken"] && stored.weakAliases == ["Blinken"])
            #expect(stored.identifiers == ["wikidata": "Q1", "isni": "2"] && stored.tags == ["A", "b"])
            #expect(stored.articleCount == 0 && stored.firstPublished == nil && stored.lastPublished == nil && stored.linkingPending)
            #expect(stored.draft.name == draft.name && Set(stored.draft.tags) == Set(draft.tags))
        },
        ContractCase("createEntity_takenValues_conflict") { store in
            let first = try await store.entities.create(
                EntityDraft(type: .person, name: "José", identifiers: ["wikidata": "Q1"]), recorder: nil)
            await expect(.conflict(first.id)) { () throws(RepositoryError) in
                try await store.entities.create(EntityDraft(type: .person, name: "JOSE"), recorder: nil)
            }
            let count = try await changeCount(store)
            await expect(.conflict(first.id)) { () throws(RepositoryError) in
                try await store.entities.create(
                    EntityDraft(type: .place, name: "Elsewhere", identifiers: ["wikidata": "Q1"], tags: [tag("t")]), recorder: nil)
            }
            #expect(try await changeCount(store) == count)
            _ = try await store.entities.create(EntityDraft(type: .place, name: "José", aliases: ["José P."]), recorder: nil)
            _ = try await store.entities.create(EntityDraft(type: .other, name: "Other", aliases: ["José P."]), recorder: nil)
        },
        ContractCase("updateEntity_eachField_bumpsOnceAndShowsEverywhere") { store in
            let stored = try await entity(store, .person, "Ann Example")
            let linked = try await article(store, ArticleDraft(headline: "Ann Example"))
            let updated = try await store.entities.update(stored.id, if: Precondition(ifMatch: .versions([1]))) { current in
                var draft = current.draft
                draft.type = .organization
                draft.name = "Ann Sample"
                draft.aliases = ["Ann Example"]
                draft.identifiers = ["wikidata": "Q5"]
                draft.tags = [tag("t")]
                return draft
            }
            #expect(updated.version == 2 && updated.name == "Ann Sample" && updated.type == .organization && updated.tags == ["t"])
            let shown = try await store.articles.article(linked.id)
            #expect(shown.mentions.map(\.entity.name) == ["Ann Sample"] && shown.version == 2)
            let same = try await store.entities.update(stored.id, if: .none) { $0.draft }
            #expect(same.version == 2)
        },
        ContractCase("updateEntity_errors_areTold") { store in
            let stored = try await entity(store, .person, "Ann")
            let other = try await store.entities.create(EntityDraft(type: .person, name: "Bea", identifiers: ["s": "1"]), recorder: nil)
            await expect(.notFound) { () throws(RepositoryError) in try await store.entities.update(id(1), if: .none) { $0.draft } }
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.entities.update(stored.id, if: Precondition(ifMatch: .versions([9]))) { $0.draft }
            }
            await expect(.conflict(other.id)) { () throws(RepositoryError) in
                try await store.entities.update(stored.id, if: .none) { _ in EntityDraft(type: .person, name: "béa") }
            }
            await expect(.conflict(other.id)) { () throws(RepositoryError) in
                try await store.entities.update(stored.id, if: .none) { _ in
                    EntityDraft(type: .person, name: "Ann", identifiers: ["s": "1"])
                }
            }
            let unchanged = try await store.entities.entity(stored.id)
            #expect(unchanged.version == 1 && unchanged.name == "Ann" && unchanged.identifiers.isEmpty)
        },
        ContractCase("putEntity_createsReplacesAndRefusesRetired") { store in
            let created = try await store.entities.put(id(1), if: .none) { _ in EntityDraft(type: .place, name: "Rafah") }
            #expect(created.effect == .created && created.resource.id == id(1))
            let replaced = try await store.entities.put(id(1), if: .none) { _ in
                EntityDraft(type: .place, name: "Rafah", aliases: ["Rafiah"])
            }
            #expect(replaced.effect == .replaced && replaced.resource.aliases == ["Rafiah"])
            try await store.entities.delete(id(1), if: .none)
            await expect(.conflict(nil)) { () throws(RepositoryError) in
                try await store.entities.put(id(1), if: .none) { _ in EntityDraft(type: .place, name: "Rafah") }
            }
        },
        ContractCase("deleteEntity_linkedEverywhere_isTakenOut") { store in
            let person = try await entity(store, .person, "Ann Example")
            let place = try await entity(store, .place, "Rafah")
            let linked = try await article(store, ArticleDraft(headline: "Ann Example in Rafah", datePublished: try date("2024")))
            let happening = try await event(
                store,
                EventDraft(
                    name: "E", location: .entity(.id(person.id)),
                    participants: [.init(entity: .id(person.id), role: "host"), .init(entity: .id(place.id), role: nil)]
                ))
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.entities.delete(person.id, if: Precondition(ifMatch: .versions([5])))
            }
            try await store.entities.delete(person.id, if: .none)
            let left = try await store.articles.article(linked.id)
            #expect(left.mentions.map(\.entity.id) == [place.id] && left.version == 2)
            let eventLeft = try await store.events.event(happening.id)
            #expect(eventLeft.location == nil && eventLeft.participants.map(\.entity.id) == [place.id] && eventLeft.version == 2)
            await expect(.notFound) { () throws(RepositoryError) in try await store.entities.entity(person.id) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.entities.delete(person.id, if: .none) }
            #expect(try await article(store, ArticleDraft(headline: "Ann Example")).mentions.isEmpty)
        },
        ContractCase("entity_counts_followTheArticles") { store in
            let person = try await entity(store, .person, "Ann Example")
            let old = try await article(store, ArticleDraft(headline: "Ann Example", datePublished: try date("2020-05")))
            _ = try await article(store, ArticleDraft(headline: "Ann Example", datePublished: try date("2024-01-02")))
            _ = try await article(store, ArticleDraft(headline: "Ann Example"))
            let counted = try await store.entities.entity(person.id)
            #expect(counted.articleCount == 3 && counted.version == 1)
            #expect(counted.firstPublished?.description == "2020-05" && counted.lastPublished?.description == "2024-01-02")
            try await store.articles.delete(old.id, if: .none)
            #expect(try await store.entities.entity(person.id).firstPublished?.description == "2024-01-02")
        },
    ]
}
