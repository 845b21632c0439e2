import ArgumentParser
import DatelineSQLite

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring a database up to date, or say what is missing.",
        discussion: "serve and import do this by themselves when they start. A database of a newer Dateline is refused and stays as it is."
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Flag(help: "Only list the migrations, applied or missing; nothing is written.")
    var status = false

    func run() async throws {
        let settings = Settings()
        let path = try databaseOptions.path(settings)
        if status {
            for migration in try Self.list(path) {
                StandardStreams.writeOutput("\(migration.isApplied ? "applied" : "missing") \(migration.name)\n")
            }
            return
        }
        let store = try databaseOptions.openStore(settings)
        try await store.close()
        StandardStreams.writeOutput("\(path) is up to date.\n")
    }

    private static func list(_ path: String) throws -> [SQLiteStore.MigrationState] {
        do {
            return try SQLiteStore.migrations(path: path)
        } catch let error as StoreOpenError {
            throw CommandFailure(error)
        }
    }
}
