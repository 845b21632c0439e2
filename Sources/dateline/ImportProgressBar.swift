import DatelineImport
import Glibc
import Synchronization

/// Shows how far an import has come: a bar that is drawn over itself on a terminal, else a line now and then.
final class ImportProgressBar: Sendable {
    private struct State {
        var lastShown: ContinuousClock.Instant?
        var isDrawn = false
    }

    private let state = Mutex(State())
    private let isTerminal: Bool

    init(isTerminal: Bool) {
        self.isTerminal = isTerminal
    }

    func show(_ progress: ImportRunProgress) {
        let now = ContinuousClock.now
        state.withLock { state in
            if let last = state.lastShown, now - last < (isTerminal ? .milliseconds(100) : .seconds(10)) { return }
            // A short import needs no line.
            if state.lastShown == nil, !isTerminal {
                state.lastShown = now
                return
            }
            state.lastShown = now
            state.isDrawn = isTerminal
            StandardStreams.writeError(isTerminal ? "\r\u{1B}[K" + Self.bar(progress) : Self.line(progress) + "\n")
        }
    }

    func finish() {
        state.withLock { state in
            if state.isDrawn { StandardStreams.writeError("\r\u{1B}[K") }
            state.isDrawn = false
        }
    }

    private static func bar(_ progress: ImportRunProgress) -> String {
        let width = 30
        let filled = progress.found == 0 ? 0 : width * progress.finished / progress.found
        return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled) + "] " + line(progress)
    }

    private static func line(_ progress: ImportRunProgress) -> String {
        let failed = progress.summary.failed + progress.summary.partial
        return
            "\(progress.finished) of \(progress.found) files\(failed > 0 ? ", \(failed) failed" : ""), \(Int(progress.filesPerSecond)) a second"
    }
}
