import DatelineModels
import DatelineReading
import DatelineTestSupport
import Testing

/// Whatever the bytes, reading ends in an article or a named refusal, and in time that grows with the size and no faster.
@Suite(.serialized) struct HostileInputTests {
    static let units: [(String, String)] = [
        ("angle brackets", "<"), ("tags", "<div>"), ("ampersands", "&"), ("brackets", "("), ("square brackets", "["), ("quotes", "\""),
        ("spaces", " "), ("words and marks", "a!"), ("digits", "7"), ("digits and slashes", "1/"), ("colons", "1:"), ("dates", "1/2/2026 "),
        ("zones", "10:10 GMT"), ("months", "March "), ("month starts", "1 March "), ("combining marks", "\u{301}"),
        ("replacement characters", "\u{FFFD}"), ("zero width", "\u{200B}"), ("overrides", "\u{202E}"), ("no-break spaces", "\u{A0}"),
        ("dashes", "- "), ("bars", "a | "), ("hashes", "#a "),
        ("empty lines", "\n"), ("short lines", "a\n"), ("titles", "Karsh port reopens\n"), ("date lines", "26 March 2026\n"),
        ("bylines", "By Lena Marsk\n"), ("labels", "Related News\n"),
        ("comment heads", "Leave a comment\nI think so too, and I always did.\n"),
        ("related blocks", "Related News\nKarsh port reopens\nThe port was open again on Friday, they said.\n"),
        ("wrapped lines", "the long line that goes on and on and on and on and on with\nmore"), ("commas", ","), ("stops", ". "),
    ]

    @Test(arguments: units) func read_repeatedUnit_takesTimeInProportion(_ row: (String, String)) {
        let small = Self.best { Self.read(Self.page(row.1, bytes: 100_000)) }
        let large = Self.best { Self.read(Self.page(row.1, bytes: 400_000)) }
        // Four times the size: a square law would take sixteen times as long. The constant covers what a busy machine does to caches.
        #expect(large < small * 8 + .milliseconds(250), "\(small) and \(large)")
    }

    @Test(arguments: ["(", "1/2/2026 ", "e\u{301}", "Related News\n"]) func read_eightMegabytes_ends(_ unit: String) {
        let time = ProcessorTime.measure { Self.read(Self.page(unit, bytes: 8_000_000)) }
        #expect(time < .seconds(240).patient)
    }

    @Test func read_noiseOfEverySize_endsInTextOrRefusal() {
        for size in 0..<600 { Self.read(Array(DecodingTests.noise(600).prefix(size))) }
    }

    @Test func read_samplesCutAnywhere_neverFail() throws {
        let page = Array(
            "The Karsh Courier\n“Zoë” opens the port\n26/03/2026 22:16 (Mecca time) | Last update: 3/27/202605:28 AM\nBy Lena Marsk\n\nKARSH, March 26 (AFP) — The port was open again, said Зоя on 2026-03-26T22:16:05+03:00.\n\n© 2026\n"
                .utf8)
        for cut in 1..<page.count { Self.read(Array(page[..<cut])) }
        for cut in 1..<page.count {
            let rest = try PageReader().read(Array(page[..<cut]))
            #expect(!rest.headline.isEmpty)
        }
    }

    @Test func read_tooMuch_isRefused() {
        #expect(throws: ReadingError.tooLarge) { try PageReader().read(Array(repeating: 0x41, count: PageReader.maximumBytes + 1)) }
    }

    @Test func read_oneHugeLine_hasAShortHeadline() throws {
        let reading = try PageReader().read(text: String(repeating: "port ", count: 100_000))
        #expect(reading.headline.utf8.count <= 200)
        #expect(reading.body.utf8.count >= 499_999)
    }

    @Test func read_manyRemovals_boundsProvenance() throws {
        let page = String(repeating: "Share\nRelated News\n26 March 2026\n", count: 2000)
        let provenance = try PageReader().read(text: page).provenance
        #expect(provenance.removed.count <= ReadingProvenance.maximumEntries)
        #expect(provenance.dates.count <= ReadingProvenance.maximumEntries)
    }

    private static func page(_ unit: String, bytes: Int) -> [UInt8] {
        let unit = Array(unit.utf8)
        var page: [UInt8] = []
        page.reserveCapacity(bytes + unit.count)
        while page.count < bytes { page += unit }
        return page
    }

    private static func read(_ bytes: [UInt8]) {
        do {
            let reading = try PageReader().read(bytes)
            #expect(!reading.headline.isEmpty)
        } catch {
            #expect([.binaryContent, .noText, .tooLarge].contains(error))
        }
    }

    private static func best(_ work: () -> Void) -> Duration {
        min(ProcessorTime.measure(work), ProcessorTime.measure(work))
    }
}
