import DatelineHTTP
import DatelineImport
import DatelineMetrics
import DatelineModels
import DatelineSQLite
import Logging
import ServiceLifecycle
import UnixSignals

/// All that runs in `dateline serve`, wired together over an open store.
struct ServiceWiring {
    let store: SQLiteStore
    let isReadOnly: Bool
    let inbox: InboxOptions.Inbox?
    let raw: RawKeeping
    let retention: Retention
    let tokens: TokenReload.Tokens?
    let registry: MetricsRegistry
    let configuration: HTTPConfiguration
    let logger: Logger

    private let warnings = StandingWarnings()

    init(
        store: SQLiteStore, isReadOnly: Bool, inbox: InboxOptions.Inbox?, raw: RawKeeping, retention: Retention,
        tokens: TokenReload.Tokens?, registry: MetricsRegistry, configuration: HTTPConfiguration, logger: Logger
    ) {
        self.store = store
        self.isReadOnly = isReadOnly
        self.inbox = inbox
        self.raw = raw
        self.retention = retention
        self.tokens = tokens
        self.registry = registry
        self.configuration = configuration
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT. The services end in the opposite order: the store's guard, the server, the folder's import, and what works in the background.
    func run() async throws {
        var services: [any Service] = [
            StraySignals(logger: logger), HeapTrim(), TokenReload(tokens: tokens, warnings: warnings, logger: logger),
        ]
        let rereader = isReadOnly ? nil : makeRereader()
        if let rereader {
            services += background()
            services += [rereader] + dropping()
        }
        let importer = inbox.map(makeImporter)
        if let importer { services += [importer, InboxWatch(control: importer, warnings: warnings)] }
        services.append(makeServer(importer ?? InactiveImport(), rereader ?? InactiveRereads()))
        services.append(StoreGuard(store: store, warnings: warnings, logger: logger))

        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(10)
        group.maximumCancellationDuration = .seconds(3)
        let impatience = await Impatience.listen()
        defer { impatience.cancel() }
        try await ServiceGroup(configuration: group).run()
    }

    private func background() -> [BackgroundWork] {
        [
            BackgroundWork(
                part: .linking, consequence: "New names aren't searched for in stored articles.", warnings: warnings, logger: logger,
                work: { [store] in try await store.relinker.run(caughtUp: $0) }),
            .merging(store, warnings, logger),
        ]
    }

    private func dropping() -> [any Service] {
        guard case .days(let days) = retention else { return [] }
        return [RawRetention(readings: store.readings, days: days, warnings: warnings, logger: logger)]
    }

    private func makeRereader() -> Rereader {
        Rereader(articles: store.backgroundArticles, readings: store.readings, ledger: store.imports, now: Timestamp.now, logger: logger)
    }

    private func makeImporter(_ inbox: InboxOptions.Inbox) -> FolderImporter {
        let ids = ResourceIDGenerator(now: Timestamp.now)
        return FolderImporter(
            root: inbox.path, options: inbox.options, ledger: store.imports, now: Timestamp.now, makeID: { ids.next() }, logger: logger)
    }

    private func makeServer(_ importControl: any ImportControl, _ rereads: any RereadControl) -> any Service {
        let stores = Stores(
            articles: store.articles, entities: store.entities, events: store.events, tags: store.tags, sources: store.sources,
            changes: store.changes, answers: store.answers, imports: store.imports, importControl: importControl,
            rawFiles: RawFileReader(ledger: store.imports, raw: raw, now: Timestamp.now), readings: store.readings, rereads: rereads,
            health: store.health
        )
        var configuration = configuration
        let figures = ServiceFigures(registry: registry, store: store, importControl: importControl)
        configuration.exposition = { await figures.text() }
        configuration.warnings = { [warnings] in warnings.all }
        let http = HTTPService(stores: stores, configuration: configuration, version: Release.version)
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        return http.application(logger: logger) { [logger] port in
            // The one line that a program which started this one can rely on.
            StandardStreams.writeOutput("Dateline \(Release.version) listens on http://\(host):\(port)\n")
            logger.info("listening", metadata: ["host": "\(host)", "port": "\(port)"])
        }
    }
}
