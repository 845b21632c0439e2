public import DatelineModels

extension JSONWriter {
    public mutating func source(_ source: Source) {
        beginObject()
        member("id", id: source.id)
        member("version", integer: source.version)
        member("name", string: source.name)
        member("articleCount", integer: source.articleCount)
        member("timeZone", string: source.timeZone)
        member("dateOrder", string: source.dateOrder?.rawValue)
        member("updatedAt", time: source.updatedAt)
        endObject()
    }
}
