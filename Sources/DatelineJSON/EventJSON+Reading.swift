public import DatelineModels

extension EventInput {
    static let writable = ["name", "description", "startDate", "endDate", "status", "location", "participants", "superEvent", "tags"]
    static let computed = ["id", "version", "articleCount", "sourceCount", "createdAt", "updatedAt"]

    /// Reads the JSON form of section 4 of the contract; values are checked by ``validated(into:)``.
    public init(json: JSONValue, mode: ReadMode<Event> = .create, faults: inout Faults) {
        self.init()
        guard var reader = ObjectReader(json, faults: &faults) else { return }
        name = reader.string("name")
        description = reader.string("description")
        startDate = reader.string("startDate")
        endDate = reader.string("endDate")
        status = reader.string("status")
        if let value = reader.value("location") { location = reader.location(from: value, takesEchoes: mode.takesEchoes) }
        for (index, value) in reader.array("participants", limit: EventDraft.maximumParticipants).enumerated() {
            // A faulty one keeps its place, so that the pointers of those after it stay right.
            let participant =
                reader.participant(value, at: "/participants/\(index)", takesEchoes: mode.takesEchoes)
                ?? (entity: .named(name: "-", type: nil), role: nil)
            participants.append(participant)
        }
        if let value = reader.value("superEvent") {
            superEvent = reader.event(value, at: "/superEvent", takesEchoes: mode.takesEchoes)
        }
        tags = reader.strings("tags", limit: EntityDraft.maximumTags)
        reader.refuseComputed(Self.computed, moving: ["articleCount", "sourceCount"], mode: mode) { $0.computedFields }
        reader.finish(known: Self.writable + Self.computed)
        faults = reader.faults
    }

    /// A draft from the whole of what was sent.
    ///
    /// - Throws: every fault at once.
    public static func draft(from json: JSONValue, mode: ReadMode<Event> = .create) throws(ValidationError) -> EventDraft {
        try json.requireObject()
        var faults = Faults()
        let draft = EventInput(json: json, mode: mode, faults: &faults).validated(into: &faults)
        try faults.throwIfAny()
        guard let draft else { throw ValidationError(faults: faults.list, count: faults.count) }
        return draft
    }

    /// A stored event with a merge patch applied.
    ///
    /// - Throws: every fault at once.
    public static func draft(patching current: Event, with patch: JSONValue) throws(ValidationError) -> EventDraft {
        var reader = PatchReader()
        var base = current.draft.json
        if let patch = reader.object(patch, computed: computed, known: writable + computed), patch["location"] != nil {
            // A place is given whole: merging a text into a link would name both.
            base.remove("location")
        }
        try reader.faults.throwIfAny()
        return try draft(from: MergePatch.apply(patch, to: .object(base)), mode: .merge)
    }
}

extension ObjectReader {
    fileprivate mutating func location(from value: JSONValue, takesEchoes: Bool) -> EventInput.LocationInput? {
        let pointer = "/location"
        guard case .object(let object) = value, object["id"] == nil, object["name"] == nil else {
            return entity(value, at: pointer, takesEchoes: takesEchoes).map { .entity($0.eventForm, pointer: pointer) }
        }
        var reader = ObjectReader(object, at: pointer, faults: faults)
        defer { faults = reader.faults }
        reader.finish(known: ["entity", "text", "name", "type"])
        let text = reader.string("text")
        guard let value = reader.value("entity") else {
            if reader.value("text") == nil {
                reader.faults.add(pointer: pointer, .required, "An entity or a text is needed.")
            }
            return text.map { .text($0) }
        }
        if text != nil { reader.faults.add(pointer: pointer, .inconsistent, "Either an entity or a text is needed, not both.") }
        return reader.entity(value, at: reader.location("entity"), takesEchoes: takesEchoes).map {
            .entity($0.eventForm, pointer: "/location/entity")
        }
    }

    fileprivate mutating func participant(
        _ value: JSONValue, at pointer: String, takesEchoes: Bool
    ) -> (entity: EventInput.EntityInput, role: String?)? {
        guard var reader = ObjectReader(value, at: pointer, faults: &faults) else { return nil }
        defer { faults = reader.faults }
        reader.finish(known: ["entity", "role"])
        let role = reader.string("role")
        guard let value = reader.value("entity") else {
            reader.faults.add(pointer: reader.location("entity"), .required, "The id of an entity, or name and type, is needed.")
            return nil
        }
        return reader.entity(value, at: reader.location("entity"), takesEchoes: takesEchoes).map { (entity: $0.eventForm, role: role) }
    }
}

extension ObjectReader.NamedEntity {
    fileprivate var eventForm: EventInput.EntityInput {
        switch self {
        case .id(let id): .id(id)
        case .named(let name, let type): .named(name: name, type: type)
        }
    }
}

extension EventDraft {
    /// The form in which a client would send it.
    public var json: JSONObject {
        var object = JSONObject()
        object.append("name", name)
        object.append("description", description)
        object.append("startDate", startDate?.description)
        object.append("endDate", endDate?.description)
        object.append("status", status.rawValue)
        if let location { object.append("location", location.json) }
        if !participants.isEmpty {
            object.append(
                "participants",
                .array(
                    participants.map { participant in
                        var member = JSONObject()
                        member.append("entity", participant.entity.json)
                        member.append("role", participant.role)
                        return .object(member)
                    }))
        }
        object.append("superEvent", superEvent?.description)
        object.append("tags", nonEmpty: tags.map(\.text))
        return object
    }
}

extension EventDraft.Location {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        switch self {
        case .entity(let target): object.append("entity", target.json)
        case .text(let text): object.append("text", text)
        }
        return .object(object)
    }
}

extension EntityTarget {
    /// As it stands in a field `entity`.
    fileprivate var json: JSONValue {
        switch self {
        case .id(let id): return .string(id.description)
        case .named(let name, let type):
            var object = JSONObject()
            object.append("name", name)
            object.append("type", type?.rawValue)
            return .object(object)
        }
    }
}

extension Event {
    fileprivate var computedFields: [String: JSONValue] {
        [
            "version": .integer(version), "articleCount": .integer(articleCount), "sourceCount": .integer(sourceCount),
            "createdAt": .string(createdAt.description), "updatedAt": .string(updatedAt.description),
        ]
    }
}
