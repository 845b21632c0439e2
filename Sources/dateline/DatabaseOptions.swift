import ArgumentParser
import DatelineModels
import DatelineSQLite

struct DatabaseOptions: ParsableArguments {
    @Option(help: "The database file; made when there is none. Its folder is locked while the program runs. Default: data/dateline.sqlite.")
    var database: String?

    @Flag(help: "Open a database that wasn't closed cleanly although its log, with the last writes, is gone.")
    var acceptLoss = false

    static let defaultPath = "data/dateline.sqlite"

    func path(_ settings: Settings) throws -> String {
        let path = try settings.value(database, "database") ?? Self.defaultPath
        guard !path.isEmpty else { throw CommandFailure(.usage, "--database needs the path of a file.") }
        return path
    }

    /// Opens the store and brings it up to date.
    func openStore(_ settings: Settings) throws -> SQLiteStore {
        let store = try openUnmigratedStore(settings)
        do {
            try store.migrate()
            return store
        } catch let error as StoreOpenError {
            throw CommandFailure(error)
        }
    }

    func openUnmigratedStore(_ settings: Settings) throws -> SQLiteStore {
        do {
            let ids = ResourceIDGenerator(now: Timestamp.now)
            return try SQLiteStore(
                at: .file(path(settings)), acceptsLoss: settings.flag(acceptLoss, "accept-loss"), now: Timestamp.now, makeID: { ids.next() }
            )
        } catch let error as StoreOpenError {
            throw CommandFailure(error)
        }
    }
}
