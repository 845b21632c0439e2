import DatelineImport
import Glibc
import Synchronization

/// Shows how far an import has come: a bar that is drawn over itself on a terminal, else a line every few seconds.
final class ImportProgressBar: Sendable {
    private struct State {
        var lastShown: ContinuousClock.Instant
        var isDrawn = false
    }

    private let state: Mutex<State>
    private let isTerminal: Bool
    private let start = ContinuousClock.now

    private static let redraw: Duration = .milliseconds(100)
    private static let linePause: Duration = .seconds(5)

    init(isTerminal: Bool) {
        self.isTerminal = isTerminal
        // A short import needs neither bar nor line.
        state = Mutex(State(lastShown: start))
    }

    /// Never more often than a terminal, or whoever reads lines, can make use of.
    func show(_ progress: ImportRunProgress) {
        let now = ContinuousClock.now
        state.withLock { state in
            guard now - state.lastShown >= (isTerminal ? Self.redraw : Self.linePause) else { return }
            state.lastShown = now
            state.isDrawn = isTerminal
            let text = ProgressText(progress, after: now - start)
            StandardStreams.writeError(isTerminal ? "\r" + text.bar(columns: Self.columns) + "\u{1B}[K" : text.line + "\n")
        }
    }

    /// Takes the bar away.
    func finish() {
        state.withLock { state in
            if state.isDrawn { StandardStreams.writeError("\r\u{1B}[K") }
            state.isDrawn = false
        }
    }

    /// Of the terminal now; it may be resized.
    private static var columns: Int {
        var size = winsize()
        return ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}

/// How far an import has come, in words.
struct ProgressText {
    private let percent: Int
    private let counts: String
    private let pace: String

    private static let width = 24
    /// Before this nothing can be foretold.
    private static let tooEarly: Duration = .seconds(1)

    init(_ progress: ImportRunProgress, after time: Duration) {
        percent = progress.found == 0 ? 0 : 100 * progress.finished / progress.found
        let failed = progress.summary.failed + progress.summary.partial
        counts = "\(progress.finished) of \(progress.found) files" + (failed > 0 ? ", \(failed) failed" : "")
        let speed = progress.filesPerSecond
        let left =
            speed > 0 && time >= Self.tooEarly ? Self.duration(Double(progress.found - progress.finished) / speed) + " left" : "reckoning"
        pace = "\(Int(speed)) files/s, \(left)"
    }

    var line: String { "Importing: \(percent)%, \(counts), \(pace)." }

    /// Cut so that it stays one line of the terminal.
    func bar(columns: Int) -> String {
        let filled = Self.width * percent / 100
        let bar = "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled) + "]"
        let text = "\(percent)% \(counts), \(pace)"
        let whole = bar + " " + text
        return String((whole.count < columns ? whole : text).prefix(max(1, columns - 1)))
    }

    static func duration(_ seconds: Double) -> String {
        let seconds = Int(min(max(seconds, 0), 359_999).rounded(.up))
        if seconds >= 3600 { return "\(seconds / 3600) h \(seconds % 3600 / 60) min" }
        return seconds >= 60 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds) s"
    }
}
