public import DatelineModels

extension EntityInput {
    static let writable = ["type", "name", "aliases", "weakAliases", "description", "identifiers", "tags"]
    static let computed = ["id", "version", "articleCount", "firstPublished", "lastPublished", "linking", "createdAt", "updatedAt"]

    /// Reads the JSON form of section 3 of the contract; values are checked by ``validated(into:)``.
    public init(json: JSONValue, mode: ReadMode<Entity> = .create, faults: inout Faults) {
        self.init()
        guard var reader = ObjectReader(json, faults: &faults) else { return }
        type = reader.string("type")
        name = reader.string("name")
        aliases = reader.strings("aliases", limit: EntityDraft.maximumAliases)
        weakAliases = reader.strings("weakAliases", limit: EntityDraft.maximumAliases)
        description = reader.string("description")
        identifiers = reader.stringMap("identifiers", limit: EntityDraft.maximumIdentifiers)
        tags = reader.strings("tags", limit: EntityDraft.maximumTags)
        reader.refuseComputed(Self.computed, moving: ["articleCount", "firstPublished", "lastPublished", "linking"], mode: mode) {
            $0.computedFields
        }
        reader.finish(known: Self.writable + Self.computed)
        faults = reader.faults
    }

    /// A draft from the whole of what was sent.
    ///
    /// - Throws: every fault at once.
    public static func draft(from json: JSONValue, mode: ReadMode<Entity> = .create) throws(ValidationError) -> EntityDraft {
        try json.requireObject()
        var faults = Faults()
        let draft = EntityInput(json: json, mode: mode, faults: &faults).validated(into: &faults)
        try faults.throwIfAny()
        guard let draft else { throw ValidationError(faults: faults.list, count: faults.count) }
        return draft
    }

    /// A stored entity with a merge patch applied.
    ///
    /// - Throws: every fault at once.
    public static func draft(patching current: Entity, with patch: JSONValue) throws(ValidationError) -> EntityDraft {
        var reader = PatchReader()
        _ = reader.object(patch, computed: computed, known: writable + computed)
        try reader.faults.throwIfAny()
        return try draft(from: MergePatch.apply(patch, to: .object(current.draft.json)), mode: .merge)
    }
}

extension EntityDraft {
    /// The form in which a client would send it.
    public var json: JSONObject {
        var object = JSONObject()
        object.append("type", type.rawValue)
        object.append("name", name)
        object.append("aliases", nonEmpty: aliases)
        object.append("weakAliases", nonEmpty: weakAliases)
        object.append("description", description)
        if !identifiers.isEmpty {
            let members = identifiers.sorted { $0.key < $1.key }.map { JSONObject.Member(name: $0.key, value: .string($0.value)) }
            object.append("identifiers", .object(JSONObject(members: members)))
        }
        object.append("tags", nonEmpty: tags.map(\.text))
        return object
    }
}

extension Entity {
    fileprivate var computedFields: [String: JSONValue] {
        [
            "version": .integer(version), "articleCount": .integer(articleCount),
            "firstPublished": .optional(firstPublished?.description), "lastPublished": .optional(lastPublished?.description),
            "linking": .string(linking), "createdAt": .string(createdAt.description), "updatedAt": .string(updatedAt.description),
        ]
    }

    /// Whether stored articles are still being searched for its names.
    var linking: String { linkingPending ? "pending" : "done" }
}
