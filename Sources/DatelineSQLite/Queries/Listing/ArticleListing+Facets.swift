import DatelineModels
import GRDB

extension ArticleListing {
    /// Matches up to this number are found once and handed to each facet; more of them are found anew for each.
    private static let handedOver = 20_000

    /// The values of each facet among the matches.
    ///
    /// The cost is linear in the matches: a look-up or two for each and facet, about two milliseconds for a thousand.
    /// Facets by link (tag, entity, event) of all articles at once come from the counters instead.
    ///
    /// - Parameter limit: at most so many of each: the most frequent, the same number by name; of years, months and days the latest.
    static func facets(_ db: Database, _ filter: ArticleFilter, _ facets: [ArticleFacet], limit: Int) throws -> [ArticleFacet:
        [FacetBucket]]
    {
        var result: [ArticleFacet: [FacetBucket]] = [:]
        guard let filter = try filter.resolved(db), limit > 0 else {
            for facet in facets { result[facet] = [] }
            return result
        }
        let wanted = Set(facets)
        let matched = filter.isUnconditional ? nil : try matched(db, filter)
        let links = FacetCounts(db, matched, limit: limit)
        if wanted.contains(.tag) { result[.tag] = try links.tags() }
        if wanted.contains(.entity) { result[.entity] = try links.entities() }
        if wanted.contains(.event) { result[.event] = try links.events() }
        if wanted.contains(.source) { result[.source] = try links.sources() }
        if wanted.contains(.language) { result[.language] = try links.languages() }
        let periods: [(ArticleFacet, PartialDate.Precision)] = [(.year, .year), (.month, .month), (.day, .day)]
        let dated = periods.filter { wanted.contains($0.0) }
        if !dated.isEmpty {
            for ((facet, _), buckets) in zip(dated, try links.periods(dated.map(\.1))) { result[facet] = buckets }
        }
        return result
    }

    /// A query of the matching keys, in a column called `key`.
    private static func matched(_ db: Database, _ filter: ResolvedFilter) throws -> SQLText {
        let selection = try KeySearch(filter: filter).selection(db)
        // What a selection calls its column depends on the way it takes.
        let named = SQLText("WITH matched (key) AS (") + selection + ") SELECT key FROM matched"
        let first = try db.integers(of: named + SQLText(" LIMIT ?", .integer(Int64(handedOver + 1))), isCached: false)
        guard first.count <= handedOver else { return named }
        return SQLText("SELECT value AS key FROM json_each(?)", Codec.keyList(first))
    }
}
