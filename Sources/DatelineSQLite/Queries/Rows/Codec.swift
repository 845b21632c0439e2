import DatelineModels
import Foundation

/// How values of the domain stand in columns.
enum Codec {
    /// `date_key`, `date_latest`, `start_key`, `span_latest` and `last_key` where there is no date.
    static let undated = Int64.min

    static func blob(_ id: ResourceID) -> Data { Data(id.bytes) }

    /// nil unless there are 16 bytes.
    static func id(_ blob: Data) -> ResourceID? { ResourceID(bytes: blob) }

    /// nil where there is no precision, hence no date.
    static func date(precision: Int64?, earliest: Int64) -> PartialDate? {
        guard let precision, let precision = PartialDate.Precision(rawValue: Int(precision)) else { return nil }
        return PartialDate(containing: earliest, precision: precision)
    }

    static func precision(_ date: PartialDate?) -> Int64? { date.map { Int64($0.precision.rawValue) } }
    static func key(_ date: PartialDate?) -> Int64 { date?.earliest ?? undated }
    static func latest(_ date: PartialDate?) -> Int64 { date?.latest ?? undated }

    static func timestamp(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

    /// A JSON array of integers.
    static func keyList(_ keys: [Int64]) -> SQLValue {
        var text = "["
        text.reserveCapacity(keys.count * 8 + 2)
        for (index, key) in keys.enumerated() {
            if index > 0 { text += "," }
            text += String(key)
        }
        return .text(text + "]")
    }
}

extension ResultRow {
    /// A date of two columns: the precision (NULL: none), and the first second.
    func date(precision: Int32, earliest: Int32) -> PartialDate? {
        Codec.date(precision: optionalInteger(precision), earliest: integer(earliest))
    }

    func timestamp(_ column: Int32) -> Timestamp {
        Timestamp(milliseconds: integer(column))
    }

    /// A reference of three columns: id, type and name.
    func entityReference(from column: Int32) -> EntityReference {
        // The schema allows no other types.
        EntityReference(id: id(column), type: choice(column + 1, Words.entityTypes) ?? .other, name: text(column + 2))
    }

    /// A reference of four columns: id, name, precision and first second of the start.
    func eventReference(from column: Int32) -> EventReference {
        EventReference(id: id(column), name: text(column + 1), startDate: date(precision: column + 2, earliest: column + 3))
    }
}

/// The words of columns that are read for every mention of a page.
enum Words {
    static let entityTypes: [(word: StaticString, value: EntityType)] = [
        ("person", .person), ("organization", .organization), ("place", .place), ("other", .other),
    ]
    static let mentionStatuses: [(word: StaticString, value: MentionStatus)] = [("auto", .auto), ("manual", .manual)]
    static let mentionOrigins: [(word: StaticString, value: MentionOrigin)] = [
        ("name", .name), ("alias", .alias), ("weakAlias", .weakAlias), ("client", .client),
    ]
}
