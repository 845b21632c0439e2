import Synchronization

/// The identity of any resource: a UUID (RFC 9562), written in lower case. Ids made here are version 7 and ascend.
public struct ResourceID: Hashable, Sendable, Comparable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the canonical form: 36 characters, lower case. nil for everything else.
    public init?(_ text: some StringProtocol) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var position = 0
        for byte in text.utf8 {
            switch position {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return nil }
            case 0..<36:
                let digit: UInt64
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
                case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte - UInt8(ascii: "a") + 10)
                default: return nil
                }
                if position < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
            default: return nil
            }
            position += 1
        }
        guard position == 36 else { return nil }
        self.init(high: high, low: low)
    }

    /// nil unless exactly 16 bytes, in network order.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var parts: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes.enumerated() {
            if index < 8 { parts.0 = parts.0 << 8 | UInt64(byte) } else { parts.1 = parts.1 << 8 | UInt64(byte) }
        }
        self.init(high: parts.0, low: parts.1)
    }

    /// 16 bytes in network order; they compare as the ids do.
    public var bytes: [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - $0 % 8 * 8)) }
    }

    /// Whether a client may choose this id for what it creates: neither nil nor max (RFC 9562 §5.9, §5.10) and of the variant of RFC 9562.
    public var isAssignable: Bool {
        low >> 62 == 0b10
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }
}

extension ResourceID: CustomStringConvertible {
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for part in [high, low] {
                var shift: UInt64 = 64
                while shift > 0 {
                    if position == 8 || position == 13 || position == 18 || position == 23 {
                        buffer[position] = UInt8(ascii: "-")
                        position += 1
                    }
                    shift -= 4
                    let digit = UInt8(truncatingIfNeeded: part >> shift & 0xf)
                    buffer[position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                    position += 1
                }
            }
            return 36
        }
    }
}

/// Makes version 7 ids that strictly ascend within the process, also when the clock steps back (RFC 9562 §6.2, method 1:
/// a counter in `rand_a` and the bits below it, seeded anew each millisecond).
public final class ResourceIDGenerator: Sendable {
    private struct State {
        var milliseconds: UInt64 = 0
        var counter: UInt64 = 0
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Timestamp

    /// - Parameter now: the wall clock.
    public init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    public func next() -> ResourceID {
        let milliseconds = UInt64(max(0, now().milliseconds))
        let random = UInt64.random(in: 0...UInt64.max)
        return state.withLock { state in
            // 26 bits count (12 in rand_a, 14 on top of rand_b), the rest of rand_b is random.
            if milliseconds > state.milliseconds {
                state.milliseconds = milliseconds
                state.counter = random >> 40 & 0xff_ffff
            } else {
                state.counter += 1 + (random >> 60)
                if state.counter >= 1 << 26 {
                    state.milliseconds += 1
                    state.counter = 0
                }
            }
            let high = state.milliseconds << 16 | 0x7000 | state.counter >> 14
            let low = 0b10 << 62 | (state.counter & 0x3fff) << 48 | random & 0xffff_ffff_ffff
            return ResourceID(high: high, low: low)
        }
    }
}
