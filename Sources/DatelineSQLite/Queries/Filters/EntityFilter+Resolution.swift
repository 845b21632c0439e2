import DatelineModels
import GRDB

extension EntityFilter {
    /// The filter with its names turned into keys; nil where nothing can match.
    ///
    /// - Parameter order: the order of the list, whose indexes by type are to be used.
    func resolved(_ db: Database, order: ListOrder?) throws -> ResolvedFilter? {
        var result = ResolvedFilter(.entity)
        if let prefix, !prefix.isEmpty { result.conditions.append(.namePrefix(FoldedPrefix(prefix))) }
        if !types.isEmpty { result.conditions.append(.types(Set(types).map(\.rawValue).sorted(), order)) }
        if !identifiers.isEmpty { result.conditions.append(.identifiers(identifiers)) }
        guard
            try result.add(
                tags: tags, untagged: untagged, links: "entity_tag", untaggedIndex: "entity_untagged", counter: "entity_count", db)
        else { return nil }
        for index in result.conditions.indices where result.conditions[index].isUntagged && order?.column == "folded" {
            result.conditions[index].ranges = OrderedRanges(
                source: "entity AS d INDEXED BY entity_untagged", columns: ListedTable.entity.rowColumns, prefix: "d.tag_count = 0 AND ",
                values: [nil]
            )
        }
        return result
    }
}

extension Condition {
    /// A name or alias begins so.
    static func namePrefix(_ prefix: FoldedPrefix) -> Condition {
        let keys = SQLText("SELECT x.entity_key FROM entity_name AS x INDEXED BY entity_name_by_folded WHERE ") + prefix.test("x.folded")
        return Condition(keys: keys, estimate: .counted(keys)) { row in
            SQLText("EXISTS (SELECT 1 FROM entity_name AS x WHERE x.entity_key = \(row.key) AND ") + prefix.test("x.folded") + ")"
        }
    }

    /// Of one of these types (at least one).
    static func types(_ types: [String], _ order: ListOrder?) -> Condition {
        let list = SQLText("IN (" + types.map { _ in "?" }.joined(separator: ", ") + ")", types.map { .text($0) })
        let keys = SQLText("SELECT x.entity_key FROM entity AS x INDEXED BY entity_by_type_name WHERE x.type ") + list
        let ranges = order.map { order in
            let index = order.index.replacing("entity_by_", with: "entity_by_type_")
            return OrderedRanges(
                source: "entity AS d INDEXED BY \(index)", columns: ListedTable.entity.rowColumns, prefix: "d.type = ? AND ",
                values: types.map { .text($0) }
            )
        }
        return Condition(ranges: ranges, keys: keys, estimate: .counted(keys)) { _ in SQLText("d.type ") + list }
    }

    /// With one of these identifiers (at least one).
    static func identifiers(_ identifiers: [EntityFilter.Identifier]) -> Condition {
        let keys = identifiers.map { identifier in
            SQLText(
                "SELECT x.entity_key FROM entity_identifier AS x WHERE x.scheme = ? AND x.value = ?", .text(identifier.scheme),
                .text(identifier.value))
        }.joined(separator: " UNION ALL ")
        return Condition(keys: keys, estimate: .atMost(identifiers.count)) { row in SQLText("\(row.key) IN (") + keys + ")" }
    }
}
