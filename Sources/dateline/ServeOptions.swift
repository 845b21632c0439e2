import ArgumentParser
import DatelineHTTP

/// What the service runs by: `serve` takes it, and `doctor`, which says what it leads to.
struct ServeOptions: ParsableArguments {
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
        help: ArgumentHelp(
            "A host name, besides loopback's, under which the service may be asked, on any port; may be repeated.", valueName: "name"))
    var allowedHost: [String] = []

    @Option(help: ArgumentHelp("An origin whose web pages may use the service; may be repeated.", valueName: "origin"))
    var allowedOrigin: [String] = []

    @Flag(help: "Refuse PUT, PATCH and DELETE without If-Match (428).")
    var requireIfMatch = false

    @Flag(help: "Only read: the database is neither locked nor changed, and every write is answered with 503. Not with --inbox.")
    var readOnly = false

    @OptionGroup var rootOption: RootOption

    @OptionGroup var limitOptions: LimitOptions

    @OptionGroup var loggingOptions: LoggingOptions

    /// Where to listen.
    func address(_ settings: Settings) throws -> (host: String, port: Port) {
        (try settings.value(host, "host") ?? Serve.defaultHost, try settings.value(port, "port") ?? Serve.defaultPort)
    }

    /// How the service listens and whom it answers, but for its limits and tokens.
    ///
    /// - Throws: ``CommandFailure``, 64, also for a host and an origin that no request has.
    func configuration(_ settings: Settings) throws -> HTTPConfiguration {
        let (host, port) = try address(settings)
        var configuration = HTTPConfiguration(host: host, port: port.number)
        configuration.allowedHosts = try Self.checked(
            settings.list(allowedHost, "allowed-host"), as: AllowedHost.init, "allowed-host",
            "is the host of no request; give a name or an address alone, as news.example.org (letters beyond ASCII as xn--).")
        configuration.allowedOrigins = try Self.checked(
            settings.list(allowedOrigin, "allowed-origin"), as: AllowedOrigin.init, "allowed-origin",
            "is the origin of no page, or of any; give a scheme and a host without a path, as "
                + "https://desk.example.org or http://localhost:3000.")
        configuration.requiresIfMatch = try settings.flag(requireIfMatch, "require-if-match")
        return configuration
    }

    private static func checked<Name>(_ texts: [String], as make: (String) -> Name?, _ option: String, _ fault: String) throws -> [Name] {
        try texts.map { text in
            guard let name = make(text) else { throw CommandFailure(.usage, "--\(option) '\(text.prefix(100))' \(fault)") }
            return name
        }
    }

    /// How long kept pages stay.
    func retention(_ settings: Settings) throws -> Retention {
        try settings.value(rawRetention, "raw-retention") ?? .forever
    }

    /// Whether it only reads.
    ///
    /// - Throws: ``CommandFailure``, 64, where a folder is to be watched as well.
    func isReadOnly(_ settings: Settings) throws -> Bool {
        guard try settings.flag(readOnly, "read-only") else { return false }
        guard try settings.value(inboxOptions.inbox, "inbox") == nil else {
            throw CommandFailure(.usage, "--read-only and --inbox exclude each other.")
        }
        return true
    }
}
