import DatelineModels
import Testing

func tag(_ text: String) -> TagName {
    TagName(stored: text, folded: Folding.fold(text))
}

func address(_ text: String) throws -> WebAddress {
    var faults = Faults()
    return try #require(WebAddress(text, at: .pointer("/url"), into: &faults))
}

func date(_ text: String) throws -> PartialDate {
    try PartialDate(parsing: text, zone: nil)
}

func id(_ number: UInt64) -> ResourceID {
    ResourceID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 + number)
}

func mention(_ index: Int, _ target: EntityTarget) -> ArticleDraft.LinkTarget {
    .init(index: index, target: target)
}

func article(_ store: StoreUnderTest, _ draft: ArticleDraft) async throws -> Article {
    try await store.articles.create(draft, onConflict: .error, recorder: nil).resource
}

func entity(_ store: StoreUnderTest, _ type: EntityType, _ name: String, aliases: [String] = [], weakAliases: [String] = []) async throws
    -> Entity
{
    try await store.entities.create(EntityDraft(type: type, name: name, aliases: aliases, weakAliases: weakAliases), recorder: nil)
}

func event(_ store: StoreUnderTest, _ draft: EventDraft) async throws -> Event {
    try await store.events.create(draft, recorder: nil)
}

/// What a failed call should have said.
enum Expected: Equatable {
    case notFound, preconditionFailed, cancelled, gone, overloaded
    case conflict(ResourceID?)
    /// The pointers and codes of all faults.
    case invalid([String])

    init?(_ error: RepositoryError) {
        switch error {
        case .notFound: self = .notFound
        case .preconditionFailed: self = .preconditionFailed
        case .cancelled: self = .cancelled
        case .gone: self = .gone
        case .overloaded: self = .overloaded
        case .conflict(let existing, _): self = .conflict(existing)
        case .invalid(let error):
            self = .invalid(
                error.faults.map { fault in
                    if case .pointer(let pointer) = fault.location { "\(pointer) \(fault.code.rawValue)" } else { fault.code.rawValue }
                })
        case .timeout, .unavailable: return nil
        }
    }
}

func expect<Value>(
    _ expected: Expected, location: SourceLocation = #_sourceLocation, _ body: () async throws(RepositoryError) -> Value
) async {
    do {
        _ = try await body()
        Issue.record("succeeded instead of \(expected)", sourceLocation: location)
    } catch {
        #expect(Expected(error) == expected, "\(error)", sourceLocation: location)
    }
}

func allChanges(_ store: StoreUnderTest) async throws -> [Change] {
    try await store.changes.changes(after: 0, limit: 100_000)
}

/// `action resource` of every change after the first `count`.
func changes(_ store: StoreUnderTest, after count: Int) async throws -> [String] {
    try await store.changes.changes(after: Int64(count), limit: 100_000).map { "\($0.action.rawValue) \($0.resource.rawValue)" }
}

func changeCount(_ store: StoreUnderTest) async throws -> Int {
    try await allChanges(store).count
}
