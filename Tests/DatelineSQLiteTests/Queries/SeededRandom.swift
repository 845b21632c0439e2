/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014): the same numbers on every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// Small numbers far more often than great ones.
    mutating func skewed(_ bound: Int) -> Int {
        let uniform = Double.random(in: 0..<1, using: &self)
        return min(bound - 1, Int(Double(bound) * uniform * uniform * uniform))
    }

    mutating func some<Element>(_ elements: [Element], _ count: ClosedRange<Int>) -> [Element] {
        (0..<Int.random(in: count, using: &self)).map { _ in pick(elements) }
    }
}
