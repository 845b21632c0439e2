public import DatelineModels
import GRDB
import Metrics

/// Puts off the merging of the articles' full-text index while much is imported, and makes up for it, in the background.
///
/// FTS5 leaves a segment of its index with each transaction, and merges them by fours in the transactions after it (fts5.html, "The 'automerge'
/// Configuration Option"): in an import of thousands of transactions every posting is written five times over, which costs more than to store the
/// articles. In a backlog they stay as they are, until there are many of them or the backlog is over, and are then merged all at once, in steps of
/// their own between other writes ("The 'merge' Command").
///
/// The index is whole at any moment, only slower to search the more segments it has (some 14 µs each). That merging is put off is kept in the
/// database, so that a stop in between is made good by whoever runs this next.
public struct TextIndexMerger: Sendable {
    /// Bulk transactions within ``interval`` that make a backlog.
    static let backlog = 3
    static let interval = Duration.seconds(1)
    /// With fewer in each of so many intervals it is over.
    static let quietIntervals = 3
    /// Segments that may wait. FTS5 can't have more than 2,000, and beyond `crisismerge` merges all of them in the midst of a write.
    static let mostSegments = 256

    /// Options of FTS5's index that aren't its defaults while merging is put off. All transactions but the longest leave one segment.
    private static let putOff = [("automerge", 0), ("crisismerge", 1000), ("hashsize", 4 << 20), ("usermerge", 8)]
    private static let defaults = [("automerge", 4), ("crisismerge", 16), ("hashsize", 1 << 20), ("usermerge", 4)]
    /// Of a page of the index; a step is told how many to write.
    private static let pageBytes = 4096

    let reader: Reader
    let writer: Writer
    let signal: WorkSignal
    /// Steps of merging.
    let steps: Counter
    /// How much a step may write to take about as long as a bulk transaction, which clients' writes wait for, too.
    private let pace = BulkPace()
    /// Of the database file; nil in memory.
    private let path: String?

    /// What is left free on the disk: more than imports leave for the writes of others, as a merge takes room before it gives any back.
    private static let reserve: Int64 = 80 << 20
    private static let roomInterval = Duration.seconds(5)

    init(path: String?, reader: Reader, writer: Writer, signal: WorkSignal, steps: Counter) {
        self.path = path
        self.reader = reader
        self.writer = writer
        self.signal = signal
        self.steps = steps
    }

    /// Works whenever there is something to do, until the task is cancelled; after that it can't be run again.
    ///
    /// - Parameter caughtUp: called whenever what there was to merge is merged.
    /// - Throws: what stands in the store's way; to be run again after a while.
    public func run(caughtUp: @Sendable () -> Void = {}) async throws(RepositoryError) {
        // What a stop or a fault has left, whose number nobody knows.
        if try await isPutOff() { try await merge(waitsForRoom: true) }
        repeat {
            var isPutOff = try await isPutOff()
            if !isPutOff, await isBacklog() {
                try await set(Self.putOff)
                isPutOff = true
            }
            if isPutOff {
                try await followBacklog(caughtUp)
                try await end(waitsForRoom: true)
            }
            caughtUp()
        } while await signal.wait() && !Task.isCancelled
    }

    /// Merges what is left to be merged, and has FTS5 do so by itself from then on.
    ///
    /// - Throws: what stands in the store's way, a disk that is nearly full among it: merging stays put off.
    public func finish() async throws(RepositoryError) {
        if try await isPutOff() { try await end(waitsForRoom: false) }
    }

    private func end(waitsForRoom: Bool) async throws(RepositoryError) {
        try await merge(waitsForRoom: waitsForRoom)
        try await set(Self.defaults)
    }

    private func followBacklog(_ caughtUp: @Sendable () -> Void) async throws(RepositoryError) {
        var merged = writer.indexing.all
        var quiet = 0
        while quiet < Self.quietIntervals, !Task.isCancelled {
            quiet = await isBacklog() ? 0 : quiet + 1
            guard writer.indexing.all - merged >= Self.mostSegments else { continue }
            merged = writer.indexing.all
            try await merge(waitsForRoom: true)
            caughtUp()
        }
    }

    /// Looks for a while.
    private func isBacklog() async -> Bool {
        let before = writer.indexing.bulk
        try? await Task.sleep(for: Self.interval)
        return !Task.isCancelled && writer.indexing.bulk - before >= Self.backlog
    }

    private func merge(waitsForRoom: Bool) async throws(RepositoryError) {
        var isDone = false
        while !isDone {
            if Task.isCancelled { throw .cancelled }
            guard hasRoom else {
                guard waitsForRoom else { throw .unavailable(.diskFull, cause: "there is no room to merge the full-text index") }
                // That the disk is full is told by those who can't go on for it.
                try? await Task.sleep(for: Self.roomInterval)
                continue
            }
            let weight = pace.weight
            let step = try await writer.writeBulk { try Self.merge($0.db, pages: weight / Self.pageBytes) }
            pace.note(weight: weight, step.duration)
            steps.increment()
            isDone = step.value
        }
    }

    private var hasRoom: Bool {
        guard let path, let disk = StoreFile.disk(of: path) else { return true }
        return disk.free > min(Self.reserve, disk.total / 8)
    }

    /// - Returns: whether there was nothing to merge. Then FTS5 changes at most the one row in which a command is noted.
    private static func merge(_ db: Database, pages: Int) throws -> Bool {
        let before = db.totalChangesCount
        do {
            try db.run("INSERT INTO article_text (article_text, rank) VALUES ('merge', ?)", [pages])
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CORRUPT_VTAB {
            // As for a search: the index is damaged, and what it was made of isn't. That must not end the service.
            throw RepositoryError.unavailable(.storageError, cause: "the full-text index can't be merged: \(error.message ?? "")")
        }
        return db.totalChangesCount - before < 2
    }

    /// Whether there may be something to merge.
    public func isPutOff() async throws(RepositoryError) -> Bool {
        try await reader.read { db in
            // FTS5 keeps options that were set once in this table of its own.
            try db.integer("SELECT v FROM article_text_config WHERE k = 'automerge'") == 0
        }
    }

    private func set(_ options: [(String, Int)]) async throws(RepositoryError) {
        _ = try await writer.writeBulk { context in
            for (option, value) in options {
                try context.db.run("INSERT INTO article_text (article_text, rank) VALUES (?, ?)", [option, value])
            }
        }
    }
}
