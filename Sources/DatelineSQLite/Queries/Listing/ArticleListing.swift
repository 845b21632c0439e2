import DatelineModels
import GRDB

/// Lists of articles.
enum ArticleListing {
    static func page(_ db: Database, _ query: ArticleQuery) throws -> Page<ArticleItem> {
        guard let filter = try query.filter.resolved(db) else { return PageBuilding.empty(query.page) }
        var limit = PageBuilding.limit(query.page)
        let hits = try hits(db, filter, query.sort, after: query.page.after, limit: limit + 1)
        let total = query.page.counts ? try KeySearch(filter: filter).count(db) : nil
        if query.includesBody {
            limit = try ArticleLoader.count(db, keys: hits.prefix(limit).map(\.key), bodiesOf: PageRequest.enoughBytes)
        }
        let page = try PageBuilding.page(
            hits, limit: limit, isUndated: query.sort.order?.kind == .date, total: total, weight: \.article.weight
        ) { keys in
            try ArticleLoader.articles(db, keys: keys, body: query.includesBody).map { ArticleItem(article: $0) }
        }
        return try highlighted(db, page, hits, filter.text)
    }

    /// How many articles match, exactly.
    static func count(_ db: Database, _ filter: ArticleFilter) throws -> Int {
        try filter.resolved(db).map { try KeySearch(filter: $0).count(db) } ?? 0
    }

    /// The keys of all matches, each once, in no particular order.
    static func allKeys(_ db: Database, _ filter: ArticleFilter) throws -> [Int64] {
        try filter.resolved(db).map { try KeySearch(filter: $0).keys(db) } ?? []
    }

    private static func hits(_ db: Database, _ filter: ResolvedFilter, _ sort: ArticleSort, after: PageKey?, limit: Int) throws -> [Hit] {
        if let order = sort.order {
            return try PageSearch(filter: filter, order: order, rangesAreInOrder: order.kind == .date).hits(db, after: after, limit: limit)
        }
        guard let text = filter.text else { return [] }
        return try RelevanceSearch(filter: filter, text: text).hits(db, after: after, limit: limit)
    }

    private static func highlighted(
        _ db: Database, _ page: Page<ArticleItem>, _ hits: [Hit], _ text: TextCondition?
    ) throws -> Page<ArticleItem> {
        guard let text else { return page }
        let keys = Dictionary(hits.map { ($0.id, $0.key) }) { first, _ in first }
        let highlights = try Highlighter.highlights(db, text, keys: page.items.compactMap { keys[$0.article.id] })
        return page.map { item in ArticleItem(article: item.article, highlights: keys[item.article.id].flatMap { highlights[$0] }) }
    }
}

extension ArticleSort {
    /// nil: by relevance.
    var order: ListOrder? {
        switch self {
        case .newestPublished: ListOrder(kind: .date, column: "date_key", index: "article_by_date", isDescending: true)
        case .oldestPublished: ListOrder(kind: .date, column: "date_key", index: "article_by_date", isDescending: false)
        case .newestCreated: ListOrder(kind: .integer, column: "created_at", index: "article_by_created", isDescending: true)
        case .oldestCreated: ListOrder(kind: .integer, column: "created_at", index: "article_by_created", isDescending: false)
        case .newestUpdated: ListOrder(kind: .integer, column: "updated_at", index: "article_by_updated", isDescending: true)
        case .relevance: nil
        }
    }
}
