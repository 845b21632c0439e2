import DatelineJSON
import Testing

@Suite struct WriterTests {
    @Test func members_areWrittenInCallOrder() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("z", string: "a\"\\\u{1}\u{1F}\n\r\t/é")
        writer.member("none", string: nil)
        writer.member("n", integer: -12)
        writer.member("big", integer: UInt64.max)
        writer.member("least", integer: Int64.min)
        writer.member("maybe", integer: Int?.none)
        writer.member("half", double: 0.5)
        writer.member("nan", double: .nan)
        writer.member("yes", bool: true)
        writer.key("list")
        writer.beginArray()
        writer.integer(0)
        writer.beginObject()
        writer.endObject()
        writer.raw("[1]".utf8)
        writer.null()
        writer.endArray()
        writer.member("words", strings: ["a", "b"])
        writer.endObject()
        let expected =
            #"{"z":"a\"\\\u0001\u001f\n\r\t/é","none":null,"n":-12,"big":18446744073709551615,"least":-9223372036854775808,"#
            + #""maybe":null,"half":0.5,"nan":null,"yes":true,"list":[0,{},[1],null],"words":["a","b"]}"#
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test func endLine_startsAFreshValue() {
        var writer = JSONWriter()
        writer.integer(1)
        writer.endLine()
        writer.integer(2)
        writer.endLine()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "1\n2\n")
    }

    /// The examples of RFC 7396, appendix A.
    static let patches: [(target: String, patch: String, result: String)] = [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#), (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
        (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#), (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#), (#"{"a":"foo"}"#, "null", "null"),
        (#"{"a":"foo"}"#, #""bar""#, #""bar""#), (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
        ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#), ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ]

    @Test(arguments: patches) func mergePatch_examplesOfTheRFC_giveItsResults(target: String, patch: String, result: String) throws {
        let merged = MergePatch.apply(try JSONReader.read(Array(patch.utf8)), to: try JSONReader.read(Array(target.utf8)))
        var writer = JSONWriter()
        writer.value(merged)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == result)
    }

    @Test func elements_oneBadElement_isItsOwnFaultAlone() throws {
        var walk = try JSONArrayElements(Array(" [ {\"a\":1},\n {\"a\":1,\"a\":2}, [1,}, \"]\\\"\",\n\n nul , 5 ]\n".utf8))
        var reasons: [JSONError.Reason?] = []
        var lines: [Int] = []
        while let element = try walk.next() {
            #expect(element.index == lines.count)
            lines.append(element.line)
            if case .failure(let error) = element.value {
                #expect(error.line == element.line && error.byteOffset >= element.byteOffset)
                reasons.append(error.reason)
            } else {
                reasons.append(nil)
            }
        }
        #expect(reasons == [nil, .duplicateKey, .unexpectedByte, nil, .unexpectedByte, nil])
        #expect(lines == [1, 2, 2, 2, 4, 4])
    }

    @Test(arguments: ["[1,]", "[,1]", "[1", "[1 2", "[1]]", "[1] 2", "[\"a", "[{]"]) func elements_brokenArray_throws(text: String) throws {
        var walk = try JSONArrayElements(Array(text.utf8))
        #expect(throws: JSONError.self) { while try walk.next() != nil {} }
    }

    @Test(arguments: [("{}", JSONError.Reason.notAnArray), ("", .empty), ("[] 1", .trailingContent)])
    func elements_notAnArray_throwsAtOnce(text: String, reason: JSONError.Reason) {
        #expect { try JSONArrayElements(Array(text.utf8)) } throws: { ($0 as? JSONError)?.reason == reason }
    }

    @Test(arguments: [1, 2, 3, 7, 1_000]) func lines_anyCutOfTheStream_givesTheSameLines(size: Int) throws {
        let text = "\u{FEFF}{\"a\":1}\r\n\n  \r\n[2]\n{bad\n\(String(repeating: "9", count: 60))\n\"last\""
        var lines = JSONLines(maximumLineBytes: 50)
        var found: [JSONLine] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            lines.append(bytes[start..<min(start + size, bytes.count)])
            while let line = lines.next() { found.append(line) }
        }
        while let line = lines.finish() { found.append(line) }
        #expect(found.map(\.line) == [1, 4, 5, 6, 7])
        #expect(found.map(\.index) == [0, 1, 2, 3, 4])
        #expect(found.map(\.byteOffset) == [3, 17, 21, 26, 87])
        #expect(try found[1].read() == .array([.number(JSONNumber(text: "2"))]))
        #expect(try found[4].read() == .string("last"))
        #expect { try found[2].read() } throws: { ($0 as? JSONError)?.line == 5 && ($0 as? JSONError)?.byteOffset == 22 }
        #expect { try found[3].read() } throws: { ($0 as? JSONError)?.reason == .lineTooLong }
    }
}
