import ArgumentParser
import DatelineModels
import DatelineSQLite

struct DatabaseOptions: ParsableArguments {
    @Option(help: "The database file; made when there is none. Its folder is locked while the program runs. Default: data/dateline.sqlite.")
    var database: String?

    static let defaultPath = "data/dateline.sqlite"

    func path(_ settings: Settings) throws -> String {
        let path = try settings.value(database, "database") ?? Self.defaultPath
        guard !path.isEmpty else { throw CommandFailure(.usage, "--database needs the path of a file.") }
        return path
    }

    /// Opens the store and brings it up to date.
    func openStore(_ settings: Settings) throws -> SQLiteStore {
        do {
            let ids = ResourceIDGenerator(now: Timestamp.now)
            let store = try SQLiteStore(path: path(settings), now: Timestamp.now, makeID: { ids.next() })
            try store.migrate()
            return store
        } catch let error as StoreOpenError {
            throw CommandFailure(error)
        }
    }
}
