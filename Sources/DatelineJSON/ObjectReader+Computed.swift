public import DatelineModels

/// What a JSON object is read for; decides what may be said of the fields that the service computes.
public enum ReadMode<Resource: Sendable>: Sendable {
    /// A new resource: computed fields are refused.
    case create
    /// What a merge patch made of the stored one: computed fields are refused.
    case merge
    /// A replacement under `id`; `current` is what is replaced. Computed fields may be echoed as they are stored, and links in the form they are read.
    case replace(id: ResourceID, current: Resource?)

    var takesEchoes: Bool {
        if case .replace = self { true } else { false }
    }

    /// What a replacement replaces.
    var current: Resource? {
        if case .replace(_, let current) = self { current } else { nil }
    }
}

extension ObjectReader {
    /// Adds a fault for each computed field that is present and may not be.
    ///
    /// - Parameters:
    ///   - moving: the fields among them that change by themselves (counts), so that an honest echo may be out of date.
    ///   - stored: the value that a computed field of a resource has.
    mutating func refuseComputed<Resource>(
        _ names: [String], moving: Set<String> = [], mode: ReadMode<Resource>, stored: (Resource) -> [String: JSONValue]
    ) {
        let present = names.filter { object[$0] != nil }
        guard !present.isEmpty else { return }
        var allowed: [String: JSONValue] = [:]
        if case .replace(let id, let current) = mode {
            allowed = current.map(stored) ?? [:]
            allowed["id"] = .string(id.description)
        }
        for name in present {
            guard let value = object[name] else { continue }
            if let echo = allowed[name] {
                if echo != value, !moving.contains(name) {
                    faults.add(pointer: location(name), .readOnly, "This field is computed; it may only be sent back as it is stored.")
                }
            } else {
                faults.add(pointer: location(name), .readOnly, "This field is computed and can't be set.")
            }
        }
    }

    /// Reads an entity as a client names it: an id, or `{"name", "type"}`.
    ///
    /// - Parameter takesEchoes: whether it may stand in the form in which entities are read, of which the id counts.
    mutating func entity(_ value: JSONValue, at pointer: String, takesEchoes: Bool) -> NamedEntity? {
        if case .string(let id) = value { return .id(id) }
        guard case .object(let object) = value else {
            faults.add(pointer: pointer, .type, "An id or an object with name and type is needed; this is \(value.typeName).")
            return nil
        }
        var reader = ObjectReader(object, at: pointer, faults: faults)
        let id = takesEchoes ? reader.string("id") : nil
        let name = reader.string("name")
        let type = reader.string("type")
        reader.finish(known: takesEchoes ? ["id", "type", "name"] : ["type", "name"])
        faults = reader.faults
        return id.map { .id($0) } ?? .named(name: name, type: type)
    }

    enum NamedEntity {
        case id(String)
        case named(name: String?, type: String?)
    }

    /// Reads a link to an event: its id.
    ///
    /// - Parameter takesEchoes: whether it may stand in the form in which such links are read, of which the id counts.
    mutating func event(_ value: JSONValue, at pointer: String, takesEchoes: Bool) -> String? {
        if case .string(let id) = value { return id }
        guard takesEchoes, case .object(let object) = value else {
            faults.add(pointer: pointer, .type, "An id is needed; this is \(value.typeName).")
            return nil
        }
        var reader = ObjectReader(object, at: pointer, faults: faults)
        let id = reader.string("id")
        if id == nil { reader.faults.add(pointer: "\(pointer)/id", .required, "This field is needed.") }
        reader.finish(known: ["id", "name", "startDate"])
        faults = reader.faults
        return id
    }
}

extension JSONValue {
    /// - Throws: one fault at the whole where this is no object; nothing more could be said of its fields.
    func requireObject() throws(ValidationError) {
        guard case .object = self else {
            throw ValidationError(faults: [Fault(pointer: "", .type, "An object is needed; this is \(typeName).")])
        }
    }

    static func integer(_ value: Int) -> JSONValue { .number(JSONNumber(text: String(value))) }
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension JSONObject {
    mutating func append(_ name: String, _ value: JSONValue) {
        members.append(Member(name: name, value: value))
    }

    /// Leaves the member out where there is nothing to say.
    mutating func append(_ name: String, _ text: String?) {
        if let text { append(name, .string(text)) }
    }

    mutating func append(_ name: String, nonEmpty texts: [String]) {
        if !texts.isEmpty { append(name, .strings(texts)) }
    }

    mutating func remove(_ name: String) {
        members.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
    }
}

/// What a merge patch (RFC 7396) says, checked before it is applied: `null` for a computed or unknown field would else go unnoticed.
struct PatchReader {
    var faults = Faults()

    /// - Returns: the object to merge in; nil, with a fault, where the patch is none.
    mutating func object(_ patch: JSONValue, computed: [String], known: [String]) -> JSONObject? {
        guard var reader = ObjectReader(patch, faults: &faults) else { return nil }
        for member in reader.object.members
        where member.value == .null && computed.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
            reader.faults.add(pointer: reader.location(member.name), .readOnly, "This field is computed and can't be set.")
        }
        var nulls = ObjectReader(JSONObject(members: reader.object.members.filter { $0.value == .null }), faults: reader.faults)
        nulls.finish(known: known)
        faults = nulls.faults
        return reader.object
    }
}
