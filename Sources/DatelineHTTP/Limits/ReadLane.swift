import DatelineModels
import Synchronization

/// Lets in so many reads at once; the others wait in line, but not for long. Whoever has the fewest inside comes next, and of those who
/// was last let in the longest ago, so that one client with many requests doesn't keep out the others; nor does it fill the line.
final class ReadLane: Sendable {
    private enum Verdict {
        case admitted, tooLate, cancelled
    }

    private struct Waiting {
        let number: Int
        let client: String
        let continuation: CheckedContinuation<Verdict, Never>
    }

    private struct State {
        /// How many each client has inside.
        var inside: [String: Int] = [:]
        var count = 0
        var line: [Waiting] = []
        /// When each client was last let in: those that are there, and the last ones that were, since whoever comes and goes would else
        /// always be before those who stay.
        var turns: [String: Int] = [:]
        private var lastNumber = 0

        mutating func newNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }

        mutating func enter(_ client: String) {
            count += 1
            inside[client, default: 0] += 1
            turns[client] = newNumber()
        }

        /// - Returns: who comes next; it is inside already.
        mutating func leave(_ client: String) -> Waiting? {
            count -= 1
            inside[client, default: 1] -= 1
            if inside[client] == 0 { inside[client] = nil }
            let next = nextIndex.map { line.remove(at: $0) }
            if let next { enter(next.client) }
            forgetOne()
            return next
        }

        /// The first one of whom it is the turn.
        private var nextIndex: Int? {
            line.indices.min { rank(line[$0].client) < rank(line[$1].client) }
        }

        private func rank(_ client: String) -> (Int, Int) { (inside[client, default: 0], turns[client, default: 0]) }

        /// Of those that are gone, the one that was let in the longest ago, where too many are remembered.
        private mutating func forgetOne() {
            guard turns.count > ReadLane.remembered else { return }
            let present = Set(line.map(\.client)).union(inside.keys)
            let oldest = turns.lazy.filter { !present.contains($0.key) }.min { $0.value < $1.value }
            if let oldest { turns[oldest.key] = nil }
        }

        /// Makes room in a full line for a client that has fewer there than another: the last one of whoever has the most goes.
        mutating func displace(for client: String) -> Waiting? {
            var counts = [client: 1]
            for waiting in line { counts[waiting.client, default: 0] += 1 }
            let ofEach = line.map { counts[$0.client, default: 0] }
            guard let most = ofEach.max(), most > counts[client, default: 0], let last = ofEach.lastIndex(of: most) else { return nil }
            return line.remove(at: last)
        }
    }

    /// Clients whose last turn is known.
    private static let remembered = 1024

    private let width: Int
    private let lineLimit: Int
    private let patience: Duration
    private let state = Mutex(State())

    init(width: Int, line: Int, patience: Duration) {
        self.width = width
        lineLimit = line
        self.patience = patience
    }

    var waitingCount: Int { state.withLock { $0.line.count } }

    /// - Parameter client: who asks: a token, or an address.
    /// - Throws: `.overloaded` where the line is full or doesn't move.
    func run<Value>(for client: String, _ body: () async throws(RepositoryError) -> Value) async throws(RepositoryError) -> Value {
        try await enter(client)
        defer { leave(client) }
        return try await body()
    }

    private func enter(_ client: String) async throws(RepositoryError) {
        let number = state.withLock { state -> Int? in
            guard state.count >= width else {
                state.enter(client)
                return nil
            }
            return state.newNumber()
        }
        guard let number else { return }
        let alarm = Task { [patience] in
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            give(up: number, .tooLate)
        }
        defer { alarm.cancel() }
        let verdict = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                wait(Waiting(number: number, client: client, continuation: continuation))
                if Task.isCancelled { give(up: number, .cancelled) }
            }
        } onCancel: {
            give(up: number, .cancelled)
        }
        switch verdict {
        case .admitted: return
        case .tooLate: throw .overloaded
        case .cancelled: throw .cancelled
        }
    }

    private func wait(_ waiting: Waiting) {
        let (verdict, displaced) = state.withLock { state -> (Verdict?, Waiting?) in
            // Room may have been made since.
            if state.count < width {
                state.enter(waiting.client)
                return (.admitted, nil)
            }
            var displaced: Waiting?
            if state.line.count >= lineLimit {
                displaced = state.displace(for: waiting.client)
                if displaced == nil { return (.tooLate, nil) }
            }
            state.line.append(waiting)
            return (nil, displaced)
        }
        if let verdict { waiting.continuation.resume(returning: verdict) }
        displaced?.continuation.resume(returning: .tooLate)
    }

    private func give(up number: Int, _ verdict: Verdict) {
        let waiting = state.withLock { state in
            state.line.firstIndex { $0.number == number }.map { state.line.remove(at: $0) }
        }
        waiting?.continuation.resume(returning: verdict)
    }

    private func leave(_ client: String) {
        let next = state.withLock { $0.leave(client) }
        next?.continuation.resume(returning: .admitted)
    }
}

/// The lanes of the store's readers, and of what reads pages. Reads by key have none: readers are left over for them.
struct ReadLanes: Sendable {
    /// Reads that go through a whole set: facets, full text, totals, exports.
    let heavy: ReadLane
    let lists: ReadLane
    /// Pages and files that are sent to be read; that takes a thread, and all its time.
    let pages: ReadLane

    init(_ limits: ServiceLimits) {
        heavy = ReadLane(width: limits.heavyReads, line: limits.waitingReads, patience: limits.readWait)
        lists = ReadLane(width: limits.lists, line: limits.waitingReads, patience: limits.readWait)
        pages = ReadLane(width: 1, line: limits.waitingReads, patience: limits.pageWait)
    }
}
