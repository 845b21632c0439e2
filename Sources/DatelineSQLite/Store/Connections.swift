import CSQLiteShim
import DatelineModels
import GRDB
import SQLiteMigrations

/// How the connections of a store are set up, and what is proven of them before anything is written.
enum Connections {
    /// Those that go through a whole set may be given five, so that one is left for reads by key.
    static let readers = 6
    static let logLimit = 64 * 1024 * 1024

    /// Done once, before anything opens a database. Where something else has opened one before, SQLite refuses, which costs
    /// speed and nothing else.
    ///
    /// The row of an article is in a dozen indexes, so that SQLite's limit for statement journals in memory (64 KB) is soon passed,
    /// and each further statement of the transaction writes the pages it changes to a temporary file first. It must stay below
    /// 128 KiB: what is spilled is written at once, of which SQLite's unix layer takes the length modulo 128 KiB, and nothing
    /// written is a full disk to it.
    static let isSQLiteConfigured =
        dateline_sqlite_disable_memory_statistics() == 0 && dateline_sqlite_set_statement_journal_limit(112 * 1024) == 0

    /// Likewise, but also later: what was read before isn't counted. See ``ReadFailures``.
    private static let areFailedReadsCounted = dateline_sqlite_count_failed_reads() == 0

    static func configuration(readOnly: Bool = false) -> Configuration {
        _ = isSQLiteConfigured
        _ = areFailedReadsCounted
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = readers
        configuration.label = "dateline"
        configuration.prepareDatabase { db in
            let code = dateline_sqlite_harden(db.sqliteConnection)
            guard code == 0 else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "the connection can't be hardened")
            }
            try RelevanceScore.register(db)
            let isReader = db.configuration.readonly
            // In memory the journal of a savepoint is a list, walked anew after every statement: quadratic in long transactions.
            // The pages are in the kernel's cache anyway: what is kept here spares system calls, and is memory of ours. The writer
            // walks over all indexes at each commit, and shouldn't write pages out before that.
            try db.execute(
                sql: """
                    PRAGMA cache_size = \(isReader ? -8192 : -12288);
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA temp_store = \(isReader ? "MEMORY" : "FILE");
                    PRAGMA journal_size_limit = \(logLimit);
                    PRAGMA wal_autocheckpoint = 0;
                    """)
        }
        return configuration
    }

    /// A new, empty database file that says whose it is, in the file itself and not in a log; and that there is a log from now on, so that
    /// opening it makes no rollback journal, which a killed process would leave.
    static func mark(_ path: String) throws {
        var configuration = configuration()
        configuration.journalMode = .default
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID); PRAGMA journal_mode = WAL")
            _ = try db.checkpoint(.truncate)
        }
        try queue.close()
    }

    /// Reads an existing file without changing it: refuses other programs' files and newer schemas.
    ///
    /// - Returns: the result of the quick check where the file is small enough to do it at once; nil: sound or not looked at.
    static func inspect(_ path: String, quickCheck: Bool) throws {
        // A file without log is complete by itself; told so, SQLite makes no files beside it.
        let name = StoreFile.status(path + "-wal") == nil ? ReadOnlyDatabase.immutableURI(path) : path
        let queue = try DatabaseQueue(path: name, configuration: configuration(readOnly: true))
        do {
            try queue.read { db in
                guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == StoreFile.applicationID else {
                    throw StoreOpenError.otherApplication(path: path)
                }
                if let migration = try unknownMigration(db) { throw StoreOpenError.newerSchema(path: path, migration: migration) }
                if quickCheck, let fault = try StoreFaults.ofPagesQuickly(db) { throw StoreOpenError.damaged(path: path, reason: fault) }
            }
        } catch {
            try queue.close()
            throw error
        }
        try queue.close()
    }

    private static func unknownMigration(_ db: Database) throws -> String? {
        guard try db.tableExists("grdb_migrations") else { return nil }
        let known = Set(SQLiteMigrations.all.map(\.name))
        return try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier").first { !known.contains($0) }
    }

    /// GRDB sets `synchronous` back to NORMAL while it opens a pool, which would leave commits unsynced: FULL is set after that,
    /// and read back with all else that durability and integrity rest on.
    static func makeDurable(_ database: any DatabaseWriter, path: String, isFile: Bool) throws {
        if isFile { dateline_sqlite_set_temporary_folder(StoreFile.directory(of: path)) }
        try database.writeWithoutTransaction { db in
            if isFile {
                try db.execute(sql: "PRAGMA synchronous = FULL")
                dateline_sqlite_watch_log(db.sqliteConnection)
                guard dateline_sqlite_keep_log(db.sqliteConnection) == 0 else {
                    throw StoreOpenError.unsafeSetting(path: path, setting: "persistent log")
                }
            }
            func expect(_ pragma: String, _ value: String) throws {
                let found = try String.fetchOne(db, sql: "PRAGMA \(pragma)")
                guard found == value else { throw StoreOpenError.unsafeSetting(path: path, setting: "\(pragma) = \(value)") }
            }
            try expect("foreign_keys", "1")
            guard isFile else { return }
            try expect("synchronous", "2")
            try expect("journal_mode", "wal")
            // The writer moves the log itself, see ``StoreRoom``.
            try expect("wal_autocheckpoint", "0")
        }
    }
}
