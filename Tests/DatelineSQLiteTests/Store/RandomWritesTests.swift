import DatelineModels
import DatelineSQLite
import Foundation
import Testing

/// Any order of writes leaves every count, index and link table in step.
@Suite struct RandomWritesTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func writes_anyOrder_leaveTheStoreConsistent(_ seed: UInt64) async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            var monkey = Monkey(open.store, seed: seed)
            for _ in 0..<250 { await monkey.step() }
            try await open.store.relinker.relinkPending()
            try await open.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }
}

private struct Monkey {
    private let store: SQLiteStore
    private var random: SplitMix
    private var articles: [ResourceID] = []
    private var entities: [ResourceID] = []
    private var events: [ResourceID] = []

    init(_ store: SQLiteStore, seed: UInt64) {
        self.store = store
        random = SplitMix(state: seed)
    }

    /// One write; refusals are part of the game.
    mutating func step() async {
        let id = pick(articles), entity = pick(entities), event = pick(events)
        let draft = articleDraft(), eventDraft = eventDraft(), entityDraft = entityDraft()
        let name = tagName(), kind = TaggedKind.allCases[Int.random(in: 0..<3, using: &random)]
        let tagged =
            switch kind {
            case .articles: id;
            case .entities: entity;
            case .events: event
            }
        do throws(RepositoryError) {
            switch Int.random(in: 0..<20, using: &random) {
            case 0...3: articles.append(try await store.articles.create(draft, onConflict: .update, recorder: nil).resource.id)
            case 4, 5: entities.append(try await store.entities.create(entityDraft, recorder: nil).id)
            case 6, 7: events.append(try await store.events.create(eventDraft, recorder: nil).id)
            case 8, 9: _ = try await store.articles.put(id, if: .none) { _ in draft }
            case 10: _ = try await store.entities.update(entity, if: .none) { _ in entityDraft }
            case 11: _ = try await store.events.update(event, if: .none) { _ in eventDraft }
            case 12: try await store.articles.delete(id, if: .none)
            case 13: try await store.entities.delete(entity, if: .none)
            case 14: try await store.events.delete(event, if: .none)
            case 15: try await store.articles.unlink(id, entity: entity)
            case 16: try await store.articles.link(id, entity: entity)
            case 17: try await store.articles.link(id, event: event)
            case 18: try await store.tags.replace([name, tagName()], of: kind, tagged)
            default:
                let other = tagName()
                _ = try await store.tags.update(name.folded, if: .none) { _ in TagDraft(name: other) }
            }
        } catch {
            switch error {
            case .notFound, .conflict, .invalid: break
            default: Issue.record("\(error)")
            }
        }
    }

    private mutating func pick(_ ids: [ResourceID]) -> ResourceID {
        ids.randomElement(using: &random) ?? ResourceID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
    }

    private mutating func tagName() -> TagName {
        let name = "tag\(Int.random(in: 0..<6, using: &random))"
        return TagName(stored: name, folded: name)
    }

    private mutating func text() -> String {
        (0..<6).map { _ in ["Ann", "Example", "Bea", "Rafah", "in", "talks", "The", "Envoy"].randomElement(using: &random) ?? "" }.joined(
            separator: " ")
    }

    private mutating func date() -> PartialDate? {
        Bool.random(using: &random) ? PartialDate(year: Int.random(in: 2000..<2005, using: &random)) : nil
    }

    private mutating func articleDraft() -> ArticleDraft {
        var draft = ArticleDraft(
            headline: text(), body: Bool.random(using: &random) ? text() : nil, datePublished: date(), tags: [tagName()])
        draft.source = ["A", "B", nil].randomElement(using: &random) ?? nil
        draft.autolink = Int.random(in: 0..<5, using: &random) > 0
        if Bool.random(using: &random) {
            draft.mentions = [.init(index: 0, target: .named("Rafah", .place)), .init(index: 1, target: .id(pick(entities)))]
        }
        if Bool.random(using: &random) { draft.events = [.init(index: 0, id: pick(events))] }
        var faults = Faults()
        draft.url = WebAddress("https://example.org/\(Int.random(in: 0..<30, using: &random))", at: .pointer("/url"), into: &faults)
        return draft
    }

    private mutating func entityDraft() -> EntityDraft {
        let names = ["Ann Example", "Bea Example", "Rafah", "The Envoy", "Ann", "Bea"].shuffled(using: &random)
        return EntityDraft(
            type: EntityType.allCases.randomElement(using: &random) ?? .other, name: names[0], aliases: [names[1]], weakAliases: [names[2]],
            tags: [tagName()])
    }

    private mutating func eventDraft() -> EventDraft {
        EventDraft(
            name: text(), description: Bool.random(using: &random) ? text() : nil, startDate: date(),
            location: Bool.random(using: &random) ? .entity(.id(pick(entities))) : .text("there"),
            participants: [.init(entity: .id(pick(entities)), role: nil), .init(entity: .named("Ann Example", .person), role: "r")],
            superEvent: events.isEmpty ? nil : pick(events), tags: [tagName()]
        )
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
