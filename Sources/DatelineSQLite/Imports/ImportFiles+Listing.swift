import DatelineModels
import GRDB

extension ImportFiles {
    /// Rows in order of path and id, one page.
    func page(_ query: ImportQuery) throws -> Page<ImportRecord> {
        let branches = Self.branches(query)
        let total =
            try query.page.counts
            ? branches.reduce(into: 0) { sum, branch in
                sum += Int(try db.integers(of: SQLText("SELECT count(*) FROM import_file WHERE ") + branch, isCached: false).first ?? 0)
            } : nil
        var after = SQLText("", [])
        if let key = query.page.after {
            guard let path = try place(key) else { return Page(items: [], next: nil, total: total) }
            after = SQLText(" AND (path, id) > (?, ?)", .blob(path), .id(key.id))
        }
        // Each branch is read in order by an index; SQLite merges them as they are read.
        let keys =
            branches.map { SQLText("SELECT file_key, path, id FROM import_file WHERE ") + $0 + after }.joined(separator: " UNION ALL ")
            + SQLText(" ORDER BY path, id LIMIT ?", .integer(Int64(query.page.limit) + 1))
        let found = try db.integers(of: keys, isCached: false)
        var records: [ImportRecord] = []
        var (count, bytes) = (0, 0)
        for key in found.prefix(query.page.limit) where bytes < PageRequest.enoughBytes {
            count += 1
            guard let record = try record(key) else { continue }
            records.append(record)
            bytes += record.articleIDs.count * 40 + record.errors.reduce(1000) { $0 + 200 + ($1.excerpt?.utf8.count ?? 0) }
        }
        let next = found.count > count ? records.last.map { PageKey(placeOf: $0) } : nil
        return Page(items: records, next: next, total: total)
    }

    /// The path that a page begins after. That of a cursor where it is whole: the row may have got another since.
    private func place(_ key: PageKey) throws -> [UInt8]? {
        if case .bytes(let bytes) = key.value, bytes.count < PageKey.placeLength { return bytes }
        let path = try db.firstRow(of: SQLText("SELECT path FROM import_file WHERE id = ?", .id(key.id))) { $0.blob(0) }
        // Earlier versions had cursors without a path.
        guard case .bytes(let bytes) = key.value else { return path }
        return path.flatMap { $0.starts(with: bytes) ? $0 : nil } ?? bytes
    }

    /// Conditions of which at most one holds for a row.
    private static func branches(_ query: ImportQuery) -> [SQLText] {
        var common: [SQLText] = []
        if let path = query.path { common.append(SQLText("(path = ? OR origin = ?)", .blob(path.bytes), .blob(path.bytes))) }
        if let prefix = query.pathPrefix, !prefix.bytes.isEmpty {
            common.append(SQLText("path >= ?", .blob(prefix.bytes)))
            if let end = end(ofPrefix: prefix.bytes) { common.append(SQLText("path < ?", .blob(end))) }
        }
        let states = Set(query.states).map(\.rawValue).sorted()
        let reasons = Set(query.reasons).sorted()
        if query.path != nil || states.count == ImportState.allCases.count && reasons.isEmpty {
            if !states.isEmpty { common.append(list("state", states)) }
            if !reasons.isEmpty { common.append(list("reason", reasons)) }
            return [conjunction(common)]
        }
        guard reasons.isEmpty else {
            if !states.isEmpty { common.append(list("+state", states)) }
            return reasons.map { conjunction([SQLText("reason = ?", .text($0))] + common) }
        }
        return states.isEmpty ? [conjunction(common)] : states.map { conjunction([SQLText("state = ?", .text($0))] + common) }
    }

    private static func conjunction(_ conditions: [SQLText]) -> SQLText {
        conditions.isEmpty ? SQLText("TRUE") : conditions.joined(separator: " AND ")
    }

    private static func list(_ column: String, _ values: [String]) -> SQLText {
        SQLText(
            "\(column) IN (\(Array(repeating: "?", count: values.count).joined(separator: ", ")))", values.map { SQLValue.text($0) }
        )
    }

    /// The least bytes greater than everything that begins with the prefix; nil where there are none.
    private static func end(ofPrefix prefix: [UInt8]) -> [UInt8]? {
        var end = prefix
        while let last = end.popLast() {
            if last < 0xff { return end + [last + 1] }
        }
        return nil
    }
}
