import DatelineModels
import Testing

extension ImportContract {
    /// Commits a whole file `f` and gives its article with its row.
    private static func file(_ store: StoreUnderTest, _ draft: ArticleDraft) async throws -> (row: ImportRecord, article: Article) {
        let row = try await commit(store, .articles(whole(draft), as: record(1, "f")))
        return (row, try await store.articles.article(try #require(row.articleIDs.first)))
    }

    private static func edit(_ store: StoreUnderTest, _ article: Article, _ change: @escaping @Sendable (inout ArticleDraft) -> Void)
        async throws
    {
        _ = try await store.articles.update(article.id, if: .none) { (current) throws(ValidationError) in
            var draft = current.draft
            change(&draft)
            return draft
        }
    }

    static let merging: [ContractCase] = [
        ContractCase("merge_fieldOfAClient_outlivesTheFile") { store in
            var draft = ArticleDraft(headline: "Of the file", body: "One.", byline: "A")
            let (_, article) = try await file(store, draft)
            try await edit(store, article) { draft in
                draft.headline = "Of a client"
                draft.abstract = "Added by a client."
            }
            // Unchanged, then changed elsewhere.
            #expect(try await file(store, draft).article.headline == "Of a client")
            draft.body = "Two."
            let (row, merged) = try await file(store, draft)
            #expect(merged.headline == "Of a client" && merged.body == "Two." && merged.abstract == "Added by a client.")
            #expect(row.warnings.isEmpty && merged.byline == "A")
        },
        ContractCase("merge_bothChanged_keepsTheClientsAndSaysSo") { store in
            let before = ArticleDraft(
                headline: "h", body: "b", abstract: "a", byline: "y", source: "s", url: try address("https://example.org/1"),
                language: LanguageTag("en"), datePublished: try date("2026"), dateModified: try date("2026"))
            let (_, article) = try await file(store, before)
            var edited = before
            let dates = (try date("2025"), try date("2024"))
            edited = ArticleDraft(
                headline: "h2", body: "b2", abstract: nil, byline: "y2", source: "s2", url: try address("https://example.org/2"),
                language: LanguageTag("de"), datePublished: dates.0, dateModified: dates.1)
            let clients = edited
            try await edit(store, article) { $0 = clients }
            let after = ArticleDraft(
                headline: "h3", body: "b3", abstract: "a3", byline: "y3", source: "s3", url: try address("https://example.org/3"),
                language: LanguageTag("fr"), datePublished: try date("2023"), dateModified: try date("2022"))
            let count = try await changeCount(store)
            let (row, merged) = try await file(store, after)
            #expect(
                Set(row.warnings)
                    == Set(
                        ["headline", "body", "abstract", "byline", "source", "url", "language", "datePublished", "dateModified"]
                            .map { "conflict:" + $0 }) && row.state == .done)
            #expect(merged.headline == "h2" && merged.body == "b2" && merged.abstract == nil && merged.byline == "y2")
            #expect(merged.source == "s2" && merged.url == "https://example.org/2" && merged.language == "de")
            #expect(merged.datePublished == dates.0 && merged.dateModified == dates.1)
            #expect(try await changeCount(store) == count)
            // What was told once isn't told again of the same file.
            #expect(try await file(store, after).row.warnings.isEmpty)
        },
        ContractCase("merge_clientAndFileAgree_theFileIsFollowedAgain") { store in
            let (_, article) = try await file(store, ArticleDraft(headline: "one"))
            try await edit(store, article) { $0.headline = "two" }
            #expect(try await file(store, ArticleDraft(headline: "two")).row.warnings.isEmpty)
            #expect(try await file(store, ArticleDraft(headline: "three")).article.headline == "three")
        },
        ContractCase("merge_fieldGoneFromTheFile_goes") { store in
            _ = try await file(store, ArticleDraft(headline: "h", body: "b", byline: "y", datePublished: try date("2026")))
            let (row, merged) = try await file(store, ArticleDraft(headline: "h"))
            #expect(merged.body == nil && merged.byline == nil && merged.datePublished == nil && merged.dateStatus == .unknown)
            #expect(row.warnings.isEmpty && merged.version == 2)
        },
        ContractCase("merge_fileThatSaysLess_takesNothingOfAnotherAway") { store in
            let url = try address("https://example.org/1")
            let page = ArticleDraft(
                headline: "h", body: "The whole story.", byline: "y", url: url, language: LanguageTag("en"), datePublished: try date("2026")
            )
            let first = try await commit(store, .articles(whole(page), as: record(1, "page")))
            for headline in ["h", "h2", "h3"] {
                // A feed that has the headline only, read again and again.
                let feed = ArticleDraft(headline: headline, abstract: headline == "h2" ? nil : "a", url: url)
                let row = try await commit(store, .articles(imported(feed), as: record(2, "feed")))
                #expect(row.articleIDs == first.articleIDs && row.warnings.isEmpty)
            }
            let merged = try await store.articles.article(first.articleIDs[0])
            #expect(merged.headline == "h3" && merged.body == "The whole story." && merged.byline == "y" && merged.abstract == "a")
            #expect(merged.language == "en" && merged.datePublished == page.datePublished && merged.dateStatus == .stated)
            // What no client touched still follows its file.
            var edited = page
            edited.body = "The story, corrected."
            try await commit(store, .articles(whole(edited), as: record(1, "page")))
            #expect(try await store.articles.article(first.articleIDs[0]).body == "The story, corrected.")
        },
        ContractCase("merge_articleOfAClient_isOnlyFilledUp") { store in
            let url = try address("https://example.org/1")
            let made = try await article(store, ArticleDraft(headline: "By API", byline: "y", url: url))
            let draft = ArticleDraft(headline: "By file", body: "Text.", byline: "y", url: url, tags: [tag("t")])
            let row = try await commit(store, .articles(imported(draft), as: record(1, "f")))
            #expect(row.articleIDs == [made.id] && row.warnings == ["conflict:headline"])
            let merged = try await store.articles.article(made.id)
            #expect(merged.headline == "By API" && merged.body == "Text." && merged.tags == ["t"])
            #expect(try await commit(store, .articles(imported(draft), as: record(1, "f"))).warnings.isEmpty)
        },
        ContractCase("merge_lists_areFollowedUntilAClientChangesThem") { store in
            let ann = try await entity(store, .person, "Ann Example")
            let bob = try await entity(store, .person, "Bob Example")
            let fair = try await event(store, EventDraft(name: "Fair"))
            let race = try await event(store, EventDraft(name: "Race"))
            func draft(_ tags: [String], _ entities: [Entity], _ events: [Event]) -> ArticleDraft {
                ArticleDraft(
                    headline: "h", tags: tags.map { tag($0) },
                    mentions: entities.enumerated().map { mention($0.offset, .id($0.element.id)) },
                    events: events.enumerated().map { .init(index: $0.offset, id: $0.element.id) })
            }
            _ = try await file(store, draft(["a"], [ann], [fair]))
            let (_, second) = try await file(store, draft(["b"], [bob], [race]))
            #expect(second.tags == ["b"] && second.mentions.map(\.entity.id) == [bob.id] && second.events.map(\.id) == [race.id])
            // What a file says nothing of stays, and is still the file's.
            let (_, third) = try await file(store, draft([], [], []))
            #expect(third.tags == ["b"] && third.version == second.version)
            let (_, fourth) = try await file(store, draft(["c"], [ann], [fair]))
            #expect(fourth.tags == ["c"] && fourth.mentions.map(\.entity.id) == [ann.id] && fourth.events.map(\.id) == [fair.id])

            try await store.tags.add(tag("mine"), to: .articles, fourth.id)
            try await store.articles.link(fourth.id, entity: bob.id)
            try await store.articles.link(fourth.id, event: race.id)
            let (calm, fifth) = try await file(store, draft(["c"], [ann], [fair]))
            #expect(calm.warnings.isEmpty && fifth.tags == ["c", "mine"] && fifth.mentions.count == 2 && fifth.events.count == 2)
            let (row, sixth) = try await file(store, draft(["d"], [bob], [race]))
            #expect(row.warnings == ["conflict:tags", "conflict:mentions", "conflict:events"])
            #expect(sixth.tags == ["c", "mine"] && sixth.mentions.count == 2 && sixth.events.count == 2)
        },
        ContractCase("merge_textOfTwo_isLinkedAndFound") { store in
            let ann = try await entity(store, .person, "Ann Example")
            let bob = try await entity(store, .person, "Bob Example")
            let (_, article) = try await file(store, ArticleDraft(headline: "Nobody", body: "Nothing."))
            try await edit(store, article) { $0.headline = "Ann Example speaks" }
            let (_, merged) = try await file(store, ArticleDraft(headline: "Nobody", body: "Of Bob Example."))
            #expect(Set(merged.mentions.map(\.entity.id)) == [ann.id, bob.id])
            var filter = ArticleFilter()
            filter.text = try TextQuery(parsing: "speaks bob")
            #expect(try await store.articles.list(ArticleQuery(filter: filter)).items.map(\.article.id) == [article.id])
        },
        ContractCase("merge_namesAddedWhileCommitting_areFound") { store in
            let draft = ArticleDraft(headline: "Cleo Example speaks", mentions: [mention(0, .named("Dora Example", .person))])
            let file = imported(draft, ArticleDraft(headline: "Of Dora Example too"))
            let row = try await commit(store, .articles(file, as: record(1, "f")))
            #expect(try await store.articles.article(row.articleIDs[1]).mentions.map(\.entity.name) == ["Dora Example"])
        },
    ]
}
