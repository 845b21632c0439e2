/// The plain SQL files of this folder in the order in which they are applied, embedded in the program.
public enum SQLiteMigrations {
    /// Each migration's name (the file's, without extension) and its SQL text.
    public static let all: [(name: String, sql: String)] = [
        ("0001_create_schema", text(PackageResources._001_create_schema_sql)),
        ("0002_import_ledger", text(PackageResources._002_import_ledger_sql)),
        ("0003_readings", text(PackageResources._003_readings_sql)),
    ]

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
