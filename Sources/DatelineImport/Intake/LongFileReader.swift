import Crypto
import DatelineJSON
import DatelineModels
import Glibc

/// Reads JSON lines of any length piece by piece, on a queue of its own: memory holds one piece, whatever the file.
actor LongFileReader {
    /// Some records, and where they end.
    struct Piece: Sendable {
        let parsed: ParsedFile
        /// What the ledger has worked out of its articles.
        let outcome: any ReadyOutcome
        let position: ImportResume
        let isLast: Bool
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
    /// The bytes read and not part of a line so far, which the hash of what is through must leave out.
    private var hashed: Int64 = 0
    private var unhashed: [UInt8] = []

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
        var position: Int64 = 0
        while true {
            if stopping.version > 0 { return nil }
            let count = try read(at: position)
            if count == 0 { break }
            chunk.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            position += Int64(count)
        }
        try check()
        return hash.finalize().hexadecimal
    }

    /// Goes on where an earlier run has ended, if the file still begins as it did then.
    ///
    /// - Returns: whether it does.
    func resume(_ resume: ImportResume) throws(Obstacle) -> Bool {
        guard resume.offset <= stamp.size else { return false }
        var hash = SHA256()
        var position: Int64 = 0
        while position < resume.offset {
            let count = min(try read(at: position), Int(resume.offset - position))
            if count == 0 { return false }
            chunk.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            position += Int64(count)
        }
        guard hash.finalize().hexadecimal == resume.sha256 else { return false }
        self.hash = hash
        offset = resume.offset
        hashed = resume.offset
        lines = JSONLines(
            maximumLineBytes: FileParser.maximumLineBytes,
            after: .init(offset: Int(resume.offset), lines: resume.lines, records: resume.records))
        return true
    }

    /// The next records.
    ///
    /// - Parameter record: stands in the outcome until that of the piece is known.
    func next(_ parser: FileParser, habits: HabitBook, as record: ImportRecord, for ledger: any ImportLedger) async throws -> Piece {
        var taken: [JSONLine] = []
        var bytes = 0
        while taken.count < Self.recordsInPiece, bytes < Self.bytesInPiece {
            if let line = hasEnded ? lines.finish() : lines.next() {
                taken.append(line)
                bytes += line.bytes.count
            } else if hasEnded {
                break
            } else {
                try readMore()
            }
        }
        let isLast = hasEnded && taken.isEmpty
        var parsed = parse(taken, parser)
        if !parsed.wantedHabits.isEmpty {
            let known = try await habits.habits(of: parsed.wantedHabits)
            var helped = parser
            helped.habits = known
            parsed = parse(taken, helped)
        }
        parsed.removeRepeated()
        gathered = parsed
        // So that no piece is of another version, unless somebody writes while it is read.
        try check()
        let outcome = ledger.ready(.articles(parsed.articles, as: record))
        return Piece(parsed: parsed, outcome: outcome, position: position(isLast: isLast), isLast: isLast)
    }

    private func parse(_ lines: [JSONLine], _ parser: FileParser) -> ParsedFile {
        var parsed = gathered?.continued() ?? parser.startLines(overlay: Overlay(side: side, folderSource: folderSource))
        for line in lines { parser.add(line, to: &parsed) }
        return parsed
    }

    private func position(isLast: Bool) -> ImportResume {
        let progress = lines.progress
        let through = isLast ? offset : Int64(progress.offset)
        let count = Int(through - hashed)
        if count > 0 {
            unhashed.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            unhashed.removeFirst(count)
            hashed = through
        }
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
        unhashed += chunk[..<count]
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
