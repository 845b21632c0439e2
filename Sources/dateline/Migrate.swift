import ArgumentParser
import DatelineSQLite
import Glibc

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
            try writeStatus(path: path)
            return
        }
        let store = try databaseOptions.openStore(settings)
        do throws(StoreOpenError) { try await store.close() } catch { throw CommandFailure(error) }
        try StandardStreams.requireOutput("\(path) is up to date.\n")
    }

    private func writeStatus(path: String) throws {
        var missing = SQLiteStore.migrationNames
        // A file that isn't there has had none.
        if access(path, F_OK) == 0 {
            do throws(StoreOpenError) {
                missing = try SQLiteStore.pendingMigrations(at: path)
            } catch {
                throw CommandFailure(error)
            }
        }
        for name in SQLiteStore.migrationNames {
            try StandardStreams.requireOutput("\(missing.contains(name) ? "missing" : "applied") \(name)\n")
        }
    }
}
