import DatelineModels
import Foundation
import GRDB

/// How large a store is, and what waits in it; for those who watch over it.
public struct StoreFigures: Sendable {
    public var databaseBytes: Int64 = 0
    public var logBytes: Int64 = 0
    /// How often the log was moved into the database as a whole and begun anew, since the log was made.
    public var logRestarts: Int64 = 0
    /// What is left for this user where the database lies; nil for one in memory.
    public var freeBytes: Int64?
    /// Writes that wait for their turn, by line.
    public var waitingWrites: [String: Int] = [:]
    /// Entities that stored articles are still to be searched for; nil where the store couldn't be read.
    public var pendingEntities: Int64?
    /// The sequence of the last change; nil likewise.
    public var lastChange: Int64?
}

extension SQLiteStore {
    /// Cheap: looks at the files from outside, and reads two values by index.
    public func figures() async -> StoreFigures {
        var figures = StoreFigures()
        if let path = opened.filePath {
            figures.databaseBytes = StoreFile.status(path).map { Int64($0.st_size) } ?? 0
            figures.logBytes = logBytes
            figures.logRestarts = LogHeader.restarts(path + "-wal")
            figures.freeBytes = Self.freeBytes(at: path)
        }
        figures.waitingWrites = writer.waitingCounts
        let read = try? await reader.read { db in
            (
                try db.integer("SELECT count(*) FROM entity WHERE linking_pending > 0") ?? 0,
                try db.integer("SELECT max(sequence) FROM change") ?? 0
            )
        }
        (figures.pendingEntities, figures.lastChange) = (read?.0, read?.1)
        return figures
    }

    /// What is left for this user where `path` lies.
    public static func freeBytes(at path: String) -> Int64? {
        StoreFile.disk(of: path)?.free
    }
}

private enum LogHeader {
    /// The count that SQLite keeps in the log's header (file format §4.1). Closing our descriptor of the log gives up no lock of
    /// SQLite's: in WAL mode those are on the other two files.
    static func restarts(_ path: String) -> Int64 {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4)
        guard pread(descriptor, &bytes, 4, 12) == 4 else { return 0 }
        return bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}
