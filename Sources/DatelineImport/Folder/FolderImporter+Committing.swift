import DatelineModels
import Logging

// The loop that writes.
extension FolderImporter {
    func commitUntilOver() async {
        while true {
            let seen = committing.version
            collectParsed()
            if isStopping {
                await giveBack()
                if isParsingOver { return }
                await committing.wait(after: seen)
            } else if writes.isEmpty {
                await committing.wait(after: seen)
            } else if let left = pauseLeft {
                await committing.wait(after: seen, atMost: left, time: time)
            } else if let left = gathering {
                // Not at every file that comes.
                await stopping.wait(after: 0, atMost: min(left, .milliseconds(20)), time: time)
            } else {
                await commit()
            }
        }
    }

    /// How much longer more is waited for before what there is is written; nil: not at all.
    private var gathering: Duration? {
        let now = time.elapsed()
        let since = writesSince ?? now
        writesSince = since
        // A file that comes alone is written at once.
        guard isMoreWanted, since + settings.commitDelay > now else {
            writesSince = nil
            return nil
        }
        return since + settings.commitDelay - now
    }

    /// Whether there is little to write, and others are on their way.
    private var isMoreWanted: Bool {
        writes.count < settings.commitOutcomes / 2 && !isAlone && !queue.isEmpty
    }

    /// The end has come: what isn't written yet is found again by the next start, and its attempts don't count.
    private func giveBack() async {
        let claims = writes.compactMap { write in
            if case .parsed(_, let claim) = write.purpose { claim } else { nil }
        }
        writes = []
        line.finish(claims)
        if !claims.isEmpty { try? await ledger.release(claims.map(\.order.path), root: root) }
    }

    private func collectParsed() {
        for parsed in line.takeParsed() {
            let path = parsed.claim.order.path
            guard let item = inHand[path] else {
                line.finish([parsed.claim])
                continue
            }
            switch parsed.outcome {
            case .success(let ready):
                writes.append(
                    PendingWrite(
                        path: path, outcome: ready.outcome, ready: ready, purpose: .parsed(item, parsed.claim),
                        wasMissing: parsed.claim.record.state == .missing))
            case .failure(let error):
                line.finish([parsed.claim])
                putBack(item)
                holdOn(for: error)
            }
        }
    }

    private func commit() async {
        do {
            try await ledger.commit(from: Writes(importer: self), root: root)
        } catch {
            let left = flying
            flying = []
            writes = left + writes
            guard error.isOfContent, !left.isEmpty else {
                holdOn(for: error)
                return
            }
            // One of them is at fault: alone it is told from the others.
            if left.count > 1 { singles = left.count } else { replaceFirst(by: error) }
        }
    }

    /// What the ledger asks for while it writes.
    private struct Writes: ImportOutcomes {
        let importer: FolderImporter

        func next() async -> ImportGroup { await importer.giveOut() }
        func written(_ rows: [ImportRecord?]) async { await importer.conclude(rows) }
    }

    private func giveOut() -> ImportGroup {
        collectParsed()
        // What is at fault is written alone; and a little more isn't worth a transaction yet.
        guard !isStopping, pauseLeft == nil, flying.isEmpty || (singles == 0 && !isMoreWanted) else { return ImportGroup() }
        let batch = nextWrites()
        if batch.isEmpty {
            if !writes.isEmpty, flying.isEmpty { holdOn(reason: UnavailableReason.diskFull.rawValue) }
            return ImportGroup()
        }
        TestCrash.point(.beforeCommit)
        writes.removeFirst(batch.count)
        flying += batch
        return ImportGroup(outcomes: batch.map { $0.ready ?? ledger.ready($0.outcome) }, parsedFiles: batch.count(where: \.isParsed))
    }

    private func conclude(_ records: [ImportRecord?]) async {
        let batch = flying.prefix(records.count)
        flying.removeFirst(batch.count)
        concluded += batch.count
        singles = max(0, singles - 1)
        TestCrash.point(.afterCommit)
        goOn()
        parsedFiles += batch.count(where: \.isParsed)
        var moves: [(record: ImportRecord, item: WorkQueue.Item?)] = []
        for (write, record) in zip(batch, records) { conclude(write, record, moves: &moves) }
        await file(moves)
        await lookAtTouched()
        preparing.raise()
        progress.raise()
    }

    /// Looks at files of which something was seen while they were in hand.
    func lookAtTouched() async {
        let touched = wantingLook
        guard !touched.isEmpty else { return }
        wantingLook = []
        looksAgain += 1
        await look(Array(touched))
        looksAgain -= 1
    }

    /// The store refuses what it can't have: the file is left with a row that says so.
    private func replaceFirst(by error: RepositoryError) {
        guard let write = writes.first else { return }
        logger.error("A row of the ledger was refused", metadata: write.path.metadata.merging(["error": "\(error)"]) { $1 })
        switch write.outcome {
        case .articles(_, var record), .moved(_, var record), .exchanged(_, var record), .copied(_, var record):
            // The row that was missing may be another one's.
            let wasMissing =
                switch write.outcome {
                case .articles: write.wasMissing
                case .moved: write.replacesMissing
                default: false
                }
            record.refuse(
                .failed, reason: "store-refused", detail: "The store refuses what the file holds.", stamp: record.stamp, at: time.now())
            record.pendingMove = nil
            writes[0] = PendingWrite(path: write.path, outcome: .row(record), purpose: write.purpose, wasMissing: wasMissing)
        case .row, .missing:
            writes.removeFirst()
            concluded += 1
            if case .parsed(_, let claim) = write.purpose { line.finish([claim]) }
            leaveHand(write.path)
            catalogue.forget(write.path)
            preparing.raise()
            progress.raise()
        }
    }

    private func conclude(_ write: PendingWrite, _ record: ImportRecord?, moves: inout [(record: ImportRecord, item: WorkQueue.Item?)]) {
        if record != nil { catalogue.missing -= (write.wasMissing ? 1 : 0) + (write.replacesMissing ? 1 : 0) }
        switch write.purpose {
        case .parsed(let item, let claim):
            line.finish([claim])
            conclude(item, record, moves: &moves)
        case .settling(let item, _): conclude(item, record, moves: &moves)
        case .taking(let item):
            if record == nil {
                if catalogue[write.path]?.isForced == true { wantingRetry.insert(write.path) }
                conclude(item, record, moves: &moves)
            } else {
                catalogue.update(write.path) { entry in
                    entry.isForced = true
                    entry.hasRow = true
                }
                putBack(item)
            }
        case .refreshing(let item): conclude(item, record, isUnchanged: true, moves: &moves)
        case .waiting, .retrying: catalogue.update(write.path) { $0.hasRow = true }
        case .refusal: if let record { observe?(.settled(record, isUnchanged: false)) }
        case .missing: if record != nil { catalogue.missing += 1 }
        case .filing(let from, let isRacy):
            guard let record else { return }
            let entry = catalogue[from]
            if entry?.wantsLook == true { wantingLook.insert(from) }
            if entry?.isForcedAgain == true { wantingRetry.insert(record.path) }
            leaveHand(from)
            catalogue.set(from, nil)
            let isClosedAgain = entry?.isClosedAgain == true
            let note = SettledFiles.Note(state: record.state, digest: record.stamp?.digest ?? 0, isRacy: isRacy || isClosedAgain)
            catalogue.settle(record.path, note, look: scans.number)
        }
        switch write.outcome {
        case _ where record == nil: break
        case .moved(let from, _) where from != write.path:
            vanished.remove(from)
            if case .filing = write.purpose {} else { catalogue.settled.remove(PathKey(from)) }
            catalogue.update(from) {
                $0.settled = nil; $0.hasRow = false
            }
        case .exchanged(let other, _):
            noteExchanged(other)
            // The other file has come into another folder just so.
            if case .taking = write.purpose { wantParsing(other) }
        case .row, .articles, .moved, .copied, .missing: break
        }
    }

    private func conclude(
        _ item: WorkQueue.Item, _ record: ImportRecord?, isUnchanged: Bool = false,
        moves: inout [(record: ImportRecord, item: WorkQueue.Item?)]
    ) {
        guard let record else {
            // The ledger has come to say something else meanwhile.
            let path = item.candidate.path
            leaveHand(path)
            if catalogue[path]?.isForcedAgain == true { wantingRetry.insert(path) }
            if catalogue[path]?.hasRow == true { catalogue.forgetFile(path, look: scans.number) } else { catalogue.set(path, nil) }
            wantingLook.insert(path)
            return
        }
        // One that is to be read once more is moved after that.
        if record.pendingMove != nil, filing != nil, catalogue[item.candidate.path]?.isForcedAgain != true {
            moves.append((record, item))
            return
        }
        leaveHand(item.candidate.path)
        settle(record, of: item, isUnchanged: isUnchanged)
    }

    /// A file's row is as it should be.
    func settle(_ record: ImportRecord, of item: WorkQueue.Item, isUnchanged: Bool) {
        let path = item.candidate.path
        let now = time.elapsed()
        let wallNow = time.now()
        let entry = catalogue[path]
        pass.finish(record.state, bytes: record.stamp?.size ?? 0, at: now)
        if entry?.settled?.state == .failed, record.state != .failed { quarantine?.remove(path) }
        if record.state == .retrying {
            catalogue.update(path) { entry in
                entry.state = .retrying
                entry.stamp = record.stamp
                entry.hasRow = true
                entry.isEarly = true
                entry.isSuspect = false
                entry.isForced = false
                entry.troubles = 0
            }
            let left = (record.nextAttemptAt?.milliseconds ?? wallNow.milliseconds) - wallNow.milliseconds
            retries.add(path, due: now + .milliseconds(max(0, left)))
        } else {
            // By when it was read, not by when that was written down.
            let isRacy = record.stamp?.isRacy(at: entry?.readSince ?? wallNow) ?? false
            let rest = SettledFiles.Note(
                state: record.state, digest: record.stamp?.digest ?? 0, isRacy: isRacy || entry?.isClosedAgain == true)
            catalogue.settle(path, rest, look: scans.number)
            if record.state == .failed { note(failed: record) }
            // It was tried again where it lies, and says something else now.
            if filing != nil, Filing.isFiled(path), record.state != .done, !isUnchanged { explain(record) }
        }
        if entry?.wantsLook == true { wantingLook.insert(path) }
        if entry?.isForcedAgain == true { wantingRetry.insert(path) }
        if entry?.settled?.state != record.state, !isUnchanged { log(record) }
        observe?(.settled(record, isUnchanged: isUnchanged))
    }

    /// Leaves a note for people.
    func note(failed record: ImportRecord) {
        do {
            try quarantine?.write(record)
        } catch {
            logger.warning(
                "A note on a failed file can't be written", metadata: record.path.metadata.merging(["reason": .string(error.reason)]) { $1 }
            )
        }
    }

    func log(_ record: ImportRecord) {
        var metadata = record.path.metadata
        metadata["state"] = .string(record.state.rawValue)
        if let reason = record.reason { metadata["reason"] = .string(reason) }
        logger.log(level: record.state == .done ? .debug : .info, "File is \(record.state.rawValue)", metadata: metadata)
    }
}

extension RepositoryError {
    /// Whether it is about what was to be written, and not about the store.
    var isOfContent: Bool {
        switch self {
        case .unavailable, .overloaded, .timeout, .cancelled: false
        case .conflict, .invalid, .notFound, .preconditionFailed, .gone: true
        }
    }
}
