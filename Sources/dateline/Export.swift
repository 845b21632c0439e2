import ArgumentParser
import DatelineModels
import DatelineSQLite
import Glibc

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write everything as lines of JSON that import reads back, also while the service runs.",
        discussion: """
            Tags, sources, entities, events and articles of one moment, in this order, one object each with its "kind" and "id": what
            clients said of them, links made and taken away by hand included, but not what is computed. An import into an empty database
            makes the same resources under the same ids; from there an export gives the same bytes.
            """
    )

    @OptionGroup var databasePath: DatabasePath

    @Option(help: ArgumentHelp("Write to this file, which must not be there yet, instead of standard output.", valueName: "file"))
    var output: String?

    func run() async throws {
        let path = try databasePath.existing(Settings())
        let name = output ?? "standard output"
        let descriptor = try output.map(Self.create) ?? 1
        var stream = OutputStream(descriptor)
        do {
            try StoreExport(of: path).run { try stream.write(PortableJSON.line($0)) }
            try stream.finish(syncs: output != nil)
        } catch {
            if let output { unlink(output) }
            throw Self.failure(error, path: path, name: name)
        }
    }

    private static func create(_ path: String) throws -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = errno == EEXIST ? "it is there already" : String(cString: strerror(errno))
            throw CommandFailure(.cannotCreate, "\(path) can't be created: \(reason).")
        }
        return descriptor
    }

    private static func failure(_ error: any Error, path: String, name: String) -> any Error {
        switch error {
        case let failure as OutputStream.Failure:
            // Whoever read it has had enough, as `head` does: end as a program does that the signal ends.
            if failure.code == EPIPE { return ExitCode(128 + SIGPIPE) }
            return CommandFailure(.ioError, "\(name) can't be written: \(String(cString: strerror(failure.code))).")
        case StoreExport.Failure.source(let error): return CommandFailure(error)
        case StoreExport.Failure.unsettled:
            return CommandFailure(
                .temporaryFailure, "\(path) was opened, closed or replaced while it was exported; throw the output away and try again.")
        default: return CommandFailure(.ioError, "the export broke off: \(error)")
        }
    }
}

/// Bytes on their way to a descriptor, gathered into large writes.
struct OutputStream {
    struct Failure: Error {
        /// An `errno`.
        let code: Int32
    }

    private static let chunk = 256 * 1024

    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    mutating func write(_ bytes: [UInt8]) throws(Failure) {
        buffer += bytes
        if buffer.count >= Self.chunk { try flush() }
    }

    /// - Parameter syncs: whether it is a file of ours, to be synced and closed.
    mutating func finish(syncs: Bool) throws(Failure) {
        try flush()
        guard syncs else { return }
        guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw Failure(code: errno) }
    }

    private mutating func flush() throws(Failure) {
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start) }
            if written < 0 {
                guard errno == EINTR else { throw Failure(code: errno) }
                continue
            }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
