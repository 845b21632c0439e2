public import DatelineModels

/// What was sent to tag many resources; filters are still text.
public struct TaggingInput: Sendable {
    public enum Scope: Sendable, Equatable {
        case ids([ResourceID])
        case filter(String)
    }

    public var add: [TagName] = []
    public var remove: [TagName] = []
    public var articles: Scope?
    public var entities: Scope?
    public var events: Scope?

    public static let maximumTags = 1000

    /// Reads `{"add", "remove", "articles": {"ids"} | {"filter"}, "entities", "events"}`.
    public init(json: JSONValue, faults: inout Faults) {
        guard var reader = ObjectReader(json, faults: &faults) else { return }
        let added = reader.array("add", limit: Self.maximumTags)
        add = TagName.names(added, at: "/add", into: &reader.faults)
        let removed = reader.array("remove", limit: Self.maximumTags)
        remove = TagName.names(removed, at: "/remove", into: &reader.faults)
        if !Set(add).isDisjoint(with: remove) {
            reader.faults.add(pointer: "/remove", .inconsistent, "A tag can't be added and removed at once.")
        }
        articles = Self.scope("articles", &reader)
        entities = Self.scope("entities", &reader)
        events = Self.scope("events", &reader)
        if reader.faults.isEmpty {
            if add.isEmpty, remove.isEmpty {
                reader.faults.add(pointer: "/add", .inconsistent, "At least one tag to add or remove is needed.")
            }
            if articles == nil, entities == nil, events == nil {
                reader.faults.add(pointer: "/articles", .inconsistent, "At least one of articles, entities and events is needed.")
            }
        }
        reader.finish(known: ["add", "remove", "articles", "entities", "events"])
        faults = reader.faults
    }

    private static func scope(_ name: String, _ outer: inout ObjectReader) -> Scope? {
        guard let value = outer.value(name) else { return nil }
        let pointer = outer.location(name)
        guard var reader = ObjectReader(value, at: pointer, faults: &outer.faults) else { return nil }
        defer { outer.faults = reader.faults }
        reader.finish(known: ["ids", "filter"])
        let filter = reader.string("filter")
        guard reader.value("ids") != nil else {
            if reader.value("filter") == nil { reader.faults.add(pointer: pointer, .required, "Either ids or filter is needed.") }
            return filter.map { .filter($0) }
        }
        if filter != nil { reader.faults.add(pointer: pointer, .inconsistent, "Either ids or filter is needed, not both.") }
        var ids: [ResourceID] = []
        for (index, text) in reader.strings("ids", limit: Tagging.mostOfAKind).enumerated() {
            if let id = ResourceID(text) {
                ids.append(id)
            } else {
                reader.faults.add(pointer: "\(pointer)/ids/\(index)", .notFound, "There is no resource with this id.")
            }
        }
        return .ids(ids)
    }
}
