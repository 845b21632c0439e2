import DatelineJSON
import DatelineTestSupport
import Testing

@Suite struct ReaderTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let reason: JSONError.Reason
        var testDescription: String { name }

        init(_ text: String, _ reason: JSONError.Reason, _ name: String? = nil) {
            self.init(Array(text.utf8), reason, name ?? String(text.prefix(40)))
        }

        init(_ bytes: [UInt8], _ reason: JSONError.Reason, _ name: String) {
            self.name = name
            self.bytes = bytes
            self.reason = reason
        }
    }

    static let refused: [Refused] = [
        Refused("", .empty, "nothing"), Refused(" \r\n\t ", .empty, "spaces"),
        Refused(#"{"headline":"a",}"#, .unexpectedByte), Refused("[1,]", .unexpectedByte), Refused("[,1]", .unexpectedByte),
        Refused("/* a */ {}", .unexpectedByte), Refused("{} // a", .trailingContent), Refused("{'a':1}", .unexpectedByte),
        Refused("NaN", .unexpectedByte), Refused("Infinity", .unexpectedByte), Refused("-Infinity", .invalidNumber),
        Refused("01", .invalidNumber), Refused("+1", .unexpectedByte), Refused(".5", .unexpectedByte), Refused("1.", .invalidNumber),
        Refused("0x10", .trailingContent), Refused("1e", .invalidNumber), Refused("1e+", .invalidNumber), Refused("-", .invalidNumber),
        Refused("truE", .unexpectedByte), Refused("tru", .unexpectedEnd), Refused("nul", .unexpectedEnd), Refused("True", .unexpectedByte),
        Refused("[1 2]", .unexpectedByte), Refused("{\"a\" 1}", .unexpectedByte), Refused("{1:1}", .unexpectedByte),
        Refused("{\"a\":1", .unexpectedEnd), Refused("[", .unexpectedEnd), Refused("\"abc", .unexpectedEnd),
        Refused("\"\\", .unexpectedEnd),
        Refused("{} {}", .trailingContent), Refused("1\n2", .trailingContent), Refused("]", .unexpectedByte),
        Refused(#"{"headline":"a","headline":"b"}"#, .duplicateKey),
        Refused(#"{"headline":"a","headl\u0069ne":"b"}"#, .duplicateKey),
        Refused(#"{"x":{"a":1,"a":1}}"#, .duplicateKey, "duplicate in a nested object"),
        Refused("\"a\u{0}b\"", .controlCharacter, "raw NUL"), Refused("\"a\nb\"", .controlCharacter, "raw line feed"),
        Refused("\"a\tb\"", .controlCharacter, "raw tab"), Refused("\"\\n\u{1}\"", .controlCharacter, "raw control after an escape"),
        Refused(#""\x41""#, .invalidEscape), Refused(#""\u12G4""#, .invalidEscape), Refused(#""\u12"#, .invalidEscape),
        Refused(#""\ud800""#, .loneSurrogate), Refused(#""\udc00""#, .loneSurrogate), Refused(#""\ud800\u0041""#, .loneSurrogate),
        Refused(#""\ud800\ud800""#, .loneSurrogate),
        Refused([0x22, 0xFF, 0x22], .invalidUTF8, "FF"), Refused([0x22, 0xC0, 0xAF, 0x22], .invalidUTF8, "overlong"),
        Refused([0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, "encoded surrogate"),
        Refused([0x22, 0xE2, 0x82, 0x22], .invalidUTF8, "cut sequence"),
        Refused([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, "beyond U+10FFFF"),
        Refused([0x22, 0x5C, 0x6E, 0xFF, 0x22], .invalidUTF8, "FF after an escape"),
        Refused([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], .wrongEncoding, "UTF-16 LE with mark"),
        Refused([0xFE, 0xFF, 0x00, 0x7B], .wrongEncoding, "UTF-16 BE with mark"),
        Refused([0x7B, 0x00, 0x7D, 0x00], .wrongEncoding, "UTF-16 LE"), Refused([0x00, 0x7B, 0x00, 0x7D], .wrongEncoding, "UTF-16 BE"),
        Refused([0x7B, 0, 0, 0, 0x7D, 0, 0, 0], .wrongEncoding, "UTF-32 LE"), Refused([0, 0, 0, 0x7B], .wrongEncoding, "UTF-32 BE"),
        Refused([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x31], .unexpectedByte, "two marks"),
        Refused(String(repeating: "1", count: 65), .numberTooLong), Refused(String(repeating: "9", count: 1 << 20), .numberTooLong),
        Refused("0." + String(repeating: "1", count: 63), .numberTooLong),
        Refused("1e" + String(repeating: "0", count: 63), .numberTooLong),
        Refused(String(repeating: "[", count: 65) + String(repeating: "]", count: 65), .tooDeep, "arrays 65 deep"),
        Refused(String(repeating: "[", count: 511), .tooDeep, "arrays 511 deep"),
        Refused(String(repeating: "[", count: 512), .tooDeep, "512 deep"),
        Refused(String(repeating: "[", count: 200_000), .tooDeep, "200,000 deep"),
        Refused(String(repeating: "{\"a\":", count: 200_000), .tooDeep, "objects 200,000 deep"),
        Refused(object(keys: 1_001), .tooManyKeys, "1,001 keys"), Refused(object(keys: 100_000), .tooManyKeys, "100,000 keys"),
    ]

    @Test(arguments: refused) func read_whatIsNotStrictJSON_isRefusedWithReason(_ example: Refused) {
        #expect { try JSONReader.read(example.bytes) } throws: { ($0 as? JSONError)?.reason == example.reason }
    }

    static let accepted: [(String, JSONValue)] = [
        ("null", .null), (" true ", .bool(true)), ("\u{FEFF}false", .bool(false)), ("[]", .array([])), ("{ }", .object(JSONObject())),
        ("-0", .number(JSONNumber(text: "-0"))), ("1e400", .number(JSONNumber(text: "1e400"))),
        ("1.50E+02", .number(JSONNumber(text: "1.50E+02"))), ("\"a\"", .string("a")),
        (#""\u0000\"\\\/\b\f\n\r\t""#, .string("\0\"\\/\u{8}\u{C}\n\r\t")),
        (#""\u00e9\u20AC\ud83d\uDE00é€😀""#, .string("é€😀é€😀")),
        ("\"\u{7F}\u{2028}\"", .string("\u{7F}\u{2028}")),
        (
            "[1,[2],{\"a\":null}]",
            .array([
                .number(JSONNumber(text: "1")), .array([.number(JSONNumber(text: "2"))]),
                .object(JSONObject(members: [.init(name: "a", value: .null)])),
            ])
        ),
    ]

    @Test(arguments: accepted) func read_strictJSON_isTakenAsWritten(text: String, value: JSONValue) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == value)
        #expect(try JSONReader.read(Array("..\(text)..".utf8)[2...].dropLast(2)) == value)
    }

    @Test func read_namesCanonicallyEquivalentButOfOtherBytes_areDistinct() throws {
        guard case .object(let object) = try JSONReader.read(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)) else {
            Issue.record("no object")
            return
        }
        #expect(object.members.count == 2)
    }

    @Test func read_64Deep_isTaken() throws {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func read_numberOf64Bytes_isTaken() throws {
        let digits = String(repeating: "7", count: 64)
        #expect(try JSONReader.read(Array(digits.utf8)) == .number(JSONNumber(text: digits)))
    }

    @Test func read_manyKeysWhereAllowed_isLinear() throws {
        let limits = JSONLimits(keysPerObject: 200_000)
        let small = try time { _ = try JSONReader.read(Array(Self.object(keys: 40_000).utf8), limits: limits) }
        let large = try time { _ = try JSONReader.read(Array(Self.object(keys: 160_000).utf8), limits: limits) }
        // Quadratic would be sixteen times as long; the rest allows for what a busy machine does to caches.
        #expect(large < small * 8 + .milliseconds(50), "\(small) and \(large)")
    }

    @Test func read_duplicateAmongManyKeys_isFound() {
        let text = Self.object(keys: 900).dropLast() + ",\"k17\":0}"
        #expect { try JSONReader.read(Array(text.utf8)) } throws: {
            ($0 as? JSONError)?.reason == .duplicateKey && ($0 as? JSONError)?.detail.contains("\"k17\"") == true
        }
    }

    @Test func read_tooManyValues_isRefused() {
        let text = "[" + String(repeating: "1,", count: 1_000_001) + "1]"
        #expect { try JSONReader.read(Array(text.utf8)) } throws: { ($0 as? JSONError)?.reason == .tooManyValues }
    }

    @Test func error_tellsLineAndOffset() {
        #expect { try JSONReader.read(Array("{\n \"a\": 1,\n \"b\": x\n}".utf8)) } throws: {
            ($0 as? JSONError)?.line == 3 && ($0 as? JSONError)?.byteOffset == 17
        }
    }

    @Test func error_echoesNoMoreThan100Characters() {
        let name = String(repeating: "k\\u0007", count: 5_000)
        #expect { try JSONReader.read(Array("{\"\(name)\":1,\"\(name)\":2}".utf8)) } throws: { error in
            guard let detail = (error as? JSONError)?.detail else { return false }
            return detail.count < 160 && !detail.unicodeScalars.contains { $0.value < 0x20 }
        }
    }

    static func object(keys: Int) -> String {
        "{" + (0..<keys).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
    }

    /// The best of three.
    private func time(_ work: () throws -> Void) rethrows -> Duration {
        var best = Duration.seconds(1_000)
        for _ in 0..<3 { best = min(best, try ProcessorTime.measure(work)) }
        return best
    }
}
