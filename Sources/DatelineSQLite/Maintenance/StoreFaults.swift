import Foundation
import GRDB

/// What SQLite itself finds wrong with a database.
enum StoreFaults {
    /// Faults that are told of each kind; the rest would say the same.
    static let limit = 10

    /// The first broken page, if any: all pages are gone through, but not whether indexes and tables agree. A full-text index that doesn't fit
    /// its texts, which later versions of SQLite tell of as well, is none: it can be made anew.
    static func ofPagesQuickly(_ db: Database) throws -> String? {
        let faults = try String.fetchCursor(db, sql: "PRAGMA quick_check(\(limit))")
        // Behind the first it may not get any further.
        while let fault = try faults.next() {
            if fault != "ok", !fault.contains("FTS5 table"), !isOfReading(fault) {
                return String(fault.split(separator: "\n").last ?? "a broken page")
            }
        }
        return nil
    }

    /// That a page couldn't be read says nothing of what is on it, unless what was read is itself told to be broken (`SQLITE_CORRUPT`).
    private static func isOfReading(_ fault: String) -> Bool {
        fault.contains("failed to get page") || fault.contains("unable to get the page") && !fault.hasSuffix("error code=11")
    }

    /// Broken pages, rows that miss from indexes, violated constraints; each with the table it is in, where that can be told.
    static func ofPages(_ db: Database) throws -> [String] {
        let faults: [String]
        do {
            faults = try check(db, "\(limit)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            // So broken that the check itself can't go on.
            faults = [error.message ?? "a broken page"]
        }
        guard !faults.isEmpty else { return [] }
        var named: [String] = []
        let tables =
            (try? String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")) ?? []
        for table in tables where named.count < limit {
            let quoted = "\"" + table.replacing("\"", with: "\"\"") + "\""
            do {
                named += try check(db, quoted).prefix(1).map { "\(table): \($0)" }
            } catch let error as DatabaseError {
                named.append("\(table): \(error.message ?? "can't be read")")
            }
        }
        return named.isEmpty ? faults : named
    }

    private static func check(_ db: Database, _ argument: String) throws -> [String] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check(\(argument))").filter { $0 != "ok" }
            .map { $0.split(separator: "\n").joined(separator: "; ") }
    }

    /// Rows that refer to others that aren't there.
    static func ofReferences(_ db: Database) throws -> [String] {
        var faults: [String] = []
        let rows = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
        while faults.count < limit, let row = try rows.next() {
            let table: String = row[0]
            let referred: String = row[2]
            faults.append("\(table) refers to a row of \(referred) that isn't there")
        }
        return faults
    }
}
