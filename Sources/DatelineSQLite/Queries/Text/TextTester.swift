import DatelineModels
import GRDB

/// Tests row after row against a text query: the first ones by a look-up in the index, which is quick where the words are
/// common; should the search go on for long, all matches are read once and kept as bits.
struct TextTester {
    private static let lookupLimit = 2000

    private let condition: TextCondition
    private var lookups = 0
    private var matches: KeySet?

    init(_ condition: TextCondition) {
        self.condition = condition
        // Each look-up of a beginning would gather all words that begin so anew.
        if condition.hasPrefixes { lookups = Self.lookupLimit }
    }

    mutating func accepts(_ key: Int64, _ db: Database) throws -> Bool {
        if let matches { return matches.contains(key) != condition.isNegated }
        lookups += 1
        if lookups > Self.lookupLimit {
            var all = KeySet()
            try db.forEachRow(of: condition.matches) { all.insert($0.integer(0)) }
            matches = all
            return all.contains(key) != condition.isNegated
        }
        let lookup = SQLText(
            "SELECT rowid FROM \(condition.index) WHERE \(condition.index) MATCH ? AND rowid = ?", .text(condition.expression), .integer(key)
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
