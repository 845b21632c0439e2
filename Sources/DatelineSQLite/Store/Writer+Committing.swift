import CSQLiteShim
import DatelineModels
import GRDB
import Synchronization

// One transaction after another.
extension Writer {
    func runNext(_ db: Database) {
        let context = WriteContext(db: db, names: names, now: now, makeID: makeID)
        let failures = ReadFailures()
        let start = ContinuousClock.now
        var committing = start
        var taken: [Job] = []
        var answers: [Answer] = []
        var logPages = 0
        let line = nextLine()
        let isUnsynced = line == .marks && state.withLock { $0.unsyncedMarks < Self.marksInRow }
        do {
            try watch?.check()
            if line != .marks { try makeRoom(db) }
            if isUnsynced { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
            try db.beginTransaction(.immediate)
            try noteForeignWrites(db)
            switch line {
            case .clients:
                while taken.count < Self.groupLimit, ContinuousClock.now - start < Self.groupDuration, let job = take(.clients) {
                    taken.append(job)
                    answers.append(try perform(job, context))
                }
            case .marks, .bulk:
                if let job = take(line) {
                    taken.append(job)
                    // Alone in its transaction, which is undone as a whole if need be: without the cost of a savepoint.
                    answers.append(try job.perform(context))
                }
            }
            try context.flushTextIndex()
            committing = .now
            try db.commit()
            logPages = Int(dateline_sqlite_take_log_pages())
            if isUnsynced { try makeDurable(db) }
            // A transaction in which everything was refused writes nothing, and syncs nothing.
            if isUnsynced || room == nil || logPages > 0 {
                state.withLock { $0.unsyncedMarks = isUnsynced ? $0.unsyncedMarks + 1 : 0 }
            }
        } catch {
            metrics[line]?.noteFailure()
            abandon(taken, line, context, error, failures)
            return
        }
        context.commit()
        let duration = ContinuousClock.now - start
        metrics[line]?.noteCommit(of: taken.count, duration, commit: start + duration - committing)
        if context.hasIndexedArticles { noteIndexing(line) }
        for answer in answers { answer(duration) }
        if context.needsLinking { linkingNeeded() }
        if !isUnsynced { moveLog(db, logPages, failures) }
    }

    /// Once enough has gathered in the log; behind the answers, as what they say is on the disk already. Never behind a commit that
    /// wasn't synced: that is the next one's to do.
    ///
    /// - Parameter pages: that the log holds; 0 where nothing was written.
    private func moveLog(_ db: Database, _ pages: Int, _ failures: ReadFailures) {
        guard let room, pages >= room.logPages else { return }
        do {
            _ = try StoreRoom.clearLog(db)
        } catch {
            refuse(ErrorTranslation.translate(error), isBroken: true, damage: failures.damage(error))
        }
    }

    /// - Throws: ``StoreRoom/Shortage``, and what ``StoreRoom/clearLog(_:)`` does; nothing can be begun.
    private func makeRoom(_ db: Database) throws {
        guard let shortage = room?.shortage() else { return }
        if case .log = shortage, try StoreRoom.clearLog(db) { return }
        throw shortage
    }

    /// Own commits don't move this number (sqlite.org/pragma.html#pragma_data_version).
    private func noteForeignWrites(_ db: Database) throws {
        let version = try db.integer("PRAGMA data_version")
        state.withLock { state in
            if let before = state.foreignVersion, before != version { state.foreignWrites += 1 }
            state.foreignVersion = version
        }
    }

    private func noteIndexing(_ line: Line) {
        state.withLock { state in
            state.indexing.all += 1
            if line == .bulk { state.indexing.bulk += 1 }
        }
        if line == .bulk { bulkIndexed() }
    }

    /// Commits are synced from here on.
    private func makeDurable(_ db: Database) throws {
        do { try db.execute(sql: "PRAGMA synchronous = FULL") } catch { throw DurabilityLost() }
    }

    /// What the next commit says would not be true.
    private struct DurabilityLost: Error {}

    /// - Throws: only what ends the whole transaction.
    private func perform(_ job: Job, _ context: WriteContext) throws -> Answer {
        let db = context.db
        do {
            return try context.savepoint { try job.perform(context) }
        } catch {
            // A full disk, for one, rolls back everything before it too.
            if !db.isInsideTransaction || ErrorTranslation.isFatal(error) { throw error }
            let translated = ErrorTranslation.translate(error, systemError: dateline_sqlite_system_errno(db.sqliteConnection))
            return { _ in job.fail(translated) }
        }
    }

    private func abandon(_ jobs: [Job], _ line: Line, _ context: WriteContext, _ error: any Error, _ failures: ReadFailures) {
        let db = context.db
        let translated = ErrorTranslation.translate(error, systemError: dateline_sqlite_system_errno(db.sqliteConnection))
        let damage = failures.damage(error)
        if db.isInsideTransaction { try? db.rollback() }
        // A failure may move SQLite's number as well.
        state.withLock { $0.foreignVersion = nil }
        var isFatal = ErrorTranslation.isFatal(error) || error is FileWatch.Lost || error is DurabilityLost || db.isInsideTransaction
        if line == .marks, !isFatal { isFatal = (try? makeDurable(db)) == nil }
        // Names that were put in for entities which are not stored after all.
        do { try context.restoreNames() } catch { isFatal = isFatal || ErrorTranslation.isFatal(error) }
        var abandoned = jobs
        if isFatal {
            refuse(translated, isBroken: !(error is FileWatch.Lost), damage: damage)
        } else if jobs.isEmpty {
            // Not even a transaction could be begun: whoever waits would wait for nothing.
            abandoned += state.withLock { state in
                defer { state.waiting[line] = [] }
                return state.waiting[line] ?? []
            }
        }
        for job in abandoned { job.fail(translated) }
    }
}
