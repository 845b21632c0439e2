import DatelineModels
import GRDB

extension ArticleFilter {
    /// The filter with its names turned into keys; nil where nothing can match.
    func resolved(_ db: Database) throws -> ResolvedFilter? {
        var result = ResolvedFilter(.article)
        guard try result.add(entities: entities, links: "article_entity", byRow: "article_mention", isCounted: true, db),
            try result.add(
                tags: tags, untagged: untagged, links: "article_tag", untaggedIndex: "article_untagged", counter: "article_count", db
            ),
            try addEvents(to: &result, db), try addColumns(to: &result, db)
        else { return nil }
        result.window = DateWindow(published, within: within)
        if let text {
            guard let condition = TextCondition(text, index: "article_text") else { return nil }
            result.text = condition
        }
        return result
    }

    private func addEvents(to result: inout ResolvedFilter, _ db: Database) throws -> Bool {
        func add(_ ids: [ResourceID?]) throws -> Bool {
            let found = try Selectors.events(db, ids)
            guard !found.keys.isEmpty else { return false }
            result.conditions.append(
                .linked(
                    .article, through: "article_event", column: "event_key", byRow: "article_event", keys: found.keys,
                    estimate: found.estimate)
            )
            return true
        }
        if !events.isEmpty { guard try add(events) else { return false } }
        for id in allEvents { guard try add([id]) else { return false } }
        return true
    }

    private func addColumns(to result: inout ResolvedFilter, _ db: Database) throws -> Bool {
        if !entityTypes.isEmpty { result.conditions.append(.entityTypes(Set(entityTypes).map(\.rawValue).sorted())) }
        if !sources.isEmpty {
            let found = try Selectors.sources(db, sources)
            guard !found.keys.isEmpty else { return false }
            result.conditions.append(
                .column(
                    .article, "source_key", index: "article_by_source", values: found.keys.map { .integer($0) },
                    // No article is of two sources.
                    estimate: .exactly(found.count)
                )
            )
        }
        if !languages.isEmpty {
            result.conditions.append(.counted(.article, "language", index: "article_by_language", values: Set(languages).sorted()))
        }
        if !dateStatuses.isEmpty {
            result.conditions.append(
                .counted(.article, "date_status", index: "article_by_status", values: Set(dateStatuses).map(\.rawValue).sorted())
            )
        }
        if createdFrom != nil || createdBefore != nil {
            result.conditions.append(
                .range(
                    .article, "created_at", index: "article_by_created", from: createdFrom?.milliseconds,
                    before: createdBefore?.milliseconds)
            )
        }
        if let updatedFrom {
            result.conditions.append(
                .range(.article, "updated_at", index: "article_by_updated", from: updatedFrom.milliseconds, before: nil))
        }
        return true
    }
}

extension Condition {
    /// A text column that must be one of `values` (at least one).
    static func counted(_ table: ListedTable, _ column: String, index: String, values: [String]) -> Condition {
        var result = Condition.column(table, column, index: index, values: values.map { .text($0) }, estimate: .unknown)
        if let keys = result.keys { result.estimate = .counted(keys) }
        return result
    }

    /// Mentions an entity of one of these types (at least one).
    static func entityTypes(_ types: [String]) -> Condition {
        let list = SQLText("IN (" + types.map { _ in "?" }.joined(separator: ", ") + ")", types.map { .text($0) })
        let columns = ListedTable.article.linkColumns
        let keys = SQLText("SELECT x.article_key FROM article_entity_type AS x WHERE x.type ") + list
        return Condition(
            ranges: OrderedRanges(
                source: "article_entity_type AS d", columns: columns, prefix: "d.type = ? AND ", values: types.map { .text($0) }
            ),
            keys: keys, estimate: .counted(keys)
        ) { row in
            SQLText("EXISTS (SELECT 1 FROM article_entity_type AS x WHERE x.article_key = \(row.key) AND x.type ") + list + ")"
        }
    }
}
