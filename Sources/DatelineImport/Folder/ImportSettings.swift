/// What an importer may be told otherwise; the standard is for use.
struct ImportSettings: Sendable {
    /// Between two looks through the whole folder while events arrive.
    var scanInterval = Duration.seconds(30)
    /// The same where there are no events, or not of every directory, or the folder is away.
    var pollInterval = Duration.seconds(2)
    /// How long after its last change a file that can't be parsed may still be unfinished.
    var earlyGrace = Duration.seconds(30)
    /// How long a file waits before its row says so; most wait for less.
    var waitingShown = Duration.milliseconds(600)
    /// The longest pause between two attempts for causes outside the file.
    var longestBackOff = Duration.seconds(300)
    /// The same while the store can't take anything.
    var longestPause = Duration.seconds(30)
    var maximumFileBytes = FileReader.standardMaximumBytes
    var batchFiles = 32
    var batchBytes: Int64 = 16 * 1024 * 1024
    var desks = 2
    /// Outcomes on their way to the store at one time.
    var stores = 4
    /// Files found and not imported yet, beyond which the walk waits.
    var backlog = 16_384
    var usesEvents = true

    /// 1 s doubling.
    static func backOff(attempt: Int, longest: Duration) -> Duration {
        min(.seconds(1 << min(max(attempt - 1, 0), 20)), longest)
    }
}
