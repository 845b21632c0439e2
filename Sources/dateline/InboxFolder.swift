import Glibc

/// A folder that can be watched without watching the program's own files.
struct InboxFolder {
    /// Absolute, with links resolved.
    let path: String
    /// Where the database lies or will lie, likewise.
    let dataFolder: String
    /// As it was given, for messages.
    private let given: String

    /// - Throws: ``CommandFailure`` where it isn't there, can't be read, or lies around or in the database's folder.
    init(_ given: String, database: String) throws {
        self.given = given
        guard !given.isEmpty else { throw CommandFailure(.usage, "--inbox needs the path of a folder.") }
        guard let path = Self.resolve(given) else {
            throw CommandFailure(
                errno == EACCES ? .noPermission : .noInput, "the inbox \(given) isn't there or can't be reached; create it first.")
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw CommandFailure(.configuration, "the inbox \(given) is no folder.")
        }
        guard access(path, R_OK | X_OK) == 0 else {
            throw CommandFailure(.noPermission, "the inbox \(given) may not be read by this user.")
        }
        let dataFolder = Self.folder(of: database)
        guard !Self.contains(dataFolder, path), !Self.contains(path, dataFolder) else {
            throw CommandFailure(.configuration, "the inbox \(given) and the database's folder \(dataFolder) may not lie in one another.")
        }
        self.path = path
        self.dataFolder = dataFolder
    }

    /// - Throws: ``CommandFailure`` where files can't be moved in it.
    func requireWritable() throws {
        guard access(path, W_OK | X_OK) != 0 else { return }
        if errno == EROFS {
            throw CommandFailure(
                .configuration,
                "--inbox-mode consume moves files, and the inbox \(given) is mounted read-only; mount it writable, or use sync, which only reads."
            )
        }
        throw CommandFailure(
            .noPermission,
            "--inbox-mode consume moves files, and the inbox \(given) may not be written by this user; let it, or use sync, which only reads."
        )
    }

    private static func contains(_ outer: String, _ inner: String) -> Bool {
        inner == outer || inner.hasPrefix(outer == "/" ? "/" : outer + "/")
    }

    /// Links are resolved as far as the folders exist.
    private static func folder(of database: String) -> String {
        let folder = PathParts(database).folder
        if let resolved = resolve(folder) { return resolved }
        let parts = PathParts(folder)
        return (resolve(parts.folder) ?? parts.folder) + "/" + parts.name
    }

    private static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
