import ArgumentParser
import DatelineModels
import Glibc

struct Dateline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "A store of news articles, the entities they mention and the events they tell of, asked over HTTP.",
        discussion: """
            Start with:
              dateline serve --database data/dateline.sqlite --inbox inbox
            then drop pages into the folder and ask:
              curl 'http://127.0.0.1:8080/v1/articles?q=harbour'

            Every option can also be given as an environment variable: --database is DATELINE_DATABASE,
            --log-format is DATELINE_LOG_FORMAT, and so on; the option wins.

            Exit codes: 0 done, 1 something of it failed, 64 wrong usage, 65 bad data, 66 no input, 69 address not available,
            70 internal error, 73 can't create, 74 input/output error, 75 locked by another process, 77 not permitted,
            78 wrong configuration.
            """,
        version: Release.version,
        subcommands: [
            Serve.self, Import.self, Export.self, Backup.self, Check.self, Migrate.self, Health.self, Doctor.self, Token.self,
            ParseTrial.self,
        ]
    )

    func run() throws {
        throw CommandFailure(.usage, "a command is missing, such as serve or import; dateline --help shows all of them.")
    }
}

enum Release {
    static let version = "0.1.0"
}

extension Timestamp {
    /// The wall clock.
    @Sendable static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
