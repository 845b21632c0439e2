import DatelineModels
import Logging

// What is seen of a file, and what follows from it.
extension FolderImporter {
    func followHints(of watcher: InotifyWatcher) async {
        for await _ in watcher.changes {
            if isStopping { return }
            await take(watcher.takeHints())
        }
    }

    private func take(_ hints: FolderHints) async {
        if hints.wantsScan { _ = requestScan() }
        if !hints.newDirectories.isEmpty {
            scans.newDirectories.formUnion(hints.newDirectories)
            scanning.raise()
        }
        var paths = Array(hints.files.keys)
        if !hints.goneDirectories.isEmpty {
            paths += catalogue.paths { path, entry in entry.state != .missing && path.isBelow(oneOf: hints.goneDirectories) }
        }
        await look(paths, hints: hints.files)
    }

    /// Asks the file system about files and notes the answers.
    func look(_ paths: [ImportPath], hints: [ImportPath: FileHint] = [:]) async {
        for start in stride(from: 0, to: paths.count, by: 1000) {
            for (path, look) in await walker.look(Array(paths[start..<min(start + 1000, paths.count)])) {
                switch look {
                case .file(let found): note(found, hint: hints[path])
                case .directory: scans.newDirectories.insert(path)
                case .gone: noteGone(path)
                // The next scan will tell.
                case .unknown: break
                }
            }
        }
        working.raise()
        if !scans.newDirectories.isEmpty { scanning.raise() }
    }

    /// A file was seen, by a list or because of a hint.
    func note(_ found: FoundFile, hint: FileHint? = nil) {
        let path = found.path
        catalogue.markSeen(path, scan: scans.number)
        if let refusal = Self.refusal(of: found) {
            refuse(found, refusal)
            return
        }
        guard let entry = catalogue[path] else {
            wait(for: found, hint: hint, entry: nil)
            return
        }
        switch entry.state {
        case .done, .partial, .failed, .skipped:
            // What was seen of it right after it was written may hide a later change; a scan makes sure.
            let isSame = entry.stamp == found.stamp
            if isSame, !entry.isRacy || hint != nil { return }
            wait(for: found, hint: hint, entry: entry, showsIt: !isSame)
        case .retrying:
            if entry.stamp == found.stamp { return }
            wait(for: found, hint: hint, entry: entry)
        case .missing, .waiting: wait(for: found, hint: hint, entry: entry)
        // Whoever reads it checks the stamp.
        case .queued: break
        case .importing:
            if entry.stamp != found.stamp { catalogue.update(path) { $0.wantsLook = true } }
        }
    }

    /// Nothing is there any more.
    func noteGone(_ path: ImportPath) {
        guard let entry = catalogue[path], entry.state != .missing else { return }
        // In another folder than the one we know, only what was new there can be gone.
        guard scans.rootState == .ok || (scans.rootState == .replaced && entry.settled == nil) else { return }
        switch entry.state {
        case .importing: catalogue.update(path) { $0.wantsLook = true }
        case .queued: break
        default: markGone(path)
        }
    }

    func markGone(_ path: ImportPath) {
        tracker.forget(path)
        retries.forget(path)
        guard catalogue[path]?.hasRow == true else {
            rows.forget(path)
            catalogue.set(path, nil)
            progress.raise()
            return
        }
        catalogue.update(path) { entry in
            entry.state = .missing
            entry.stamp = nil
            entry.isEarly = false
        }
        rows.add(path, .state, due: .zero)
        logger.debug("File is gone", metadata: path.metadata)
        progress.raise()
    }

    private func wait(for found: FoundFile, hint: FileHint?, entry: Catalogue.Entry?, showsIt: Bool = true) {
        let now = time.elapsed()
        if tracker.count == 0, queue.isEmpty, !isWorking { pass.restart() }
        var entry = entry ?? Catalogue.Entry(state: .waiting, hasRow: false, scan: scans.number, firstSeenAt: time.now())
        if entry.state != .waiting || tracker[found.path] == nil {
            pass.find()
            if showsIt { rows.add(found.path, .state, due: now + settings.waitingShown) }
        }
        entry.state = .waiting
        entry.isEarly = false
        retries.forget(found.path)
        catalogue.set(found.path, entry)
        tracker.note(found.path, found.stamp, evidence(hint, found.stamp), at: now)
    }

    private func evidence(_ hint: FileHint?, _ stamp: FileStamp) -> StabilityTracker.Evidence {
        switch hint {
        case .movedIn: .movedIn
        case .closed: .closed
        case .created: .created
        case .left, nil: stamp.age(at: time.now()) > .seconds(2) ? .listedOld : .listed
        }
    }

    private func refuse(_ found: FoundFile, _ change: RowChanges.Change) {
        var entry = catalogue[found.path] ?? Catalogue.Entry(state: .skipped, hasRow: false, scan: scans.number, firstSeenAt: time.now())
        if entry.hasRow || entry.stamp != nil, entry.state == .skipped, entry.stamp == found.stamp { return }
        // Whoever is at work on it sees for himself.
        guard entry.state != .queued, entry.state != .importing else { return }
        tracker.forget(found.path)
        retries.forget(found.path)
        entry.state = .skipped
        entry.settled = .skipped
        entry.stamp = found.stamp
        catalogue.set(found.path, entry)
        rows.add(found.path, change, due: .zero)
        progress.raise()
    }

    /// Why a file isn't even opened.
    static func refusal(of found: FoundFile) -> RowChanges.Change? {
        switch found.kind {
        case .symlink: .refused(.skipped, reason: "symlink", detail: "Links are not followed.")
        case .other: .refused(.skipped, reason: "not-regular-file", detail: "Only regular files are read.")
        case .tooDeep: .refused(.skipped, reason: "too-deep", detail: "Folders are read \(FolderScanner.maximumDepth) levels deep.")
        case .file:
            if FileType(of: found.path) == .unsupported {
                .refused(.skipped, reason: "unsupported-type", detail: "Files of this type are not read.")
            } else {
                nil
            }
        }
    }
}

extension ImportPath {
    func isBelow(oneOf directories: Set<ImportPath>) -> Bool {
        var directory = parent
        while let current = directory {
            if directories.contains(current) { return true }
            directory = current.parent
        }
        return false
    }

    /// For the log: valid UTF-8 on one line.
    var metadata: Logger.Metadata {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(500) {
            shown.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
        }
        return ["path": .string(String(shown))]
    }
}
