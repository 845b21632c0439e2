import DatelineSQLite
import Logging
import ServiceLifecycle

/// Work beside the other services that goes on after a fault of the store, of which it warns until it has caught up.
struct BackgroundWork: Service {
    let part: StandingWarnings.Part
    /// What isn't done until then, as a sentence.
    let consequence: String
    let warnings: StandingWarnings
    let logger: Logger
    /// Works until its task is cancelled, and calls what it is handed whenever nothing is left to do.
    let work: @Sendable (_ caughtUp: @escaping @Sendable () -> Void) async throws -> Void
    /// After the first fault; twice as long after each one that follows, up to a minute.
    var pause = Duration.seconds(5)

    /// The merging of the full-text index, while much is imported and after it.
    static func merging(_ store: SQLiteStore, _ warnings: StandingWarnings, _ logger: Logger) -> BackgroundWork {
        BackgroundWork(
            part: .textIndex, consequence: "The full-text index isn't merged, and searches become slower.", warnings: warnings,
            logger: logger, work: { try await store.textIndexMerger.run(caughtUp: $0) })
    }

    private static let longestPause = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = pause
            while !Task.isCancelled {
                do {
                    try await work { warnings.clear(part) }
                } catch {
                    if Task.isCancelled { return }
                    logger.error("\(consequence) It is tried again.", metadata: ["part": "\(part.rawValue)", "error": "\(error)"])
                    pause = warnings.isStanding(part) ? min(pause * 2, Self.longestPause) : self.pause
                    warnings.raise(part, "\(consequence) It is tried again; the log says what stands in the way.")
                    try? await Task.sleep(for: pause)
                }
            }
        }
    }
}
