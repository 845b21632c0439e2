import Foundation
import GRDB

/// Whether there is room to write, on the disk and in the log. Refused in time, a write leaves room for what has to be put in order;
/// a disk that is full to the last byte doesn't.
struct StoreRoom: Sendable {
    /// Why nothing more is taken for now.
    enum Shortage: Error, Equatable {
        /// So many bytes are free.
        case disk(Int64)
        /// So many bytes are in the log, which somebody who reads an old state keeps from being used again.
        case log(Int64)
    }

    private static let mostReserve: Int64 = 16 * 1024 * 1024
    static let longestLog: Int64 = 1 << 30

    /// The database file.
    let path: String
    let longestLog: Int64
    /// How many pages the log gathers before they are moved into the database. One transaction of an import has some 2,500, and what two
    /// of them change alike is moved once. On a small disk it is less: a 64th of it, though no fewer than SQLite's own 1,000.
    let logPages: Int

    init(path: String, longestLog: Int64 = Self.longestLog) {
        self.path = path
        self.longestLog = longestLog
        let most = StoreFile.disk(of: path).map { Int($0.total / 64 / 4096) } ?? .max
        logPages = min(max(most, 1000), 4000)
    }

    /// What is asked before each transaction: two calls of the system.
    func shortage() -> Shortage? {
        if let free = shortDisk() { return .disk(free) }
        let log = logBytes
        return log > longestLog ? .log(log) : nil
    }

    var logBytes: Int64 { StoreFile.status(path + "-wal").map { Int64($0.st_size) } ?? 0 }

    /// What is free where that is less than the reserve: 16 MiB, or a fortieth of a small disk. The folder's import stops earlier.
    private func shortDisk() -> Int64? {
        guard let disk = StoreFile.disk(of: path), disk.total > 0 else { return nil }
        return disk.free < Self.reserve(ofDisk: disk.total) ? disk.free : nil
    }

    fileprivate static func reserve(ofDisk total: Int64) -> Int64 { min(mostReserve, total / 40) }

    /// Moves the log into the database as far as nobody needs it.
    ///
    /// - Returns: whether all of it was moved: then the next write uses it from its start again, and cuts it to its usual size.
    /// - Throws: what is fatal, a failed sync above all. The log is synced for this, and where an earlier commit wasn't, the kernel may
    ///   have dropped what no later sync will bring back. What else fails is tried again with the next commit.
    static func clearLog(_ db: Database) throws -> Bool {
        do {
            let result = try db.checkpoint(.passive)
            return result.walFrameCount == result.checkpointedFrameCount
        } catch  where !ErrorTranslation.isFatal(error) {
            return false
        }
    }
}

extension SQLiteStore {
    /// Where less is free than that, in bytes, clients' writes are refused; nil where it can't be told.
    public static func leastFreeBytes(at path: String) -> Int64? {
        StoreFile.disk(of: path).map { StoreRoom.reserve(ofDisk: $0.total) }
    }
}
