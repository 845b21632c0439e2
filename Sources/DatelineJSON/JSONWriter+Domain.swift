public import DatelineModels

extension JSONWriter {
    mutating func member(_ name: String, id: ResourceID?) {
        member(name, string: id?.description)
    }

    mutating func member(_ name: String, date: PartialDate?) {
        member(name, string: date?.description)
    }

    public mutating func member(_ name: String, time: Timestamp?) {
        member(name, string: time?.description)
    }

    /// `{ "id", "type", "name" }`
    mutating func entity(_ entity: EntityReference) {
        beginObject()
        member("id", id: entity.id)
        member("type", string: entity.type.rawValue)
        member("name", string: entity.name)
        endObject()
    }

    /// `{ "id", "name", "startDate" }`
    mutating func event(_ event: EventReference) {
        beginObject()
        member("id", id: event.id)
        member("name", string: event.name)
        member("startDate", date: event.startDate)
        endObject()
    }
}
