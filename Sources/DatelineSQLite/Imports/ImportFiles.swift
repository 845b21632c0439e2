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
        let made = try db.integer(
            "INSERT INTO import_root (path) VALUES (?) ON CONFLICT (path) DO NOTHING RETURNING root_key", [Data(root)]
        )
        guard let key = try made ?? rootKey(root) else {
            throw RepositoryError.unavailable(.storageError, cause: "a root is neither new nor stored")
        }
        return key
    }

    /// Inserts a row or writes over it: found by its id (then it may have moved to another path), else by its path.
    ///
    /// - Returns: with the id that the row really has.
    func put(_ record: ImportRecord, _ rootKey: Int64) throws -> (key: Int64, rootKey: Int64, id: ResourceID) {
        if let moved = try db.row("SELECT file_key, path FROM import_file WHERE id = ? AND root_key = ?", [record.id.blob, rootKey]),
            moved[1] as Data != Data(record.path.bytes)
        {
            // A file that was renamed over another one takes its place in the ledger too; the other's articles stay.
            let path = Data(record.path.bytes)
            try db.run(
                "DELETE FROM article_file WHERE file_key = (SELECT file_key FROM import_file WHERE root_key = ? AND path = ?)",
                [rootKey, path]
            )
            try db.run("DELETE FROM import_file WHERE root_key = ? AND path = ?", [rootKey, path])
            try db.run("UPDATE import_file SET path = ? WHERE file_key = ?", [path, moved[0] as Int64])
        }
        let row = try db.row(Self.upsert, arguments(record, rootKey))
        guard let row, let id = ResourceID(blob: row[1]) else {
            throw RepositoryError.unavailable(.storageError, cause: "a ledger row wasn't written")
        }
        return (row[0], rootKey, id)
    }

    private static let columns = [
        "state", "reason", "detail", "revision", "detected_type", "encoding", "replaced_bytes", "warnings", "errors", "error_count",
        "sha256", "device", "inode", "size", "modified_ns", "changed_ns", "attempts", "next_attempt_at", "updated_at",
    ]

    private static let upsert = """
        INSERT INTO import_file (id, root_key, path, first_seen_at, \(columns.joined(separator: ", ")))
        VALUES (\(Array(repeating: "?", count: columns.count + 4).joined(separator: ", ")))
        ON CONFLICT (root_key, path) DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        RETURNING file_key, id
        """

    private func arguments(_ record: ImportRecord, _ rootKey: Int64) throws -> StatementArguments {
        let stamp = record.stamp
        var arguments: StatementArguments = [
            record.id.blob, rootKey, Data(record.path.bytes), record.firstSeenAt.milliseconds, record.state.rawValue, record.reason,
            record.detail,
        ]
        arguments += [
            record.revision, record.detectedType, record.encoding, record.replacedBytes, JSONText.encode(record.warnings),
            String(decoding: try JSONEncoder().encode(record.errors.map(StoredFault.init)), as: UTF8.self), record.errorCount,
        ]
        arguments += [
            record.sha256.flatMap(Self.bytes), stamp.map { Int64(bitPattern: $0.device) }, stamp.map { Int64(bitPattern: $0.inode) },
            stamp?.size,
            stamp?.modifiedNanoseconds, stamp?.changedNanoseconds, record.attempts, record.nextAttemptAt?.milliseconds,
            record.updatedAt.milliseconds,
        ]
        return arguments
    }

    // MARK: Reading

    /// - Parameter condition: the query from `WHERE` on.
    func records(_ condition: String, _ arguments: StatementArguments) throws -> [ImportRecord] {
        let rows = try db.rows(
            "SELECT file_key, id, path, first_seen_at, \(Self.columns.joined(separator: ", ")) FROM import_file \(condition)", arguments
        )
        return try rows.map { try record($0) }
    }

    private func record(_ row: Row) throws -> ImportRecord {
        guard let id = ResourceID(blob: row[1]), let state = ImportState(rawValue: row["state"]) else {
            throw RepositoryError.unavailable(.storageError, cause: "a ledger row can't be read")
        }
        var record = ImportRecord(
            id: id, path: ImportPath(bytes: Array(row[2] as Data)), state: state, firstSeenAt: Timestamp(milliseconds: row[3])
        )
        record.reason = row["reason"]
        record.detail = row["detail"]
        record.revision = row["revision"]
        record.detectedType = row["detected_type"]
        record.encoding = row["encoding"]
        record.replacedBytes = row["replaced_bytes"]
        record.warnings = try JSONText.decode(row["warnings"])
        record.errors = try JSONDecoder().decode([StoredFault].self, from: Data((row["errors"] as String).utf8)).map(\.fault)
        record.errorCount = row["error_count"]
        record.sha256 = (row["sha256"] as Data?).map(Self.hexadecimal)
        record.stamp = Self.stamp(row)
        record.attempts = row["attempts"]
        record.nextAttemptAt = (row["next_attempt_at"] as Int64?).map { Timestamp(milliseconds: $0) }
        record.updatedAt = Timestamp(milliseconds: row["updated_at"])
        record.articleIDs = try db.rows(
            """
            SELECT article.id FROM article_file JOIN article ON article.article_key = article_file.article_key
            WHERE article_file.file_key = ? ORDER BY article_file.record_number
            """,
            [row[0] as Int64]
        ).compactMap { ResourceID(blob: $0[0]) }
        return record
    }

    private static func stamp(_ row: Row) -> FileStamp? {
        guard let device = row["device"] as Int64?, let inode = row["inode"] as Int64?, let size = row["size"] as Int64?,
            let modified = row["modified_ns"] as Int64?, let changed = row["changed_ns"] as Int64?
        else { return nil }
        return FileStamp(
            device: UInt64(bitPattern: device), inode: UInt64(bitPattern: inode), size: size, modifiedNanoseconds: modified,
            changedNanoseconds: changed
        )
    }

    private static func bytes(_ hexadecimal: String) -> Data? {
        let digits = Array(hexadecimal.utf8).map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 64 else { return nil }
        var data = Data()
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            data.append(UInt8(high << 4 | low))
        }
        return data
    }

    private static func hexadecimal(_ data: Data) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: data.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xf)]] }, as: UTF8.self)
    }
}

/// How a fault stands in the `errors` column.
private struct StoredFault: Codable {
    var line: Int?
    var byteOffset: Int?
    var reason: String
    var excerpt: String?

    init(_ fault: ImportFault) {
        line = fault.line
        byteOffset = fault.byteOffset
        reason = fault.reason
        excerpt = fault.excerpt
    }

    var fault: ImportFault { ImportFault(line: line, byteOffset: byteOffset, reason: reason, excerpt: excerpt) }
}
