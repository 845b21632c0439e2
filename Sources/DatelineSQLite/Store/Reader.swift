import CSQLiteShim
import DatelineModels
import GRDB

/// Reads from a store: each in one snapshot, and none for longer than ``limit``.
struct Reader: Sendable {
    let database: any DatabaseWriter
    /// Milliseconds; a read that takes longer ends with `.timeout`.
    var limit: Int32 = 10_000
    /// Told of an error after which nothing that is written can be vouched for.
    var onDamage: @Sendable (RepositoryError) -> Void = { _ in }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(RepositoryError) -> Value {
        do {
            return try await database.read { db in
                dateline_sqlite_set_deadline(limit)
                defer { dateline_sqlite_set_deadline(0) }
                return try body(db)
            }
        } catch {
            let translated = ErrorTranslation.translate(error)
            if ErrorTranslation.isFatal(error), !Self.isOfAnIndex(error) { onDamage(translated) }
            throw translated
        }
    }

    /// The full-text index doesn't fit the texts: what they are is known, and a client's search must not end the service.
    private static func isOfAnIndex(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.extendedResultCode == .SQLITE_CORRUPT_VTAB
    }
}
