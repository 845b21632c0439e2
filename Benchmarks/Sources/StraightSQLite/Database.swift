import CSQLite

/// A connection, and statements that are prepared once.
final class Database {
    let handle: OpaquePointer

    init(path: String) throws {
        var handle: OpaquePointer?
        guard sqlite3_open(path, &handle) == SQLITE_OK, let handle else { throw Failure(text: "can't open \(path)") }
        self.handle = handle
    }

    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw Failure(text: String(cString: sqlite3_errmsg(handle))) }
    }

    func prepare(_ sql: String) throws -> Statement {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK, let statement else {
            throw Failure(text: String(cString: sqlite3_errmsg(handle)))
        }
        return Statement(database: self, handle: statement)
    }
}

enum Value {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    case null
}

final class Statement {
    private let database: Database
    private let handle: OpaquePointer

    init(database: Database, handle: OpaquePointer) {
        self.database = database
        self.handle = handle
    }

    func run(_ values: Value...) throws {
        try bind(values)
        guard sqlite3_step(handle) == SQLITE_DONE else { throw Failure(text: String(cString: sqlite3_errmsg(database.handle))) }
        sqlite3_reset(handle)
    }

    /// The first column of the first row.
    func integer(_ values: Value...) throws -> Int64? {
        try bind(values)
        defer { sqlite3_reset(handle) }
        return sqlite3_step(handle) == SQLITE_ROW ? sqlite3_column_int64(handle, 0) : nil
    }

    private func bind(_ values: [Value]) throws {
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, value) in values.enumerated() {
            let position = Int32(index + 1)
            switch value {
            case .integer(let number): sqlite3_bind_int64(handle, position, number)
            case .text(let text): sqlite3_bind_text(handle, position, text, Int32(text.utf8.count), transient)
            case .blob(let bytes): sqlite3_bind_blob(handle, position, bytes, Int32(bytes.count), transient)
            case .null: sqlite3_bind_null(handle, position)
            }
        }
    }
}
