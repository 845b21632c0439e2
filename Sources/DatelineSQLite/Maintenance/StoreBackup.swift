import Foundation
import GRDB

/// What a backup holds.
public struct BackupSummary: Sendable, Hashable {
    public let articles: Int
    public let bytes: Int64
}

/// Why there is no backup. Each is one line that names the file.
public enum BackupError: Error, Sendable, CustomStringConvertible {
    /// The database can't be read.
    case source(StoreOpenError)
    /// The target is the database itself, or a file of it.
    case isSource(String)
    case exists(String)
    case isDirectory(String)
    /// Another backup writes to this name now.
    case inProgress(String)
    case cannotCreate(String, reason: String)
    case notRegular(String)
    case io(String, reason: String)
    /// The copy was made but isn't sound.
    case unsound(String, reason: String)
    /// The database was replaced, or opened and closed by others, again and again while it was copied.
    case unsettled(String)

    public var description: String {
        switch self {
        case .source(let error): error.description
        case .isSource(let path): "\(path) is the database itself; name another file for the backup."
        case .exists(let path): "\(path) is there already; a backup replaces nothing, name another file."
        case .isDirectory(let path): "\(path) is a folder; name a file in it."
        case .inProgress(let path): "\(path) is just being written by another backup."
        case .cannotCreate(let path, let reason): "\(path) can't be created: \(reason)."
        case .notRegular(let path): "\(path) is a device, which can hold no database; name a file."
        case .io(let path, let reason): "\(path) can't be written: \(reason)."
        case .unsound(let path, let reason):
            "the copy for \(path) isn't sound (\(reason)) and was removed; run dateline check on the database."
        case .unsettled(let path): "\(path) was opened, closed or replaced while it was copied; try again."
        }
    }
}

/// Copies a database while a service runs on it, or not.
public struct StoreBackup: Sendable {
    private static let attempts = 3

    private let source: String
    private let target: BackupTarget

    /// - Parameters:
    ///   - source: the database's path.
    ///   - target: a file that doesn't exist yet.
    public init(of source: String, to target: String) {
        self.source = source
        self.target = BackupTarget(path: target)
    }

    /// Makes a consistent copy under another name, syncs it, looks it through and only then gives it its name.
    ///
    /// The source is only read. Where this fails, nothing is left; killed, it leaves `<target>.partial`, which the next run removes.
    public func run() throws(BackupError) -> BackupSummary {
        do throws(StoreOpenError) {
            let database = try ReadOnlyDatabase(path: source)
            database.close()
        } catch {
            throw .source(error)
        }
        try target.check(source: source)
        let partial = try target.begin()
        do throws(BackupError) {
            let summary = try copy(to: partial.path)
            try partial.finish()
            return summary
        } catch {
            partial.abandon()
            throw error
        }
    }

    private func copy(to partial: String) throws(BackupError) -> BackupSummary {
        for _ in 0..<Self.attempts {
            truncate(partial, 0)
            guard let range = try vacuum(into: partial) else { continue }
            try Incarnation.renew(file: partial)
            return try BackupCheck(partial, target: target.path).run(range)
        }
        throw .unsettled(source)
    }

    /// - Returns: nil where the source was changed by other means than a running service's writes.
    private func vacuum(into partial: String) throws(BackupError) -> BackupCheck.Expected? {
        let database: ReadOnlyDatabase
        do throws(StoreOpenError) { database = try ReadOnlyDatabase(path: source) } catch { throw .source(error) }
        defer { database.close() }
        do {
            let first = try database.read { try BackupCheck.Reading($0) }
            try database.withoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial]) }
            let last = try database.read { try BackupCheck.Reading($0) }
            return database.isUnchanged ? BackupCheck.Expected(first: first, last: last) : nil
        } catch let error as StoreOpenError {
            throw .source(error)
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .source(.damaged(path: source, reason: error.message ?? "a broken page"))
            case .SQLITE_FULL: throw .io(target.path, reason: "there is no room left")
            default: throw .io(target.path, reason: error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
            }
        } catch {
            throw .io(target.path, reason: String(describing: error))
        }
    }
}
