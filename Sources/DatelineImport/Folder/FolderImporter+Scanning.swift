import DatelineModels
import Logging

/// How far the looks through the folder have come.
struct ScanProgress: Sendable {
    /// Of the full scan that is running, or was the last.
    var number = 0
    /// Scans asked for, and how many of these wishes are fulfilled.
    var requested = 1
    var completed = 0
    var isRunning = false
    var nextDue = Duration.zero
    var lastFinished: Timestamp?
    var ignored = 0
    var rootState = ImportStatus.RootState.ok
    /// Device and inode of the folder as it was first seen.
    var rootIdentity: RootIdentity?
    var lastSeenIdentity: RootIdentity?
    var heldDeletes = 0
    /// Directories beyond the limit of watches.
    var unwatched = 0
    /// Some directory could not be read; no event will tell that it can be.
    var hasUnreadable = false
    /// Directories that have come up and were not listed yet.
    var newDirectories: Set<ImportPath> = []

    struct RootIdentity: Hashable, Sendable {
        let device: UInt64
        let inode: UInt64

        init(_ stamp: FileStamp) {
            device = stamp.device
            inode = stamp.inode
        }
    }
}

extension FolderImporter {
    /// - Returns: the number to which ``ScanProgress/completed`` must come.
    func requestScan() -> Int {
        scans.requested += 1
        scanning.raise()
        return scans.requested
    }

    func scanUntilStopped() async {
        while !isStopping {
            let seen = scanning.version
            if !scans.newDirectories.isEmpty { await scanNewDirectories() }
            if scans.requested > scans.completed || scans.nextDue <= time.elapsed() {
                await scanAll()
            } else {
                await scanning.wait(after: seen, atMost: scans.nextDue - time.elapsed(), time: time)
            }
        }
    }

    private func scanAll() async {
        let wish = scans.requested
        let start = time.elapsed()
        scans.isRunning = true
        scans.number += 1
        await scanFolder()
        scans.isRunning = false
        scans.completed = wish
        scans.lastFinished = time.now()
        noteUnwatched()
        let now = time.elapsed()
        let hasEvents = watcher != nil && scans.unwatched == 0 && !scans.hasUnreadable && scans.rootState != .unavailable
        scans.nextDue = now + (hasEvents ? settings.scanInterval : max(settings.pollInterval, (now - start) * 20))
        progress.raise()
    }

    private func scanFolder() async {
        let walk: Int
        do {
            try await checkRoot()
            watcher?.startCounting()
            walk = try await walker.begin(at: nil, watcher: watcher)
        } catch {
            loseRoot(error)
            return
        }
        var unreadable: [ImportPath?] = []
        var ignored = 0
        var isLast = false
        while !isLast {
            guard !isStopping else {
                await walker.abandon(walk)
                return
            }
            let part = await walker.next(walk, limit: 512)
            take(part)
            unreadable += part.unreadable.map(\.path)
            ignored += part.ignored
            isLast = part.isLast
            if !scans.newDirectories.isEmpty { await scanNewDirectories() }
            await waitForRoom()
        }
        scans.ignored = ignored
        scans.hasUnreadable = !unreadable.isEmpty
        await noteUnseen(unreadable: unreadable)
    }

    /// Lists the directories that have come up; they are under watch by then.
    private func scanNewDirectories() async {
        while let directory = scans.newDirectories.popFirst(), !isStopping {
            // A directory that is gone again, or no directory any more, is none of ours.
            guard let walk = try? await walker.begin(at: directory, watcher: watcher) else { continue }
            var isLast = false
            while !isLast, !isStopping {
                let part = await walker.next(walk, limit: 512)
                take(part)
                isLast = part.isLast
            }
            if !isLast { await walker.abandon(walk) }
        }
    }

    private func take(_ part: ScanPart) {
        for found in part.files { note(found) }
        for (path, failure) in part.unreadable {
            logger.debug("A directory can't be read", metadata: ["reason": .string(failure.reason)].merging(path?.metadata ?? [:]) { $1 })
        }
        working.raise()
    }

    /// A walk that finds faster than files are imported waits for them.
    private func waitForRoom() async {
        while !isStopping {
            let seen = progress.version
            guard tracker.count + queue.count > settings.backlog else { return }
            await progress.wait(after: seen)
        }
    }

    /// Known files that the walk has not come upon are looked for once more; what isn't there is gone.
    private func noteUnseen(unreadable: [ImportPath?]) async {
        // Were the folder swapped or lost meanwhile, nothing could be said.
        guard let stamp = try? await walker.rootStamp(), scans.lastSeenIdentity == .init(stamp), !unreadable.contains(nil) else { return }
        let shut = Set(unreadable.compactMap(\.self))
        let number = scans.number
        let unseen = catalogue.paths { path, entry in
            entry.scan != number && entry.state != .missing && !shut.contains(path) && !path.isBelow(oneOf: shut)
        }
        guard scans.rootState == .ok else {
            if scans.heldDeletes != unseen.count {
                logger.warning(
                    "Another folder stands in the place of the known one; files missing from it are not taken as deleted",
                    metadata: ["held": "\(unseen.count)"])
            }
            scans.heldDeletes = unseen.count
            return
        }
        scans.heldDeletes = 0
        await look(unseen)
    }

    private func checkRoot() async throws(SystemFailure) {
        let identity = ScanProgress.RootIdentity(try await walker.rootStamp())
        if identity != scans.lastSeenIdentity, scans.lastSeenIdentity != nil { watcher?.forgetAll() }
        scans.lastSeenIdentity = identity
        let known = scans.rootIdentity ?? identity
        scans.rootIdentity = known
        let state: ImportStatus.RootState = known == identity ? .ok : .replaced
        if state == .ok, scans.rootState != .ok { logger.info("The folder is back") }
        scans.rootState = state
    }

    /// The folder can't be opened: nothing in it counts as gone.
    private func loseRoot(_ failure: SystemFailure) {
        if scans.rootState != .unavailable {
            logger.warning("The folder can't be opened", metadata: ["reason": .string(failure.reason)])
        }
        scans.rootState = .unavailable
        watcher?.forgetAll()
    }

    private func noteUnwatched() {
        let unwatched = watcher?.counts.unwatched ?? 0
        if unwatched > 0, scans.unwatched == 0 {
            logger.warning(
                "Not all directories can be watched for events, so the folder is looked through again and again. Raise fs.inotify.max_user_watches.",
                metadata: ["unwatched": "\(unwatched)"]
            )
        }
        scans.unwatched = unwatched
    }
}
