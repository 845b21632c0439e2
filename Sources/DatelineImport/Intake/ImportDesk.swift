import DatelineModels

/// Reads and parses on a queue of its own.
actor ImportDesk {
    private let executor: QueueExecutor
    private let reader: FileReader

    init(reader: FileReader, number: Int) {
        executor = QueueExecutor(label: "dateline.import.desk-\(number)")
        self.reader = reader
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func read(_ path: ImportPath, expected: FileStamp?, writers: WriterRule) -> ReadOutcome {
        reader.read(path, expected: expected, writers: writers)
    }

    func parse(_ content: FileContent, path: ImportPath, with parser: FileParser) -> Result<ParsedFile, FileRefusal> {
        do throws(FileRefusal) {
            return .success(try parser.parse(content.bytes, path: path))
        } catch {
            return .failure(error)
        }
    }
}

/// A few desks, by turns.
struct ImportDesks: Sendable {
    private let desks: [ImportDesk]

    init(reader: FileReader, count: Int) {
        desks = (0..<max(1, count)).map { ImportDesk(reader: reader, number: $0) }
    }

    var count: Int { desks.count }

    /// The desk for the n-th piece of work of a batch.
    subscript(number: Int) -> ImportDesk { desks[number % desks.count] }
}
