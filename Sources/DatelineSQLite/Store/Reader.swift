import CSQLiteShim
import DatelineModels
import GRDB

/// Reads from a store: each in one snapshot, and none for longer than ``limit``.
struct Reader: Sendable {
    /// Milliseconds.
    static let limit: Int32 = 10_000

    let database: any DatabaseWriter

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(RepositoryError) -> Value {
        do {
            return try await database.read { db in
                dateline_sqlite_set_deadline(Self.limit)
                defer { dateline_sqlite_set_deadline(0) }
                return try body(db)
            }
        } catch {
            throw ErrorTranslation.translate(error)
        }
    }
}
