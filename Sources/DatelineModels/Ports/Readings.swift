/// Where everything in an article came from.
public struct ArticleProvenance: Sendable {
    /// A file of the watched folder, or of an import, that holds the article.
    public struct File: Hashable, Sendable {
        public var importID: ResourceID
        public var path: ImportPath
        public var state: ImportState
        public var recordNumber: Int

        public init(importID: ResourceID, path: ImportPath, state: ImportState, recordNumber: Int) {
            self.importID = importID
            self.path = path
            self.state = state
            self.recordNumber = recordNumber
        }
    }

    public static let maximumFiles = 100

    public var article: ResourceID
    /// At most ``maximumFiles``.
    public var files: [File]
    /// The last reading, its content without the bytes; nil where the article was stated field by field.
    public var reading: ArticleReading?
    public var readAt: Timestamp?
    /// Whether the content is kept.
    public var isRawKept: Bool
    /// Fields, named as in the article's JSON form, that are otherwise than the last reading or file said; empty where a client
    /// stated the whole article.
    public var changedSince: [String]

    public init(
        article: ResourceID, files: [File], reading: ArticleReading?, readAt: Timestamp?, isRawKept: Bool, changedSince: [String]
    ) {
        self.article = article
        self.files = files
        self.reading = reading
        self.readAt = readAt
        self.isRawKept = isRawKept
        self.changedSince = changedSince
    }
}

/// An article to be read again.
public struct StoredReading: Sendable {
    public var article: ResourceID
    public var reading: ArticleReading
    /// Whether the content is kept; its bytes may have been left out.
    public var isRawKept: Bool
    /// The identifiers by which files name the article.
    public var keys: [String]

    public init(article: ResourceID, reading: ArticleReading, isRawKept: Bool, keys: [String]) {
        self.article = article
        self.reading = reading
        self.isRawKept = isRawKept
        self.keys = keys
    }
}

/// What a content that was read again says of the article now.
public struct Rereading: Sendable {
    public var article: ResourceID
    /// With its ``ImportedArticle/reading``.
    public var said: ImportedArticle

    public init(article: ResourceID, said: ImportedArticle) {
        self.article = article
        self.said = said
    }
}

/// A field that another reading changes.
public struct FieldChange: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case text(String?)
        case texts([String])
    }

    /// Named as in the article's JSON form.
    public var field: String
    public var before: Value
    public var after: Value

    public init(field: String, before: Value, after: Value) {
        self.field = field
        self.before = before
        self.after = after
    }
}

/// What reading an article again came to.
public struct RereadResult: Sendable {
    public var article: ResourceID
    public var headline: String
    public var changes: [FieldChange]
    /// What a client has set and the reading would have otherwise: `before` stays, `after` is what the reading says.
    public var conflicts: [FieldChange]

    public init(article: ResourceID, headline: String, changes: [FieldChange], conflicts: [FieldChange]) {
        self.article = article
        self.headline = headline
        self.changes = changes
        self.conflicts = conflicts
    }
}

/// Articles that were read from pages and feeds, and what they were read from.
public protocol ReadingRepository: Sendable {
    /// As ``ArticleRepository/create(_:onConflict:recorder:)``, and keeps the reading with the article, unless there was one already and the policy
    /// is to return it. What the page says counts as read, not as set by the client.
    func create(
        _ article: ImportedArticle, onConflict: ConflictPolicy, recorder: AnswerRecorder<WriteOutcome<Article>>?
    ) async throws(RepositoryError) -> WriteOutcome<Article>

    /// `.notFound`.
    func provenance(of id: ResourceID) async throws(RepositoryError) -> ArticleProvenance

    /// What an article was last read from; nil where nothing is kept. `.notFound`.
    func raw(of id: ResourceID) async throws(RepositoryError) -> RawContent?

    /// What it takes to read an article again; nil where it is gone or was stated field by field.
    ///
    /// - Parameter known: the hash of a content whose bytes aren't needed again.
    func reading(of id: ResourceID, known: [UInt8]?) async throws(RepositoryError) -> StoredReading?

    /// Brings articles to what their contents say now, as an import of the same file would: what a client changed since stays.
    /// Articles that have gone, or were read from something else since, are left alone.
    ///
    /// - Parameter isDryRun: whether nothing is to be written.
    /// - Returns: those that were changed, or of which a field wasn't because a client has set it; in order.
    func reread(_ articles: [Rereading], isDryRun: Bool) async throws(RepositoryError) -> [RereadResult]

    /// Drops the bytes of contents kept before a moment, at most `limit` of them; all else stays.
    ///
    /// - Returns: how many were dropped.
    func dropRaw(keptBefore time: Timestamp, limit: Int) async throws(RepositoryError) -> Int
}
