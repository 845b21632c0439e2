import DatelineModels
import GRDB

/// The list of sources, by folded name.
enum SourceListing {
    static func page(_ db: Database, _ request: PageRequest) throws -> Page<Source> {
        let filter = ResolvedFilter(.source)
        let order = ListOrder(kind: .text, column: "folded", index: "sqlite_autoindex_source_2", isDescending: false)
        let limit = PageBuilding.limit(request)
        let hits = try PageSearch(filter: filter, order: order, rangesAreInOrder: true).hits(db, after: request.after, limit: limit + 1)
        let total = request.counts ? try KeySearch(filter: filter).count(db) : nil
        return try PageBuilding.page(hits, limit: limit, total: total) { try SourceLoader.sources(db, keys: $0) }
    }
}
