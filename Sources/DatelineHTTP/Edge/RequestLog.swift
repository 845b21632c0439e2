import DatelineModels
import HTTPTypes
import Hummingbird
import Logging

/// What the log says of requests: one line each, without queries, fields or contents, since those may hold secrets.
enum RequestLog {
    static func logger(for context: DatelineRequestContext) -> Logger {
        var logger = context.logger
        // The framework's own, which the client doesn't know.
        logger[metadataKey: "hb.request.id"] = nil
        logger[metadataKey: "request"] = .string(context.requestID)
        return logger
    }

    /// Client's faults at debug, everything else that was answered too: a busy service would otherwise log nothing else.
    static func note(_ request: Request, _ context: DatelineRequestContext, status: HTTPResponse.Status, _ duration: Duration) {
        context.logger.debug(
            "\(escaped(request.method.rawValue)) \(escaped(request.rawPath)) \(status.code)",
            metadata: ["milliseconds": "\(duration.milliseconds)", "route": "\(context.route?.pattern ?? "")", "status": "\(status.code)"])
    }

    /// Logs what the client isn't told; only what points at the store or at a mistake of ours is an error.
    static func note(_ problem: Problem, in logger: Logger) {
        guard let cause = problem.cause else { return }
        let isOurs = problem.slug == .unavailable && problem.reason != UnavailableReason.overloaded.rawValue
        logger.log(level: isOurs ? .error : .debug, "\(problem.slug.rawValue): \(escaped(cause, limit: 2_000))")
    }

    /// Control characters and what isn't ASCII as `\u{…}`, cut at the limit.
    static func escaped(_ text: String, limit: Int = 200) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            if scalar.value >= 0x20, scalar.value < 0x7F, scalar != "\\" {
                line.unicodeScalars.append(scalar)
            } else {
                line += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return text.unicodeScalars.count > limit ? line + "…" : line
    }
}

extension Duration {
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
