public import DatelineModels

extension JSONWriter {
    public mutating func entity(_ entity: Entity) {
        beginObject()
        member("id", id: entity.id)
        member("version", integer: entity.version)
        member("type", string: entity.type.rawValue)
        member("name", string: entity.name)
        member("aliases", strings: entity.aliases)
        member("weakAliases", strings: entity.weakAliases)
        member("description", string: entity.description)
        key("identifiers")
        beginObject()
        for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) { member(scheme, string: value) }
        endObject()
        member("tags", strings: entity.tags)
        member("articleCount", integer: entity.articleCount)
        member("firstPublished", date: entity.firstPublished)
        member("lastPublished", date: entity.lastPublished)
        member("linking", string: entity.linking)
        member("createdAt", time: entity.createdAt)
        member("updatedAt", time: entity.updatedAt)
        endObject()
    }
}
