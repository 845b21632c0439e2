import DatelineModels

/// Measures one pass: from the first file that waits until none does.
struct PassMeter: Sendable {
    private(set) var progress = ImportStatus.Progress()
    private var rate = RateMeter()

    mutating func restart() {
        progress = ImportStatus.Progress()
        rate = RateMeter()
    }

    mutating func find() { progress.found += 1 }

    /// A file has gone, is refused unread, or is looked at again later and counts as found anew then.
    mutating func leave(at now: Duration) { finish(.missing, bytes: 0, at: now) }

    /// A file has come to its outcome.
    mutating func finish(_ state: ImportState, bytes: Int64, at now: Duration) {
        progress.bytes += bytes
        if state == .failed { progress.failed += 1 } else { progress.done += 1 }
        rate.count(at: now)
    }

    func progress(at now: Duration) -> ImportStatus.Progress {
        var progress = progress
        progress.filesPerSecond = rate.perSecond(at: now)
        let left = progress.found - progress.done - progress.failed
        if left <= 0 {
            progress.etaSeconds = progress.found > 0 ? 0 : nil
        } else if progress.filesPerSecond > 0 {
            progress.etaSeconds = Double(left) / progress.filesPerSecond
        }
        return progress
    }
}

/// How many a second, over the last minute.
struct RateMeter: Sendable {
    private var seconds: [(second: Int64, count: Int)] = []
    private var start: Duration?

    mutating func count(at now: Duration) {
        if start == nil { start = now }
        let second = now.components.seconds
        if let last = seconds.last, last.second == second {
            seconds[seconds.count - 1].count += 1
        } else {
            seconds.append((second, 1))
            if seconds.count > 61 { seconds.removeFirst() }
        }
    }

    func perSecond(at now: Duration) -> Double {
        guard let start else { return 0 }
        let first = now.components.seconds - 60
        let total = seconds.reduce(0) { $1.second > first ? $0 + $1.count : $0 }
        return Double(total) / min(max((now - start).seconds, 1), 60)
    }
}
