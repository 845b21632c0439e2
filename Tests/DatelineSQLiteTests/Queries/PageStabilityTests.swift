import DatelineModels
import GRDB
import Testing

@testable import DatelineSQLite

/// Pages while articles come and go between them.
@Suite struct PageStabilityTests {
    private struct Mover {
        var corpus = Corpus(seed: 77, articles: 240)
        var random = SeededRandom(seed: 78)
        var gone: Set<ResourceID> = []
        var added: Set<ResourceID> = []

        /// Takes away some articles and adds others, anywhere in the list.
        mutating func move(_ store: CorpusStore) throws {
            for _ in 0..<2 {
                let row = random.pick(corpus.articles)
                guard gone.insert(row.id).inserted else { continue }
                try store.queue.write { try CorpusStore.delete(row, $0) }
            }
            for _ in 0..<2 {
                let row = corpus.articles[corpus.addArticle(&random)]
                added.insert(row.id)
                let corpus = corpus
                try store.queue.write { try CorpusStore.insert(row, corpus, $0) }
            }
        }
    }

    @Test(arguments: ArticleSort.allCases) func page_articlesComeAndGoBetweenPages_noneTwiceAndNoneSkipped(sort: ArticleSort) throws {
        var filters = [ArticleFilter(), ArticleFilter(), ArticleFilter()]
        filters[1].tags.all = [.prefix("geo")]
        filters[2].text = try TextQuery(parsing: "sea* OR talks")
        for filter in filters where sort != .relevance || filter.text != nil {
            var mover = Mover()
            let store = try CorpusStore(mover.corpus)
            let before = Set(BruteForce(corpus: mover.corpus).matches(filter).map(\.id))
            var seen: [ResourceID] = []
            var after: PageKey?
            repeat {
                let page = try store.queue.read { db in
                    try ArticleListing.page(db, ArticleQuery(filter: filter, sort: sort, page: PageRequest(limit: 13, after: after)))
                }
                seen += page.items.map(\.article.id)
                after = page.next
                try mover.move(store)
            } while after != nil && seen.count < 5000
            #expect(Set(seen).count == seen.count, "an article came twice")
            #expect(before.subtracting(mover.gone).isSubset(of: seen), "an article was skipped")
            #expect(Set(seen).subtracting(before).isSubset(of: mover.added))
            #expect(!mover.gone.isDisjoint(with: before) && before.count > 13)
        }
    }
}
