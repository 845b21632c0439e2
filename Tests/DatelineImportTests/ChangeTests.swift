@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Testing

/// Files that change, go, come back, or stay as they are.
@Suite(.timeLimit(.untilHung))
struct ChangeTests {
    @Test func edit_keepsTheArticle() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("one"), to: "e.txt")
            #expect(await harness.sync())
            let first = try #require(harness.ledger.row("e.txt"))
            try harness.folder.write(page("two"), to: "e.txt")
            #expect(await harness.sync())
            let second = try #require(harness.ledger.row("e.txt"))
            #expect(second.articleIDs == first.articleIDs && second.id == first.id && second.revision == 2)
            #expect(harness.ledger.articles.map(\.headline) == ["Headline two brings news to the harbour"])
        }
    }

    @Test func edit_byAnAtomicSave_keepsTheArticle() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("one"), to: "e.txt")
            #expect(await harness.sync())
            let first = try #require(harness.ledger.row("e.txt"))
            try harness.folder.rename("e.txt", to: "e.txt~")
            try harness.folder.write(page("three"), to: "e.txt")
            try harness.folder.delete("e.txt~")
            #expect(await harness.sync())
            #expect(harness.ledger.row("e.txt")?.articleIDs == first.articleIDs && harness.ledger.articles.count == 1)
        }
    }

    @Test func touch_parsesNothing() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("t"), to: "t.txt")
            #expect(await harness.sync())
            let before = try #require(harness.ledger.row("t.txt"))
            try harness.folder.age("t.txt", by: 500)
            #expect(await harness.sync())
            let after = try #require(harness.ledger.row("t.txt"))
            #expect(after.state == .done && after.revision == 1 && after.stamp != before.stamp && after.attempts == 1)
            #expect(await harness.importer.status().parsedFiles == 1 && harness.ledger.stores == 1)
        }
    }

    @Test func touch_ofAFailedFile_triesNothing() async throws {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        try await withImporter(settings: settings) { harness in
            try harness.folder.write("{bad", to: "bad.json")
            #expect(await harness.sync())
            try harness.folder.age("bad.json", by: 500)
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("bad.json"))
            #expect(row.state == .failed && row.reason == "parse-failed" && row.attempts == 1)
        }
    }

    @Test func scan_nothingChanged_writesNothing() async throws {
        try await withImporter { harness in
            for number in 1...30 { try harness.folder.write(page("\(number)"), to: "\(number).txt") }
            try harness.folder.write("%PDF", to: "a.pdf")
            #expect(await harness.sync())
            let writes = harness.ledger.writes
            for _ in 1...3 { #expect(await harness.sync()) }
            #expect(harness.ledger.writes == writes)
            #expect(await harness.importer.status().parsedFiles == 30)
        }
    }

    @Test func restart_parsesNothing() async throws {
        let folder = try TemporaryFolder()
        for number in 1...50 { try folder.write(page("\(number)"), to: "\(number).txt") }
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        #expect(first.ledger.stores == 50)
        for _ in 1...2 {
            let again = ImportHarness(folder: folder, ledger: first.ledger)
            try await again.run { harness in
                #expect(await harness.sync())
                #expect(await harness.importer.status().parsedFiles == 50)
                #expect(await harness.counts() == [.done: 50])
            }
        }
        #expect(first.ledger.stores == 50)
    }

    @Test func delete_marksTheRow_andComingBackClearsIt() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("a"), to: "a.txt")
            try harness.folder.write(page("b"), to: "b.txt")
            #expect(await harness.sync())
            let ids = try #require(harness.ledger.row("a.txt")?.articleIDs)
            try harness.folder.delete("a.txt")
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.txt")?.state == .missing && harness.ledger.articles.count == 2)
            #expect(await harness.counts() == [.done: 1, .missing: 1])
            try harness.folder.write(page("a"), to: "a.txt")
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("a.txt"))
            #expect(row.state == .done && row.articleIDs == ids && row.revision == 1)
            #expect(await harness.counts() == [.done: 2])
        }
    }

    @Test func delete_ofAWholeDirectory_isSeenByEvent() async throws {
        let outside = try TemporaryFolder()
        try await withImporter(settings: .eventsOnly) { harness in
            try harness.folder.makeDirectory("d")
            for number in 1...5 { try harness.folder.write(page("\(number)"), to: "d/\(number).txt") }
            #expect(await harness.sync())
            try harness.folder.rename(harness.folder.full("d"), to: outside.full("d"))
            await eventually { await harness.counts() == [.missing: 5] }
            // Moved back and watched anew.
            try harness.folder.rename(outside.full("d"), to: harness.folder.full("d"))
            await eventually { await harness.counts() == [.done: 5] }
            #expect(await harness.importer.status().parsedFiles == 5)
        }
    }

    @Test func delete_whileNobodyWatched_isFoundAtTheStart() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("a"), to: "a.txt")
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        try folder.delete("a.txt")
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.txt")?.state == .missing)
        }
    }

    @Test func root_movedAway_marksNothingMissing_andComesBack() async throws {
        let outer = try TemporaryFolder()
        try outer.makeDirectory("w")
        try outer.write(page("1"), to: "w/1.txt")
        var settings = ImportSettings()
        settings.pollInterval = .milliseconds(50)
        try await ImportHarness(folder: outer, root: outer.path + "/w", settings: settings).run { harness in
            #expect(await harness.sync())
            try outer.rename("w", to: "away")
            await eventually { await harness.importer.status().root?.state == .unavailable }
            #expect(await harness.sync())
            #expect(await harness.counts() == [.done: 1])
            try outer.makeDirectory("w")
            try outer.write(page("2"), to: "w/2.txt")
            await eventually { await harness.importer.status().root?.state == .replaced }
            #expect(await harness.sync())
            #expect(await harness.counts() == [.done: 2])
            #expect(await harness.importer.status().heldDeletes == 1)
            try outer.rename("w", to: "other")
            try outer.rename("away", to: "w")
            try outer.write(page("3"), to: "w/3.txt")
            await eventually { await harness.counts() == [.done: 2, .missing: 1] }
            #expect(await harness.importer.status().heldDeletes == 0)
        }
    }

    @Test func root_absentAtTheStart_isTakenUpWhenItComes() async throws {
        let outer = try TemporaryFolder()
        var settings = ImportSettings()
        settings.pollInterval = .milliseconds(50)
        try await ImportHarness(folder: outer, root: outer.path + "/later", settings: settings).run { harness in
            await eventually { await harness.importer.status().root?.state == .unavailable }
            try outer.makeDirectory("later")
            try outer.write(page("1"), to: "later/1.txt")
            await eventually { await harness.counts() == [.done: 1] }
        }
    }

    @Test func edit_inTheTickOfTheImport_isFoundByTheNextStart() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("b"), to: "a.txt")
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        // As if other bytes had been read, just before the file was written over within one tick of the file system's clock.
        var row = try #require(first.ledger.row("a.txt"))
        row.sha256 = String(repeating: "0", count: 64)
        let changed = try #require(row.stamp).changedNanoseconds
        row.updatedAt = Timestamp(milliseconds: changed / 1_000_000 + 5)
        _ = try await first.ledger.commit([.row(row)], parsedFiles: 0, root: Array(folder.path.utf8))
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.txt")?.sha256 != row.sha256 && harness.ledger.row("a.txt")?.revision == 2)
        }
    }
}
