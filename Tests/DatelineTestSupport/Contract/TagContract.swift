import DatelineModels
import Testing

enum TagContract {
    static let cases: [ContractCase] = [
        ContractCase("createTag_isReadBackAndUnique") { store in
            let created = try await store.tags.create(TagDraft(name: tag("Geo:Gaza"), description: "d", color: "#00ff00"), recorder: nil)
            let stored = try await store.tags.tag("geo:gaza")
            #expect(
                stored.id == created.id && stored.name == "Geo:Gaza" && stored.description == "d" && stored.color == "#00ff00"
                    && stored.version == 1)
            await expect(.conflict(created.id)) { () throws(RepositoryError) in
                try await store.tags.create(TagDraft(name: tag("GEO:gaza")), recorder: nil)
            }
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("none") }
        },
        ContractCase("addTag_toEachKind_isIdempotentAndCounts") { store in
            let a = try await article(store, ArticleDraft(headline: "x"))
            let e = try await entity(store, .person, "Ann")
            let v = try await event(store, EventDraft(name: "E"))
            for (kind, resource) in [(TaggedKind.articles, a.id), (.entities, e.id), (.events, v.id)] {
                try await store.tags.add(tag("Spelled"), to: kind, resource)
                try await store.tags.add(tag("SPELLED"), to: kind, resource)
                await expect(.notFound) { () throws(RepositoryError) in try await store.tags.add(tag("x"), to: kind, id(1)) }
                await expect(.notFound) { () throws(RepositoryError) in try await store.tags.remove("x", from: kind, id(1)) }
                await expect(.notFound) { () throws(RepositoryError) in try await store.tags.replace([], of: kind, id(1)) }
            }
            let counted = try await store.tags.tag("spelled")
            #expect(
                counted.name == "Spelled" && counted.articleCount == 1 && counted.entityCount == 1 && counted.eventCount == 1
                    && counted.version == 1)
            #expect(try await store.articles.article(a.id).version == 2)
            #expect(try await store.entities.entity(e.id).tags == ["Spelled"])
            #expect(try await store.events.event(v.id).version == 2)
            try await store.tags.remove("spelled", from: .articles, a.id)
            try await store.tags.remove("spelled", from: .articles, a.id)
            try await store.tags.remove("unknown", from: .articles, a.id)
            #expect(try await store.articles.article(a.id).version == 3)
            try await store.tags.replace([tag("p"), tag("q")], of: .events, v.id)
            #expect(try await store.events.event(v.id).tags == ["p", "q"])
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("x") }
        },
        ContractCase("renameTag_bumpsWhatCarriesIt") { store in
            let a = try await article(store, ArticleDraft(headline: "x", tags: [tag("old")]))
            let updated = try await store.tags.update("old", if: Precondition(ifMatch: .versions([1]))) { current in
                TagDraft(name: tag("New"), description: current.description, color: "#ffffff")
            }
            #expect(updated.name == "New" && updated.version == 2 && updated.articleCount == 1)
            let shown = try await store.articles.article(a.id)
            #expect(shown.tags == ["New"] && shown.version == 2)
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("old") }
            let same = try await store.tags.update("new", if: .none) { $0.draft }
            #expect(same.version == 2)
            // Only described: what carries it looks the same.
            _ = try await store.tags.update("new", if: .none) { TagDraft(name: tag($0.name), description: "d") }
            #expect(try await store.articles.article(a.id).version == 2)
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.tags.update("new", if: Precondition(ifMatch: .versions([1]))) { $0.draft }
            }
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.update("old", if: .none) { $0.draft } }
        },
        ContractCase("renameTag_ontoAnother_merges") { store in
            let both = try await article(store, ArticleDraft(headline: "x", tags: [tag("a"), tag("b")]))
            let one = try await article(store, ArticleDraft(headline: "y", tags: [tag("a")]))
            let person = try await store.entities.create(EntityDraft(type: .person, name: "P", tags: [tag("a")]), recorder: nil)
            let old = try await store.tags.tag("a")
            let survivor = try await store.tags.tag("b")
            let merged = try await store.tags.update("a", if: .none) { _ in TagDraft(name: tag("B")) }
            #expect(merged.id == survivor.id && merged.name == "b" && merged.articleCount == 2 && merged.entityCount == 1)
            #expect(try await store.articles.article(both.id).tags == ["b"])
            #expect(try await store.articles.article(one.id).version == 2)
            #expect(try await store.entities.entity(person.id).tags == ["b"])
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("a") }
            let last = try #require(try await allChanges(store).last)
            #expect(last.action == .merged && last.resource == .tag && last.id == old.id)
        },
        ContractCase("deleteTag_isTakenOffEverything") { store in
            let a = try await article(store, ArticleDraft(headline: "x", tags: [tag("t"), tag("u")]))
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.tags.delete("t", if: Precondition(ifMatch: .versions([2])))
            }
            try await store.tags.delete("t", if: .none)
            let left = try await store.articles.article(a.id)
            #expect(left.tags == ["u"] && left.version == 2)
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.delete("t", if: .none) }
        },
    ]
}

/// Tagging many things at once.
enum TaggingContract {
    static let cases: [ContractCase] = [
        ContractCase("apply_ids_changesOnlyWhatIsDifferent") { store in
            let a = try await article(store, ArticleDraft(headline: "x", tags: [tag("old")]))
            let b = try await article(store, ArticleDraft(headline: "y", tags: [tag("new")]))
            let p = try await entity(store, .person, "P")
            let outcome = try await store.tags.apply(
                Tagging(
                    add: [tag("new")], remove: [tag("old"), tag("unknown")], articles: .ids([a.id, b.id, a.id]), entities: .ids([p.id])),
                recorder: nil
            )
            #expect(outcome == TaggingOutcome(matched: 3, changed: 2))
            #expect(try await store.articles.article(a.id).tags == ["new"])
            #expect(try await store.articles.article(b.id).version == 1)
            #expect(try await store.tags.tag("new").entityCount == 1)
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("unknown") }
        },
        ContractCase("apply_unknownID_changesNothing") { store in
            let a = try await article(store, ArticleDraft(headline: "x"))
            await expect(.invalid(["/articles/ids/1 not-found", "/events/ids/0 not-found"])) { () throws(RepositoryError) in
                try await store.tags.apply(
                    Tagging(add: [tag("t")], remove: [], articles: .ids([a.id, id(1)]), events: .ids([id(2)])), recorder: nil)
            }
            #expect(try await store.articles.article(a.id).tags.isEmpty)
        },
        ContractCase("apply_filter_coversAllMatches") { store in
            for year in 2020...2024 {
                _ = try await article(store, ArticleDraft(headline: "Word \(year)", datePublished: PartialDate(year: year)))
            }
            var filter = ArticleFilter()
            filter.published = DateRange(from: try date("2022").earliest, to: nil)
            filter.text = try TextQuery(parsing: "word")
            let outcome = try await store.tags.apply(Tagging(add: [tag("recent")], remove: [], articles: .filter(filter)), recorder: nil)
            #expect(outcome == TaggingOutcome(matched: 3, changed: 3))
            #expect(try await store.tags.tag("recent").articleCount == 3)
            filter.text = try TextQuery(parsing: "nothing")
            let none = try await store.tags.apply(Tagging(add: [tag("unused")], remove: [], articles: .filter(filter)), recorder: nil)
            #expect(none == TaggingOutcome(matched: 0, changed: 0))
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("unused") }
        },
    ]
}
