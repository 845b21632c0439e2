import GRDB
import Testing

@testable import DatelineSQLite

extension OpenStore {
    /// Opens a database, closes it in order, and has it looked through: it is sound and holds so many articles.
    static func expect(_ path: String, articles: Int, acceptsLoss: Bool = false, at source: SourceLocation = #_sourceLocation)
        async throws
    {
        let open = try OpenStore(.file(path), acceptsLoss: acceptsLoss)
        let count = try await open.store.opened.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") }
        #expect(count == articles, sourceLocation: source)
        try await open.store.close()
        try StoreAudit.check(path)
    }
}
