import DatelineModels
import Logging

// Files of many records that are too large to be held at once. They are read beside the others, so that small files never wait for them.
extension FolderImporter {
    func streamUntilStopped() async {
        while let seen = streaming.version(unless: isStopping) {
            if let left = pauseLeft {
                await streaming.wait(after: seen, atMost: left, time: time)
            } else if let file = longFiles.first {
                await stream(file)
                longFiles.removeFirst()
                committing.raise()
                progress.raise()
            } else {
                await streaming.wait(after: seen)
            }
        }
    }

    private func stream(_ file: LongFile) async {
        let path = file.item.candidate.path
        do {
            let reader = try LongFileReader(
                path, files: files, stamp: file.stamp, folderSource: intake.folderSource(of: file.record))
            if let write = try await read(file, with: reader) { writes.append(write) }
        } catch let obstacle as LongFileReader.Obstacle {
            switch obstacle {
            case .changed: await lookAgain(at: file.item)
            case .failure(let failure): await retry([(file.item, failure)])
            }
        } catch let failure as SystemFailure {
            if failure.isAbsence { await lookAgain(at: file.item) } else { await retry([(file.item, failure)]) }
        } catch let error as RepositoryError {
            putBack(file.item)
            holdOn(for: error)
        } catch {
            putBack(file.item)
        }
    }

    /// - Returns: the last write; nil where the program is to end, or nothing is to be written.
    private func read(_ file: LongFile, with reader: LongFileReader) async throws -> PendingWrite? {
        let item = file.item
        let path = item.candidate.path
        let entry = catalogue[path]
        var record = file.record
        let settled = entry?.settled?.state
        let isKnown = entry?.isForced != true && !record.isOutdated(settled: settled)
        let state = isKnown ? record.stateOfKnownContent(settled: settled) : nil
        if state != nil && record.sha256 != nil || record.resume == nil && filing == nil {
            guard let now = try await contentHash(of: file, by: reader) else { return nil }
            if now == record.sha256, let state { return unchanged(record, state, file) }
            if record.resume == nil, let result = try await twin(of: file, now) {
                await take([(0, result)], of: [item])
                return nil
            }
        }
        var goesOn = false
        if let resume = record.resume {
            guard let isSame = try await reader.resume(resume, stopping: stopping) else { return nil }
            goesOn = isSame
        }
        if goesOn {
            logger.info("Reading goes on where it was broken off", metadata: path.metadata)
        } else {
            if let refusal = try await reader.refusal() { return try await refused(record, refusal, file, reader) }
            record.resume = nil
            record.note(ParsedFile(type: "jsonl"))
            // Of what is stored from here on, until all of it is.
            record.sha256 = nil
            record.articleCount = 0
        }
        let parser = FileParser(foundAt: record.revision == 0 ? record.firstSeenAt : time.now())
        let habits = HabitBook(ledger: ledger)
        let settings = settings
        // A part that is written leaves the claim.
        try await ledger.claim([path], root: root)
        @Sendable func next() async throws -> LongFileReader.Piece? {
            try await reader.next(
                parser, habits: habits, as: file.record, for: ledger, isFresh: intake.mayBeEarly(file.stamp),
                parseTime: { settings.parseTime(of: $0) }, stopping: stopping)
        }
        // What of it is stored, from here on.
        var stored: ImportRecord?
        var following = try await next()
        while let piece = following, !isStopping {
            record.state = .importing
            record.add(piece.parsed)
            record.resume = piece.position
            // Whatever ended the program before, this file has come on since.
            record.attempts = 1
            record.updatedAt = time.now()
            switch piece.continuation {
            case .more: break
            case .end:
                record.finishLines(stamp: file.stamp)
                record.pendingMove = filing?.place(for: record)
                return PendingWrite(
                    path: path, outcome: .row(record), purpose: .settling(item, isParsed: true), wasMissing: file.record.state == .missing)
            case .unfinishedLine:
                record.stamp = file.stamp
                record.reason = "parse-failed"
                record.detail = "The last line breaks off; its writer may not be done."
                intake.retryEarly(&record, file.stamp)
                return PendingWrite(
                    path: path, outcome: .row(record), purpose: .settling(item, isParsed: false), wasMissing: file.record.state == .missing)
            }
            // The next piece is read while this one is written.
            async let upcoming = next()
            guard let rows = try await commit(piece.outcome.reported(as: record)) else { break }
            record = rows.first.flatMap(\.self) ?? record
            stored = record
            letOthersGoOn(beside: item)
            following = try await upcoming
        }
        // The row says how far it has come.
        try? await ledger.release([path], root: root)
        if isStopping, var stored {
            // The program ends in order, which isn't held against the file.
            stored.attempts = 0
            _ = try? await ledger.commit([.row(stored)], parsedFiles: 0, root: root)
        }
        return nil
    }

    /// - Returns: nil where the program is to end.
    private func contentHash(of file: LongFile, by reader: LongFileReader) async throws -> String? {
        let path = file.item.candidate.path
        if let known = catalogue[path]?.longHash, known.stamp == file.stamp { return known.sha256 }
        guard let hash = try await reader.contentHash(stopping: stopping) else { return nil }
        catalogue.update(path) { $0.longHash = (file.stamp, hash) }
        return hash
    }

    /// A file that is tried alone isn't suspected any more once it has come on: it is put on record piece by piece, and holds up nobody.
    private func letOthersGoOn(beside item: WorkQueue.Item) {
        guard item.isAlone, isAlone else { return }
        isAlone = false
        preparing.raise()
    }

    private func twin(of file: LongFile, _ sha256: String) async throws(RepositoryError) -> Intake.Result? {
        let busy = Intake.FilesInHand(contents: [], paths: Set(inHand.keys), leaving: leaving) { await self.displaced($0) }
        return try await intake.twin(
            of: file.record, sha256: sha256, file.stamp, order(for: file.item, at: time.elapsed()), busy: busy)
    }

    /// - Returns: what is written of a file that can't be taken as a whole; nil where the program is to end.
    private func refused(
        _ known: ImportRecord, _ refusal: FileRefusal, _ file: LongFile, _ reader: LongFileReader
    ) async throws -> PendingWrite? {
        guard let sha256 = try await reader.contentHash(stopping: stopping) else { return nil }
        var record = known
        record.note(refusal)
        record.sha256 = sha256
        record.stamp = file.stamp
        record.resume = nil
        record.parserVersion = FileParser.version
        record.nextAttemptAt = nil
        record.updatedAt = time.now()
        if refusal.mayBeEarly { intake.retryIfEarly(&record, file.stamp) }
        record.pendingMove = filing?.place(for: record)
        return PendingWrite(
            path: known.path, outcome: .row(record), purpose: .settling(file.item, isParsed: true), wasMissing: known.state == .missing)
    }

    /// Writes a piece, waiting for a store that can't take it now.
    ///
    /// - Returns: nil where the program is to end.
    private func commit(_ outcome: any ReadyOutcome) async throws(RepositoryError) -> [ImportRecord?]? {
        while let seen = streaming.version(unless: isStopping) {
            if isDiskLow() { holdOn(reason: UnavailableReason.diskFull.rawValue) }
            if let left = pauseLeft {
                await streaming.wait(after: seen, atMost: left, time: time)
                continue
            }
            do {
                let list = OutcomeList(ImportGroup(outcomes: [outcome]))
                try await ledger.commit(from: list, root: root)
                goOn()
                progress.raise()
                return await list.rows
            } catch {
                if error.isOfContent { throw error }
                holdOn(for: error)
            }
        }
        return nil
    }

    private func unchanged(_ known: ImportRecord, _ state: ImportState, _ file: LongFile) -> PendingWrite {
        PendingWrite(
            path: known.path, outcome: .row(intake.standing(known, state, file.stamp)), purpose: .settling(file.item, isParsed: false),
            wasMissing: known.state == .missing)
    }

    private func lookAgain(at item: WorkQueue.Item) async {
        let path = item.candidate.path
        // What is there now counts anew.
        pass.leave(at: time.elapsed())
        leaveHand(path)
        catalogue.update(path) { $0.state = .waiting }
        await look([path])
    }
}

extension ImportRecord {
    fileprivate mutating func add(_ parsed: ParsedFile) {
        detectedType = parsed.type
        encoding = parsed.encoding
        errors += parsed.faults.prefix(max(0, ImportFault.kept - errors.count))
        errorCount += parsed.faultCount
        for warning in parsed.warnings where !warnings.contains(warning) { warnings.append(warning) }
    }

    /// All lines are through.
    fileprivate mutating func finishLines(stamp: FileStamp) {
        let records = resume?.records ?? 0
        sha256 = resume?.sha256
        resume = nil
        self.stamp = stamp
        revision += 1
        parserVersion = FileParser.version
        nextAttemptAt = nil
        reason = errorCount == 0 ? nil : reason ?? "parse-failed"
        if records == 0 {
            let refusal = FileRefusal.empty
            (state, reason, detail) = (refusal.state, refusal.reason, refusal.detail)
        } else if articleCount == 0 {
            state = .failed
            reason = errorCount == 0 ? "no-article-content" : reason
            detail = errorCount == 0 ? "The file holds no article." : "No article could be read: \(errors.first?.reason ?? "")."
        } else {
            state = errorCount == 0 ? .done : .partial
            detail = errorCount == 0 ? nil : "\(errorCount) of \(records) records could not be read."
        }
    }
}
