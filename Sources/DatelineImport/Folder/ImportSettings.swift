/// What an importer may be told otherwise; the standard is for use.
struct ImportSettings: Sendable {
    /// Between two looks through the whole folder while all its file systems are known to tell of changes.
    var scanInterval = Duration.seconds(30)
    /// The same while that isn't known yet, or a file waits for another attempt.
    var unprovenInterval = Duration.seconds(5)
    /// The same where changes aren't told, or the folder is away.
    var pollInterval = Duration.seconds(1)
    /// Both are stretched to so many times what a look takes.
    var restPerLook = 25
    /// How often it is made sure that the folder is still the same.
    var rootInterval = Duration.seconds(2)
    /// How long after its last change a file that can't be parsed may still be unfinished.
    var earlyGrace = Duration.seconds(30)
    /// How long a file waits to become complete before its row says so; most wait for less.
    var waitingShown = Duration.milliseconds(1200)
    /// The longest pause between two attempts for causes outside the file.
    var longestBackOff = Duration.seconds(300)
    /// The same while the store can't take anything.
    var longestPause = Duration.seconds(15)
    /// Of a file that is read at once; JSON lines may have any size.
    var maximumFileBytes = FileReader.standardMaximumBytes
    /// JSON lines beyond this are read piece by piece.
    var longFileBytes = 4 * 1024 * 1024
    /// CPU time to parse a file, and more for each MiB.
    var parseTime = Duration.seconds(10)
    /// As much of it is spent before other files go first.
    var usualParseTime = Duration.seconds(1)
    var parseTimePerMiB = Duration.seconds(1)
    /// Files read together.
    var batchFiles = 128
    var batchBytes: Int64 = 8 * 1024 * 1024
    /// Outcomes given out together to be written.
    var commitOutcomes = 256
    /// While others are on their way, so long the first of them waits for more: a transaction costs much and its size little.
    var commitDelay = Duration.milliseconds(200)
    /// How long it is waited for events that have come before a file took another's place.
    var hearingPatience = Duration.seconds(1)
    var desks = 2
    /// Files found and not imported yet, beyond which the walk waits.
    var backlog = 3072
    /// The same for files that events tell of, beyond which a look finds them when there is room.
    var mostWaiting = 4096
    /// So many more of those that were renamed to where they are.
    var urgentReserve = 512
    /// After a start, files wait no longer than this for older ones to be found.
    var orderingPatience = Duration.seconds(3)
    /// A look through the folder takes files that wait to become complete into account no longer than this.
    var patience = Duration.seconds(3)
    /// The same for files that are being imported.
    var longestPatience = Duration.seconds(60)
    /// More deletions than this, if they are more than a quarter of the files, are held.
    var mostDeletes = 50
    var usesEvents = true
    /// Everything there is is imported once, as it is; nothing is followed and nothing taken as deleted.
    var isOnce = false
    /// How often the store is asked again before a one-time import gives up.
    var attemptsOnce = 5

    func parseTime(of bytes: Int, isSlow: Bool = true) -> Duration {
        (isSlow ? parseTime : min(usualParseTime, parseTime)) + parseTimePerMiB * (bytes / 1_048_576)
    }

    /// 1 s doubling.
    static func backOff(attempt: Int, longest: Duration) -> Duration {
        min(.seconds(1 << min(max(attempt - 1, 0), 20)), longest)
    }
}

extension Duration {
    /// A tenth more or less, so that what failed together isn't tried together.
    var jittered: Duration { self * Double.random(in: 0.9...1.1) }
}
