import DatelineModels
import Foundation
import GRDB

/// Writes what came of files, within a transaction.
struct OutcomeWriter {
    private let context: WriteContext
    private let files: ImportFiles
    private let rootKey: Int64

    init(_ context: WriteContext, _ rootKey: Int64) {
        self.context = context
        self.rootKey = rootKey
        files = ImportFiles(context.db)
    }

    /// - Returns: the row as written; nil where there is none.
    func write(_ prepared: PreparedOutcome) throws -> ImportRecord? {
        switch prepared.outcome {
        case .row(let record):
            try files.release(record.path, rootKey)
            return try write(record)
        case .articles(_, let record):
            // What brings the program down later in the file still has to be told.
            if record.resume == nil { try files.release(record.path, rootKey) }
            return try write(prepared.articles, record)
        case .moved(let origin, let record):
            try files.release(origin, rootKey)
            try files.release(record.path, rootKey)
            return try move(origin, record)
        case .exchanged(let other, let record):
            try files.release(other, rootKey)
            try files.release(record.path, rootKey)
            return try exchange(other, record)
        case .copied(let original, let record):
            try files.release(record.path, rootKey)
            return try copy(original, record)
        case .missing(let path, let policy):
            try files.release(path, rootKey)
            return try leave(path, policy)
        }
    }

    private func write(_ record: ImportRecord) throws -> ImportRecord {
        let place = try files.place(record.path, rootKey)
        let (key, written) = try put(record, place, articleCount: place?.articleCount ?? 0)
        return try withArticles(written, key, place)
    }

    private func write(_ articles: [PreparedImport], _ record: ImportRecord) throws -> ImportRecord {
        let place = try files.place(record.path, rootKey)
        var record = record
        if place == nil { record.id = try free(record) }
        var stored = try FileArticles(context, place, importID: place?.id ?? record.id, stamp: record.stamp, articles)
        for article in articles { try stored.store(article) }
        for warning in stored.warnings where !record.warnings.contains(warning) { record.warnings.append(warning) }
        record.errorCount += stored.faults.count
        record.errors += stored.faults.prefix(max(0, ImportFault.kept - record.errors.count))
        if !stored.faults.isEmpty, record.resume == nil {
            let isContinued = place?.isUnderWay == true && stored.articleCount > 0
            record.state = stored.storedCount == 0 && !isContinued ? .failed : .partial
            if record.reason == nil { record.reason = "records-refused" }
        }
        var (key, written) = try put(record, place, articleCount: stored.articleCount)
        try stored.link(key)
        try unmark(key, place, record.state)
        written.articleIDs = record.resume != nil || stored.isAll ? stored.ids : try files.articleIDs(key)
        return written
    }

    private func move(_ origin: ImportPath, _ record: ImportRecord) throws -> ImportRecord? {
        let target = try files.place(record.path, rootKey)
        guard origin != record.path, let moved = try files.place(origin, rootKey), try isSame(record, moved.key) else {
            // Perhaps it was written before.
            return target == nil ? nil : try write(record)
        }
        // A file that was renamed over another one takes its place in the ledger too; the other's articles stay.
        if let target {
            try unlink(target.key)
            try context.db.run("DELETE FROM import_file WHERE file_key = ?", [target.key])
        }
        let (key, written) = try put(record, moved, articleCount: moved.articleCount)
        return try withArticles(written, key, moved)
    }

    private func exchange(_ other: ImportPath, _ record: ImportRecord) throws -> ImportRecord? {
        guard other != record.path, let moved = try files.place(other, rootKey), try isSame(record, moved.key) else { return nil }
        guard let target = try files.place(record.path, rootKey) else { return try move(other, record) }
        // No file has such a name: it holds the place while the other is written.
        try files.rename(target.key, to: ImportPath(bytes: other.bytes + [0]))
        let (key, written) = try put(record, moved, articleCount: moved.articleCount)
        try files.rename(target.key, to: other)
        return try withArticles(written, key, moved)
    }

    private func copy(_ original: ImportPath, _ record: ImportRecord) throws -> ImportRecord? {
        guard original != record.path else { return try write(record) }
        guard let source = try files.place(original, rootKey), try isSame(record, source.key), let known = try files.record(source.key),
            let copy = Self.copy(of: known, as: record)
        else { return nil }
        let target = try files.place(record.path, rootKey)
        if let target { try unlink(target.key) }
        var (key, written) = try put(copy, target, articleCount: known.articleCount)
        try context.db.run(
            """
            INSERT INTO article_file (file_key, record_number, article_key)
            SELECT ?, record_number, article_key FROM article_file WHERE file_key = ?
            """, [key, source.key])
        try ArticleSources(context).returned(key)
        written.articleIDs = known.articleIDs
        return written
    }

    /// nil where the original's state says nothing of its bytes: they have to be looked at.
    private static func copy(of known: ImportRecord, as record: ImportRecord) -> ImportRecord? {
        var copy = known
        switch known.state {
        case .done, .partial, .failed, .skipped: break
        case .missing where known.articleCount > 0: copy.state = known.errorCount > 0 ? .partial : .done
        case .missing, .waiting, .queued, .importing, .retrying: return nil
        }
        copy.id = record.id
        copy.path = record.path
        copy.stamp = record.stamp
        copy.revision = max(record.revision, 1)
        copy.attempts = record.attempts
        copy.nextAttemptAt = nil
        copy.resume = nil
        copy.pendingMove = record.pendingMove
        copy.origin = record.origin
        copy.firstSeenAt = record.firstSeenAt
        copy.updatedAt = record.updatedAt
        return copy
    }

    private func leave(_ path: ImportPath, _ policy: MissingPolicy) throws -> ImportRecord? {
        guard let place = try files.place(path, rootKey) else { return nil }
        if place.state != .missing {
            try context.db.run(
                "UPDATE import_file SET state = 'missing', next_attempt_at = NULL, updated_at = ? WHERE file_key = ?",
                [context.now().milliseconds, place.key]
            )
        }
        try ArticleSources(context).left(place.key, policy)
        return try files.record(place.key)
    }

    // MARK: Parts

    /// Writes the row at its place, or a new one.
    private func put(_ record: ImportRecord, _ place: ImportFiles.Place?, articleCount: Int) throws -> (Int64, ImportRecord) {
        var record = record
        record.articleCount = articleCount
        guard let place else {
            record.id = try free(record)
            return (try files.insert(record, rootKey), record)
        }
        record.id = place.id
        record.firstSeenAt = place.firstSeenAt
        try files.update(place.key, record)
        return (place.key, record)
    }

    /// The record's id, or another one where a row has it that was moved elsewhere since the record was read.
    private func free(_ record: ImportRecord) throws -> ResourceID {
        // Of a file that is new nobody else can have it.
        if record.revision <= 1, record.attempts <= 1, record.origin == nil, record.state != .missing, record.reason == nil,
            record.articleIDs.isEmpty
        {
            return record.id
        }
        let isTaken = try context.db.integer("SELECT 1 FROM import_file WHERE id = ?", [record.id.blob]) != nil
        return isTaken ? context.makeID() : record.id
    }

    private func withArticles(_ record: ImportRecord, _ key: Int64, _ place: ImportFiles.Place?) throws -> ImportRecord {
        try unmark(key, place, record.state)
        var record = record
        record.articleIDs = record.articleCount > 0 ? try files.articleIDs(key) : []
        return record
    }

    private func unmark(_ key: Int64, _ place: ImportFiles.Place?, _ state: ImportState) throws {
        if place?.state == .missing, state != .missing { try ArticleSources(context).returned(key) }
    }

    private func unlink(_ file: Int64) throws {
        try context.db.run("DELETE FROM article_file WHERE file_key = ?", [file])
    }

    /// Whether the bytes that the record is of are still those of the row, which an outcome before may have written over.
    private func isSame(_ record: ImportRecord, _ key: Int64) throws -> Bool {
        guard let hash = StoredRecord.hash(record.sha256) else { return true }
        return try context.db.integer("SELECT 1 FROM import_file WHERE file_key = ? AND sha256 IS NOT NULL AND sha256 <> ?", [key, hash])
            == nil
    }
}
