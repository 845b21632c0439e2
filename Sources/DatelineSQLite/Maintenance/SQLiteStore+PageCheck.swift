import DatelineModels
import Foundation
import GRDB

/// What a look for broken pages has come to.
public enum PageCheck: Sendable, Equatable {
    case sound
    /// What is broken.
    case damaged(String)
    /// It couldn't be done, or not to its end.
    case unknown
}

extension SQLiteStore {
    /// The look holds up the log, which is begun anew behind it; beyond this it is given up.
    private static let longestLog = StoreRoom.longestLog / 4

    /// Looks for broken pages in a file that was too large to be looked through when it was opened; beside reads and writes, on a connection
    /// of its own that can't write. Where there are any, no further write is taken, ``alarm`` rings, and the next start is refused until
    /// ``StoreCheck`` finds nothing or another file lies there. See docs/decisions/0018.
    public func checkPages() async -> PageCheck {
        await checkPages(above: OpenedDatabase.quickCheckLimit, pause: .seconds(5))
    }

    /// - Parameters:
    ///   - size: of the file, in bytes; a smaller one is left alone.
    ///   - pause: before what was found is looked for once more.
    func checkPages(above size: Int, pause: Duration) async -> PageCheck {
        guard let path = opened.filePath, opened.watch != nil, let status = StoreFile.status(path), Int(status.st_size) > size else {
            return .sound
        }
        let first = await Self.look(path)
        guard case .damaged = first else { return first }
        // A page that couldn't be read may look like one that is broken; what it is some time later counts.
        guard (try? await Task.sleep(for: pause)) != nil else { return .unknown }
        let second = await Self.look(path)
        guard case .damaged(let reason) = second else { return second }
        writer.refuse(.unavailable(.storageError, cause: "the database is damaged: \(reason)"), isBroken: true, damage: reason)
        return second
    }

    private static func look(_ path: String) async -> PageCheck {
        let failures = ReadFailures()
        do {
            let queue = try DatabaseQueue(path: path, configuration: Connections.configuration(readOnly: true))
            defer { try? queue.close() }
            let room = StoreRoom(path: path)
            let watch = Task {
                while room.logBytes < longestLog { try await Task.sleep(for: .seconds(1)) }
                queue.interrupt()
            }
            defer { watch.cancel() }
            // In no transaction: what is broken may end one before its time.
            return try await queue.writeWithoutTransaction { try StoreFaults.ofPagesQuickly($0) }.map { .damaged($0) } ?? .sound
        } catch {
            return failures.damage(error).map { .damaged($0) } ?? .unknown
        }
    }
}
