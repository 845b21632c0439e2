import DatelineModels
import Foundation
import GRDB

/// The rows of `import_file`.
struct ImportFiles {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func rootKey(_ root: [UInt8]) throws -> Int64? {
        try db.integer("SELECT root_key FROM import_root WHERE path = ?", [Data(root)])
    }

    func makeRoot(_ root: [UInt8]) throws -> Int64 {
        if let known = try rootKey(root) { return known }
        try db.run("INSERT INTO import_root (path) VALUES (?)", [Data(root)])
        return db.lastInsertedRowID
    }

    /// What a write has to know of the row that it writes over.
    struct Place {
        let key: Int64
        let id: ResourceID
        let state: ImportState
        let articleCount: Int
        let firstSeenAt: Timestamp
        /// Whether the file's records are stored up to some place in it.
        let isUnderWay: Bool
    }

    func place(_ path: ImportPath, _ rootKey: Int64) throws -> Place? {
        let query = SQLText(
            """
            SELECT file_key, id, state, article_count, first_seen_at, resume_offset IS NOT NULL FROM import_file
            WHERE root_key = ? AND path = ?
            """, .integer(rootKey), .blob(path.bytes))
        return try db.firstRow(of: query) { row in
            Place(
                key: row.integer(0), id: row.id(1), state: try Self.state(row, 2), articleCount: Int(row.integer(3)),
                firstSeenAt: row.timestamp(4), isUnderWay: row.flag(5)
            )
        }
    }

    /// Columns that a record gives and that may change.
    private static let columns = [
        "state", "reason", "detail", "revision", "detected_type", "encoding", "replaced_bytes", "warnings", "errors", "error_count",
        "sha256", "device", "inode", "size", "modified_ns", "changed_ns", "attempts", "next_attempt_at", "article_count", "parser_version",
        "resume_offset", "resume_lines", "resume_records", "resume_sha256", "pending_move", "origin", "updated_at",
    ]

    private static let insertion = """
        INSERT INTO import_file (\(columns.joined(separator: ", ")), id, root_key, path, first_seen_at)
        VALUES (\(Array(repeating: "?", count: columns.count + 4).joined(separator: ", ")))
        """

    private static let update = "UPDATE import_file SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")), path = ? WHERE file_key = ?"

    /// - Returns: the new row's key.
    func insert(_ record: ImportRecord, _ rootKey: Int64) throws -> Int64 {
        var arguments = try arguments(record)
        arguments += [record.id, rootKey, Data(record.path.bytes), record.firstSeenAt.milliseconds] as [(any SQLBindable)?]
        try db.run(Self.insertion, arguments)
        return db.lastInsertedRowID
    }

    /// Writes over a row all but its id and first sight.
    func update(_ key: Int64, _ record: ImportRecord) throws {
        var arguments = try arguments(record)
        arguments += [Data(record.path.bytes), key]
        try db.run(Self.update, arguments)
    }

    func rename(_ key: Int64, to path: ImportPath) throws {
        try db.run("UPDATE import_file SET path = ? WHERE file_key = ?", [Data(path.bytes), key])
    }

    private func arguments(_ record: ImportRecord) throws -> [(any SQLBindable)?] {
        let stamp = record.stamp
        let resume = record.resume
        var arguments: [(any SQLBindable)?] = [
            record.state.rawValue, record.reason, record.detail, record.revision, record.detectedType, record.encoding,
            record.replacedBytes, JSONText.encode(record.warnings), try StoredRecord.errors(record.errors), record.errorCount,
        ]
        arguments += [
            StoredRecord.hash(record.sha256), stamp.map { Int64(bitPattern: $0.device) }, stamp.map { Int64(bitPattern: $0.inode) },
            stamp?.size, stamp?.modifiedNanoseconds, stamp?.changedNanoseconds, record.attempts, record.nextAttemptAt?.milliseconds,
            record.articleCount, record.parserVersion,
        ]
        arguments += [
            resume?.offset, resume?.lines, resume?.records, StoredRecord.hash(resume?.sha256),
            record.pendingMove.map { Data($0.bytes) }, record.origin.map { Data($0.bytes) }, record.updatedAt.milliseconds,
        ]
        return arguments
    }

    // MARK: Claims

    func claim(_ path: ImportPath, _ rootKey: Int64) throws {
        try db.run("INSERT OR IGNORE INTO import_claim (root_key, path) VALUES (?, ?)", [rootKey, Data(path.bytes)])
    }

    func release(_ path: ImportPath, _ rootKey: Int64) throws {
        try db.run("DELETE FROM import_claim WHERE root_key = ? AND path = ?", [rootKey, Data(path.bytes)])
    }

    static func state(_ row: ResultRow, _ column: Int32) throws -> ImportState {
        guard let state = row.choice(column, states) else {
            throw RepositoryError.unavailable(.storageError, cause: "a ledger row can't be read")
        }
        return state
    }

    private static let states: [(word: StaticString, value: ImportState)] = [
        ("done", .done), ("missing", .missing), ("importing", .importing), ("partial", .partial), ("failed", .failed),
        ("skipped", .skipped), ("retrying", .retrying), ("waiting", .waiting), ("queued", .queued),
    ]
}
