import ArgumentParser
import DatelineModels

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is wrong with a configuration, and what to do about it; changes nothing.",
        discussion: """
            Takes the options and variables of serve, and looks at whether they can be and what they lead to: folders, permissions, file
            systems, room, the database's version, tokens, addresses and the system's limits. Also while the service runs. Give it the same
            user and the same options as the service. Ends with 0 where the service can run, also if there are warnings, and with 78 where
            something is in its way. Whether a database is sound is dateline check's to say.
            """
    )

    @OptionGroup var options: ServeOptions

    func run() async throws {
        let settings = Settings()
        let path = try options.databaseOptions.path(settings)
        let inbox = try settings.value(options.inboxOptions.inbox, "inbox")
        let (host, port) = try options.address(settings)
        var findings = OptionChecks(options: options, settings: settings).findings()
        findings += DatabaseChecks(
            path: path, allowsNetwork: try settings.flag(options.databaseOptions.allowNetworkDatabase, "allow-network-database"),
            isReadOnly: (try? options.isReadOnly(settings)) ?? false
        )
        .findings()
        if let inbox { findings += InboxChecks(inbox: inbox).findings { _ = try options.inboxOptions.checked(settings, database: path) } }
        let access = AccessChecks(
            host: host, port: port, tokensFile: try settings.value(options.tokensFile, "tokens-file"),
            allowsAnonymous: try settings.flag(options.allowAnonymous, "allow-anonymous")
        )
        findings += await access.findings()
        let system = SystemChecks(allowsRoot: try options.rootOption.isAllowed(settings))
        findings += system.findings { try options.limitOptions.limits(settings).notes }
        for finding in findings {
            try StandardStreams.requireOutput(finding.line)
        }
        let problems = findings.count { $0.level == .problem }
        guard problems == 0 else {
            throw CommandFailure(.configuration, problems == 1 ? "1 problem was found." : "\(problems) problems were found.")
        }
    }
}
