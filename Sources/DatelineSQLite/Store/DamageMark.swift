import Foundation

/// Tells the next start that a file was found damaged while it was in use: `NAME.damaged` beside it. It counts for the file it was made of,
/// which its ``Incarnation`` tells from one that is put in its place, until ``StoreCheck`` has found nothing.
struct DamageMark {
    private static let longest = 4096

    private let database: String
    private var path: String { database + ".damaged" }

    init(of database: String) {
        self.database = database
    }

    /// - Parameter reason: a line.
    /// - Returns: whether it is on the disk.
    @discardableResult
    func set(_ incarnation: Incarnation, _ reason: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        let bytes = Array("\(incarnation) \(reason)\n".utf8.prefix(Self.longest))
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else { return false }
        let folder = open(StoreFile.directory(of: database), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }

    /// What was found in the file of that incarnation; nil: nothing.
    func reason(of incarnation: Incarnation) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: Self.longest)
        let count = read(file, &buffer, buffer.count)
        guard count > 0 else { return nil }
        let words = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")[0].split(separator: " ", maxSplits: 1)
        guard words.first.flatMap({ Incarnation($0) }) == incarnation else { return nil }
        return words.count > 1 ? String(words[1]) : "broken pages"
    }

    /// - Returns: whether there is none any more.
    @discardableResult
    func remove() -> Bool {
        // On a file system that is read-only there is no removing even of what isn't there.
        access(path, F_OK) != 0 || unlink(path) == 0
    }
}
