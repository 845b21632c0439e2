import DatelineModels
import GRDB

/// Tests row after row against a text query: by a look-up in the index for each, or by all matches, read once and kept as bits.
/// A look-up costs as much as reading some hundred matches. So where many rows are to be tested, or more are than was thought,
/// all matches are read.
struct TextTester {
    /// How many matches are read in the time of one look-up.
    static let matchesPerLookup = 400

    private let condition: TextCondition
    /// Look-ups left.
    private var lookups: Int
    private var matches: KeySet?

    /// - Parameters:
    ///   - matches: about how many rows match.
    ///   - rows: about how many rows will be tested.
    init(_ condition: TextCondition, matches: Int, rows: Int) {
        self.condition = condition
        let affordable = matches / Self.matchesPerLookup
        // Each look-up of a beginning would gather all words that begin so anew.
        lookups = condition.hasPrefixes || rows > affordable ? 0 : affordable * 2
    }

    mutating func accepts(_ key: Int64, _ db: Database) throws -> Bool {
        if let matches { return matches.contains(key) != condition.isNegated }
        lookups -= 1
        if lookups < 0 {
            var all = KeySet()
            try db.forEachRow(of: condition.matches) { all.insert($0.integer(0)) }
            matches = all
            return all.contains(key) != condition.isNegated
        }
        let lookup = SQLText(
            "SELECT rowid FROM \(condition.index) WHERE \(condition.index) MATCH ? AND rowid = ?", .text(condition.expression),
            .integer(key)
        )
        return try db.firstRow(of: lookup) { _ in true } ?? false != condition.isNegated
    }
}

/// A set of small non-negative keys, one bit each.
struct KeySet {
    private var words: [UInt64] = []

    mutating func insert(_ key: Int64) {
        guard key >= 0 else { return }
        let word = Int(key >> 6)
        if word >= words.count { words += [UInt64](repeating: 0, count: max(word + 1 - words.count, words.count)) }
        words[word] |= 1 << UInt64(key & 63)
    }

    func contains(_ key: Int64) -> Bool {
        guard key >= 0, Int(key >> 6) < words.count else { return false }
        return words[Int(key >> 6)] & 1 << UInt64(key & 63) != 0
    }
}
