import DatelineModels
import Foundation

/// A draft with all that can be worked out of it without the database, so that this can be done before the transaction.
struct PreparedArticle: Sendable {
    let draft: ArticleDraft
    let stored: StoredArticle
    let figures: TextFigures
    let foldedSource: String?
    /// nil: to be found within the transaction.
    let found: FoundNames?

    init(_ draft: ArticleDraft, names: NameBook.State? = nil) {
        self.draft = draft
        stored = StoredArticle(draft)
        figures = TextFigures(stored)
        foldedSource = draft.source.map { Folding.fold($0) }
        found = draft.autolink ? names?.mentions(headline: draft.headline, body: draft.body) : nil
    }
}

/// What is kept of a text beside it.
struct TextFigures: Sendable {
    let wordCount: Int
    /// SHA-256 of headline, newline and body.
    let contentHash: Data

    init(_ stored: StoredArticle) {
        wordCount = stored.wordCount
        contentHash = stored.contentHash
    }
}
