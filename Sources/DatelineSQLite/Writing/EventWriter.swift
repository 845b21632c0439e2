import DatelineModels
import Foundation
import GRDB

/// Stores, replaces and deletes events, within a transaction.
struct EventWriter {
    let context: WriteContext
    var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    func key(_ id: ResourceID) throws -> Int64? {
        try db.integer("SELECT event_key FROM event WHERE id = ?", [id.blob])
    }

    /// - Throws: `.conflict` where the id is taken; `.invalid`.
    func insert(_ draft: EventDraft, id: ResourceID? = nil) throws -> Int64 {
        let time = context.now()
        let id = id ?? context.makeID()
        let links = try EventTargets(draft, context)
        try SuperEvents(db).check(event: nil, under: links.superEvent)
        let span = EventSpan(draft)
        let key: Int64 = try Conflicts.decided {
            try db.run(
                """
                INSERT INTO event (
                    id, version, name, description, start_precision, start_key, end_precision, end_earliest, span_latest, span_class,
                    status, location_text, location_entity_key, super_event_key, created_at, updated_at
                ) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    id.blob, draft.name, draft.description, draft.startDate?.precision.rawValue, span.startKey,
                    draft.endDate?.precision.rawValue,
                    draft.endDate?.earliest, span.latest, span.spanClass, draft.status.rawValue, links.locationText, links.locationEntity,
                    links.superEvent, time.milliseconds, time.milliseconds,
                ]
            )
            return db.lastInsertedRowID
        } by: {
            .conflict(existing: id, detail: "There is an event with this id already.")
        }
        try insertParticipants(key, id.blob, span.startKey, links)
        for tag in try context.tagKeys(draft.tags).sorted() { try link(key, id.blob, span.startKey, tag: tag) }
        context.index(.addEvent(key, name: draft.name, description: draft.description))
        try context.record(.created, .event, id.blob, version: 1, at: time)
        return key
    }

    func insertParticipants(_ key: Int64, _ id: Data, _ startKey: Int64, _ links: EventTargets) throws {
        for (position, participant) in links.participants.enumerated() {
            try db.run(
                "INSERT INTO event_participant (event_key, position, entity_key, role) VALUES (?, ?, ?, ?)",
                [key, position, participant.entity, participant.role]
            )
        }
        for entity in Set(links.participants.map(\.entity) + [links.locationEntity].compactMap(\.self)).sorted() {
            try db.run(
                "INSERT INTO event_entity (entity_key, start_key, event_id, event_key) VALUES (?, ?, ?, ?)", [entity, startKey, id, key]
            )
        }
    }

    func link(_ key: Int64, _ id: Data, _ startKey: Int64, tag: Int64) throws {
        try db.run("INSERT INTO event_tag (tag_key, start_key, event_id, event_key) VALUES (?, ?, ?, ?)", [tag, startKey, id, key])
    }

    func unlink(_ key: Int64, tag: Int64) throws {
        try db.run("DELETE FROM event_tag WHERE event_key = ? AND tag_key = ?", [key, tag])
    }

    func replaceTags(_ key: Int64, by tags: Set<Int64>) throws -> Bool {
        guard let row = try db.row("SELECT id, start_key FROM event WHERE event_key = ?", [key]) else { return false }
        let before = Set(try db.integers("SELECT tag_key FROM event_tag WHERE event_key = ?", [key]))
        for tag in before.subtracting(tags).sorted() { try unlink(key, tag: tag) }
        for tag in tags.subtracting(before).sorted() { try link(key, row[0], row[1], tag: tag) }
        return before != tags
    }
}

/// The columns by which events are found by date.
struct EventSpan: Equatable {
    let startKey: Int64
    let latest: Int64
    /// The least n for which the span is at most 2^n days.
    let spanClass: Int

    init(_ draft: EventDraft) {
        self.init(start: draft.startDate, end: draft.endDate)
    }

    /// - Parameter end: not before the start. It may bound it: what began in 2026 and ended in March 2026 was over then.
    init(start: PartialDate?, end: PartialDate?) {
        startKey = Codec.key(start)
        guard let start else {
            latest = Codec.undated
            spanClass = 0
            return
        }
        latest = (end ?? start).latest
        var spanClass = 0
        while latest - start.earliest > CalendarMath.secondsPerDay << Int64(spanClass) { spanClass += 1 }
        self.spanClass = spanClass
    }
}

/// The keys of what an event draft refers to; named entities that are new are made.
struct EventTargets: Equatable {
    struct Participant: Equatable {
        let entity: Int64
        let role: String?
    }

    var participants: [Participant] = []
    var locationText: String?
    var locationEntity: Int64?
    var superEvent: Int64?

    init(participants: [Participant], locationText: String?, locationEntity: Int64?, superEvent: Int64?) {
        self.participants = participants
        self.locationText = locationText
        self.locationEntity = locationEntity
        self.superEvent = superEvent
    }

    /// - Throws: ``ValidationError`` with every target that doesn't exist.
    init(_ draft: EventDraft, _ context: WriteContext) throws {
        var resolver = EntityResolver(context)
        for (index, participant) in draft.participants.enumerated() {
            if let key = try resolver.key(participant.entity, "/participants/\(index)/entity") {
                participants.append(Participant(entity: key, role: participant.role))
            }
        }
        switch draft.location {
        case nil: break
        case .text(let text): locationText = text
        case .entity(let target): locationEntity = try resolver.key(target, "/location")
        }
        if let id = draft.superEvent {
            superEvent = try context.db.integer("SELECT event_key FROM event WHERE id = ?", [id.blob])
            if superEvent == nil { resolver.faults.add(pointer: "/superEvent", .notFound, "There is no event with this id.") }
        }
        try resolver.faults.throwIfAny()
    }
}

/// The rule that events stand under one another without circles and not too deep.
struct SuperEvents {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// - Parameter event: nil for a new one, which has nothing below it.
    /// - Throws: ``ValidationError`` at `/superEvent`.
    func check(event: Int64?, under superEvent: Int64?) throws {
        guard let superEvent else { return }
        var above: Int64? = superEvent
        var depth = 0
        while let key = above {
            depth += 1
            if key == event { throw fault("An event can't stand above itself.") }
            guard depth <= EventDraft.maximumDepth else { throw tooDeep }
            above = try db.integer("SELECT super_event_key FROM event WHERE event_key = ? AND super_event_key IS NOT NULL", [key])
        }
        if let event, try depth + height(event) > EventDraft.maximumDepth { throw tooDeep }
    }

    /// How many levels of sub-events stand below.
    private func height(_ event: Int64) throws -> Int {
        let height = try db.integer(
            """
            WITH RECURSIVE below (event_key, level) AS (
                VALUES (?, 0)
                UNION
                SELECT event.event_key, below.level + 1 FROM below JOIN event ON event.super_event_key = below.event_key
                WHERE below.level <= ?
            )
            SELECT max(level) FROM below
            """,
            [event, EventDraft.maximumDepth]
        )
        return Int(height ?? 0)
    }

    private var tooDeep: ValidationError { fault("At most \(EventDraft.maximumDepth) events may stand above one another.") }

    private func fault(_ detail: String) -> ValidationError {
        ValidationError(faults: [Fault(pointer: "/superEvent", .cycle, detail)])
    }
}
