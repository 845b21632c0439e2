import DatelineModels
import GRDB

extension ImportFiles {
    private static let recordColumns = """
        file_key, id, path, state, first_seen_at, updated_at, reason, detail, revision, detected_type, encoding, replaced_bytes, warnings, \
        errors, error_count, sha256, device, inode, size, modified_ns, changed_ns, attempts, next_attempt_at, article_count, \
        parser_version, resume_offset, resume_lines, resume_records, resume_sha256, pending_move, origin
        """

    /// - Parameter condition: the query from `WHERE` on.
    func records(_ condition: SQLText, isCached: Bool = true) throws -> [ImportRecord] {
        var found: [(key: Int64, record: ImportRecord)] = []
        try db.forEachRow(of: SQLText("SELECT \(Self.recordColumns) FROM import_file ") + condition, isCached: isCached) { row in
            found.append((row.integer(0), try Self.record(row)))
        }
        return try found.map { key, record in
            var record = record
            if record.articleCount > 0 { record.articleIDs = try articleIDs(key) }
            return record
        }
    }

    func record(_ key: Int64) throws -> ImportRecord? {
        try records(SQLText("WHERE file_key = ?", .integer(key))).first
    }

    func record(_ path: ImportPath, _ rootKey: Int64) throws -> ImportRecord? {
        try records(SQLText("WHERE root_key = ? AND path = ?", .integer(rootKey), .blob(path.bytes))).first
    }

    func articleIDs(_ file: Int64) throws -> [ResourceID] {
        let query = SQLText(
            """
            SELECT article.id FROM article_file CROSS JOIN article ON article.article_key = article_file.article_key
            WHERE article_file.file_key = ? ORDER BY article_file.record_number LIMIT \(ImportRecord.keptArticleIDs)
            """, .integer(file))
        var ids: [ResourceID] = []
        try db.forEachRow(of: query) { ids.append($0.id(0)) }
        return ids
    }

    private static func record(_ row: ResultRow) throws -> ImportRecord {
        var record = ImportRecord(
            id: row.id(1), path: ImportPath(bytes: row.blob(2)), state: try state(row, 3), firstSeenAt: row.timestamp(4)
        )
        record.updatedAt = row.timestamp(5)
        record.reason = row.optionalText(6)
        record.detail = row.optionalText(7)
        record.revision = Int(row.integer(8))
        record.detectedType = row.optionalText(9)
        record.encoding = row.optionalText(10)
        record.replacedBytes = Int(row.integer(11))
        record.warnings = TextList.decode(row.bytes(12))
        record.errors = try StoredRecord.faults(row.text(13))
        record.errorCount = Int(row.integer(14))
        record.sha256 = row.optionalHexadecimal(15)
        record.stamp = stamp(row, from: 16)
        record.attempts = Int(row.integer(21))
        record.nextAttemptAt = row.optionalInteger(22).map { Timestamp(milliseconds: $0) }
        record.articleCount = Int(row.integer(23))
        record.parserVersion = Int(row.integer(24))
        if let offset = row.optionalInteger(25), let hash = row.optionalHexadecimal(28) {
            record.resume = ImportResume(offset: offset, lines: Int(row.integer(26)), records: Int(row.integer(27)), sha256: hash)
        }
        record.pendingMove = row.optionalBlob(29).map { ImportPath(bytes: $0) }
        record.origin = row.optionalBlob(30).map { ImportPath(bytes: $0) }
        return record
    }

    private static func stamp(_ row: ResultRow, from column: Int32) -> FileStamp? {
        guard let device = row.optionalInteger(column), let inode = row.optionalInteger(column + 1),
            let size = row.optionalInteger(column + 2), let modified = row.optionalInteger(column + 3),
            let changed = row.optionalInteger(column + 4)
        else { return nil }
        return FileStamp(
            device: UInt64(bitPattern: device), inode: UInt64(bitPattern: inode), size: size, modifiedNanoseconds: modified,
            changedNanoseconds: changed
        )
    }

    // MARK: In short

    private static let knownColumns =
        "path, state, reason, device, inode, size, modified_ns, changed_ns, attempts, parser_version, pending_move, updated_at"

    func known(_ rootKey: Int64, after path: ImportPath?, limit: Int) throws -> [KnownFile] {
        try known(
            SQLText(
                "SELECT \(Self.knownColumns) FROM import_file WHERE root_key = ? AND path > ? ORDER BY path LIMIT ?",
                .integer(rootKey), .blob(path?.bytes ?? []), .integer(Int64(limit))
            ))
    }

    /// Of each of two groups: what is missing may have moved, what is there may have been copied.
    private static let alike = 4

    /// A few files of the root with these contents.
    func known(_ rootKey: Int64, content: [UInt8]) throws -> [KnownFile] {
        let isThere = ImportState.allCases.filter { $0 != .missing }.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        return try ["= 'missing'", "IN (\(isThere))"].flatMap { states in
            try known(
                SQLText(
                    """
                    SELECT \(Self.knownColumns) FROM import_file
                    WHERE root_key = ? AND sha256 = ? AND state \(states) LIMIT \(Self.alike)
                    """, .integer(rootKey), .blob(content)
                ))
        }
    }

    private func known(_ query: SQLText) throws -> [KnownFile] {
        var files: [KnownFile] = []
        try db.forEachRow(of: query) { row in
            var file = KnownFile(
                path: ImportPath(bytes: row.blob(0)), state: try Self.state(row, 1), updatedAt: Timestamp(milliseconds: row.integer(11)))
            file.reason = row.optionalText(2)
            file.stamp = Self.stamp(row, from: 3)
            file.attempts = Int(row.integer(8))
            file.parserVersion = Int(row.integer(9))
            file.pendingMove = row.optionalBlob(10).map { ImportPath(bytes: $0) }
            files.append(file)
        }
        return files
    }
}
