import DatelineHTTP
import Foundation
import Hummingbird
import Logging
import Synchronization

/// Runs a server on a free port for as long as the body runs. The body has a thread of its own, so that it may block.
func withServer<Value: Sendable>(
    routes: RouteTable, configuration: HTTPConfiguration = HTTPConfiguration(), logger: Logger? = nil,
    _ body: @escaping @Sendable (_ port: Int) throws -> Value
) async throws -> Value {
    var configuration = configuration
    configuration.port = 0
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let application = makeApplication(
        routes: routes, configuration: configuration, logger: logger ?? .silent,
        onBound: { continuation.yield($0) }
    )
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask {
            try await application.run()
            return nil
        }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else { throw CancellationError() }
        group.addTask { try await onThread { try body(port) } }
        while let outcome = try await group.next() {
            guard let value = outcome else { continue }
            group.cancelAll()
            return value
        }
        throw CancellationError()
    }
}

/// Runs blocking work without taking a thread from the concurrency pool, which the server needs.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}

extension Logger {
    /// Says nothing.
    static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }

    /// Keeps its lines.
    static func recording(into lines: LogLines) -> Logger {
        var logger = Logger(label: "recording") { _ in RecordingLogHandler(lines: lines) }
        logger.logLevel = .trace
        return logger
    }
}

final class LogLines: Sendable {
    private let kept = Mutex<[(level: Logger.Level, text: String, fields: [String])]>([])

    var all: [(level: Logger.Level, text: String, fields: [String])] { kept.withLock { $0 } }

    func add(_ level: Logger.Level, _ text: String, _ fields: [String]) {
        kept.withLock { $0.append((level, text, fields)) }
    }
}

private struct RecordingLogHandler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
        lines.add(event.level, "\(event.message)", fields.map { "\($0.key)=\($0.value)" })
    }
}
