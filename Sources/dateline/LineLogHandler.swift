import DatelineJSON
import DatelineModels
import Logging

/// Writes each log entry as one line on standard error; control characters are escaped, so that no input can forge a line.
struct LineLogHandler: LogHandler {
    let label: String
    let format: LogFormat
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(label: String, format: LogFormat, logLevel: Logger.Level) {
        self.label = label
        self.format = format
        self.logLevel = logLevel
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, new in new } }
        if let explicit = event.metadata { all.merge(explicit) { _, new in new } }
        if let error = event.error { all["error"] = "\(error)" }
        let fields = all.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
        let line =
            switch format {
            case .text: textLine(event.level, event.message.description, fields)
            case .json: jsonLine(event.level, event.message.description, fields)
            }
        LogStream.shared.write(line)
    }

    private func textLine(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> String {
        var line = "\(Timestamp.now()) \(level) \(Self.escaped(message))"
        for (key, value) in fields {
            let quoted =
                value.isEmpty || value.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "=") }
            let escaped = Self.escaped(value)
            line += " \(key)=" + (quoted ? "\"" + escaped.replacing("\"", with: "\\\"") + "\"" : escaped)
        }
        return line
    }

    private func jsonLine(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("at", string: Timestamp.now().description)
        writer.member("level", string: level.rawValue)
        writer.member("logger", string: label)
        writer.member("message", string: message)
        for (key, value) in fields { writer.member(key, string: value) }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Control characters and line separators as `\u{…}`.
    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            result += isUnsafe(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
