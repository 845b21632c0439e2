import Logging

/// Says when a store's log stays long, which means that somebody reads an old state of the database and doesn't end: one line when it
/// begins, and one when it is over.
struct LogWatch {
    /// To more than that it grows only for a moment, in long transactions.
    static let longBytes: Int64 = 64 * 1024 * 1024
    private static let mostLooks = 2

    let warnings: StandingWarnings
    let logger: Logger
    private var longLooks = 0

    init(warnings: StandingWarnings, logger: Logger) {
        self.warnings = warnings
        self.logger = logger
    }

    mutating func note(_ bytes: Int64) {
        guard bytes > Self.longBytes else {
            if longLooks >= Self.mostLooks {
                logger.notice("the database's log is used from its start again", metadata: ["bytes": "\(bytes)"])
                warnings.clear(.log)
            }
            longLooks = 0
            return
        }
        longLooks += 1
        guard longLooks == Self.mostLooks else { return }
        logger.warning(
            "the database's log grows, since some program reads an old state of it; beyond 1 GiB no more is written until that ends",
            metadata: ["bytes": "\(bytes)"])
        warnings.raise(
            .log,
            "The database's log grows, since some program reads an old state of it; beyond 1 GiB no more is written until that ends.")
    }
}
