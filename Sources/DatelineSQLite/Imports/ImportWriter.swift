import DatelineModels
import GRDB

/// Stores what one file holds: the n-th record stays the n-th article of the file.
struct ImportWriter {
    let context: WriteContext
    let file: Int64
    let importID: ResourceID

    init(_ context: WriteContext, file: Int64, importID: ResourceID) {
        self.context = context
        self.file = file
        self.importID = importID
    }

    /// - Returns: the row with the articles' ids, and with an error for each record that was refused.
    func store(_ articles: [ImportedArticle], _ record: ImportRecord) throws -> ImportRecord {
        var record = record
        var stored = 0
        for article in articles {
            do {
                let key = try context.savepoint { try store(article) }
                try note(key, article.recordNumber)
                stored += 1
            } catch let error as RepositoryError {
                guard let fault = Self.fault(error, article) else { throw error }
                Self.add(fault, to: &record)
            } catch let error as ValidationError {
                Self.add(Self.fault(error, article), to: &record)
            }
        }
        if stored < articles.count {
            record.state = stored == 0 ? .failed : .partial
            if record.reason == nil { record.reason = "records-refused" }
        }
        return record
    }

    private func store(_ imported: ImportedArticle) throws -> Int64 {
        let writer = ArticleWriter(context)
        let known = try context.db.integer(
            "SELECT article_key FROM article_file WHERE file_key = ? AND record_number = ?", [file, imported.recordNumber]
        )
        if let known {
            try replace(known, by: imported.draft)
            return known
        }
        if let id = imported.id {
            if let key = try ArticleLoader.key(context.db, id: id) {
                try replace(key, by: imported.draft)
                return key
            }
            try context.refuseRetired(id)
        }
        do {
            return try context.savepoint { try writer.insert(imported.draft, id: imported.id, importID: importID) }
        } catch RepositoryError.conflict(let existing?, let detail) {
            guard let key = try ArticleLoader.key(context.db, id: existing) else {
                throw RepositoryError.conflict(existing: existing, detail: detail)
            }
            try replace(key, by: imported.draft)
            return key
        }
    }

    /// What a file doesn't state at all — tags, links — stays as clients set it.
    private func replace(_ key: Int64, by draft: ArticleDraft) throws {
        var draft = draft
        let before = try context.article(key).draft
        if draft.tags.isEmpty { draft.tags = before.tags }
        if draft.mentions.isEmpty { draft.mentions = before.mentions }
        if draft.events.isEmpty { draft.events = before.events }
        _ = try ArticleWriter(context).replace(key, by: draft)
    }

    private func note(_ article: Int64, _ recordNumber: Int) throws {
        try context.db.run(
            """
            INSERT INTO article_file (file_key, record_number, article_key) VALUES (?, ?, ?)
            ON CONFLICT (file_key, record_number) DO UPDATE SET article_key = excluded.article_key
            """,
            [file, recordNumber, article]
        )
    }

    private static func add(_ fault: ImportFault, to record: inout ImportRecord) {
        record.errorCount += 1
        if record.errors.count < ImportFault.kept { record.errors.append(fault) }
    }

    /// nil where the store can't do its work, which is no fault of the file.
    private static func fault(_ error: RepositoryError, _ article: ImportedArticle) -> ImportFault? {
        switch error {
        case .conflict(_, let detail): fault("conflict", detail, article)
        case .invalid(let error): fault(error, article)
        default: nil
        }
    }

    private static func fault(_ error: ValidationError, _ article: ImportedArticle) -> ImportFault {
        let first = error.faults.first.map { fault in
            if case .pointer(let pointer) = fault.location { "\(pointer): \(fault.detail)" } else { fault.detail }
        }
        return fault("validation", first ?? "The record isn't valid.", article)
    }

    private static func fault(_ reason: String, _ detail: String, _ article: ImportedArticle) -> ImportFault {
        ImportFault(line: nil, byteOffset: nil, reason: "\(reason): record \(article.recordNumber + 1): \(detail)", excerpt: nil)
    }
}
