import CSQLiteShim
import DatelineModels
import Foundation

/// What can be the value of a `?`. SQLite makes its own copy of it.
protocol SQLBindable {
    /// - Returns: a result code of SQLite's.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

/// SQLITE_TRANSIENT, a macro that Swift doesn't import.
private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

extension Int64: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self) }
}

extension Int: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, Int64(self)) }
}

extension Bool: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self ? 1 : 0) }
}

extension String: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // Without a pointer SQLite would bind NULL instead of an empty text.
                guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, transient) }
                return sqlite3_bind_text(statement, index, start, Int32(characters.count), transient)
            }
        }
    }
}

extension Data: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { withUnsafeBytes { bindBlob($0, statement, index) } }
}

extension ResourceID: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var bytes = (high.bigEndian, low.bigEndian)
        return withUnsafeBytes(of: &bytes) { bindBlob($0, statement, index) }
    }
}

extension SQLValue: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .integer(let integer): integer.bind(to: statement, at: index)
        case .text(let text): text.bind(to: statement, at: index)
        case .blob(let bytes): bytes.withUnsafeBytes { bindBlob($0, statement, index) }
        case .id(let id): id.bind(to: statement, at: index)
        }
    }
}

private func bindBlob(_ bytes: UnsafeRawBufferPointer, _ statement: OpaquePointer, _ index: Int32) -> Int32 {
    // Without a pointer SQLite would bind NULL instead of an empty blob.
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
    return sqlite3_bind_blob(statement, index, start, Int32(bytes.count), transient)
}
