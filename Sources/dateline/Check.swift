import ArgumentParser
import DatelineSQLite
import Glibc

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Go through a database and say whether it is well, also while the service runs.",
        discussion: """
            Looks at pages and indexes, references, links, counts, the log of changes, the texts and the full-text indexes. Writes nothing.
            Ends with 0, or with 65 and the names of the parts that are faulty. It reads everything: a large database takes its time.
            With --repair the full-text indexes are made anew from the texts first. Nothing else is changed, and no service may have the
            database meanwhile (75).
            """
    )

    @OptionGroup var databasePath: DatabasePath

    @Flag(help: "Make the full-text indexes anew before looking, with the service stopped.")
    var repair = false

    func run() async throws {
        let settings = Settings()
        let path = try databasePath.existing(settings)
        var failure: (any Error)?
        func write(_ text: String) {
            if failure == nil, !StandardStreams.writeOutput(text) { failure = StandardStreams.failure() }
        }
        let repairs = try settings.flag(repair, "repair")
        var faulty: [CheckedPart] = []
        do throws(StoreOpenError) {
            if repairs { write("made anew: \(try StoreRepair(of: path).run().joined(separator: ", "))\n") }
            try StoreCheck(of: path).run { part in
                if !part.faults.isEmpty { faulty.append(part) }
                write(Self.lines(part))
            }
        } catch {
            throw CommandFailure(error)
        }
        guard faulty.isEmpty else {
            let remedy =
                !repairs && faulty.allSatisfy(\.isRepairable)
                ? "stop the service and run dateline check --repair, which makes that anew from the texts." : "restore it from a backup."
            throw CommandFailure(.dataError, "\(path) is faulty: \(faulty.map(\.name).joined(separator: ", ")); \(remedy)")
        }
        do throws(StoreOpenError) { try StoreCheck(of: path).clearDamage() } catch { throw CommandFailure(error) }
        if let failure { throw failure }
    }

    private static func lines(_ part: CheckedPart) -> String {
        let name = part.name + String(repeating: " ", count: max(1, 48 - part.name.count))
        let rows = part.rows.map(String.init) ?? "-"
        let padding = String(repeating: " ", count: max(1, 12 - rows.count))
        let faults = part.faults.map { "    \($0)\n" }.joined()
        return "\(name)\(padding)\(rows)  \(part.faults.isEmpty ? "ok" : "FAULTY")\n\(faults)"
    }
}
