import DatelineModels
import Logging

// While the store can't take anything, everything waits; nothing counts as failed.
extension FolderImporter {
    /// nil where nothing is paused.
    var pauseLeft: Duration? {
        // Somebody ends it; then all are woken.
        if isHeld { return .seconds(3600) }
        guard let pause else { return nil }
        let left = pause.until - time.elapsed()
        return left > .zero ? left : nil
    }

    func isDiskLow() -> Bool {
        guard let folder = options.dataFolder else { return false }
        // Only where something is to be written.
        guard tracker.count + queue.count > 0 || isWriting else {
            if pause?.reason == UnavailableReason.diskFull.rawValue, DiskReserve.room(at: folder) != 0 { goOn() }
            return false
        }
        return DiskReserve.room(at: folder) == 0
    }

    /// As much of what is to be written as surely fits on the disk without touching the reserve; empty where nothing does.
    func nextWrites() -> [PendingWrite] {
        let batch = writes.prefix(singles > 0 ? 1 : settings.commitOutcomes)
        guard let folder = options.dataFolder, let room = DiskReserve.room(at: folder) else { return Array(batch) }
        var left = room - flying.reduce(0) { $0 + $1.diskBytes }
        return Array(
            batch.prefix { write in
                left -= write.diskBytes
                return left > 0
            })
    }

    /// Has nothing read or written until somebody says otherwise; what is being written is ended.
    public func setPaused(_ isPaused: Bool) async -> Bool {
        guard isPaused != isHeld else { return true }
        isHeld = isPaused
        logger.notice(isPaused ? "Importing is paused until somebody resumes it" : "Importing goes on")
        for signal in [preparing, committing, streaming, progress, line.readings] { signal.raise() }
        return true
    }

    /// The store has taken something.
    func goOn() {
        guard pause != nil else { return }
        pause = nil
        logger.info("The store takes articles again; importing goes on")
        progress.raise()
    }

    func holdOn(for error: RepositoryError) {
        holdOn(reason: error.reasonOfPause, cause: error.cause)
        if settings.isOnce, let pause, pause.attempt >= settings.attemptsOnce {
            failure = error
            stop()
        }
    }

    /// - Parameter cause: for the log.
    func holdOn(reason: String, cause: String? = nil) {
        let now = time.elapsed()
        // One failure a pause, however many files it met.
        if let pause, pause.until > now { return }
        let attempt = (pause?.attempt ?? 0) + 1
        let delay = ImportSettings.backOff(attempt: attempt, longest: settings.longestPause)
        var told = pause?.lastTold ?? .seconds(-60)
        if now - told >= .seconds(60) || pause?.reason != reason {
            var metadata: Logger.Metadata = ["reason": .string(reason)]
            if let cause { metadata["cause"] = .string(cause) }
            logger.warning("The store can't take articles; importing pauses", metadata: metadata)
            told = now
        }
        pause = Pause(until: now + delay, attempt: attempt, reason: reason, lastTold: told)
        progress.raise()
    }
}
