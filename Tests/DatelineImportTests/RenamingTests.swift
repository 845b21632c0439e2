@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Testing

/// Files that are renamed and have to be read again in their new places: their articles stay.
@Suite(.serialized, .timeLimit(.minutes(2 * Patience.factor)))
struct RenamingTests {
    private var long: ImportSettings {
        var settings = ImportSettings()
        settings.longFileBytes = 1024
        return settings
    }

    private var foldersAreSources: ImportOptions {
        var options = ImportOptions()
        options.folderIsSource = true
        return options
    }

    private func lines(_ names: [String]) -> String {
        names.map { "{\"headline\":\"\($0)\",\"body\":\"\(String(repeating: "x", count: 400))\"}\n" }.joined()
    }

    /// Has the importer see several changes together.
    private func atOnce(_ harness: ImportHarness, _ change: () throws -> Void) async throws {
        _ = await harness.importer.setPaused(true)
        try change()
        _ = await harness.importer.setPaused(false)
        #expect(await harness.sync())
    }

    /// What a page and its side file, written in this order or the other, come to when both are renamed.
    @Test(arguments: [true, false]) func withASideFile_keepsTheArticle(_ isBySide: Bool) async throws {
        try await withImporter { harness in
            let folder = harness.folder
            try folder.makeDirectory("s")
            try folder.write(#"{"source":"Orlen News"}"#, to: "s/1.txt.meta.json")
            try folder.write(page("1"), to: "s/1.txt")
            #expect(await harness.sync())
            let ids = try #require(harness.ledger.row("s/1.txt")?.articleIDs)
            if isBySide {
                try folder.makeDirectory("t")
                try folder.rename("s/1.txt.meta.json", to: "t/1.txt.meta.json")
                #expect(await harness.sync())
                try folder.rename("s/1.txt", to: "t/1.txt")
                _ = await harness.importer.retry([ImportPath("t/1.txt")])
            } else {
                try folder.rename("s", to: "t")
            }
            #expect(await harness.sync())
            #expect(harness.ledger.row("t/1.txt")?.articleIDs == ids && harness.ledger.row("t/1.txt")?.state == .done)
            #expect(harness.ledger.row("s/1.txt") == nil && harness.ledger.articles.map(\.source) == ["Orlen News"])
            #expect(!harness.ledger.isMissing(ids[0]))
        }
    }

    @Test func withSideFiles_severalAtOnce_keepTheirArticles() async throws {
        try await withImporter { harness in
            let folder = harness.folder
            try folder.makeDirectory("s")
            for number in 1...40 {
                try folder.write("{\"source\":\"Source \(number)\"}", to: "s/\(number).txt.meta.json")
                try folder.write(page("\(number)"), to: "s/\(number).txt")
            }
            #expect(await harness.sync())
            let ids = (1...40).map { harness.ledger.row("s/\($0).txt")?.articleIDs }
            try folder.rename("s", to: "t")
            #expect(await harness.sync())
            #expect(ids == (1...40).map { harness.ledger.row("t/\($0).txt")?.articleIDs })
            #expect(harness.ledger.articles.count == 40 && Set(harness.ledger.articles.map(\.source)).count == 40)
            let rows = Dictionary(grouping: harness.ledger.rows, by: \.state).mapValues(\.count)
            #expect(await harness.counts() == rows && rows[.done] == 40)
        }
    }

    @Test func ofLongLines_keepsTheArticles_andReadsNothing() async throws {
        let names = ["one", "two", "three", "four"]
        try await withImporter(settings: long, prepare: { try $0.write(lines(names), to: "long.jsonl") }) { harness in
            #expect(await harness.sync())
            let ids = try #require(harness.ledger.row("long.jsonl")?.articleIDs)
            #expect(ids.count == 4)
            let stores = harness.ledger.stores
            try harness.folder.rename("long.jsonl", to: "moved.jsonl")
            #expect(await harness.sync())
            #expect(harness.ledger.row("moved.jsonl")?.articleIDs == ids && harness.ledger.row("long.jsonl") == nil)
            #expect(harness.ledger.articles.count == 4 && harness.ledger.stores == stores && !harness.ledger.isMissing(ids[0]))
            // A copy is another source of the same ones.
            try harness.folder.write(lines(names), to: "copy.jsonl")
            #expect(await harness.sync())
            #expect(harness.ledger.row("copy.jsonl")?.articleIDs == ids && harness.ledger.stores == stores)
            #expect(await harness.counts() == [.done: 2])
        }
    }

    @Test func ofLongLines_thatChangePlaces_keepsTheirArticles() async throws {
        try await withImporter(
            settings: long,
            prepare: {
                try $0.write(lines(["a", "b", "c"]), to: "a.jsonl")
                try $0.write(lines(["d", "e", "f", "g"]), to: "d.jsonl")
            }
        ) { harness in
            #expect(await harness.sync())
            let (a, d) = (harness.ledger.row("a.jsonl")?.articleIDs, harness.ledger.row("d.jsonl")?.articleIDs)
            try await atOnce(harness) {
                try harness.folder.rename("a.jsonl", to: ".kept")
                try harness.folder.rename("d.jsonl", to: "a.jsonl")
                try harness.folder.rename(".kept", to: "d.jsonl")
            }
            #expect(harness.ledger.row("d.jsonl")?.articleIDs == a && harness.ledger.row("a.jsonl")?.articleIDs == d)
            #expect(harness.ledger.articles.count == 7 && a?.count == 3)
            // And on with new lines in one that was moved.
            try harness.folder.write(lines(["a", "b2", "c", "c2"]), to: "d.jsonl")
            #expect(await harness.sync())
            #expect(harness.ledger.row("d.jsonl")?.articleIDs.prefix(3) == a?[...] && harness.ledger.articles.count == 8)
        }
    }

    @Test func intoAnotherFolder_givesTheArticleItsSource() async throws {
        try await withImporter(options: foldersAreSources) { harness in
            let folder = harness.folder
            for name in ["A", "B"] { try folder.makeDirectory(name) }
            try folder.write(page("x"), to: "A/x.txt")
            #expect(await harness.sync())
            let ids = try #require(harness.ledger.row("A/x.txt")?.articleIDs)
            #expect(harness.ledger.article(ids[0])?.source == "A")
            try folder.rename("A/x.txt", to: "B/x.txt")
            #expect(await harness.sync())
            #expect(harness.ledger.row("B/x.txt")?.articleIDs == ids && harness.ledger.row("A/x.txt") == nil)
            #expect(harness.ledger.article(ids[0])?.source == "B" && harness.ledger.articles.count == 1)
            // Should the program end in between, the next start finds it.
            #expect(harness.ledger.history("B/x.txt") == [.importing, .done])
            // Within the folder there is nothing to read.
            let stores = harness.ledger.stores
            try folder.rename("B/x.txt", to: "B/y.txt")
            #expect(await harness.sync())
            #expect(harness.ledger.stores == stores && harness.ledger.article(ids[0])?.source == "B")
        }
    }

    @Test func betweenFolders_whereFilesChangePlaces_givesEachItsSource() async throws {
        try await withImporter(options: foldersAreSources) { harness in
            let folder = harness.folder
            let names = ["A", "B", "C"]
            for name in names {
                try folder.makeDirectory(name)
                try folder.write(page(name), to: "\(name)/x.txt")
            }
            #expect(await harness.sync())
            let ids = names.compactMap { harness.ledger.row("\($0)/x.txt")?.articleIDs.first }
            let sources = { ids.map { harness.ledger.article($0)?.source } }
            #expect(ids.count == 3 && sources() == ["A", "B", "C"])
            try await atOnce(harness) {
                try folder.rename("A/x.txt", to: ".kept")
                try folder.rename("B/x.txt", to: "A/x.txt")
                try folder.rename(".kept", to: "B/x.txt")
            }
            #expect(["B", "A", "C"].map { harness.ledger.row("\($0)/x.txt")?.articleIDs.first } == ids)
            #expect(sources() == ["B", "A", "C"])
            // Round in a circle.
            try await atOnce(harness) {
                try folder.rename("A/x.txt", to: ".kept")
                try folder.rename("B/x.txt", to: "A/x.txt")
                try folder.rename("C/x.txt", to: "B/x.txt")
                try folder.rename(".kept", to: "C/x.txt")
            }
            #expect(["A", "C", "B"].map { harness.ledger.row("\($0)/x.txt")?.articleIDs.first } == ids)
            #expect(sources() == ["A", "C", "B"] && harness.ledger.articles.count == 3)
            #expect(await harness.counts() == [.done: 3])
        }
    }

    @Test func ontoAMissingFile_takesItOffTheCount() async throws {
        var settings = ImportSettings()
        settings.earlyGrace = .zero
        try await withImporter(settings: settings) { harness in
            try harness.folder.write(page("a"), to: "a.txt")
            try harness.folder.write([0, 1, 2, 0, 0, 7], to: Array("bad.txt".utf8))
            #expect(await harness.sync())
            #expect(harness.ledger.row("bad.txt")?.state == .failed)
            try harness.folder.delete("bad.txt")
            await eventually { await harness.counts()[.missing] == 1 }
            try harness.folder.rename("a.txt", to: "bad.txt")
            #expect(await harness.sync())
            await eventually { await harness.counts() == [.done: 1] }
            #expect(harness.ledger.rows.map(\.path) == [ImportPath("bad.txt")])
        }
    }
}
