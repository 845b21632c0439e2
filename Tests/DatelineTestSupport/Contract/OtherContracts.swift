import DatelineModels
import Foundation
import Testing

enum SourceContract {
    static let cases: [ContractCase] = [
        ContractCase("updateSource_setsDateHabits") { store in
            _ = try await article(store, ArticleDraft(headline: "x", source: "News Track"))
            _ = try await article(store, ArticleDraft(headline: "y", source: "NEWS  track"))
            let stored = try await store.sources.source("news track")
            #expect(stored.name == "News Track" && stored.articleCount == 2 && stored.version == 1)
            let updated = try await store.sources.update("news track", if: Precondition(ifMatch: .versions([1]))) { _ in
                (timeZone: "Asia/Riyadh", dateOrder: .dmy)
            }
            #expect(updated.version == 2 && updated.timeZone == "Asia/Riyadh" && updated.dateOrder == .dmy)
            let same = try await store.sources.update("news track", if: .none) { (timeZone: $0.timeZone, dateOrder: $0.dateOrder) }
            #expect(same.version == 2)
            let habits = try #require(try await store.imports.dateHabits(ofSource: "news TRACK"))
            #expect(habits.order == .dmy && habits.zone?.timeZone.identifier == "Asia/Riyadh")
            #expect(try await store.imports.dateHabits(ofSource: "unknown") == nil)
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.sources.update("news track", if: Precondition(ifMatch: .versions([1]))) { _ in
                    (timeZone: nil, dateOrder: nil)
                }
            }
            await expect(.notFound) { () throws(RepositoryError) in try await store.sources.source("unknown") }
            await expect(.notFound) { () throws(RepositoryError) in
                try await store.sources.update("unknown", if: .none) { _ in (timeZone: nil, dateOrder: nil) }
            }
        }
    ]
}

enum AnswerContract {
    private static func key(_ value: String, _ byte: UInt8 = 1) -> IdempotencyKey {
        IdempotencyKey(value: value, fingerprint: Array(repeating: byte, count: 32))
    }

    private static let created = AnswerRecorder<WriteOutcome<Article>>(key: key("k")) { outcome in
        RecordedAnswer(status: 201, headers: [("Location", outcome.resource.id.description), ("Location", "twice")], body: [0, 255])
    }

    static let cases: [ContractCase] = [
        ContractCase("recorder_successfulWrite_keepsItsAnswer") { store in
            guard case .unknown = try await store.answers.answer(for: key("k")) else {
                Issue.record("an answer before the request")
                return
            }
            let outcome = try await store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: created)
            guard case .answered(let answer) = try await store.answers.answer(for: key("k")) else {
                Issue.record("no answer kept")
                return
            }
            #expect(answer == created.render(outcome))
            guard case .mismatch = try await store.answers.answer(for: key("k", 2)) else {
                Issue.record("another request got this one's answer")
                return
            }
        },
        ContractCase("recorder_keyUsedMeanwhile_writesNothing") { store in
            _ = try await store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: created)
            let count = try await changeCount(store)
            await expect(.conflict(nil)) { () throws(RepositoryError) in
                try await store.articles.create(ArticleDraft(headline: "y"), onConflict: .error, recorder: created)
            }
            #expect(try await changeCount(store) == count)
        },
        ContractCase("recorder_failedWrite_keepsNothing") { store in
            var draft = ArticleDraft(headline: "x")
            draft.events = [.init(index: 0, id: id(1))]
            let invalid = draft
            await expect(.invalid(["/events/0 not-found"])) { () throws(RepositoryError) in
                try await store.articles.create(invalid, onConflict: .error, recorder: created)
            }
            guard case .unknown = try await store.answers.answer(for: key("k")) else {
                Issue.record("an answer of a write that failed")
                return
            }
        },
        ContractCase("keep_firstAnswerStays_forADay") { store in
            let first = RecordedAnswer(status: 422, headers: [], body: [])
            try await store.answers.keep(first, for: key("k"))
            try await store.answers.keep(RecordedAnswer(status: 400, headers: [], body: []), for: key("k"))
            guard case .answered(first) = try await store.answers.answer(for: key("k")) else {
                Issue.record("another answer")
                return
            }
            store.clock.advance(by: 24 * 60 * 60 * 1000)
            guard case .unknown = try await store.answers.answer(for: key("k")) else {
                Issue.record("kept for more than a day")
                return
            }
            _ = try await store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: created)
            guard case .answered = try await store.answers.answer(for: key("k")) else {
                Issue.record("an expired answer stood in the way")
                return
            }
        },
    ]
}

extension RecordedAnswer {
    static func ~= (pattern: Self, value: Self) -> Bool { pattern == value }
}

/// Many callers at once.
enum ConcurrencyContract {
    static let cases: [ContractCase] = [
        ContractCase("create_200AtOnce_allStoredAndDistinct") { store in
            let ids = try await withThrowingTaskGroup(of: ResourceID.self) { group in
                for number in 0..<200 {
                    group.addTask { try await article(store, ArticleDraft(headline: "Number \(number)", tags: [tag("shared")])).id }
                }
                return try await group.reduce(into: Set<ResourceID>()) { $0.insert($1) }
            }
            #expect(ids.count == 200)
            #expect(try await store.tags.tag("shared").articleCount == 200)
            let all = try await allChanges(store)
            #expect(all.count == 201 && all.map(\.sequence) == Array(1...201))
        },
        ContractCase("create_sameURLAtOnce_oneWins") { store in
            let url = try address("https://example.org/same")
            let created = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask { (try? await article(store, ArticleDraft(headline: "\(number)", url: url))) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(created == 1)
        },
        ContractCase("update_32WithOneVersion_oneWins") { store in
            let stored = try await article(store, ArticleDraft(headline: "x"))
            let wins = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<32 {
                    group.addTask {
                        let updated = try? await store.articles.update(stored.id, if: Precondition(ifMatch: .versions([1]))) { _ in
                            ArticleDraft(headline: "\(number)")
                        }
                        return updated != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(wins == 1)
            #expect(try await store.articles.article(stored.id).version == 2)
        },
        ContractCase("create_failuresBetweenSuccesses_undoOnlyThemselves") { store in
            let stored = await withTaskGroup(of: ResourceID?.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        var draft = ArticleDraft(headline: "Number \(number)", tags: [tag("t\(number)")])
                        draft.mentions = [mention(0, .named("Person \(number)", .person))]
                        if number % 2 == 1 { draft.events = [.init(index: 0, id: id(1))] }
                        return try? await article(store, draft).id
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 == nil ? 0 : 1 }
            }
            #expect(stored == 50)
            let all = try await allChanges(store)
            #expect(all.count == 150 && all.map(\.sequence) == Array(1...150))
        },
        ContractCase("write_cancelledCaller_isCancelledOrDone") { store in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        do throws(RepositoryError) {
                            _ = try await store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
                            return true
                        } catch {
                            #expect(Expected(error) == .cancelled)
                            return false
                        }
                    }
                }
                group.cancelAll()
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let count = try await changeCount(store)
            #expect(count == outcomes)
        },
    ]
}
