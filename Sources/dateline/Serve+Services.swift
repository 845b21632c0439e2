import DatelineHTTP
import DatelineImport
import DatelineMetrics
import DatelineModels
import DatelineSQLite
import Glibc
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

extension Serve {
    /// Runs the server, the folder's import, the linking of new names and the merging of the full-text index until SIGTERM or SIGINT; they end in that order.
    static func runServices(
        store: SQLiteStore, writes: Bool, inbox: InboxOptions.Inbox?, raw: RawKeeping, retention: Retention, tokens: TokenReload.Tokens?,
        registry: MetricsRegistry, configuration: HTTPConfiguration, logger: Logger
    ) async throws {
        let warnings = StandingWarnings()
        let reload = TokenReload(tokens: tokens, warnings: warnings, logger: logger)
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: StraySignals(logger: logger), failureTerminationBehavior: .gracefullyShutdownGroup),
            .init(service: HeapTrim(), failureTerminationBehavior: .gracefullyShutdownGroup),
            .init(service: reload, failureTerminationBehavior: .gracefullyShutdownGroup),
        ]
        var rereads: any RereadControl = InactiveRereads()
        if writes {
            let linking = BackgroundWork(
                part: .linking, consequence: "New names aren't searched for in stored articles.", warnings: warnings, logger: logger,
                work: { try await store.relinker.run(caughtUp: $0) })
            services.append(.init(service: linking, failureTerminationBehavior: .gracefullyShutdownGroup))
            let merging = BackgroundWork(
                part: .textIndex, consequence: "The full-text index isn't merged, and searches become slower.", warnings: warnings,
                logger: logger, work: { try await store.textIndexMerger.run(caughtUp: $0) })
            services.append(.init(service: merging, failureTerminationBehavior: .gracefullyShutdownGroup))
            let rereader = Rereader(
                articles: store.articles, readings: store.readings, ledger: store.imports, now: Timestamp.now, logger: logger)
            services.append(.init(service: rereader, failureTerminationBehavior: .gracefullyShutdownGroup))
            rereads = rereader
            if case .days(let days) = retention {
                let dropping = RawRetention(readings: store.readings, days: days, warnings: warnings, logger: logger)
                services.append(.init(service: dropping, failureTerminationBehavior: .gracefullyShutdownGroup))
            }
        }
        var importControl: any ImportControl = InactiveImport()
        if let inbox {
            let ids = ResourceIDGenerator(now: Timestamp.now)
            let importer = FolderImporter(
                root: inbox.path, options: inbox.options, ledger: store.imports, now: Timestamp.now, makeID: { ids.next() }, logger: logger
            )
            services.append(.init(service: importer, failureTerminationBehavior: .gracefullyShutdownGroup))
            importControl = importer
            let watch = InboxWatch(control: importer, warnings: warnings)
            services.append(.init(service: watch, failureTerminationBehavior: .gracefullyShutdownGroup))
        }
        let stores = Stores(
            articles: store.articles, entities: store.entities, events: store.events, tags: store.tags, sources: store.sources,
            changes: store.changes, answers: store.answers, imports: store.imports, importControl: importControl,
            rawFiles: RawFileReader(ledger: store.imports, raw: raw, now: Timestamp.now), readings: store.readings, rereads: rereads,
            health: store.health
        )
        var configuration = configuration
        let figures = ServiceFigures(registry: registry, store: store, importControl: importControl)
        configuration.exposition = { await figures.text() }
        configuration.warnings = { warnings.all }
        let http = HTTPService(stores: stores, configuration: configuration, version: Release.version)
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        let application = http.application(logger: logger) { port in
            // The one line that a program which started this one can rely on.
            StandardStreams.writeOutput("Dateline \(Release.version) listens on http://\(host):\(port)\n")
            logger.info("listening", metadata: ["host": "\(host)", "port": "\(port)"])
        }
        services.append(.init(service: application, failureTerminationBehavior: .gracefullyShutdownGroup))

        services.append(
            .init(
                service: StoreGuard(store: store, warnings: warnings, logger: logger), failureTerminationBehavior: .gracefullyShutdownGroup)
        )

        var group = ServiceGroupConfiguration(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(10)
        group.maximumCancellationDuration = .seconds(3)
        let impatience = await Impatience.listen()
        defer { impatience.cancel() }
        try await ServiceGroup(configuration: group).run()
    }
}

extension CommandFailure {
    /// - Parameter error: what ended the services.
    init(listeningOn address: String, _ error: any Error) {
        if let error = error as? StoreGuard.StoreFailed {
            self.init(.ioError, "no further write can be vouched for: \(error.cause); start again, and look at the disk first.")
            return
        }
        if error is SocketAddressError.UnknownHost || error is SocketAddressError {
            self.init(
                .unavailable, "\(address): that name leads to no address; give an address of this machine as --host, such as 127.0.0.1.")
            return
        }
        guard let error = error as? IOError else {
            self.init(.software, "the service ended: \(error)")
            return
        }
        switch error.errnoCode {
        case EADDRINUSE: self.init(.unavailable, "\(address) is in use by another program; stop it or choose another --port.")
        case EADDRNOTAVAIL, ENODEV: self.init(.unavailable, "\(address) is no address of this machine.")
        case EAFNOSUPPORT:
            self.init(
                .unavailable,
                "\(address) is of a kind that this machine doesn't speak, as where IPv6 is switched off; choose another --host, as 127.0.0.1."
            )
        case EACCES, EPERM: self.init(.noPermission, "\(address) may not be used by this user; ports below 1024 need more rights.")
        default: self.init(.ioError, "\(address): \(error)")
        }
    }
}
