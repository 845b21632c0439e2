public import DatelineModels

// What the HTTP service asks for.
extension FolderImporter {
    public func scan(waitingAtMost timeout: Duration?) async -> Bool {
        guard !isStopping else { return false }
        let number = requestScan()
        // Someone waits: the store is tried again at once.
        pause?.until = .zero
        preparing.raise()
        committing.raise()
        guard let timeout else { return true }
        let deadline = time.elapsed() + timeout
        guard await reach(deadline, { scans.completed >= number && wantingRetry.isEmpty && !isRetrying }) else { return false }
        guard scans.rootState != .unavailable else { return true }
        // Of what is on the disk now; later arrivals hold nobody up.
        var pending = catalogue.paths { _, entry in entry.state.isPending || entry.isEarly }
        let areThrough = await reach(deadline) {
            while let path = pending.last {
                // It may have left the catalogue only to come back.
                if isRetrying || looksAgain > 0 || wantingRetry.contains(path) || wantingLook.contains(path) { return false }
                if let entry = catalogue[path], entry.state.isPending || entry.isEarly { return false }
                pending.removeLast()
            }
            return true
        }
        // The ledger shall say so too: what has vanished becomes rows, and rows become writes.
        let gone = vanished.paths
        guard areThrough, await reach(deadline, { gone.isDisjoint(with: vanished.paths) }) else { return false }
        let due = rows.due(at: time.elapsed())
        // Those that couldn't be prepared are due again.
        repeat {
            guard await reach(deadline, { due.isDisjoint(with: rows.due(at: time.elapsed())) }) else { return false }
            let preparation = rowsPrepared + (isPreparingRows ? 1 : 0)
            guard await reach(deadline, { rowsPrepared >= preparation }) else { return false }
        } while !due.isDisjoint(with: rows.due(at: time.elapsed()))
        let written = concluded + flying.count + writes.count
        return await reach(deadline) { concluded >= written }
    }

    private func reach(_ deadline: Duration, _ isReached: () -> Bool) async -> Bool {
        while true {
            let seen = progress.version
            if isReached() { return true }
            let left = deadline - time.elapsed()
            guard left > .zero, !isStopping, !Task.isCancelled else { return false }
            await progress.wait(after: seen, atMost: left, time: time)
        }
    }

    /// Waits, without end, until a one-time import is through.
    func finishOnce() async {
        while let seen = progress.version(unless: isStopping || Task.isCancelled || scans.completed >= 1 && isAtRest) {
            await progress.wait(after: seen)
        }
    }

    /// Whether nothing is to be done.
    var isAtRest: Bool {
        tracker.count == 0 && queue.isEmpty && inHand.isEmpty && !isWriting && !isPreparingRows && wantingRetry.isEmpty && !isRetrying
            && wantingLook.isEmpty && looksAgain == 0
            && !rows.hasDue(at: .seconds(Int64.max / 4))
    }

    public func active(states: Set<ImportState>, after path: ImportPath?, limit: Int) async -> [ImportRecord] {
        let wanted = catalogue.paths { candidate, entry in
            states.contains(entry.state) && entry.state.isPending && path.map { $0 < candidate } ?? true
        }
        return await records(of: Array(wanted.sorted().prefix(limit)))
    }

    public func active(_ path: ImportPath) async -> ImportRecord? {
        guard catalogue[path]?.state.isPending == true else { return nil }
        return await records(of: [path]).first
    }

    public func active(_ id: ResourceID) async -> ImportRecord? {
        await records(of: catalogue.paths { _, entry in entry.id == id && entry.state.isPending }).first { $0.id == id }
    }

    private func records(of paths: [ImportPath]) async -> [ImportRecord] {
        let known = (try? await ledger.records(root: root, paths: paths)) ?? [:]
        return paths.compactMap { path in
            guard let entry = catalogue[path], entry.state.isPending else { return nil }
            if entry.id == nil, known[path] == nil { catalogue.update(path) { $0.id = intake.makeID() } }
            guard let id = known[path]?.id ?? catalogue[path]?.id else { return nil }
            var record = known[path] ?? ImportRecord(id: id, path: path, state: entry.state, firstSeenAt: entry.firstSeenAt)
            record.state = entry.state
            record.stamp = tracker[path]?.stamp ?? entry.stamp ?? record.stamp
            record.nextAttemptAt = nil
            return record
        }
    }

    public func retry(_ selection: ImportRetry) async throws(RepositoryError) -> Int? {
        switch selection {
        case .file(let id):
            let (record, root) = try await ledger.record(id)
            guard root == self.root else { throw .notFound }
            return await retry([record.path])
        case .all(let state, let reason):
            var count = 0
            var query = ImportQuery(states: [state], reasons: reason.map { [$0] } ?? [])
            query.page = PageRequest(limit: 200)
            // Their states change meanwhile, so all are gathered first.
            var paths: [ImportPath] = []
            while true {
                let page = try await ledger.list(query)
                // Files of the same names that another folder had are none of ours.
                let own = try await ledger.records(root: root, paths: page.items.map(\.path))
                paths += page.items.lazy.filter { own[$0.path]?.id == $0.id }.map(\.path)
                guard let next = page.next else { break }
                query.page = PageRequest(limit: 200, after: next)
            }
            for start in stride(from: 0, to: paths.count, by: 500) {
                count += await retry(Array(paths[start..<min(start + 500, paths.count)]))
            }
            return count
        }
    }

    public func confirmDeletes() async throws(RepositoryError) -> Int? {
        let held = scans.heldDeletes
        guard held > 0 || scans.rootState == .replaced else { return 0 }
        scans.confirmed = ConfirmedDeletes(root: scans.seenRoot, count: held)
        _ = requestScan()
        return held
    }
}
