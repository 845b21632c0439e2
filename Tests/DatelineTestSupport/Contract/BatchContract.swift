import DatelineModels
import Testing

/// Storing many articles at once.
enum BatchContract {
    static let cases: [ContractCase] = [
        ContractCase("batch_severalHundred_allStoredInOrder") { store in
            let drafts = (0..<600).map { ArticleDraft(headline: "Item \($0)") }
            let results = try await store.articles.create(batch: drafts, atomic: false, onConflict: .error, recorder: nil)
            #expect(results.count == 600)
            for (index, result) in results.enumerated() {
                let outcome = try result.get()
                #expect(outcome.effect == .created)
                if index % 100 == 7 { #expect(try await store.articles.article(outcome.resource).headline == "Item \(index)") }
            }
            #expect(try await allChanges(store).count == 600)
        },
        ContractCase("batch_someFail_othersStay") { store in
            var bad = ArticleDraft(headline: "Bad", tags: [tag("never")])
            bad.events = [.init(index: 0, id: id(1))]
            let url = try address("https://example.org/1")
            let drafts = [ArticleDraft(headline: "A", url: url), bad, ArticleDraft(headline: "B", url: url), ArticleDraft(headline: "C")]
            let results = try await store.articles.create(batch: drafts, atomic: false, onConflict: .error, recorder: nil)
            let first = try results[0].get().resource
            #expect(Self.expected(results) == [nil, .invalid(["/events/0 not-found"]), .conflict(first), nil])
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("never") }
        },
        ContractCase("batch_atomicWithFailure_storesNothing") { store in
            var bad = ArticleDraft(headline: "Bad")
            bad.events = [.init(index: 0, id: id(1))]
            let drafts = [ArticleDraft(headline: "A", source: "S", tags: [tag("t")]), bad, ArticleDraft(headline: "C")]
            let results = try await store.articles.create(batch: drafts, atomic: true, onConflict: .error, recorder: nil)
            #expect(Self.expected(results) == [.cancelled, .invalid(["/events/0 not-found"]), .cancelled])
            #expect(try await allChanges(store).isEmpty)
            let good = try await store.articles.create(batch: [drafts[0], drafts[2]], atomic: true, onConflict: .error, recorder: nil)
            #expect(Self.expected(good) == [nil, nil])
        },
        ContractCase("batch_withRecorder_keepsTheAnswer") { store in
            let key = IdempotencyKey(value: "batch", fingerprint: Array(repeating: 7, count: 32))
            let recorder = AnswerRecorder<[Result<WriteOutcome<ResourceID>, RepositoryError>]>(key: key) { results in
                RecordedAnswer(status: 200, headers: [("x", "y\"\n")], body: Array("\(results.count)".utf8))
            }
            _ = try await store.articles.create(batch: [ArticleDraft(headline: "A")], atomic: false, onConflict: .error, recorder: recorder)
            guard case .answered(let answer) = try await store.answers.answer(for: key) else {
                Issue.record("no answer kept")
                return
            }
            #expect(answer == RecordedAnswer(status: 200, headers: [("x", "y\"\n")], body: [UInt8(ascii: "1")]))
        },
        ContractCase("list_ofLongTexts_endsPagesEarly_andSkipsNothing") { store in
            let body = String(repeating: "Long. ", count: 500_000)
            let drafts = (0..<7).map { ArticleDraft(headline: "Item \($0)", body: $0 == 3 ? "Short." : body) }
            _ = try await store.articles.create(batch: drafts, atomic: true, onConflict: .error, recorder: nil)
            var query = ArticleQuery(sort: .oldestCreated, page: PageRequest(limit: 5), includesBody: true)
            var pages: [[String]] = []
            repeat {
                let page = try await store.articles.list(query)
                pages.append(page.items.map(\.article.headline))
                query.page.after = page.next
            } while query.page.after != nil && pages.count < 10
            #expect(pages.map(\.count) == [2, 3, 2] && pages.joined().sorted() == drafts.map(\.headline), "\(pages)")
            query.includesBody = false
            #expect(try await store.articles.list(query).items.count == 5)
        },
        ContractCase("batch_empty_isEmpty") { store in
            for atomic in [true, false] {
                let results = try await store.articles.create(batch: [], atomic: atomic, onConflict: .error, recorder: nil)
                #expect(results.isEmpty)
            }
        },
    ]

    private static func expected(_ results: [Result<WriteOutcome<ResourceID>, RepositoryError>]) -> [Expected?] {
        results.map { result in
            if case .failure(let error) = result { Expected(error) } else { nil }
        }
    }
}
