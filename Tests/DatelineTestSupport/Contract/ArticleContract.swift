import DatelineModels
import Testing

/// Storing, reading and deleting articles.
enum ArticleContract {
    static let writing: [ContractCase] = [
        ContractCase("create_fullDraft_isReadBackWhole") { store in
            let person = try await entity(store, .person, "Yoav Gallant")
            let talks = try await event(store, EventDraft(name: "Talks", startDate: try date("2024-03-25")))
            var draft = ArticleDraft(
                headline: "Talks in Washington", body: "Yoav Gallant met his host. Yoav Gallant left.", abstract: "In short",
                byline: "By A. Writer",
                source: "NewsTrack", url: try address("https://Example.org/a?utm_source=x&b=1#top"), language: LanguageTag("en-gb"),
                datePublished: try date("2024-03-26T22:16Z"), dateModified: try date("2024-03-27"), tags: [tag("Zeta"), tag("alpha")],
                events: [.init(index: 0, id: talks.id)]
            )
            draft.dateStatus = .inferred
            let outcome = try await store.articles.create(draft, onConflict: .error, recorder: nil)
            #expect(outcome.effect == .created)
            let stored = try await store.articles.article(outcome.resource.id)
            #expect(stored.version == 1)
            #expect(
                stored.headline == draft.headline && stored.body == draft.body && stored.abstract == "In short"
                    && stored.byline == "By A. Writer")
            #expect(
                stored.source == "NewsTrack" && stored.url == "https://Example.org/a?utm_source=x&b=1#top" && stored.language == "en-GB")
            #expect(stored.datePublished?.description == "2024-03-26T22:16Z" && stored.dateModified?.description == "2024-03-27")
            #expect(stored.dateStatus == .inferred)
            #expect(stored.tags == ["alpha", "Zeta"])
            #expect(
                stored.mentions == [Mention(entity: person.reference, count: 2, surfaces: ["Yoav Gallant"], status: .auto, linkedBy: .name)]
            )
            #expect(stored.events.map(\.id) == [talks.id])
            #expect(stored.wordCount == 11)
            // printf 'Talks in Washington\nYoav Gallant met his host. Yoav Gallant left.' | sha256sum
            #expect(stored.contentHash == "d1b03cf48c3dfcb06ff88ce8d00e0965fa8bf342d6cb942585c21a838bc4c8af")
            #expect(stored.importID == nil && stored.autolink && stored.createdAt == stored.updatedAt)
        },
        ContractCase("create_headlineOnly_hasNoDateAndUnknownStatus") { store in
            let stored = try await article(store, ArticleDraft(headline: "Só um título"))
            #expect(
                stored.body == nil && stored.datePublished == nil && stored.dateStatus == .unknown && stored.tags.isEmpty
                    && stored.wordCount == 3)
        },
        ContractCase("create_eachPrecision_survives") { store in
            for text in ["0001", "9999", "2024-02", "2024-02-29", "1969-12-31T23:59Z", "1969-12-31T23:59:59Z"] {
                let stored = try await article(store, ArticleDraft(headline: text, datePublished: try date(text)))
                #expect(try await store.articles.article(stored.id).datePublished?.description == text)
            }
        },
        ContractCase("create_takenURL_conflictsWithTheStoredOne") { store in
            let first = try await article(store, ArticleDraft(headline: "One", url: try address("https://example.org/x?utm_medium=m")))
            let count = try await changeCount(store)
            let second = ArticleDraft(
                headline: "Two", source: "New outlet", url: try address("HTTPS://EXAMPLE.org:443/x#y"), tags: [tag("new")])
            await expect(.conflict(first.id)) { () throws(RepositoryError) in
                try await store.articles.create(second, onConflict: .error, recorder: nil)
            }
            // Nothing of the refused one stays.
            #expect(try await changeCount(store) == count)
            await expect(.notFound) { () throws(RepositoryError) in try await store.sources.source("new outlet") }
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("new") }
        },
        ContractCase("create_takenURLWithReturn_answersTheStoredOneUnchanged") { store in
            let first = try await article(store, ArticleDraft(headline: "One", url: try address("https://example.org/x")))
            let count = try await changeCount(store)
            let outcome = try await store.articles.create(
                ArticleDraft(headline: "Two", source: "Other", url: try address("https://example.org/x"), tags: [tag("t")]),
                onConflict: .return, recorder: nil
            )
            #expect(
                outcome.effect == .unchanged && outcome.resource.id == first.id && outcome.resource.headline == "One"
                    && outcome.resource.version == 1)
            #expect(try await changeCount(store) == count)
        },
        ContractCase("create_takenURLWithUpdate_replacesTheStoredOne") { store in
            let first = try await article(
                store, ArticleDraft(headline: "One", url: try address("https://example.org/x"), tags: [tag("old")]))
            let draft = ArticleDraft(headline: "Two", url: try address("https://example.org/x"), tags: [tag("new")])
            let outcome = try await store.articles.create(draft, onConflict: .update, recorder: nil)
            #expect(outcome.effect == .replaced && outcome.resource.id == first.id && outcome.resource.version == 2)
            #expect(outcome.resource.headline == "Two" && outcome.resource.tags == ["new"])
            let again = try await store.articles.create(draft, onConflict: .update, recorder: nil)
            #expect(again.effect == .unchanged && again.resource.version == 2)
        },
        ContractCase("create_unknownTargets_tellsAllFaultsTogether") { store in
            var draft = ArticleDraft(headline: "Links", tags: [tag("t")])
            draft.mentions = [mention(0, .id(id(1))), mention(1, .named("New Person", .person)), mention(3, .id(id(2)))]
            draft.events = [.init(index: 2, id: id(3))]
            let count = try await changeCount(store)
            let invalid = draft
            await expect(.invalid(["/mentions/0/entity not-found", "/mentions/3/entity not-found", "/events/2 not-found"])) {
                () throws(RepositoryError) in
                try await store.articles.create(invalid, onConflict: .error, recorder: nil)
            }
            #expect(try await changeCount(store) == count)
            // What was made on the way is gone too, also from the names that texts are searched for.
            #expect(try await article(store, ArticleDraft(headline: "New Person speaks")).mentions.isEmpty)
        },
        ContractCase("article_unknownID_isNotFound") { store in
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.article(id(9)) }
        },
        ContractCase("delete_article_isGoneForGood") { store in
            let stored = try await article(
                store, ArticleDraft(headline: "Gone", body: "soon", url: try address("https://example.org/g"), tags: [tag("t")]))
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.articles.delete(stored.id, if: Precondition(ifMatch: .versions([7])))
            }
            try await store.articles.delete(stored.id, if: Precondition(ifMatch: .versions([1])))
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.article(stored.id) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.delete(stored.id, if: .none) }
            #expect(try await store.tags.tag("t").articleCount == 0)
            let last = try #require(try await allChanges(store).last)
            #expect(last.action == .deleted && last.resource == .article && last.id == stored.id && last.version == 1)
            await expect(.conflict(nil)) { () throws(RepositoryError) in
                try await store.articles.put(stored.id, if: .none) { _ in ArticleDraft(headline: "Back") }
            }
            // Its URL is free again.
            _ = try await article(store, ArticleDraft(headline: "Next", url: try address("https://example.org/g")))
        },
        ContractCase("changes_afterWrites_haveNoGapAndKeepOrder") { store in
            #expect(try await allChanges(store).isEmpty)
            let stored = try await article(store, ArticleDraft(headline: "One", source: "S", tags: [tag("t")]))
            let all = try await allChanges(store)
            #expect(all.map(\.sequence) == Array(1...Int64(all.count)))
            #expect(
                Set(all.map { "\($0.action.rawValue) \($0.resource.rawValue)" }) == ["created source", "created tag", "created article"])
            #expect(all.last?.id == stored.id && all.last?.version == 1)
            #expect(try await store.changes.changes(after: 1, limit: 1).map(\.sequence) == [2])
            #expect(try await store.changes.changes(after: Int64(all.count), limit: 10).isEmpty)
        },
        ContractCase("check_openStore_succeedsAndChangesNothing") { store in
            let count = try await changeCount(store)
            try await store.health.check()
            #expect(try await changeCount(store) == count)
        },
    ]
}
