import DatelineModels
import Foundation
import GRDB

extension ImportFiles {
    /// Rows in order of path and id, one page.
    func page(_ query: ImportQuery) throws -> Page<ImportRecord> {
        var conditions: [String] = []
        var arguments = StatementArguments()
        func require(_ condition: String, _ values: StatementArguments) {
            conditions.append(condition)
            arguments += values
        }
        if !query.states.isEmpty {
            require("state IN (\(Self.marks(query.states.count)))", StatementArguments(query.states.map(\.rawValue)))
        }
        if !query.reasons.isEmpty { require("reason IN (\(Self.marks(query.reasons.count)))", StatementArguments(query.reasons)) }
        if let path = query.path { require("path = ?", [Data(path.bytes)]) }
        if let prefix = query.pathPrefix, !prefix.bytes.isEmpty {
            require("path >= ?", [Data(prefix.bytes)])
            if let end = Self.end(ofPrefix: prefix.bytes) { require("path < ?", [Data(end)]) }
        }
        let total =
            try query.page.counts
            ? db.integer("SELECT count(*) FROM import_file \(Self.clause(conditions))", arguments).map { Int($0) } : nil
        if let after = query.page.after {
            // The row of a cursor is never deleted but by a rename over it; then its place is gone.
            guard let path = try db.row("SELECT path FROM import_file WHERE id = ?", [after.id.blob]).map({ $0[0] as Data }) else {
                return Page(items: [], next: nil, total: total)
            }
            require("(path, id) > (?, ?)", [path, after.id.blob])
        }
        arguments += [query.page.limit + 1]
        var records = try records("\(Self.clause(conditions)) ORDER BY path, id LIMIT ?", arguments)
        guard records.count > query.page.limit else { return Page(items: records, next: nil, total: total) }
        records.removeLast()
        return Page(items: records, next: records.last.map { PageKey(value: .none, id: $0.id) }, total: total)
    }

    private static func clause(_ conditions: [String]) -> String {
        conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    }

    private static func marks(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
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
