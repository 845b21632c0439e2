import DatelineModels
import Testing

extension ArticleContract {
    /// Mentions and events of articles.
    static let linking: [ContractCase] = [
        ContractCase("create_namedMentions_areResolvedOrMade") { store in
            let known = try await entity(store, .person, "Yoav Gallant", aliases: ["Gallant, Y."])
            var draft = ArticleDraft(headline: "Nothing to find here")
            draft.mentions = [
                mention(0, .named("yoav gallant", nil)), mention(1, .named("Gallant, Y.", .person)), mention(2, .named("Rafah", .place)),
                mention(3, .named("Something", nil)),
            ]
            let stored = try await article(store, draft)
            #expect(stored.mentions.map(\.entity.name) == ["Rafah", "Something", "Yoav Gallant"])
            #expect(stored.mentions.map(\.entity.type) == [.place, .other, .person])
            #expect(stored.mentions.last?.entity.id == known.id)
            #expect(stored.mentions.allSatisfy { $0.status == .manual && $0.linkedBy == .client && $0.count == 0 && $0.surfaces.isEmpty })
        },
        ContractCase("create_ambiguousNames_areFaults") { store in
            _ = try await entity(store, .person, "Jordan")
            _ = try await entity(store, .place, "Jordan")
            _ = try await entity(store, .person, "Ann", aliases: ["Shared"])
            _ = try await entity(store, .person, "Bea", aliases: ["Shared"])
            var draft = ArticleDraft(headline: "x")
            draft.mentions = [
                mention(0, .named("Jordan", nil)), mention(1, .named("shared", .person)), mention(2, .named("Jordan", .place)),
            ]
            let ambiguous = draft
            await expect(.invalid(["/mentions/0 inconsistent", "/mentions/1 inconsistent"])) { () throws(RepositoryError) in
                try await store.articles.create(ambiguous, onConflict: .error, recorder: nil)
            }
        },
        ContractCase("create_manualMentionFoundInText_keepsWhatWasFound") { store in
            let person = try await entity(store, .person, "Ann Example")
            var draft = ArticleDraft(headline: "Ann Example and Ann Example")
            draft.mentions = [mention(0, .id(person.id))]
            draft.autolink = false
            let stored = try await article(store, draft)
            #expect(
                stored.mentions == [
                    Mention(entity: person.reference, count: 2, surfaces: ["Ann Example"], status: .manual, linkedBy: .name)
                ])
            let unlinked = try await article(store, ArticleDraft(headline: "Ann Example", autolink: false))
            #expect(unlinked.mentions.isEmpty)
        },
        ContractCase("unlink_automaticMention_staysAwayUntilLinkedByHand") { store in
            let person = try await entity(store, .person, "Ann Example")
            let stored = try await article(store, ArticleDraft(headline: "Ann Example"))
            try await store.articles.unlink(stored.id, entity: person.id)
            let unlinked = try await store.articles.article(stored.id)
            #expect(unlinked.mentions.isEmpty && unlinked.version == 2)
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.unlink(stored.id, entity: person.id) }
            let edited = try await store.articles.update(stored.id, if: .none) { current in
                var draft = current.draft
                draft.headline = "Ann Example again"
                return draft
            }
            #expect(edited.mentions.isEmpty)
            try await store.articles.link(stored.id, entity: person.id)
            let linked = try await store.articles.article(stored.id)
            #expect(linked.mentions.map(\.status) == [.manual] && linked.version == 4)
            try await store.articles.link(stored.id, entity: person.id)
            #expect(try await store.articles.article(stored.id).version == 4)
            #expect(try await store.entities.entity(person.id).articleCount == 1)
        },
        ContractCase("link_missingParts_areNotFound") { store in
            let stored = try await article(store, ArticleDraft(headline: "x"))
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.link(stored.id, entity: id(1)) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.link(id(1), event: id(2)) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.link(stored.id, event: id(1)) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.unlink(stored.id, event: id(1)) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.unlink(id(1), entity: id(2)) }
        },
        ContractCase("linkEvent_twice_isOneLinkAndOneVersion") { store in
            let happening = try await event(store, EventDraft(name: "E"))
            let stored = try await article(store, ArticleDraft(headline: "x", source: "S"))
            try await store.articles.link(stored.id, event: happening.id)
            try await store.articles.link(stored.id, event: happening.id)
            let linked = try await store.articles.article(stored.id)
            #expect(linked.version == 2 && linked.events == [EventReference(id: happening.id, name: "E", startDate: nil)])
            let counted = try await store.events.event(happening.id)
            #expect(counted.articleCount == 1 && counted.sourceCount == 1 && counted.version == 1)
            try await store.articles.unlink(stored.id, event: happening.id)
            let uncounted = try await store.events.event(happening.id)
            #expect(uncounted.articleCount == 0 && uncounted.sourceCount == 0)
            #expect(try await store.articles.article(stored.id).version == 3)
        },
        ContractCase("patch_mentions_replacesHandMadeOnes") { store in
            let ann = try await entity(store, .person, "Ann Example")
            let bea = try await entity(store, .person, "Bea Example")
            var draft = ArticleDraft(headline: "Ann Example")
            draft.mentions = [mention(0, .id(bea.id))]
            let stored = try await article(store, draft)
            #expect(stored.mentions.map(\.status) == [.auto, .manual])
            let updated = try await store.articles.update(stored.id, if: .none) { current in
                var draft = current.draft
                draft.mentions = [mention(0, .id(ann.id))]
                return draft
            }
            #expect(updated.mentions.map(\.entity.id) == [ann.id] && updated.mentions.map(\.status) == [.manual] && updated.version == 2)
        },
    ]
}
