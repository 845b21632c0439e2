@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Synchronization
import Testing

/// Deletions that can't be undone.
@Suite(.timeLimit(.minutes(2 * Patience.factor)))
struct DeletingTests {
    private var deleting: ImportOptions {
        var options = ImportOptions()
        options.missing = .delete
        return options
    }

    @Test(arguments: [true, false]) func move_behindTheBackOfAWalk_keepsTheArticle(_ usesEvents: Bool) async throws {
        let folder = try TemporaryFolder()
        let places = ["a", "b", "c"]
        let isArmed = Mutex(false)
        var settings = ImportSettings()
        settings.usesEvents = usesEvents
        // So that no other look comes between.
        settings.pollInterval = .seconds(600)
        settings.unprovenInterval = .seconds(600)
        let harness = ImportHarness(folder: folder, options: deleting, settings: settings) { observation in
            // The walk stands in one of the places, and has listed the folder that holds them.
            guard case .found(let count) = observation, count > 0,
                isArmed.withLock({
                    let was = $0; $0 = false; return was
                })
            else { return }
            for place in places { try? folder.rename("\(place)/known.txt", to: "\(place).txt") }
        }
        for place in places {
            try folder.makeDirectory(place)
            try folder.write(page(place), to: "\(place)/known.txt")
        }
        try await harness.run { harness in
            #expect(await harness.sync())
            let ids = places.map { harness.ledger.row("\($0)/known.txt")?.articleIDs }
            _ = await harness.importer.setPaused(true)
            // More than are told at once.
            for place in places { for number in 1...600 { try folder.write("", to: "\(place)/\(number).pdf") } }
            isArmed.withLock { $0 = true }
            _ = await harness.importer.setPaused(false)
            #expect(await harness.sync())
            await eventually { await harness.importer.isAtRest }
            #expect(await harness.sync())
            #expect(isArmed.withLock { !$0 } && places.map { harness.ledger.row("\($0).txt")?.articleIDs } == ids)
            #expect(harness.ledger.articles.count == places.count && harness.ledger.stores == places.count)
        }
    }

    @Test func deletion_isCarriedOut_byTheBarrier() async throws {
        var settings = ImportSettings()
        settings.usesEvents = false
        settings.pollInterval = .seconds(600)
        try await withImporter(options: deleting, settings: settings) { harness in
            for name in ["a", "b", "c"] { try harness.folder.write(page(name), to: "\(name).txt") }
            #expect(await harness.sync())
            for name in ["a", "b"] {
                try harness.folder.delete("\(name).txt")
                #expect(await harness.sync())
                #expect(harness.ledger.row("\(name).txt")?.state == .missing)
            }
            #expect(harness.ledger.articles.count == 1)
        }
    }
}
