import DatelineModels
import Foundation
import GRDB

struct SQLiteImportLedger: ImportLedger {
    let reader: Reader
    let writer: Writer

    func records(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [ImportRecord] {
        try await reader.read { db in
            let files = ImportFiles(db)
            guard let rootKey = try files.rootKey(root) else { return [] }
            return try files.records(
                "WHERE root_key = ? AND path > ? ORDER BY path LIMIT ?", [rootKey, Data(path?.bytes ?? []), limit]
            )
        }
    }

    func record(root: [UInt8], path: ImportPath) async throws(RepositoryError) -> ImportRecord? {
        try await reader.read { db in
            let files = ImportFiles(db)
            guard let rootKey = try files.rootKey(root) else { return nil }
            return try files.records("WHERE root_key = ? AND path = ?", [rootKey, Data(path.bytes)]).first
        }
    }

    func save(_ records: [ImportRecord], root: [UInt8]) async throws(RepositoryError) {
        try await writer.write { context in
            let files = ImportFiles(context.db)
            let rootKey = try files.makeRoot(root)
            for record in records { _ = try files.put(record, rootKey) }
        }
    }

    func store(_ articles: [ImportedArticle], as record: ImportRecord, root: [UInt8]) async throws(RepositoryError) -> ImportRecord {
        try await writer.write { context in
            let files = ImportFiles(context.db)
            let file = try files.put(record, try files.makeRoot(root))
            let stored = try ImportWriter(context, file: file.key, importID: file.id).store(articles, record)
            _ = try files.put(stored, file.rootKey)
            return try files.records("WHERE file_key = ?", [file.key]).first ?? stored
        }
    }

    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord> {
        try await reader.read { try ImportFiles($0).page(query) }
    }

    func counts() async throws(RepositoryError) -> [ImportState: Int] {
        try await reader.read { db in
            var counts: [ImportState: Int] = [:]
            for row in try db.rows("SELECT state, count(*) FROM import_file GROUP BY state") {
                if let state = ImportState(rawValue: row[0]) { counts[state] = row[1] }
            }
            return counts
        }
    }

    func dateHabits(ofSource name: String) async throws(RepositoryError) -> (zone: ZonedClock?, order: DateOrder?)? {
        try await reader.read { db in
            let row = try db.row("SELECT time_zone, date_order FROM source WHERE folded = ?", [Folding.fold(name)])
            return row.map { row in
                (
                    zone: (row[0] as String?).flatMap { ZonedClock(identifier: $0) },
                    order: (row[1] as String?).flatMap { DateOrder(rawValue: $0) }
                )
            }
        }
    }
}
