@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Testing

/// Files that come into a watched folder.
@Suite(.timeLimit(.untilHung))
struct ArrivalTests {
    @Test func drop_aPage_becomesAnArticle() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("one"), to: "one.txt")
            await eventually { harness.ledger.row("one.txt")?.state == .done }
            let row = try #require(harness.ledger.row("one.txt"))
            let article = try #require(row.articleIDs.first.flatMap { harness.ledger.article($0) })
            #expect(article.headline == "Headline one brings news to the harbour")
            #expect(article.datePublished == PartialDate(year: 2024, month: 5, day: 1))
            #expect(
                row.revision == 1 && row.detectedType == "text" && row.encoding == "utf-8" && row.attempts == 1 && row.sha256?.count == 64)
        }
    }

    @Test func drop_slowWriterWithOneHandle_waitsForItsEnd() async throws {
        var settings = ImportSettings()
        settings.waitingShown = .milliseconds(100)
        try await withImporter(settings: settings) { harness in
            #expect(await harness.sync())
            do {
                let writer = try OpenFile(harness.folder.full("slow.txt"))
                try writer.write(String(page("slow").prefix(30)))
                await eventually { harness.ledger.row("slow.txt")?.state == .waiting }
                // A scan finds it too, and the second look after its second as well.
                #expect(await !harness.sync(.milliseconds(1800)))
                #expect(harness.ledger.articles.isEmpty && harness.ledger.row("slow.txt")?.state == .waiting)
                try writer.write(String(page("slow").dropFirst(30)))
            }
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 1 && harness.ledger.row("slow.txt")?.revision == 1)
        }
    }

    @Test func drop_writerClosesManyTimes_isOneArticle() async throws {
        try await withImporter { harness in
            #expect(await harness.sync())
            for part in 1...5 {
                let told = await harness.importer.status().watcher?.eventsTotal ?? 0
                try OpenFile(harness.folder.full("multi.txt"), appending: true).write(page("part \(part)"))
                await eventually { await harness.importer.status().watcher?.eventsTotal ?? 0 > told }
            }
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 1)
            #expect(harness.ledger.row("multi.txt")?.stamp?.size == Int64((1...5).map { page("part \($0)").utf8.count }.reduce(0, +)))
        }
    }

    @Test func drop_temporaryNamesThenRename_onlyTheFinalNameCounts() async throws {
        try await withImporter { harness in
            let names = [
                ".a.txt.Xy12Zq", "a.txt.part", "a.txt.filepart", "a.txt.crdownload", "a.txt.partial", "a.txt.tmp", "a.txt.temp",
                "~syncthing~a.txt.tmp", "a.txt~", "Thumbs.db",
            ]
            for name in names { try harness.folder.write(page("tmp"), to: name) }
            #expect(await harness.sync())
            #expect(await harness.importer.status().ignored == names.count)
            #expect(await harness.counts().isEmpty && harness.ledger.rows.isEmpty)
            try harness.folder.rename("a.txt.filepart", to: "a.txt")
            await eventually { harness.ledger.row("a.txt")?.state == .done }
        }
    }

    @Test func drop_movedInWithAnOldTime_isTakenAtOnce() async throws {
        let outside = try TemporaryFolder()
        try outside.write(page("old"), to: "old.txt")
        try outside.age("old.txt", by: 700_000_000)
        let clock = PacedClock()
        try await withImporter(clock: clock) { harness in
            #expect(await harness.sync())
            // No pause, however short, comes to its end.
            clock.stop()
            try harness.folder.rename(outside.full("old.txt"), to: harness.folder.full("old.txt"))
            await eventually { harness.ledger.row("old.txt")?.state == .done }
            clock.goOn()
        }
    }

    @Test func start_filesThatWereThere_areImported() async throws {
        try await withImporter(prepare: { folder in
            try folder.write(page("fresh"), to: "fresh.txt")
            try folder.write(page("old"), to: "old.txt")
            try folder.age("old.txt", by: 1000)
        }) { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("fresh.txt")?.state == .done && harness.ledger.row("old.txt")?.state == .done)
        }
    }

    @Test func start_fileStillBeingWritten_isNotTakenHalf() async throws {
        let folder = try TemporaryFolder()
        var writer: OpenFile? = try OpenFile(folder.full("big.txt"))
        try writer?.write(String(page("big").prefix(40)))
        try await ImportHarness(folder: folder).run { harness in
            #expect(await !harness.sync(.milliseconds(2500)))
            #expect(harness.ledger.articles.isEmpty)
            try writer?.write(String(page("big").dropFirst(40)))
            writer = nil
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 1)
        }
    }

    @Test func drop_goneBeforeItWasRead_leavesNothing() async throws {
        let clock = PacedClock()
        try await withImporter(clock: clock) { harness in
            #expect(await harness.sync())
            // Else it may be complete before it is gone.
            clock.stop()
            try harness.folder.write(page("x"), to: "x.txt")
            try harness.folder.delete("x.txt")
            clock.goOn()
            #expect(await harness.sync())
            #expect(harness.ledger.articles.isEmpty)
            #expect(await harness.counts()[.failed] == nil)
            #expect(harness.ledger.row("x.txt").map { $0.state == .missing } ?? true)
        }
    }

    @Test func drop_directoryFilledBeforeItWasWatched_isFoundWhole() async throws {
        try await withImporter(settings: .eventsOnly) { harness in
            #expect(await harness.sync())
            try harness.folder.makeDirectory("new")
            try harness.folder.makeDirectory("new/deep")
            for number in 1...5 {
                try harness.folder.write(page("a\(number)"), to: "new/\(number).txt")
                try harness.folder.write(page("b\(number)"), to: "new/deep/\(number).txt")
            }
            await eventually { harness.ledger.articles.count == 10 }
            // By now it is watched as well: a rename into it is seen by event.
            try harness.folder.write(page("late"), to: "new/deep/.late")
            try harness.folder.rename("new/deep/.late", to: "new/deep/late.txt")
            await eventually { harness.ledger.row("new/deep/late.txt")?.state == .done }
        }
    }

    @Test func drop_wholeDirectoryMovedIn_isWalked() async throws {
        let outside = try TemporaryFolder()
        try outside.makeDirectory("d")
        for number in 1...20 { try outside.write(page("\(number)"), to: "d/\(number).txt") }
        try await withImporter { harness in
            #expect(await harness.sync())
            try harness.folder.rename(outside.full("d"), to: harness.folder.full("d"))
            await eventually { harness.ledger.articles.count == 20 }
        }
    }

    @Test func overflow_ofTheEventQueue_isAnsweredByAScan() async throws {
        try await withImporter { harness in
            #expect(await harness.sync())
            let watcher = try #require(await harness.importer.watcher)
            // Deaf to its own events, so that only the scan can find the file.
            watcher.forgetAll()
            try harness.folder.write(page("lost"), to: "lost.txt")
            let scan = await harness.importer.status().lastScan
            watcher.receive([InotifyEvent(watch: -1, mask: 0x4000, name: [])])
            await eventually { harness.ledger.row("lost.txt")?.state == .done }
            #expect(await harness.importer.status().watcher?.overflows == 1)
            #expect(await harness.importer.status().lastScan != scan)
        }
    }

    @Test func drop_withoutEvents_isFoundByPolling() async throws {
        var settings = ImportSettings()
        settings.usesEvents = false
        settings.pollInterval = .milliseconds(100)
        try await withImporter(settings: settings) { harness in
            #expect(await harness.sync())
            try harness.folder.write(page("polled"), to: "polled.txt")
            await eventually { harness.ledger.row("polled.txt")?.state == .done }
            #expect(await harness.importer.status().watcher?.mode == .poll)
        }
    }

    @Test func polling_afterALongImport_goesOnAsBefore() async throws {
        var settings = ImportSettings()
        settings.usesEvents = false
        settings.pollInterval = .seconds(3600)
        settings.backlog = 4
        settings.commitOutcomes = 2
        settings.commitDelay = .zero
        let folder = try TemporaryFolder()
        for number in 0..<40 { try folder.write(page("\(number)"), to: "\(number).txt") }
        let harness = ImportHarness(folder: folder, settings: settings)
        harness.ledger.slowDown(to: .milliseconds(100))
        let start = ContinuousClock.now
        try await harness.run { harness in
            await eventually { await harness.importer.scans.completed >= 1 }
            // That the walk waited for room says nothing of what a look costs.
            let scans = await harness.importer.scans
            let elapsed = ContinuousClock.now - start
            #expect(scans.waited > .seconds(1) && scans.lastDuration + scans.waited <= elapsed, "\(scans.lastDuration) of \(elapsed)")
        }
    }

    @Test func barrier_isReachedThoughFilesKeepComing() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("first"), to: "first.txt")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    var number = 0
                    while !Task.isCancelled {
                        number += 1
                        try harness.folder.write(page("s\(number)"), to: "s\(number).tmp")
                        try harness.folder.rename("s\(number).tmp", to: "s\(number).txt")
                        try? await Task.sleep(for: .milliseconds(20))
                    }
                }
                for _ in 0..<3 { #expect(await harness.sync()) }
                group.cancelAll()
                try await group.waitForAll()
            }
            #expect(harness.ledger.row("first.txt")?.state == .done)
        }
    }
}
