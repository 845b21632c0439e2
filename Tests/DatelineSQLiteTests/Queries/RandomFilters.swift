import DatelineModels

/// Conditions at random, such as a corpus has something for; sometimes nothing.
struct RandomFilters {
    let corpus: Corpus

    typealias Maker<Filter> = (name: String, add: (inout Filter, inout SeededRandom) -> Void)

    var articles: [Maker<ArticleFilter>] {
        let corpus = corpus
        return [
            ("entity", { $0.entities.all = [Self.entity(corpus, &$1)] }),
            ("two entities", { $0.entities.all = [Self.entity(corpus, &$1), Self.entity(corpus, &$1)] }),
            ("any entity", { filter, random in filter.entities.any = (0...random.below(4)).map { _ in Self.entity(corpus, &random) } }),
            ("not entity", { filter, random in filter.entities.none = (0...random.below(3)).map { _ in Self.entity(corpus, &random) } }),
            ("entity type", { filter, random in filter.entityTypes = random.some(EntityType.allCases, 1...2) }),
            ("tag", { $0.tags.all = [Self.tag(corpus, &$1)] }),
            ("tag prefix", { $0.tags.all = [Self.prefix(&$1)] }),
            ("two tags", { $0.tags.all = [Self.tag(corpus, &$1), Self.tag(corpus, &$1)] }),
            ("any tag", { $0.tags.any = [Self.tag(corpus, &$1), Self.tag(corpus, &$1), Self.prefix(&$1)] }),
            ("not tag", { $0.tags.none = [Self.tag(corpus, &$1), Self.tag(corpus, &$1)] }),
            ("not tag prefix", { $0.tags.none = [Self.prefix(&$1)] }),
            ("untagged", { filter, _ in filter.untagged = true }),
            ("event", { filter, random in filter.events = (0...random.below(8)).map { _ in Self.eventID(corpus, &random) } }),
            ("all events", { $0.allEvents = [Self.eventID(corpus, &$1)] }),
            ("source", { filter, random in filter.sources = random.some(corpus.sources.map(\.value) + ["nobody"], 1...3) }),
            ("language", { filter, random in filter.languages = random.some(Corpus.languages + ["xx"], 1...2) }),
            ("date status", { filter, random in filter.dateStatuses = random.some(DateStatus.allCases, 1...2) }),
            ("possible", { $0.published = Self.range(.possible, &$1) }),
            ("certain", { $0.published = Self.range(.certain, &$1) }),
            ("within", { $0.within = Corpus.date(&$1) }),
            ("text", { $0.text = Self.text(&$1) }),
            (
                "created",
                { filter, random in
                    if random.chance(0.8) { filter.createdFrom = Self.time(&random) }
                    if random.chance(0.6) { filter.createdBefore = Self.time(&random) }
                }
            ),
            ("updated", { $0.updatedFrom = Self.time(&$1) }),
        ]
    }

    var events: [Maker<EventFilter>] {
        let corpus = corpus
        return [
            ("entity", { $0.entities.all = [Self.entity(corpus, &$1)] }),
            ("any entity", { $0.entities.any = [Self.entity(corpus, &$1), Self.entity(corpus, &$1)] }),
            ("not entity", { $0.entities.none = [Self.entity(corpus, &$1)] }),
            (
                "article",
                { filter, random in
                    filter.articles = (0...random.below(20)).map { _ in random.chance(0.1) ? nil : random.pick(corpus.articles).id }
                }
            ),
            ("tag", { $0.tags.all = [Self.tag(corpus, &$1)] }),
            ("any tag", { $0.tags.any = [Self.tag(corpus, &$1), Self.prefix(&$1)] }),
            ("not tag", { $0.tags.none = [Self.prefix(&$1)] }),
            ("untagged", { filter, _ in filter.untagged = true }),
            ("possible", { $0.dates = Self.range(.possible, &$1) }),
            ("certain", { $0.dates = Self.range(.certain, &$1) }),
            ("status", { filter, random in filter.statuses = random.some(EventStatus.allCases, 1...2) }),
            ("text", { $0.text = Self.text(&$1) }),
        ]
    }

    var entities: [Maker<EntityFilter>] {
        let corpus = corpus
        return [
            (
                "prefix",
                { $0.prefix = $1.pick(["", "g", "ga", "sea", "seaport", "weak", "a", "ali", "red cross", "zzz", "gallant the 0"]) }
            ),
            ("type", { filter, random in filter.types = random.some(EntityType.allCases, 1...3) }),
            ("tag", { $0.tags.all = [Self.tag(corpus, &$1)] }),
            ("any tag", { $0.tags.any = [Self.tag(corpus, &$1), Self.prefix(&$1)] }),
            ("not tag", { $0.tags.none = [Self.tag(corpus, &$1), Self.prefix(&$1)] }),
            ("untagged", { filter, _ in filter.untagged = true }),
            (
                "identifier",
                { filter, random in
                    filter.identifiers = (0...random.below(6)).map { _ in
                        EntityFilter.Identifier(scheme: random.chance(0.9) ? "wikidata" : "isni", value: "Q\(random.below(60))")
                    }
                }
            ),
        ]
    }

    // MARK: Parts

    private static func entity(_ corpus: Corpus, _ random: inout SeededRandom) -> EntitySelector {
        if random.chance(0.04) { return random.chance(0.5) ? .id(Corpus.id(&random)) : .name("no such name") }
        let entity = corpus.entities[random.skewed(corpus.entities.count)]
        if random.chance(0.5) { return .id(entity.id) }
        return .name(Folding.fold(random.pick([entity.value.name] + entity.value.aliases + entity.value.weakAliases)))
    }

    private static func tag(_ corpus: Corpus, _ random: inout SeededRandom) -> TagSelector {
        random.chance(0.04) ? .name("no such tag") : .name(corpus.tags[random.skewed(60)].value)
    }

    private static func prefix(_ random: inout SeededRandom) -> TagSelector {
        .prefix(random.pick(["geo:", "geo", "x:", "x:1", "u", "geo:gaza", "z", "none", ""]))
    }

    private static func eventID(_ corpus: Corpus, _ random: inout SeededRandom) -> ResourceID? {
        random.chance(0.05) ? nil : random.pick(corpus.events).id
    }

    private static func time(_ random: inout SeededRandom) -> Timestamp {
        Timestamp(milliseconds: 1_700_000_000_000 + Int64(random.below(450)) * 1000)
    }

    private static func range(_ match: DateRange.Match, _ random: inout SeededRandom) -> DateRange {
        func bound(_ isEnd: Bool) -> Int64? {
            if random.chance(0.15) { return nil }
            if random.chance(0.03) { return random.chance(0.5) ? .min : .max }
            let date = Corpus.date(&random)
            return (isEnd ? date.latest : date.earliest) + Int64(random.pick([0, 0, 0, 1, -1]))
        }
        return DateRange(from: bound(false), to: bound(true), match: match)
    }

    private static func text(_ random: inout SeededRandom) -> TextQuery? {
        func word() -> String { random.pick(Corpus.words + ["absent", "CAFE", "uber"]) }
        func term() -> String {
            switch random.below(6) {
            case 0: "\"\(word()) \(word())\""
            case 1: String(word().prefix(2)) + "*"
            case 2: "\(word()) OR \(word())"
            default: word()
            }
        }
        var parts = (0...random.below(2)).map { _ in term() }
        if random.chance(0.25) { parts.append("-" + word()) }
        if random.chance(0.05) { parts = ["-" + word()] }
        if random.chance(0.02) { parts = ["?!"] }
        return try? TextQuery(parsing: parts.joined(separator: " "))
    }
}
