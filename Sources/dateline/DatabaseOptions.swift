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
        let path = try path(settings)
        let acceptsLoss = try settings.flag(acceptLoss, "accept-loss")
        let ids = ResourceIDGenerator(now: Timestamp.now)
        do throws(StoreOpenError) {
            let store = try SQLiteStore(at: .file(path), acceptsLoss: acceptsLoss, now: Timestamp.now, makeID: { ids.next() })
            try store.migrate()
            return store
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Opens the store as it is, and changes nothing.
    func openStoreReadOnly(_ settings: Settings) throws -> SQLiteStore {
        let path = try path(settings)
        do throws(StoreOpenError) {
            return try SQLiteStore(readOnlyAt: path, now: Timestamp.now)
        } catch {
            throw CommandFailure(error)
        }
    }
}
