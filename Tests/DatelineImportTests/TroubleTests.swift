@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Glibc
import Logging
import ServiceLifecycle
import Synchronization
import Testing

/// Files that can't be taken, stores that can't take them, and the end of the program.
@Suite(.timeLimit(.untilHung))
struct TroubleTests {
    private var patientLess: ImportSettings {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        return settings
    }

    @Test func badFiles_stopNobodyElse() async throws {
        var settings = patientLess
        settings.maximumFileBytes = 10_000
        try await withImporter(
            settings: settings,
            prepare: { folder in
                try folder.write("{\"headline\": }", to: "bad.json")
                try folder.write("", to: "empty.txt")
                try folder.write(" \n\t\n", to: "blank.txt")
                try folder.write([UInt8](repeating: 0, count: 8192), to: Array("zeros.txt".utf8))
                try folder.write(String(repeating: "a", count: 10_001), to: "huge.txt")
                for number in 1...10 { try folder.write(page("\(number)"), to: "good\(number).txt") }
            }
        ) { harness in
            #expect(await harness.sync())
            #expect(await harness.counts() == [.done: 10, .failed: 3, .skipped: 2])
            let bad = try #require(harness.ledger.row("bad.json"))
            #expect(bad.reason == "parse-failed" && bad.errors.first?.line == 1 && bad.errors.first?.byteOffset == 13 && bad.attempts == 1)
            #expect(harness.ledger.row("empty.txt")?.reason == "empty")
            #expect(harness.ledger.row("blank.txt")?.reason == "empty")
            #expect(harness.ledger.row("zeros.txt")?.reason == "binary-content")
            #expect(harness.ledger.row("huge.txt")?.reason == "too-large")
        }
    }

    @Test func pause_holdsEverything_untilItIsEnded() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("a"), to: "a.txt")
            #expect(await harness.sync())
            #expect(await harness.importer.setPaused(true))
            try harness.folder.write(page("b"), to: "b.txt")
            try harness.folder.delete("a.txt")
            #expect(await !harness.sync(.seconds(2)))
            let status = await harness.importer.status()
            #expect(status.state == .paused && status.reason == "requested" && !status.isOK)
            #expect(harness.ledger.row("a.txt")?.state == .done && harness.ledger.articles.count == 1)
            #expect(await harness.importer.setPaused(false))
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.txt")?.state == .missing && harness.ledger.row("b.txt")?.state == .done)
            #expect(await harness.importer.status().isOK)
        }
    }

    @Test func end_comesDuringAPause() async throws {
        let folder = try TemporaryFolder()
        let first = ImportHarness(folder: folder)
        try await first.run { harness in
            #expect(await harness.importer.setPaused(true))
            try harness.folder.write(page("a"), to: "a.txt")
        }
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 1)
        }
    }

    @Test func sideFile_thatIsTooLarge_isTold() async throws {
        try await withImporter(settings: patientLess) { harness in
            try harness.folder.write(
                "{\"source\":\"Orlen News\",\"abstract\":\"" + String(repeating: "a", count: 1_048_576) + "\"}", to: "a.txt.meta.json")
            try harness.folder.write(page("a"), to: "a.txt")
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("a.txt"))
            #expect(row.state == .partial && row.warnings.contains("side-file-invalid"))
            #expect(row.errors.map(\.reason) == ["side-file-invalid: too-large"] && row.articleIDs.count == 1)
        }
    }

    @Test func badFile_sameBytesAfterARestart_isNotTriedAgain() async throws {
        let folder = try TemporaryFolder()
        try folder.write("{\"headline\": }", to: "bad.json")
        let first = ImportHarness(folder: folder, settings: patientLess)
        try await first.run { #expect(await $0.sync()) }
        for _ in 1...2 {
            try await ImportHarness(folder: folder, ledger: first.ledger, settings: patientLess).run { #expect(await $0.sync()) }
        }
        #expect(first.ledger.row("bad.json")?.attempts == 1)
    }

    /// What it couldn't read wholly, or as no kind that it knew.
    @Test func sameBytes_ofAnEarlierReader_areReadOnceMore() async throws {
        let folder = try TemporaryFolder()
        let long = "{\"headline\":\"Long\",\"body\":\"\(String(repeating: "x", count: 2000))\"}\n"
        let contents = [
            "good.txt": page("good"), "bad.json": "{\"headline\": }", "some.jsonl": "{\"headline\":\"A\"}\n{bad\n",
            "long.jsonl": long + "{bad\n",
            "other.xml": "<?xml version=\"1.0\"?><a>b</a>", "other.pdf": "%PDF",
        ]
        for (name, content) in contents { try folder.write(content, to: name) }
        var settings = patientLess
        settings.longFileBytes = 1024
        let first = ImportHarness(folder: folder, settings: settings)
        let ledger = first.ledger
        try await first.run { #expect(await $0.sync()) }
        #expect(ledger.row("some.jsonl")?.state == .partial && ledger.row("long.jsonl")?.state == .partial)
        #expect(ledger.row("other.xml")?.reason == "unsupported-type" && ledger.row("other.pdf")?.reason == "unsupported-type")
        let articles = ["some.jsonl", "long.jsonl"].map { ledger.row($0)?.articleIDs }
        for name in contents.keys {
            var row = try #require(ledger.row(name))
            row.parserVersion -= 1
            _ = try await ledger.commit([.row(row)], parsedFiles: 0, root: Array(folder.path.utf8))
        }
        let parsed = ledger.root.parsedFiles
        for _ in 1...2 {
            try await ImportHarness(folder: folder, ledger: ledger, settings: settings).run { #expect(await $0.sync()) }
            let newlyRead = contents.keys.filter { ledger.row($0)?.parserVersion == FileParser.version }
            #expect(Set(newlyRead) == ["bad.json", "some.jsonl", "long.jsonl", "other.xml"])
            #expect(ledger.root.parsedFiles == parsed + 4 && ledger.history("other.pdf").count == 2)
        }
        #expect(["some.jsonl", "long.jsonl"].map { ledger.row($0)?.articleIDs } == articles)
    }

    @Test func badFile_repaired_isImported() async throws {
        try await withImporter(settings: patientLess) { harness in
            try harness.folder.write("{\"headline\": }", to: "a.json")
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.json")?.state == .failed)
            try harness.folder.write("{\"headline\": \"Good now\"}", to: "a.json")
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("a.json"))
            #expect(row.state == .done && row.reason == nil && row.errors.isEmpty && row.detectedType == "json")
        }
    }

    @Test func truncatedJSON_isRetriedWhileItIsYoung_andFailsInTheEnd() async throws {
        var settings = ImportSettings()
        settings.earlyGrace = .seconds(3)
        let folder = try TemporaryFolder()
        for name in ["j.json", "never.json"] { try folder.write("{\"headline\":\"H\",\"body\":\"long", to: name) }
        // They stay as young as they are until the test goes on.
        let wall = Mutex(ImportHarness.now())
        try await ImportHarness(folder: folder, settings: settings, now: { wall.withLock { $0 } }).run { harness in
            for name in ["j.json", "never.json"] { await eventually { harness.ledger.row(name)?.state == .retrying } }
            #expect(harness.ledger.row("j.json")?.nextAttemptAt != nil)
            try OpenFile(harness.folder.full("j.json"), appending: true).write(" text\"}")
            await eventually { harness.ledger.row("j.json")?.state == .done }
            // The barrier waits for files that may have been early.
            #expect(await !harness.sync(.milliseconds(300)))
            wall.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + 4000) }
            #expect(await harness.sync())
            let never = try #require(harness.ledger.row("never.json"))
            #expect(never.state == .failed && never.reason == "parse-failed" && never.nextAttemptAt == nil)
            #expect(harness.ledger.history("never.json").contains(.retrying))
        }
    }

    @Test func jsonLines_badLines_areToldByNumber_andTheRestIsImported() async throws {
        var lines = (1...50).map { "{\"headline\":\"Line \($0)\"}" }
        lines[16] = "{\"headline\":"
        lines[29] = "{\"headlin\":\"x\"}"
        lines.insert("", at: 10)
        try await withImporter(settings: patientLess) { harness in
            try harness.folder.write(lines.joined(separator: "\r\n"), to: "a.jsonl")
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("a.jsonl"))
            #expect(row.state == .partial && row.articleIDs.count == 48 && row.errorCount == 2)
            #expect(row.errors.map(\.line) == [18, 31])
            #expect(row.errors.last?.reason.hasPrefix("invalid-article: ") == true && row.errors.last?.excerpt == "{\"headlin\":\"x\"}")
            lines[17] = "{\"headline\":\"Line 17\"}"
            lines[30] = "{\"headline\":\"Line 30\"}"
            try harness.folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.jsonl")?.state == .done && harness.ledger.articles.count == 50)
            #expect(Set(row.articleIDs).isSubset(of: Set(harness.ledger.row("a.jsonl")?.articleIDs ?? [])))
        }
    }

    @Test func source_withHabits_isReadByThem() async throws {
        let zone = try #require(ZonedClock(identifier: "Asia/Riyadh"))
        let folder = try TemporaryFolder()
        let harness = ImportHarness(folder: folder, settings: patientLess)
        harness.ledger.setHabits("Arab Wire", zone: zone, order: .dmy)
        try await harness.run { harness in
            try folder.write("{\"headline\":\"H\",\"source\":\"Arab Wire\",\"datePublished\":\"2024-03-26T12:00\"}", to: "known.json")
            try folder.write("{\"headline\":\"H\",\"source\":\"Unknown\",\"datePublished\":\"2024-03-26T12:00\"}", to: "unknown.json")
            #expect(await harness.sync())
            let id = try #require(harness.ledger.row("known.json")?.articleIDs.first)
            #expect(harness.ledger.article(id)?.datePublished?.description == "2024-03-26T09:00Z")
            #expect(harness.ledger.row("unknown.json")?.state == .failed)
            #expect(harness.ledger.row("unknown.json")?.errors.first?.reason == "invalid-article: zone-missing /datePublished")
        }
    }

    @Test func store_thatCanTakeNothing_costsNoFile() async throws {
        try await withImporter { harness in
            #expect(await harness.sync())
            harness.ledger.fail(with: .unavailable(.diskFull, cause: "test"))
            for number in 1...40 { try harness.folder.write(page("\(number)"), to: "\(number).txt") }
            await eventually { await harness.importer.status().state == .paused }
            #expect(await harness.importer.status().reason == "disk-full")
            #expect(await harness.counts()[.failed] == nil)
            harness.ledger.fail(with: nil)
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 40 && harness.ledger.rows.allSatisfy { $0.attempts == 1 })
            await eventually { await harness.importer.status().state == .idle }
        }
    }

    @Test func store_thatCannotSayWhatIsGone_isAskedAgain_withoutAnyFileToWrite() async throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try folder.write(page(name), to: name + ".txt") }
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        var settings = ImportSettings()
        // So that a look through the folder is what asks.
        settings.usesEvents = false
        try await ImportHarness(folder: folder, ledger: first.ledger, settings: settings).run { harness in
            #expect(await harness.sync())
            harness.ledger.fail(with: .unavailable(.storageError, cause: "test"))
            try folder.delete("a.txt")
            await eventually { await harness.importer.status().state == .paused }
            harness.ledger.fail(with: nil)
            await eventually { harness.ledger.row("a.txt")?.state == .missing }
            await eventually { await harness.importer.status().isOK }
        }
    }

    @Test func pause_overAnEmptyFolder_ends() async throws {
        try await withImporter { harness in
            #expect(await harness.sync())
            await harness.importer.holdOn(reason: "storage-error")
            #expect(await !harness.importer.status().isOK)
            await eventually { await harness.importer.status().isOK }
        }
    }

    @Test func shutdown_endsBetweenFiles_andTheNextStartFinishes() async throws {
        let folder = try TemporaryFolder()
        for number in 1...300 {
            try folder.write(page("\(number)"), to: "\(number).txt")
            try folder.age("\(number).txt", by: 100)
        }
        let first = ImportHarness(folder: folder)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let group = ServiceGroup(configuration: .init(services: [.init(service: first.importer)], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            await eventually { first.ledger.stores > 0 }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(!first.ledger.rows.contains { $0.state == .importing })
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 300 && harness.ledger.stores == 300)
        }
    }

    @Test func crash_whileAFileWasImported_isTriedAgain_butNotForEver() async throws {
        let folder = try TemporaryFolder()
        let first = ImportHarness(folder: folder)
        let names = ["once.txt", "often.txt"]
        for name in names { try folder.write(page(name), to: name) }
        try await first.run { #expect(await $0.sync()) }
        for (name, attempts) in zip(names, [1, 3]) {
            var row = try #require(first.ledger.row(name))
            row.state = .importing
            row.attempts = attempts
            _ = try await first.ledger.commit([.row(row)], parsedFiles: 0, root: Array(folder.path.utf8))
        }
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("once.txt")?.state == .done)
            #expect(harness.ledger.row("often.txt")?.state == .failed && harness.ledger.row("often.txt")?.reason == "parser-crashed")
        }
    }

    @Test func crash_ofTheProgramAlone_isNotTheFiles() async throws {
        let folder = try TemporaryFolder()
        let first = ImportHarness(folder: folder)
        for name in ["sound.txt", "deadly.txt", "tenth.txt"] { try folder.write(page(name), to: name) }
        try await first.run { #expect(await $0.sync()) }
        for (name, attempts) in [("sound.txt", 9), ("deadly.txt", 3), ("tenth.txt", 10)] {
            var row = try #require(first.ledger.row(name))
            row.state = .importing
            row.attempts = attempts
            _ = try await first.ledger.commit([.row(row)], parsedFiles: 0, root: Array(folder.path.utf8))
        }
        var options = ImportOptions()
        options.trial = { path, file in
            var start = [UInt8](repeating: 0, count: 4)
            return pread(file, &start, 4, 0) == 4 && path != ImportPath("deadly.txt")
        }
        try await ImportHarness(folder: folder, ledger: first.ledger, options: options).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("sound.txt")?.state == .done)
            for name in ["deadly.txt", "tenth.txt"] { #expect(harness.ledger.row(name)?.reason == "parser-crashed") }
        }
    }

    @Test func barrier_withAFileThatIsNeverFinished_timesOut() async throws {
        try await withImporter { harness in
            let writer = try OpenFile(harness.folder.full("open.txt"))
            try writer.write("Half")
            #expect(await !harness.sync(.milliseconds(300)))
            #expect(await harness.importer.scan(waitingAtMost: nil))
            // It has no row so far, and is found by the id it was shown with.
            let shown = try #require(await harness.importer.active(ImportPath("open.txt")))
            #expect(await harness.importer.active(shown.id)?.path == shown.path)
            #expect(await harness.importer.active(ResourceID(high: 1, low: 1)) == nil)
            try writer.write(page(" and half"))
        }
    }

    @Test func inactive_saysOff() async {
        let none = InactiveImport()
        #expect(await none.status().state == .off)
        #expect(await none.scan(waitingAtMost: .seconds(1)))
    }
}
