@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Testing

/// Files that are renamed, copied or dealt out by the program itself.
@Suite(.timeLimit(.untilHung))
struct MovingTests {
    private var consuming: ImportOptions {
        var options = ImportOptions()
        options.mode = .consume
        return options
    }

    /// An importer through with `a.txt` and `b.txt`; `body` is given the ids of their articles.
    private func withTwoArticles(_ body: (ImportHarness, _ a: [ResourceID]?, _ b: [ResourceID]?) async throws -> Void) async throws {
        try await withImporter { harness in
            for name in ["a", "b"] { try harness.folder.write(page(name), to: "\(name).txt") }
            #expect(await harness.sync())
            try await body(harness, harness.ledger.row("a.txt")?.articleIDs, harness.ledger.row("b.txt")?.articleIDs)
        }
    }

    /// Has the importer see several changes together.
    private func atOnce(_ harness: ImportHarness, _ change: () throws -> Void) async throws {
        _ = await harness.importer.setPaused(true)
        try change()
        _ = await harness.importer.setPaused(false)
        #expect(await harness.sync())
    }

    @Test func rename_ofAFolder_keepsArticles_andParsesNothing() async throws {
        try await withImporter { harness in
            try harness.folder.makeDirectory("s")
            for number in 1...60 { try harness.folder.write(page("\(number)"), to: "s/\(number).txt") }
            #expect(await harness.sync())
            let ids = (1...60).map { harness.ledger.row("s/\($0).txt")?.articleIDs }
            try harness.folder.rename("s", to: "t")
            #expect(await harness.sync())
            #expect(ids == (1...60).map { harness.ledger.row("t/\($0).txt")?.articleIDs })
            #expect(await harness.counts() == [.done: 60])
            #expect(harness.ledger.stores == 60 && harness.ledger.rows.count == 60)
        }
    }

    @Test func rename_whileNobodyWatched_keepsTheArticle() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("a"), to: "a.txt")
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        let ids = first.ledger.row("a.txt")?.articleIDs
        try folder.rename("a.txt", to: "b.txt")
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("b.txt")?.articleIDs == ids && harness.ledger.row("a.txt") == nil)
            #expect(harness.ledger.stores == 1)
        }
    }

    @Test func rename_whosePlaceIsTakenBeforeAnybodyLooks_keepsBothArticles() async throws {
        try await withTwoArticles { harness, a, b in
            try await atOnce(harness) {
                try harness.folder.rename("a.txt", to: "kept.txt")
                try harness.folder.rename("b.txt", to: "a.txt")
            }
            #expect(harness.ledger.row("kept.txt")?.articleIDs == a && harness.ledger.row("a.txt")?.articleIDs == b)
            #expect(harness.ledger.row("b.txt") == nil && harness.ledger.articles.count == 2)

            try await atOnce(harness) {
                try harness.folder.rename("a.txt", to: "b.txt")
                try harness.folder.rename("kept.txt", to: "a.txt")
                try harness.folder.write(page("c"), to: "kept.txt")
            }
            #expect(harness.ledger.row("a.txt")?.articleIDs == a && harness.ledger.row("b.txt")?.articleIDs == b)
            #expect(harness.ledger.articles.count == 3 && harness.ledger.stores == 3)
            #expect(await harness.counts() == [.done: 3])
        }
    }

    @Test func rename_intoThePlaceOfAFileThatWasRenamed_keepsBothArticles() async throws {
        try await withTwoArticles { harness, a, b in
            try harness.folder.rename("a.txt", to: "kept.txt")
            #expect(await harness.sync())
            try await atOnce(harness) {
                try harness.folder.rename("b.txt", to: "a.txt")
                try harness.folder.rename("kept.txt", to: "b.txt")
            }
            #expect(harness.ledger.row("b.txt")?.articleIDs == a && harness.ledger.row("a.txt")?.articleIDs == b)
            #expect(harness.ledger.articles.count == 2 && harness.ledger.stores == 2)
            #expect(await harness.counts() == [.done: 2])
        }
    }

    @Test func files_thatChangePlacesBeforeAnybodyLooks_keepTheirArticles() async throws {
        try await withTwoArticles { harness, a, b in
            try await atOnce(harness) {
                try harness.folder.rename("a.txt", to: ".kept")
                try harness.folder.rename("b.txt", to: "a.txt")
                try harness.folder.rename(".kept", to: "b.txt")
            }
            #expect(harness.ledger.row("b.txt")?.articleIDs == a && harness.ledger.row("a.txt")?.articleIDs == b)
            #expect(harness.ledger.articles.count == 2 && harness.ledger.stores == 2)
            #expect(await harness.counts() == [.done: 2])
            // Round in a circle of three, one of them new.
            try await atOnce(harness) {
                try harness.folder.rename("a.txt", to: ".kept")
                try harness.folder.rename("b.txt", to: "a.txt")
                try harness.folder.write(page("c"), to: "b.txt")
                try harness.folder.rename(".kept", to: "c.txt")
            }
            #expect(harness.ledger.row("a.txt")?.articleIDs == a && harness.ledger.row("c.txt")?.articleIDs == b)
            #expect(harness.ledger.articles.count == 3 && harness.ledger.stores == 3)
        }
    }

    @Test func copy_isASecondSourceOfTheArticle_andMayGo() async throws {
        var options = ImportOptions()
        options.missing = .delete
        try await withImporter(options: options) { harness in
            try harness.folder.write(page("d"), to: "a.txt")
            #expect(await harness.sync())
            try harness.folder.write(page("d"), to: "b.txt")
            #expect(await harness.sync())
            let ids = try #require(harness.ledger.row("a.txt")?.articleIDs)
            #expect(harness.ledger.row("b.txt")?.articleIDs == ids && harness.ledger.row("b.txt")?.state == .done)
            try harness.folder.delete("a.txt")
            #expect(await harness.sync())
            #expect(harness.ledger.row("a.txt")?.state == .missing && harness.ledger.articles.count == 1)
            try harness.folder.write("", to: "other.txt")
            try harness.folder.delete("b.txt")
            #expect(await harness.sync())
            #expect(harness.ledger.articles.isEmpty)
        }
    }

    @Test func copies_droppedTogether_areParsedOnce() async throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.txt", "c.txt"] {
            try folder.write(page("same"), to: name)
            try folder.age(name, by: 100)
        }
        // They wait for the first no longer than a while.
        try await ImportHarness(folder: folder, clock: PacedClock(slowness: 5)).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 1 && harness.ledger.stores == 1)
            #expect(await harness.counts() == [.done: 3])
        }
    }

    @Test func copies_ofWhatTakesLong_areParsedOnce() async throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.txt", "c.txt"] {
            try folder.write(page("same"), to: name)
            try folder.age(name, by: 100)
        }
        let harness = ImportHarness(folder: folder, clock: PacedClock(slowness: 5))
        harness.ledger.slowDown(to: .milliseconds(2500))
        try await harness.run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.articles.count == 1 && harness.ledger.stores == 1)
            #expect(await harness.counts() == [.done: 3])
        }
    }

    @Test func manyDeletions_areHeld_untilConfirmed() async throws {
        try await withImporter { harness in
            for number in 1...120 { try harness.folder.write(page("\(number)"), to: "\(number).txt") }
            #expect(await harness.sync())
            for number in 1...60 { try harness.folder.delete("\(number).txt") }
            #expect(await harness.sync())
            var status = await harness.importer.status()
            #expect(status.heldDeletes == 60 && status.counts[.missing] == 0 && !status.isOK && status.reason == "deletes-held")
            #expect(try await harness.importer.confirmDeletes() == 60)
            #expect(await harness.sync())
            status = await harness.importer.status()
            #expect(status.heldDeletes == 0 && status.counts[.missing] == 60 && status.counts[.done] == 60 && status.isOK)
        }
    }

    @Test(arguments: [true, false]) func emptiedFolder_deletesNothingForGood_untilConfirmed(_ isSeenByEvents: Bool) async throws {
        var options = ImportOptions()
        options.missing = .delete
        var settings = ImportSettings()
        settings.usesEvents = isSeenByEvents
        try await withImporter(options: options, settings: settings) { harness in
            for name in ["a", "b"] { try harness.folder.write(page(name), to: name + ".txt") }
            #expect(await harness.sync())
            for name in ["a", "b"] { try harness.folder.delete(name + ".txt") }
            #expect(await harness.sync())
            await eventually { await harness.importer.status().heldDeletes == 2 }
            #expect(harness.ledger.articles.count == 2 && harness.ledger.rows.map(\.state) == [.done, .done])
            #expect(try await harness.importer.confirmDeletes() == 2)
            #expect(await harness.sync())
            #expect(harness.ledger.rows.map(\.state) == [.missing, .missing])
        }
    }

    @Test func manyDeletions_thatAreUndone_areForgotten() async throws {
        try await withImporter { harness in
            for number in 1...60 { try harness.folder.write(page("\(number)"), to: "\(number).txt") }
            #expect(await harness.sync())
            let away = try TemporaryFolder()
            for number in 1...60 { try harness.folder.rename(harness.folder.full("\(number).txt"), to: away.full("\(number).txt")) }
            #expect(await harness.sync())
            #expect(await harness.importer.status().heldDeletes == 60)
            for number in 1...60 { try harness.folder.rename(away.full("\(number).txt"), to: harness.folder.full("\(number).txt")) }
            #expect(await harness.sync())
            #expect(await harness.importer.status().heldDeletes == 0)
            #expect(await harness.counts() == [.done: 60])
            #expect(harness.ledger.stores == 60)
        }
    }

    @Test func consumed_filesAreMoved_eachDropIsItsOwnArticle() async throws {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        try await withImporter(options: consuming, settings: settings) { harness in
            for version in ["one", "two", "three"] {
                try harness.folder.write(page(version), to: "same.txt")
                #expect(await harness.sync())
            }
            try harness.folder.makeDirectory("in")
            try harness.folder.write("{bad", to: "in/bad.json")
            #expect(await harness.sync())
            let rows = Dictionary(uniqueKeysWithValues: harness.ledger.rows.map { ($0.path.text, $0.state) })
            #expect(rows == ["done/same.txt": .done, "done/same-2.txt": .done, "done/same-3.txt": .done, "failed/in/bad.json": .failed])
            #expect(harness.ledger.row("done/same-2.txt")?.origin == ImportPath("same.txt"))
            #expect(harness.ledger.articles.count == 3)
            // The note on the failed file is none of the files.
            #expect(await harness.sync())
            let status = await harness.importer.status()
            #expect(status.counts[.done] == 3 && status.counts[.failed] == 1 && status.ignored == 1)
        }
    }

    @Test func consumed_takesItsSideFileAlong_andAMendedFileLosesItsReason() async throws {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        try await withImporter(options: consuming, settings: settings) { harness in
            let folder = harness.folder
            try folder.write("{\"source\":\"Orlen News\"}", to: "a.txt.meta.json")
            try folder.write(page("a"), to: "a.txt")
            try folder.write("{\"headline\": }", to: "bad.json")
            #expect(await harness.sync())
            #expect(folder.exists("done/a.txt.meta.json") && !folder.exists("a.txt.meta.json"))
            #expect(harness.ledger.articles.map(\.source) == ["Orlen News"])
            #expect(folder.exists("failed/bad.json.reason.json"))
            // Otherwise wrong, then right.
            let before = try folder.read("failed/bad.json.reason.json")
            try folder.write("[7]", to: "failed/bad.json")
            #expect(await harness.sync())
            #expect(try folder.read("failed/bad.json.reason.json") != before)
            try folder.write("{\"headline\": \"Good now\"}", to: "failed/bad.json")
            #expect(await harness.sync())
            #expect(folder.exists("done/bad.json") && !folder.exists("failed/bad.json.reason.json"))
            #expect(await harness.counts() == [.done: 2, .skipped: 1])
            #expect(harness.ledger.row("done/a.txt.meta.json")?.reason == "side-file" && harness.ledger.row("a.txt.meta.json") == nil)
            // It speaks of its page at the new place, too.
            try folder.write("{\"source\":\"Karsh Times\"}", to: "done/a.txt.meta.json")
            #expect(await harness.sync())
            #expect(harness.ledger.articles.map(\.source).contains("Karsh Times") && harness.ledger.articles.count == 2)
        }
    }

    @Test func consumed_notYetMoved_isFiledByTheNextStart() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("a"), to: "a.txt")
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        var row = try #require(first.ledger.row("a.txt"))
        row.pendingMove = ImportPath("done/a.txt")
        _ = try await first.ledger.commit([.row(row)], parsedFiles: 0, root: Array(folder.path.utf8))
        try await ImportHarness(folder: folder, ledger: first.ledger, options: consuming).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.rows.map(\.path.text) == ["done/a.txt"] && harness.ledger.stores == 1)
            #expect(await harness.counts() == [.done: 1])
        }
    }

    @Test func consumed_importedBeforeFilesWereMoved_isFiledWithoutBeingParsedAgain() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("a"), to: "a.txt")
        var settings = ImportSettings()
        settings.longFileBytes = 1024
        try folder.write("{\"headline\":\"H\",\"body\":\"\(String(repeating: "x", count: 2000))\"}\n", to: "long.jsonl")
        let first = ImportHarness(folder: folder, settings: settings)
        try await first.run { #expect(await $0.sync()) }
        let stores = first.ledger.stores
        try await ImportHarness(folder: folder, ledger: first.ledger, options: consuming, settings: settings).run { harness in
            #expect(await harness.sync())
            await eventually { folder.exists("done/a.txt") && folder.exists("done/long.jsonl") }
            #expect(await harness.sync())
            #expect(harness.ledger.rows.map(\.path.text) == ["done/a.txt", "done/long.jsonl"] && harness.ledger.stores == stores)
            #expect(!folder.exists("a.txt") && !folder.exists("long.jsonl"))
        }
    }

    @Test func consumed_thatCannotBeMoved_isStoredAndTriedAgain() async throws {
        try await withImporter(options: consuming) { harness in
            let folder = harness.folder
            #expect(await harness.sync())
            // A link in the place of the folder isn't followed.
            try folder.makeDirectory("elsewhere")
            try folder.rename("done", to: "aside")
            try folder.link("elsewhere", as: "done")
            try folder.write(page("a"), to: "a.txt")
            await eventually { harness.ledger.row("a.txt")?.state == .retrying }
            #expect(harness.ledger.articles.count == 1 && harness.ledger.row("a.txt")?.nextAttemptAt != nil)
            try folder.delete("done")
            try folder.rename("aside", to: "done")
            await eventually { harness.ledger.row("done/a.txt")?.state == .done }
            #expect(folder.exists("done/a.txt") && harness.ledger.stores == 1 && harness.ledger.articles.count == 1)
        }
    }

    @Test func longLines_areReadPieceByPiece_andGoOnAfterABreak() async throws {
        let folder = try TemporaryFolder()
        let lines = (0..<6000).map { #"{"headline":"Record \#($0)","body":"\#(String(repeating: "x", count: 800))"}"# }
        try folder.write(lines.joined(separator: "\n") + "\n{bad\n", to: "long.jsonl")
        try folder.age("long.jsonl", by: 100)
        let first = ImportHarness(folder: folder)
        // Ends it somewhere on the way.
        first.ledger.onCommit { [importer = first.importer] stores in if stores > 1 { importer.stop() } }
        try await first.run { harness in await eventually { harness.ledger.stores > 1 } }
        let broken = try #require(first.ledger.row("long.jsonl"))
        #expect(broken.state == .importing && (broken.resume?.records ?? 0) >= 1000)
        try await ImportHarness(folder: folder, ledger: first.ledger).run { harness in
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("long.jsonl"))
            #expect(row.state == .partial && row.errorCount == 1 && row.errors.first?.line == 6001 && row.resume == nil)
            #expect(harness.ledger.articles.count == 6000 && harness.ledger.largestPiece <= 1000 && row.sha256?.count == 64)
            let stores = harness.ledger.stores
            try harness.folder.age("long.jsonl", by: 50)
            #expect(await harness.sync())
            #expect(harness.ledger.stores == stores)
        }
    }

    @Test func retry_parsesAgain_whatHasNotChanged() async throws {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        try await withImporter(settings: settings) { harness in
            try harness.folder.write("{bad", to: "bad.json")
            try harness.folder.write(page("good"), to: "good.txt")
            #expect(await harness.sync())
            #expect(try await harness.importer.retry(.all(state: .failed, reason: "parse-failed")) == 1)
            #expect(await harness.sync())
            #expect(harness.ledger.root.parsedFiles == 3 && harness.ledger.row("bad.json")?.attempts == 2)
            #expect(try await harness.importer.retry(.all(state: .failed, reason: "too-large")) == 0)
        }
    }

    @Test func sideFile_thatComesLater_hasTheFileReadAgain() async throws {
        try await withImporter { harness in
            try harness.folder.write(page("main"), to: "a.txt")
            #expect(await harness.sync())
            try harness.folder.write(#"{"source":"The Side"}"#, to: "a.txt.meta.json")
            #expect(await harness.sync())
            await eventually { await harness.importer.status().parsedFiles == 2 }
            #expect(harness.ledger.row("a.txt.meta.json")?.state == .skipped)
        }
    }

    @Test(arguments: [true, false]) func sideFile_thatGoes_takesItsFieldsAlong(_ usesEvents: Bool) async throws {
        var settings = ImportSettings()
        settings.usesEvents = usesEvents
        try await withImporter(settings: settings) { harness in
            try harness.folder.write(#"{"source":"The Side"}"#, to: "a.txt.meta.json")
            try harness.folder.write(page("main"), to: "a.txt")
            try harness.folder.write(page("other"), to: "b.txt")
            #expect(await harness.sync())
            let ids = try #require(harness.ledger.row("a.txt")?.articleIDs)
            await eventually { ids.first.flatMap(harness.ledger.article)?.source == "The Side" }
            let parsed = await harness.importer.status().parsedFiles
            try harness.folder.delete("a.txt.meta.json")
            #expect(await harness.sync())
            await eventually { ids.first.flatMap(harness.ledger.article).map { $0.source == nil } == true }
            #expect(harness.ledger.row("a.txt.meta.json")?.state == .missing && harness.ledger.row("a.txt")?.articleIDs == ids)
            #expect(await harness.importer.status().parsedFiles == parsed + 1)
        }
    }

    @Test func sideFile_thatIsClearedAway_leavesADoneFileAsItIs() async throws {
        try await withImporter(options: consuming) { harness in
            try harness.folder.write(#"{"source":"The Side"}"#, to: "a.txt.meta.json")
            try harness.folder.write(page("main"), to: "a.txt")
            #expect(await harness.sync())
            await eventually { harness.folder.exists("done/a.txt.meta.json") && harness.folder.exists("done/a.txt") }
            #expect(await harness.sync())
            let parsed = await harness.importer.status().parsedFiles
            try harness.folder.delete("done/a.txt.meta.json")
            #expect(await harness.sync())
            await eventually { harness.ledger.row("done/a.txt.meta.json").map { $0.state == .missing } ?? true }
            #expect(await harness.sync())
            #expect(await harness.importer.status().parsedFiles == parsed && harness.ledger.articles.first?.source == "The Side")
        }
    }
}
