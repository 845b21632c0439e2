import DatelineModels

/// Files that are ready to be imported. Those an event told of come first, in their order; the backlog follows, oldest first, so
/// that a single drop needn't wait for a hundred thousand others and runs are repeatable.
struct WorkQueue: Sendable {
    struct Item: Sendable {
        let candidate: StabilityTracker.Candidate
        /// Is tried in a batch of its own.
        let isAlone: Bool
    }

    private struct Waiting: Comparable, Sendable {
        let item: Item

        static func < (left: Self, right: Self) -> Bool {
            (left.item.candidate.stamp.modifiedNanoseconds, left.item.candidate.path)
                < (right.item.candidate.stamp.modifiedNanoseconds, right.item.candidate.path)
        }

        static func == (left: Self, right: Self) -> Bool { left.item.candidate.path == right.item.candidate.path }
    }

    private var live: [Item] = []
    private var liveStart = 0
    private var backlog = BinaryHeap<Waiting>()

    var count: Int { live.count - liveStart + backlog.count }
    var isEmpty: Bool { count == 0 }

    mutating func add(_ candidate: StabilityTracker.Candidate, isAlone: Bool) {
        let item = Item(candidate: candidate, isAlone: isAlone)
        switch candidate.evidence {
        case .movedIn, .closed, .created: live.append(item)
        case .listed, .listedRecent, .listedOld, .named: backlog.insert(Waiting(item: item))
        }
    }

    /// The next files to read together.
    ///
    /// - Parameter allowsAlone: whether a file that is tried alone may be taken now; it holds up what comes after it.
    mutating func take(limit: Int, bytes: Int64, allowsAlone: Bool) -> [Item] {
        var batch: [Item] = []
        var size: Int64 = 0
        while batch.count < limit, size < bytes, let next = first {
            if next.isAlone, !batch.isEmpty || !allowsAlone { break }
            removeFirst()
            batch.append(next)
            size += next.candidate.stamp.size
            if next.isAlone { break }
        }
        return batch
    }

    private var first: Item? { liveStart < live.count ? live[liveStart] : backlog.first?.item }

    private mutating func removeFirst() {
        guard liveStart < live.count else {
            _ = backlog.popFirst()
            return
        }
        liveStart += 1
        if liveStart == live.count {
            live = []
            liveStart = 0
        } else if liveStart > 1024, liveStart * 2 > live.count {
            live.removeFirst(liveStart)
            liveStart = 0
        }
    }
}
