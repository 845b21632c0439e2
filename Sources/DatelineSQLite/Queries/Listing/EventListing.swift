import DatelineModels
import GRDB

/// Lists of events.
enum EventListing {
    static func page(_ db: Database, _ query: EventQuery) throws -> Page<Event> {
        guard let filter = try query.filter.resolved(db) else { return PageBuilding.empty(query.page) }
        let limit = PageBuilding.limit(query.page)
        let order = query.sort.order
        let search = PageSearch(filter: filter, order: order, rangesAreInOrder: order.kind == .date)
        let hits = try search.hits(db, after: query.page.after, limit: limit + 1)
        let total = query.page.counts ? try KeySearch(filter: filter).count(db) : nil
        return try PageBuilding.page(hits, limit: limit, isUndated: order.kind == .date, total: total, weight: \.weight) {
            try EventLoader.events(db, keys: $0)
        }
    }

    /// How many events match, exactly.
    static func count(_ db: Database, _ filter: EventFilter) throws -> Int {
        try filter.resolved(db).map { try KeySearch(filter: $0).count(db) } ?? 0
    }

    /// The keys of all matches, each once, in no particular order.
    static func allKeys(_ db: Database, _ filter: EventFilter) throws -> [Int64] {
        try filter.resolved(db).map { try KeySearch(filter: $0).keys(db) } ?? []
    }
}

extension EventSort {
    var order: ListOrder {
        switch self {
        case .newest: ListOrder(kind: .date, column: "start_key", index: "event_by_start", isDescending: true)
        case .oldest: ListOrder(kind: .date, column: "start_key", index: "event_by_start", isDescending: false)
        case .mostArticles: ListOrder(kind: .integer, column: "article_count", index: "event_by_articles", isDescending: true)
        }
    }
}
