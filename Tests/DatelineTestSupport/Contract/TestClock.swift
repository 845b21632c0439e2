public import DatelineModels
import Synchronization

/// A clock that goes on by a millisecond whenever it is asked, and by more when it is told to.
public final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_700_000_000_000)

    public init() {}

    public func now() -> Timestamp {
        milliseconds.withLock { milliseconds in
            milliseconds += 1
            return Timestamp(milliseconds: milliseconds)
        }
    }

    public func advance(by duration: Int64) {
        milliseconds.withLock { $0 += duration }
    }
}
