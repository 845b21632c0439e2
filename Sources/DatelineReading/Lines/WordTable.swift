/// Finds values by words that are numbers, without the hash against crafted keys that a dictionary takes for each word of a page:
/// the keys are ours, and what is looked up never goes in.
struct WordTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value?]
    private let shift: UInt64

    /// - Parameter entries: at least one, none with the key 0.
    init(_ entries: [UInt64: Value]) {
        precondition(entries[0] == nil)
        // At most a quarter is taken, so that hardly a look-up goes beyond the first slot.
        let bits = max(4, 64 - entries.count.leadingZeroBitCount + 2)
        keys = Array(repeating: 0, count: 1 << bits)
        values = Array(repeating: nil, count: 1 << bits)
        shift = UInt64(64 - bits)
        for (key, value) in entries {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }

    subscript(key: UInt64) -> Value? {
        let slot = slot(of: key)
        return keys[slot] == key ? values[slot] : nil
    }

    func contains(_ key: UInt64) -> Bool { keys[slot(of: key)] == key && key != 0 }

    /// That of the key, or the empty one where it would be.
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }
}

extension WordTable where Value == Void {
    /// - Parameter words: between spaces and ends of lines.
    init(_ words: String) {
        let hashes = words.utf8Words { $0 == 0x20 || $0 == 0x0A }.map { WordScanner.hash(String($0)) }
        self.init(Dictionary(hashes.map { ($0, ()) }) { first, _ in first })
    }
}
