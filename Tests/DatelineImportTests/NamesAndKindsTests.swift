@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Testing

/// Odd names, and things that are no files.
@Suite(.timeLimit(.untilHung))
struct NamesAndKindsTests {
    @Test func names_notUTF8_areImportedByTheirBytes() async throws {
        try await withImporter { harness in
            let name: [UInt8] = [0x6E, 0xFF, 0xFE, 0x2E, 0x74, 0x78, 0x74]
            try harness.folder.write(Array(page("latin").utf8), to: name)
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row(ImportPath(bytes: name)))
            #expect(row.state == .done && !row.path.isUTF8)
        }
    }

    @Test func names_composedAndDecomposed_areTwoFiles() async throws {
        try await withImporter { harness in
            let composed = "caf\u{E9}.txt"
            let decomposed = "cafe\u{301}.txt"
            try harness.folder.write(page("composed"), to: composed)
            try harness.folder.write(page("decomposed"), to: decomposed)
            #expect(await harness.sync())
            #expect(harness.ledger.rows.count == 2 && harness.ledger.articles.count == 2)
            #expect(harness.ledger.row(composed)?.id != harness.ledger.row(decomposed)?.id)
        }
    }

    @Test func names_oddButLegal_areAllImported() async throws {
        let names = ["new\nline", "tab\there", "-rf", " lead", "trail ", "%2e%2e", "q'u\"o", "*?[x]", "$(id)", "a;b&c", "🗞"]
        try await withImporter { harness in
            for (number, name) in names.enumerated() { try harness.folder.write(page("odd \(number)"), to: name + ".txt") }
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == names.count)
        }
    }

    @Test func links_areSkippedAndNeverFollowed() async throws {
        let outside = try TemporaryFolder()
        try outside.write(page("secret"), to: "secret.txt")
        try await withImporter(prepare: { folder in
            try folder.link(outside.path + "/secret.txt", as: "file.txt")
            try folder.link(outside.path, as: "folder")
            try folder.link(".", as: "loop")
            try folder.link("nowhere", as: "dangling.txt")
            try folder.makeFIFO("fifo.txt")
        }) { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.articles.isEmpty)
            #expect(await harness.counts() == [.skipped: 5])
            #expect(harness.ledger.row("file.txt")?.reason == "symlink" && harness.ledger.row("loop")?.reason == "symlink")
            #expect(harness.ledger.row("fifo.txt")?.reason == "not-regular-file")
        }
    }

    @Test func types_thatAreNotRead_areSkippedWithAReason() async throws {
        try await withImporter(prepare: { folder in
            try folder.write("%PDF-1.7", to: "a.pdf")
            try folder.write("<html><body>Hello</body></html>", to: "page.txt")
            try folder.write(page("bare"), to: "no extension")
            try folder.write(page("dotted"), to: "U.S. envoy arrives")
        }) { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.pdf")?.reason == "unsupported-type" && harness.ledger.row("a.pdf")?.state == .skipped)
            #expect(harness.ledger.row("page.txt")?.detectedType == "html")
            #expect(harness.ledger.row("no extension")?.state == .done && harness.ledger.row("U.S. envoy arrives")?.state == .done)
        }
    }

    @Test func walk_deeperThanAPathMayBe_findsTheFile() async throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "d", count: 200)
        // Made from the inside out: each level is moved into a new one, since no path may be this long.
        try folder.write(page("deep"), to: "deep.txt")
        try folder.makeDirectory("level")
        try folder.rename("deep.txt", to: "level/deep.txt")
        for _ in 1..<30 {
            try folder.makeDirectory("outer")
            try folder.rename("level", to: "outer/\(name)")
            try folder.rename("outer", to: "level")
        }
        try await ImportHarness(folder: folder).run { harness in
            #expect(await harness.sync())
            #expect(await harness.counts() == [.done: 1])
            #expect(harness.ledger.rows.first.map { $0.path.bytes.count > 4096 } == true)
        }
    }

    @Test func status_statesSumToTheFilesOnDisk() async throws {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        try await withImporter(
            settings: settings,
            prepare: { folder in
                for number in 1...10 { try folder.write(page("\(number)"), to: "\(number).txt") }
                try folder.write("{bad", to: "bad.json")
                try folder.write("", to: "empty.txt")
                try folder.write("x", to: "junk.tmp")
                try folder.makeDirectory(".hidden")
                try folder.write("x", to: ".hidden/x.txt")
                try folder.link("1.txt", as: "link.txt")
            }
        ) { harness in
            #expect(await harness.sync())
            await eventually { await harness.importer.status().state == .idle }
            let status = await harness.importer.status()
            #expect(status.counts.values.reduce(0, +) + status.ignored == 15)
            #expect(await harness.counts() == [.done: 10, .failed: 1, .skipped: 2])
            #expect(status.progress.done + status.progress.failed == 12)
        }
    }
}
