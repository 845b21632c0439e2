import DatelineModels

/// Tells when a file that is new or has changed may be taken as complete. A pure value: all times come in, on a monotonic scale.
struct StabilityTracker: Sendable {
    enum Evidence: Sendable {
        /// Its writer was seen to begin, and not to end.
        case created
        /// Found by a list; nothing is known of its writer.
        case listed
        /// Found by a list, last written more than two seconds before.
        case listedRecent
        /// Found by a list, last written longer before than a file is waited for.
        case listedOld
        /// A writer has closed it; more may follow.
        case closed
        /// Renamed to here: complete at once, as Maildir has it.
        case movedIn
        /// Someone has said that it is complete.
        case named

        var isListed: Bool { self == .listed || self == .listedRecent || self == .listedOld }
    }

    struct Candidate: Sendable {
        let path: ImportPath
        var stamp: FileStamp
        var evidence: Evidence
        /// When the file was first seen as it is now.
        var since: Duration
        /// When it began to wait.
        var began: Duration
        /// When it is next worth a try.
        var due: Duration
    }

    private struct Turn: Comparable, Sendable {
        let due: Duration
        let path: ImportPath

        static func < (left: Self, right: Self) -> Bool { (left.due, left.path) < (right.due, right.path) }
    }

    private var candidates: [ImportPath: Candidate] = [:]
    /// May hold turns that were overtaken; they are passed over when they come up.
    private var turns = BinaryHeap<Turn>()

    var count: Int { candidates.count }
    var paths: some Sequence<ImportPath> { candidates.keys }
    subscript(path: ImportPath) -> Candidate? { candidates[path] }

    /// How long a file must stay as it is, after the last thing that was seen of it.
    static func delay(_ evidence: Evidence) -> Duration {
        switch evidence {
        case .movedIn, .named: .zero
        case .closed: .milliseconds(500)
        case .listedRecent, .listedOld: restedInterval
        case .listed, .created: .seconds(1)
        }
    }

    /// How often a file that is held open is looked at.
    static let openInterval = Duration.seconds(1)
    /// How often a file lets another one go first that has the same content or may change places with it, which is twelve seconds in all:
    /// a copy of what can't be imported must not wait for every other copy of it.
    static let mostYields = 8
    /// How soon a file that lets others go first is looked at again: each time after twice as long.
    static func twinInterval(yields: Int) -> Duration { .milliseconds(50) * (1 << min(yields, mostYields)) }
    /// Of a file that nobody has touched for a while.
    static let restedInterval = Duration.milliseconds(200)
    /// A file that is held open but has not changed for this long is taken all the same.
    static let openPatience = Duration.seconds(30)
    /// How long a file must stay as it is where neither an event nor the kernel tells of its writer.
    static let listedPatience = Duration.seconds(5)

    /// A file was seen that has to be imported.
    ///
    /// - Parameter began: when it began to wait, if that was before.
    mutating func note(_ path: ImportPath, _ stamp: FileStamp, _ evidence: Evidence, at now: Duration, began: Duration? = nil) {
        guard var candidate = candidates[path] else {
            schedule(
                Candidate(path: path, stamp: stamp, evidence: evidence, since: now, began: began ?? now, due: now + Self.delay(evidence)))
            return
        }
        let isListed = evidence.isListed
        if candidate.stamp == stamp {
            // Another look at the same thing brings nothing new; an event does, and begins the quiet anew.
            if isListed || evidence == .created { return }
            candidate.evidence = evidence
        } else {
            candidate.stamp = stamp
            // A list doesn't end what a writer has begun.
            if !(candidate.evidence == .created && isListed) { candidate.evidence = isListed ? .listed : evidence }
        }
        candidate.since = now
        candidate.due = now + Self.delay(candidate.evidence)
        schedule(candidate)
    }

    /// A try found the file open for writing. It is tried again later, in the end even if it is still open.
    mutating func postpone(_ candidate: Candidate, by interval: Duration = openInterval, at now: Duration) {
        guard candidates[candidate.path] == nil else { return }
        var candidate = candidate
        candidate.due = now + interval
        schedule(candidate)
    }

    /// Whether a writer that has the file open still counts.
    static func writers(_ candidate: Candidate, at now: Duration) -> WriterRule {
        let quiet = now - candidate.since
        if quiet >= openPatience { return .ignored }
        return switch candidate.evidence {
        case .movedIn, .named: .ignored
        // Its end would have been told.
        case .created: .suspected
        case .listed, .listedRecent: quiet < listedPatience ? .suspected : .minded
        case .listedOld, .closed: .minded
        }
    }

    mutating func forget(_ path: ImportPath) {
        candidates[path] = nil
    }

    /// When the file that has waited longest began to; nil where none waits.
    var oldest: Duration? { candidates.values.lazy.map(\.began).min() }

    /// When the next file is due; nil where none is waiting.
    mutating func nextDue() -> Duration? {
        dropOvertaken()
        return turns.first?.due
    }

    /// Takes out the files whose time has come. That they still have the stamp seen is for the reader to check.
    mutating func takeRipe(at now: Duration, limit: Int = .max) -> [Candidate] {
        var ripe: [Candidate] = []
        while ripe.count < limit {
            dropOvertaken()
            guard let turn = turns.first, turn.due <= now, let candidate = candidates.removeValue(forKey: turn.path) else { break }
            _ = turns.popFirst()
            ripe.append(candidate)
        }
        return ripe
    }

    private mutating func schedule(_ candidate: Candidate) {
        candidates[candidate.path] = candidate
        turns.insert(Turn(due: candidate.due, path: candidate.path))
    }

    private mutating func dropOvertaken() {
        while let turn = turns.first, candidates[turn.path]?.due != turn.due { _ = turns.popFirst() }
    }
}
