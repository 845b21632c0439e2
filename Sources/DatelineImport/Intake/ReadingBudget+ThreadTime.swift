import DatelineReading
import Glibc

extension ReadingBudget {
    /// So much CPU time of the thread that reads, from now on: a busy machine takes nothing of it.
    static func threadTime(_ limit: Duration) -> ReadingBudget {
        let start = spent()
        return ReadingBudget { spent() - start > limit }
    }

    private static func spent() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
