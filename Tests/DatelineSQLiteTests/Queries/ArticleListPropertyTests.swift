import DatelineModels
import GRDB
import Testing

@testable import DatelineSQLite

/// Lists, counts and keys of articles, compared with the filters' meaning spelled out.
@Suite struct ArticleListPropertyTests {
    private static let corpus = Corpus(seed: 20_240_326)

    @Test func page_everyFilterAloneInPairsAndTriples_isWhatTheFilterMeans() throws {
        let store = try CorpusStore(Self.corpus)
        let brute = BruteForce(corpus: Self.corpus)
        let makers = RandomFilters(corpus: Self.corpus).articles
        var random = SeededRandom(seed: 7)
        var compared = 0
        func check(_ chosen: [RandomFilters.Maker<ArticleFilter>], _ sort: ArticleSort) throws {
            var filter = ArticleFilter()
            for maker in chosen { maker.add(&filter, &random) }
            let sort = sort == .relevance && filter.text == nil ? .newestPublished : sort
            try Self.compare(filter, sort, store, brute, &random, chosen.map(\.name).joined(separator: " + "))
            compared += 1
        }
        for sort in ArticleSort.allCases {
            try check([], sort)
            for maker in makers { for _ in 0..<3 { try check([maker], sort) } }
        }
        for first in makers.indices {
            for second in makers.indices where second > first {
                for _ in 0..<3 { try check([makers[first], makers[second]], random.pick(ArticleSort.allCases)) }
            }
        }
        for _ in 0..<850 {
            try check([random.pick(makers), random.pick(makers), random.pick(makers)], random.pick(ArticleSort.allCases))
        }
        #expect(compared >= 2000)
    }

    private static func compare(
        _ filter: ArticleFilter, _ sort: ArticleSort, _ store: CorpusStore, _ brute: BruteForce, _ random: inout SeededRandom,
        _ name: String
    ) throws {
        let matches = brute.matches(filter)
        let expected = brute.list(matches, filter, sort)
        let limit = max(1 + random.below(40), expected.count / 5)
        let checksCount = random.chance(0.5)
        let (found, counts, keys) = try store.queue.read { db in
            var found: [ResourceID] = []
            var counts: [Int?] = []
            var after: PageKey?
            repeat {
                let request = PageRequest(limit: limit, after: after, counts: checksCount && after == nil)
                let page = try ArticleListing.page(db, ArticleQuery(filter: filter, sort: sort, page: request))
                found += page.items.map(\.article.id)
                counts.append(page.total)
                after = page.next
                // A list that never ends is told from one that is too long.
                if found.count > expected.count + 2 * limit { break }
            } while after != nil
            return (found, counts, checksCount ? try ArticleListing.allKeys(db, filter) : nil)
        }
        #expect(found == expected, "\(name) by \(sort), \(limit) a page: \(filter)")
        if checksCount {
            #expect(counts.first == expected.count, "\(name): \(filter)")
            #expect(keys?.count == expected.count && Set(keys ?? []) == Set(matches.map(\.key)), "\(name): \(filter)")
        }
    }
}
