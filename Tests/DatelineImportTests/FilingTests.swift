@testable import DatelineImport
import Crypto
import DatelineModels
import DatelineTestSupport
import Foundation
import Testing

/// Files that the program moves, where something else happens meanwhile or did before.
@Suite(.serialized, .timeLimit(.minutes(2 * Patience.factor)))
struct FilingTests {
    private var consuming: ImportOptions {
        var options = ImportOptions()
        options.mode = .consume
        return options
    }

    private var settings: ImportSettings {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        return settings
    }

    private func hash(_ text: String) -> String { SHA256.hash(data: Data(text.utf8)).hexadecimal }

    private func stamp(_ name: String, _ harness: ImportHarness) async throws -> FileStamp {
        guard case .file(let found)? = await harness.importer.walker.look([ImportPath(name)]).first?.look else {
            throw SystemFailure(code: ENOENT)
        }
        return found.stamp
    }

    /// Puts a file into the folder whose time of writing keeps it under suspicion.
    private func drop(_ text: String, _ harness: ImportHarness, early: Bool = true) throws {
        try harness.folder.write(text, to: ".new")
        if early { try harness.folder.age(".new", by: -1000) }
        try harness.folder.rename(".new", to: "a.txt")
    }

    @Test func versionThatLooksLikeTheOneThatWasRead_isReadToo() async throws {
        try await withImporter(options: consuming, settings: settings) { harness in
            #expect(await harness.sync())
            harness.ledger.hold(.commit)
            try drop(page("one"), harness)
            await eventually { harness.ledger.isHolding }
            try harness.folder.write(page("two"), to: "a.txt")
            try harness.folder.age("a.txt", by: -1000)
            harness.ledger.restamp("a.txt", try await stamp("a.txt", harness))
            harness.ledger.hold(nil)
            await eventually { harness.folder.exists("done/a.txt") }
            #expect(await harness.sync())
            await eventually { harness.ledger.row("done/a.txt")?.sha256 == hash(page("two")) }
            #expect(harness.ledger.articles.contains { $0.headline.contains("two") })
        }
    }

    @Test func fileThatMayHaveChangedWithoutATrace_isLookedAtWhereItWasMoved() async throws {
        try await withImporter(options: consuming, settings: settings) { harness in
            #expect(await harness.sync())
            try drop(page("one"), harness)
            await eventually { harness.ledger.row("done/a.txt")?.state == .done }
            let note = await harness.importer.catalogue.settled[PathKey(ImportPath("done/a.txt"))]
            #expect(note?.isRacy == true || note == nil)
            try harness.folder.write(page("two"), to: "done/a.txt")
            try harness.folder.age("done/a.txt", by: -1000)
            #expect(await harness.sync())
            await eventually { harness.ledger.row("done/a.txt")?.sha256 == hash(page("two")) }
        }
    }

    @Test func fileThatIsClosedAgain_isReadOnceMore_andMoved() async throws {
        try await withImporter(options: consuming, settings: settings) { harness in
            #expect(await harness.sync())
            harness.ledger.hold(.commit)
            try drop(page("one"), harness, early: false)
            await eventually { harness.ledger.isHolding }
            // Nothing is written; another writer's close looks just so.
            _ = try OpenFile(harness.folder.full("a.txt"), appending: true)
            await eventually { await harness.importer.catalogue[ImportPath("a.txt")]?.isClosedAgain == true }
            harness.ledger.hold(nil)
            await eventually { harness.ledger.row("done/a.txt")?.state == .done }
            #expect(await harness.sync())
            #expect(harness.ledger.stores == 1)
            #expect(await harness.counts() == [.done: 1])
        }
    }

    /// How many rows have each state.
    private func rows(_ harness: ImportHarness) -> [ImportState: Int] {
        Dictionary(grouping: harness.ledger.rows, by: \.state).mapValues(\.count)
    }

    @Test func placesThatAreClearedAndFilledAgain_areCountedOnce() async throws {
        try await withImporter(options: consuming, settings: settings) { harness in
            let folder = harness.folder
            for version in 1...4 {
                try folder.write("{\"source\":\"S\"}", to: "latest.txt.meta.json")
                try folder.write(page("\(version)"), to: "latest.txt")
                try folder.write("{bad \(version)", to: "bad.json")
                #expect(await harness.sync())
                #expect(folder.exists("done/latest.txt") && folder.exists("failed/bad.json"))
                #expect(await harness.counts() == rows(harness) && rows(harness)[.missing] == nil)
                try folder.delete("done/latest.txt")
                if folder.exists("done/latest.txt.meta.json") { try folder.delete("done/latest.txt.meta.json") }
                if version == 2 {
                    // To have it tried again.
                    try folder.rename("failed/bad.json", to: "bad.json")
                } else {
                    try folder.delete("failed/bad.json")
                }
                #expect(await harness.sync())
                await eventually { await harness.counts()[.missing] ?? 0 >= 2 }
                #expect(await harness.counts() == rows(harness))
                if folder.exists("bad.json") { try folder.delete("bad.json") }
                if version == 2, folder.exists("failed/bad.json") { try folder.delete("failed/bad.json") }
                #expect(await harness.sync())
            }
        }
    }

    @Test func start_withMovesToFinish_countsEachMissingFileOnce() async throws {
        let folder = try TemporaryFolder()
        for name in ["a", "gone", "m"] { try folder.write(page(name), to: name + ".txt") }
        let first = ImportHarness(folder: folder)
        try await first.run { harness in
            #expect(await harness.sync())
            try folder.delete("gone.txt")
            #expect(await harness.sync())
            await eventually { await harness.counts()[.missing] == 1 }
        }
        let root = Array(folder.path.utf8)
        var outcomes: [ImportOutcome] = []
        for (name, place) in [("a.txt", "done/a.txt"), ("m.txt", "done/m.txt")] {
            var row = try #require(first.ledger.row(name))
            row.pendingMove = ImportPath(place)
            outcomes.append(.row(row))
            // Former files of these names that are gone.
            var former = try #require(first.ledger.row("gone.txt"))
            former.path = ImportPath(place)
            outcomes.append(.row(former))
        }
        _ = try await first.ledger.commit(outcomes, parsedFiles: 0, root: root)
        // The store fails at the first move.
        first.ledger.fail(once: .records, with: .timeout)
        try await ImportHarness(folder: folder, ledger: first.ledger, options: consuming).run { harness in
            #expect(await harness.sync(.seconds(30).patient))
            #expect(rows(harness) == [.done: 2, .missing: 1])
            #expect(await harness.counts() == [.done: 2, .missing: 1])
        }
    }

    @Test func fileThatBringsTheProgramDown_isMovedWithItsReason() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("deadly"), to: "deadly.txt")
        let first = ImportHarness(folder: folder)
        try await first.run { #expect(await $0.sync()) }
        var row = try #require(first.ledger.row("deadly.txt"))
        row.state = .importing
        row.attempts = 3
        _ = try await first.ledger.commit([.row(row)], parsedFiles: 0, root: Array(folder.path.utf8))
        let stores = first.ledger.stores
        try await ImportHarness(folder: folder, ledger: first.ledger, options: consuming).run { harness in
            #expect(await harness.sync())
            await eventually { folder.exists("failed/deadly.txt") && folder.exists("failed/deadly.txt.reason.json") }
            #expect(await harness.sync())
            #expect(harness.ledger.row("failed/deadly.txt")?.reason == "parser-crashed" && harness.ledger.stores == stores)
            #expect(await harness.counts() == [.failed: 1])
        }
    }

    @Test func reasonsOfFilesThatFailed_areNoArticles_whenFilesStayAgain() async throws {
        let folder = try TemporaryFolder()
        let first = ImportHarness(folder: folder, options: consuming, settings: settings)
        try await first.run { harness in
            try folder.write("{bad", to: "bad.json")
            #expect(await harness.sync())
            #expect(folder.exists("failed/bad.json.reason.json"))
        }
        try await ImportHarness(folder: folder, ledger: first.ledger, settings: settings).run { harness in
            #expect(await harness.sync())
            #expect(harness.ledger.row("failed/bad.json.reason.json")?.reason == "failure-note")
            #expect(await harness.counts() == [.failed: 1, .skipped: 1])
        }
        // It still goes with its file.
        try await ImportHarness(folder: folder, ledger: first.ledger, options: consuming, settings: settings).run { harness in
            #expect(await harness.sync())
            try folder.write("{\"headline\": \"Good now\"}", to: "failed/bad.json")
            #expect(await harness.sync())
            await eventually { folder.exists("done/bad.json") && !folder.exists("failed/bad.json.reason.json") }
            #expect(await harness.sync())
            await eventually { await harness.counts() == [.done: 1, .missing: 1] }
        }
    }
}
