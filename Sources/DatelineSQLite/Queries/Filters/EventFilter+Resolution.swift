import DatelineModels
import GRDB

extension EventFilter {
    /// The filter with its names turned into keys; nil where nothing can match.
    func resolved(_ db: Database) throws -> ResolvedFilter? {
        var result = ResolvedFilter(.event)
        guard try result.add(entities: entities, links: "event_entity", byRow: "event_entity", isCounted: false, db),
            try result.add(tags: tags, untagged: untagged, links: "event_tag", untaggedIndex: "event_untagged", counter: "event_count", db),
            try addArticles(to: &result, db)
        else { return nil }
        if !statuses.isEmpty {
            result.conditions.append(.counted(.event, "status", index: "event_by_status", values: Set(statuses).map(\.rawValue).sorted()))
        }
        result.window = DateWindow(dates)
        if let text {
            guard let condition = TextCondition(text, index: "event_text") else { return nil }
            result.text = condition
        }
        return result
    }

    private func addArticles(to result: inout ResolvedFilter, _ db: Database) throws -> Bool {
        guard !articles.isEmpty else { return true }
        var keys: [Int64] = []
        for id in Set(articles.compactMap { $0 }).sorted() {
            if let key = try ArticleLoader.key(db, id: id) { keys.append(key) }
        }
        guard !keys.isEmpty else { return false }
        result.conditions.append(.articles(keys))
        return true
    }
}

extension Condition {
    /// Linked to one of these articles (at least one).
    static func articles(_ keys: [Int64]) -> Condition {
        let links = SQLText(
            "SELECT x.event_key FROM article_event AS x INDEXED BY article_event_by_article WHERE x.article_key IN (SELECT value FROM json_each(?))",
            Codec.keyList(keys))
        return Condition(keys: links, estimate: .counted(links)) { row in SQLText("\(row.key) IN (") + links + ")" }
    }
}
