import DatelineSQLite

extension DatabaseOptions {
    /// One line on what can happen to a database; nil where it lies, or will lie, on a disk of this machine.
    static func remoteWarning(_ path: String) -> String? {
        RemoteFileSystem.name(at: path).map { name in
            "the database \(path) lies on \(name): shared memory and locks can't be relied on there, and it may be damaged; "
                + "put it on a disk of this machine"
        }
    }

    static func warn(_ text: String) {
        StandardStreams.writeError("dateline: warning: \(text)\n")
    }
}
