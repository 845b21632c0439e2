import ArgumentParser
import Glibc

/// Where the database lies, for commands that only look at it.
struct DatabasePath: ParsableArguments {
    @Option(help: "The database file. Default: data/dateline.sqlite.")
    var database: String?

    /// - Throws: ``CommandFailure``, 66 where there is no such file.
    func existing(_ settings: Settings) throws -> String {
        let path = try settings.value(database, "database") ?? DatabaseOptions.defaultPath
        guard !path.isEmpty else { throw CommandFailure(.usage, "--database needs the path of a file.") }
        guard access(path, F_OK) == 0 else {
            let code = errno
            throw CommandFailure(code == EACCES ? .noPermission : .noInput, "the database \(path) isn't there or can't be reached.")
        }
        if let warning = DatabaseOptions.remoteWarning(path) { DatabaseOptions.warn(warning) }
        return path
    }
}
