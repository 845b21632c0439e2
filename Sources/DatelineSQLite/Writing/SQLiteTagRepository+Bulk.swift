import DatelineModels
import GRDB

extension SQLiteTagRepository {
    /// Beside the writer and within the time of a read.
    func matched(_ tagging: Tagging) async throws(RepositoryError) -> Tagging {
        guard tagging.hasFilter else { return tagging }
        return try await reader.read { try FilterMatches(db: $0, most: mostMatches).matched(tagging) }
    }

    func apply(_ tagging: Tagging, recorder: AnswerRecorder<TaggingOutcome>?) async throws(RepositoryError) -> TaggingOutcome {
        let tagging = try await matched(tagging)
        return try await writer.write { context in
            try context.recording(try BulkTagging(context).apply(tagging), recorder)
        }
    }
}

private struct FilterMatches {
    let db: Database
    let most: Int

    /// - Throws: ``ValidationError`` where a filter has too many matches for one transaction, in which other writes wait.
    func matched(_ tagging: Tagging) throws -> Tagging {
        var faults = Faults()
        var tagging = tagging
        tagging.articles = try matched(.articles, tagging.articles, &faults) { try ArticleListing.allKeys(db, $0) }
        tagging.entities = try matched(.entities, tagging.entities, &faults) { try EntityListing.allKeys(db, $0) }
        tagging.events = try matched(.events, tagging.events, &faults) { try EventListing.allKeys(db, $0) }
        try faults.throwIfAny()
        return tagging
    }

    private func matched<Filter>(
        _ kind: TaggedKind, _ scope: TaggingScope<Filter>?, _ faults: inout Faults, keys: (Filter) throws -> [Int64]
    ) throws -> TaggingScope<Filter>? {
        guard case .filter(let filter) = scope else { return scope }
        let keys = try keys(filter)
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
        return .matches(ids)
    }

    private func query(_ kind: TaggedKind) -> String {
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

    func apply(_ tagging: Tagging) throws -> TaggingOutcome {
        var faults = Faults()
        let db = context.db
        let scopes = [
            (TaggedKind.articles, try keys(.articles, tagging.articles, &faults)),
            (.entities, try keys(.entities, tagging.entities, &faults)),
            (.events, try keys(.events, tagging.events, &faults)),
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

    private func keys<Filter>(_ kind: TaggedKind, _ scope: TaggingScope<Filter>?, _ faults: inout Faults) throws -> [Int64] {
        let (ids, areNamed): ([ResourceID], Bool) =
            switch scope {
            case .ids(let ids): (ids, true)
            case .matches(let ids): (ids, false)
            case .filter, nil: ([], false)
            }
        var seen: Set<Int64> = []
        var keys: [Int64] = []
        for (index, id) in ids.enumerated() {
            if let key = try TaggedCarrier(context).key(kind, id) {
                if seen.insert(key).inserted { keys.append(key) }
            } else if areNamed {
                faults.add(pointer: "/\(kind.rawValue)/ids/\(index)", .notFound, "There is no such resource.")
            }
        }
        return keys
    }
}
