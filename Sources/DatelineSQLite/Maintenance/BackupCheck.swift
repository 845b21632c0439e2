import DatelineModels
import Foundation
import GRDB

/// Looks a copy through before it may be called a backup.
struct BackupCheck {
    /// What is compared between the database and its copy.
    struct Reading: Equatable {
        let sequence: Int64
        let articles: Int

        /// - Throws: where the tables aren't there.
        init(_ db: Database) throws {
            sequence = try db.integer("SELECT ifnull(max(sequence), 0) FROM change") ?? 0
            articles = Int(try db.integer("SELECT count(*) FROM article") ?? 0)
        }
    }

    /// The database before and after it was copied; the copy is of a moment in between.
    struct Expected {
        let first: Reading
        let last: Reading
    }

    private let partial: String
    private let target: String
    private let needsSchema: Bool

    /// - Parameter needsSchema: whether it must have had all migrations.
    init(_ partial: String, target: String, needsSchema: Bool = true) {
        self.partial = partial
        self.target = target
        self.needsSchema = needsSchema
    }

    func run(_ expected: Expected) throws(BackupError) -> BackupSummary {
        do {
            let database = try ReadOnlyDatabase(path: partial)
            defer { database.close() }
            return try database.read(needsSchema: needsSchema) { db in
                if let fault = try StoreFaults.ofPages(db).first { throw BackupError.unsound(target, reason: fault) }
                if let fault = try StoreFaults.ofReferences(db).first { throw BackupError.unsound(target, reason: fault) }
                let copied = try Reading(db)
                guard (expected.first.sequence...max(expected.first.sequence, expected.last.sequence)).contains(copied.sequence) else {
                    throw BackupError.unsound(target, reason: "its log of changes ends elsewhere")
                }
                if copied.sequence == expected.first.sequence, copied.articles != expected.first.articles {
                    throw BackupError.unsound(target, reason: "it has \(copied.articles) articles instead of \(expected.first.articles)")
                }
                return BackupSummary(articles: copied.articles, bytes: Int64(StoreFile.status(partial)?.st_size ?? 0))
            }
        } catch let error as BackupError {
            throw error
        } catch let error as StoreOpenError {
            throw .unsound(target, reason: error.description)
        } catch {
            throw .unsound(target, reason: String(describing: error))
        }
    }
}
