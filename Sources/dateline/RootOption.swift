import ArgumentParser
import Glibc

/// Whether the program may run as root. It reads whatever is put, or linked, into a folder, and takes requests from others: as root, a fault in
/// it would be a fault in everything. Where that was decided beforehand, as in the image, it is refused; elsewhere `doctor` warns of it, since
/// namespaces, containers and build machines often have no other user.
struct RootOption: ParsableArguments {
    @Flag(help: "Run as root also where DATELINE_ALLOW_ROOT=false refuses that, as in the container image.")
    var allowRoot = false

    /// - Throws: ``CommandFailure``, 77, as root where that is refused.
    func check(_ settings: Settings) throws {
        guard Self.isRoot, try !isAllowed(settings) else { return }
        throw CommandFailure(
            .noPermission, "this is root; run it as a user of its own, whom its folders belong to, or say --allow-root.")
    }

    func isAllowed(_ settings: Settings) throws -> Bool {
        try !settings.isSet("allow-root") || settings.flag(allowRoot, "allow-root")
    }

    static var isRoot: Bool { geteuid() == 0 }
}
