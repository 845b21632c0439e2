import DatelineModels
import DequeModule
import Synchronization

/// The line between those who read files and those who parse them, and from there to the one who writes: bounded in files and bytes.
/// In between a file is put on record as being parsed.
final class ParseLine: Sendable {
    struct Parsed: Sendable {
        let claim: Intake.Claim
        /// What came of it; the error where the ledger couldn't be asked.
        let outcome: Result<any ReadyOutcome, RepositoryError>
    }

    private struct State {
        /// Not on record yet.
        var read: [Intake.Claim] = []
        var waiting: Deque<Intake.Claim> = []
        /// Have taken longer than files usually do, and are tried again when no other waits.
        var slow: Deque<Intake.Claim> = []
        /// Of these.
        var slowBytes: Int64 = 0
        var parsed: [Parsed] = []
        /// Of what was read and not written.
        var bytes: Int64 = 0
        var inHand = 0
        /// Hashes of what is in hand.
        var contents: Set<String> = []
    }

    private static let mostFiles = 704
    private static let mostBytes: Int64 = 16 * 1024 * 1024

    private let state = Mutex(State())
    /// Raised where there is something to put on record.
    let readings = Signal()
    /// Raised where there is something to parse.
    let arrivals = Signal()
    /// Raised where there is something to write.
    let departures: Signal

    init(departures: Signal) {
        self.departures = departures
    }

    /// The contents of files in hand, by hash.
    var contents: Set<String> { state.withLock { $0.contents } }

    /// Whether more may be put in line. A single file of any size may; and slow ones don't keep the others out, up to a bound of their own.
    var hasRoom: Bool {
        state.withLock { state in
            if state.inHand == 0 { return true }
            guard state.slow.count < Self.mostFiles, state.slowBytes < 2 * Self.mostBytes else { return false }
            return state.inHand - state.slow.count < Self.mostFiles && state.bytes - state.slowBytes < Self.mostBytes
        }
    }

    func put(_ claims: [Intake.Claim]) {
        guard !claims.isEmpty else { return }
        state.withLock { state in
            state.read += claims
            state.inHand += claims.count
            for claim in claims {
                state.bytes += Int64(claim.content.bytes.count)
                state.contents.insert(claim.content.sha256)
            }
        }
        readings.raise()
    }

    /// What is to be put on record, in the order in which it came.
    func takeRead() -> [Intake.Claim] {
        state.withLock { state in
            defer { state.read = [] }
            return state.read
        }
    }

    /// These couldn't be put on record, and keep their place.
    func putBack(_ claims: [Intake.Claim]) {
        state.withLock { $0.read = claims + $0.read }
    }

    /// These files are on record, and may be parsed.
    func admit(_ claims: [Intake.Claim]) {
        state.withLock { $0.waiting += claims }
        arrivals.raise()
    }

    /// The next file to parse.
    /// - Parameter takesSlow: whether a slow one may be taken where no other waits.
    func take(takesSlow: Bool) -> (claim: Intake.Claim, isSlow: Bool)? {
        state.withLock { state in
            if let claim = state.waiting.popFirst() { return (claim, false) }
            guard takesSlow, let claim = state.slow.popFirst() else { return nil }
            state.slowBytes -= Int64(claim.content.bytes.count)
            return (claim, true)
        }
    }

    /// Lets others go before a file that takes long.
    func postpone(_ claim: Intake.Claim) {
        state.withLock { state in
            state.slow.append(claim)
            state.slowBytes += Int64(claim.content.bytes.count)
        }
        arrivals.raise()
    }

    func deliver(_ parsed: Parsed) {
        let isFirst = state.withLock { state in
            state.parsed.append(parsed)
            return state.parsed.count == 1
        }
        if isFirst { departures.raise() }
    }

    /// Files that are parsed, in the order in which they were done. They stay in hand until ``finish(_:)``.
    func takeParsed() -> [Parsed] {
        state.withLock { state in
            defer { state.parsed = [] }
            return state.parsed
        }
    }

    /// These files are through.
    func finish(_ claims: [Intake.Claim]) {
        state.withLock { state in
            state.inHand -= claims.count
            for claim in claims {
                state.bytes -= Int64(claim.content.bytes.count)
                state.contents.remove(claim.content.sha256)
            }
        }
    }

    /// Takes out what nobody has begun to parse.
    func giveUp() -> [Intake.Claim] {
        state.withLock { state in
            defer {
                state.read = []
                state.waiting = []
                state.slow = []
                state.slowBytes = 0
            }
            return state.waiting + state.slow + state.read
        }
    }
}
