import Dispatch
import Foundation
import Glibc
import Synchronization

/// Runs an actor's work on a thread of its own, so that calls which block (directory walks, reads, long parses) hold up
/// no thread of the shared pool that answers requests.
final class ThreadExecutor: SerialExecutor {
    /// Of what nobody waits for at this moment: those who answer requests, and the one who writes, go first.
    ///
    /// It gives way to the machine's other programs too, so far that it stands still beside busy ones: for tests of something else,
    /// debug builds take it from the environment.
    static let background: Int32 = {
        #if DEBUG
            if let given = getenv("DATELINE_TEST_NICENESS").flatMap({ Int32(String(cString: $0)) }) { return given }
        #endif
        return 15
    }()

    /// PRIO_PROCESS, whose type differs between C libraries.
    private static let ofOneThread: Int32 = 0

    private let jobs = Jobs()

    /// - Parameter niceness: how readily the thread gives way to the program's others: 0 to 19 (setpriority(2), which on Linux
    ///   is about the calling thread).
    init(label: String, niceness: Int32) {
        let jobs = jobs
        let thread = Thread {
            // Refused, the work is done all the same.
            _ = setpriority(Self.ofOneThread, 0, niceness)
            while let (job, executor) = jobs.next() { job.runSynchronously(on: executor) }
        }
        thread.name = label
        thread.start()
    }

    deinit { jobs.end() }

    func enqueue(_ job: consuming ExecutorJob) {
        jobs.add(UnownedJob(job), asUnownedSerialExecutor())
    }

    /// What the thread has to do; it outlives the executor.
    private final class Jobs: Sendable {
        private typealias Job = (job: UnownedJob, executor: UnownedSerialExecutor)

        private let waiting = Mutex<[Job]>([])
        private let isOver = Atomic(false)
        private let arrivals = DispatchSemaphore(value: 0)

        func add(_ job: UnownedJob, _ executor: UnownedSerialExecutor) {
            waiting.withLock { $0.append((job, executor)) }
            arrivals.signal()
        }

        func end() {
            isOver.store(true, ordering: .releasing)
            arrivals.signal()
        }

        /// Waits for the next one; nil: there are no more.
        func next() -> (job: UnownedJob, executor: UnownedSerialExecutor)? {
            arrivals.wait()
            let job = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            return job ?? (isOver.load(ordering: .acquiring) ? nil : next())
        }
    }
}
