import DatelineModels
public import Hummingbird
public import Logging

/// The resources of the service and what they need: the table of routes made of it is what a server serves.
public struct HTTPService: Sendable {
    let service: ServiceRoutes
    let articles: ArticleRoutes
    let batch: BatchRoute
    let entities: EntityRoutes
    let events: EventRoutes
    let tags: TagRoutes
    let resourceTags: [(TaggedKind, ResourceTagRoutes)]
    let tagging: TaggingRoute
    let sources: SourceRoutes
    let changes: ChangeRoutes
    let imports: ImportRoutes
    let previews: PreviewRoute
    let readings: ReadingRoutes
    let rereads: RereadRoutes
    private let configuration: HTTPConfiguration

    /// - Parameter version: of the program.
    public init(stores: Stores, configuration: HTTPConfiguration = HTTPConfiguration(), version: String) {
        self.configuration = configuration
        let requiresIfMatch = configuration.requiresIfMatch
        let posts = IdempotentPosts(answers: stores.answers)
        let zones = SourceZones(sources: stores.sources)
        service = ServiceRoutes(
            health: PacedHealth(stores.health, pause: configuration.limits.readiness), version: version,
            exposition: configuration.exposition, warnings: configuration.warnings)
        articles = ArticleRoutes(
            articles: stores.articles, readings: stores.readings, zones: zones, files: stores.rawFiles, posts: posts,
            requiresIfMatch: requiresIfMatch
        )
        batch = BatchRoute(articles: stores.articles, zones: zones, posts: posts)
        entities = EntityRoutes(entities: stores.entities, posts: posts, requiresIfMatch: requiresIfMatch)
        events = EventRoutes(events: stores.events, posts: posts, requiresIfMatch: requiresIfMatch)
        tags = TagRoutes(tags: stores.tags, posts: posts, requiresIfMatch: requiresIfMatch)
        resourceTags = TaggedKind.allCases.map { ($0, ResourceTagRoutes(tags: stores.tags, kind: $0)) }
        tagging = TaggingRoute(tags: stores.tags, posts: posts)
        sources = SourceRoutes(sources: stores.sources, requiresIfMatch: requiresIfMatch)
        changes = ChangeRoutes(changes: stores.changes)
        imports = ImportRoutes(imports: stores.imports, control: stores.importControl, posts: posts)
        previews = PreviewRoute(files: stores.rawFiles)
        readings = ReadingRoutes(readings: stores.readings)
        rereads = RereadRoutes(rereads: stores.rereads, posts: posts)
    }
}

extension HTTPService {
    /// The server that listens, built of these routes behind the edge; see ``makeApplication(routes:configuration:logger:eventLoopGroupProvider:onBound:)``.
    public func application(
        logger: Logger, onBound: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<EdgeResponder> {
        makeApplication(routes: routes, configuration: configuration, logger: logger, onBound: onBound)
    }
}
