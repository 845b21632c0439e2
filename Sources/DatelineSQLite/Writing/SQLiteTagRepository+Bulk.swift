import DatelineModels
import GRDB

extension SQLiteTagRepository {
    func apply(_ tagging: Tagging, recorder: AnswerRecorder<TaggingOutcome>?) async throws(RepositoryError) -> TaggingOutcome {
        // Filters are gone through beside the writer and within the time of a read: other writes don't wait for a costly one.
        let scopes = try await reader.read { try MeantResources.scopes($0, tagging, most: mostMatches) }
        return try await writer.write { context in
            try context.recording(try BulkTagging(context).apply(tagging, scopes), recorder)
        }
    }
}

/// The resources of one kind that a bulk tagging is about.
private struct MeantResources: Sendable {
    let kind: TaggedKind
    let ids: [ResourceID]
    /// Whether the client has named them, so that each has to be there.
    let areNamed: Bool

    /// - Throws: ``ValidationError`` where a filter has too many matches for one transaction, in which other writes wait.
    static func scopes(_ db: Database, _ tagging: Tagging, most: Int) throws -> [MeantResources] {
        var faults = Faults()
        let scopes = [
            try make(db, .articles, tagging.articles, most, &faults) { try ArticleListing.allKeys(db, $0) },
            try make(db, .entities, tagging.entities, most, &faults) { try EntityListing.allKeys(db, $0) },
            try make(db, .events, tagging.events, most, &faults) { try EventListing.allKeys(db, $0) },
        ]
        try faults.throwIfAny()
        return scopes.compactMap { $0 }
    }

    private static func make<Filter>(
        _ db: Database, _ kind: TaggedKind, _ scope: TaggingScope<Filter>?, _ most: Int, _ faults: inout Faults,
        matching: (Filter) throws -> [Int64]
    ) throws -> MeantResources? {
        switch scope {
        case nil: return nil
        case .ids(let ids): return MeantResources(kind: kind, ids: ids, areNamed: true)
        case .filter(let filter):
            let keys = try matching(filter)
            guard keys.count <= most else {
                faults.add(
                    pointer: "/\(kind.rawValue)/filter", .tooMany,
                    "\(keys.count) match, and one request tags at most \(most) of a kind: narrow the filter and send several."
                )
                return nil
            }
            var ids: [ResourceID] = []
            for key in keys {
                try db.step(query(kind), [key]) {
                    ids.append($0.id(0)); return false
                }
            }
            return MeantResources(kind: kind, ids: ids, areNamed: false)
        }
    }

    private static func query(_ kind: TaggedKind) -> String {
        switch kind {
        case .articles: "SELECT id FROM article WHERE article_key = ?"
        case .entities: "SELECT id FROM entity WHERE entity_key = ?"
        case .events: "SELECT id FROM event WHERE event_key = ?"
        }
    }
}

private struct BulkTagging {
    let context: WriteContext

    init(_ context: WriteContext) {
        self.context = context
    }

    func apply(_ tagging: Tagging, _ meant: [MeantResources]) throws -> TaggingOutcome {
        var faults = Faults()
        let db = context.db
        let scopes = try meant.map { ($0.kind, try keys($0, &faults)) }
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

    /// What a filter has found and somebody has deleted since is left out.
    private func keys(_ meant: MeantResources, _ faults: inout Faults) throws -> [Int64] {
        var seen: Set<Int64> = []
        var keys: [Int64] = []
        for (index, id) in meant.ids.enumerated() {
            if let key = try TaggedCarrier(context).key(meant.kind, id) {
                if seen.insert(key).inserted { keys.append(key) }
            } else if meant.areNamed {
                faults.add(pointer: "/\(meant.kind.rawValue)/ids/\(index)", .notFound, "There is no such resource.")
            }
        }
        return keys
    }
}
