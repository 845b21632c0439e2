import ArgumentParser
import DatelineSQLite
import Glibc

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Go through a database and say whether it is well, also while the service runs.",
        discussion: """
            Looks at pages and indexes, references, links, counts, the log of changes, the texts and the full-text indexes. Writes nothing.
            Ends with 0, or with 65 and the names of the parts that are faulty. It reads everything: a large database takes its time.
            """
    )

    @OptionGroup var databasePath: DatabasePath

    func run() async throws {
        let path = try databasePath.existing(Settings())
        var faulty: [String] = []
        var failure: (any Error)?
        do throws(StoreOpenError) {
            try StoreCheck(of: path).run { part in
                if !part.faults.isEmpty { faulty.append(part.name) }
                if failure == nil, !StandardStreams.writeOutput(Self.lines(part)) { failure = StandardStreams.failure() }
            }
        } catch {
            throw CommandFailure(error)
        }
        guard faulty.isEmpty else {
            throw CommandFailure(.dataError, "\(path) is faulty: \(faulty.joined(separator: ", ")); restore it from a backup.")
        }
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
