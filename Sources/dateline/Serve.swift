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

    @Option(help: "The address to listen on. Default: 127.0.0.1.")
    var host: String?

    @Option(help: "The port to listen on; 0 takes any free one, which is printed. Default: 8080.")
    var port: Port?

    @OptionGroup var databaseOptions: DatabaseOptions

    @OptionGroup var inboxOptions: InboxOptions

    @OptionGroup var rawOptions: RawOptions

    @Option(
        help: ArgumentHelp(
            "How many days kept pages and feeds stay; after that only what was read from them does (or: forever). Default: forever.",
            valueName: "days"))
    var rawRetention: Retention?

    @Option(
        help: ArgumentHelp(
            "The file with the hashes of access tokens, which dateline token create makes; then every request but /livez needs a token. Default: none.",
            valueName: "file"))
    var tokensFile: String?

    @Flag(help: "Listen on an address other than loopback without tokens, although anybody who reaches it may read and write everything.")
    var allowAnonymous = false

    @Option(
        help: ArgumentHelp("A host name, besides loopback's, under which the service may be asked; may be repeated.", valueName: "name"))
    var allowedHost: [String] = []

    @Option(help: ArgumentHelp("An origin whose web pages may use the service; may be repeated.", valueName: "origin"))
    var allowedOrigin: [String] = []

    @Flag(help: "Refuse PUT, PATCH and DELETE without If-Match (428).")
    var requireIfMatch = false

    @Flag(help: "Only read: the database is neither locked nor changed, and every write is answered with 503. Not with --inbox.")
    var readOnly = false

    @OptionGroup var limitOptions: LimitOptions

    @OptionGroup var loggingOptions: LoggingOptions

    func run() async throws {
        let settings = Settings()
        let host = try settings.value(host, "host") ?? Self.defaultHost
        let port = try settings.value(port, "port") ?? Self.defaultPort
        let allowsAnonymous = try settings.flag(allowAnonymous, "allow-anonymous")
        let tokens = try settings.value(tokensFile, "tokens-file").map { try TokenReload.Tokens($0) }
        guard Loopback.contains(host) || tokens != nil || allowsAnonymous else {
            throw CommandFailure(
                .configuration,
                "\(host) can be reached from elsewhere and access is open to all; name a --tokens-file (dateline token create makes one), "
                    + "listen on 127.0.0.1, or say --allow-anonymous."
            )
        }
        let (limits, notes) = try limitOptions.limits(settings)
        let path = try databaseOptions.path(settings)
        let raw = try rawOptions.checked(settings)
        let retention = try settings.value(rawRetention, "raw-retention") ?? .forever
        var inbox = try inboxOptions.checked(settings, database: path)
        inbox?.options.raw = raw
        let isReadOnly = try settings.flag(readOnly, "read-only")
        guard !isReadOnly || inbox == nil else { throw CommandFailure(.usage, "--read-only and --inbox exclude each other.") }
        let logger = try loggingOptions.bootstrap(settings)
        for note in notes { logger.warning("\(note)") }
        if !Loopback.contains(host), tokens == nil {
            logger.warning("anybody who reaches this address may read and write everything", metadata: ["host": "\(host)"])
        }

        let warn = { (text: String) in logger.warning("\(text)") }
        let registry = MetricsRegistry(MetricsRegistry.families)
        let store =
            try isReadOnly
            ? databaseOptions.openStoreReadOnly(settings, readTime: limits.readTime, metrics: registry, warn: warn)
            : databaseOptions.openStore(
                settings, readTime: limits.readTime, waitingWrites: limits.waitingWrites, metrics: registry, warn: warn)
        var configuration = HTTPConfiguration(host: host, port: port.number)
        configuration.allowedHosts += settings.list(allowedHost, "allowed-host")
        configuration.allowedOrigins += settings.list(allowedOrigin, "allowed-origin")
        configuration.limits = limits
        configuration.access = tokens?.access
        configuration.metrics = registry
        configuration.requiresIfMatch = try settings.flag(requireIfMatch, "require-if-match")
        let hold: InboxHold?
        do {
            hold = try inbox.flatMap(InboxHold.take)
        } catch {
            try? await store.close()
            throw error
        }
        defer { hold?.release() }
        do {
            try await Self.runServices(
                store: store, writes: !isReadOnly, inbox: inbox, raw: raw, retention: retention, tokens: tokens, registry: registry,
                configuration: configuration,
                logger: logger)
        } catch {
            try? await store.close()
            throw CommandFailure(listeningOn: "\(host):\(port.number)", error)
        }
        do throws(StoreOpenError) { try await store.close() } catch { throw CommandFailure(error) }
        logger.info("stopped")
    }
}
