import DatelineModels
import Foundation
import GRDB
import Metrics
import Synchronization

/// All writes of a store go through here and are committed in groups: requests that wait at the same moment share one
/// transaction and so one sync of the disk, each within a savepoint of its own, and all are answered after that sync.
///
/// Bulk work waits in a line of its own, behind the clients' requests: a group that holds requests takes none of it, and it runs,
/// one job in a transaction, when no request waits. Where requests never cease the two take turns, so that neither starves.
///
/// Marks come before all else. They are notes of the program to itself, which have to outlive the program but not a loss of power:
/// what is committed without a sync is in the kernel's hands, and goes to the disk with the next commit.
final class Writer: Sendable {
    /// Requests in one transaction.
    static let groupLimit = 64
    /// What is taken up later than that goes into the next transaction, so that large requests don't hold up all others.
    static let groupDuration = Duration.milliseconds(100)

    /// Marks in a row that are committed without a sync; the next is synced. By that ``LogDamage`` tells what a loss of power may have
    /// taken from what it can't have.
    static let marksInRow = 3

    enum Line: String, CaseIterable {
        case marks, clients, bulk
    }

    typealias Answer = @Sendable (_ duration: Duration) -> Void

    struct Job: Sendable {
        let number: Int
        let line: Line
        /// Does the work, and returns how to give its result to the caller once that is on the disk.
        let perform: @Sendable (WriteContext) throws -> Answer
        let fail: @Sendable (RepositoryError) -> Void
    }

    struct State {
        var waiting: [Line: [Job]] = [:]
        /// Set when a group of requests was taken up while bulk work waited: that comes next then.
        var isBulkDue = false
        /// How many marks have been committed since the last sync.
        var unsyncedMarks = 0
        var nextNumber = 0
        var isScheduled = false
        /// Set for good when the store is closed or can't be trusted any more.
        var refusal: RepositoryError?
        /// SQLite's number for what other connections have committed, as of the last transaction.
        var foreignVersion: Int64?
        /// How often it had changed. No other connection may write.
        var foreignWrites = 0
        var indexing = IndexingCount()
        /// Nobody knows what of the last writes is on the disk.
        var isBroken = false
        /// The next start has been told that the database is damaged.
        var isMarked = false
        var whenIdle: CheckedContinuation<Void, Never>?
    }

    /// Transactions that have changed the full-text index of articles, each of which has left a segment in it.
    struct IndexingCount: Equatable {
        var all = 0
        var bulk = 0
    }

    let state: Mutex<State>
    private let database: any DatabaseWriter
    /// Requests that may wait, and as many bulk jobs; further ones are refused.
    private let queueLimit: Int
    let watch: FileWatch?
    let room: StoreRoom?
    let names: NameBook
    let now: @Sendable () -> Timestamp
    let makeID: @Sendable () -> ResourceID
    let metrics: [Line: WriterMetrics]
    private let alarm: StoreAlarm
    /// Called after a commit that left entities to be searched for in stored articles.
    let linkingNeeded: @Sendable () -> Void
    /// Called after a bulk transaction that has changed the full-text index of articles.
    let bulkIndexed: @Sendable () -> Void

    init(
        database: any DatabaseWriter, queueLimit: Int = 1024, watch: FileWatch?, room: StoreRoom? = nil, names: NameBook,
        now: @escaping @Sendable () -> Timestamp,
        makeID: @escaping @Sendable () -> ResourceID, refusal: RepositoryError? = nil, alarm: StoreAlarm = StoreAlarm(),
        metrics: any MetricsFactory = NOOPMetricsHandler.instance, linkingNeeded: @escaping @Sendable () -> Void,
        bulkIndexed: @escaping @Sendable () -> Void = {}
    ) {
        let version = refusal == nil ? try? database.writeWithoutTransaction { try $0.integer("PRAGMA data_version") } : nil
        state = Mutex(State(refusal: refusal, foreignVersion: version ?? nil))
        self.database = database
        self.queueLimit = queueLimit
        self.watch = watch
        self.room = room
        self.names = names
        self.now = now
        self.makeID = makeID
        self.metrics = Dictionary(uniqueKeysWithValues: Line.allCases.map { ($0, WriterMetrics(metrics, line: $0.rawValue)) })
        self.alarm = alarm
        self.linkingNeeded = linkingNeeded
        self.bulkIndexed = bulkIndexed
    }

    /// Runs `body` in a savepoint of a shared transaction. When it returns, what it wrote is on the disk.
    ///
    /// A caller cancelled while it waits gets `.cancelled` and nothing is written; once its turn has come the write is finished.
    /// What `body` throws undoes what it wrote, and nothing else.
    func write<Value: Sendable>(_ body: @escaping @Sendable (WriteContext) throws -> Value) async throws(RepositoryError) -> Value {
        try await enqueued(on: .clients, body).value
    }

    /// Runs `body` in a transaction of its own when the clients' requests leave room. For work that is cut into pieces which last
    /// no longer than a client may wait.
    ///
    /// - Returns: with how long the transaction took, its sync included.
    func writeBulk<Value: Sendable>(_ body: @escaping @Sendable (WriteContext) throws -> Value) async throws(RepositoryError) -> (
        value: Value, duration: Duration
    ) {
        try await enqueued(on: .bulk, body)
    }

    /// Runs `body` in a small transaction of its own. When it returns, what it wrote outlives the program, and not yet a loss of power.
    func mark(_ body: @escaping @Sendable (WriteContext) throws -> Void) async throws(RepositoryError) {
        _ = try await enqueued(on: .marks, body)
    }

    private func enqueued<Value: Sendable>(
        on line: Line, _ body: @escaping @Sendable (WriteContext) throws -> Value
    ) async throws(RepositoryError) -> (value: Value, duration: Duration) {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        typealias Outcome = Result<(value: Value, duration: Duration), RepositoryError>
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Outcome, Never>) in
                let job = Job(
                    number: number, line: line,
                    perform: { context in
                        let value = try body(context)
                        return { continuation.resume(returning: .success((value, $0))) }
                    },
                    fail: { continuation.resume(returning: .failure($0)) }
                )
                enqueue(job)
                // The handler may have run before the job was there to be found.
                if Task.isCancelled { cancel(number, line) }
            }
        } onCancel: {
            cancel(number, line)
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

    /// Whether the log may hold what isn't on the disk, so that it must not be moved into the database.
    var isBroken: Bool { state.withLock { $0.isBroken } }

    /// Looks whether the files are still those that were opened, as every write does too; refuses all writes if they aren't.
    func checkFiles() {
        do {
            try watch?.check()
        } catch {
            let cause = ErrorTranslation.translate(error)
            refuse(cause, isBroken: false)
        }
    }

    /// Takes no write from now on, and those that wait are failed.
    ///
    /// - Parameters:
    ///   - isBroken: nobody knows what of the last writes is on the disk.
    ///   - damage: what is broken in the database itself, which opening it anew doesn't mend: the next start is told.
    func refuse(_ cause: RepositoryError, isBroken: Bool, damage: String? = nil) {
        let (waiting, isFirst, marks) = state.withLock { state in
            // A store that is being closed has said so already, and has nothing more to tell.
            let isFirst = state.refusal == nil
            // Many reads may come upon it.
            let marks = damage != nil && !state.isMarked
            state.isMarked = state.isMarked || marks
            state.refusal = cause
            state.isBroken = state.isBroken || isBroken
            defer { for line in Line.allCases { state.waiting[line] = [] } }
            return (Line.allCases.flatMap { state.waiting[$0] ?? [] }, isFirst, marks)
        }
        for job in waiting { job.fail(cause) }
        if let damage, marks { watch?.mark(damage) }
        if isFirst { alarm.ring(StoreAlarm.Cause(error: cause, isDamage: damage != nil)) }
    }

    private func enqueue(_ job: Job) {
        let (refusal, mustSchedule) = state.withLock { state -> (RepositoryError?, Bool) in
            if let refusal = state.refusal { return (refusal, false) }
            if state.waiting[job.line, default: []].count >= queueLimit { return (.overloaded, false) }
            state.waiting[job.line, default: []].append(job)
            let mustSchedule = !state.isScheduled
            state.isScheduled = true
            return (nil, mustSchedule)
        }
        if let refusal {
            if case .overloaded = refusal { metrics[job.line]?.noteRefusal() }
            job.fail(refusal)
        }
        if mustSchedule { schedule() }
    }

    private func cancel(_ number: Int, _ line: Line) {
        let job = state.withLock { state in
            state.waiting[line]?.firstIndex { $0.number == number }.flatMap { state.waiting[line]?.remove(at: $0) }
        }
        job?.fail(.cancelled)
    }

    private func schedule() {
        database.asyncWriteWithoutTransaction { db in
            self.runNext(db)
            let (mustSchedule, idle) = self.state.withLock { state in
                state.isScheduled = state.waiting.values.contains { !$0.isEmpty }
                let idle = state.isScheduled ? nil : state.whenIdle
                if idle != nil { state.whenIdle = nil }
                return (state.isScheduled, idle)
            }
            idle?.resume()
            if mustSchedule { self.schedule() }
        }
    }

    /// Requests and bulk jobs whose turn has not come yet.
    var waitingCount: Int {
        state.withLock { $0.waiting.values.reduce(0) { $0 + $1.count } }
    }

    /// The same, by line.
    var waitingCounts: [String: Int] {
        let waiting = state.withLock { $0.waiting.mapValues(\.count) }
        return Dictionary(uniqueKeysWithValues: Line.allCases.map { ($0.rawValue, waiting[$0] ?? 0) })
    }

    /// How often a transaction has found that another connection had written before it.
    var foreignWrites: Int { state.withLock { $0.foreignWrites } }

    var indexing: IndexingCount { state.withLock { $0.indexing } }

    /// Takes the next job of a line.
    func take(_ line: Line) -> Job? {
        state.withLock { $0.waiting[line]?.isEmpty == false ? $0.waiting[line]?.removeFirst() : nil }
    }

    func nextLine() -> Line {
        state.withLock { state in
            if state.waiting[.marks]?.isEmpty == false { return .marks }
            let bulkWaits = state.waiting[.bulk]?.isEmpty == false
            let clientsWait = state.waiting[.clients]?.isEmpty == false
            let line: Line = bulkWaits && (state.isBulkDue || !clientsWait) ? .bulk : .clients
            state.isBulkDue = bulkWaits && line == .clients
            return line
        }
    }
}
