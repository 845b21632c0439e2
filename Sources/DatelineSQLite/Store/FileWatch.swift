/// Notices that the database file or its log was deleted or replaced while it is open: SQLite alone would go on writing into
/// files that nobody can find any more, and acknowledge it.
struct FileWatch: Sendable {
    struct Lost: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) was deleted or replaced while it was open" }
    }

    private let files: [(path: String, identity: FileIdentity?)]

    /// - Parameter path: of a database that is open in WAL mode.
    init(path: String) {
        files = [path, path + "-wal"].map { ($0, FileIdentity($0)) }
    }

    /// Whether the path still leads to a database, if only to another one.
    var hasDatabase: Bool { files.first.map { FileIdentity($0.path) != nil } ?? false }

    /// Notes for the next start that the database is damaged. Of another file that lies there by now nothing is known.
    func mark(_ damage: String) {
        guard (try? check()) != nil, let path = files.first?.path else { return }
        // A file whose head can't be read is refused by each start for that alone.
        if let incarnation = Incarnation(ofOpenFile: path) { DamageMark(of: path).set(incarnation, damage) }
    }

    func check() throws(Lost) {
        for file in files where FileIdentity(file.path) != file.identity || file.identity == nil {
            throw Lost(path: file.path)
        }
    }
}
