public import DatelineModels

extension JSONWriter {
    public mutating func tag(_ tag: Tag) {
        beginObject()
        member("id", id: tag.id)
        member("version", integer: tag.version)
        member("name", string: tag.name)
        member("description", string: tag.description)
        member("color", string: tag.color)
        member("articleCount", integer: tag.articleCount)
        member("entityCount", integer: tag.entityCount)
        member("eventCount", integer: tag.eventCount)
        member("createdAt", time: tag.createdAt)
        member("updatedAt", time: tag.updatedAt)
        endObject()
    }

    public mutating func taggingOutcome(_ outcome: TaggingOutcome) {
        beginObject()
        member("matched", integer: outcome.matched)
        member("changed", integer: outcome.changed)
        endObject()
    }
}
