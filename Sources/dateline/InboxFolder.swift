import Foundation
import Glibc

/// Checks, before anything starts, that a folder can be watched without watching the program's own files.
enum InboxFolder {
    /// - Returns: the folder's absolute path with links resolved; nil where none is given.
    static func checked(_ path: String?, database: String) throws -> String? {
        guard let path else { return nil }
        guard !path.isEmpty else { throw CommandFailure(.usage, "--inbox needs the path of a folder.") }
        guard let resolved = resolve(path) else {
            throw CommandFailure(
                errno == EACCES ? .noPermission : .noInput, "the inbox \(path) isn't there or can't be reached; create it first.")
        }
        var status = stat()
        guard stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw CommandFailure(.configuration, "the inbox \(path) is no folder.")
        }
        guard access(resolved, R_OK | X_OK) == 0 else {
            throw CommandFailure(.noPermission, "the inbox \(path) may not be read by this user.")
        }
        let dataFolder = try folder(of: database)
        guard !contains(dataFolder, resolved), !contains(resolved, dataFolder) else {
            throw CommandFailure(.configuration, "the inbox \(path) and the database's folder \(dataFolder) may not lie in one another.")
        }
        return resolved
    }

    private static func contains(_ outer: String, _ inner: String) -> Bool {
        inner == outer || inner.hasPrefix(outer == "/" ? "/" : outer + "/")
    }

    /// Where the database lies or will lie, with links resolved as far as the folders exist.
    private static func folder(of database: String) throws -> String {
        let folder = (database as NSString).deletingLastPathComponent
        if let resolved = resolve(folder.isEmpty ? "." : folder) { return resolved }
        let above = (folder as NSString).deletingLastPathComponent
        return (resolve(above.isEmpty ? "." : above) ?? above) + "/" + (folder as NSString).lastPathComponent
    }

    private static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
