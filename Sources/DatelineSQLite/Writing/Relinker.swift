import DatelineLinking
public import DatelineModels
import GRDB
import Metrics

/// Searches the stored articles for names that are new or gone, in the background.
///
/// An entity is marked, in the transaction that changed its names, and stays so until all articles it concerns have been gone
/// through: a stop in between is made good by the next start. Links made or taken away by hand are never touched.
public struct Relinker: Sendable {
    /// Articles in one transaction: few, as others wait meanwhile.
    static let batch = 64
    /// Entities that are searched for together.
    static let group = 100

    let reader: Reader
    let writer: Writer
    let signal: WorkSignal
    /// Stored articles that were searched.
    let searched: Counter

    /// Works whenever there is something to do, until the task is cancelled; after that it can't be run again.
    ///
    /// - Parameter caughtUp: called whenever nothing is left to do.
    /// - Throws: what stands in the store's way; to be run again after a while.
    public func run(caughtUp: @Sendable () -> Void = {}) async throws(RepositoryError) {
        repeat {
            try await relinkPending()
            caughtUp()
        } while await signal.wait() && !Task.isCancelled
    }

    /// Goes through all there is to do now.
    public func relinkPending() async throws(RepositoryError) {
        while !Task.isCancelled {
            let pending = try await reader.read { try RelinkPlan.pending($0, limit: Self.group) }
            if pending.isEmpty { return }
            // A snapshot for each: while one is open the log can't begin anew.
            var found: Set<Int64> = []
            for entity in pending { found.formUnion(try await reader.read { try RelinkPlan.candidates($0, [entity]) }) }
            let candidates = found.sorted()
            for start in stride(from: 0, to: candidates.count, by: Self.batch) {
                if Task.isCancelled { return }
                let part = candidates[start..<min(start + Self.batch, candidates.count)]
                _ = try await writer.writeBulk { try RelinkPlan.relink(Array(part), $0) }
                searched.increment(by: part.count)
            }
            _ = try await writer.writeBulk { try RelinkPlan.finish(pending, $0) }
        }
    }
}

/// An entity to be searched for.
struct PendingEntity: Sendable {
    let key: Int64
    /// Of the names that were looked at: later ones need another pass.
    let mark: Int64
    let names: [String]
}

enum RelinkPlan {
    static func pending(_ db: Database, limit: Int) throws -> [PendingEntity] {
        let rows = try db.rows(
            "SELECT entity_key, linking_pending FROM entity WHERE linking_pending > 0 ORDER BY entity_key LIMIT ?", [limit]
        )
        return try rows.map { PendingEntity(key: $0[0], mark: $0[1], names: try EntityNames.stored(db, $0[0]).map(\.text)) }
    }

    /// Articles that are linked to one of the entities, or hold one of its names; whatever is stored later is linked with the
    /// names that are new already.
    static func candidates(_ db: Database, _ pending: [PendingEntity]) throws -> [Int64] {
        var keys: Set<Int64> = []
        for entity in pending {
            keys.formUnion(try db.integers("SELECT article_key FROM article_entity WHERE entity_key = ?", [entity.key]))
            for phrase in Set(entity.names.flatMap(phrases)).sorted() {
                keys.formUnion(try db.integers("SELECT rowid FROM article_text WHERE article_text MATCH ?", [phrase]))
            }
        }
        return keys.sorted()
    }

    /// The forms in which the index may hold a name: as written, folded, and without its apostrophes and hyphens. Every one is
    /// a phrase of letters and digits only, in quotes.
    private static func phrases(_ name: String) -> [String] {
        let joined = String(String.UnicodeScalarView(name.unicodeScalars.filter { !isJoiner($0) }))
        return [name, Folding.fold(name), joined].compactMap { form in
            let words = TextQuery.words(of: form)
            return words.isEmpty ? nil : "\"" + words.joined(separator: " ") + "\""
        }
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "\u{2019}", "\u{2018}", "\u{02bc}", "`", "\u{00b4}", "-", "\u{2010}", "\u{2011}": true
        default: false
        }
    }

    /// Works out the automatic mentions of some articles anew; those for which they are different get a new version.
    static func relink(_ keys: [Int64], _ context: WriteContext) throws {
        let mentions = MentionWriter(context)
        for key in keys {
            // It may have been deleted since the candidates were read.
            guard let article = try LinkedArticle(context.db, key), let stored = try StoredArticle(context.db, key) else { continue }
            if try mentions.refresh(article, stored, manual: try mentions.manual(key)) { try context.touch(.article, key) }
        }
    }

    /// Unmarks the entities, but for those that were marked again meanwhile.
    static func finish(_ pending: [PendingEntity], _ context: WriteContext) throws {
        for entity in pending {
            try context.db.run(
                "UPDATE entity SET linking_pending = 0 WHERE entity_key = ? AND linking_pending = ?", [entity.key, entity.mark])
        }
    }
}
