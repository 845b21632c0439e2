/// A set of words that are numbers: hashed already, they need none of what a set does to make hashes of its own.
struct StemSet {
    private var slots: [UInt64] = []
    private var count = 0
    private var shift: UInt64 = 0

    /// Odd, and another in each process: no page can be made so that its words all want the same slot.
    private static let factor = UInt64.random(in: 0...UInt64.max) | 1
    private static let smallest = 1024

    /// - Parameter stem: not 0, which stands for none.
    mutating func insert(_ stem: UInt64) {
        if count * 2 >= slots.count { grow() }
        let slot = slot(of: stem)
        guard slots[slot] != stem else { return }
        slots[slot] = stem
        count += 1
    }

    func contains(_ stem: UInt64) -> Bool { count > 0 && slots[slot(of: stem)] == stem }

    /// That of the stem, or the empty one where it would be.
    private func slot(of stem: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (stem &* Self.factor) >> shift)
        while slots[slot] != 0, slots[slot] != stem { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        let stems = slots.filter { $0 != 0 }
        let size = max(Self.smallest, slots.count * 2)
        slots = Array(repeating: 0, count: size)
        shift = UInt64(64 - size.trailingZeroBitCount)
        for stem in stems { slots[slot(of: stem)] = stem }
    }
}
