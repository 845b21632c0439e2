import DatelineJSON
import Testing

/// What inputs made by the targets of `Fuzz` once did wrong.
@Suite struct FoundByFuzzingTests {
    @Test(arguments: [1, 7, 100]) func overlongFirstLineWithAMark_beginsAtTheSamePlace_howeverItIsCut(piece: Int) {
        let stream = [0xEF, 0xBB, 0xBF] + Array(repeating: UInt8(ascii: "a"), count: 40) + [0x0A]
        var lines = JSONLines(maximumLineBytes: 16)
        var found: [JSONLine] = []
        for start in stride(from: 0, to: stream.count, by: piece) {
            lines.append(stream[start..<min(start + piece, stream.count)])
            while let line = lines.next() { found.append(line) }
        }
        while let line = lines.finish() { found.append(line) }
        #expect(found.map(\.byteOffset) == [0] && found.map(\.bytes) == [[]])
    }
}
