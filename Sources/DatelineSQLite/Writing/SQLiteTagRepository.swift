import DatelineModels
import GRDB

struct SQLiteTagRepository: TagRepository {
    let reader: Reader
    let writer: Writer
    /// Resources of a kind that a filter may have tagged in one transaction.
    var mostMatches = Tagging.mostOfAKind

    func create(_ draft: TagDraft, recorder: AnswerRecorder<Tag>?) async throws(RepositoryError) -> Tag {
        try await writer.write { context in
            let key = try TagWriter(context).insert(draft)
            return try context.recording(try context.tag(key), recorder)
        }
    }

    func tag(_ folded: String) async throws(RepositoryError) -> Tag {
        try await reader.read { db in
            guard let key = try TagLoader.key(db, folded: folded), let tag = try TagLoader.tag(db, key: key) else {
                throw RepositoryError.notFound
            }
            return tag
        }
    }

    func update(
        _ folded: String, if precondition: Precondition,
        _ change: @escaping @Sendable (Tag) throws(ValidationError) -> TagDraft
    ) async throws(RepositoryError) -> Tag {
        try await writer.write { context in
            let (key, before) = try context.tag(folded, precondition)
            return try context.tag(try TagWriter(context).replace(key, before, by: try change(before)))
        }
    }

    func delete(_ folded: String, if precondition: Precondition) async throws(RepositoryError) {
        try await writer.write { context in
            let (key, tag) = try context.tag(folded, precondition)
            try TagWriter(context).delete(key, tag)
        }
    }

    func list(_ query: TagQuery) async throws(RepositoryError) -> Page<Tag> {
        try await reader.read { try TagListing.page($0, query) }
    }

    func add(_ tag: TagName, to kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError) {
        try await writer.write { context in
            let key = try context.carrier(kind, id)
            _ = try TaggedCarrier(context).change(kind, key, add: [try context.tagKey(tag)], remove: [])
        }
    }

    func remove(_ folded: String, from kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError) {
        try await writer.write { context in
            let key = try context.carrier(kind, id)
            guard let tag = try TagLoader.key(context.db, folded: folded) else { return }
            _ = try TaggedCarrier(context).change(kind, key, add: [], remove: [tag])
        }
    }

    func replace(_ tags: [TagName], of kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError) {
        try await writer.write { context in
            let key = try context.carrier(kind, id)
            _ = try TaggedCarrier(context).replace(kind, key, by: try context.tagKeys(tags))
        }
    }
}

extension WriteContext {
    func tag(_ key: Int64) throws -> Tag {
        guard let tag = try TagLoader.tag(db, key: key) else { throw RepositoryError.notFound }
        return tag
    }

    fileprivate func tag(_ folded: String, _ precondition: Precondition) throws -> (Int64, Tag) {
        guard let key = try TagLoader.key(db, folded: folded) else { throw RepositoryError.notFound }
        let tag = try tag(key)
        guard precondition.holds(for: tag.version) else { throw RepositoryError.preconditionFailed }
        return (key, tag)
    }

    fileprivate func carrier(_ kind: TaggedKind, _ id: ResourceID) throws -> Int64 {
        guard let key = try TaggedCarrier(self).key(kind, id) else { throw RepositoryError.notFound }
        return key
    }
}
