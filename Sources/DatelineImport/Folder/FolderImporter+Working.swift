import DatelineModels
import Logging

// The one loop that writes to the ledger.
extension FolderImporter {
    func workUntilStopped() async {
        while !isStopping {
            let seen = working.version
            if let pause, pause.until > time.elapsed() {
                await working.wait(after: seen, atMost: pause.until - time.elapsed(), time: time)
                continue
            }
            takeRipe()
            let hasWritten = await writeRows()
            let batch = queue.take(limit: settings.batchFiles, bytes: settings.batchBytes)
            if !batch.isEmpty {
                isWorking = true
                await process(batch)
                isWorking = false
                progress.raise()
            } else if !hasWritten {
                await working.wait(after: seen, atMost: nextDue().map { $0 - time.elapsed() }, time: time)
            }
        }
    }

    private func nextDue() -> Duration? {
        [tracker.nextDue(), retries.nextDue(), rows.nextDue].compactMap(\.self).min()
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
            enqueue(.init(path: path, stamp: stamp, evidence: .listedOld, since: now, due: now), entry)
        }
    }

    private func enqueue(_ candidate: StabilityTracker.Candidate, _ entry: Catalogue.Entry) {
        queue.add(candidate, isAlone: entry.isSuspect)
        catalogue.update(candidate.path) { $0.state = .queued }
    }

    private func process(_ items: [WorkQueue.Item]) async {
        for item in items {
            rows.forget(item.candidate.path)
            catalogue.update(item.candidate.path) { entry in
                entry.state = .importing
                entry.stamp = item.candidate.stamp
                entry.wantsLook = false
            }
        }
        let now = time.elapsed()
        let orders = items.map { order(for: $0, at: now) }
        let intake = intake
        let examined = await Concurrently.map(orders, width: settings.desks) {
            number, order async -> Result<Intake.Examination, RepositoryError> in
            do throws(RepositoryError) {
                return .success(try await intake.examine(order, desk: intake.desks[number]))
            } catch {
                return .failure(error)
            }
        }
        var claims: [(item: WorkQueue.Item, claim: Intake.Claim)] = []
        for (item, result) in zip(items, examined) {
            switch result {
            case .success(.claimable(let claim)): claims.append((item, claim))
            case .success(let examination): await take(examination, of: item)
            case .failure(let error): putBack(item, for: error)
            }
        }
        await parse(claims)
        let touched = items.map(\.candidate.path).filter { catalogue[$0]?.wantsLook == true }
        if !touched.isEmpty { await look(touched) }
    }

    private func order(for item: WorkQueue.Item, at now: Duration) -> Intake.Order {
        let entry = catalogue[item.candidate.path]
        return Intake.Order(
            path: item.candidate.path, stamp: item.candidate.stamp, hasRow: entry?.hasRow ?? false, settled: entry?.settled,
            firstSeenAt: entry?.firstSeenAt ?? time.now(), writers: StabilityTracker.writers(item.candidate, at: now),
            isRepeated: entry?.isRepeated ?? false
        )
    }

    private func parse(_ claims: [(item: WorkQueue.Item, claim: Intake.Claim)]) async {
        guard !claims.isEmpty, !isStopping else { return }
        let claimed: [Intake.Claim]
        do {
            claimed = try await intake.claim(claims.map(\.claim))
        } catch {
            for (item, _) in claims { putBack(item, for: error) }
            return
        }
        for (item, _) in claims { catalogue.update(item.candidate.path) { $0.hasRow = true } }
        let (intake, stopping) = (intake, stopping)
        let outcomes = await Concurrently.map(claimed, width: settings.stores) {
            number, claim async -> Result<ImportRecord, RepositoryError>? in
            if stopping.version > 0 { return nil }
            do throws(RepositoryError) {
                return .success(try await intake.complete(claim, desk: intake.desks[number]))
            } catch {
                return .failure(error)
            }
        }
        var released: [Intake.Claim] = []
        for (index, outcome) in outcomes.enumerated() {
            let item = claims[index].item
            switch outcome {
            case .success(let record)?:
                parsedFiles += 1
                settle(record, of: item)
            case .failure(let error)?:
                catalogue.update(item.candidate.path) { $0.isRepeated = true }
                putBack(item, for: error)
            case nil: released.append(claimed[index])
            }
        }
        await release(released)
    }

    /// The program is to end: what was not begun is as it was before.
    private func release(_ claims: [Intake.Claim]) async {
        guard !claims.isEmpty else { return }
        for claim in claims { catalogue.update(claim.record.path) { $0.state = .waiting } }
        do {
            try await intake.release(claims)
        } catch {
            // The rows stay as they are; the next start takes up such files one at a time.
            logger.debug("Files could not be given back", metadata: ["reason": .string(error.reasonOfPause)])
        }
    }

    /// The store can't take anything: no fault of the file, which keeps its place in the queue.
    private func putBack(_ item: WorkQueue.Item, for error: RepositoryError) {
        queue.add(item.candidate, isAlone: item.isAlone)
        catalogue.update(item.candidate.path) { $0.state = .queued }
        holdOn(for: error)
    }

    /// The store has taken something.
    func goOn() {
        guard pause != nil else { return }
        pause = nil
        logger.info("The store takes articles again; importing goes on")
    }

    func holdOn(for error: RepositoryError) {
        let now = time.elapsed()
        // One failure a pause, however many files it met.
        if let pause, pause.until > now { return }
        let attempt = (pause?.attempt ?? 0) + 1
        let delay = ImportSettings.backOff(attempt: attempt, longest: settings.longestPause)
        if pause == nil {
            logger.warning("The store can't take articles; importing pauses", metadata: ["reason": .string(error.reasonOfPause)])
        }
        pause = (now + delay, attempt, error.reasonOfPause)
        progress.raise()
    }
}
