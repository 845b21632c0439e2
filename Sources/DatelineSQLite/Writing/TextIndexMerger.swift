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
/// database, so that a stop in between is made good by the next start.
public struct TextIndexMerger: Sendable {
    /// Bulk transactions within ``interval`` that make a backlog.
    static let backlog = 5
    static let interval = Duration.seconds(1)
    /// Segments that may wait. FTS5 can't have more than 2,000, and beyond `crisismerge` merges all of them in the midst of a write.
    static let mostSegments = 256
    /// Of a step, in pages that are written: so many take no longer than a bulk transaction, which clients' writes wait for, too.
    static let stepPages = 256

    /// Options of FTS5's index that aren't its defaults while merging is put off. All transactions but the longest leave one segment.
    private static let putOff = [("automerge", 0), ("crisismerge", 1000), ("hashsize", 4 << 20), ("usermerge", 8)]
    private static let defaults = [("automerge", 4), ("crisismerge", 16), ("hashsize", 1 << 20), ("usermerge", 4)]

    let reader: Reader
    let writer: Writer
    let signal: WorkSignal
    /// Steps of merging.
    let steps: Counter

    /// Works whenever there is something to do, until the task is cancelled. To be called once at a time.
    ///
    /// - Parameter caughtUp: called whenever nothing is left to do.
    /// - Throws: what stands in the store's way; to be run again after a while.
    public func run(caughtUp: @Sendable () -> Void = {}) async throws(RepositoryError) {
        repeat {
            // Else of a backlog that a stop has broken off.
            var isPutOff = try await isPutOff()
            if !isPutOff, await isBacklog() {
                try await set(Self.putOff)
                isPutOff = true
            }
            if isPutOff {
                try await followBacklog()
                try await finish()
            }
            caughtUp()
        } while await signal.wait()
    }

    /// Merges what is left to be merged, and has FTS5 do so by itself from then on.
    ///
    /// - Throws: what stands in the store's way.
    public func finish() async throws(RepositoryError) {
        guard try await isPutOff() else { return }
        try await merge()
        try await set(Self.defaults)
    }

    private func followBacklog() async throws(RepositoryError) {
        var merged = writer.indexing.all
        while await isBacklog() {
            guard writer.indexing.all - merged >= Self.mostSegments else { continue }
            merged = writer.indexing.all
            try await merge()
        }
    }

    /// Looks for a while.
    private func isBacklog() async -> Bool {
        let before = writer.indexing.bulk
        try? await Task.sleep(for: Self.interval)
        return !Task.isCancelled && writer.indexing.bulk - before >= Self.backlog
    }

    private func merge() async throws(RepositoryError) {
        var isDone = false
        while !isDone, !Task.isCancelled {
            isDone = try await writer.writeBulk { try Self.step($0.db) }.value
            steps.increment()
        }
    }

    /// - Returns: whether there was nothing to merge. Then FTS5 changes at most the one row in which a command is noted.
    private static func step(_ db: Database) throws -> Bool {
        let before = db.totalChangesCount
        try db.run("INSERT INTO article_text (article_text, rank) VALUES ('merge', ?)", [stepPages])
        return db.totalChangesCount - before < 2
    }

    private func isPutOff() async throws(RepositoryError) -> Bool {
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
