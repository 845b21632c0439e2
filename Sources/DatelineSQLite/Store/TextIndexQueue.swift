import GRDB

/// Changes of the full-text indexes, kept back until the end of a transaction.
///
/// The indexes hold no text of their own (FTS5 §4.4.3, external content): a row is taken out by giving the text that was put in.
struct TextIndexQueue {
    enum Change {
        case addArticle(Int64, headline: String, body: String?)
        case removeArticle(Int64, headline: String, body: String?)
        case addEvent(Int64, name: String, description: String?)
        case removeEvent(Int64, name: String, description: String?)
    }

    /// What a rollback goes back to.
    struct Mark {
        let count: Int
        let flushed: Int
    }

    private var changes: [Change] = []
    /// How many of them are in the index already.
    private var flushed = 0

    var mark: Mark { Mark(count: changes.count, flushed: flushed) }

    var hasArticles: Bool {
        changes.contains {
            switch $0 {
            case .addArticle, .removeArticle: true
            case .addEvent, .removeEvent: false
            }
        }
    }

    mutating func append(_ change: Change) {
        changes.append(change)
    }

    /// To be called after a rollback, which undoes whatever was flushed after the mark, older changes included.
    mutating func rewind(to mark: Mark) {
        changes.removeLast(changes.count - mark.count)
        flushed = mark.flushed
    }

    mutating func flush(_ db: Database) throws {
        while flushed < changes.count {
            try Self.apply(changes[flushed], db)
            flushed += 1
        }
    }

    private static func apply(_ change: Change, _ db: Database) throws {
        switch change {
        case .addArticle(let key, let headline, let body):
            try db.run("INSERT INTO article_text (rowid, headline, body) VALUES (?, ?, ?)", [key, headline, body])
        case .removeArticle(let key, let headline, let body):
            try db.run("INSERT INTO article_text (article_text, rowid, headline, body) VALUES ('delete', ?, ?, ?)", [key, headline, body])
        case .addEvent(let key, let name, let description):
            try db.run("INSERT INTO event_text (rowid, name, description) VALUES (?, ?, ?)", [key, name, description])
        case .removeEvent(let key, let name, let description):
            try db.run(
                "INSERT INTO event_text (event_text, rowid, name, description) VALUES ('delete', ?, ?, ?)", [key, name, description])
        }
    }
}
