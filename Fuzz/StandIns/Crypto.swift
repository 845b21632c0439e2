/// Stands in for swift-crypto where only targets of fuzzing need it: 32 bytes that depend on all that was put in, made fast.
///
/// It is no SHA-256. What is fuzzed must not depend on which digest it is.
public struct SHA256 {
    private var state: (UInt64, UInt64, UInt64, UInt64) = (0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344)

    public init() {}

    public mutating func update(data: some Sequence<UInt8>) {
        for byte in data {
            state.0 = (state.0 ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            state.1 = (state.1 &+ state.0) &* 0x9E37_79B9_7F4A_7C15
            state.2 = (state.2 ^ state.1 >> 29) &* 0xBF58_476D_1CE4_E5B9
            state.3 = (state.3 &+ state.2) ^ state.3 >> 31
        }
    }

    public func finalize() -> [UInt8] {
        [state.0, state.1, state.2, state.3].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
    }
}
