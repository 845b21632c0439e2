import DatelineModels
import DatelineReading
import Testing

/// Date lines put together at random from the pieces that date lines are made of.
@Suite struct DateFuzzTests {
    private static let pieces = [
        "26", "3", "2026", "202605", "05:28", "22.16", "9", "31", "0", "March", "Mar.", "may", "Thursday", "Fri", "26 March 2026",
        "3/26/2026", "26.03.2026", "2026-03-26", "T", "Z", "+03:00", "-5", "GMT", "EST", "(Mecca time)", "AM", "p.m.", "th", "st",
        " ", " ", " ", ",", ".", "-", "–", "|", "/", ":", "·", "at", "on", "of", "de", "Published:", "Last update:", "By Lena Marsk",
        "By admin", "ago", "hours", "(", ")", "年", "月", "日", "مارس", "٢٦", "Uhr", "é", "\u{A0}", "\u{301}",
    ]

    @Test(arguments: 0..<40) func read_piecesAtRandom_neverFailsAndFindsNoOverlap(_ seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<150 {
            var line = ""
            for _ in 0..<Self.next(&state, 12) + 1 { line += Self.pieces[Self.next(&state, Self.pieces.count)] }
            let reading = try PageReader().read(
                text:
                    "Karsh port opens again after strike\n\(line)\n\nThe port of Karsh was open again, officials said.\n\n\(line) and so it went on and on.\n"
            )
            #expect(!reading.headline.isEmpty)
            #expect((reading.datePublished == nil) == (reading.dateStatus == .unknown), "\(line)")
            for date in reading.provenance.dates where date.role != .epoch { #expect(!date.raw.isEmpty) }
        }
    }

    private static func next(_ state: inout UInt64, _ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }
}
