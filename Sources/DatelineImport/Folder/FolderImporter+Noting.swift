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
        await follow(hints)
        heard = hints.position
        hearing.raise()
    }

    private func follow(_ hints: FolderHints) async {
        if hints.wantsScan { _ = requestScan() }
        if hints.wereLost { noteLoss() }
        if !hints.newDirectories.isEmpty {
            scans.newDirectories.formUnion(hints.newDirectories)
            scanning.raise()
        }
        // What lay in a directory that is gone is for a look through the folder to tell.
        if !hints.goneDirectories.isEmpty { _ = requestScan() }
        guard tracker.count + queue.count + hints.files.count <= settings.mostWaiting else {
            // Events come faster than files are imported; the look waits for room.
            noteLoss()
            _ = requestScan()
            // But for what was renamed to here, which is complete, and few at a time among files that are copied.
            let room = settings.mostWaiting + settings.urgentReserve - tracker.count - queue.count
            let urgent = hints.files.filter { $0.value == .movedIn }.prefix(max(0, room))
            await look(urgent.map(\.key), hints: hints.files)
            return
        }
        await look(Array(hints.files.keys), hints: hints.files)
    }

    /// Events were dropped: that none has told of a file says nothing about its file system until the next look is through.
    private func noteLoss() {
        guard scans.lossesUntil <= scans.number else { return }
        scans.lossesUntil = scans.number + 1
        for path in catalogue.paths(where: { $1.isUnannounced }) { catalogue.update(path) { $0.isUnannounced = false } }
    }

    /// Asks the file system about files and notes the answers.
    func look(_ paths: [ImportPath], hints: [ImportPath: FileHint] = [:]) async {
        guard !paths.isEmpty else { return }
        for start in stride(from: 0, to: paths.count, by: 1000) {
            for (path, look) in await walker.look(Array(paths[start..<min(start + 1000, paths.count)])) {
                switch look {
                case .file(let found):
                    if hints[path] != nil { devices.noteEvent(on: found.stamp.device) }
                    note(found, hint: hints[path])
                case .directory:
                    scans.newDirectories.insert(path)
                    // A file that lay there, if one did, is gone.
                    noteGone(path)
                case .gone: noteGone(path)
                // The next scan will tell.
                case .unknown: break
                }
            }
        }
        preparing.raise()
        if !scans.newDirectories.isEmpty { scanning.raise() }
    }

    /// A file was seen, by a list or because of a hint.
    ///
    /// - Returns: false where it is none of ours.
    @discardableResult
    func note(_ found: FoundFile, hint: FileHint? = nil) -> Bool {
        let path = found.path
        let note = catalogue.settled[PathKey(path)]
        vanished.remove(path)
        if filing != nil, found.isFiled || Filing.isFiled(path), note == nil, catalogue[path] == nil { return false }
        catalogue.update(path) { entry in
            entry.look = scans.number
            if hint != nil { entry.isUnannounced = false }
        }
        if FileType.isSideFile(path.name), found.kind == .file {
            noteSideFile(found, note)
            return true
        }
        if let refusal = refusal(of: found) {
            refuse(found, refusal, note)
            return true
        }
        if let note {
            // What was seen of it right after it was written may hide a later change; a look makes sure.
            let isSame = note.digest == found.stamp.digest
            if isSame, !note.isRacy || hint != nil {
                catalogue.settled.set(PathKey(path), note, look: scans.number)
                return true
            }
            wait(for: found, hint: hint, entry: nil, showsIt: !isSame)
            return true
        }
        guard let entry = catalogue[path] else {
            wait(for: found, hint: hint, entry: nil)
            return true
        }
        switch entry.state {
        case .retrying where entry.stamp == found.stamp && !entry.isForced: break
        case .importing:
            if entry.stamp != found.stamp {
                catalogue.update(path) {
                    $0.wantsLook = true
                    $0.latest = found.stamp
                }
            } else if hint == .closed {
                // It may have been written in the same tick of the file system's clock, after it was read.
                catalogue.update(path) { $0.isClosedAgain = true }
            }
        // Whoever reads it checks the stamp.
        case .queued: catalogue.update(path) { $0.latest = found.stamp }
        default: wait(for: found, hint: hint, entry: entry)
        }
        return true
    }

    func wait(for found: FoundFile, hint: FileHint?, entry: Catalogue.Entry?, showsIt: Bool = true, isForced: Bool = false) {
        let path = found.path
        let now = time.elapsed()
        if tracker.count == 0, queue.isEmpty, inHand.isEmpty, longFiles.isEmpty, !scans.isRunning { pass.restart() }
        let isNew = entry == nil
        var entry = entry ?? Catalogue.Entry(state: .waiting, firstSeenAt: time.now())
        if isNew { entry.isUnannounced = hint == nil && found.isWatched && showsIt && scans.number > scans.lossesUntil }
        if isForced { entry.isForced = true }
        // Whoever is shown it before it has a row can ask for it by that afterwards.
        entry.id = entry.id ?? intake.makeID()
        if entry.state != .waiting || tracker[path] == nil {
            pass.find()
            rows.forget(path)
            if showsIt { rows.add(path, .waiting, due: now + settings.waitingShown) }
        }
        entry.state = .waiting
        entry.latest = nil
        entry.isEarly = false
        entry.look = scans.number
        retries.forget(path)
        if isNew { catalogue.activate(path, entry) } else { catalogue.set(path, entry) }
        tracker.note(path, found.stamp, evidence(hint, found.stamp), at: now)
    }

    private func evidence(_ hint: FileHint?, _ stamp: FileStamp) -> StabilityTracker.Evidence {
        if settings.isOnce { return .named }
        // Where no events come from, the times may be those of another machine's clock.
        let isForeign = watcher == nil || devices.isSilent(stamp.device, at: time.elapsed())
        return switch hint {
        case .movedIn: .movedIn
        case .closed: .closed
        case .created: .created
        case .left, .attributes, nil:
            switch stamp.age(at: time.now()) {
            case _ where isForeign: .listed
            case let age where age > StabilityTracker.openPatience: .listedOld
            case let age where age > .seconds(2): .listedRecent
            default: .listed
            }
        }
    }

    private func refuse(_ found: FoundFile, _ change: RowChanges.Change, _ note: SettledFiles.Note?) {
        let path = found.path
        if let note, note.state == .skipped, note.digest == found.stamp.digest {
            catalogue.settled.set(PathKey(path), note, look: scans.number)
            return
        }
        switch catalogue[path]?.state {
        // Whoever reads it sees for himself.
        case .queued: return
        case .importing:
            catalogue.update(path) { $0.wantsLook = true }
            return
        default: break
        }
        if tracker[path] != nil { pass.leave(at: time.elapsed()) }
        tracker.forget(path)
        retries.forget(path)
        catalogue.settle(path, .init(state: .skipped, digest: found.stamp.digest), look: scans.number)
        rows.add(path, change, due: .zero)
        preparing.raise()
    }

    /// Why a side file is no article.
    static let sideFile = (reason: "side-file", detail: "It adds to the file whose name it bears.")

    /// It speaks of another file, which is read again with it.
    private func noteSideFile(_ found: FoundFile, _ note: SettledFiles.Note?) {
        if let note, note.digest == found.stamp.digest {
            catalogue.settled.set(PathKey(found.path), note, look: scans.number)
            return
        }
        refuse(
            found, .refused(.skipped, reason: Self.sideFile.reason, detail: Self.sideFile.detail, found.stamp), note)
        wantPage(of: found.path)
    }

    /// Has the file read again that a side file speaks of.
    func wantPage(of sideFile: ImportPath) {
        wantingRetry.insert(ImportPath(bytes: sideFile.bytes.dropLast(FileType.sideFileEnding.count)))
    }

    /// Reads files again whose side files have changed or are gone, or that were asked for while they were in hand.
    func retryWanting() async {
        guard !wantingRetry.isEmpty else { return }
        let paths = Array(wantingRetry)
        wantingRetry = []
        isRetrying = true
        await retry(paths)
        isRetrying = false
        progress.raise()
    }

    /// Has files parsed again, whether they have changed or not.
    ///
    /// - Returns: how many are there.
    @discardableResult
    func retry(_ paths: [ImportPath]) async -> Int {
        var count = 0
        for (path, look) in await walker.look(paths) {
            guard case .file(let found) = look, found.kind == .file else { continue }
            count += 1
            switch catalogue[path]?.state {
            case .queued, .importing: catalogue.update(path) { $0.force() }
            case let state: wait(for: found, hint: .movedIn, entry: state == nil ? nil : catalogue[path], isForced: true)
            }
        }
        preparing.raise()
        return count
    }

    /// Why a file isn't even opened.
    func refusal(of found: FoundFile) -> RowChanges.Change? {
        switch found.kind {
        case .symlink:
            .refused(
                .skipped, reason: "symlink",
                detail: options.followsLinks
                    ? "Only links to files in the folder that aren't read under their own names are followed." : "Links are not followed.",
                found.stamp)
        case .other: .refused(.skipped, reason: "not-regular-file", detail: "Only regular files are read.", found.stamp)
        case .tooLong:
            .refused(
                .skipped, reason: "path-too-long",
                detail: "What lies in folders whose path is longer than \(FolderScanner.maximumPathBytes) bytes isn't read.", found.stamp)
        case .file:
            if Filing.isReason(found.path) {
                .refused(.skipped, reason: "failure-note", detail: "It tells why the file whose name it bears failed.", found.stamp)
            } else if FileType(of: found.path) == .unsupported {
                .refused(.skipped, reason: "unsupported-type", detail: "Files of this type are not read.", found.stamp)
            } else {
                nil
            }
        }
    }
}

extension ImportPath {
    func isBelow(oneOf directories: Set<ImportPath>) -> Bool {
        guard !directories.isEmpty else { return false }
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
