import DatelineJSON
import DatelineModels
import DatelineSQLite

/// The lines of an export: what a client would send for a resource, with `kind`, `id` and what else a restore needs.
enum PortableJSON {
    /// One line, with its line feed.
    static func line(_ resource: PortableResource) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.value(.object(object(resource)))
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private static func object(_ resource: PortableResource) -> JSONObject {
        switch resource {
        case .tag(let id, let draft, let createdAt): return object(resource.kind, id, createdAt, draft.json)
        case .source(let id, let name, let timeZone, let dateOrder):
            var fields = [member("name", name)]
            if let timeZone { fields.append(member("timeZone", timeZone)) }
            if let dateOrder { fields.append(member("dateOrder", dateOrder.rawValue)) }
            return object(resource.kind, id, nil, JSONObject(members: fields))
        case .entity(let id, let draft, let createdAt): return object(resource.kind, id, createdAt, draft.json)
        case .event(let id, let draft, let createdAt): return object(resource.kind, id, createdAt, draft.json)
        case .article(let id, let draft, let unlinked, let createdAt):
            var object = object(resource.kind, id, createdAt, draft.json)
            if !unlinked.isEmpty {
                object.members.append(.init(name: "unlinked", value: .array(unlinked.map { .string($0.description) })))
            }
            return object
        }
    }

    private static func object(_ kind: PortableResource.Kind, _ id: ResourceID, _ createdAt: Timestamp?, _ fields: JSONObject) -> JSONObject
    {
        var members = [member("kind", kind.rawValue), member("id", id.description)]
        if let createdAt { members.append(member("createdAt", createdAt.description)) }
        return JSONObject(members: members + fields.members)
    }

    private static func member(_ name: String, _ text: String) -> JSONObject.Member {
        JSONObject.Member(name: name, value: .string(text))
    }
}
