public import DatelineModels

extension ArticleInput {
    /// What a client can set, in the order of the contract.
    static let writable = [
        "headline", "body", "abstract", "byline", "source", "url", "language", "datePublished", "dateModified", "dateStatus", "tags",
        "mentions", "events", "autolink",
    ]
    static let computed = ["id", "version", "wordCount", "contentHash", "importId", "sourceMissingSince", "createdAt", "updatedAt"]

    /// Reads the JSON form of section 2 of the contract. What is wrong with types and names is added to `faults`; the values are
    /// checked by ``validated(zone:into:)``.
    public init(json: JSONValue, mode: ReadMode<Article> = .create, faults: inout Faults) {
        self.init()
        guard var reader = ObjectReader(json, faults: &faults) else { return }
        headline = reader.string("headline")
        body = reader.string("body")
        abstract = reader.string("abstract")
        byline = reader.string("byline")
        source = reader.string("source")
        url = reader.string("url")
        language = reader.string("language")
        datePublished = reader.string("datePublished")
        dateModified = reader.string("dateModified")
        dateStatus = reader.string("dateStatus")
        tags = reader.strings("tags", limit: ArticleDraft.maximumTags)
        for (index, value) in reader.array("mentions", limit: ArticleDraft.maximumMentions).enumerated() {
            if let mention = reader.mention(value, at: "/mentions/\(index)", takesEchoes: mode.takesEchoes) {
                mentions.append((index: index, value: mention))
            }
        }
        for (index, value) in reader.array("events", limit: ArticleDraft.maximumEvents).enumerated() {
            if let id = reader.event(value, at: "/events/\(index)", takesEchoes: mode.takesEchoes) {
                events.append((index: index, id: id))
            }
        }
        autolink = reader.bool("autolink") ?? mode.current?.autolink ?? true
        reader.refuseComputed(Self.computed, mode: mode) { $0.computedFields }
        reader.finish(known: Self.writable + Self.computed)
        faults = reader.faults
    }

    /// Whether a date was sent that only the zone of its source can make an instant of.
    public var needsZone: Bool {
        [datePublished, dateModified].compactMap(\.self).contains { text in
            do throws(PartialDate.ParseError) {
                _ = try PartialDate(parsing: text)
                return false
            } catch {
                return error == .zoneMissing
            }
        }
    }

    /// A draft from the whole of what was sent.
    ///
    /// - Parameter zone: of the source, for times that state none.
    /// - Throws: every fault at once.
    public static func draft(
        from json: JSONValue, mode: ReadMode<Article> = .create, zone: (any LocalTimeResolving)? = nil
    ) throws(ValidationError) -> ArticleDraft {
        try json.requireObject()
        var faults = Faults()
        let input = ArticleInput(json: json, mode: mode, faults: &faults)
        let draft = input.validated(zone: zone, into: &faults)
        try faults.throwIfAny()
        guard let draft else { throw ValidationError(faults: faults.list, count: faults.count) }
        return draft
    }

    /// A stored article with a merge patch applied.
    ///
    /// - Parameter zone: of the source, for times that state none.
    /// - Throws: every fault at once.
    public static func draft(
        patching current: Article, with patch: JSONValue, zone: (any LocalTimeResolving)? = nil
    ) throws(ValidationError) -> ArticleDraft {
        var reader = PatchReader()
        var base = current.draft.json
        if let patch = reader.object(patch, computed: computed, known: writable + computed), patch["datePublished"] != nil {
            // What was said of the old date isn't said of a new one.
            base.remove("dateStatus")
        }
        try reader.faults.throwIfAny()
        return try draft(from: MergePatch.apply(patch, to: .object(base)), mode: .merge, zone: zone)
    }
}

extension ObjectReader {
    /// nil, without a fault, for a link that the program made and that is only echoed.
    fileprivate mutating func mention(_ value: JSONValue, at pointer: String, takesEchoes: Bool) -> ArticleInput.MentionInput? {
        guard var reader = ObjectReader(value, at: pointer, faults: &faults) else { return nil }
        defer { faults = reader.faults }
        let echoed = ["count", "surfaces", "status", "linkedBy"]
        reader.finish(known: ["entity", "name", "type"] + echoed)
        if takesEchoes {
            if reader.object["status"] == .string(MentionStatus.auto.rawValue) { return nil }
        } else {
            for name in echoed where reader.object[name] != nil {
                reader.faults.add(pointer: reader.location(name), .readOnly, "This field is computed and can't be set.")
            }
        }
        guard let entity = reader.value("entity") else {
            if reader.value("name") == nil, reader.value("type") == nil {
                reader.faults.add(pointer: reader.location("entity"), .required, "The id of an entity, or name and type, is needed.")
                return nil
            }
            return .named(name: reader.string("name"), type: reader.string("type"))
        }
        if reader.value("name") != nil || reader.value("type") != nil {
            reader.faults.add(pointer: pointer, .inconsistent, "Either the id of an entity or name and type is needed, not both.")
        }
        switch reader.entity(entity, at: reader.location("entity"), takesEchoes: takesEchoes) {
        case .id(let id)?: return .id(id)
        case .named(let name, let type)?: return .named(name: name, type: type)
        case nil: return nil
        }
    }
}

extension ArticleDraft {
    /// The form in which a client would send it.
    public var json: JSONObject {
        var object = JSONObject()
        object.append("headline", headline)
        object.append("body", body)
        object.append("abstract", abstract)
        object.append("byline", byline)
        object.append("source", source)
        object.append("url", url?.text)
        object.append("language", language?.text)
        object.append("datePublished", datePublished?.description)
        object.append("dateModified", dateModified?.description)
        object.append("dateStatus", dateStatus.rawValue)
        object.append("tags", nonEmpty: tags.map(\.text))
        if !mentions.isEmpty { object.append("mentions", .array(mentions.map { .object($0.target.mentionJSON) })) }
        object.append("events", nonEmpty: events.map(\.id.description))
        if !autolink { object.append("autolink", .bool(false)) }
        return object
    }
}

extension EntityTarget {
    fileprivate var mentionJSON: JSONObject {
        var object = JSONObject()
        switch self {
        case .id(let id): object.append("entity", id.description)
        case .named(let name, let type):
            object.append("name", name)
            object.append("type", type?.rawValue)
        }
        return object
    }
}

extension Article {
    fileprivate var computedFields: [String: JSONValue] {
        [
            "version": .integer(version), "wordCount": .integer(wordCount), "contentHash": .string("sha256:" + contentHash),
            "importId": .optional(importID?.description), "sourceMissingSince": .optional(sourceMissingSince?.description),
            "createdAt": .string(createdAt.description),
            "updatedAt": .string(updatedAt.description),
        ]
    }
}
