import DatelineModels
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
}
