import DatelineModels
import Logging
import ServiceLifecycle

/// Drops kept pages and feeds once they are old enough, beside the other services.
struct RawRetention: Service {
    let readings: any ReadingRepository
    let days: Int
    let warnings: StandingWarnings
    let logger: Logger

    private static let pause: Duration = .seconds(3600)
    /// In one transaction.
    private static let step = 200
    private static let millisecondsInDay: Int64 = 86_400_000

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await drop()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func drop() async {
        let limit = Timestamp(milliseconds: Timestamp.now().milliseconds - Int64(days) * Self.millisecondsInDay)
        var dropped = 0
        do {
            while !Task.isCancelled {
                let count = try await readings.dropRaw(keptBefore: limit, limit: Self.step)
                if count == 0 { break }
                dropped += count
            }
            warnings.clear(.retention)
        } catch {
            logger.error("dropping old pages broke off and is tried again", metadata: ["error": "\(error)"])
            warnings.raise(.retention, "Old pages aren't dropped. It is tried again within the hour; the log says what stands in the way.")
        }
        if dropped > 0 { logger.info("dropped old pages", metadata: ["count": "\(dropped)"]) }
    }
}
