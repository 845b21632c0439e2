import DatelineModels
import GRDB

extension SQLiteTagRepository {
    func apply(_ tagging: Tagging, recorder: AnswerRecorder<TaggingOutcome>?) async throws(RepositoryError) -> TaggingOutcome {
        try await writer.write { context in
            try context.recording(try BulkTagging(context).apply(tagging), recorder)
        }
    }
}

private struct BulkTagging {
    let context: WriteContext

    init(_ context: WriteContext) {
        self.context = context
    }

    func apply(_ tagging: Tagging) throws -> TaggingOutcome {
        // A text query must find what other requests of this transaction stored.
        try context.flushTextIndex()
        var faults = Faults()
        let db = context.db
        let scopes: [(TaggedKind, [Int64])] = [
            (.articles, try keys(.articles, tagging.articles, &faults) { try ArticleListing.allKeys(db, $0) }),
            (.entities, try keys(.entities, tagging.entities, &faults) { try EntityListing.allKeys(db, $0) }),
            (.events, try keys(.events, tagging.events, &faults) { try EventListing.allKeys(db, $0) }),
        ]
        try faults.throwIfAny()
        let matched = scopes.reduce(0) { $0 + $1.1.count }
        guard matched > 0 else { return TaggingOutcome(matched: 0, changed: 0) }
        let add = try context.tagKeys(tagging.add)
        // A tag that is in both lists is added.
        let remove = Set(try tagging.remove.compactMap { try TagLoader.key(db, folded: $0.folded) })
        let carrier = TaggedCarrier(context)
        var changed = 0
        for (kind, keys) in scopes {
            for key in keys where try carrier.change(kind, key, add: add, remove: remove) { changed += 1 }
        }
        return TaggingOutcome(matched: matched, changed: changed)
    }

    private func keys<Filter>(
        _ kind: TaggedKind, _ scope: TaggingScope<Filter>?, _ faults: inout Faults, matching: (Filter) throws -> [Int64]
    ) throws -> [Int64] {
        switch scope {
        case nil: return []
        case .filter(let filter): return try matching(filter)
        case .ids(let ids):
            var seen: Set<Int64> = []
            var keys: [Int64] = []
            for (index, id) in ids.enumerated() {
                if let key = try TaggedCarrier(context).key(kind, id) {
                    if seen.insert(key).inserted { keys.append(key) }
                } else {
                    faults.add(pointer: "/\(kind.rawValue)/ids/\(index)", .notFound, "There is no such resource.")
                }
            }
            return keys
        }
    }
}
