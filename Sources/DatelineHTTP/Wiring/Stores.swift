public import DatelineModels

/// Everything the HTTP service asks of the rest of the program.
public struct Stores: Sendable {
    public var articles: any ArticleRepository
    public var entities: any EntityRepository
    public var events: any EventRepository
    public var tags: any TagRepository
    public var sources: any SourceRepository
    public var changes: any ChangeLog
    public var answers: any AnswerStore
    public var imports: any ImportLedger
    public var importControl: any ImportControl
    public var rawFiles: any RawFileReading
    public var readings: any ReadingRepository
    public var rereads: any RereadControl
    public var health: any StoreHealth

    public init(
        articles: any ArticleRepository, entities: any EntityRepository, events: any EventRepository, tags: any TagRepository,
        sources: any SourceRepository, changes: any ChangeLog, answers: any AnswerStore, imports: any ImportLedger,
        importControl: any ImportControl, rawFiles: any RawFileReading, readings: any ReadingRepository,
        rereads: any RereadControl, health: any StoreHealth
    ) {
        self.articles = articles
        self.entities = entities
        self.events = events
        self.tags = tags
        self.sources = sources
        self.changes = changes
        self.answers = answers
        self.imports = imports
        self.importControl = importControl
        self.rawFiles = rawFiles
        self.readings = readings
        self.rereads = rereads
        self.health = health
    }
}
