/// A query for the rows that belong to some keys: written once, run either for one key or for a list of them in one go.
/// The first column of each row is the key's position in the list; the columns that were asked for begin at 1.
struct KeyedStatement {
    private let one: String
    private let many: String

    /// - Parameters:
    ///   - columns: what is wanted, with aliases.
    ///   - table: the first table with its alias.
    ///   - key: the column of `table` that holds the key.
    ///   - joins: more joins; empty or beginning with a join keyword.
    init(_ columns: String, from table: String, by key: String, joins: String = "") {
        one = "SELECT 0, \(columns) FROM \(table) \(joins) WHERE \(key) = ?"
        // CROSS JOIN keeps SQLite from turning the join around: the list leads, each of its keys is one look-up.
        many = "SELECT wanted.key, \(columns) FROM json_each(?) AS wanted CROSS JOIN \(table) ON \(key) = wanted.value \(joins)"
    }

    /// - Parameter keys: at least one.
    func query(_ keys: [Int64]) -> SQLText {
        keys.count == 1 ? SQLText(one, .integer(keys[0])) : SQLText(many, Codec.keyList(keys))
    }
}

/// Orders names as SQLite does: by the bytes of what they fold to.
enum FoldedOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        // Native strings have their bytes in one piece; comparing those at once is several times as fast.
        let known = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in precedes(left, right) }
        }
        return (known ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let common = min(left.count, right.count)
        var index = 0
        while index < common {
            if left[index] != right[index] { return left[index] < right[index] }
            index += 1
        }
        return left.count < right.count
    }
}
