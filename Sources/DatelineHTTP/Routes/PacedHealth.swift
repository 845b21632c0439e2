import DatelineModels
import Synchronization

/// Asks the store whether it is well no more often than now and then: a look writes and syncs a page, and whoever may ask `/readyz`
/// shouldn't be able to keep the disk busy. Those who ask while a look goes on share it, and those who ask soon after get its answer.
final class PacedHealth: StoreHealth {
    private typealias Outcome = Result<Void, RepositoryError>

    private struct State {
        var running: Task<Outcome, Never>?
        var last: (outcome: Outcome, at: ContinuousClock.Instant)?
    }

    private let base: any StoreHealth
    private let pause: Duration
    private let state = Mutex(State())

    init(_ base: any StoreHealth, pause: Duration) {
        self.base = base
        self.pause = pause
    }

    func check() async throws(RepositoryError) {
        let task = state.withLock { state -> Task<Outcome, Never>? in
            if let last = state.last, .now - last.at < pause { return nil }
            if let running = state.running { return running }
            // Not cancelled with the one who asked first: the others wait for it too.
            let task = Task { [self] in
                let outcome = await look()
                self.state.withLock { $0 = State(running: nil, last: (outcome, .now)) }
                return outcome
            }
            state.running = task
            return task
        }
        if let task { return try await task.value.get() }
        try state.withLock { $0.last?.outcome ?? .success(()) }.get()
    }

    private func look() async -> Outcome {
        do throws(RepositoryError) {
            return .success(try await base.check())
        } catch {
            return .failure(error)
        }
    }
}
