import DatelineModels
import Foundation
import GRDB

extension ResourceID {
    /// The 16 bytes that the store keeps.
    var blob: Data { Data(bytes) }

    /// nil unless there are 16 bytes.
    init?(blob: Data) {
        self.init(bytes: blob)
    }
}

extension Database {
    /// Runs a statement that is prepared once for each connection. Bound and stepped straight through SQLite: a transaction has
    /// thousands of statements of a few microseconds, and what GRDB does for each takes as long.
    func run(_ sql: String, _ values: [(any SQLBindable)?] = []) throws {
        try step(sql, values) { _ in true }
    }

    func integer(_ sql: String, _ values: [(any SQLBindable)?] = []) throws -> Int64? {
        var result: Int64?
        try step(sql, values) { row in
            result = row.optionalInteger(0)
            return false
        }
        return result
    }

    func integers(_ sql: String, _ values: [(any SQLBindable)?] = []) throws -> [Int64] {
        var result: [Int64] = []
        try step(sql, values) { row in
            result.append(row.integer(0))
            return true
        }
        return result
    }

    func text(_ sql: String, _ values: [(any SQLBindable)?] = []) throws -> String? {
        var result: String?
        try step(sql, values) { row in
            result = row.optionalText(0)
            return false
        }
        return result
    }

    func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }
}
