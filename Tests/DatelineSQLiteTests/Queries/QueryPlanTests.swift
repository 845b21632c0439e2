import DatelineModels
import GRDB
import Synchronization
import Testing

@testable import DatelineSQLite

/// Every statement that lists and counts run is looked at with EXPLAIN QUERY PLAN.
@Suite struct QueryPlanTests {
    private static let corpus = Corpus(seed: 5, articles: 700)

    @Test func plans_everyFilterAloneAndInPairsAndEverySort_searchByIndexAndDontSortUnlessBounded() throws {
        let store = try CorpusStore(Self.corpus)
        let filters = RandomFilters(corpus: Self.corpus)
        var random = SeededRandom(seed: 3)
        let statements = try store.queue.read { db in
            try Self.recorded(db) {
                try Self.forEachChoice(filters.articles, ArticleFilter(), &random) { filter in
                    for sort in ArticleSort.allCases where sort != .relevance || filter.text != nil {
                        try Self.pages(PageRequest(limit: 5)) {
                            try ArticleListing.page(db, ArticleQuery(filter: filter, sort: sort, page: $0)).next
                        }
                    }
                    _ = try ArticleListing.count(db, filter)
                }
                try Self.forEachChoice(filters.events, EventFilter(), &random) { filter in
                    for sort in EventSort.allCases {
                        try Self.pages(PageRequest(limit: 5)) {
                            try EventListing.page(db, EventQuery(filter: filter, sort: sort, page: $0)).next
                        }
                    }
                    _ = try EventListing.count(db, filter)
                }
                try Self.forEachChoice(filters.entities, EntityFilter(), &random) { filter in
                    for sort in EntitySort.allCases {
                        try Self.pages(PageRequest(limit: 5)) {
                            try EntityListing.page(db, EntityQuery(filter: filter, sort: sort, page: $0)).next
                        }
                    }
                    _ = try EntityListing.count(db, filter)
                }
                for sort in TagSort.allCases {
                    for prefix in [nil, "geo"] {
                        try Self.pages(PageRequest(limit: 5)) {
                            try TagListing.page(db, TagQuery(prefix: prefix, sort: sort, page: $0)).next
                        }
                    }
                }
                try Self.pages(PageRequest(limit: 2)) { try SourceListing.page(db, $0).next }
            }
        }
        var (walks, collections) = (0, 0)
        for sql in statements {
            let plan = try Self.plan(sql, store)
            for step in plan where step.hasPrefix("SCAN ") { #expect(Self.mayScan(step, sql), "\(step) in \(sql)") }
            // Sorting is for what was collected and for scores; both are chosen, not fallen into.
            let sorts = plan.contains { $0.hasPrefix("USE TEMP B-TREE FOR") && $0.contains("ORDER BY") }
            #expect(!sorts || sql.contains(" NOT INDEXED ") || sql.contains(RelevanceScore.functionName), "\(plan) in \(sql)")
            #expect(!plan.contains { $0.contains("AUTOMATIC") }, "\(plan) in \(sql)")
            if sql.contains("ORDER BY d.") { if sorts { collections += 1 } else { walks += 1 } }
        }
        #expect(walks > 100 && collections > 20)
    }

    private static func plan(_ sql: String, _ store: CorpusStore) throws -> [String] {
        let nulls = StatementArguments([DatabaseValue](repeating: .null, count: sql.utf8.count { $0 == UInt8(ascii: "?") }))
        return try store.queue.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: nulls).map { $0["detail"] as String }
        }
    }

    /// What has to be read as a whole, being small or asked for as a whole.
    private static func mayScan(_ step: String, _ sql: String) -> Bool {
        if step.contains("VIRTUAL TABLE") || step.contains("CONSTANT ROW") || step.contains("(subquery") { return true }
        // One step from the end of an index or table.
        if sql.hasSuffix("LIMIT 1") { return true }
        // A partial index is read as a whole where all it holds is wanted.
        if step.contains("USING INDEX article_untagged") || step.contains("INDEX entity_untagged") || step.contains("INDEX event_untagged")
        {
            return true
        }
        // All rows are counted, or tested for what must not be.
        guard sql.contains("count(*)") || sql.contains("rowid FROM article_text") else { return false }
        return step.contains("USING COVERING INDEX") || step.contains("USING INDEX") || step == "SCAN d" && sql.contains("FROM entity AS d")
    }

    private static func pages(_ request: PageRequest, _ list: (PageRequest) throws -> PageKey?) throws {
        var request = request
        for _ in 0..<2 {
            guard let next = try list(request) else { return }
            request.after = next
        }
    }

    private static func forEachChoice<Filter>(
        _ makers: [RandomFilters.Maker<Filter>], _ empty: Filter, _ random: inout SeededRandom, _ body: (Filter) throws -> Void
    ) throws {
        try body(empty)
        for first in makers.indices {
            for second in makers.indices where second >= first {
                var filter = empty
                makers[first].add(&filter, &random)
                if second > first { makers[second].add(&filter, &random) }
                try body(filter)
            }
        }
    }

    /// The distinct statements that are run meanwhile, those of the full-text index's own tables left out.
    private static func recorded(_ db: Database, _ body: () throws -> Void) throws -> Set<String> {
        let statements = Recording()
        db.trace { event in
            if case .statement(let statement) = event { statements.add(statement.sql) }
        }
        defer { db.trace(options: []) }
        try body()
        return statements.all
    }

    private final class Recording: Sendable {
        private let statements = Mutex<Set<String>>([])

        func add(_ sql: String) {
            guard sql.hasPrefix("SELECT"), !sql.contains("'main'"), !sql.contains("article_document") else { return }
            _ = statements.withLock { $0.insert(sql) }
        }

        var all: Set<String> { statements.withLock { $0 } }
    }
}
