import CSQLiteShim
import DatelineModels

/// The row a running statement stands at. Columns are read by number, from 0, straight from SQLite: the rows of a page are
/// too many for anything slower. Valid until the statement's next step.
struct ResultRow {
    let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(statement, column)
    }

    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    func flag(_ column: Int32) -> Bool {
        sqlite3_column_int64(statement, column) != 0
    }

    /// The text; empty where there is NULL.
    func text(_ column: Int32) -> String {
        String(decoding: bytes(column), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(statement, column) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self)
    }

    /// The bytes of a text, in place.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        // The text has to be asked for before its length (SQLite C API, sqlite3_column_bytes).
        let start = sqlite3_column_text(statement, column)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))
    }

    /// Which of a few words a text is, without making a `String` of it; nil: none of them.
    func choice<Value>(_ column: Int32, _ words: [(word: StaticString, value: Value)]) -> Value? {
        let bytes = bytes(column)
        for (word, value) in words where word.utf8CodeUnitCount == bytes.count {
            var index = 0
            while index < bytes.count, word.utf8Start[index] == bytes[index] { index += 1 }
            if index == bytes.count { return value }
        }
        return nil
    }

    /// An id; nil where there is NULL. The schema lets nothing but 16 bytes in.
    func optionalID(_ column: Int32) -> ResourceID? {
        guard let start = sqlite3_column_blob(statement, column), sqlite3_column_bytes(statement, column) == 16 else { return nil }
        return ResourceID(
            high: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    /// An id of a column that is never NULL.
    func id(_ column: Int32) -> ResourceID {
        optionalID(column) ?? ResourceID(high: 0, low: 0)
    }

    /// The bytes of a blob; empty where there is NULL.
    func blob(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func optionalBlob(_ column: Int32) -> [UInt8]? {
        isNull(column) ? nil : blob(column)
    }

    func optionalHexadecimal(_ column: Int32) -> String? {
        isNull(column) ? nil : hexadecimal(column)
    }

    /// A blob in lower-case hexadecimal.
    func hexadecimal(_ column: Int32) -> String {
        guard let start = sqlite3_column_blob(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        return String(unsafeUninitializedCapacity: count * 2) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[index * 2] = Self.digit(byte >> 4)
                buffer[index * 2 + 1] = Self.digit(byte & 0xf)
            }
            return count * 2
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
