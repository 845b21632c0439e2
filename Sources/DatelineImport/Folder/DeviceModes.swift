/// Which file systems tell of changes, by what was seen of them. What kind they are says little: a network mount may give events
/// for local writes and none for remote ones, and a probe written through it proves nothing.
struct DeviceModes: Sendable {
    /// How long a file system that was silent about a change is looked through instead.
    static let silence = Duration.seconds(3600)

    private var proven: Set<UInt64> = []
    private var silentUntil: [UInt64: Duration] = [:]

    /// An event has led to a file.
    mutating func noteEvent(on device: UInt64) {
        proven.insert(device)
    }

    /// A list has found what an event should have told of.
    ///
    /// - Returns: whether that is news.
    mutating func noteSilence(on device: UInt64, at now: Duration) -> Bool {
        let isNews = !isSilent(device, at: now)
        silentUntil[device] = now + Self.silence
        return isNews
    }

    func isSilent(_ device: UInt64, at now: Duration) -> Bool {
        silentUntil[device].map { $0 > now } ?? false
    }

    func silent(at now: Duration) -> Set<UInt64> {
        Set(silentUntil.filter { $0.value > now }.keys)
    }

    /// Whether events have been seen from each of these.
    func areProven(_ devices: Set<UInt64>) -> Bool { devices.isSubset(of: proven) }
}
