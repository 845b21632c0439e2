public import DatelineModels

extension FolderImporter {
    public func status() -> ImportStatus {
        let now = time.elapsed()
        var status = ImportStatus(state: .idle)
        status.progress = pass.progress(at: now)
        if !inHand.isEmpty || !queue.isEmpty || isWriting {
            status.state = .importing
            status.progress.phase = .importing
        } else if scans.isRunning {
            status.state = .scanning
            status.progress.phase = .scanning
        }
        if pause != nil || isHeld { status.state = .paused }
        status.reason = trouble(at: now)
        status.isOK = status.reason == nil
        status.watcher = watcherStatus(at: now)
        status.root = (String(decoding: root, as: UTF8.self), scans.rootState)
        for state in ImportState.allCases { status.counts[state] = catalogue.count(of: state) }
        status.ignored = scans.ignored
        status.heldDeletes = scans.heldDeletes
        status.lastScan = scans.lastFinished
        status.parsedFiles = parsedFiles
        status.oldestWaiting = tracker.oldest.map { now - $0 }
        status.unreadableDirectories = scans.unreadableDirectories
        return status
    }

    /// What keeps the folder from being followed; nil where all is well.
    private func trouble(at now: Duration) -> String? {
        if isHeld { return ImportStatus.heldReason }
        if let pause { return pause.reason }
        switch scans.rootState {
        case .unavailable: return "root-unavailable"
        case .replaced: return "root-replaced"
        case .ok: break
        }
        if scans.heldDeletes > 0 { return "deletes-held" }
        if scans.isOverdue(at: now) { return "scan-overdue" }
        return nil
    }

    private func watcherStatus(at now: Duration) -> ImportStatus.Watcher {
        guard let watcher else {
            var status = ImportStatus.Watcher(mode: watcherReason == "instance-limit" ? .degraded : .poll, reason: watcherReason)
            if watcherReason == "instance-limit" { status.detail = "Raise fs.inotify.max_user_instances." }
            return status
        }
        let counts = watcher.counts
        let silent = devices.silent(at: now).intersection(scans.devices)
        var status = ImportStatus.Watcher(mode: .events)
        if counts.isFailing {
            status.mode = .poll
            status.reason = "no-events"
            status.detail = "Events can't be read at present; the folder is looked through instead."
        } else if counts.unwatched > 0 {
            status.mode = .degraded
            status.reason = "watch-limit"
            status.detail =
                "\(counts.watched) directories are watched and \(counts.unwatched) are not; raise fs.inotify.max_user_watches (sysctl)."
        } else if !silent.isEmpty {
            let isWhole = silent == scans.devices
            status.mode = isWhole || scans.seenRoot.map { silent.contains($0.device) } == true ? .poll : .events
            status.reason = "unannounced-change"
            status.detail =
                isWhole
                ? "The file system doesn't tell of changes, as network and shared folders don't; the folder is looked through instead."
                : "\(silent.count) of \(scans.devices.count) file systems in the folder don't tell of changes; it is looked through as well."
        }
        status.eventsTotal = counts.eventsTotal
        status.overflows = counts.overflows
        status.overflowsLastScan = counts.overflowsLastScan
        status.watchedDirectories = counts.watched
        status.unwatchedDirectories = counts.unwatched
        return status
    }
}
