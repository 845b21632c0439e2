import Crypto
import DatelineJSON
import DatelineModels
import DatelineReading
import Glibc

/// Reads JSON lines of any length piece by piece, on a queue of its own: memory holds one piece, whatever the file.
actor LongFileReader {
    /// How a file goes on after a piece.
    enum Continuation: Sendable {
        case more
        /// Nothing is left, and the piece is empty.
        case end
        /// What is left is a line that its writer may not have ended yet, and the piece is empty.
        case unfinishedLine
    }

    /// Some records, and where they end.
    struct Piece: Sendable {
        let parsed: ParsedFile
        /// What the ledger has worked out of its articles.
        let outcome: any ReadyOutcome
        let position: ImportResume
        let continuation: Continuation
    }

    /// What stands in the way.
    enum Obstacle: Error, Sendable {
        /// The file isn't as it was.
        case changed
        case failure(SystemFailure)
    }

    private static let chunk = 256 * 1024
    private static let recordsInPiece = 1000
    private static let bytesInPiece = 4 * 1024 * 1024

    private let executor = ThreadExecutor(label: "import-long", niceness: ThreadExecutor.background)
    private let descriptor: Int32
    private let stamp: FileStamp
    private var hash = SHA256()
    private var lines = JSONLines(maximumLineBytes: FileParser.maximumLineBytes)
    private var offset: Int64 = 0
    private var hasEnded = false
    /// What was gathered so far, without the articles that were handed on; nil before the first piece.
    private var gathered: ParsedFile?
    private let folderSource: String?
    private let side: SideFile
    private var chunk = [UInt8](repeating: 0, count: LongFileReader.chunk)
    /// How much is hashed.
    private var hashed: Int64 = 0

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - files: says where the file lies, and reads its side file.
    ///   - folderSource: the source that the folder names, if it does.
    init(_ path: ImportPath, files: FileReader, stamp: FileStamp, folderSource: String?) throws(SystemFailure) {
        descriptor = try DirectoryHandle.openFile(path, root: files.root, followsLinks: files.followsLinks)
        side = files.readSideFile(of: path)
        self.stamp = stamp
        self.folderSource = folderSource
    }

    deinit { close(descriptor) }

    /// The hash of the whole file, in lower-case hexadecimal; reading starts anew after it.
    func contentHash(stopping: Signal) throws(Obstacle) -> String? {
        try check()
        var hash = SHA256()
        guard try update(&hash, from: 0, to: stamp.size, stopping: stopping) != nil else { return nil }
        try check()
        return hash.finalize().hexadecimal
    }

    /// Goes on where an earlier run has ended, if the file still begins as it did then.
    ///
    /// - Returns: whether it does; nil where the program is to end.
    func resume(_ resume: ImportResume, stopping: Signal) throws(Obstacle) -> Bool? {
        guard resume.offset <= stamp.size else { return false }
        var hash = SHA256()
        guard let isWhole = try update(&hash, from: 0, to: resume.offset, stopping: stopping) else { return nil }
        guard isWhole else { return false }
        guard hash.finalize().hexadecimal == resume.sha256 else { return false }
        self.hash = hash
        offset = resume.offset
        hashed = resume.offset
        lines = JSONLines(
            maximumLineBytes: FileParser.maximumLineBytes,
            after: .init(offset: Int(resume.offset), lines: resume.lines, records: resume.records))
        return true
    }

    /// Why the file as a whole can't be taken, by how it begins; nil where it can.
    func refusal() throws(Obstacle) -> FileRefusal? {
        let beginning = Array(chunk[..<(try read(at: 0))])
        if let refusal = FileRefusal(binary: beginning) { return refusal }
        guard FileParser.isUTF16(beginning) else { return nil }
        return FileRefusal(
            reason: "unsupported-encoding", detail: "JSON lines that are too long to be read at once have to be in UTF-8.", type: "jsonl")
    }

    /// The next records.
    ///
    /// - Parameters:
    ///   - record: stands in the outcome until that of the piece is known.
    ///   - parseTime: CPU time that a line of so many bytes may cost.
    ///   - isFresh: the file was changed a moment ago, so that a last line which breaks off may go on.
    /// - Returns: nil where the program is to end.
    func next(
        _ parser: FileParser, habits: HabitBook, as record: ImportRecord, for ledger: any ImportLedger, isFresh: Bool,
        parseTime: @Sendable (Int) -> Duration, stopping: Signal
    ) async throws -> Piece? {
        var taken: [JSONLine] = []
        var bytes = 0
        var isUnfinished = false
        var parsed = start(parser)
        // A piece ends where it takes long, too: no line of it needs to.
        let budget = ReadingBudget.threadTime(parseTime(0))
        func take(_ line: JSONLine) {
            taken.append(line)
            bytes += line.bytes.count
            parse(line, parser, parseTime, into: &parsed)
        }
        while taken.count < Self.recordsInPiece, bytes < Self.bytesInPiece, !budget.isSpent() {
            if stopping.version > 0 { return nil }
            if let line = lines.next() {
                take(line)
            } else if hasEnded {
                var rest = lines
                guard let line = rest.finish() else {
                    lines = rest
                    break
                }
                isUnfinished = isFresh && (try? line.read()) == nil
                if isUnfinished { break }
                lines = rest
                take(line)
            } else {
                try readMore()
            }
        }
        let continuation: Continuation = !hasEnded || !taken.isEmpty ? .more : isUnfinished ? .unfinishedLine : .end
        if !parsed.wantedHabits.isEmpty {
            var helped = parser
            helped.habits = try await habits.habits(of: parsed.wantedHabits)
            parsed = start(parser)
            for line in taken {
                if stopping.version > 0 { return nil }
                parse(line, helped, parseTime, into: &parsed)
            }
        }
        parsed.removeRepeated()
        gathered = parsed
        let position = try position(isLast: continuation == .end)
        // So that no piece is of another version, unless somebody writes while it is read.
        try check()
        let outcome = ledger.ready(.articles(parsed.articles, as: record))
        return Piece(parsed: parsed, outcome: outcome, position: position, continuation: continuation)
    }

    /// What a piece is gathered in.
    private func start(_ parser: FileParser) -> ParsedFile {
        gathered?.continued() ?? parser.startLines(overlay: Overlay(side: side, folderSource: folderSource))
    }

    private func parse(_ line: JSONLine, _ parser: FileParser, _ parseTime: (Int) -> Duration, into parsed: inout ParsedFile) {
        var parser = parser
        parser.budget = .threadTime(parseTime(line.bytes.count))
        let before = parsed.articles.count + parsed.faultCount
        parser.add(line, to: &parsed)
        guard parsed.articles.count + parsed.faultCount == before, parser.budget.isSpent() else { return }
        let reason = FileRefusal(.outOfTime, in: [], type: parsed.type).reason
        parsed.add(ImportFault(line: line.line, byteOffset: line.byteOffset, reason: reason, showing: line.bytes))
    }

    private func position(isLast: Bool) throws(Obstacle) -> ImportResume {
        let progress = lines.progress
        let through = isLast ? offset : Int64(progress.offset)
        // Read once more, from the system's cache: how much lies between two pieces has no bound, as lines may be blank or too long.
        var hash = hash
        guard try update(&hash, from: hashed, to: through) == true else { throw .changed }
        self.hash = hash
        hashed = max(hashed, through)
        return ImportResume(offset: through, lines: progress.lines, records: progress.records, sha256: hash.finalize().hexadecimal)
    }

    private func readMore() throws(Obstacle) {
        let count = try read(at: offset)
        if count == 0 {
            hasEnded = true
            return
        }
        offset += Int64(count)
        lines.append(chunk[..<count])
    }

    /// Adds a part of the file to a hash.
    ///
    /// - Returns: whether the file is as long as that; nil where the program is to end.
    private func update(_ hash: inout SHA256, from start: Int64, to end: Int64, stopping: Signal? = nil) throws(Obstacle) -> Bool? {
        var position = start
        while position < end {
            if let stopping, stopping.version > 0 { return nil }
            let count = min(try read(at: position), Int(end - position))
            if count == 0 { return false }
            chunk.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            position += Int64(count)
        }
        return true
    }

    private func read(at position: Int64) throws(Obstacle) -> Int {
        while true {
            let count = chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(position)) }
            if count >= 0 { return count }
            guard errno == EINTR else { throw .failure(.last) }
        }
    }

    /// - Throws: `.changed` where the file isn't the version that was found.
    private func check() throws(Obstacle) {
        do {
            guard try FileStatus.of(descriptor: descriptor).stamp == stamp else { throw Obstacle.changed }
        } catch let obstacle as Obstacle {
            throw obstacle
        } catch let failure as SystemFailure {
            throw .failure(failure)
        } catch {
            throw .changed
        }
    }
}
