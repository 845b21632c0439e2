public import DatelineModels

extension TagInput {
    static let writable = ["name", "description", "color"]
    static let computed = ["id", "version", "articleCount", "entityCount", "eventCount", "createdAt", "updatedAt"]

    /// Reads the JSON form of section 5 of the contract; values are checked by ``validated(into:)``.
    public init(json: JSONValue, mode: ReadMode<Tag> = .create, faults: inout Faults) {
        self.init()
        guard var reader = ObjectReader(json, faults: &faults) else { return }
        name = reader.string("name")
        description = reader.string("description")
        color = reader.string("color")
        reader.refuseComputed(Self.computed, mode: mode) { _ in [:] }
        reader.finish(known: Self.writable + Self.computed)
        faults = reader.faults
    }

    /// A draft from the whole of what was sent.
    ///
    /// - Throws: every fault at once.
    public static func draft(from json: JSONValue, mode: ReadMode<Tag> = .create) throws(ValidationError) -> TagDraft {
        try json.requireObject()
        var faults = Faults()
        let draft = TagInput(json: json, mode: mode, faults: &faults).validated(into: &faults)
        try faults.throwIfAny()
        guard let draft else { throw ValidationError(faults: faults.list, count: faults.count) }
        return draft
    }

    /// A stored tag with a merge patch applied.
    ///
    /// - Throws: every fault at once.
    public static func draft(patching current: Tag, with patch: JSONValue) throws(ValidationError) -> TagDraft {
        var reader = PatchReader()
        _ = reader.object(patch, computed: computed, known: writable + computed)
        try reader.faults.throwIfAny()
        return try draft(from: MergePatch.apply(patch, to: .object(current.draft.json)), mode: .merge)
    }
}

extension TagDraft {
    /// The form in which a client would send it.
    public var json: JSONObject {
        var object = JSONObject()
        object.append("name", name.text)
        object.append("description", description)
        object.append("color", color)
        return object
    }
}

extension TagName {
    /// The whole list of tags of one resource: an array of names.
    ///
    /// - Throws: every fault at once.
    public static func list(from json: JSONValue, limit: Int = ArticleDraft.maximumTags) throws(ValidationError) -> [TagName] {
        var faults = Faults()
        var result: [TagName] = []
        if case .array(let values) = json {
            if values.count > limit {
                faults.add(pointer: "", .tooMany, "At most \(limit) tags are allowed; these are \(values.count).")
            } else {
                result = names(values, at: "", into: &faults)
            }
        } else {
            faults.add(pointer: "", .type, "An array of tags is needed; this is \(json.typeName).")
        }
        try faults.throwIfAny()
        return result
    }

    /// Distinct names, in the order given.
    static func names(_ values: [JSONValue], at pointer: String, into faults: inout Faults) -> [TagName] {
        var seen: Set<TagName> = []
        var result: [TagName] = []
        for (index, value) in values.enumerated() {
            let location = "\(pointer)/\(index)"
            guard case .string(let text) = value else {
                faults.add(pointer: location, .type, "A string is needed; this is \(value.typeName).")
                continue
            }
            if let name = TagName(text, at: .pointer(location), into: &faults), seen.insert(name).inserted { result.append(name) }
        }
        return result
    }
}
