import DatelineModels
import Foundation
import GRDB
import SQLiteMigrations

/// A copy of a database as it was before it is brought up to date, for those who want to go back to the version before.
///
/// It lies beside the database, named after the first migration that it lacks, is looked through like a backup, and stays until somebody
/// removes it. Where there isn't room for it the migration does without: it is undone as a whole if it fails.
struct MigrationCopy {
    /// What has to be left beside the copy, for the migration itself.
    private static let reserve: Int64 = 64 << 20

    private let database: any DatabaseWriter
    private let path: String
    private let target: String

    /// nil where none is due: for a new database, and one that is up to date.
    init?(_ opened: OpenedDatabase) throws(StoreOpenError) {
        guard opened.watch != nil else { return nil }
        let applied = try opened.translating {
            try opened.database.read { db in
                try db.tableExists("grdb_migrations") ? Set(String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")) : []
            }
        }
        guard !applied.isEmpty, let first = SQLiteMigrations.all.map(\.name).first(where: { !applied.contains($0) }) else { return nil }
        database = opened.database
        path = opened.path
        target = path + ".before-" + first
    }

    /// - Parameter note: told, in one line, of the copy or why there is none.
    func make(_ note: (String) -> Void) throws(StoreOpenError) {
        guard hasRoom else {
            note("there is no room to copy \(path) before it is brought up to date")
            return
        }
        do throws(BackupError) {
            let reading = try reading()
            // A migration that failed before has left one already.
            if let kept = keptReading, kept == reading { return }
            unlink(target)
            let partial = try BackupTarget(path: target).begin()
            do throws(BackupError) {
                try copy(to: partial, of: reading)
            } catch {
                partial.abandon()
                throw error
            }
            note("a copy of \(path) as it was is in \(target)")
        } catch {
            throw Self.refusal(error, path)
        }
    }

    private var hasRoom: Bool {
        var system = statvfs()
        guard statvfs(StoreFile.directory(of: path), &system) == 0 else { return false }
        let used = [path, path + "-wal"].reduce(Int64(0)) { $0 + Int64(StoreFile.status($1)?.st_size ?? 0) }
        return Int64(system.f_bavail) * Int64(system.f_frsize) >= used + Self.reserve
    }

    /// What the copy of an earlier try holds.
    private var keptReading: BackupCheck.Reading? {
        guard StoreFile.status(target) != nil, let kept = try? ReadOnlyDatabase(path: target) else { return nil }
        defer { kept.close() }
        return try? kept.read(needsSchema: false) { try BackupCheck.Reading($0) }
    }

    private func reading() throws(BackupError) -> BackupCheck.Reading {
        try translating { try database.read { try BackupCheck.Reading($0) } }
    }

    private func copy(to partial: PartialBackup, of reading: BackupCheck.Reading) throws(BackupError) {
        truncate(partial.path, 0)
        try translating {
            try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial.path]) }
        }
        try Incarnation.renew(file: partial.path)
        _ = try BackupCheck(partial.path, target: target, needsSchema: false).run(.init(first: reading, last: reading))
        try partial.finish()
    }

    private func translating<Value>(_ body: () throws -> Value) throws(BackupError) -> Value {
        do throws(StoreOpenError) { return try OpenedDatabase.translating(path, body) } catch { throw .source(error) }
    }

    private static func refusal(_ error: BackupError, _ path: String) -> StoreOpenError {
        switch error {
        case .source(let error): error
        case .unsound(_, let reason): .damaged(path: path, reason: reason)
        default: .io(path: path, reason: "it can't be copied before it is brought up to date: \(error)")
        }
    }
}
