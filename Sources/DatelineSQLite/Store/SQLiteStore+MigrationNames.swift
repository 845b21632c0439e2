import SQLiteMigrations

extension SQLiteStore {
    /// The names of all migrations that this program knows, in order.
    public static var migrationNames: [String] { SQLiteMigrations.all.map(\.name) }
}
