import CSQLiteShim
import DatelineModels
import GRDB

/// Reads from a store: each in one snapshot, and none for longer than its limit.
struct Reader: Sendable {
    let database: any DatabaseWriter
    /// Milliseconds; a read that takes longer ends with `.timeout`. 0: as long as it takes.
    var limit: Int32 = 10_000
    /// Told of an error after which nothing that is written can be vouched for, and what is broken, where it isn't that the disk can't be
    /// read.
    var onFailure: @Sendable (_ cause: RepositoryError, _ damage: String?) -> Void = { _, _ in }

    /// For work that no request waits for. A read ends all the same where its task is cancelled.
    var unlimited: Reader {
        var reader = self
        reader.limit = 0
        return reader
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(RepositoryError) -> Value {
        do {
            return try await attempt(body)
        } catch {
            guard Self.isFatal(error) else { throw ErrorTranslation.translate(error) }
        }
        // A page that couldn't be read once may look like one that is broken; what it is the second time counts.
        let failures = ReadFailures()
        do {
            return try await attempt(body)
        } catch {
            let translated = ErrorTranslation.translate(error)
            if Self.isFatal(error) { onFailure(translated, failures.damage(error)) }
            throw translated
        }
    }

    private func attempt<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await database.read { db in
            dateline_sqlite_set_deadline(limit)
            defer { dateline_sqlite_set_deadline(0) }
            return try body(db)
        }
    }

    private static func isFatal(_ error: any Error) -> Bool { ErrorTranslation.isFatal(error) && !isOfAnIndex(error) }

    /// The full-text index doesn't fit the texts: what they are is known, and a client's search must not end the service.
    private static func isOfAnIndex(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.extendedResultCode == .SQLITE_CORRUPT_VTAB
    }
}
