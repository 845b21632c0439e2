import DatelineModels
import Synchronization

/// Lets in so many reads at once; the others wait in line, but not for long. Whoever has the fewest inside comes next, so that one
/// client with many requests doesn't keep out the others.
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
        var nextNumber = 0

        mutating func enter(_ client: String) {
            count += 1
            inside[client, default: 0] += 1
        }

        mutating func leave(_ client: String) {
            count -= 1
            inside[client, default: 1] -= 1
            if inside[client] == 0 { inside[client] = nil }
        }

        /// Of those with the fewest inside, the one that came first.
        var nextIndex: Int? {
            line.indices.min { inside[line[$0].client, default: 0] < inside[line[$1].client, default: 0] }
        }
    }

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
        let number: Int? = try admit(client)
        guard let number else { return }
        let alarm = Task { [patience] in
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            give(up: number, .tooLate)
        }
        defer { alarm.cancel() }
        let verdict = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Room may have been made since, or the task cancelled.
                let isLate = state.withLock { state in
                    if state.count < width {
                        state.enter(client)
                        return false
                    }
                    state.line.append(Waiting(number: number, client: client, continuation: continuation))
                    return true
                }
                if !isLate { continuation.resume(returning: .admitted) }
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

    /// - Returns: nil where it is inside, else a number to wait with.
    private func admit(_ client: String) throws(RepositoryError) -> Int? {
        let (number, isFull) = state.withLock { state -> (Int?, Bool) in
            if state.count < width {
                state.enter(client)
                return (nil, false)
            }
            guard state.line.count < lineLimit else { return (nil, true) }
            state.nextNumber += 1
            return (state.nextNumber, false)
        }
        if isFull { throw .overloaded }
        return number
    }

    private func give(up number: Int, _ verdict: Verdict) {
        let waiting = state.withLock { state in
            state.line.firstIndex { $0.number == number }.map { state.line.remove(at: $0) }
        }
        waiting?.continuation.resume(returning: verdict)
    }

    private func leave(_ client: String) {
        let next = state.withLock { state -> Waiting? in
            state.leave(client)
            guard let index = state.nextIndex else { return nil }
            let next = state.line.remove(at: index)
            state.enter(next.client)
            return next
        }
        next?.continuation.resume(returning: .admitted)
    }
}

/// The lanes of the store's readers. Reads by key have none: readers are left over for them.
struct ReadLanes: Sendable {
    /// Reads that go through a whole set: facets, full text, totals, exports.
    let heavy: ReadLane
    let lists: ReadLane

    init(_ limits: ServiceLimits) {
        heavy = ReadLane(width: limits.heavyReads, line: limits.waitingReads, patience: limits.readWait)
        lists = ReadLane(width: limits.lists, line: limits.waitingReads, patience: limits.readWait)
    }
}
