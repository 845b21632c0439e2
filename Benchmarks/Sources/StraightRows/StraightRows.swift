import CSQLite
import Foundation

/// Copies all rows of a finished database into a fresh one with the same schema, straight through SQLite's C interface, with the
/// service's pragmas and transactions of about the same length, and prints how long the inserting took.
///
/// Usage: StraightRows FINISHED FRESH MILLISECONDS|xROWS text|no-text
///
/// The third argument says how long a transaction should take, or (with an x) how many articles it holds. Rows are read from
/// FINISHED a chunk at a time while the clock stands still.
@main
struct StraightRows {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let pace = Pace(arguments[3]), ["text", "no-text"].contains(arguments[4]) else {
            throw Failure(text: "usage: FINISHED FRESH MILLISECONDS|xROWS text|no-text")
        }
        _ = straight_disable_memory_statistics()
        let finished = try Connection(path: arguments[1], isReadOnly: true)
        let fresh = try Connection(path: arguments[2])
        // Those of the service's writer, see Connections in DatelineSQLite.
        for pragma in [
            "foreign_keys = ON", "cache_size = -12288", "cell_size_check = ON", "mmap_size = 0", "temp_store = FILE",
            "journal_mode = WAL", "journal_size_limit = 67108864", "wal_autocheckpoint = 4000", "synchronous = FULL",
        ] { try fresh.run("PRAGMA \(pragma)") }

        let withText = arguments[4] == "text"
        let source = try FinishedRows(finished)
        let copy = try RowCopy(into: fresh, tables: source.tables, pace: pace, withText: withText)
        while let chunk = try source.next() { try copy.insert(chunk) }
        try source.checkCopied(to: fresh)
        let report: [String: Any] = [
            "articles": copy.articles, "rows": copy.rows, "transactions": copy.transactions, "seconds": copy.elapsed / .seconds(1),
            "processor": copy.processor / .seconds(1),
        ]
        print(String(decoding: try JSONSerialization.data(withJSONObject: report, options: .sortedKeys), as: UTF8.self))
    }
}

struct Failure: Error {
    let text: String
}

/// When a transaction is long enough.
struct Pace {
    /// Articles in the next transaction.
    private(set) var group: Double
    private let goal: Duration?

    init?(_ text: String) {
        if text.hasPrefix("x"), let rows = Double(text.dropFirst()), rows >= 1 {
            group = rows
            goal = nil
        } else if let milliseconds = Int(text), milliseconds > 0 {
            group = 64
            goal = .milliseconds(milliseconds)
        } else {
            return nil
        }
    }

    /// Learns from a transaction, as the service does.
    mutating func note(_ duration: Duration) {
        guard let goal else { return }
        group = min(max(group * (0.5 + 0.5 * (goal / duration)), 8), 20_000)
    }
}
