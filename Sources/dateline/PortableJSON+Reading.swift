import DatelineJSON
import DatelineModels
import DatelineSQLite

extension PortableJSON {
    /// Reads one line of an export.
    ///
    /// - Throws: every fault at once.
    static func resource(_ value: JSONValue) throws(ValidationError) -> PortableResource {
        var faults = Faults()
        guard var reader = ObjectReader(value, faults: &faults) else { throw ValidationError(faults: faults.list, count: faults.count) }
        let kind = reader.string("kind").flatMap(PortableResource.Kind.init(rawValue:))
        if kind == nil {
            reader.faults.add(
                pointer: "/kind", .unknownValue,
                "One of \(PortableResource.Kind.allCases.map(\.rawValue).joined(separator: ", ")) is needed.")
        }
        let id = reader.string("id").flatMap { ResourceID($0) }
        if id == nil { reader.faults.add(pointer: "/id", .format, "The id of the resource is needed.") }
        let createdAt = reader.timestamp("createdAt")
        let unlinked = kind == .article ? reader.ids("unlinked") : []
        try reader.faults.throwIfAny()
        guard let kind, let id else { throw ValidationError(faults: reader.faults.list, count: reader.faults.count) }
        let own = ["kind", "createdAt"] + (kind == .article ? ["unlinked"] : [])
        let fields = JSONObject(
            members: reader.object.members.filter { member in !own.contains { $0.utf8.elementsEqual(member.name.utf8) } })
        return try resource(kind, id, .object(fields), unlinked: unlinked, createdAt)
    }

    private static func resource(
        _ kind: PortableResource.Kind, _ id: ResourceID, _ fields: JSONValue, unlinked: [ResourceID], _ createdAt: Timestamp?
    ) throws(ValidationError) -> PortableResource {
        switch kind {
        case .tag: .tag(id, try TagInput.draft(from: fields, mode: .replace(id: id, current: nil)), createdAt: createdAt)
        case .source: try source(id, fields)
        case .entity: .entity(id, try EntityInput.draft(from: fields, mode: .replace(id: id, current: nil)), createdAt: createdAt)
        case .event: .event(id, try EventInput.draft(from: fields, mode: .replace(id: id, current: nil)), createdAt: createdAt)
        case .article:
            .article(
                id, try ArticleInput.draft(from: fields, mode: .replace(id: id, current: nil)), unlinked: unlinked, createdAt: createdAt)
        }
    }

    private static func source(_ id: ResourceID, _ value: JSONValue) throws(ValidationError) -> PortableResource {
        var faults = Faults()
        guard var reader = ObjectReader(value, faults: &faults) else { throw ValidationError(faults: faults.list, count: faults.count) }
        let name = reader.string("name").flatMap { ArticleDraft.sourceRules.check($0, at: .pointer("/name"), into: &reader.faults) } ?? ""
        if name.isEmpty { reader.faults.add(pointer: "/name", .required, "The name of the source is needed.") }
        reader.finish(known: ["id", "name", "timeZone", "dateOrder"])
        try reader.faults.throwIfAny()
        let habits = JSONObject(members: reader.object.members.filter { $0.name == "timeZone" || $0.name == "dateOrder" })
        let fresh = Source(
            id: id, version: 1, name: name, articleCount: 0, timeZone: nil, dateOrder: nil, updatedAt: Timestamp(milliseconds: 0))
        let read = try fresh.dateHabits(patchedWith: .object(habits))
        return .source(id, name: fresh.name, timeZone: read.timeZone, dateOrder: read.dateOrder)
    }
}

extension ObjectReader {
    /// As ``Timestamp`` writes it: 24 characters, milliseconds, UTC.
    fileprivate mutating func timestamp(_ name: String) -> Timestamp? {
        guard let text = string(name) else { return nil }
        let bytes = Array(text.utf8)
        let fraction = bytes.count == 24 ? bytes[20..<23] : []
        if bytes.count == 24, bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z"),
            fraction.allSatisfy({ (48...57).contains($0) }),
            let date = try? PartialDate(parsing: String(decoding: bytes[..<19], as: UTF8.self) + "Z"), date.precision == .second
        {
            return Timestamp(milliseconds: date.earliest * 1000 + fraction.reduce(0) { $0 * 10 + Int64($1 - 48) })
        }
        faults.add(pointer: "/\(name)", .format, "An instant such as 2026-03-28T16:30:00.000Z is needed.")
        return nil
    }

    fileprivate mutating func ids(_ name: String) -> [ResourceID] {
        var ids: [ResourceID] = []
        for (index, text) in strings(name, limit: 100_000).enumerated() {
            if let id = ResourceID(text) {
                ids.append(id)
            } else {
                faults.add(pointer: "/\(name)/\(index)", .notFound, "There is no entity with this id.")
            }
        }
        return ids
    }
}
