public import DatelineModels
public import Testing

/// The ports of one freshly made, empty store.
public struct StoreUnderTest: Sendable {
    public let articles: any ArticleRepository
    public let entities: any EntityRepository
    public let events: any EventRepository
    public let tags: any TagRepository
    public let sources: any SourceRepository
    public let changes: any ChangeLog
    public let answers: any AnswerStore
    public let imports: any ImportLedger
    public let readings: any ReadingRepository
    public let health: any StoreHealth
    /// Finishes the search of stored articles for names that are new.
    public let relink: @Sendable () async throws -> Void
    public let clock: TestClock

    public init(
        articles: any ArticleRepository, entities: any EntityRepository, events: any EventRepository, tags: any TagRepository,
        sources: any SourceRepository, changes: any ChangeLog, answers: any AnswerStore, imports: any ImportLedger,
        readings: any ReadingRepository, health: any StoreHealth, relink: @escaping @Sendable () async throws -> Void, clock: TestClock
    ) {
        self.articles = articles
        self.entities = entities
        self.events = events
        self.tags = tags
        self.sources = sources
        self.changes = changes
        self.answers = answers
        self.imports = imports
        self.readings = readings
        self.health = health
        self.relink = relink
        self.clock = clock
    }
}

/// One thing that every store must do. (Closures stay out of `#expect`: Swift 6.3 confuses those in a macro's expansion with
/// others of the same function.) The suite of all of them is run against each implementation of the ports.
public struct ContractCase: Sendable, CustomTestStringConvertible {
    public let name: String
    public let run: @Sendable (StoreUnderTest) async throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (StoreUnderTest) async throws -> Void) {
        self.name = name
        self.run = run
    }

    public var testDescription: String { name }

    public static let all: [ContractCase] =
        ArticleContract.writing + ArticleContract.replacing + ArticleContract.linking + BatchContract.cases + EntityContract.cases
        + EventContract.cases + TagContract.cases + TaggingContract.cases + SourceContract.cases + ImportContract.cases
        + ReadingContract.cases + AnswerContract.cases + ConcurrencyContract.cases + RelinkContract.cases
}
