public import DatelineModels

extension JSONWriter {
    public mutating func event(_ event: Event) {
        beginObject()
        member("id", id: event.id)
        member("version", integer: event.version)
        member("name", string: event.name)
        member("description", string: event.description)
        member("startDate", date: event.startDate)
        member("endDate", date: event.endDate)
        member("status", string: event.status.rawValue)
        location(event.location)
        participants(event.participants)
        key("superEvent")
        if let superEvent = event.superEvent { self.event(superEvent) } else { null() }
        member("tags", strings: event.tags)
        member("articleCount", integer: event.articleCount)
        member("sourceCount", integer: event.sourceCount)
        member("createdAt", time: event.createdAt)
        member("updatedAt", time: event.updatedAt)
        endObject()
    }

    private mutating func location(_ location: EventLocation?) {
        key("location")
        switch location {
        case nil: null()
        case .entity(let entity)?:
            beginObject()
            key("entity")
            self.entity(entity)
            endObject()
        case .text(let text)?:
            beginObject()
            member("text", string: text)
            endObject()
        }
    }

    private mutating func participants(_ participants: [EventParticipant]) {
        key("participants")
        beginArray()
        for participant in participants {
            beginObject()
            key("entity")
            entity(participant.entity)
            member("role", string: participant.role)
            endObject()
        }
        endArray()
    }
}
