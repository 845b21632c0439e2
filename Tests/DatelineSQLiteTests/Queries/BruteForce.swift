import DatelineModels
import Foundation

@testable import DatelineSQLite

/// The meaning of filters and orders, spelled out row by row without any index.
struct BruteForce {
    let corpus: Corpus
    private let entityNames: [[String]]
    private let tagNames: [String]
    private let articleTokens: [[[String]]]
    private let eventTokens: [[[String]]]

    init(corpus: Corpus) {
        self.corpus = corpus
        entityNames = corpus.entities.map { row in ([row.value.name] + row.value.aliases + row.value.weakAliases).map { Folding.fold($0) } }
        tagNames = corpus.tags.map { Folding.fold($0.value) }
        articleTokens = corpus.articles.map { [Self.tokens($0.value.headline), Self.tokens($0.value.body)] }
        eventTokens = corpus.events.map { [Self.tokens($0.value.name), Self.tokens($0.value.description)] }
    }

    // MARK: Parts of filters

    private func entities(_ selector: EntitySelector) -> Set<Int> {
        Set(
            corpus.entities.indices.filter { index in
                switch selector {
                case .id(let id): corpus.entities[index].id == id
                case .name(let folded): entityNames[index].contains(folded)
                }
            })
    }

    private func tags(_ selector: TagSelector) -> Set<Int> {
        Set(
            corpus.tags.indices.filter { index in
                switch selector {
                case .name(let folded): tagNames[index] == folded
                case .prefix(let prefix): tagNames[index].utf8.starts(with: prefix.utf8)
                }
            })
    }

    /// A membership with every selector replaced by what it means.
    private struct Meaning {
        let all: [Set<Int>]
        let any: [Set<Int>]
        let none: [Set<Int>]

        func holds(_ own: Set<Int>) -> Bool {
            all.allSatisfy { !$0.isDisjoint(with: own) } && (any.isEmpty || any.contains { !$0.isDisjoint(with: own) })
                && none.allSatisfy { $0.isDisjoint(with: own) }
        }
    }

    private func meaning(_ membership: Membership<EntitySelector>) -> Meaning {
        Meaning(all: membership.all.map(entities), any: membership.any.map(entities), none: membership.none.map(entities))
    }

    private func meaning(_ membership: Membership<TagSelector>) -> Meaning {
        Meaning(all: membership.all.map(tags), any: membership.any.map(tags), none: membership.none.map(tags))
    }

    static func tokens(_ text: String?) -> [String] {
        TextQuery.words(of: text ?? "").map { Folding.fold($0) }
    }

    /// How often a term occurs.
    static func occurrences(_ term: TextQuery.Term, _ tokens: [String]) -> Int {
        let words = term.words.map { Folding.fold($0) }
        guard words.count <= tokens.count else { return 0 }
        return (0...tokens.count - words.count).count { start in
            words.indices.allSatisfy { index in
                let token = tokens[start + index]
                return term.isPrefix && index == words.count - 1 ? token.hasPrefix(words[index]) : token == words[index]
            }
        }
    }

    private func holds(_ query: TextQuery?, _ columns: [[String]]) -> Bool {
        guard let query else { return true }
        func occurs(_ term: TextQuery.Term) -> Bool { columns.contains { Self.occurrences(term, $0) > 0 } }
        return query.required.allSatisfy { $0.contains(where: occurs) } && !query.excluded.contains(where: occurs)
    }

    private func holds(_ range: DateRange?, _ date: PartialDate?) -> Bool {
        guard let range else { return true }
        return date.map { range.contains(earliest: $0.earliest, latest: $0.latest) } ?? false
    }

    private func holds(_ within: PartialDate?, _ date: PartialDate?) -> Bool {
        guard let within else { return true }
        return date.map { $0.earliest >= within.earliest && $0.latest <= within.latest } ?? false
    }

    // MARK: Articles

    func matches(_ filter: ArticleFilter) -> [Corpus.Row<Corpus.ArticleValue>] {
        let (entities, tags) = (meaning(filter.entities), meaning(filter.tags))
        return corpus.articles.filter { row in
            entities.holds(row.value.entities) && tags.holds(row.value.tags) && holds(filter, row.value)
                && holds(filter.text, articleTokens[Int(row.key) - 1])
        }
    }

    private func holds(_ filter: ArticleFilter, _ value: Corpus.ArticleValue) -> Bool {
        func isAmong(_ ids: [ResourceID?]) -> Bool { value.events.contains { ids.contains(corpus.events[$0].id) } }
        let types = Set(value.entities.map { corpus.entities[$0].value.type })
        return (filter.entityTypes.isEmpty || !types.isDisjoint(with: filter.entityTypes))
            && (!filter.untagged || value.tags.isEmpty)
            && (filter.events.isEmpty || isAmong(filter.events))
            && filter.allEvents.allSatisfy { isAmong([$0]) }
            && (filter.sources.isEmpty || value.source.map { filter.sources.contains(corpus.sources[$0].value) } ?? false)
            && (filter.languages.isEmpty || value.language.map { filter.languages.contains($0) } ?? false)
            && (filter.dateStatuses.isEmpty || filter.dateStatuses.contains(value.status))
            && holds(filter.published, value.date) && holds(filter.within, value.date)
            && (filter.createdFrom.map { value.created >= $0.milliseconds } ?? true)
            && (filter.createdBefore.map { value.created < $0.milliseconds } ?? true)
            && (filter.updatedFrom.map { value.updated >= $0.milliseconds } ?? true)
    }

    func list(_ filter: ArticleFilter, _ sort: ArticleSort) -> [ResourceID] { list(matches(filter), filter, sort) }

    func list(_ rows: [Corpus.Row<Corpus.ArticleValue>], _ filter: ArticleFilter, _ sort: ArticleSort) -> [ResourceID] {
        switch sort {
        case .newestPublished: return Self.sorted(rows, isDescending: true) { Codec.key($0.date) }
        case .oldestPublished: return Self.sorted(rows, isDescending: false) { $0.date?.earliest ?? .max }
        case .newestCreated: return Self.sorted(rows, isDescending: true) { $0.created }
        case .oldestCreated: return Self.sorted(rows, isDescending: false) { $0.created }
        case .newestUpdated: return Self.sorted(rows, isDescending: true) { $0.updated }
        case .relevance: return rows.map { (score(articleTokens[Int($0.key) - 1], filter.text), $0.id) }.sorted { $0 > $1 }.map(\.1)
        }
    }

    private func score(_ tokens: [[String]], _ query: TextQuery?) -> Int64 {
        guard let query, !query.required.isEmpty else { return 0 }
        let (headline, body) = (tokens[0], tokens[1])
        let normal = 1.2 * (1.0 - 0.75 + 0.75 * Double(headline.count + body.count) / 400.0)
        var sum = 0.0
        for term in query.required.joined() {
            let frequency = 4.0 * Double(Self.occurrences(term, headline)) + Double(Self.occurrences(term, body))
            sum += frequency * (1.2 + 1.0) / (frequency + normal)
        }
        return Int64((sum * 1e6).rounded())
    }

    static func sorted<Value, Key: Comparable>(_ rows: [Corpus.Row<Value>], isDescending: Bool, _ key: (Value) -> Key) -> [ResourceID] {
        let keyed = rows.map { (key($0.value), $0.id) }
        return keyed.sorted { isDescending ? $0 > $1 : $0 < $1 }.map(\.1)
    }

    // MARK: Events and entities

    func list(_ filter: EventFilter, _ sort: EventSort) -> [ResourceID] {
        let (entities, tags) = (meaning(filter.entities), meaning(filter.tags))
        let told = Set(corpus.articles.filter { filter.articles.contains($0.id) }.flatMap(\.value.events))
        let rows = corpus.events.filter { row in
            let value = row.value
            let own = Set(value.participants + [value.location].compactMap { $0 })
            return entities.holds(own) && tags.holds(value.tags) && (!filter.untagged || value.tags.isEmpty)
                && (filter.articles.isEmpty || told.contains(Int(row.key) - 1))
                && (filter.statuses.isEmpty || filter.statuses.contains(value.status))
                && (filter.dates.map { range in
                    value.start.map { range.contains(earliest: $0.earliest, latest: (value.end ?? $0).latest) } ?? false
                } ?? true)
                && holds(filter.text, eventTokens[Int(row.key) - 1])
        }
        switch sort {
        case .newest: return Self.sorted(rows, isDescending: true) { Codec.key($0.start) }
        case .oldest: return Self.sorted(rows, isDescending: false) { $0.start?.earliest ?? .max }
        case .mostArticles:
            let counts = Dictionary(
                uniqueKeysWithValues: corpus.events.indices.map { index in
                    (corpus.events[index].id, corpus.articles.count { $0.value.events.contains(index) })
                })
            return rows.map(\.id).sorted { (counts[$0] ?? 0, $0) > (counts[$1] ?? 0, $1) }
        }
    }

    func list(_ filter: EntityFilter, _ sort: EntitySort) -> [ResourceID] {
        let tags = meaning(filter.tags)
        let indices = corpus.entities.indices.filter { index in
            let value = corpus.entities[index].value
            return (filter.prefix.map { prefix in entityNames[index].contains { $0.utf8.starts(with: prefix.utf8) } } ?? true)
                && (filter.types.isEmpty || filter.types.contains(value.type)) && tags.holds(value.tags)
                && (!filter.untagged || value.tags.isEmpty)
                && (filter.identifiers.isEmpty || filter.identifiers.contains { $0.scheme == "wikidata" && $0.value == value.identifier })
        }
        func articles(_ index: Int) -> [Corpus.ArticleValue] { corpus.articles.map(\.value).filter { $0.entities.contains(index) } }
        switch sort {
        case .name:
            return indices.sorted { left, right in
                let (left, right) = (corpus.entities[left], corpus.entities[right])
                let (first, second) = (Array(Folding.fold(left.value.name).utf8), Array(Folding.fold(right.value.name).utf8))
                return first == second ? left.id < right.id : first.lexicographicallyPrecedes(second)
            }.map { corpus.entities[$0].id }
        case .mostArticles:
            return indices.map { (articles($0).count, corpus.entities[$0].id) }.sorted { $0 > $1 }.map(\.1)
        case .lastPublished:
            return indices.map { (articles($0).map { Codec.key($0.date) }.max() ?? Codec.undated, corpus.entities[$0].id) }.sorted {
                $0 > $1
            }.map(\.1)
        }
    }
}
