import DatelineModels
import GRDB

struct SQLiteStoreHealth: StoreHealth {
    let reader: Reader
    /// nil: the store is only for reading.
    let writer: Writer?

    func check() async throws(RepositoryError) {
        _ = try await reader.read { try $0.integer("SELECT max(sequence) FROM change") }
        guard let writer else { return }
        // Writes a page and syncs it, and leaves everything as it was.
        try await writer.write { context in
            let version = try Int64.fetchOne(context.db, sql: "PRAGMA user_version") ?? 0
            try context.db.execute(sql: "PRAGMA user_version = \(version)")
        }
    }
}
