import ArgumentParser
import Glibc

/// Whether the program may run as root. It reads whatever is put, or linked, into a folder, and takes requests from others: as root, a fault in
/// it would be a fault in everything.
struct RootOption: ParsableArguments {
    @Flag(help: "Run as root, although a fault of the program could then reach every file of the machine.")
    var allowRoot = false

    /// - Throws: ``CommandFailure``, 77, as root without being told.
    func check(_ settings: Settings) throws {
        guard Self.isRoot, try !isAllowed(settings) else { return }
        throw CommandFailure(
            .noPermission, "this is root; run it as a user of its own, whom its folders belong to, or say --allow-root.")
    }

    func isAllowed(_ settings: Settings) throws -> Bool { try settings.flag(allowRoot, "allow-root") }

    static var isRoot: Bool { geteuid() == 0 }
}
