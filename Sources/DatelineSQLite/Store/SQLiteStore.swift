public import DatelineModels
import Foundation
import GRDB
public import Metrics
import SQLiteMigrations

/// Where a store keeps its data.
public enum StoreLocation: Hashable, Sendable {
    /// The path of a file, made if there is none.
    case file(String)
    /// Gone when the store is closed; for tests.
    case memory
}

/// All of Dateline's data in one SQLite file: articles, entities, events, tags, the log of changes and the ledger of imports.
///
/// One process at a time; everything is read in snapshots beside the one writer. What a write method returned is on the disk.
public struct SQLiteStore: Sendable {
    public let articles: any ArticleRepository
    /// The same for work that no request waits for: its reads take as long as they take.
    public let backgroundArticles: any ArticleRepository
    public let entities: any EntityRepository
    public let events: any EventRepository
    public let tags: any TagRepository
    public let sources: any SourceRepository
    public let changes: any ChangeLog
    public let answers: any AnswerStore
    public let imports: any ImportLedger
    public let readings: any ReadingRepository
    public let health: any StoreHealth
    /// Rings once the store refuses all writes for good.
    public let alarm: StoreAlarm
    /// Searches stored articles for names that are new; to be run beside the services.
    public let relinker: Relinker
    /// Keeps the full-text index in few pieces while much is imported; to be run beside the services.
    public let textIndexMerger: TextIndexMerger
    /// Takes up what was exported.
    public let restore: StoreRestore

    let opened: OpenedDatabase
    let writer: Writer
    let reader: Reader
    private let names: NameBook

    /// Opens a store, and brings nothing up to date yet: see ``migrate()``.
    ///
    /// - Parameters:
    ///   - now: the wall clock, for record times.
    ///   - makeID: gives each new resource its id; ascending ids make the store faster.
    ///   - acceptsLoss: opens the file even where its log is missing or damaged after a crash, or another file's, which is moved away.
    ///   - readTime: what one read may take that a request waits for.
    ///   - waitingWrites: how many writes may wait for their turn; further ones are `.overloaded`.
    ///   - metrics: where figures of writing are kept.
    /// - Throws: ``StoreOpenError``. A file that is refused isn't changed.
    public init(
        at location: StoreLocation, acceptsLoss: Bool = false, readTime: Duration = .seconds(10), waitingWrites: Int = 1024,
        metrics: any MetricsFactory = NOOPMetricsHandler.instance, now: @escaping @Sendable () -> Timestamp,
        makeID: @escaping @Sendable () -> ResourceID
    ) throws(StoreOpenError) {
        let opened = try OpenedDatabase(location, acceptsLoss: acceptsLoss)
        self.init(opened, isReadOnly: false, readTime: readTime, waitingWrites: waitingWrites, metrics: metrics, now: now, makeID: makeID)
    }

    /// Opens a file to read it, whether another process writes it or not: it isn't locked, migrated or changed, and every write
    /// is refused with `.unavailable(.readOnly)`.
    ///
    /// - Throws: ``StoreOpenError``; `.damaged` where migrations are missing.
    public init(
        readOnlyAt path: String, readTime: Duration = .seconds(10), metrics: any MetricsFactory = NOOPMetricsHandler.instance,
        now: @escaping @Sendable () -> Timestamp
    ) throws(StoreOpenError) {
        self.init(
            try OpenedDatabase(readOnly: path), isReadOnly: true, readTime: readTime, waitingWrites: 0, metrics: metrics, now: now,
            makeID: { ResourceID(high: 0, low: 0) })
    }

    private init(
        _ opened: OpenedDatabase, isReadOnly: Bool, readTime: Duration, waitingWrites: Int, metrics: any MetricsFactory,
        now: @escaping @Sendable () -> Timestamp, makeID: @escaping @Sendable () -> ResourceID
    ) {
        self.opened = opened
        names = NameBook()
        let (linking, merging) = (WorkSignal(), WorkSignal())
        alarm = StoreAlarm()
        writer = Writer(
            database: opened.database, queueLimit: waitingWrites, watch: opened.watch, room: opened.filePath.map { StoreRoom(path: $0) },
            names: names, now: now,
            makeID: makeID,
            refusal: isReadOnly ? .unavailable(.readOnly, cause: "the service runs read-only") : nil, alarm: alarm, metrics: metrics,
            linkingNeeded: { linking.send() }, bulkIndexed: { merging.send() }
        )
        let reader = Reader(database: opened.database, limit: Int32(clamping: Int64(readTime / .milliseconds(1)))) {
            [writer] in writer.refuse($0, isBroken: true, damage: $1)
        }
        self.reader = reader
        let background = reader.unlimited
        articles = SQLiteArticleRepository(reader: reader, writer: writer)
        backgroundArticles = SQLiteArticleRepository(reader: background, writer: writer)
        entities = SQLiteEntityRepository(reader: reader, writer: writer)
        events = SQLiteEventRepository(reader: reader, writer: writer)
        tags = SQLiteTagRepository(reader: reader, writer: writer)
        sources = SQLiteSourceRepository(reader: reader, writer: writer)
        changes = SQLiteChangeLog(reader: reader)
        answers = SQLiteAnswerStore(reader: reader, writer: writer, now: now)
        imports = SQLiteImportLedger(reader: reader, background: background, writer: writer, names: names)
        readings = SQLiteReadingRepository(reader: reader, background: background, writer: writer, names: names)
        health = SQLiteStoreHealth(reader: reader, writer: isReadOnly ? nil : writer)
        relinker = Relinker(
            reader: background, writer: writer, signal: linking,
            searched: Counter(label: "dateline_linking_searched_articles_total", factory: metrics))
        textIndexMerger = TextIndexMerger(
            path: opened.filePath, reader: background, writer: writer, signal: merging,
            steps: Counter(label: "dateline_text_index_merge_steps_total", factory: metrics))
        restore = StoreRestore(writer: writer)
    }

    /// Runs the migrations that the file hasn't had, each in a transaction of its own, and makes the store ready for use. A file that
    /// has had others is copied first, if there is room: see ``MigrationCopy``.
    ///
    /// - Parameter note: told of the copy, or why there is none.
    /// - Throws: ``StoreOpenError`` `.newerSchema`, `.damaged`, `.io`.
    public func migrate(note: (String) -> Void = { _ in }) throws(StoreOpenError) {
        if let copy = try MigrationCopy(opened) { try copy.make(note) }
        try opened.translating {
            try Migrations.migrator.migrate(opened.database)
            try opened.database.read { try names.load($0) }
        }
    }

    /// Looks whether the database is still where it was opened; ``alarm`` rings if it isn't.
    public func checkFiles() {
        writer.checkFiles()
    }

    /// How often a write of this store has found that another connection had written before it, which nothing else may do.
    public var foreignWrites: Int { writer.foreignWrites }

    /// The size of the log, in bytes: what isn't in the database file yet, and room that is used again. 0 for a store in memory.
    public var logBytes: Int64 { opened.filePath.map { StoreRoom(path: $0).logBytes } ?? 0 }

    /// Finishes the writes that wait, moves everything from the log into the file and closes it. Nothing can be done with the store afterwards.
    ///
    /// After a failed sync the log stays as it is, to be looked through by the next start.
    public func close() async throws(StoreOpenError) {
        await writer.finish()
        try opened.close(movesLog: !writer.isBroken)
    }
}

/// The plain SQL files, as GRDB runs them.
enum Migrations {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        for migration in SQLiteMigrations.all {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        return migrator
    }()
}
