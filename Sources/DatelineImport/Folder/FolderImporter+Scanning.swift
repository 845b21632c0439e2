import DatelineModels
import Logging

// Looking through the folder.
extension FolderImporter {
    /// - Returns: the number to which ``ScanProgress/completed`` must come.
    func requestScan() -> Int {
        scans.requested += 1
        scanning.raise()
        return scans.requested
    }

    func scanUntilStopped() async {
        while let seen = scanning.version(unless: isStopping) {
            if !scans.newDirectories.isEmpty { await scanNewDirectories() }
            let isDue = scans.nextDue <= time.elapsed() && !settings.isOnce
            if scans.requested > scans.completed || isDue {
                await scanAll()
            } else if settings.isOnce {
                await scanning.wait(after: seen)
            } else {
                await scanning.wait(after: seen, atMost: min(scans.nextDue - time.elapsed(), settings.rootInterval), time: time)
                if await isRootReplaced() { _ = requestScan() }
            }
        }
    }

    /// A mount over the folder, or its end, is told by no event.
    private func isRootReplaced() async -> Bool {
        // That isn't known of one that can't be listed; it is tried again in its turn.
        if scans.hasBrokenOff { return false }
        let now = try? await walker.rootStamp().identity
        return now != scans.seenRoot
    }

    private func scanAll() async {
        let wish = scans.requested
        scans.isRunning = true
        scans.begun = wish
        scans.tellsMoreThanEvents = scans.number == 0 || wish > scans.completed || isDeaf
        let first = scans.number + 1
        let unreadable = await walkAll(since: first)
        // A file that moves from before a walk to behind it is seen in neither place; the next one comes upon it.
        if let unreadable, await awaitArrivals(), await decideDeletes(unreadable: Set(unreadable)) == .walkAgain,
            let more = await walkAll(since: first), await awaitArrivals()
        {
            _ = await decideDeletes(unreadable: Set(unreadable + more))
        }
        scans.isRunning = false
        scans.completed = wish
        if unreadable != nil { scans.lastFinished = time.now() }
        let now = time.elapsed()
        scans.finishedAt = now
        scans.interval = interval(at: now)
        scans.nextDue = now + scans.interval
        // Nothing is left by which the store could show that it takes articles again.
        if pause != nil, pauseLeft == nil, isAtRest { goOn() }
        preparing.raise()
        progress.raise()
    }

    /// One walk through the whole folder.
    ///
    /// - Parameter first: the walk with which the look has begun.
    /// - Returns: the directories that couldn't be read; nil where the folder couldn't be walked through at all.
    private func walkAll(since first: Int) async -> [ImportPath]? {
        let start = time.elapsed()
        scans.number += 1
        scans.walks = first...scans.number
        scans.waited = .zero
        scans.walkedAt = start
        scans.isWalking = true
        let unreadable = await scanFolder()
        scans.isWalking = false
        preparing.raise()
        // How long the importing of what was found took says nothing of what a look costs.
        if unreadable != nil { scans.lastDuration = time.elapsed() - start - scans.waited }
        return unreadable
    }

    /// How long until the next look.
    private func interval(at now: Duration) -> Duration {
        let least = scans.lastDuration * settings.restPerLook
        if isDeaf { return max(settings.pollInterval, least) }
        return mayBeDeaf || catalogue.count(of: .retrying) > 0 ? max(settings.unprovenInterval, least) : settings.scanInterval
    }

    /// Has the next look begin as soon as it may where events are in doubt.
    func hastenLook() {
        let now = time.elapsed()
        let interval = min(interval(at: now), max(settings.unprovenInterval, scans.lastDuration * settings.restPerLook))
        scans.nextDue = min(scans.nextDue, (scans.finishedAt ?? now) + interval)
        scanning.raise()
    }

    /// Whether it isn't known that events tell of changes.
    private var mayBeDeaf: Bool { isDeaf || !devices.areProven(scans.devices) }

    /// Whether a file that was seen to go may have come to where nothing tells of it. A file system that tells of some changes needn't
    /// tell of all: only that of the place which the file has left has shown that it tells of this one.
    var mayBeDeafToArrivals: Bool { mayBeDeaf || scans.devices.count > 1 }

    /// Whether files may change without an event that tells of it.
    private var isDeaf: Bool {
        watcher.map { $0.counts.unwatched > 0 || $0.counts.isFailing } ?? true || scans.unreadableDirectories > 0
            || scans.rootState == .unavailable
            || !devices.silent(at: time.elapsed()).isDisjoint(with: scans.devices)
    }

    private var context: ScanContext {
        var context = ScanContext(settled: catalogue.settled, look: scans.number, followsLinks: options.followsLinks)
        context.filed = filed
        context.names = names
        if let watcher { context.onDirectory = { watcher.watch($0, $1) } }
        return context
    }

    /// - Returns: the directories that couldn't be read; nil where the folder couldn't be looked through at all.
    private func scanFolder() async -> [ImportPath]? {
        let walk: Int
        do {
            try await checkRoot()
            watcher?.startCounting()
            walk = try await walker.begin(at: nil, context: context)
        } catch {
            loseRoot(error)
            observe?(.unreadable(nil, error, isNew: true))
            return nil
        }
        var unreadable: [ImportPath] = []
        var ignored = 0
        var devices: Set<UInt64> = []
        var fileDevices: Set<UInt64> = []
        if let device = scans.seenRoot?.device { devices.insert(device) }
        var isLast = false
        while !isLast {
            guard !isStopping else {
                await walker.abandon(walk)
                return nil
            }
            let part = await walker.next(walk, limit: 512)
            ignored += take(part)
            devices.formUnion(part.devices)
            fileDevices.formUnion(part.fileDevices)
            unreadable += part.unreadable.compactMap(\.path)
            if let (_, failure) = part.unreadable.first(where: { $0.path == nil }) {
                // It opens, but what lies in it isn't known.
                if !part.isLast { await walker.abandon(walk) }
                scans.hasBrokenOff = true
                loseRoot(failure)
                return nil
            }
            isLast = part.isLast
            if !scans.newDirectories.isEmpty { await scanNewDirectories() }
            await waitForRoom()
        }
        scans.ignored = ignored
        scans.devices = devices
        scans.presentDevices = devices.union(fileDevices)
        scans.unreadableDirectories = unreadable.count
        tellUnwatched()
        observe?(.ignored(ignored))
        // Were the folder swapped or lost meanwhile, nothing could be said.
        guard let stamp = try? await walker.rootStamp(), scans.seenRoot == stamp.identity else { return nil }
        if scans.hasBrokenOff {
            scans.hasBrokenOff = false
            tellRoot(stamp.identity)
        }
        return unreadable
    }

    /// Lists the directories that have come up; they are under watch by then.
    func scanNewDirectories() async {
        scans.listings += 1
        defer {
            scans.listings -= 1
            // Deletions wait for it.
            preparing.raise()
        }
        while let directory = scans.newDirectories.popFirst(), !isStopping {
            // A directory that is gone again, or no directory any more, is none of ours.
            guard let walk = try? await walker.begin(at: directory, context: context) else { continue }
            var isLast = false
            while !isLast, !isStopping {
                let part = await walker.next(walk, limit: 512)
                _ = take(part)
                isLast = part.isLast
                await waitForRoom()
            }
            if !isLast { await walker.abandon(walk) }
        }
    }

    /// - Returns: how many names are ignored.
    private func take(_ part: ScanPart) -> Int {
        var ignored = part.ignored
        for found in part.files where !note(found) { ignored += 1 }
        for (path, failure) in part.unreadable {
            logger.debug("A directory can't be read", metadata: ["reason": .string(failure.reason)].merging(path?.metadata ?? [:]) { $1 })
            observe?(.unreadable(path, failure, isNew: true))
        }
        observe?(.found(part.files.count + part.unchanged))
        observe?(.unchanged(part.unchanged))
        preparing.raise()
        return ignored
    }

    /// A walk that finds faster than files are imported waits for them.
    private func waitForRoom() async {
        let since = time.elapsed()
        scans.waitsForRoom = true
        defer {
            scans.waitsForRoom = false
            scans.walkedAt = time.elapsed()
            scans.waited += scans.walkedAt - since
        }
        while let seen = progress.version(unless: isStopping) {
            guard tracker.count + queue.count > settings.backlog else { return }
            await progress.wait(after: seen)
        }
    }

    private func checkRoot() async throws(SystemFailure) {
        let identity = try await walker.rootStamp().identity
        if identity != scans.seenRoot, scans.seenRoot != nil { watcher?.forgetAll() }
        scans.seenRoot = identity
        if scans.acceptedRoot == nil { await accept(identity) }
        // That it can be opened says nothing where it couldn't be listed to its end.
        if !scans.hasBrokenOff { tellRoot(identity) }
    }

    private func tellRoot(_ identity: FileIdentity) {
        let state: ImportStatus.RootState = scans.acceptedRoot == identity ? .ok : .replaced
        if state == .ok, scans.rootState != .ok { logger.info("The folder is back") }
        if state == .replaced, scans.rootState != .replaced {
            logger.warning("Another folder stands in the place of the known one; files missing from it are not taken as deleted")
        }
        scans.rootState = state
    }

    /// From now on the ledger speaks of this folder.
    func accept(_ identity: FileIdentity) async {
        do {
            try await ledger.accept(device: identity.device, inode: identity.inode, root: root)
            scans.acceptedRoot = identity
            scans.rootState = .ok
        } catch {
            holdOn(for: error)
        }
    }

    /// The folder can't be read: nothing in it counts as gone.
    private func loseRoot(_ failure: SystemFailure) {
        if scans.rootState != .unavailable {
            logger.warning("The folder can't be read", metadata: ["reason": .string(failure.reason)])
        }
        scans.rootState = .unavailable
        scans.seenRoot = nil
        // Who confirmed deletions has seen another folder.
        scans.confirmed = nil
        watcher?.forgetAll()
    }

    private func tellUnwatched() {
        guard let counts = watcher?.counts else { return }
        if counts.unwatched > 0, !hasToldUnwatched {
            logger.warning(
                "Not all directories can be watched for events, so the folder is looked through again and again. Raise fs.inotify.max_user_watches.",
                metadata: ["unwatched": "\(counts.unwatched)"]
            )
        }
        hasToldUnwatched = counts.unwatched > 0
    }
}
