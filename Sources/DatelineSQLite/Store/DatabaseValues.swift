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

/// The date columns of a row: what stands for "no date", and the way between columns and ``PartialDate``.
enum DateColumns {
    /// `date_key`, `date_latest`, `start_key`, … of what has no date: so such rows come last when the newest come first.
    static let undated = Int64.min

    static func key(_ date: PartialDate?) -> Int64 { date?.earliest ?? undated }
    static func latest(_ date: PartialDate?) -> Int64 { date?.latest ?? undated }
}

extension Database {
    /// Runs a statement that is prepared once for each connection.
    func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func integer(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Int64? {
        try Int64.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func integers(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Int64] {
        try Int64.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func text(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> String? {
        try String.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }
}
