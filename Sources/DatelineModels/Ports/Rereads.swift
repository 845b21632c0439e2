/// Which articles are to be read again from the contents kept of them.
public struct RereadRequest: Sendable {
    public static let maximumExamples = 200

    public var filter: ArticleFilter
    /// Only tells what would be different.
    public var isDryRun: Bool
    /// How many articles that are changed are shown, at most ``maximumExamples``; the others are counted.
    public var examples: Int

    public init(filter: ArticleFilter = ArticleFilter(), isDryRun: Bool, examples: Int = 50) {
        self.filter = filter
        self.isDryRun = isDryRun
        self.examples = examples
    }
}

/// How far the last run has come.
public struct RereadStatus: Sendable {
    public enum State: String, Sendable, CaseIterable {
        /// There was none since the service was started.
        case none
        case running, done
        /// The store can't go on; what was changed before stays.
        case failed
        /// The service was to end.
        case stopped
    }

    public var state: State
    public var isDryRun = false
    public var startedAt: Timestamp?
    public var endedAt: Timestamp?
    /// Why it failed; a sentence for people.
    public var detail: String?
    /// Articles that match.
    public var matched = 0
    /// Of these: those that are through, whatever came of them.
    public var looked = 0
    /// Stated field by field, so there is nothing to read.
    public var unread = 0
    /// Their content isn't kept.
    public var notKept = 0
    /// Today's reader can't find the article in the content any more; it stays as it is.
    public var unreadable = 0
    /// Articles of which a field is (in a dry run: would be) different.
    public var changed = 0
    /// Articles of which a field stays as a client has set it, although the reading says otherwise.
    public var conflicting = 0
    /// The first of those changed or conflicting; long texts cut to what is around the difference.
    public var examples: [RereadResult] = []

    public init(state: State) {
        self.state = state
    }
}

/// Reads articles again from the contents kept of them; one run at a time.
public protocol RereadControl: Sendable {
    /// `.unavailable` where nothing can be written.
    ///
    /// - Returns: whether it begins; false where a run isn't over yet.
    func start(_ request: RereadRequest) async throws(RepositoryError) -> Bool
    func status() async -> RereadStatus
    /// - Returns: whether no run is under way any more.
    func wait(atMost timeout: Duration) async -> Bool
}

/// Where nothing is written.
public struct InactiveRereads: RereadControl {
    public init() {}

    public func start(_ request: RereadRequest) async throws(RepositoryError) -> Bool {
        throw .unavailable(.readOnly, cause: "the service runs read-only")
    }

    public func status() async -> RereadStatus { RereadStatus(state: .none) }
    public func wait(atMost timeout: Duration) async -> Bool { true }
}
