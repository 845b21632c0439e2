public import DatelineModels

/// Takes the fields of one JSON object and gathers what is wrong with them, each fault at its JSON pointer.
///
/// `null` counts as absent. Unknown fields are told by ``finish(known:)``, which a caller runs once after its reads.
public struct ObjectReader: Sendable {
    public let object: JSONObject
    /// Of the object itself; "" is the whole body.
    public let pointer: String
    public var faults: Faults

    public init(_ object: JSONObject, at pointer: String = "", faults: Faults = Faults()) {
        self.object = object
        self.pointer = pointer
        self.faults = faults
    }

    /// nil, with a fault, where the value is no object.
    public init?(_ value: JSONValue, at pointer: String = "", faults: inout Faults) {
        guard case .object(let object) = value else {
            faults.add(pointer: pointer, .type, "An object is needed; this is \(value.typeName).")
            return nil
        }
        self.init(object, at: pointer, faults: faults)
    }

    /// The value as sent; nil where the field is absent or null.
    public func value(_ name: String) -> JSONValue? {
        guard let value = object[name], value != .null else { return nil }
        return value
    }

    public mutating func string(_ name: String) -> String? {
        switch value(name) {
        case nil: return nil
        case .string(let text)?: return text
        case let other?:
            addType(name, needed: "A string", got: other)
            return nil
        }
    }

    public mutating func bool(_ name: String) -> Bool? {
        switch value(name) {
        case nil: return nil
        case .bool(let flag)?: return flag
        case let other?:
            addType(name, needed: "true or false", got: other)
            return nil
        }
    }

    /// An absent list is empty. Of a list longer than `limit` nothing is read.
    public mutating func array(_ name: String, limit: Int) -> [JSONValue] {
        switch value(name) {
        case nil: return []
        case .array(let values)?:
            guard values.count <= limit else {
                faults.add(pointer: location(name), .tooMany, "At most \(limit) are allowed; these are \(values.count).")
                return []
            }
            return values
        case let other?:
            addType(name, needed: "An array", got: other)
            return []
        }
    }

    public mutating func strings(_ name: String, limit: Int) -> [String] {
        let values = array(name, limit: limit)
        var result: [String] = []
        result.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            if case .string(let text) = value {
                result.append(text)
            } else {
                faults.add(pointer: "\(location(name))/\(index)", .type, "A string is needed; this is \(value.typeName).")
            }
        }
        return result
    }

    /// An object whose values are strings. Members that are null are left out.
    public mutating func stringMap(_ name: String, limit: Int) -> [String: String] {
        guard let value = value(name) else { return [:] }
        guard case .object(let object) = value else {
            addType(name, needed: "An object", got: value)
            return [:]
        }
        guard object.members.count <= limit else {
            faults.add(pointer: location(name), .tooMany, "At most \(limit) are allowed; these are \(object.members.count).")
            return [:]
        }
        var result: [String: String] = [:]
        for member in object.members where member.value != .null {
            if case .string(let text) = member.value {
                result[member.name] = text
            } else {
                let token = JSONPointer.escape(String(member.name.unicodeScalars.prefix(50)))
                faults.add(pointer: "\(location(name))/\(token)", .type, "A string is needed; this is \(member.value.typeName).")
            }
        }
        return result
    }

    /// The JSON pointer of a field.
    public func location(_ name: String) -> String { "\(pointer)/\(name)" }

    /// Adds a fault for each member that isn't known, naming the nearest that is.
    public mutating func finish(known: [String]) {
        for member in object.members where !known.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
            addUnknown(member.name, known: known)
        }
    }

    private mutating func addUnknown(_ name: String, known: [String]) {
        // Beyond those that are kept a fault is only counted; its words would be wasted.
        guard faults.list.count < Faults.kept else {
            faults.add(pointer: pointer, .unknownField, "")
            return
        }
        let shown = String(name.unicodeScalars.prefix(50))
        let hint = NearestName.of(name, among: known).map { " Did you mean \($0)?" } ?? ""
        faults.add(pointer: "\(pointer)/\(JSONPointer.escape(shown))", .unknownField, "There is no such field.\(hint)")
    }

    private mutating func addType(_ name: String, needed: String, got: JSONValue) {
        faults.add(pointer: location(name), .type, "\(needed) is needed; this is \(got.typeName).")
    }
}

/// Finds which of the known names a misspelt one is likely to mean.
public enum NearestName {
    /// The known name with the least edit distance; nil where none comes within half the length of what was written.
    public static func of(_ name: String, among known: [String]) -> String? {
        let bytes = Array(name.utf8.prefix(41))
        guard bytes.count <= 40 else { return nil }
        let limit = max(2, bytes.count / 2)
        return
            known
            .map { ($0, distance(bytes.map(lowered), $0.utf8.map(lowered))) }
            .filter { $0.1 <= limit }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other (optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let cost = left[row] == right[column] ? 0 : 1
                var best = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current.append(best)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
    }
}
