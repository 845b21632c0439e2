import DatelineJSON
import Testing

/// The same sequence in every run.
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

@Suite struct ReaderFuzzTests {
    @Test func writtenValues_areReadBackTheSame() throws {
        var random = FixedRandom(state: 1)
        for _ in 0..<3_000 {
            let value = Self.value(depth: 0, &random)
            var writer = JSONWriter()
            writer.value(value)
            #expect(try JSONReader.read(writer.bytes) == value)
        }
    }

    @Test func damagedTexts_neverTrapAndWhatIsTakenIsStable() throws {
        var random = FixedRandom(state: 2)
        for _ in 0..<10_000 {
            var writer = JSONWriter()
            writer.value(Self.value(depth: 0, &random))
            var bytes = writer.bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) { Self.damage(&bytes, &random) }
            guard let value = try? JSONReader.read(bytes) else { continue }
            var second = JSONWriter()
            second.value(value)
            #expect(try JSONReader.read(second.bytes) == value)
        }
    }

    @Test func elementsOfAnyArray_areThoseOfTheWholeReader() throws {
        var random = FixedRandom(state: 3)
        for _ in 0..<2_000 {
            let elements = (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.value(depth: 1, &random) }
            var writer = JSONWriter()
            writer.value(.array(elements))
            var walk = try JSONArrayElements(writer.bytes)
            var walked: [JSONValue] = []
            while let element = try walk.next() { walked.append(try element.value.get()) }
            #expect(walked == elements)
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ random: inout FixedRandom) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert("\"\\{}[],:0e-\u{0}".utf8.randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeSubrange(place...)
        }
    }

    private static func value(depth: Int, _ random: inout FixedRandom) -> JSONValue {
        switch Int.random(in: 0..<(depth > 5 ? 5 : 7), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .number(JSONNumber(text: String(Int64.random(in: .min ... .max, using: &random))))
        case 3: return .number(JSONNumber(text: Double.random(in: -1e9...1e9, using: &random).description))
        case 4: return .string(text(&random))
        case 5: return .array((0..<Int.random(in: 0...5, using: &random)).map { _ in value(depth: depth + 1, &random) })
        default:
            let members = (0..<Int.random(in: 0...20, using: &random)).map { index in
                JSONObject.Member(name: "\(index)\(text(&random))", value: value(depth: depth + 3, &random))
            }
            return .object(JSONObject(members: members))
        }
    }

    private static func text(_ random: inout FixedRandom) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let range: ClosedRange<UInt32> = Bool.random(using: &random) ? 0...0x7F : 0x80...0x10FFFF
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
        }
        return String(text)
    }
}
