public enum EventStatus: String, Sendable, CaseIterable {
    case scheduled, happened, cancelled, postponed
}

/// An event as it appears inside other resources.
public struct EventReference: Hashable, Sendable {
    public let id: ResourceID
    public let name: String
    public let startDate: PartialDate?

    public init(id: ResourceID, name: String, startDate: PartialDate?) {
        self.id = id
        self.name = name
        self.startDate = startDate
    }
}

public enum EventLocation: Hashable, Sendable {
    case entity(EntityReference)
    case text(String)
}

public struct EventParticipant: Hashable, Sendable {
    public let entity: EntityReference
    public let role: String?

    public init(entity: EntityReference, role: String?) {
        self.entity = entity
        self.role = role
    }
}

/// Something that happened or is to happen, of which articles tell.
public struct Event: Sendable {
    public let id: ResourceID
    public let version: Int
    public let name: String
    public let description: String?
    public let startDate: PartialDate?
    public let endDate: PartialDate?
    public let status: EventStatus
    public let location: EventLocation?
    public let participants: [EventParticipant]
    public let superEvent: EventReference?
    public let tags: [String]
    public let articleCount: Int
    /// Distinct sources of the articles linked.
    public let sourceCount: Int
    public let createdAt: Timestamp
    public let updatedAt: Timestamp

    public init(
        id: ResourceID, version: Int, name: String, description: String?, startDate: PartialDate?, endDate: PartialDate?,
        status: EventStatus, location: EventLocation?, participants: [EventParticipant], superEvent: EventReference?,
        tags: [String], articleCount: Int, sourceCount: Int, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.description = description
        self.startDate = startDate
        self.endDate = endDate
        self.status = status
        self.location = location
        self.participants = participants
        self.superEvent = superEvent
        self.tags = tags
        self.articleCount = articleCount
        self.sourceCount = sourceCount
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// What a client sets on an event, checked and without identity.
public struct EventDraft: Sendable, Equatable {
    public enum Location: Hashable, Sendable {
        case entity(EntityTarget)
        case text(String)
    }

    public struct Participant: Hashable, Sendable {
        public var entity: EntityTarget
        public var role: String?

        public init(entity: EntityTarget, role: String?) {
            self.entity = entity
            self.role = role
        }
    }

    public var name: String
    public var description: String?
    public var startDate: PartialDate?
    public var endDate: PartialDate?
    public var status: EventStatus
    public var location: Location?
    /// In the order sent: a fault of the n-th is told at `/participants/<n>/entity`.
    public var participants: [Participant]
    public var superEvent: ResourceID?
    public var tags: [TagName]

    public static let nameRules = TextRules(length: 1...300)
    public static let roleRules = TextRules(length: 0...100)
    public static let locationRules = TextRules(length: 1...300)
    public static let maximumParticipants = 1000
    /// How many super-events may stand above one another.
    public static let maximumDepth = 32

    public init(
        name: String, description: String? = nil, startDate: PartialDate? = nil, endDate: PartialDate? = nil,
        status: EventStatus = .happened, location: Location? = nil, participants: [Participant] = [],
        superEvent: ResourceID? = nil, tags: [TagName] = []
    ) {
        self.name = name
        self.description = description
        self.startDate = startDate
        self.endDate = endDate
        self.status = status
        self.location = location
        self.participants = participants
        self.superEvent = superEvent
        self.tags = tags
    }
}

/// What was sent for an event, well typed but unchecked.
public struct EventInput: Sendable {
    public enum EntityInput: Hashable, Sendable {
        case id(String)
        case named(name: String?, type: String?)
    }

    public enum LocationInput: Hashable, Sendable {
        case entity(EntityInput, pointer: String)
        case text(String)
    }

    public var name: String?
    public var description: String?
    public var startDate: String?
    public var endDate: String?
    /// `happened` where none is sent.
    public var status: String?
    public var location: LocationInput?
    public var participants: [(entity: EntityInput, role: String?)] = []
    public var superEvent: String?
    public var tags: [String] = []

    public init() {}

    /// Checks every field; the pointers are those of the event's JSON form.
    ///
    /// - Returns: nil if a fault was added here or stood in `faults` already.
    public func validated(into faults: inout Faults) -> EventDraft? {
        var checker = FieldChecker(faults)
        var draft = EventDraft(name: checker.required(name, "/name", EventDraft.nameRules) ?? "")
        draft.description = checker.optional(description, "/description", EntityDraft.descriptionRules)
        draft.startDate = checker.date(startDate, "/startDate", zone: nil)
        draft.endDate = checker.date(endDate, "/endDate", zone: nil)
        if let end = draft.endDate {
            if let start = draft.startDate {
                if end.latest <= start.earliest {
                    checker.faults.add(pointer: "/endDate", .inconsistent, "The end can't lie before the start.")
                }
            } else if startDate == nil {
                checker.faults.add(pointer: "/endDate", .inconsistent, "An endDate needs a startDate.")
            }
        }
        if let status { draft.status = checker.choice(status, "/status", EventStatus.self) ?? .happened }
        draft.location = checkedLocation(&checker)
        draft.participants = checkedParticipants(&checker)
        if let superEvent {
            draft.superEvent = ResourceID(superEvent)
            if draft.superEvent == nil { checker.faults.add(pointer: "/superEvent", .notFound, "There is no event with this id.") }
        }
        draft.tags = checker.tags(tags, "/tags", limit: EntityDraft.maximumTags)
        faults = checker.faults
        return faults.isEmpty ? draft : nil
    }

    private func checkedLocation(_ checker: inout FieldChecker) -> EventDraft.Location? {
        switch location {
        case nil: nil
        case .text(let text): checker.required(text, "/location/text", EventDraft.locationRules).map { .text($0) }
        case .entity(.id(let id), let pointer): checker.entityID(id, pointer).map { .entity($0) }
        case .entity(.named(let name, let type), let pointer):
            checker.entityName(name, type ?? EntityType.place.rawValue, pointer).map { .entity($0) }
        }
    }

    private func checkedParticipants(_ checker: inout FieldChecker) -> [EventDraft.Participant] {
        guard participants.count <= EventDraft.maximumParticipants else {
            checker.faults.add(pointer: "/participants", .tooMany, "At most \(EventDraft.maximumParticipants) participants are allowed.")
            return []
        }
        return participants.enumerated().compactMap { index, participant in
            let role = checker.optional(participant.role, "/participants/\(index)/role", EventDraft.roleRules)
            let target: EntityTarget?
            switch participant.entity {
            case .id(let id): target = checker.entityID(id, "/participants/\(index)/entity")
            case .named(let name, let type): target = checker.entityName(name, type, "/participants/\(index)/entity")
            }
            return target.map { EventDraft.Participant(entity: $0, role: role) }
        }
    }
}

extension Event {
    /// What a client could have sent to make this event.
    public var draft: EventDraft {
        EventDraft(
            name: name, description: description, startDate: startDate, endDate: endDate, status: status,
            location: location.map { location in
                switch location {
                case .entity(let entity): .entity(.id(entity.id))
                case .text(let text): .text(text)
                }
            },
            participants: participants.map { .init(entity: .id($0.entity.id), role: $0.role) },
            superEvent: superEvent?.id, tags: tags.map { TagName(stored: $0, folded: Folding.fold($0)) }
        )
    }
}

extension Entity {
    /// What a client could have sent to make this entity.
    public var draft: EntityDraft {
        EntityDraft(
            type: type, name: name, aliases: aliases, weakAliases: weakAliases, description: description,
            identifiers: identifiers, tags: tags.map { TagName(stored: $0, folded: Folding.fold($0)) }
        )
    }
}
