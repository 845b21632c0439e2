import DatelineModels
import GRDB

/// Lists of tags.
enum TagListing {
    static func page(_ db: Database, _ query: TagQuery) throws -> Page<Tag> {
        var filter = ResolvedFilter(.tag)
        let order = query.sort.order
        if let prefix = query.prefix, !prefix.isEmpty { filter.conditions.append(.tagPrefix(FoldedPrefix(prefix))) }
        let limit = PageBuilding.limit(query.page)
        let hits = try PageSearch(filter: filter, order: order, rangesAreInOrder: true).hits(db, after: query.page.after, limit: limit + 1)
        let total = query.page.counts ? try KeySearch(filter: filter).count(db) : nil
        return try PageBuilding.page(hits, limit: limit, total: total) { try TagLoader.tags(db, keys: $0) }
    }
}

extension TagSort {
    var order: ListOrder {
        switch self {
        // The index that makes folded names unique.
        case .name: ListOrder(kind: .text, column: "folded", index: "sqlite_autoindex_tag_2", isDescending: false)
        case .mostArticles: ListOrder(kind: .integer, column: "article_count", index: "tag_by_articles", isDescending: true)
        }
    }
}

extension Condition {
    /// The tag's name begins so.
    static func tagPrefix(_ prefix: FoldedPrefix) -> Condition {
        let keys = SQLText("SELECT x.tag_key FROM tag AS x WHERE ") + prefix.test("x.folded")
        return Condition(keys: keys, estimate: .counted(keys)) { _ in prefix.test("d.folded") }
    }
}
