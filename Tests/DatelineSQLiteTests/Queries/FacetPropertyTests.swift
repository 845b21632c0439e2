import DatelineModels
import GRDB
import Testing

@testable import DatelineSQLite

/// Facets, compared with counting by hand and with the lists that their buckets stand for.
@Suite struct FacetPropertyTests {
    private static let corpus = Corpus(seed: 31, articles: 500)

    @Test func facets_randomFilters_eachBucketCountsTheListOfItsFilter() throws {
        let store = try CorpusStore(Self.corpus)
        let brute = BruteForce(corpus: Self.corpus)
        let makers = RandomFilters(corpus: Self.corpus).articles
        var random = SeededRandom(seed: 12)
        var (compared, buckets) = (0, 0)
        for round in 0..<120 {
            var filter = ArticleFilter()
            if round > 0 { random.pick(makers).add(&filter, &random) }
            if round > 60 { random.pick(makers).add(&filter, &random) }
            let facets = try store.queue.read { try ArticleListing.facets($0, filter, ArticleFacet.allCases, limit: 8) }
            let matches = brute.matches(filter)
            for facet in ArticleFacet.allCases {
                let expected = Self.counts(facet, matches.map(\.value))
                let found = try #require(facets[facet])
                #expect(found.map(\.count) == Self.expectedCounts(facet, expected, limit: 8), "\(facet): \(filter)")
                for bucket in found { #expect(expected[bucket.value] == bucket.count, "\(facet) \(bucket): \(filter)") }
                compared += 1
                for bucket in found.prefix(2) {
                    let narrowed = try #require(Self.narrowed(filter, facet, bucket.value))
                    #expect(
                        try store.queue.read { try ArticleListing.count($0, narrowed) } == bucket.count, "\(facet) \(bucket): \(filter)")
                    buckets += 1
                }
            }
        }
        #expect(compared == 960)
        #expect(buckets > 500)
    }

    @Test func facets_ofTheSameCount_areInOrderOfName() throws {
        let store = try CorpusStore(Self.corpus)
        for filter in [ArticleFilter(), Self.filter { $0.dateStatuses = [.stated, .inferred] }] {
            let tags = try #require(try store.queue.read { try ArticleListing.facets($0, filter, [.tag], limit: 300) }[.tag])
            for (first, second) in zip(tags, tags.dropFirst()) {
                #expect(
                    first.count > second.count
                        || first.count == second.count && FoldedOrder.precedes(Folding.fold(first.label), Folding.fold(second.label)))
            }
            #expect(tags.count > 100)
        }
    }

    @Test func facets_filterThatNothingMatches_areEmpty() throws {
        let store = try CorpusStore(Self.corpus)
        let filter = Self.filter { $0.entities.all = [.name("nobody at all")] }
        let facets = try store.queue.read { try ArticleListing.facets($0, filter, [.tag, .day], limit: 5) }
        #expect(facets == [.tag: [], .day: []])
    }

    private static func filter(_ change: (inout ArticleFilter) -> Void) -> ArticleFilter {
        var filter = ArticleFilter()
        change(&filter)
        return filter
    }

    private static func counts(_ facet: ArticleFacet, _ articles: [Corpus.ArticleValue]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for article in articles {
            for value in values(facet, article) { counts[value, default: 0] += 1 }
        }
        return counts
    }

    private static func values(_ facet: ArticleFacet, _ article: Corpus.ArticleValue) -> [String] {
        func period(_ precision: PartialDate.Precision) -> [String] {
            guard let date = article.date, date.precision >= precision else { return [] }
            return [String(date.description.prefix(precision == .year ? 4 : precision == .month ? 7 : 10))]
        }
        switch facet {
        case .tag: return article.tags.map { corpus.tags[$0].value }
        case .entity: return article.entities.map { corpus.entities[$0].id.description }
        case .event: return article.events.map { corpus.events[$0].id.description }
        case .source: return article.source.map { [corpus.sources[$0].value] } ?? []
        case .language: return article.language.map { [$0] } ?? []
        case .year: return period(.year)
        case .month: return period(.month)
        case .day: return period(.day)
        }
    }

    private static func expectedCounts(_ facet: ArticleFacet, _ counts: [String: Int], limit: Int) -> [Int] {
        switch facet {
        case .year, .month, .day: counts.sorted { $0.key > $1.key }.prefix(limit).map(\.value)
        default: Array(counts.values.sorted(by: >).prefix(limit))
        }
    }

    /// nil where the filter has such a condition already that can't be narrowed by another value.
    private static func narrowed(_ filter: ArticleFilter, _ facet: ArticleFacet, _ value: String) -> ArticleFilter? {
        var filter = filter
        switch facet {
        case .tag: filter.tags.all.append(TagSelector(value))
        case .entity: filter.entities.all.append(EntitySelector(value))
        case .event: filter.allEvents.append(ResourceID(value))
        case .source: filter.sources = [value]
        case .language: filter.languages = [value]
        case .year, .month, .day:
            guard let date = try? PartialDate(parsing: value) else { return nil }
            // A bucket lies within what the filter asks for already, or holds it.
            if let within = filter.within, within.earliest >= date.earliest, within.latest <= date.latest { return filter }
            filter.within = date
        }
        return filter
    }
}
