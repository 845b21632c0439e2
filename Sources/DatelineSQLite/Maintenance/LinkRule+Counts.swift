extension LinkRule {
    /// Counts that triggers keep, against what they count.
    static let counts = [
        counted("article", [("tag_count", "article_tag AS l WHERE l.article_key = r.article_key")]),
        counted(
            "entity",
            [
                ("tag_count", "entity_tag AS l WHERE l.entity_key = r.entity_key"),
                ("article_count", "article_entity AS l WHERE l.entity_key = r.entity_key"),
            ],
            others: [
                (
                    "have a last_key that isn't their latest article's date",
                    "r.last_key <> (SELECT ifnull(max(l.date_key), -9223372036854775807 - 1) FROM article_entity AS l WHERE l.entity_key = r.entity_key)"
                )
            ]
        ),
        counted(
            "event",
            [
                ("tag_count", "event_tag AS l WHERE l.event_key = r.event_key"),
                ("article_count", "article_event AS l WHERE l.event_key = r.event_key"),
                ("source_count", "event_source AS l WHERE l.event_key = r.event_key"),
            ]
        ),
        counted(
            "tag",
            [
                ("article_count", "article_tag AS l WHERE l.tag_key = r.tag_key"),
                ("entity_count", "entity_tag AS l WHERE l.tag_key = r.tag_key"),
                ("event_count", "event_tag AS l WHERE l.tag_key = r.tag_key"),
            ]
        ),
        counted("source", [("article_count", "article AS l WHERE l.source_key = r.source_key")]),
        counted("import_file", [("article_count", "article_file AS l WHERE l.file_key = r.file_key")]),
        counted(
            "event_source",
            [
                (
                    "article_count",
                    """
                    article_event AS l JOIN article AS a ON a.article_key = l.article_key
                    WHERE l.event_key = r.event_key AND a.source_key = r.source_key
                    """
                )
            ]
        ),
    ]

    /// - Parameters:
    ///   - columns: each with the tables and the condition under which their rows are counted; the table's own row is `r`.
    ///   - others: further conditions that no row may fulfil, named by what such rows do.
    private static func counted(_ table: String, _ columns: [(name: String, of: String)], others: [(String, String)] = []) -> LinkRule {
        let breaches = columns.map { ("have a wrong \($0.name)", "r.\($0.name) <> (SELECT count(*) FROM \($0.of))") } + others
        return LinkRule(
            name: "counts (\(table))", rows: "SELECT count(*) FROM \(table)",
            breaches: breaches.map { ("rows \($0.0)", "SELECT count(*) FROM \(table) AS r WHERE \($0.1)") }
        )
    }
}
