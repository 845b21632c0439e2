import ArgumentParser
import DatelineHTTP
import DatelineImport
import DatelineMetrics
import DatelineModels
import DatelineSQLite
import Logging
import ServiceLifecycle
import UnixSignals

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the service.",
        discussion: """
            Listens on 127.0.0.1:8080 and stores in data/dateline.sqlite unless told otherwise. With --inbox, pages, articles and feeds
            that are put into that folder become articles. SIGTERM (or Ctrl-C) finishes requests in flight and closes the database.
            """
    )

    static let defaultHost = "127.0.0.1"
    static let defaultPort = Port(8080)

    @OptionGroup var options: ServeOptions

    func run() async throws {
        let settings = Settings()
        try options.rootOption.check(settings)
        var configuration = try options.configuration(settings)
        let host = configuration.host
        let allowsAnonymous = try settings.flag(options.allowAnonymous, "allow-anonymous")
        let tokens = try settings.value(options.tokensFile, "tokens-file").map { try TokenReload.Tokens($0) }
        guard Loopback.contains(host) || tokens != nil || allowsAnonymous else {
            throw CommandFailure(
                .configuration,
                "\(host) can be reached from elsewhere and access is open to all; name a --tokens-file (dateline token create makes one), "
                    + "listen on 127.0.0.1, or say --allow-anonymous."
            )
        }
        let (limits, notes) = try options.limitOptions.limits(settings)
        let path = try options.databaseOptions.path(settings)
        let raw = try options.rawOptions.checked(settings)
        let retention = try options.retention(settings)
        var inbox = try options.inboxOptions.checked(settings, database: path)
        inbox?.options.raw = raw
        let isReadOnly = try options.isReadOnly(settings)
        let logger = try options.loggingOptions.bootstrap(settings)
        for note in notes { logger.warning("\(note.text): \(note.advice)") }
        if !Loopback.contains(host), tokens == nil {
            logger.warning("anybody who reaches this address may read and write everything", metadata: ["host": "\(host)"])
        }

        let warn = { (text: String) in logger.warning("\(text)") }
        let registry = MetricsRegistry(MetricsRegistry.families)
        let store =
            try isReadOnly
            ? options.databaseOptions.openStoreReadOnly(settings, readTime: limits.readTime, metrics: registry, warn: warn)
            : options.databaseOptions.openStore(
                settings, readTime: limits.readTime, waitingWrites: limits.waitingWrites, metrics: registry, warn: warn)
        configuration.limits = limits
        configuration.access = tokens?.access
        configuration.metrics = registry
        let hold: InboxHold?
        do {
            hold = try inbox.flatMap(InboxHold.take)
        } catch {
            try? await store.close()
            throw error
        }
        defer { hold?.release() }
        SQLiteLibrary.note(in: logger)
        do {
            try await ServiceWiring(
                store: store, isReadOnly: isReadOnly, inbox: inbox, raw: raw, retention: retention, tokens: tokens, registry: registry,
                configuration: configuration, logger: logger
            ).run()
        } catch {
            try? await store.close()
            throw CommandFailure(listeningOn: "\(host):\(configuration.port)", error)
        }
        do throws(StoreOpenError) { try await store.close() } catch { throw CommandFailure(error) }
        logger.info("stopped")
    }
}
