import DatelineModels

/// The two clocks of an import: the wall clock for record times, and a monotonic one for everything that is waited for.
struct ImportTime: Sendable {
    /// The wall clock.
    let now: @Sendable () -> Timestamp
    /// Monotonic, since this value was made.
    let elapsed: @Sendable () -> Duration
    let sleep: @Sendable (Duration) async throws -> Void

    init(now: @escaping @Sendable () -> Timestamp, clock: some Clock<Duration>) {
        self.now = now
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        sleep = { try await clock.sleep(for: $0) }
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }

    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
