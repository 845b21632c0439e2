import DatelineModels
import GRDB

struct SQLiteEntityRepository: EntityRepository {
    let reader: Reader
    let writer: Writer

    func create(_ draft: EntityDraft, recorder: AnswerRecorder<Entity>?) async throws(RepositoryError) -> Entity {
        try await writer.write { context in
            let key = try EntityWriter(context).insert(draft)
            return try context.recording(try context.entity(key), recorder)
        }
    }

    func entity(_ id: ResourceID) async throws(RepositoryError) -> Entity {
        try await reader.read { db in
            guard let key = try EntityLoader.key(db, id: id), let entity = try EntityLoader.entity(db, key: key) else {
                throw RepositoryError.notFound
            }
            return entity
        }
    }

    func update(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Entity) throws(ValidationError) -> EntityDraft
    ) async throws(RepositoryError) -> Entity {
        try await writer.write { context in
            guard let key = try EntityLoader.key(context.db, id: id) else { throw RepositoryError.notFound }
            let before = try context.entity(key)
            guard precondition.holds(for: before.version) else { throw RepositoryError.preconditionFailed }
            return try EntityWriter(context).replace(key, by: try change(before)) ? try context.entity(key) : before
        }
    }

    func put(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Entity?) throws(ValidationError) -> EntityDraft
    ) async throws(RepositoryError) -> WriteOutcome<Entity> {
        try await writer.write { context in
            let writer = EntityWriter(context)
            if let key = try EntityLoader.key(context.db, id: id) {
                let before = try context.entity(key)
                guard precondition.holds(for: before.version) else { throw RepositoryError.preconditionFailed }
                let changed = try writer.replace(key, by: try change(before))
                return WriteOutcome(resource: changed ? try context.entity(key) : before, effect: changed ? .replaced : .unchanged)
            }
            guard precondition.holds(for: nil) else { throw RepositoryError.preconditionFailed }
            try context.refuseRetired(id)
            return WriteOutcome(resource: try context.entity(try writer.insert(try change(nil), id: id)), effect: .created)
        }
    }

    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError) {
        try await writer.write { context in
            let found = try context.db.row("SELECT entity_key, version FROM entity WHERE id = ?", [id.blob])
            guard let found else { throw RepositoryError.notFound }
            guard precondition.holds(for: found[1]) else { throw RepositoryError.preconditionFailed }
            try EntityWriter(context).delete(found[0], id, version: found[1])
        }
    }

    func list(_ query: EntityQuery) async throws(RepositoryError) -> Page<Entity> {
        try await reader.read { try EntityListing.page($0, query) }
    }
}

extension WriteContext {
    func entity(_ key: Int64) throws -> Entity {
        guard let entity = try EntityLoader.entity(db, key: key) else { throw RepositoryError.notFound }
        return entity
    }
}
