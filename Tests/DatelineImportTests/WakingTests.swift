@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Testing

/// Whoever waits is woken by what he waits for, in whatever order things come.
@Suite(.timeLimit(.minutes(2 * Patience.factor)))
struct WakingTests {
    private var once: ImportSettings {
        var settings = ImportSettings()
        settings.usesEvents = false
        settings.isOnce = true
        settings.earlyGrace = .zero
        settings.longFileBytes = 1024
        return settings
    }

    private let page = "{\"headline\":\"H\",\"source\":\"Wire\",\"datePublished\":\"2024-03-26T12:00Z\"}"

    /// Runs an importer whose ledger holds the call that `a.txt` has come to, until it is told to go on.
    private func withFileInHand(
        at call: MemoryLedger.Call, options: ImportOptions = ImportOptions(), _ body: (ImportHarness) async throws -> Void
    ) async throws {
        try await withImporter(options: options) { harness in
            #expect(await harness.sync())
            harness.ledger.hold(call)
            try harness.folder.write("A headline\n\nA text.", to: "a.txt")
            await eventually { harness.ledger.isHolding }
            try await body(harness)
        }
    }

    @Test func end_thatComesAtTheLook_isNotSleptThrough() async {
        let signal = Signal()
        let stopping = Signal()
        func stopsAfterTheLook() -> Bool {
            let isStopping = stopping.version > 0
            stopping.raise()
            signal.raise()
            return isStopping
        }
        var rounds = 0
        while let seen = signal.version(unless: stopsAfterTheLook()) {
            rounds += 1
            await signal.wait(after: seen)
        }
        #expect(rounds == 1)
    }

    @Test(arguments: [MemoryLedger.Call.claim, .dateHabits, .records, .commit])
    func oneTimeImport_ofAStoreThatFailsOnce_ends(at call: MemoryLedger.Call) async throws {
        try await withImporter(settings: once, prepare: { try $0.write(page, to: "a.json") }) { harness in
            harness.ledger.fail(once: call, with: .unavailable(.storageError, cause: "test"))
            await harness.importer.finishOnce()
            #expect(harness.ledger.row("a.json")?.state == .done)
        }
    }

    @Test(arguments: [MemoryLedger.Call.claim, .dateHabits, .records, .commit])
    func oneTimeImport_ofALongFile_ofAStoreThatFailsOnce_ends(at call: MemoryLedger.Call) async throws {
        let lines = String(repeating: page + "\n", count: 40)
        try await withImporter(settings: once, prepare: { try $0.write(lines, to: "a.jsonl") }) { harness in
            harness.ledger.fail(once: call, with: .unavailable(.storageError, cause: "test"))
            await harness.importer.finishOnce()
            #expect(harness.ledger.row("a.jsonl")?.state == .done)
        }
    }

    @Test func oneTimeImport_whoseOnlyRowIsRefused_ends() async throws {
        try await withImporter(settings: once, prepare: { try $0.write("{\"headline\": }", to: "bad.json") }) { harness in
            harness.ledger.refuseRows()
            await harness.importer.finishOnce()
            #expect(harness.ledger.rows.isEmpty)
        }
    }

    @Test func fileThatWasBeingReadWhenAPauseCame_isImportedAfterIt() async throws {
        try await withFileInHand(at: .records) { harness in
            #expect(await harness.importer.setPaused(true))
            harness.ledger.hold(nil)
            #expect(await !harness.sync(.seconds(1)))
            #expect(await harness.importer.setPaused(false))
            await eventually { harness.ledger.row("a.txt")?.state == .done }
        }
    }

    /// A change seen while the file was in hand is looked at when that is over; the barrier waits for both.
    @Test func barrier_waitsForAFileThatChangedInHand() async throws {
        try await withFileInHand(at: .commit) { harness in
            try harness.folder.write("Another headline\n\nA text.", to: "a.txt")
            async let isThrough = harness.sync()
            await eventually { await harness.importer.catalogue[ImportPath("a.txt")]?.wantsLook == true }
            harness.ledger.hold(nil)
            #expect(await isThrough)
            #expect(harness.ledger.articles.map(\.headline) == ["Another headline"])
        }
    }

    @Test func fileRenamedIn_amongManyThatAreCopied_isSeen() async throws {
        var settings = ImportSettings()
        settings.mostWaiting = 20
        settings.backlog = 10
        try await withImporter(settings: settings) { harness in
            #expect(await harness.sync())
            harness.ledger.hold(.records)
            for number in 1...60 { try harness.folder.write("Headline \(number)\n\nA text.", to: "\(number).txt") }
            await eventually {
                let (tracked, queued) = await (harness.importer.tracker.count, harness.importer.queue.count)
                return tracked + queued > 15
            }
            try harness.folder.write("Urgent\n\nA text.", to: ".urgent.tmp")
            try harness.folder.rename(".urgent.tmp", to: "urgent.txt")
            await eventually { await harness.importer.catalogue[ImportPath("urgent.txt")] != nil }
            harness.ledger.hold(nil)
            #expect(await harness.sync(.seconds(60).patient))
            #expect(harness.ledger.articles.count == 61)
        }
    }

    #if DEBUG
        @Test func filesThatTakeLong_holdUpNoOther() async throws {
            var settings = ImportSettings()
            settings.usualParseTime = .milliseconds(50)
            settings.parseTime = .milliseconds(500)
            try await withImporter(settings: settings) { harness in
                for number in 1...4 { try harness.folder.write("Spin @@DATELINE-TEST-SPIN@@ \(number)", to: "a\(number).txt") }
                try harness.folder.write("A headline\n\nA text.", to: "b.txt")
                await eventually { harness.ledger.row("b.txt")?.state == .done }
                #expect(harness.ledger.rows.count(where: { $0.state == .failed }) <= 1)
                #expect(await harness.sync(.seconds(60).patient))
                #expect(harness.ledger.rows.filter { $0.reason == "parser-timeout" }.count == 4)
            }
        }
    #endif

    @Test func idOfAFileInHand_isThatOfItsRow() async throws {
        try await withFileInHand(at: .commit) { harness in
            let shown = await harness.importer.active(states: [.importing], after: nil, limit: 10)
            harness.ledger.hold(nil)
            #expect(await harness.sync())
            #expect(shown.map(\.id) == [harness.ledger.row("a.txt")?.id])
        }
    }

    /// It was to be parsed in the place before; the article is the same all the same.
    @Test func fileThatMovesOn_beforeItIsReadAgainInItsPlace_keepsItsArticle() async throws {
        let folder = try TemporaryFolder()
        try folder.write("A headline\n\nA text.", to: "a.txt")
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        var row = try #require(first.ledger.row("a.txt"))
        row.state = .importing
        row.attempts = 0
        _ = try await first.ledger.commit([.row(row)], parsedFiles: 0, root: Array(folder.path.utf8))
        try folder.rename("a.txt", to: "b.txt")
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            let moved = try #require(harness.ledger.row("b.txt"))
            #expect(moved.id == row.id && moved.state == .done && moved.articleIDs == row.articleIDs)
            #expect(harness.ledger.articles.count == 1)
        }
    }

    @Test func retry_ofAFileInHand_readsItOnceMore() async throws {
        try await withFileInHand(at: .commit) { harness in
            #expect(await harness.importer.retry([ImportPath("a.txt")]) == 1)
            harness.ledger.hold(nil)
            #expect(await harness.sync())
            #expect(harness.ledger.stores == 2)
        }
    }

    @Test(arguments: [ImportOptions.Mode.sync, .consume]) func sideFile_ofAFileInHand_isApplied(_ mode: ImportOptions.Mode) async throws {
        var options = ImportOptions()
        options.mode = mode
        try await withFileInHand(at: .commit, options: options) { harness in
            try harness.folder.write("{\"source\":\"Orlen News\"}", to: "a.txt.meta.json")
            async let isThrough = harness.sync()
            await eventually { await harness.importer.catalogue[ImportPath("a.txt")]?.isForcedAgain == true }
            harness.ledger.hold(nil)
            #expect(await isThrough)
            #expect(harness.ledger.articles.map(\.source) == ["Orlen News"])
        }
    }
}
