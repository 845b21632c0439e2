public import DatelineModels

/// One name by which an entity is found in texts.
public struct EntityName: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case name, alias, weakAlias
    }

    public let text: String
    public let kind: Kind

    public init(text: String, kind: Kind) {
        self.text = text
        self.kind = kind
    }
}

/// An entity found in a text.
public struct FoundMention: Hashable, Sendable {
    /// The key the entity was put in under.
    public let entity: Int64
    public let count: Int
    /// The distinct spellings, in order of appearance; at most ``NameIndex/keptSurfaces``.
    public let surfaces: [String]
    public let linkedBy: MentionOrigin
}

/// The names of all known entities, ready to be found in texts.
///
/// Names are compared word by word, blind to case, accents, apostrophes and hyphen forms; where a name has a capital the text
/// must have one there too. Of names that overlap the longest wins. A name that several entities bear links none of them by
/// itself: it counts, as a weak alias does, for the one whose full name stands in the same article. A main name goes before
/// the same text as another entity's alias.
public struct NameIndex: Sendable {
    public static let keptSurfaces = 20
    /// Longer names are not searched for.
    public static let maximumWords = 24

    struct Bearer: Hashable, Sendable {
        let entity: Int64
        let kind: EntityName.Kind
        let capitals: CapitalPattern
    }

    private var bearersByKey: [String: [Bearer]] = [:]
    /// By first word: how many keys begin with it, by their number of words.
    private var lengthsByFirstWord: [String: [Int: Int]] = [:]
    private var keysByEntity: [Int64: [String]] = [:]

    public init() {}

    public var entityCount: Int { keysByEntity.count }

    /// Puts an entity in, or gives it other names. Names without a letter or digit are left out.
    public mutating func set(_ entity: Int64, names: [EntityName]) {
        remove(entity)
        var keys: [String] = []
        for name in names {
            let tokens = NameTokenizer.tokens(of: name.text)
            guard !tokens.isEmpty, tokens.count <= Self.maximumWords else { continue }
            let key = tokens.map(\.key).joined(separator: " ")
            let bearer = Bearer(entity: entity, kind: name.kind, capitals: CapitalPattern(tokens.map(\.capitals)))
            if bearersByKey[key] == nil { lengthsByFirstWord[tokens[0].key, default: [:]][tokens.count, default: 0] += 1 }
            bearersByKey[key, default: []].append(bearer)
            keys.append(key)
        }
        if !keys.isEmpty { keysByEntity[entity] = keys }
    }

    public mutating func remove(_ entity: Int64) {
        guard let keys = keysByEntity.removeValue(forKey: entity) else { return }
        for key in Set(keys) {
            bearersByKey[key]?.removeAll { $0.entity == entity }
            guard bearersByKey[key]?.isEmpty == true else { continue }
            bearersByKey[key] = nil
            let words = key.split(separator: " ")
            guard let first = words.first.map(String.init) else { continue }
            lengthsByFirstWord[first]?[words.count]? -= 1
            if lengthsByFirstWord[first]?[words.count] == 0 { lengthsByFirstWord[first]?[words.count] = nil }
            if lengthsByFirstWord[first]?.isEmpty == true { lengthsByFirstWord[first] = nil }
        }
    }

    /// The entities that headline and body speak of, in order of first appearance.
    public func mentions(headline: String, body: String?) -> [FoundMention] {
        guard !bearersByKey.isEmpty else { return [] }
        var spans = self.spans(in: headline)
        if let body { spans += self.spans(in: body) }
        return MentionResolution(spans).mentions
    }

    /// What was found in one text: spans that don't overlap, in order.
    private func spans(in text: String) -> [NameSpan] {
        let tokens = NameTokenizer.tokens(of: text)
        var found: [NameSpan] = []
        for start in tokens.indices { appendSpans(startingAt: start, in: tokens, of: text, to: &found) }
        guard found.count > 1 else { return found }
        // The longest first; of equals the one further left.
        found.sort { ($1.tokens.count, $0.tokens.lowerBound) < ($0.tokens.count, $1.tokens.lowerBound) }
        var taken = [Bool](repeating: false, count: tokens.count)
        var kept: [NameSpan] = []
        for span in found where !span.tokens.contains(where: { taken[$0] }) {
            for index in span.tokens { taken[index] = true }
            kept.append(span)
        }
        return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func appendSpans(startingAt start: Int, in tokens: [NameToken], of text: String, to found: inout [NameSpan]) {
        let first = tokens[start]
        // A possessive word can only end a name, so its short form matters as a first word only for names of one word.
        var lengths = lengthsByFirstWord[first.key].map { Set($0.keys) } ?? []
        if let possessor = first.possessor, lengthsByFirstWord[possessor]?[1] != nil { lengths.insert(1) }
        for length in lengths.sorted(by: >) {
            let end = start + length
            guard end <= tokens.count, !tokens[(start + 1)..<end].contains(where: \.startsAnew) else { continue }
            let words = tokens[start..<end]
            let last = tokens[end - 1]
            let beginning = words.dropLast().map { $0.key + " " }.joined()
            for (lastWord, surfaceEnd) in [(last.key, last.range.upperBound)] + (last.possessor.map { [($0, last.possessorEnd)] } ?? []) {
                guard let bearers = bearersByKey[beginning + lastWord] else { continue }
                let fitting = bearers.filter { $0.capitals.fits(words.map(\.capitals)) }
                guard !fitting.isEmpty else { continue }
                found.append(NameSpan(tokens: start..<end, surface: String(text[first.range.lowerBound..<surfaceEnd]), bearers: fitting))
                return
            }
        }
    }
}

/// A stretch of text that is a name of one or more entities.
struct NameSpan {
    let tokens: Range<Int>
    let surface: String
    let bearers: [NameIndex.Bearer]
}
