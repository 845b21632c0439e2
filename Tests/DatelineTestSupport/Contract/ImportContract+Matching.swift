import DatelineModels
import Testing

extension ImportContract {
    static let matching: [ContractCase] = [
        ContractCase("articles_newFile_makesThem") { store in
            let row = try await commit(store, .articles(imported("One", "Two"), as: record(1, "f")))
            #expect(row.state == .done && row.articleIDs.count == 2 && row.articleCount == 2 && row.errorCount == 0)
            let articles = [try await store.articles.article(row.articleIDs[0]), try await store.articles.article(row.articleIDs[1])]
            #expect(articles.map(\.headline) == ["One", "Two"] && articles.map(\.importID) == [id(1), id(1)])
        },
        ContractCase("articles_changedFile_keepsThem") { store in
            let first = try await commit(store, .articles(imported("One", "Two"), as: record(1, "f")))
            try await store.tags.add(tag("mine"), to: .articles, first.articleIDs[0])
            let second = try await commit(store, .articles(imported("One, edited", "Two", "Three"), as: record(1, "f")))
            #expect(second.articleIDs.count == 3 && Array(second.articleIDs.prefix(2)) == first.articleIDs)
            let edited = try await store.articles.article(first.articleIDs[0])
            #expect(edited.headline == "One, edited" && edited.tags == ["mine"] && edited.version == 3)
            #expect(try await store.articles.article(first.articleIDs[1]).version == 1)
            let third = try await commit(store, .articles(imported("One, edited"), as: record(1, "f")))
            #expect(third.articleIDs == second.articleIDs && third.articleCount == 3)
        },
        ContractCase("articles_unchanged_writeNothing") { store in
            let url = try address("https://example.org/1")
            let draft = ArticleDraft(
                headline: "x", body: "y", source: "S", url: url, datePublished: try date("2026-03"), tags: [tag("t")],
                mentions: [mention(0, .named("Ann Example", .person))])
            let file = [ImportedArticle(recordNumber: 0, draft: draft, id: id(9), key: "k")]
            let first = try await commit(store, .articles(file, as: record(1, "f")))
            let count = try await changeCount(store)
            let second = try await commit(store, .articles(file, as: record(1, "f")))
            #expect(second.articleIDs == first.articleIDs && second.warnings.isEmpty)
            #expect(try await changeCount(store) == count)
        },
        ContractCase("articles_wholeFile_staysItsArticleWhateverItSays") { store in
            let first = try await commit(store, .articles(whole(ArticleDraft(headline: "x")), as: record(1, "f")))
            let other = try await commit(store, .articles(whole(ArticleDraft(headline: "other")), as: record(2, "g")))
            var edited = whole(ArticleDraft(headline: "y", url: try address("https://example.org/1")))
            edited[0].id = other.articleIDs[0]
            edited[0].key = "k"
            #expect(try await commit(store, .articles(edited, as: record(1, "f"))).articleIDs == first.articleIDs)
            #expect(try await store.articles.article(first.articleIDs[0]).headline == "y")
            #expect(try await store.articles.article(other.articleIDs[0]).headline == "other")
        },
        ContractCase("articles_sameKey_isTheSameArticleInEveryFile") { store in
            func feed(_ keys: String...) -> [ImportedArticle] {
                keys.enumerated().map {
                    ImportedArticle(recordNumber: $0.offset, draft: ArticleDraft(headline: "Of \($0.element)"), key: $0.element)
                }
            }
            let first = try await commit(store, .articles(feed("a", "b", "c"), as: record(1, "f")))
            let second = try await commit(store, .articles(feed("new", "c", "a"), as: record(2, "g")))
            #expect(second.articleIDs[1] == first.articleIDs[2] && second.articleIDs[2] == first.articleIDs[0])
            #expect(!first.articleIDs.contains(second.articleIDs[0]))
            // Of one file: records changed places and one came in between, which never makes one into another.
            let third = try await commit(store, .articles(feed("b", "x", "c", "a"), as: record(1, "f")))
            #expect(
                third.articleIDs[0] == first.articleIDs[1] && Array(third.articleIDs[2...]) == [first.articleIDs[2], first.articleIDs[0]]
                    && third.articleCount == 4)
            for (number, key) in ["b", "x", "c", "a"].enumerated() {
                let article = try await store.articles.article(third.articleIDs[number])
                #expect(article.headline == "Of \(key)" && article.version == 1)
            }
        },
        ContractCase("articles_sameURLFromAnotherFile_isThatArticle") { store in
            let url = try address("https://example.org/1")
            let made = try await commit(store, .articles(imported(ArticleDraft(headline: "Old", url: url)), as: record(1, "f")))
            let later = try await commit(store, .articles(imported(ArticleDraft(headline: "New", url: url)), as: record(2, "g")))
            #expect(later.articleIDs == made.articleIDs)
            #expect(try await store.articles.article(made.articleIDs[0]).headline == "New")
        },
        ContractCase("articles_sameTextAndSource_areOneUnlessSomethingTellsThemApart") { store in
            var draft = ArticleDraft(headline: "Storm", body: "It rained.", source: "The Gull", datePublished: try date("2026-03"))
            let first = try await commit(store, .articles(whole(draft), as: record(1, "a"))).articleIDs
            draft.source = "the  gull"
            (draft.datePublished, draft.dateStatus) = (nil, .unknown)
            #expect(try await commit(store, .articles(whole(draft), as: record(2, "b"))).articleIDs == first)
            var others: Set<ResourceID> = Set(first)
            var other = ArticleDraft(headline: "Storm", body: "It rained.", source: "The Tern")
            for number in UInt64(3)...6 {
                others.formUnion(try await commit(store, .articles(whole(other), as: record(number, "f\(number)"))).articleIDs)
                switch number {
                case 3: other.source = nil
                case 4: (other.source, other.url) = ("The Gull", try address("https://example.org/1"))
                default: (other.url, other.body) = (nil, "It poured.")
                }
            }
            #expect(others.count == 5)
            // Whoever brought it first.
            let made = try await article(store, ArticleDraft(headline: "By a client"))
            let row = try await commit(store, .articles(whole(ArticleDraft(headline: "By a client")), as: record(7, "g")))
            #expect(row.articleIDs == [made.id])
        },
        ContractCase("articles_sameTextOnAnotherDate_areTwo") { store in
            let first = try await commit(
                store, .articles(whole(ArticleDraft(headline: "Weather", datePublished: try date("2026-03-01"))), as: record(1, "a")))
            let second = try await commit(
                store, .articles(whole(ArticleDraft(headline: "Weather", datePublished: try date("2026-03-02"))), as: record(2, "b")))
            #expect(first.articleIDs != second.articleIDs)
        },
        ContractCase("articles_givenID_isTaken") { store in
            let file = [ImportedArticle(recordNumber: 0, draft: ArticleDraft(headline: "x"), id: id(77))]
            #expect(try await commit(store, .articles(file, as: record(1, "f"))).articleIDs == [id(77)])
            try await store.articles.delete(id(77), if: .none)
            #expect(try await stored(store, "f")?.articleCount == 0)
            let again = try await commit(store, .articles(file, as: record(1, "f")))
            #expect(again.state == .failed && again.articleIDs.isEmpty && again.errorCount == 1)
        },
        ContractCase("articles_sameIDTwiceInAFile_theLastWins") { store in
            let file = ["one", "two", "three"].enumerated().map { number, headline in
                ImportedArticle(recordNumber: number, draft: ArticleDraft(headline: headline), key: number == 1 ? "other" : "k")
            }
            let row = try await commit(store, .articles(file, as: record(1, "f")))
            #expect(row.warnings == ["duplicate-id-in-file"] && row.articleCount == 2 && row.state == .done)
            #expect(try await store.articles.article(row.articleIDs[1]).headline == "three")
            let count = try await changeCount(store)
            let again = try await commit(store, .articles(file, as: record(1, "f")))
            #expect(again.articleIDs == row.articleIDs && again.warnings == row.warnings)
            // One goes over the other anew, and it ends as it was.
            #expect(try await store.articles.article(row.articleIDs[1]).headline == "three")
            #expect(try await changeCount(store) - count <= 2)
        },
        ContractCase("articles_refusedRecord_isAnErrorOfTheRow") { store in
            var bad = ArticleDraft(
                headline: "Bad", source: "Never", tags: [tag("never")], mentions: [mention(0, .named("Nobody", .person))])
            bad.events = [.init(index: 0, id: id(1))]
            let row = try await commit(store, .articles(imported(bad, ArticleDraft(headline: "Good")), as: record(1, "f")))
            #expect(row.state == .partial && row.articleIDs.count == 1 && row.errorCount == 1 && row.errors.count == 1)
            #expect(row.reason == "records-refused")
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("never") }
            #expect(try await store.entities.list(EntityQuery(page: PageRequest(limit: 5))).items.isEmpty)
            #expect(try await store.sources.list(PageRequest(limit: 5)).items.isEmpty)
            let failed = try await commit(store, .articles(imported(bad), as: record(2, "g")))
            #expect(failed.state == .failed && failed.articleIDs.isEmpty)
        },
        ContractCase("articles_URLOfAnother_isRefusedWithoutATrace") { store in
            let url = try address("https://example.org/1")
            let owner = try await article(store, ArticleDraft(headline: "Owner", url: url))
            let first = try await commit(store, .articles(whole(ArticleDraft(headline: "x")), as: record(1, "f")))
            let count = try await changeCount(store)
            let row = try await commit(
                store, .articles(whole(ArticleDraft(headline: "y", source: "Never", url: url)), as: record(1, "f")))
            #expect(row.state == .failed && row.errorCount == 1 && row.articleIDs == first.articleIDs)
            #expect(try await changeCount(store) == count)
            #expect(try await store.articles.article(owner.id).headline == "Owner")
        },
    ]

    static let parts: [ContractCase] = [
        ContractCase("articles_inParts_addUp") { store in
            var part = record(1, "f", .importing)
            var ids: [ResourceID] = []
            for number in 0..<3 {
                part.resume = ImportResume(offset: Int64(number + 1) * 100, lines: number, records: number * 2 + 2, sha256: hash("a"))
                let articles = imported(
                    ArticleDraft(headline: "\(number)a"), ArticleDraft(headline: "\(number)b"), from: number * 2)
                let row = try await commit(store, .articles(articles, as: part))
                #expect(row.state == .importing && row.articleCount == number * 2 + 2 && row.articleIDs.count == 2)
                ids += row.articleIDs
            }
            var bad = ArticleDraft(headline: "bad")
            bad.events = [.init(index: 0, id: id(1))]
            let last = try await commit(store, .articles(imported(bad, from: 6), as: record(1, "f")))
            #expect(last.state == .partial && last.resume == nil && last.articleIDs == ids && last.errorCount == 1)
        },
        ContractCase("articles_sameIDInAnotherPart_theLastWins") { store in
            var part = record(1, "f", .importing)
            part.resume = ImportResume(offset: 100, lines: 2, records: 2, sha256: hash("a"))
            func keyed(_ number: Int, _ key: String, _ headline: String) -> ImportedArticle {
                ImportedArticle(recordNumber: number, draft: ArticleDraft(headline: headline), key: key)
            }
            try await commit(store, .articles([keyed(0, "k", "first"), keyed(1, "l", "x")], as: part))
            let last = try await commit(store, .articles([keyed(2, "k", "last")], as: record(1, "f")))
            #expect(last.warnings == ["duplicate-id-in-file"] && last.articleCount == 2)
            #expect(try await store.articles.article(last.articleIDs[1]).headline == "last")
        },
        ContractCase("articles_many_keepTheFirstIDsAndCountAll") { store in
            let count = ImportRecord.keptArticleIDs + 5
            let articles = (0..<count).map { ImportedArticle(recordNumber: $0, draft: ArticleDraft(headline: "No. \($0)")) }
            let row = try await commit(store, .articles(articles, as: record(1, "f")))
            #expect(row.articleCount == count && row.articleIDs.count == ImportRecord.keptArticleIDs)
            #expect(try await store.articles.article(row.articleIDs[999]).headline == "No. 999")
        },
        ContractCase("commit_manyOutcomes_givesTheirRowsInOrder") { store in
            let body = String(repeating: "Some words of a long body. ", count: 4000)
            let outcomes = (0..<40).map { number in
                ImportOutcome.articles(
                    whole(ArticleDraft(headline: "No. \(number)", body: body + "\(number)")), as: record(UInt64(number + 1), "f\(number)"))
            }
            let rows = try await store.imports.commit(outcomes + [.missing(path("never"), .mark)], parsedFiles: 40, root: root)
            #expect(rows.count == 41 && rows.prefix(40).map { $0?.id } == (1...40).map { id($0) } && rows[40] == nil)
            for (number, row) in rows.prefix(40).enumerated() {
                let article = try await store.articles.article(try #require(row?.articleIDs.first))
                #expect(article.headline == "No. \(number)")
            }
            #expect(try await store.imports.open(root: root).parsedFiles == 40)
        },
    ]
}
