import DatelineModels

/// Known files that were seen to go. They are not taken as deleted at once: the same content may come up under another name, and
/// many going together may be a disk that went.
struct VanishedFiles: Sendable {
    /// How long nothing more may go before the few that went are taken as deleted.
    static let quiet = Duration.milliseconds(500)
    /// Beyond this many only a look through the whole folder can tell.
    static let most = 50

    private(set) var paths: Set<ImportPath> = []
    private(set) var due: Duration?

    mutating func add(_ path: ImportPath, at now: Duration) {
        paths.insert(path)
        due = now + Self.quiet
    }

    mutating func remove(_ path: ImportPath) {
        paths.remove(path)
        if paths.isEmpty { due = nil }
    }

    mutating func takeAll() -> Set<ImportPath> {
        defer { self = VanishedFiles() }
        return paths
    }
}
