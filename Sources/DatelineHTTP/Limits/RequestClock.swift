import Synchronization

/// Cancels requests that take longer than they may. One look at all of them now and then, instead of a timer for each.
final class RequestClock: Sendable {
    /// One request on the clock.
    final class Entry: Sendable {
        private let flag = Atomic(false)
        fileprivate let cancel: @Sendable () -> Void
        fileprivate let deadline: ContinuousClock.Instant

        fileprivate init(deadline: ContinuousClock.Instant, cancel: @escaping @Sendable () -> Void) {
            self.deadline = deadline
            self.cancel = cancel
        }

        /// Whether the request was cancelled because its time was up.
        var isExpired: Bool { flag.load(ordering: .acquiring) }

        fileprivate func expire() {
            flag.store(true, ordering: .releasing)
            cancel()
        }
    }

    private struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var isTicking = false
    }

    private let limit: Duration
    private let state = Mutex(State())

    init(limit: Duration) {
        self.limit = limit
    }

    /// How many requests are being answered.
    var count: Int { state.withLock { $0.entries.count } }

    /// - Parameter cancel: called at most once, when the time is up.
    func start(cancelling cancel: @escaping @Sendable () -> Void) -> Entry {
        let entry = Entry(deadline: .now + limit, cancel: cancel)
        let mustTick = state.withLock { state in
            state.entries[ObjectIdentifier(entry)] = entry
            defer { state.isTicking = true }
            return !state.isTicking
        }
        if mustTick { tick() }
        return entry
    }

    func stop(_ entry: Entry) {
        state.withLock { _ = $0.entries.removeValue(forKey: ObjectIdentifier(entry)) }
    }

    /// Looks again and again, until a look finds nothing to look after.
    private func tick() {
        let pause = max(.milliseconds(20), min(.seconds(1), limit / 8))
        Task.detached { [self] in
            var isNeeded = true
            while isNeeded {
                try? await Task.sleep(for: pause)
                isNeeded = look()
            }
        }
    }

    private func look() -> Bool {
        let now = ContinuousClock.now
        let (late, isNeeded) = state.withLock { state in
            let late = state.entries.values.filter { $0.deadline <= now }
            for entry in late { state.entries[ObjectIdentifier(entry)] = nil }
            state.isTicking = !state.entries.isEmpty
            return (late, state.isTicking)
        }
        for entry in late { entry.expire() }
        return isNeeded
    }
}
