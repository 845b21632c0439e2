import DatelineModels
import Synchronization
import Testing

@testable import DatelineHTTP

@Suite struct PacedHealthTests {
    private final class CountedHealth: StoreHealth {
        let checks = Mutex(0)
        let failure = Mutex<RepositoryError?>(nil)

        func check() async throws(RepositoryError) {
            checks.withLock { $0 += 1 }
            try? await Task.sleep(for: .milliseconds(20))
            if let failure = failure.withLock({ $0 }) { throw failure }
        }
    }

    @Test func manyWhoAskAtOnce_shareOneLook() async throws {
        let base = CountedHealth()
        let health = PacedHealth(base, pause: .seconds(60))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { try await health.check() } }
            try await group.waitForAll()
        }
        try await health.check()
        #expect(base.checks.withLock { $0 } == 1)
    }

    @Test func afterThePause_itLooksAnew_andTellsWhatItFinds() async throws {
        let base = CountedHealth()
        let health = PacedHealth(base, pause: .milliseconds(10))
        try await health.check()
        base.failure.withLock { $0 = .unavailable(.diskFull, cause: "test") }
        try await Task.sleep(for: .milliseconds(20))
        await #expect(throws: RepositoryError.self) { try await health.check() }
        base.failure.withLock { $0 = nil }
        try await Task.sleep(for: .milliseconds(20))
        try await health.check()
    }

    @Test func oneWhoIsCancelled_takesTheLookFromNobody() async throws {
        let base = CountedHealth()
        let health = PacedHealth(base, pause: .seconds(60))
        let first = Task { try await health.check() }
        first.cancel()
        try await health.check()
        #expect(base.checks.withLock { $0 } == 1)
    }
}
