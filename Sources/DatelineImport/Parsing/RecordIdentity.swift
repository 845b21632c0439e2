import DatelineJSON
import DatelineModels

/// What a record says which article it is: unlike a request that creates one, it may bring an id.
struct RecordIdentity: Hashable, Sendable {
    /// A UUID that can be an article's id.
    var id: ResourceID?
    /// Any other identifier.
    var key: String?

    var isEmpty: Bool { id == nil && key == nil }

    static let longestKey = 2048

    /// The object without its `id`, where that is an identifier: text, or an integer.
    static func taken(from object: JSONObject, faults: inout Faults) -> (JSONObject, RecordIdentity) {
        let text: String
        switch object["id"] {
        case .string(let string)?: text = string
        case .number(let number)? where number.integer != nil: text = number.text
        default: return (object, RecordIdentity())
        }
        var rest = object
        rest.members.removeAll { $0.name.utf8.elementsEqual("id".utf8) }
        if let id = ResourceID(text), id.isAssignable { return (rest, RecordIdentity(id: id)) }
        guard let key = Self.key(text) else {
            faults.add(pointer: "/id", .format, "An identifier has 1 to \(longestKey) bytes and no control characters.")
            return (rest, RecordIdentity())
        }
        return (rest, RecordIdentity(key: key))
    }

    /// nil where the text can't be a key.
    static func key(_ text: String) -> String? {
        var faults = Faults()
        guard text.utf8.count <= longestKey else { return nil }
        return TextRules(length: 1...longestKey).check(text, at: .pointer("/id"), into: &faults)
    }
}
