import DatelineModels
import Foundation
import GRDB

struct SQLiteReadingRepository: ReadingRepository {
    let reader: Reader
    /// Of reading again, and of dropping pages.
    let background: Reader
    let writer: Writer
    let names: NameBook

    func create(
        _ article: ImportedArticle, onConflict: ConflictPolicy, recorder: AnswerRecorder<WriteOutcome<Article>>?
    ) async throws(RepositoryError) -> WriteOutcome<Article> {
        var packer = ContentPacker()
        let prepared = PreparedImport(article, names.current, &packer)
        return try await writer.write { context in
            let (key, effect) = try ArticleWriter(context).create(article.draft, onConflict: onConflict)
            if effect == .created || onConflict == .update {
                try ImportedArticleWriter(context).keep(prepared.said, of: key)
                try ReadingWriter(context).put(prepared.reading, on: key, isNew: effect == .created)
            }
            return try context.recording(WriteOutcome(resource: try context.article(key), effect: effect), recorder)
        }
    }

    func provenance(of id: ResourceID) async throws(RepositoryError) -> ArticleProvenance {
        try await reader.read { try StoredReadings($0).provenance(of: id) }
    }

    func raw(of id: ResourceID) async throws(RepositoryError) -> RawContent? {
        try await reader.read { try StoredReadings($0).raw(of: id) }
    }

    func reading(of id: ResourceID, known: [UInt8]?) async throws(RepositoryError) -> StoredReading? {
        try await background.read { try StoredReadings($0).reading(of: id, known: known) }
    }

    func reread(_ articles: [Rereading], isDryRun: Bool) async throws(RepositoryError) -> [RereadResult] {
        let names = names.current
        var packer = ContentPacker()
        let prepared = articles.map { PreparedRereading($0, names, &packer) }
        let different = try await background.read { db in try prepared.filter { try RereadCheck(db).saysSomethingNew($0) } }
        guard !different.isEmpty else { return [] }
        return try await writer.writeBulk { context in
            try different.compactMap { try RereadWriter(context).write($0, isDryRun: isDryRun) }
        }.value
    }

    func dropRaw(keptBefore time: Timestamp, limit: Int) async throws(RepositoryError) -> Int {
        let isDue = try await background.read { db in
            try db.integer("SELECT 1 FROM raw_content WHERE bytes IS NOT NULL AND kept_at < ? LIMIT 1", [time.milliseconds]) != nil
        }
        guard isDue else { return 0 }
        return try await writer.writeBulk { context in
            try context.db.run(
                """
                UPDATE raw_content SET bytes = NULL WHERE raw_key IN (
                    SELECT raw_key FROM raw_content WHERE bytes IS NOT NULL AND kept_at < ? ORDER BY kept_at LIMIT ?)
                """, [time.milliseconds, limit])
            return context.db.changesCount
        }.value
    }
}
