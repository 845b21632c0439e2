import DatelineModels

/// A value bound to a statement.
enum SQLValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    case id(ResourceID)
    case blob([UInt8])
}

/// SQL with the values of its `?`, in order of appearance. User text is only ever a value.
struct SQLText: Hashable, Sendable {
    private(set) var sql: String
    private(set) var values: [SQLValue]

    init(_ sql: String, _ values: [SQLValue] = []) {
        self.sql = sql
        self.values = values
    }

    init(_ sql: String, _ values: SQLValue...) {
        self.init(sql, values)
    }

    static func += (left: inout Self, right: Self) {
        left.sql += right.sql
        left.values += right.values
    }

    static func += (left: inout Self, right: String) {
        left.sql += right
    }

    static func + (left: Self, right: Self) -> Self {
        var result = left
        result += right
        return result
    }

    static func + (left: Self, right: String) -> Self {
        Self(left.sql + right, left.values)
    }
}

extension Array where Element == SQLText {
    func joined(separator: String) -> SQLText {
        var result = SQLText("", [])
        for (index, part) in enumerated() {
            if index > 0 { result += separator }
            result += part
        }
        return result
    }
}
