import Synchronization

/// A clock that goes as fast as a test says: not at all, or so slowly that a busy machine keeps up with it.
final class PacedClock: Clock {
    private struct State {
        var shown: ContinuousClock.Instant
        var since: ContinuousClock.Instant
        var isStopped = false
    }

    private let state: Mutex<State>
    private let slowness: Int

    /// - Parameter slowness: how much time it takes to show a unit of it.
    init(slowness: Int = 1) {
        let start = ContinuousClock.now
        state = Mutex(State(shown: start, since: start))
        self.slowness = slowness
    }

    var now: ContinuousClock.Instant { state.withLock { shown($0) } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func stop() {
        state.withLock { state in
            state.shown = shown(state)
            state.isStopped = true
        }
    }

    func goOn() {
        state.withLock { state in
            state.since = .now
            state.isStopped = false
        }
    }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        while now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func shown(_ state: State) -> ContinuousClock.Instant {
        state.isStopped ? state.shown : state.shown + (ContinuousClock.now - state.since) / slowness
    }
}
