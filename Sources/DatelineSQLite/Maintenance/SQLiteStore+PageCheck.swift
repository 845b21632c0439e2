import DatelineModels
import Foundation
import GRDB

extension SQLiteStore {
    /// Looks for broken pages in a file that was too large to be looked through when it was opened; beside reads and writes, on a connection
    /// of its own that can't write. Where there are any, no further write is taken, ``alarm`` rings, and the next start is refused until
    /// ``StoreCheck`` finds nothing or another file lies there. See docs/decisions/0018.
    ///
    /// - Returns: what is broken; nil: nothing, or it couldn't be looked at, as when the task is cancelled.
    public func checkPages() async -> String? {
        await checkPages(above: OpenedDatabase.quickCheckLimit)
    }

    /// - Parameter size: of the file, in bytes; a smaller one is left alone.
    func checkPages(above size: Int) async -> String? {
        guard let path = opened.filePath, opened.watch != nil, let status = StoreFile.status(path), Int(status.st_size) > size else {
            return nil
        }
        // A page that couldn't be read once may look like one that is broken; what it is the second time counts.
        guard await Self.fault(path) != nil, let found = await Self.fault(path) else { return nil }
        if let incarnation = found.incarnation { DamageMark(of: path).set(incarnation, found.reason) }
        writer.refuse(.unavailable(.storageError, cause: "the database is damaged: \(found.reason)"), isBroken: true, isDamage: true)
        return found.reason
    }

    /// - Returns: with the incarnation where that can still be read; a file of which it can't is refused by each start for that alone.
    private static func fault(_ path: String) async -> (reason: String, incarnation: Incarnation?)? {
        do {
            let queue = try DatabaseQueue(path: path, configuration: Connections.configuration(readOnly: true))
            defer { try? queue.close() }
            // In no transaction: what is broken may end one before its time.
            return try await queue.writeWithoutTransaction { db in
                let number = try Int32.fetchOne(db, sql: "PRAGMA user_version")
                let incarnation = number.map { Incarnation(number: UInt32(bitPattern: $0)) }
                do {
                    return try StoreFaults.ofPagesQuickly(db).map { ($0, incarnation) }
                } catch  where Self.isDamage(error) {
                    return (Self.message(error), incarnation)
                }
            }
        } catch {
            return Self.isDamage(error) ? (Self.message(error), nil) : nil
        }
    }

    private static func isDamage(_ error: any Error) -> Bool {
        (error as? DatabaseError).map { [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains($0.resultCode) } ?? false
    }

    private static func message(_ error: any Error) -> String { (error as? DatabaseError)?.message ?? "a broken page" }
}
