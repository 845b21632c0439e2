import DatelineModels

/// An outcome with all that was worked out of it before the transaction.
struct PreparedOutcome: ReadyOutcome {
    let outcome: ImportOutcome
    /// Those of `.articles`.
    let articles: [PreparedImport]

    init(_ outcome: ImportOutcome, names: NameBook.State) {
        self.outcome = outcome
        var packer = ContentPacker()
        articles = if case .articles(let articles, _) = outcome { articles.map { PreparedImport($0, names, &packer) } } else { [] }
    }

    private init(_ outcome: ImportOutcome, _ articles: [PreparedImport]) {
        self.outcome = outcome
        self.articles = articles
    }

    func reported(as record: ImportRecord) -> any ReadyOutcome { PreparedOutcome(outcome.reported(as: record), articles) }
}

/// One article of a file, ready to be stored.
struct PreparedImport: Sendable {
    let recordNumber: Int
    let article: PreparedArticle
    /// What the file says, mentions and events left out.
    let said: ImportBase
    let id: ResourceID?
    let key: String?
    let isWholeFile: Bool
    let reading: PreparedReading?

    init(_ imported: ImportedArticle, _ names: NameBook.State, _ packer: inout ContentPacker) {
        recordNumber = imported.recordNumber
        article = PreparedArticle(imported.draft, names: names)
        said = ImportBase(article.stored, tags: imported.draft.tags)
        id = imported.id
        key = imported.key?.isEmpty == false ? imported.key : nil
        isWholeFile = imported.isWholeFile
        reading = imported.reading.map { PreparedReading($0, &packer) }
    }

    /// Whether it says itself which article it is.
    var isIdentified: Bool { id != nil || key != nil || article.stored.urlKey != nil }
}

extension ImportOutcome {
    /// About how much there is to write, in bytes; by what it costs, not by what it takes on the disk.
    var weight: Int {
        switch self {
        case .row(let record): Self.rowWeight + record.errors.count * 100
        case .articles(let articles, let record):
            // All are of one content.
            articles.reduce(Self.rowWeight + record.errors.count * 100 + (articles.first?.reading?.content.bytes?.count ?? 0) / 4) {
                sum, article in
                sum + Self.articleWeight + article.draft.headline.utf8.count + (article.draft.body?.utf8.count ?? 0)
                    + (article.draft.abstract?.utf8.count ?? 0)
            }
        case .moved, .exchanged, .copied: 2 * Self.rowWeight
        case .missing: Self.rowWeight + Self.articleWeight
        }
    }

    private static let rowWeight = 500
    private static let articleWeight = 1000
}
