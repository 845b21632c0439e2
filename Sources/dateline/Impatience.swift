import Glibc
import UnixSignals

/// Ends the program at once when it is told to end a second time, while requests are still being finished.
enum Impatience {
    /// - Returns: what listens, until it is cancelled.
    static func listen() async -> Task<Void, Never> {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        return Task {
            var isFirst = true
            for await signal in signals {
                // What was acknowledged is on the disk, so that nothing has to be finished.
                if !isFirst { _exit(128 + (signal == .sigint ? SIGINT : SIGTERM)) }
                isFirst = false
            }
        }
    }
}
