import DatelineModels
import GRDB
import Synchronization
import Testing

@testable import DatelineSQLite

/// That one request doesn't keep all others from writing for long.
@Suite struct BulkTaggingTests {
    @Test func filter_ofTooMuchOrTooCostly_isRefusedAndChangesNothing() async throws {
        let open = try OpenStore(.memory)
        let most = 1000
        let drafts = (0...most).map { number in
            ArticleDraft(headline: "\(number)", datePublished: PartialDate(year: number == 0 ? 2020 : 2021))
        }
        _ = try await open.store.articles.create(batch: drafts, atomic: true, onConflict: .error, recorder: nil)
        let tags = SQLiteTagRepository(reader: open.store.reader, writer: open.store.writer, mostMatches: most)
        var tagging = Tagging(add: [TagName(stored: "t", folded: "t")], remove: [], articles: .filter(ArticleFilter()))
        await #expect {
            _ = try await tags.apply(tagging, recorder: nil)
        } throws: { error in
            guard case .invalid(let invalid)? = error as? RepositoryError else { return false }
            return invalid.faults.map(\.code) == [.tooMany] && invalid.faults[0].location == .pointer("/articles/filter")
        }

        var filter = ArticleFilter()
        filter.published = DateRange(from: PartialDate(year: 2021)?.earliest, to: nil)
        tagging.articles = .filter(filter)
        // As long as a read may take, and no longer: here its time is over at once.
        let hasty = SQLiteTagRepository(
            reader: Reader(database: open.store.opened.database, limit: -1), writer: open.store.writer)
        await #expect {
            _ = try await hasty.apply(tagging, recorder: nil)
        } throws: { error in
            guard case .timeout? = error as? RepositoryError else { return false }
            return true
        }
        await #expect(throws: RepositoryError.self) { try await tags.tag("t") }

        let outcome = try await tags.apply(tagging, recorder: nil)
        #expect(outcome == TaggingOutcome(matched: most, changed: most))
        try await open.store.close()
    }

    /// A tag or an entity that all articles have: renamed, merged, deleted in so many statements, however many articles there are.
    @Test func changesOfWhatAllArticlesHave_takeFewStatements() async throws {
        let open = try OpenStore(.memory)
        let store = open.store
        let count = 300
        @Sendable func name(_ text: String) -> TagName { TagName(stored: text, folded: text) }
        for text in ["Ann Example", "Bea Example"] {
            _ = try await store.entities.create(EntityDraft(type: .person, name: text), recorder: nil)
        }
        let drafts = (0..<count).map { number in
            ArticleDraft(
                headline: number < 10 ? "\(number) Ann Example, Bea Example" : "\(number) Ann Example",
                tags: number < 10 ? [name("a"), name("b")] : [name("a")])
        }
        let stored = try await store.articles.create(batch: drafts, atomic: true, onConflict: .error, recorder: nil)
        #expect(stored.count == count)
        let ann = try #require(
            try await store.entities.list(EntityQuery(page: PageRequest(limit: 10))).items.first { $0.name == "Ann Example" })
        try await store.relinker.relinkPending()
        func statements(_ body: () async throws -> Void) async throws -> [String] {
            let statements = Mutex<[String]>([])
            try await store.opened.database.writeWithoutTransaction { db in
                // A trigger is told of by a comment.
                db.trace(options: .statement) { event in
                    let text = "\(event)"
                    if !text.hasPrefix("--") { statements.withLock { $0.append(text) } }
                }
            }
            try await body()
            try await store.opened.database.writeWithoutTransaction { $0.trace(options: []) }
            return statements.withLock { $0 }
        }
        var costs: [[String]] = []
        // To a name of its own, and to another tag's.
        for (before, after) in [("a", "c"), ("c", "b")] {
            costs.append(
                try await statements {
                    _ = try await store.tags.update(before, if: .none) { _ throws(ValidationError) in TagDraft(name: name(after)) }
                })
        }
        #expect(try await store.tags.tag("b").articleCount == count)
        costs.append(try await statements { try await store.tags.delete("b", if: .none) })
        costs.append(
            try await statements {
                _ = try await store.entities.update(ann.id, if: .none) { entity throws(ValidationError) in
                    EntityDraft(type: entity.type, name: "Ann Other", aliases: ["Ann Example"])
                }
            })
        costs.append(try await statements { try await store.entities.delete(ann.id, if: .none) })
        for cost in costs { #expect((1..<100).contains(cost.count), "\(costs)") }
        // Nor does any of them go through all entities of a type, for each article even.
        let all = Set(costs.joined())
        try await store.opened.database.read { db in
            for statement in all where ["DELETE", "UPDATE", "INSERT", "SELECT"].contains(where: statement.hasPrefix) {
                let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement.replacing("?", with: "1"))
                for step in plan { #expect(!"\(step)".contains("(type=?)") || "\(step)".contains("article_key=?"), "\(statement)") }
            }
        }

        var filter = ArticleFilter()
        filter.entityTypes = [.person]
        #expect(try await store.articles.list(ArticleQuery(filter: filter, page: PageRequest(limit: 200))).items.count == 10)
        // Created, and changed by each of the five.
        #expect(try await store.articles.list(ArticleQuery(page: PageRequest(limit: 200))).items.allSatisfy { $0.article.version == 6 })
        try await store.close()
    }
}
