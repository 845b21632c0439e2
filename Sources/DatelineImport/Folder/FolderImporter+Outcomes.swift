import DatelineModels
import Logging

extension FolderImporter {
    /// What a look at a file came to, short of parsing it.
    func take(_ examination: Intake.Examination, of item: WorkQueue.Item) async {
        let candidate = item.candidate
        switch examination {
        // Parsed by the caller.
        case .claimable: break
        case .settled(let record): settle(record, of: item)
        case .unchanged(let record): settle(record, of: item)
        case .unready(let stamp, let isOpen):
            let now = time.elapsed()
            catalogue.update(candidate.path) { $0.state = .waiting }
            rows.add(candidate.path, .state, due: now + settings.waitingShown)
            if isOpen, stamp == candidate.stamp {
                tracker.postpone(candidate, at: now)
            } else {
                tracker.note(candidate.path, stamp, candidate.evidence == .created ? .created : .listed, at: now)
            }
        case .gone:
            catalogue.update(candidate.path) { entry in
                entry.state = .waiting
                entry.wantsLook = true
            }
        case .trouble(let failure): await retry(item, for: failure)
        }
    }

    /// A file's row was written.
    func settle(_ record: ImportRecord, of item: WorkQueue.Item) {
        let now = time.elapsed()
        let wallNow = time.now()
        let before = catalogue[record.path]?.settled
        goOn()
        pass.finish(record.state, bytes: record.stamp?.size ?? 0, at: now)
        catalogue.update(record.path) { entry in
            entry.state = record.state
            entry.settled = record.state.isSettled ? record.state : nil
            entry.stamp = record.stamp
            entry.hasRow = true
            entry.isRacy = record.stamp?.isRacy(at: wallNow) ?? false
            entry.isSuspect = false
            entry.isRepeated = false
            entry.isEarly = record.state == .retrying
            entry.troubles = 0
        }
        if record.state == .retrying, let next = record.nextAttemptAt {
            retries.add(record.path, due: now + .milliseconds(max(0, next.milliseconds - wallNow.milliseconds)))
        }
        if before != record.state { log(record) }
    }

    /// Something around the file stands in the way; it is tried again for as long as it is there.
    private func retry(_ item: WorkQueue.Item, for failure: SystemFailure) async {
        let path = item.candidate.path
        guard let entry = catalogue[path] else { return }
        let troubles = entry.troubles + 1
        let delay = ImportSettings.backOff(attempt: troubles, longest: settings.longestBackOff)
        do {
            var record = try await intake.record(of: path, hasRow: entry.hasRow, firstSeenAt: entry.firstSeenAt)
            let now = time.now()
            let isNews = record.state != .retrying || record.reason != failure.reason
            record.state = .retrying
            record.reason = failure.reason
            record.detail = failure.detail
            record.stamp = item.candidate.stamp
            record.attempts += 1
            record.nextAttemptAt = Timestamp(milliseconds: now.milliseconds + delay.milliseconds)
            record.updatedAt = now
            try await ledger.save([record], root: root)
            if isNews { log(record) }
        } catch {
            holdOn(for: error)
        }
        catalogue.update(path) { entry in
            entry.state = .retrying
            entry.stamp = item.candidate.stamp
            entry.troubles = troubles
            entry.isEarly = false
            // The reason of another outcome than `done` is lost with this row.
            if entry.settled != .done { entry.settled = nil }
        }
        retries.add(path, due: time.elapsed() + delay)
    }

    private func log(_ record: ImportRecord) {
        var metadata = record.path.metadata
        metadata["state"] = .string(record.state.rawValue)
        if let reason = record.reason { metadata["reason"] = .string(reason) }
        logger.log(level: record.state == .done ? .debug : .info, "File is \(record.state.rawValue)", metadata: metadata)
    }

    /// Writes rows of files that wait, are gone, or were refused unread.
    ///
    /// - Returns: whether any was due.
    func writeRows() async -> Bool {
        let due = rows.takeDue(at: time.elapsed(), limit: 500)
        guard !due.isEmpty else { return false }
        isWritingRows = true
        defer {
            isWritingRows = false
            progress.raise()
        }
        var written: [(path: ImportPath, change: RowChanges.Change)] = []
        var records: [ImportRecord] = []
        do {
            for (path, change) in due {
                guard let record = try await row(of: path, change) else { continue }
                records.append(record)
                written.append((path, change))
            }
            if !records.isEmpty {
                try await ledger.save(records, root: root)
                goOn()
            }
            for (path, _) in written { catalogue.update(path) { $0.hasRow = true } }
        } catch {
            let later = time.elapsed()
            for (path, change) in due { rows.add(path, change, due: later) }
            holdOn(for: error)
        }
        return true
    }

    /// nil where there is nothing to say any more.
    private func row(of path: ImportPath, _ change: RowChanges.Change) async throws(RepositoryError) -> ImportRecord? {
        guard let entry = catalogue[path] else { return nil }
        var record = try await intake.record(of: path, hasRow: entry.hasRow, firstSeenAt: entry.firstSeenAt)
        switch change {
        case .refused(let state, let reason, let detail):
            guard entry.state == state else { return nil }
            record.refuse(state, reason: reason, detail: detail, stamp: entry.stamp, at: time.now())
        case .state:
            guard entry.state == .waiting || entry.state == .missing, !entry.hasRow || record.state != entry.state else { return nil }
            record.state = entry.state
            record.nextAttemptAt = nil
            record.updatedAt = time.now()
        }
        return record
    }
}
