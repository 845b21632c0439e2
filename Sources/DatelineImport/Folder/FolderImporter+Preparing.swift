import DatelineModels
import Logging

// The loop that reads what has become complete, and compares it with the ledger.
extension FolderImporter {
    func prepareUntilStopped() async {
        while let seen = preparing.version(unless: isStopping) {
            if settings.isOnce, failure != nil { return stop() }
            if let left = pauseLeft {
                await preparing.wait(after: seen, atMost: left, time: time)
                continue
            }
            if isDiskLow() {
                holdOn(reason: UnavailableReason.diskFull.rawValue)
                continue
            }
            takeRipe()
            await retryWanting()
            await applyVanished()
            let hasRows = await prepareRows()
            let batch = nextBatch()
            if !batch.isEmpty {
                await prepare(batch)
                progress.raise()
            } else if !hasRows {
                // What the store refused to say for a look, it is asked again.
                if pause != nil, !scans.isRunning, isAtRest { _ = requestScan() }
                await preparing.wait(after: seen, atMost: nextDue().map { $0 - time.elapsed() }, time: time)
            }
        }
    }

    private func nextBatch() -> [WorkQueue.Item] {
        // What was written last may not be over yet; memory stays bounded.
        guard line.hasRoom, writes.count < settings.commitOutcomes * 4, !isAlone, !isFirstLookUnderWay else { return [] }
        let batch = queue.take(limit: settings.batchFiles, bytes: settings.batchBytes, allowsAlone: inHand.isEmpty)
        if batch.first?.isAlone == true { isAlone = true }
        return batch
    }

    /// At the start the oldest files go first, which is known only when enough are found, and are due.
    private var isFirstLookUnderWay: Bool {
        let now = time.elapsed()
        guard scans.number == 1, now < settings.orderingPatience, tracker.count + queue.count < settings.backlog else { return false }
        return scans.isWalking || tracker.nextDue().map { $0 < now + StabilityTracker.restedInterval } ?? false
    }

    private func nextDue() -> Duration? {
        let now = time.elapsed()
        if isFirstLookUnderWay { return min(tracker.nextDue() ?? settings.orderingPatience, settings.orderingPatience) }
        // What couldn't be judged in time waits for files in hand, whose end is told.
        let vanishedDue = vanished.due.flatMap { $0 > now ? $0 : nil }
        return [tracker.nextDue(), retries.nextDue(), rows.nextDue, vanishedDue].compactMap(\.self).min()
            .map { max($0, now + .milliseconds(1)) }
    }

    /// Moves what is complete, or due for another attempt, into the queue.
    private func takeRipe() {
        let now = time.elapsed()
        for candidate in tracker.takeRipe(at: now) {
            guard let entry = catalogue[candidate.path] else { continue }
            enqueue(candidate, entry)
        }
        for path in retries.takeDue(at: now) {
            guard let entry = catalogue[path], entry.state == .retrying, let stamp = entry.stamp else { continue }
            pass.find()
            enqueue(.init(path: path, stamp: stamp, evidence: .listedOld, since: now, began: now, due: now), entry)
        }
    }

    private func enqueue(_ candidate: StabilityTracker.Candidate, _ entry: Catalogue.Entry) {
        rows.forget(candidate.path)
        queue.add(candidate, isAlone: entry.isSuspect)
        catalogue.update(candidate.path) { entry in
            entry.state = .queued
            entry.stamp = candidate.stamp
        }
    }

    /// A list has found the file, it was there to be read as the list has it, and although every event so far was read, none has told
    /// of it. A list alone is no evidence: what it names may have been renamed, with an event, before it was looked at.
    private func judgeSilence(of candidate: StabilityTracker.Candidate) {
        guard let watcher, catalogue[candidate.path]?.isUnannounced == true, watcher.isIdle, watcher.counts.overflowsLastScan == 0 else {
            return
        }
        let now = time.elapsed()
        guard devices.noteSilence(on: candidate.stamp.device, at: now) else { return }
        logger.warning(
            "A change came without an event, as on network and shared folders; from now on the folder is looked through again and again",
            metadata: candidate.path.metadata)
        scans.nextDue = min(scans.nextDue, now + settings.pollInterval)
        scanning.raise()
    }

    private func prepare(_ batch: [WorkQueue.Item]) async {
        let leaving = leaving
        let items = batch.filter { !leaving.contains($0.candidate.path) }
        for item in batch where leaving.contains(item.candidate.path) {
            if item.isAlone { isAlone = false }
            letOthersGoFirst(item, isCounted: false)
        }
        let busy = Intake.FilesInHand(contents: line.contents, paths: Set(inHand.keys), leaving: leaving) { await self.displaced($0) }
        let wallNow = time.now()
        for item in items {
            inHand[item.candidate.path] = item
            catalogue.update(item.candidate.path) { entry in
                entry.state = .importing
                entry.stamp = item.candidate.stamp
                entry.wantsLook = false
                entry.isForcedAgain = false
                entry.isClosedAgain = false
                entry.readSince = wallNow
            }
        }
        let now = time.elapsed()
        do {
            let (results, claims) = try await intake.prepare(items.map { order(for: $0, at: now) }, busy: busy)
            // Reading is no proof that it can be written.
            if !isWriting, pause?.reason != UnavailableReason.diskFull.rawValue { goOn() }
            let missed = Set(results.filter { !$0.result.hasMetVersion }.map(\.index))
            for (index, item) in items.enumerated() where !missed.contains(index) { judgeSilence(of: item.candidate) }
            await take(results, of: items)
            line.put(claims)
            await lookAtTouched()
        } catch {
            for item in items { putBack(item) }
            holdOn(for: error)
        }
        committing.raise()
    }

    func order(for item: WorkQueue.Item, at now: Duration) -> Intake.Order {
        let path = item.candidate.path
        let entry = catalogue[path]
        return Intake.Order(
            path: path, stamp: settings.isOnce ? nil : item.candidate.stamp, settled: entry?.settled?.state, id: entry?.id,
            firstSeenAt: entry?.firstSeenAt ?? time.now(), writers: StabilityTracker.writers(item.candidate, at: now),
            isForced: entry?.isForced ?? false, isSuspect: entry?.isSuspect ?? false,
            mayYield: entry.map { $0.yields < StabilityTracker.mostYields } ?? true,
            hasEqualName: path.recompositions.contains { catalogue.knows($0) }
        )
    }

    func take(_ results: [(index: Int, result: Intake.Result)], of items: [WorkQueue.Item]) async {
        var troubles: [(item: WorkQueue.Item, failure: SystemFailure)] = []
        for (index, result) in results {
            let item = items[index]
            switch result {
            case .outcome(let outcome, let wasMissing):
                writes.append(
                    PendingWrite(
                        path: item.candidate.path, outcome: outcome, purpose: .settling(item, isParsed: false), wasMissing: wasMissing))
            case .taken(let outcome, let wasMissing, let replacesMissing, let isParsedNext):
                writes.append(
                    PendingWrite(
                        path: item.candidate.path, outcome: outcome,
                        purpose: isParsedNext ? .taking(item) : .settling(item, isParsed: false), wasMissing: wasMissing,
                        replacesMissing: replacesMissing))
            case .refreshed(let record, let wasMissing):
                writes.append(
                    PendingWrite(path: item.candidate.path, outcome: .row(record), purpose: .refreshing(item), wasMissing: wasMissing))
            case .unchanged(let record):
                leaveHand(item.candidate.path)
                settle(record, of: item, isUnchanged: true)
            case .unready(let stamp, let isOpen): postpone(item, stamp, isOpen: isOpen)
            case .long(let record, let stamp):
                longFiles.append(LongFile(item: item, record: record, stamp: stamp))
                streaming.raise()
            case .afterTwin: letOthersGoFirst(item)
            case .gone:
                pass.leave(at: time.elapsed())
                leaveHand(item.candidate.path)
                catalogue.update(item.candidate.path) { $0.state = .waiting }
                await look([item.candidate.path])
                if settings.isOnce, catalogue[item.candidate.path] != nil {
                    observe?(.unreadable(item.candidate.path, .absence, isNew: false))
                    catalogue.set(item.candidate.path, nil)
                }
            case .trouble(let failure): troubles.append((item, failure))
            }
        }
        if !troubles.isEmpty { await retry(troubles) }
    }

    /// - Parameter isCounted: whether the file does so a few times only.
    private func letOthersGoFirst(_ item: WorkQueue.Item, isCounted: Bool = true) {
        leaveHand(item.candidate.path)
        let yields = isCounted ? catalogue[item.candidate.path]?.yields ?? 0 : 0
        let interval = StabilityTracker.twinInterval(yields: yields)
        catalogue.update(item.candidate.path) { entry in
            entry.state = .queued
            guard isCounted else { return }
            // Hashing long files takes as long as it takes.
            entry.yields = longFiles.isEmpty ? entry.yields + 1 : min(entry.yields + 1, StabilityTracker.mostYields - 1)
        }
        tracker.postpone(item.candidate, by: interval, at: time.elapsed())
    }

    private func postpone(_ item: WorkQueue.Item, _ stamp: FileStamp, isOpen: Bool) {
        let candidate = item.candidate
        let now = time.elapsed()
        leaveHand(candidate.path)
        catalogue.update(candidate.path) { entry in
            entry.state = .waiting
            entry.latest = nil
        }
        rows.add(candidate.path, .waiting, due: now + settings.waitingShown)
        // That a writer hasn't closed it is why no event has told of it.
        if isOpen, StabilityTracker.writers(candidate, at: now) == .minded, devices.areProven([candidate.stamp.device]) {
            catalogue.update(candidate.path) { $0.isUnannounced = false }
        }
        if isOpen, stamp == candidate.stamp {
            tracker.postpone(candidate, at: now)
        } else {
            tracker.note(candidate.path, stamp, candidate.evidence == .created ? .created : .listed, at: now, began: candidate.began)
        }
    }

    /// Something around the files stands in the way; they are tried again for as long as they are there.
    ///
    /// - Parameter detail: says what can't be done, where that isn't reading.
    func retry(_ troubles: [(item: WorkQueue.Item, failure: SystemFailure)], detail: String? = nil) async {
        if settings.isOnce {
            for (item, failure) in troubles {
                leaveHand(item.candidate.path)
                catalogue.set(item.candidate.path, nil)
                observe?(.unreadable(item.candidate.path, failure, isNew: false))
            }
            return
        }
        let paths = troubles.map(\.item.candidate.path)
        let known: [ImportPath: ImportRecord]
        do {
            known = try await ledger.records(root: root, paths: paths)
        } catch {
            for (item, _) in troubles { putBack(item) }
            holdOn(for: error)
            return
        }
        for (item, failure) in troubles {
            let path = item.candidate.path
            guard let entry = catalogue[path] else {
                leaveHand(path)
                continue
            }
            let delay = ImportSettings.backOff(attempt: entry.troubles + 1, longest: settings.longestBackOff).jittered
            let now = time.now()
            var record =
                known[path] ?? ImportRecord(id: entry.id ?? intake.makeID(), path: path, state: .waiting, firstSeenAt: entry.firstSeenAt)
            let isNews = record.state != .retrying || record.reason != failure.reason
            let wasMissing = record.state == .missing
            record.state = .retrying
            record.pendingMove = nil
            record.reason = failure.reason
            record.detail = detail ?? failure.detail
            record.attempts += 1
            record.nextAttemptAt = Timestamp(milliseconds: now.milliseconds + delay.milliseconds)
            record.updatedAt = now
            writes.append(PendingWrite(path: path, outcome: .row(record), purpose: .retrying, wasMissing: wasMissing))
            if isNews { log(record) }
            // Its next attempt counts as another file.
            pass.leave(at: time.elapsed())
            leaveHand(path)
            catalogue.update(path) { entry in
                entry.state = .retrying
                entry.troubles += 1
                entry.isEarly = false
                // The reason of another outcome than `done` is lost with this row.
                if entry.settled?.state != .done { entry.settled = nil }
            }
            retries.add(path, due: time.elapsed() + delay)
        }
    }

    /// Rows of files that wait, are gone, or were refused unread.
    ///
    /// - Returns: whether any was due.
    private func prepareRows() async -> Bool {
        guard writes.count < settings.commitOutcomes * 4 else { return false }
        let due = rows.takeDue(at: time.elapsed(), limit: 500)
        guard !due.isEmpty else { return false }
        isPreparingRows = true
        defer {
            isPreparingRows = false
            rowsPrepared += 1
        }
        let leaving = leaving
        let known: [ImportPath: ImportRecord]
        do {
            known = try await ledger.records(root: root, paths: due.map(\.path))
        } catch {
            let later = time.elapsed()
            for (path, change) in due { rows.putBack(path, change, due: later) }
            holdOn(for: error)
            return true
        }
        // What was begun meanwhile counts, too.
        let moving = leaving.union(self.leaving).union(arriving)
        for (path, change) in due {
            if moving.contains(path) {
                // What was read of it is another file's by then.
                rows.putBack(path, change, due: time.elapsed() + .milliseconds(20))
            } else if let write = row(of: path, change, known[path]) {
                writes.append(write)
            }
        }
        committing.raise()
        progress.raise()
        return true
    }

    /// nil where there is nothing to say any more.
    private func row(of path: ImportPath, _ change: RowChanges.Change, _ known: ImportRecord?) -> PendingWrite? {
        let entry = catalogue[path]
        let id = entry?.id ?? intake.makeID()
        var record = known ?? ImportRecord(id: id, path: path, state: .waiting, firstSeenAt: entry?.firstSeenAt ?? time.now())
        let wasMissing = known?.state == .missing
        switch change {
        case .missing:
            guard !catalogue.knows(path), let known, known.state != .missing else { return nil }
            let policy = Filing.isFiled(path) && filing != nil ? .keep : options.missing
            return PendingWrite(path: path, outcome: .missing(path, policy), purpose: .missing)
        case .waiting:
            guard let entry, entry.state == .waiting, known?.state != .waiting else { return nil }
            // Rows of files that stood before keep what they say until there is something new to say.
            record.state = .waiting
            record.nextAttemptAt = nil
            record.updatedAt = time.now()
            return PendingWrite(path: path, outcome: .row(record), purpose: .waiting, wasMissing: wasMissing)
        case .refused(let state, let reason, let detail, let stamp):
            guard entry == nil else { return nil }
            record.refuse(state, reason: reason, detail: detail, stamp: stamp, at: time.now())
            record.parserVersion = FileParser.version
            return PendingWrite(path: path, outcome: .row(record), purpose: .refusal, wasMissing: wasMissing)
        }
    }

    /// It keeps its place.
    func putBack(_ item: WorkQueue.Item) {
        leaveHand(item.candidate.path)
        queue.add(item.candidate, isAlone: item.isAlone)
        catalogue.update(item.candidate.path) { $0.state = .queued }
        preparing.raise()
    }

    func leaveHand(_ path: ImportPath) {
        if let item = inHand.removeValue(forKey: path), item.isAlone { isAlone = false }
    }
}
