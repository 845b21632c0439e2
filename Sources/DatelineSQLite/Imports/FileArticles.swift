import DatelineModels
import GRDB

/// Stores what one file holds, or a part of it: finds for each record the article that it is, or makes a new one.
struct FileArticles {
    private let context: WriteContext
    /// nil: the file has no row yet.
    private let file: ImportFiles.Place?
    private let importID: ResourceID
    private let stamp: FileStamp?
    private let firstNumber: Int
    /// What the file's records were until now, by number: those of this part.
    private var places: [Int: Int64]
    /// What they are now.
    private var links: [Int: (key: Int64, id: ResourceID)] = [:]
    private var numbers: [Int64: Int] = [:]
    private var removed = 0
    private(set) var faults: [ImportFault] = []
    private(set) var warnings: [String] = []

    private var db: Database { context.db }

    /// - Parameter stamp: what the file system says of the file now.
    init(
        _ context: WriteContext, _ file: ImportFiles.Place?, importID: ResourceID, stamp: FileStamp?, _ articles: [PreparedImport]
    ) throws {
        self.context = context
        self.file = file
        self.importID = importID
        self.stamp = stamp
        let range = articles.map(\.recordNumber)
        firstNumber = range.min() ?? 0
        places = [:]
        guard let file, file.articleCount > 0, let last = range.max() else { return }
        let query = SQLText(
            "SELECT record_number, article_key FROM article_file WHERE file_key = ? AND record_number BETWEEN ? AND ?",
            .integer(file.key), .integer(Int64(firstNumber)), .integer(Int64(last))
        )
        try context.db.forEachRow(of: query) { places[Int($0.integer(0))] = $0.integer(1) }
    }

    /// Articles that the file holds now, records of earlier parts and of earlier versions included.
    var articleCount: Int {
        (file?.articleCount ?? 0) - removed + links.keys.count { places[$0] == nil }
    }

    var storedCount: Int { numbers.count }

    /// Those of this part, in order.
    var ids: [ResourceID] {
        links.sorted { $0.key < $1.key }.prefix(ImportRecord.keptArticleIDs).map(\.value.id)
    }

    /// Whether the file holds nothing but what this part stored.
    var isAll: Bool { articleCount == links.count }

    /// Stores one record. If it is refused that is noted, and nothing of it is written.
    mutating func store(_ article: PreparedImport) throws {
        do {
            if ArticleLinks.canFail(article.article.draft) {
                let before = self
                do {
                    try context.savepoint { try put(article) }
                } catch {
                    self = before
                    throw error
                }
            } else {
                // All else that may be refused is looked at before anything is written: a savepoint isn't cheap.
                try put(article)
            }
        } catch {
            guard let fault = ImportFault(refusal: error, ofRecord: article.recordNumber) else { throw error }
            faults.append(fault)
        }
    }

    /// Writes which article each record is.
    mutating func link(_ file: Int64) throws {
        for (number, link) in links.sorted(by: { $0.key < $1.key }) where places[number] != link.key {
            try db.run(
                """
                INSERT INTO article_file (file_key, record_number, article_key) VALUES (?, ?, ?)
                ON CONFLICT (file_key, record_number) DO UPDATE SET article_key = excluded.article_key
                """,
                [file, number, link.key]
            )
        }
    }

    private mutating func put(_ article: PreparedImport) throws {
        let match = ArticleMatch(db)
        var place = places[article.recordNumber]
        if let key = place, let file, try !match.mayBeChanged(key, by: article, of: file.key, stamp) { place = nil }
        let matched = try match.key(of: article, place: place)
        let stored: (key: Int64, id: ResourceID)
        let writer = ImportedArticleWriter(context)
        if let matched {
            let merged = try writer.merge(article, into: matched, file: file?.key)
            for conflict in merged.conflicts { warn("conflict:" + conflict.name) }
            stored = (matched, merged.id)
            if matched != places[article.recordNumber] { try unlink(matched, article) }
        } else {
            stored = try writer.insert(article, importID: importID)
        }
        try ReadingWriter(context).put(article.reading, on: stored.key, isNew: matched == nil)
        if let number = numbers[stored.key], number != article.recordNumber {
            links[number] = nil
            if article.isIdentified { warn("duplicate-id-in-file") }
        }
        numbers[stored.key] = article.recordNumber
        links[article.recordNumber] = stored
    }

    /// An article is one record of a file: other numbers that it had are given up.
    private mutating func unlink(_ article: Int64, _ imported: PreparedImport) throws {
        guard let file, file.articleCount > 0 else { return }
        let query = SQLText(
            "SELECT record_number FROM article_file WHERE article_key = ? AND file_key = ?", .integer(article), .integer(file.key)
        )
        for number in try db.integers(of: query) where number != imported.recordNumber {
            // The file was begun with this import, so a lower number is of a record that it gave before.
            if file.isUnderWay, number < firstNumber, imported.isIdentified { warn("duplicate-id-in-file") }
            try db.run("DELETE FROM article_file WHERE file_key = ? AND record_number = ?", [file.key, number])
            places[Int(number)] = nil
            removed += 1
        }
    }

    private mutating func warn(_ warning: String) {
        if !warnings.contains(warning) { warnings.append(warning) }
    }
}
