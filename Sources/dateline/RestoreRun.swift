import DatelineJSON
import DatelineModels
import DatelineSQLite
import Glibc

/// Reads an export into a store. Articles of the pages and JSON files that people write don't come this way: see ``isExport(_:)``.
struct RestoreRun {
    struct Summary {
        var counts: [PortableResource.Kind: Int] = [:]
        var unchanged = 0
        var failed = 0
    }

    /// A body of 5 MiB in which every byte is written as \u00XX, with room for the rest.
    private static let maximumLineBytes = 48 << 20
    /// Lines in one transaction.
    private static let batch = 256
    private static let batchBytes = 8 << 20

    private struct Pending {
        let line: Int
        let resource: PortableResource
    }

    private let restore: StoreRestore
    private let fail: (String) -> Void
    private(set) var summary = Summary()
    private var pending: [Pending] = []
    private var pendingBytes = 0
    private var superEvents: [(line: Int, event: ResourceID, superEvent: ResourceID)] = []

    /// - Parameter fail: told each line that isn't stored, and why.
    init(_ restore: StoreRestore, fail: @escaping (String) -> Void) {
        self.restore = restore
        self.fail = fail
    }

    /// Whether a file is an export: its first line that isn't blank is an object with the member `kind`.
    static func isExport(_ path: String) -> Bool {
        guard [".ndjson", ".jsonl"].contains(where: path.lowercased().hasSuffix),
            let file = LineFile(path, maximumLineBytes: maximumLineBytes)
        else {
            return false
        }
        defer { file.close() }
        var lines = file
        guard let line = try? lines.next(), case .object(let object)? = try? line.read() else { return false }
        return object["kind"] != nil
    }

    /// - Throws: ``RepositoryError`` where the store can't go on, ``LineFile/Failure``.
    mutating func read(_ path: String) async throws {
        guard var file = LineFile(path, maximumLineBytes: Self.maximumLineBytes) else { throw LineFile.Failure(code: errno) }
        defer { file.close() }
        while let line = try file.next() {
            do {
                pending.append(Pending(line: line.line, resource: try PortableJSON.resource(try line.read())))
                pendingBytes += line.bytes.count
            } catch let error as ValidationError {
                tell(path, line.line, Self.text(error))
            } catch {
                tell(path, line.line, error.detail(of: line))
            }
            if pending.count >= Self.batch || pendingBytes >= Self.batchBytes { try await flush(path) }
        }
        try await flush(path)
        try await linkSuperEvents(path)
    }

    private mutating func flush(_ path: String) async throws {
        let results = try await restore.store(pending.map(\.resource))
        for (entry, result) in zip(pending, results) {
            switch result {
            case .success(let effect):
                if effect == .unchanged { summary.unchanged += 1 } else { summary.counts[entry.resource.kind, default: 0] += 1 }
                if case .event(let id, let draft, _) = entry.resource, let superEvent = draft.superEvent {
                    superEvents.append((entry.line, id, superEvent))
                }
            case .failure(let error): tell(path, entry.line, Self.text(error))
            }
        }
        pending = []
        pendingBytes = 0
    }

    /// Last, as an event may come before the one it stands under.
    private mutating func linkSuperEvents(_ path: String) async throws {
        while !superEvents.isEmpty {
            let part = Array(superEvents.prefix(Self.batch))
            superEvents.removeFirst(part.count)
            let results = try await restore.link(superEvents: part.map { ($0.event, $0.superEvent) })
            for (entry, result) in zip(part, results) {
                if case .failure(let error) = result { tell(path, entry.line, Self.text(error)) }
            }
        }
    }

    private mutating func tell(_ path: String, _ line: Int, _ reason: String) {
        summary.failed += 1
        fail("failed: \(path), line \(line): \(reason)")
    }

    private static func text(_ error: RepositoryError) -> String {
        switch error {
        case .conflict(let existing, let detail): detail + (existing.map { " (\($0))" } ?? "")
        case .invalid(let error): text(error)
        case .notFound: "There is no such event."
        default: String(describing: error)
        }
    }

    private static func text(_ error: ValidationError) -> String {
        error.faults.prefix(3).map { fault in
            switch fault.location {
            case .pointer(let pointer): pointer.isEmpty ? fault.detail : "\(pointer): \(fault.detail)"
            case .parameter(let name): "\(name): \(fault.detail)"
            }
        }.joined(separator: " ")
    }
}

extension Error {
    fileprivate func detail(of line: JSONLine) -> String {
        (self as? JSONError).map { "\($0.detail) (byte \($0.byteOffset))" } ?? String(describing: self)
    }
}

/// The lines of a file, read piece by piece.
struct LineFile {
    struct Failure: Error {
        /// An `errno`.
        let code: Int32
    }

    private let descriptor: Int32
    private var lines: JSONLines
    private var hasEnded = false

    /// nil, with `errno`, where it can't be opened.
    init?(_ path: String, maximumLineBytes: Int) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        lines = JSONLines(maximumLineBytes: maximumLineBytes)
    }

    func close() {
        Glibc.close(descriptor)
    }

    /// nil at the end.
    mutating func next() throws(Failure) -> JSONLine? {
        while true {
            if let line = hasEnded ? lines.finish() : lines.next() { return line }
            if hasEnded { return nil }
            var chunk = [UInt8](repeating: 0, count: 1 << 18)
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 {
                guard errno == EINTR else { throw Failure(code: errno) }
            } else if count == 0 {
                hasEnded = true
            } else {
                lines.append(chunk[..<count])
            }
        }
    }
}
