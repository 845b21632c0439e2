public import DatelineModels

extension FolderImporter {
    public func status() -> ImportStatus {
        let now = time.elapsed()
        var status = ImportStatus(state: .idle)
        if let pause {
            status.state = .paused
            status.reason = pause.reason
        } else if isWorking || !queue.isEmpty {
            status.state = .importing
        } else if scans.isRunning {
            status.state = .scanning
        }
        status.watcher = watcherStatus
        status.root = (String(decoding: root, as: UTF8.self), scans.rootState)
        for state in ImportState.allCases { status.counts[state] = catalogue.counts[state] ?? 0 }
        status.ignored = scans.ignored
        status.progress = pass.progress(at: now)
        status.heldDeletes = scans.heldDeletes
        status.lastScan = scans.lastFinished
        status.parsedFiles = parsedFiles
        return status
    }

    private var watcherStatus: ImportStatus.Watcher {
        guard let watcher else {
            return ImportStatus.Watcher(
                mode: watcherReason == "instance-limit" ? .degraded : .poll, reason: watcherReason, eventsTotal: 0, overflows: 0
            )
        }
        let counts = watcher.counts
        let isWhole = scans.unwatched == 0
        return ImportStatus.Watcher(
            mode: isWhole ? .events : .degraded, reason: isWhole ? nil : "watch-limit", eventsTotal: counts.eventsTotal,
            overflows: counts.overflows
        )
    }

    public func scan(waitingAtMost timeout: Duration?) async -> Bool {
        guard !isStopping else { return false }
        let number = requestScan()
        // Someone waits: the store is tried again at once.
        pause?.until = .zero
        working.raise()
        guard let timeout else { return true }
        let deadline = time.elapsed() + timeout
        guard await reach(deadline, { scans.completed >= number }) else { return false }
        guard scans.rootState != .unavailable else { return true }
        // Of what is on the disk now; later arrivals hold nobody up.
        var pending = catalogue.paths { _, entry in entry.state.isPending || entry.isEarly }
        return await reach(deadline) {
            while let path = pending.last {
                if let entry = catalogue[path], entry.state.isPending || entry.isEarly { return false }
                pending.removeLast()
            }
            // The ledger shall say so too.
            return !isWritingRows && !rows.hasDue(at: time.elapsed())
        }
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
}
