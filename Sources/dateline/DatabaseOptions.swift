import ArgumentParser
import DatelineModels
import DatelineSQLite
import Metrics

struct DatabaseOptions: ParsableArguments {
    @Option(help: "The database file; made when there is none. Its folder is locked while the program runs. Default: data/dateline.sqlite.")
    var database: String?

    @Flag(
        help:
            "Open a database that wasn't closed cleanly although its log, with the last writes, is gone, damaged or cut; one that belongs to another file is moved away."
    )
    var acceptLoss = false

    @Flag(help: "Use a database on a network share or another file system behind which more than this machine stands.")
    var allowNetworkDatabase = false

    static let defaultPath = "data/dateline.sqlite"

    func path(_ settings: Settings) throws -> String {
        let path = try settings.value(database, "database") ?? Self.defaultPath
        guard !path.isEmpty else { throw CommandFailure(.usage, "--database needs the path of a file.") }
        return path
    }

    /// Opens the store and brings it up to date.
    ///
    /// - Parameters:
    ///   - readTime: what one read may take.
    ///   - waitingWrites: how many writes may wait for their turn.
    ///   - warn: told what is dangerous but was asked for.
    func openStore(
        _ settings: Settings, readTime: Duration = .seconds(10), waitingWrites: Int = 1024,
        metrics: any MetricsFactory = NOOPMetricsHandler.instance,
        warn: (String) -> Void = Self.warn
    ) throws -> SQLiteStore {
        let path = try path(settings)
        if let warning = Self.remoteWarning(path) {
            guard try settings.flag(allowNetworkDatabase, "allow-network-database") else {
                throw CommandFailure(
                    .configuration, "\(warning), or say --allow-network-database if nothing but this program ever opens it.")
            }
            warn(warning)
        }
        let acceptsLoss = try settings.flag(acceptLoss, "accept-loss")
        let ids = ResourceIDGenerator(now: Timestamp.now)
        do throws(StoreOpenError) {
            let store = try SQLiteStore(
                at: .file(path), acceptsLoss: acceptsLoss, readTime: readTime, waitingWrites: waitingWrites, metrics: metrics,
                now: Timestamp.now, makeID: { ids.next() })
            try store.migrate(note: warn)
            return store
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Opens the store as it is, and changes nothing.
    ///
    /// - Parameters:
    ///   - readTime: what one read may take.
    ///   - warn: told what is dangerous.
    func openStoreReadOnly(
        _ settings: Settings, readTime: Duration = .seconds(10), metrics: any MetricsFactory = NOOPMetricsHandler.instance,
        warn: (String) -> Void = Self.warn
    ) throws -> SQLiteStore {
        let path = try path(settings)
        if let warning = Self.remoteWarning(path) { warn(warning) }
        do throws(StoreOpenError) {
            return try SQLiteStore(readOnlyAt: path, readTime: readTime, metrics: metrics, now: Timestamp.now)
        } catch {
            throw CommandFailure(error)
        }
    }
}
