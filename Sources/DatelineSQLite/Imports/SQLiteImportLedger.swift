import DatelineModels
import Foundation
import GRDB

struct SQLiteImportLedger: ImportLedger {
    let reader: Reader
    /// Of the folder's import.
    let background: Reader
    let writer: Writer
    let names: NameBook
    let pace = BulkPace()

    func open(root: [UInt8]) async throws(RepositoryError) -> ImportRoot {
        try await writer.write { context in
            let rootKey = try ImportFiles(context.db).makeRoot(root)
            try LeftClaims(context).takeUp(rootKey)
            let query = SQLText("SELECT device, inode, parsed_files FROM import_root WHERE root_key = ?", .integer(rootKey))
            let stored = try context.db.firstRow(of: query) { row in
                ImportRoot(
                    device: row.optionalInteger(0).map { UInt64(bitPattern: $0) },
                    inode: row.optionalInteger(1).map { UInt64(bitPattern: $0) }, parsedFiles: Int(row.integer(2))
                )
            }
            return stored ?? ImportRoot()
        }
    }

    func accept(device: UInt64, inode: UInt64, root: [UInt8]) async throws(RepositoryError) {
        try await writer.write { context in
            let rootKey = try ImportFiles(context.db).makeRoot(root)
            try context.db.run(
                "UPDATE import_root SET device = ?, inode = ? WHERE root_key = ?",
                [Int64(bitPattern: device), Int64(bitPattern: inode), rootKey]
            )
        }
    }

    func known(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [KnownFile] {
        try await background.read { db in
            let files = ImportFiles(db)
            guard let rootKey = try files.rootKey(root) else { return [] }
            return try files.known(rootKey, after: path, limit: limit)
        }
    }

    func records(root: [UInt8], paths: [ImportPath]) async throws(RepositoryError) -> [ImportPath: ImportRecord] {
        try await background.read { db in
            let files = ImportFiles(db)
            guard let rootKey = try files.rootKey(root) else { return [:] }
            var records: [ImportPath: ImportRecord] = [:]
            for path in paths { records[path] = try files.record(path, rootKey) }
            return records
        }
    }

    func files(root: [UInt8], contents: Set<String>) async throws(RepositoryError) -> [String: [KnownFile]] {
        try await background.read { db in
            let files = ImportFiles(db)
            guard let rootKey = try files.rootKey(root) else { return [:] }
            var found: [String: [KnownFile]] = [:]
            for content in contents {
                guard let hash = StoredRecord.bytes(content) else { continue }
                let alike = try files.known(rootKey, content: hash)
                if !alike.isEmpty { found[content] = alike }
            }
            return found
        }
    }

    func claim(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError) {
        guard !paths.isEmpty else { return }
        // A file that brings the program down doesn't cut the power.
        try await writer.mark { context in
            let files = ImportFiles(context.db)
            let rootKey = try files.makeRoot(root)
            for path in paths { try files.claim(path, rootKey) }
        }
    }

    func release(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError) {
        guard !paths.isEmpty else { return }
        try await writer.write { context in
            let files = ImportFiles(context.db)
            guard let rootKey = try files.rootKey(root) else { return }
            for path in paths { try files.release(path, rootKey) }
        }
    }

    func record(_ id: ResourceID) async throws(RepositoryError) -> (record: ImportRecord, root: [UInt8]) {
        try await reader.read { db in
            let query = SQLText(
                """
                SELECT import_file.file_key, import_root.path FROM import_file
                CROSS JOIN import_root ON import_root.root_key = import_file.root_key WHERE import_file.id = ?
                """, .id(id))
            let found = try db.firstRow(of: query) { (key: $0.integer(0), root: $0.blob(1)) }
            guard let found, let record = try ImportFiles(db).record(found.key) else { throw RepositoryError.notFound }
            return (record, found.root)
        }
    }

    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord> {
        try await reader.read { try ImportFiles($0).page(query) }
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
