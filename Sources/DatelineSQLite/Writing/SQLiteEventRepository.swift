import DatelineModels
import GRDB

struct SQLiteEventRepository: EventRepository {
    let reader: Reader
    let writer: Writer

    func create(_ draft: EventDraft, recorder: AnswerRecorder<Event>?) async throws(RepositoryError) -> Event {
        try await writer.write { context in
            let key = try EventWriter(context).insert(draft)
            return try context.recording(try context.event(key), recorder)
        }
    }

    func event(_ id: ResourceID) async throws(RepositoryError) -> Event {
        try await reader.read { db in
            guard let key = try EventLoader.key(db, id: id), let event = try EventLoader.event(db, key: key) else {
                throw RepositoryError.notFound
            }
            return event
        }
    }

    func update(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Event) throws(ValidationError) -> EventDraft
    ) async throws(RepositoryError) -> Event {
        try await writer.write { context in
            guard let key = try EventLoader.key(context.db, id: id) else { throw RepositoryError.notFound }
            let before = try context.event(key)
            guard precondition.holds(for: before.version) else { throw RepositoryError.preconditionFailed }
            return try EventWriter(context).replace(key, by: try change(before)) ? try context.event(key) : before
        }
    }

    func put(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Event?) throws(ValidationError) -> EventDraft
    ) async throws(RepositoryError) -> WriteOutcome<Event> {
        try await writer.write { context in
            let writer = EventWriter(context)
            if let key = try EventLoader.key(context.db, id: id) {
                let before = try context.event(key)
                guard precondition.holds(for: before.version) else { throw RepositoryError.preconditionFailed }
                let changed = try writer.replace(key, by: try change(before))
                return WriteOutcome(resource: changed ? try context.event(key) : before, effect: changed ? .replaced : .unchanged)
            }
            guard precondition.holds(for: nil) else { throw RepositoryError.preconditionFailed }
            try context.refuseRetired(id)
            return WriteOutcome(resource: try context.event(try writer.insert(try change(nil), id: id)), effect: .created)
        }
    }

    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError) {
        try await writer.write { context in
            let found = try context.db.row("SELECT event_key, version FROM event WHERE id = ?", [id.blob])
            guard let found else { throw RepositoryError.notFound }
            guard precondition.holds(for: found[1]) else { throw RepositoryError.preconditionFailed }
            try EventWriter(context).delete(found[0], version: found[1])
        }
    }

    func list(_ query: EventQuery) async throws(RepositoryError) -> Page<Event> {
        try await reader.read { try EventListing.page($0, query) }
    }
}

extension WriteContext {
    func event(_ key: Int64) throws -> Event {
        guard let event = try EventLoader.event(db, key: key) else { throw RepositoryError.notFound }
        return event
    }
}
