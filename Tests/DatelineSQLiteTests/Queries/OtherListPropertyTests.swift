import DatelineModels
import GRDB
import Testing

@testable import DatelineSQLite

/// Lists of events and entities, compared with the filters' meaning spelled out.
@Suite struct OtherListPropertyTests {
    private static let corpus = Corpus(seed: 99, articles: 500)

    @Test func eventPage_everyFilterAloneInPairsAndTriples_isWhatTheFilterMeans() throws {
        let store = try CorpusStore(Self.corpus)
        let brute = BruteForce(corpus: Self.corpus)
        let makers = RandomFilters(corpus: Self.corpus).events
        var random = SeededRandom(seed: 8)
        var compared = 0
        func check(_ chosen: [RandomFilters.Maker<EventFilter>], _ sort: EventSort) throws {
            var filter = EventFilter()
            for maker in chosen { maker.add(&filter, &random) }
            let limit = 1 + random.below(40)
            let found = try Self.walk(store, limit) { try EventListing.page($0, EventQuery(filter: filter, sort: sort, page: $1)) }
            let expected = brute.list(filter, sort)
            #expect(found.items.map(\.id) == expected, "\(chosen.map(\.name)) by \(sort), \(limit) a page: \(filter)")
            #expect(found.total == expected.count, "\(chosen.map(\.name)): \(filter)")
            let keys = try store.queue.read { try EventListing.allKeys($0, filter) }
            #expect(keys.count == expected.count && Set(keys).count == keys.count, "\(chosen.map(\.name)): \(filter)")
            compared += 1
        }
        try forEachChoice(makers, EventSort.allCases, triples: 300, check)
        #expect(compared >= 300)
    }

    @Test func entityPage_everyFilterAloneInPairsAndTriples_isWhatTheFilterMeans() throws {
        let store = try CorpusStore(Self.corpus)
        let brute = BruteForce(corpus: Self.corpus)
        let makers = RandomFilters(corpus: Self.corpus).entities
        var random = SeededRandom(seed: 9)
        var compared = 0
        func check(_ chosen: [RandomFilters.Maker<EntityFilter>], _ sort: EntitySort) throws {
            var filter = EntityFilter()
            for maker in chosen { maker.add(&filter, &random) }
            let limit = 1 + random.below(20)
            let found = try Self.walk(store, limit) { try EntityListing.page($0, EntityQuery(filter: filter, sort: sort, page: $1)) }
            let expected = brute.list(filter, sort)
            #expect(found.items.map(\.id) == expected, "\(chosen.map(\.name)) by \(sort), \(limit) a page: \(filter)")
            #expect(found.total == expected.count, "\(chosen.map(\.name)): \(filter)")
            compared += 1
        }
        try forEachChoice(makers, EntitySort.allCases, triples: 200, check)
        #expect(compared >= 300)
    }

    @Test func tagPage_everyPrefixAndSort_isWhatTheQueryMeans() throws {
        let store = try CorpusStore(Self.corpus)
        for prefix in [nil, "", "geo", "geo:", "x:", "x:1", "none"] {
            let tags = Self.corpus.tags.indices.filter { Self.corpus.tags[$0].value.utf8.starts(with: (prefix ?? "").utf8) }
            for sort in TagSort.allCases {
                let found = try Self.walk(store, 7) { try TagListing.page($0, TagQuery(prefix: prefix, sort: sort, page: $1)) }
                let expected: [ResourceID]
                switch sort {
                case .name:
                    expected = tags.sorted {
                        Array(Self.corpus.tags[$0].value.utf8).lexicographicallyPrecedes(Array(Self.corpus.tags[$1].value.utf8))
                    }
                    .map { Self.corpus.tags[$0].id }
                case .mostArticles:
                    expected = tags.map { tag in (Self.corpus.articles.count { $0.value.tags.contains(tag) }, Self.corpus.tags[tag].id) }
                        .sorted { $0 > $1 }.map(\.1)
                }
                #expect(found.items.map(\.id) == expected, "\(prefix ?? "nil") by \(sort)")
                #expect(found.total == expected.count)
            }
        }
    }

    @Test func sourcePage_allSources_areInOrderOfName() throws {
        let store = try CorpusStore(Self.corpus)
        let found = try Self.walk(store, 3) { try SourceListing.page($0, $1) }
        let expected = Self.corpus.sources.sorted { Array($0.value.utf8).lexicographicallyPrecedes(Array($1.value.utf8)) }
        #expect(found.items.map(\.id) == expected.map(\.id))
        #expect(found.total == expected.count)
        #expect(
            found.items.map(\.articleCount)
                == expected.map { source in Self.corpus.articles.count { $0.value.source == Int(source.key) - 1 } })
    }

    private func forEachChoice<Filter, Sort>(
        _ makers: [RandomFilters.Maker<Filter>], _ sorts: [Sort], triples: Int,
        _ check: ([RandomFilters.Maker<Filter>], Sort) throws -> Void
    ) throws {
        var choices = SeededRandom(seed: 10)
        for sort in sorts {
            try check([], sort)
            for maker in makers { for _ in 0..<4 { try check([maker], sort) } }
        }
        for first in makers.indices {
            for second in makers.indices where second > first {
                for _ in 0..<3 { try check([makers[first], makers[second]], choices.pick(sorts)) }
            }
        }
        for _ in 0..<triples { try check([choices.pick(makers), choices.pick(makers), choices.pick(makers)], choices.pick(sorts)) }
    }

    private static func walk<Item>(
        _ store: CorpusStore, _ limit: Int, _ list: (Database, PageRequest) throws -> Page<Item>
    ) throws -> (items: [Item], total: Int?) {
        try store.queue.read { db in
            var items: [Item] = []
            var total: Int?
            var after: PageKey?
            repeat {
                let page = try list(db, PageRequest(limit: limit, after: after, counts: after == nil))
                items += page.items
                total = total ?? page.total
                after = page.next
            } while after != nil && items.count < 10_000
            return (items, total)
        }
    }
}
