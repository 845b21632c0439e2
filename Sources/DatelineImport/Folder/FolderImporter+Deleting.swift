import DatelineModels
import Logging

// Files that are gone: what is done, and what is held.
extension FolderImporter {
    /// Nothing is at the path any more.
    func noteGone(_ path: ImportPath) {
        guard !settings.isOnce else { return }
        guard let entry = catalogue[path] else {
            if catalogue.settled[PathKey(path)] != nil { vanish(path) }
            return
        }
        switch entry.state {
        case .importing: catalogue.update(path) { $0.wantsLook = true }
        // Whoever reads it will see.
        case .queued: break
        default:
            if entry.state == .waiting, tracker[path] != nil { pass.leave(at: time.elapsed()) }
            tracker.forget(path)
            retries.forget(path)
            rows.forget(path)
            if entry.hasRow {
                // Should it come back, it is looked at again.
                catalogue.settle(path, .init(state: entry.settled?.state ?? .skipped, digest: 0), look: scans.number - 1)
                vanish(path)
            } else {
                catalogue.set(path, nil)
            }
            progress.raise()
        }
    }

    private func vanish(_ path: ImportPath) {
        // In another folder than the one we know, or in none, nothing is gone.
        guard scans.rootState == .ok else { return }
        vanished.add(path, at: time.elapsed())
        preparing.raise()
    }

    /// Takes the few files that went some time ago as deleted; many are for a look through the whole folder to judge.
    func applyVanished() async {
        guard let due = vanished.due, due <= time.elapsed(), !scans.isRunning, scans.newDirectories.isEmpty, scans.listings == 0,
            !mayComeUpElsewhere
        else { return }
        if options.missing == .delete, mayBeDeafToArrivals {
            _ = vanished.takeAll()
            hastenLook()
            return
        }
        // What seems to be all there was may be a disk that went.
        let isEmptied = options.missing == .delete && vanished.paths.count >= catalogue.total
        if vanished.paths.count > VanishedFiles.most || isEmptied {
            _ = vanished.takeAll()
            _ = requestScan()
            return
        }
        for (path, look) in await walker.look(Array(vanished.paths)) where vanished.paths.contains(path) {
            vanished.remove(path)
            switch look {
            case .gone, .directory: delete(path)
            case .file(let found): note(found)
            case .unknown: break
            }
        }
    }

    /// Whether a file on its way may turn out to be one that is missed, under another name.
    private var mayComeUpElsewhere: Bool {
        if catalogue.count(of: .queued) + catalogue.count(of: .importing) > 0 { return true }
        return options.missing == .delete && catalogue.count(of: .waiting) > 0
    }

    /// Waits until the files that a look has found are at rest, since one of them may be a file that is missed. Those that still wait
    /// to become complete hold it up for a moment only, unless a deletion couldn't be undone.
    ///
    /// - Returns: whether what is missed may be judged now; else the next look does.
    func awaitArrivals() async -> Bool {
        guard !settings.isOnce, !catalogue.settled.unseen(in: scans.walks).isEmpty else { return true }
        var pending = catalogue.paths { _, entry in entry.state.isPending }
        let start = time.elapsed()
        while pauseLeft == nil, let seen = progress.version(unless: isStopping) {
            let waited = time.elapsed() - start
            while let state = pending.last.map({ catalogue[$0]?.state }) {
                let isLate = state == .waiting && waited > settings.patience && options.missing != .delete
                if state?.isPending == true, !isLate { break }
                pending.removeLast()
            }
            if pending.isEmpty { return true }
            guard waited < settings.longestPatience else { return options.missing != .delete }
            await progress.wait(after: seen, atMost: .seconds(1), time: time)
            if !scans.newDirectories.isEmpty { await scanNewDirectories() }
        }
        return false
    }

    enum DeleteDecision {
        case made
        /// What is deleted couldn't be had back, so another walk has to miss it as well.
        case walkAgain
    }

    /// Known files that a look hasn't come upon are looked for once more; what isn't there is deleted, unless that would be so
    /// much that a person should say so.
    func decideDeletes(unreadable: Set<ImportPath>) async -> DeleteDecision {
        let vanished = vanished.takeAll()
        await lookForUnseenActive(unreadable: unreadable)
        let unseen = catalogue.settled.unseen(in: scans.walks)
        guard !settings.isOnce else { return .made }
        guard !unseen.isEmpty else {
            scans.confirmed = nil
            hold(0)
            if scans.rootState == .replaced, let identity = scans.seenRoot { await accept(identity) }
            for path in vanished { noteGone(path) }
            return .made
        }
        guard pauseLeft == nil else { return .made }
        let confirmed = scans.confirmed
        scans.confirmed = nil
        do {
            let (count, lost, some) = try await gone(unseen, below: unreadable, keeping: Self.deletesInRow)
            // The store has said what it was asked.
            if pause?.reason != UnavailableReason.diskFull.rawValue { goOn() }
            // No more than was seen by who confirmed it, but for what needs nobody's word.
            let isConfirmed = confirmed.map { $0.root == scans.seenRoot && count <= $0.count + settings.mostDeletes } ?? false
            let isMuch = count > settings.mostDeletes && count * 4 > catalogue.total
            let isEmptied = options.missing == .delete && count > 0 && count >= catalogue.total
            if !isConfirmed, scans.rootState == .replaced || isMuch || isEmptied || lost > 0 {
                hold(count)
                return .made
            }
            if options.missing == .delete, count > 0, scans.walks.count == 1 {
                scans.confirmed = scans.confirmed ?? confirmed
                for path in vanished { noteGone(path) }
                return .walkAgain
            }
            if isConfirmed, scans.rootState == .replaced, let identity = scans.seenRoot { await accept(identity) }
            hold(0)
            try await delete(some, of: count, below: unreadable)
            // They were still there when they were listed.
            for path in vanished { noteGone(path) }
        } catch {
            holdOn(for: error)
        }
        return .made
    }

    private static let deletesInRow = 5000

    /// Deletes some files and then those that are left of the count, as long as the folder is the one in which they were missed.
    private func delete(_ some: [ImportPath], of count: Int, below unreadable: Set<ImportPath>) async throws(RepositoryError) {
        var some = some
        var left = count
        while true {
            for path in some { delete(path) }
            left -= some.count
            guard left > 0, !some.isEmpty else { return }
            // So that memory holds no more of their rows than it must.
            let end = time.elapsed() + settings.longestPatience
            while rows.hasDue(at: time.elapsed()), pauseLeft == nil, time.elapsed() < end,
                let seen = progress.version(unless: isStopping)
            {
                await progress.wait(after: seen, atMost: .seconds(1), time: time)
            }
            guard !isStopping, pauseLeft == nil, (try? await walker.rootStamp().identity) == scans.seenRoot else {
                // The next look goes on, if it finds the same folder.
                scans.confirmed = ConfirmedDeletes(root: scans.seenRoot, count: left)
                return
            }
            let unseen = catalogue.settled.unseen(in: scans.walks)
            (_, _, some) = try await gone(unseen, below: unreadable, keeping: min(left, Self.deletesInRow))
        }
    }

    /// Goes through the ledger for the paths of files that weren't seen.
    ///
    /// - Returns: how many are gone; how many of them lay on a file system of which nothing is left in the folder; and some of them.
    private func gone(
        _ unseen: Set<PathKey>, below unreadable: Set<ImportPath>, keeping limit: Int
    ) async throws(RepositoryError) -> (count: Int, lost: Int, some: [ImportPath]) {
        var count = 0
        var lost = 0
        var some: [ImportPath] = []
        var left = unseen.count
        var after: ImportPath?
        while left > 0, !isStopping {
            let files = try await ledger.known(root: root, after: after, limit: 5000)
            guard let last = files.last else { break }
            after = last.path
            let missed = files.filter {
                unseen.contains(PathKey($0.path)) && !unreadable.contains($0.path) && !$0.path.isBelow(oneOf: unreadable)
            }
            left -= missed.count
            for (file, (path, look)) in zip(missed, await walker.look(missed.map(\.path))) {
                switch look {
                case .gone where Filing.isFiled(path) && filing != nil: delete(path)
                case .gone, .directory:
                    count += 1
                    if let device = file.stamp?.device, await isUnmounted(device, path) { lost += 1 }
                    if some.count < limit { some.append(path) }
                case .file(let found): note(found)
                case .unknown: break
                }
            }
        }
        return (count, lost, some)
    }

    /// Whether a file lay on a file system that is no longer mounted there. One that is mounted anew may have got another number; what is
    /// missing from it is gone.
    private func isUnmounted(_ device: UInt64, _ path: ImportPath) async -> Bool {
        guard !scans.presentDevices.contains(device), let root = scans.seenRoot else { return false }
        return await walker.device(above: path) == root.device
    }

    private func lookForUnseenActive(unreadable: Set<ImportPath>) async {
        let number = scans.number
        let unseen = catalogue.paths { path, entry in
            entry.look != number && entry.state != .importing && !unreadable.contains(path) && !path.isBelow(oneOf: unreadable)
        }
        await look(unseen)
    }

    private func delete(_ path: ImportPath) {
        catalogue.forget(path)
        quarantine?.remove(path)
        rows.add(path, .missing, due: .zero)
        // A page that is done with stays as it is when its folder is cleared.
        if FileType.isSideFile(path.name), filing == nil || !Filing.isFiled(path) { wantPage(of: path) }
        logger.debug("File is gone", metadata: path.metadata)
        preparing.raise()
    }

    private func hold(_ count: Int) {
        if count != scans.heldDeletes, count > 0 {
            logger.warning(
                "Many files are gone at once; their deletion is held until somebody confirms it (POST /v1/imports/deletes/confirm)",
                metadata: ["held": "\(count)"])
        }
        scans.heldDeletes = count
    }
}
