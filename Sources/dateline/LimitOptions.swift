import ArgumentParser
import DatelineHTTP
import Glibc

/// What one client, and all together, may cost.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Set a limit, such as connections=200 or idle=30s; may be repeated. docs/operating.md lists them all with their defaults.",
            valueName: "name=value"))
    var limit: [String] = []

    /// Fewer open files than this, and the service would fail here and there instead of at its start.
    static let fewestFiles = 64
    /// What the database, the watched folder and the standard streams need beside the connections.
    private static let otherFiles = 128

    /// Something about the limits that ought to be different.
    struct Note {
        let text: String
        let advice: String
    }

    /// - Returns: the limits; what of them doesn't go together, and what was changed because of the system's own.
    /// - Throws: ``CommandFailure``: 64 for a wrong name or value, or for values that can't work together; 78 where the process may open too
    ///   few files.
    func limits(_ settings: Settings) throws -> (limits: ServiceLimits, notes: [Note]) {
        var limits = ServiceLimits()
        for text in settings.list(limit, "limit") {
            do throws(LimitSetting.Fault) {
                try limits.set(text)
            } catch {
                throw CommandFailure(.usage, "--limit: \(error).")
            }
        }
        let conflicts = limits.conflicts
        if conflicts.contains(where: \.isFatal) {
            throw CommandFailure(.usage, "--limit: \(conflicts.map { "\($0.text): \($0.advice)" }.joined(separator: "; ")).")
        }
        let notes = conflicts.map { Note(text: $0.text, advice: $0.advice) }
        let files = Self.openFiles()
        guard files >= Self.fewestFiles else {
            throw CommandFailure(
                .configuration,
                "the process may open \(files) files only, and needs \(Self.fewestFiles) at least; raise it (ulimit -n 4096).")
        }
        let possible = max(files - Self.otherFiles, files / 4)
        guard limits.connections > possible else { return (limits, notes) }
        limits.connections = possible
        let lowered = Note(
            text: "the process may open \(files) files only; connections are limited to \(possible)",
            advice: "raise it: ulimit -n 4096, or LimitNOFILE=4096 in a unit")
        return (limits, notes + [lowered])
    }

    /// How many files the process may open, raised as far as it may be.
    static func openFiles() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        let wanted = min(limit.rlim_max, 65_536)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }
}
