import ArgumentParser
import DatelineHTTP
import DatelineModels

struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make access tokens.",
        discussion: "A token is taken back by deleting its line from the tokens file; a running service notices within seconds.",
        subcommands: [TokenCreate.self]
    )

    func run() throws {
        throw CommandFailure(.usage, "token needs to be told what to do: dateline token create --scope read --tokens-file tokens")
    }
}

struct TokenCreate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a token, show it once, and add its hash to the tokens file.",
        discussion: """
            The token alone goes to standard output; what was done goes to standard error. It can't be shown again: the file holds only what
            it hashes to. A running service takes it up within seconds.
            """
    )

    @Option(help: "read: GET and HEAD. write: everything.")
    var scope: ScopeOption

    @Option(help: ArgumentHelp("The tokens file; made, for its owner only, when there is none.", valueName: "file"))
    var tokensFile: String?

    func run() throws {
        guard let path = try Settings().value(tokensFile, "tokens-file"), !path.isEmpty else {
            throw CommandFailure(.usage, "--tokens-file needs the path of a file.")
        }
        let (text, token) = AccessToken.make(scope.scope)
        try TokensFile(path: path).append(token)
        guard StandardStreams.writeOutput(text + "\n") else {
            StandardStreams.writeError("dateline: the token \(token.id) was added to \(path) but can't be shown; delete its line there\n")
            throw StandardStreams.failure()
        }
        StandardStreams.writeError(
            "dateline: \(path) has the new \(scope.rawValue) token \(token.id); keep the token itself, it isn't shown again\n")
    }
}

enum ScopeOption: String, ExpressibleByArgument, CaseIterable {
    case read, write

    var scope: TokenScope {
        switch self {
        case .read: .read
        case .write: .write
        }
    }
}
