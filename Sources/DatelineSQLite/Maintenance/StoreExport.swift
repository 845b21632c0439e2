import DatelineModels
import GRDB

/// Hands over everything a database holds of one moment, in memory that doesn't grow with it. Only reads, so it may be run beside a service.
public struct StoreExport: Sendable {
    /// Resources read at once; articles with their texts may be large.
    private static let batch = 64

    private let path: String

    public init(of path: String) {
        self.path = path
    }

    /// What went wrong while exporting, other than in `body`.
    public enum Failure: Error, Sendable {
        case source(StoreOpenError)
        /// The database was replaced, or opened or closed by others: what was handed over may be of two moments.
        case unsettled
    }

    /// - Parameter body: called with each resource: tags, sources, entities, events, articles, each kind by ascending id.
    /// - Throws: ``Failure``, and what `body` throws, which ends it.
    public func run(_ body: (PortableResource) throws -> Void) throws {
        let database: ReadOnlyDatabase
        do throws(StoreOpenError) { database = try ReadOnlyDatabase(path: path) } catch { throw Failure.source(error) }
        defer { database.close() }
        do {
            try database.read { db in
                for kind in PortableResource.Kind.allCases { try Self.export(kind, db, body) }
            }
        } catch let error as StoreOpenError {
            throw Failure.source(error)
        } catch let error as DatabaseError {
            let reason = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
            let isBroken = [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
            throw Failure.source(isBroken ? .damaged(path: path, reason: reason) : .io(path: path, reason: reason))
        }
        guard database.isUnchanged else { throw Failure.unsettled }
    }

    private static func export(_ kind: PortableResource.Kind, _ db: Database, _ body: (PortableResource) throws -> Void) throws {
        let table = kind.rawValue
        let start = SQLText("SELECT \(table)_key, id FROM \(table) ORDER BY id LIMIT \(batch)")
        var next: SQLText? = start
        while let query = next {
            var keys: [Int64] = []
            var last: ResourceID?
            try db.forEachRow(of: query) { row in
                keys.append(row.integer(0))
                last = row.id(1)
            }
            for resource in try resources(kind, db, keys) { try body(resource) }
            next = last.map { SQLText("SELECT \(table)_key, id FROM \(table) WHERE id > ? ORDER BY id LIMIT \(batch)", .id($0)) }
        }
    }

    private static func resources(_ kind: PortableResource.Kind, _ db: Database, _ keys: [Int64]) throws -> [PortableResource] {
        switch kind {
        case .tag: return try TagLoader.tags(db, keys: keys).map { .tag($0.id, $0.draft, createdAt: $0.createdAt) }
        case .source:
            return try SourceLoader.sources(db, keys: keys).map {
                .source($0.id, name: $0.name, timeZone: $0.timeZone, dateOrder: $0.dateOrder)
            }
        case .entity: return try EntityLoader.entities(db, keys: keys).map { .entity($0.id, $0.draft, createdAt: $0.createdAt) }
        case .event: return try EventLoader.events(db, keys: keys).map { .event($0.id, $0.draft, createdAt: $0.createdAt) }
        case .article:
            return try ArticleLoader.articles(db, keys: keys, body: true).map { article in
                .article(article.id, article.draft, unlinked: try unlinked(db, article.id), createdAt: article.createdAt)
            }
        }
    }

    private static func unlinked(_ db: Database, _ article: ResourceID) throws -> [ResourceID] {
        let query = SQLText(
            """
            SELECT entity.id FROM article JOIN article_unlinked ON article_unlinked.article_key = article.article_key
            JOIN entity ON entity.entity_key = article_unlinked.entity_key WHERE article.id = ? ORDER BY entity.id
            """, .id(article))
        var ids: [ResourceID] = []
        try db.forEachRow(of: query) { ids.append($0.id(0)) }
        return ids
    }
}
