import ArgumentParser
import Logging

extension Logger.Level: @retroactive ExpressibleByArgument {}

enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct LoggingOptions: ParsableArguments {
    @Option(help: "The least level that is logged: trace, debug, info, notice, warning, error, critical.")
    var logLevel: Logger.Level?

    @Option(help: "How lines on standard error are written: text or json.")
    var logFormat: LogFormat?

    /// Sets up logging for the whole process and gives the program's logger.
    func bootstrap(_ settings: Settings) throws -> Logger {
        let level = try settings.value(logLevel, "log-level") ?? .info
        let format = try settings.value(logFormat, "log-format") ?? .text
        LoggingSystem.bootstrap { label in LineLogHandler(label: label, format: format, logLevel: level) }
        return Logger(label: "dateline")
    }
}
