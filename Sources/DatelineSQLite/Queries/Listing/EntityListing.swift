import DatelineModels
import GRDB

/// Lists of entities.
enum EntityListing {
    static func page(_ db: Database, _ query: EntityQuery) throws -> Page<Entity> {
        let order = query.sort.order
        guard let filter = try query.filter.resolved(db, order: order) else { return PageBuilding.empty(query.page) }
        let limit = PageBuilding.limit(query.page)
        let hits = try PageSearch(filter: filter, order: order, rangesAreInOrder: true).hits(db, after: query.page.after, limit: limit + 1)
        let total = query.page.counts ? try KeySearch(filter: filter).count(db) : nil
        return try PageBuilding.page(hits, limit: limit, isUndated: order.kind == .date, total: total, weight: \.weight) {
            try EntityLoader.entities(db, keys: $0)
        }
    }

    /// How many entities match, exactly.
    static func count(_ db: Database, _ filter: EntityFilter) throws -> Int {
        try filter.resolved(db, order: nil).map { try KeySearch(filter: $0).count(db) } ?? 0
    }

    /// The keys of all matches, each once, in no particular order.
    static func allKeys(_ db: Database, _ filter: EntityFilter) throws -> [Int64] {
        try filter.resolved(db, order: nil).map { try KeySearch(filter: $0).keys(db) } ?? []
    }
}

extension EntitySort {
    var order: ListOrder {
        switch self {
        case .name: ListOrder(kind: .text, column: "folded", index: "entity_by_name", isDescending: false)
        case .mostArticles: ListOrder(kind: .integer, column: "article_count", index: "entity_by_articles", isDescending: true)
        // The date of the latest article; entities of none come last.
        case .lastPublished: ListOrder(kind: .date, column: "last_key", index: "entity_by_last", isDescending: true)
        }
    }
}
