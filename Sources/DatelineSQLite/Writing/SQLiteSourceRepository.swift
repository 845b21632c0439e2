import DatelineModels
import GRDB

struct SQLiteSourceRepository: SourceRepository {
    let reader: Reader
    let writer: Writer

    func list(_ page: PageRequest) async throws(RepositoryError) -> Page<Source> {
        try await reader.read { try SourceListing.page($0, page) }
    }

    func source(_ folded: String) async throws(RepositoryError) -> Source {
        try await reader.read { db in
            guard let key = try SourceLoader.key(db, folded: folded), let source = try SourceLoader.source(db, key: key) else {
                throw RepositoryError.notFound
            }
            return source
        }
    }

    func update(
        _ folded: String, if precondition: Precondition,
        _ change: @escaping @Sendable (Source) throws(ValidationError) -> (timeZone: String?, dateOrder: DateOrder?)
    ) async throws(RepositoryError) -> Source {
        try await writer.write { context in
            let db = context.db
            guard let key = try SourceLoader.key(db, folded: folded), let before = try SourceLoader.source(db, key: key) else {
                throw RepositoryError.notFound
            }
            guard precondition.holds(for: before.version) else { throw RepositoryError.preconditionFailed }
            let after = try change(before)
            guard after.timeZone != before.timeZone || after.dateOrder != before.dateOrder else { return before }
            try db.run(
                "UPDATE source SET time_zone = ?, date_order = ? WHERE source_key = ?", [after.timeZone, after.dateOrder?.rawValue, key])
            try context.touch(.source, key)
            return try SourceLoader.source(db, key: key) ?? before
        }
    }
}
