import Dispatch

/// Runs an actor's work on a queue of its own, so that calls which block (directory walks, reads, long parses) hold up
/// no thread of the shared pool that answers requests.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
