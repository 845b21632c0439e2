import ArgumentParser
import DatelineModels

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is wrong with a configuration, and what to do about it; changes nothing.",
        discussion: """
            Takes the options and variables of serve, and looks at what they lead to: folders, permissions, file systems, room, the
            database's version, tokens, addresses and the system's limits. Also while the service runs. Give it the same user and the same
            options as the service. Ends with 0 where the service can run, also if there are warnings, and with 78 where something is in its
            way. Whether a database is sound is dateline check's to say.
            """
    )

    @Option(help: "As of serve.")
    var host: String?

    @Option(help: "As of serve.")
    var port: Port?

    @OptionGroup var databaseOptions: DatabaseOptions

    @OptionGroup var inboxOptions: InboxOptions

    @Option(help: ArgumentHelp("As of serve.", valueName: "file"))
    var tokensFile: String?

    @Flag(help: "As of serve.")
    var allowAnonymous = false

    @OptionGroup var limitOptions: LimitOptions

    func run() async throws {
        let settings = Settings()
        let path = try databaseOptions.path(settings)
        let inbox = try settings.value(inboxOptions.inbox, "inbox")
        var findings = DatabaseChecks(
            path: path, allowsNetwork: try settings.flag(databaseOptions.allowNetworkDatabase, "allow-network-database")
        )
        .findings()
        if let inbox { findings += InboxChecks(inbox: inbox).findings { _ = try inboxOptions.checked(settings, database: path) } }
        let access = AccessChecks(
            host: try settings.value(host, "host") ?? Serve.defaultHost, port: try settings.value(port, "port") ?? Serve.defaultPort,
            tokensFile: try settings.value(tokensFile, "tokens-file"), allowsAnonymous: try settings.flag(allowAnonymous, "allow-anonymous")
        )
        findings += await access.findings()
        findings += SystemChecks().findings { try limitOptions.limits(settings).notes }
        for finding in findings {
            guard StandardStreams.writeOutput(finding.line) else { throw StandardStreams.failure() }
        }
        let problems = findings.count { $0.level == .problem }
        guard problems == 0 else {
            throw CommandFailure(.configuration, problems == 1 ? "1 problem was found." : "\(problems) problems were found.")
        }
    }
}
