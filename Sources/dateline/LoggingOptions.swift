import ArgumentParser
import Logging

enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case trace, debug, info, notice, warning, error, critical

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}

enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct LoggingOptions: ParsableArguments {
    @Option(help: "The least level that is logged. Default: info.")
    var logLevel: LogLevel?

    @Option(help: "How lines on standard error are written. Default: text.")
    var logFormat: LogFormat?

    /// - Throws: ``CommandFailure``, 64.
    func checked(_ settings: Settings) throws -> (level: Logger.Level, format: LogFormat) {
        ((try settings.value(logLevel, "log-level") ?? .info).level, try settings.value(logFormat, "log-format") ?? .text)
    }

    /// Sets up logging for the whole process and gives the program's logger.
    func bootstrap(_ settings: Settings) throws -> Logger {
        let (level, format) = try checked(settings)
        LoggingSystem.bootstrap { label in LineLogHandler(label: label, format: format, logLevel: level) }
        return Logger(label: "dateline")
    }
}
