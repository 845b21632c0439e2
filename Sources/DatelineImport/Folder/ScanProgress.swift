import DatelineModels

/// How far the looks through the folder have come.
struct ScanProgress: Sendable {
    /// Of the walk that is running, or was the last.
    var number = 0
    /// Those that the look has taken so far to which it belongs: a second one follows where something might be deleted for good.
    var walks = 0...0
    /// Looks asked for, and how many of these wishes are fulfilled.
    var requested = 1
    var completed = 0
    /// The wish with which the look that is running, or was the last, has begun.
    var begun = 0
    var isRunning = false
    /// Up to this walk, what it finds may have been told by events that are lost.
    var lossesUntil = 0
    /// Files are still being found.
    var isWalking = false
    /// When the walk last came on.
    var walkedAt = Duration.zero
    /// What is being found may be news that no event has told.
    var tellsMoreThanEvents = false
    /// More is found once some of it is imported.
    var waitsForRoom = false
    /// How long the look that is running, or was the last, has waited for that.
    var waited = Duration.zero
    var nextDue = Duration.zero
    var interval = Duration.zero
    var lastDuration = Duration.zero
    var finishedAt: Duration?
    var lastFinished: Timestamp?
    var ignored = 0
    var rootState = ImportStatus.RootState.ok
    /// The folder could be opened, and not be listed to its end.
    var hasBrokenOff = false
    /// What the folder is that the ledger speaks of.
    var acceptedRoot: FileIdentity?
    /// What stood in its place at the last look.
    var seenRoot: FileIdentity?
    /// File systems that lie in the folder.
    var devices: Set<UInt64> = []
    /// The same, and those of the files in it, which needn't be those of their directories.
    var presentDevices: Set<UInt64> = []
    var heldDeletes = 0
    /// Which deletions someone has said are meant.
    var confirmed: ConfirmedDeletes?
    var unreadableDirectories = 0
    /// Directories that have come up and were not listed yet.
    var newDirectories: Set<ImportPath> = []
    /// Lists of such directories that are being made.
    var listings = 0

    /// A walk that comes to nothing for so long hangs in a directory, as on a share whose server is gone.
    private static let patience = Duration.seconds(60)

    /// Whether a look should have begun by now, or hangs.
    func isOverdue(at now: Duration) -> Bool {
        if isWalking { return !waitsForRoom && now - walkedAt > Self.patience }
        guard !isRunning, let finishedAt else { return false }
        return now - finishedAt > interval * 3
    }
}

/// What was held when somebody confirmed it.
struct ConfirmedDeletes: Sendable {
    /// The folder that stood there.
    let root: FileIdentity?
    let count: Int
}
