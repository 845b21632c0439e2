public import DatelineModels

extension JSONWriter {
    public mutating func change(_ change: Change) {
        beginObject()
        member("sequence", integer: change.sequence)
        member("action", string: change.action.rawValue)
        member("resource", string: change.resource.rawValue)
        member("id", id: change.id)
        member("version", integer: change.version)
        member("at", time: change.at)
        endObject()
    }
}
