/// A JSON text (RFC 8259) as a value: every object member and every number exactly as written.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The digits as written; never rounded.
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// What a person calls this kind of value.
    public var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// The text of a JSON number, at most 64 bytes.
public struct JSONNumber: Sendable, Hashable {
    public let text: String

    public init(text: String) {
        self.text = text
    }

    /// nil unless written as an integer (no fraction, no exponent) that fits.
    public var integer: Int64? { Int64(text) }
}

/// The members of a JSON object in the order written; names are distinct.
public struct JSONObject: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public var name: String
        public var value: JSONValue

        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    public var members: [Member]

    public init(members: [Member] = []) {
        self.members = members
    }

    /// The value of the member whose name has exactly these bytes.
    public subscript(name: String) -> JSONValue? {
        members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}
