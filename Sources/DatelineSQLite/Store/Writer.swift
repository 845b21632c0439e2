import CSQLiteShim
import DatelineModels
import Foundation
import GRDB
import Synchronization

/// All writes of a store go through here and are committed in groups: requests that wait at the same moment share one
/// transaction and so one sync of the disk, each within a savepoint of its own, and all are answered after that sync.
final class Writer: Sendable {
    /// Requests in one transaction.
    static let groupLimit = 64
    /// What is taken up later than that goes into the next transaction, so that large requests don't hold up all others.
    static let groupDuration = Duration.milliseconds(100)
    /// Requests that may wait; further ones are refused.
    static let queueLimit = 1024

    private struct Job: Sendable {
        let number: Int
        /// Does the work, and returns how to give its result to the caller once that is on the disk.
        let perform: @Sendable (WriteContext) throws -> @Sendable () -> Void
        let fail: @Sendable (RepositoryError) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var nextNumber = 0
        var isScheduled = false
        /// Set for good when the store is closed or can't be trusted any more.
        var refusal: RepositoryError?
        var whenIdle: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>
    private let database: any DatabaseWriter
    private let watch: FileWatch?
    private let names: NameBook
    private let now: @Sendable () -> Timestamp
    private let makeID: @Sendable () -> ResourceID
    /// Called after a commit that left entities to be searched for in stored articles.
    private let linkingNeeded: @Sendable () -> Void

    init(
        database: any DatabaseWriter, watch: FileWatch?, names: NameBook, now: @escaping @Sendable () -> Timestamp,
        makeID: @escaping @Sendable () -> ResourceID, refusal: RepositoryError? = nil, linkingNeeded: @escaping @Sendable () -> Void
    ) {
        state = Mutex(State(refusal: refusal))
        self.database = database
        self.watch = watch
        self.names = names
        self.now = now
        self.makeID = makeID
        self.linkingNeeded = linkingNeeded
    }

    /// Runs `body` in a savepoint of a shared transaction. When it returns, what it wrote is on the disk.
    ///
    /// A caller cancelled while it waits gets `.cancelled` and nothing is written; once its turn has come the write is finished.
    /// What `body` throws undoes what it wrote, and nothing else.
    func write<Value: Sendable>(_ body: @escaping @Sendable (WriteContext) throws -> Value) async throws(RepositoryError) -> Value {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Result<Value, RepositoryError>, Never>) in
                let job = Job(
                    number: number,
                    perform: { context in
                        let value = try body(context)
                        return { continuation.resume(returning: .success(value)) }
                    },
                    fail: { continuation.resume(returning: .failure($0)) }
                )
                enqueue(job)
                // The handler may have run before the job was there to be found.
                if Task.isCancelled { cancel(number) }
            }
        } onCancel: {
            cancel(number)
        }
        return try result.get()
    }

    /// Refuses further writes and waits until those that wait are answered.
    func finish() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.refusal == nil { state.refusal = .unavailable(.shuttingDown, cause: "the store is closed") }
                guard state.isScheduled, state.whenIdle == nil else { return true }
                state.whenIdle = continuation
                return false
            }
            if isIdle { continuation.resume() }
        }
    }

    private func enqueue(_ job: Job) {
        let (refusal, mustSchedule) = state.withLock { state -> (RepositoryError?, Bool) in
            if let refusal = state.refusal { return (refusal, false) }
            if state.waiting.count >= Self.queueLimit { return (.overloaded, false) }
            state.waiting.append(job)
            let mustSchedule = !state.isScheduled
            state.isScheduled = true
            return (nil, mustSchedule)
        }
        if let refusal { job.fail(refusal) }
        if mustSchedule { schedule() }
    }

    private func cancel(_ number: Int) {
        let job = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        job?.fail(.cancelled)
    }

    private func schedule() {
        database.asyncWriteWithoutTransaction { db in
            self.runGroup(db)
            let (mustSchedule, idle) = self.state.withLock { state in
                state.isScheduled = !state.waiting.isEmpty
                let idle = state.isScheduled ? nil : state.whenIdle
                if idle != nil { state.whenIdle = nil }
                return (state.isScheduled, idle)
            }
            idle?.resume()
            if mustSchedule { self.schedule() }
        }
    }

    /// The next of the jobs that wait.
    private func take() -> Job? {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    private func runGroup(_ db: Database) {
        let context = WriteContext(db: db, names: names, now: now, makeID: makeID)
        let start = ContinuousClock.now
        var taken: [Job] = []
        var answers: [@Sendable () -> Void] = []
        do {
            try watch?.check()
            try db.beginTransaction(.immediate)
            while taken.count < Self.groupLimit, ContinuousClock.now - start < Self.groupDuration, let job = take() {
                taken.append(job)
                answers.append(try perform(job, context))
            }
            try context.flushTextIndex()
            try db.commit()
        } catch {
            abandon(taken, context, error)
            return
        }
        context.commit()
        for answer in answers { answer() }
        if context.needsLinking { linkingNeeded() }
    }

    /// - Throws: only what ends the whole transaction.
    private func perform(_ job: Job, _ context: WriteContext) throws -> @Sendable () -> Void {
        let db = context.db
        do {
            return try context.savepoint { try job.perform(context) }
        } catch {
            // A full disk, for one, rolls back everything before it too.
            if !db.isInsideTransaction || ErrorTranslation.isFatal(error) { throw error }
            let translated = ErrorTranslation.translate(error, systemError: dateline_sqlite_system_errno(db.sqliteConnection))
            return { job.fail(translated) }
        }
    }

    private func abandon(_ jobs: [Job], _ context: WriteContext, _ error: any Error) {
        let db = context.db
        let translated = ErrorTranslation.translate(error, systemError: dateline_sqlite_system_errno(db.sqliteConnection))
        if db.isInsideTransaction { try? db.rollback() }
        var isFatal = ErrorTranslation.isFatal(error) || error is FileWatch.Lost || db.isInsideTransaction
        // Names that were put in for entities which are not stored after all.
        do { try context.restoreNames() } catch { isFatal = isFatal || ErrorTranslation.isFatal(error) }
        var abandoned = jobs
        if isFatal || jobs.isEmpty {
            // Not even a transaction could be begun: whoever waits would wait for nothing.
            abandoned += state.withLock { state in
                if isFatal { state.refusal = translated }
                defer { state.waiting = [] }
                return state.waiting
            }
        }
        for job in abandoned { job.fail(translated) }
    }
}
