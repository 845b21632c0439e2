@testable import DatelineImport
import Crypto
import DatelineModels
import DatelineTestSupport
import Foundation
import Testing

/// JSON lines that are read piece by piece.
@Suite(.timeLimit(.untilHung))
struct LongFileTests {
    private var settings: ImportSettings {
        var settings = ImportSettings()
        settings.longFileBytes = 1024
        return settings
    }

    private func record(_ name: String) -> String { "{\"headline\":\"\(name)\",\"body\":\"\(String(repeating: "x", count: 400))\"}\n" }

    @Test func linesThatHoldNothing_orTooMuch_lieBetweenPieces() async throws {
        let blank = String(repeating: "\n", count: 3_000_000)
        let overlong = String(repeating: "y", count: FileParser.maximumLineBytes + 1) + "\n"
        let text = blank + record("after blank lines") + overlong + overlong + record("after long lines")
        try await withImporter(settings: settings, prepare: { try $0.write(text, to: "long.jsonl") }) { harness in
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("long.jsonl"))
            #expect(row.state == .partial && row.errors.map(\.line) == [3_000_002, 3_000_003])
            #expect(row.sha256 == SHA256.hash(data: Data(text.utf8)).hexadecimal)
            #expect(Set(harness.ledger.articles.map(\.headline)) == ["after blank lines", "after long lines"])
        }
    }

    @Test func nothingButBlankLines_isEmpty() async throws {
        let blank = String(repeating: "\n", count: 5000)
        try await withImporter(settings: settings, prepare: { try $0.write(blank, to: "blank.jsonl") }) { harness in
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("blank.jsonl"))
            #expect(row.state == .skipped && row.reason == "empty")
        }
    }

    @Test func whatIsNoUTF8_isRefusedAsAWhole() async throws {
        let wide: [UInt8] =
            [0xFF, 0xFE] + record("wide").utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        var random = SystemRandomNumberGenerator()
        let binary: [UInt8] = (0..<8192).map { _ in random.next() }
        try await withImporter(
            settings: settings,
            prepare: { folder in
                try folder.write(wide + wide + wide, to: Array("wide.jsonl".utf8))
                try folder.write([0x1F, 0x8B, 0, 0] + binary, to: Array("binary.jsonl".utf8))
            }
        ) { harness in
            #expect(await harness.sync())
            let rows = ["wide.jsonl", "binary.jsonl"].map { harness.ledger.row($0) }
            #expect(rows.map { $0?.state } == [.failed, .failed])
            #expect(rows.map { $0?.reason } == ["unsupported-encoding", "binary-content"])
            #expect(rows.allSatisfy { $0?.sha256?.count == 64 } && harness.ledger.articles.isEmpty)
            // The same bytes aren't tried again.
            let writes = harness.ledger.writes
            #expect(await harness.sync())
            #expect(harness.ledger.writes == writes)
        }
    }

    @Test func otherContent_thatIsTakenBackWhileItIsRead_leavesNothing() async throws {
        func lines(_ name: String) -> String { (0..<3000).map { "{\"headline\":\"\(name) \($0)\"}\n" }.joined() }
        try await withImporter(settings: settings) { harness in
            try harness.folder.write(lines("right"), to: "a.jsonl")
            #expect(await harness.sync(.seconds(60).patient))
            #expect(harness.ledger.row("a.jsonl")?.state == .done && harness.ledger.articles.count == 3000)
            harness.ledger.slowDown(to: .milliseconds(200))
            try harness.folder.write(lines("wrong"), to: "a.jsonl")
            await eventually { harness.ledger.articles.contains { $0.headline.hasPrefix("wrong") } }
            try harness.folder.write(lines("right"), to: "a.jsonl")
            harness.ledger.slowDown(to: .zero)
            #expect(await harness.sync(.seconds(60).patient))
            #expect(harness.ledger.row("a.jsonl")?.state == .done && harness.ledger.articles.count == 3000)
            #expect(harness.ledger.articles.allSatisfy { $0.headline.hasPrefix("right") })
        }
    }

    #if DEBUG
        @Test func line_thatTakesTooLong_isGivenUp_andTheOthersAreTaken() async throws {
            var settings = settings
            settings.parseTime = .milliseconds(200)
            let text = record("one") + record("@@DATELINE-TEST-SPIN@@") + record("three") + record("four")
            try await withImporter(settings: settings, prepare: { try $0.write(text, to: "a.jsonl") }) { harness in
                #expect(await harness.sync())
                let row = try #require(harness.ledger.row("a.jsonl"))
                #expect(row.state == .partial && row.errors.map(\.reason) == ["parser-timeout"] && row.errors.map(\.line) == [2])
                #expect(harness.ledger.articles.count == 3)
            }
        }
    #endif

    @Test(arguments: [1024, 1 << 20]) func lastLineThatBreaksOff_isWaitedFor(_ longFileBytes: Int) async throws {
        var settings = settings
        settings.longFileBytes = longFileBytes
        settings.earlyGrace = .seconds(3600)
        let rest = record("three")
        let text = record("one") + record("two") + record("more") + rest.prefix(rest.utf8.count / 2)
        try await withImporter(settings: settings, prepare: { try $0.write(text, to: "growing.jsonl") }) { harness in
            await eventually { harness.ledger.row("growing.jsonl")?.state == .retrying }
            #expect(harness.ledger.articles.count == 3)
            try OpenFile(harness.folder.full("growing.jsonl"), appending: true).write(String(rest.dropFirst(rest.utf8.count / 2)))
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("growing.jsonl"))
            #expect(row.state == .done && row.errorCount == 0 && harness.ledger.articles.count == 4)
            #expect(!harness.ledger.history("growing.jsonl").contains(.partial))
        }
        // One that never goes on is what it is.
        settings.earlyGrace = .seconds(2)
        try await withImporter(settings: settings, prepare: { try $0.write(text, to: "broken.jsonl") }) { harness in
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("broken.jsonl"))
            #expect(row.state == .partial && row.errors.map(\.line) == [4] && harness.ledger.articles.count == 3)
        }
    }
}
