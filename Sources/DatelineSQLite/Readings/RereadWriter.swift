import DatelineModels
import Foundation
import GRDB

/// What a content says now, ready to be compared and stored.
struct PreparedRereading: Sendable {
    let article: ResourceID
    let said: PreparedImport
    let account: [UInt8]
    let readerVersion: Int
    let sha256: [UInt8]

    init(_ rereading: Rereading, _ names: NameBook.State, _ packer: inout ContentPacker) {
        article = rereading.article
        var imported = rereading.said
        account = imported.reading?.account ?? []
        readerVersion = imported.reading?.readerVersion ?? 0
        sha256 = imported.reading?.content.sha256 ?? []
        // They are kept already, where they are.
        imported.reading?.content.bytes = nil
        said = PreparedImport(imported, names, &packer)
    }
}

/// Tells readings that came to the same as the last one, so that reading again what hasn't changed writes nothing.
struct RereadCheck {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func saysSomethingNew(_ rereading: PreparedRereading) throws -> Bool {
        let draft = rereading.said.article.draft
        // Whom they mean can change.
        if ArticleLinks.canFail(draft) { return true }
        let query = SQLText(
            """
            SELECT i.base, r.account, r.reader_version FROM article AS a
            JOIN article_reading AS r ON r.article_key = a.article_key
            LEFT JOIN article_import AS i ON i.article_key = a.article_key WHERE a.id = ?
            """, .id(rereading.article))
        let isSame = try db.firstRow(of: query) { row in
            guard let base = ImportBase(blob: row.blob(0)), PackedBytes.unpack(row.blob(1)) == rereading.account,
                row.integer(2) == rereading.readerVersion
            else { return false }
            return ImportBase.Field.allCases.allSatisfy { field in
                let said = rereading.said.said[field]
                return said == base[field] || said == 0 && ImportBase.Field.lists.contains(field)
            }
        }
        // Without a row the article is gone.
        return isSame == false
    }
}

/// Brings an article to what its content says now, within a transaction.
struct RereadWriter {
    private let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    private struct Undone: Error {
        let result: RereadResult?
    }

    /// - Returns: nil where nothing that a client sees is different, or the article is gone.
    func write(_ rereading: PreparedRereading, isDryRun: Bool) throws -> RereadResult? {
        do {
            return try context.savepoint {
                let result = try merge(rereading)
                if isDryRun { throw Undone(result: result) }
                return result
            }
        } catch let undone as Undone {
            return undone.result
        } catch let error as RepositoryError {
            return try refused(rereading, error)
        } catch is ValidationError {
            // The side file names what isn't there any more.
            return nil
        }
    }

    private func merge(_ rereading: PreparedRereading) throws -> RereadResult? {
        guard let key = try ArticleLoader.key(db, id: rereading.article), let before = try Snapshot(db, key), try isCurrent(rereading, key)
        else { return nil }
        let merged = try ImportedArticleWriter(context).merge(rereading.said, into: key, content: Data(rereading.sha256))
        try ReadingWriter(context).put(rereading.said.reading, on: key, isNew: false)
        guard let after = try Snapshot(db, key) else { return nil }
        let said = Snapshot(rereading.said.article)
        let result = RereadResult(
            article: rereading.article, headline: before.stored.headline,
            changes: ImportBase.Field.allCases.flatMap { before.changes(of: $0, to: after) },
            conflicts: merged.conflicts.flatMap { before.changes(of: $0, to: said) }
        )
        return result.changes.isEmpty && result.conflicts.isEmpty ? nil : result
    }

    /// Whether the article is still of the content that was read.
    private func isCurrent(_ rereading: PreparedRereading, _ key: Int64) throws -> Bool {
        let query = SQLText(
            """
            SELECT c.sha256 FROM article_reading AS r CROSS JOIN raw_content AS c ON c.raw_key = r.raw_key WHERE r.article_key = ?
            """, .integer(key))
        return try db.firstRow(of: query) { $0.blob(0) } == rereading.sha256
    }

    /// Another article has the URL that this one says now: it stays as it is, and that is told.
    private func refused(_ rereading: PreparedRereading, _ error: RepositoryError) throws -> RereadResult? {
        guard case .conflict = error, let key = try ArticleLoader.key(db, id: rereading.article), let before = try Snapshot(db, key) else {
            throw error
        }
        let said = Snapshot(rereading.said.article)
        return RereadResult(
            article: rereading.article, headline: before.stored.headline, changes: [], conflicts: before.changes(of: .url, to: said))
    }
}

/// What an article's fields are at one moment.
private struct Snapshot {
    let stored: StoredArticle
    /// In order; nil where they aren't known.
    let tags: [String]

    init?(_ db: Database, _ key: Int64) throws {
        guard let stored = try StoredArticle(db, key) else { return nil }
        self.stored = stored
        tags = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT tag.name FROM article_tag CROSS JOIN tag ON tag.tag_key = article_tag.tag_key
                    WHERE article_tag.article_key = ? ORDER BY tag.folded
                    """), arguments: [key])
    }

    init(_ article: PreparedArticle) {
        stored = article.stored
        tags = article.draft.tags.sorted { FoldedOrder.precedes($0.folded, $1.folded) }.map(\.text)
    }

    func changes(of field: ImportBase.Field, to other: Self) -> [FieldChange] {
        switch field {
        case .headline: text(field, stored.headline, other.stored.headline)
        case .body: text(field, stored.body, other.stored.body)
        case .abstract: text(field, stored.abstract, other.stored.abstract)
        case .byline: text(field, stored.byline, other.stored.byline)
        case .source: text(field, stored.source, other.stored.source)
        case .url: text(field, stored.url, other.stored.url)
        case .language: text(field, stored.language, other.stored.language)
        case .dateModified: text(field, stored.dateModified?.description, other.stored.dateModified?.description)
        case .datePublished:
            text(field, stored.datePublished?.description, other.stored.datePublished?.description)
                + text("dateStatus", stored.dateStatus.rawValue, other.stored.dateStatus.rawValue)
        case .tags: tags == other.tags ? [] : [FieldChange(field: field.name, before: .texts(tags), after: .texts(other.tags))]
        // They are no fields of a page; only a side file states them.
        case .mentions, .events: []
        }
    }

    private func text(_ field: ImportBase.Field, _ before: String?, _ after: String?) -> [FieldChange] {
        text(field.name, before, after)
    }

    private func text(_ name: String, _ before: String?, _ after: String?) -> [FieldChange] {
        let isSame =
            switch (before, after) {
            case (nil, nil): true
            case (let before?, let after?): before.utf8.elementsEqual(after.utf8)
            default: false
            }
        return isSame ? [] : [FieldChange(field: name, before: .text(before), after: .text(after))]
    }
}
