import GRDB
import SQLiteMigrations

extension SQLiteStore {
    /// The names of all migrations that this program knows, in order.
    public static var migrationNames: [String] { SQLiteMigrations.all.map(\.name) }

    /// The names of the migrations that the file at `path` hasn't had, in order; read without lock or change, also while a
    /// service has it open.
    ///
    /// - Throws: ``StoreOpenError``; `.otherApplication` and `.newerSchema` where this program isn't the one to ask.
    public static func pendingMigrations(at path: String) throws(StoreOpenError) -> [String] {
        let database = try ReadOnlyDatabase(path: path)
        defer { database.close() }
        return try OpenedDatabase.translating(path) {
            try database.read(needsSchema: false) { db in
                guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == StoreFile.applicationID else {
                    throw StoreOpenError.otherApplication(path: path)
                }
                let applied =
                    try db.tableExists("grdb_migrations") ? Set(String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")) : []
                if let newer = applied.subtracting(migrationNames).min() { throw StoreOpenError.newerSchema(path: path, migration: newer) }
                return migrationNames.filter { !applied.contains($0) }
            }
        }
    }
}
