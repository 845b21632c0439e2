import Synchronization

/// Tells any number of waiting tasks that something has changed. A waiter says which state it has seen, so that no
/// change between looking and waiting is lost.
final class Signal: Sendable {
    private struct State {
        var version = 0
        var lastWaiter = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    /// Counts the changes.
    var version: Int { state.withLock { $0.version } }

    /// Counts the changes, for whoever ends at a sign of its own.
    /// - Parameter isOver: asked after the count was taken, so that its turn and the change that tells of it aren't both missed.
    /// - Returns: nil if it is over.
    func version(unless isOver: @autoclosure () -> Bool) -> Int? {
        let version = version
        return isOver() ? nil : version
    }

    func raise() {
        let waiters = state.withLock { state in
            state.version += 1
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in waiters.values { waiter.resume() }
    }

    /// Returns once the version is past `seen`, or when the task is cancelled.
    func wait(after seen: Int) async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDue = state.withLock { state in
                    // Cancelled before this point, the handler has found no waiter to resume.
                    if state.version > seen || Task.isCancelled { return true }
                    state.waiters[number] = continuation
                    return false
                }
                if isDue { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
            waiter?.resume()
        }
    }

    /// As ``wait(after:)``, but no longer than `limit` (nil: without end).
    func wait(after seen: Int, atMost limit: Duration?, time: ImportTime) async {
        guard let limit else {
            await wait(after: seen)
            return
        }
        guard limit > .zero else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait(after: seen) }
            group.addTask { try? await time.sleep(limit) }
            await group.next()
            group.cancelAll()
        }
    }
}
