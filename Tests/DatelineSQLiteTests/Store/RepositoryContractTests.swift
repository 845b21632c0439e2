import DatelineModels
import DatelineSQLite
import DatelineTestSupport
import Foundation
import Testing

/// The contract of the ports, on a file and in memory: memory hides what the log and the locks do.
@Suite struct RepositoryContractTests {
    @Test(arguments: ContractCase.all)
    func file_contractCase_holds(_ contract: ContractCase) async throws {
        try await withTemporaryFolder { folder in
            let store = try OpenStore(.file(folder + "/dateline.db"))
            try await contract.run(store.ports)
            try await store.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }

    @Test(arguments: ContractCase.all)
    func memory_contractCase_holds(_ contract: ContractCase) async throws {
        let store = try OpenStore(.memory)
        try await contract.run(store.ports)
        try await store.store.close()
    }
}

/// A store that was migrated, with a clock and ids of its own.
struct OpenStore {
    let store: SQLiteStore
    let clock: TestClock

    init(_ location: StoreLocation, acceptsLoss: Bool = false, readTime: Duration = .seconds(10), waitingWrites: Int = 1024) throws {
        let clock = TestClock()
        let ids = ResourceIDGenerator(now: { clock.now() })
        self.clock = clock
        store = try SQLiteStore(
            at: location, acceptsLoss: acceptsLoss, readTime: readTime, waitingWrites: waitingWrites, now: { clock.now() },
            makeID: { ids.next() })
        try store.migrate()
    }

    var ports: StoreUnderTest {
        StoreUnderTest(
            articles: store.articles, entities: store.entities, events: store.events, tags: store.tags, sources: store.sources,
            changes: store.changes, answers: store.answers, imports: store.imports, readings: store.readings, health: store.health,
            relink: { try await store.relinker.relinkPending() }, clock: clock
        )
    }
}

func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}
