import DatelineModels

/// A small world of articles, made from a seed, as plain values: what the store is filled with, and what its answers are compared to.
struct Corpus: Sendable {
    struct Row<Value: Sendable>: Sendable {
        let key: Int64
        let id: ResourceID
        var value: Value
    }

    struct ArticleValue: Sendable {
        var headline: String
        var body: String?
        var source: Int?
        var language: String?
        var date: PartialDate?
        var status: DateStatus
        var entities: Set<Int>
        var tags: Set<Int>
        var events: Set<Int>
        var created: Int64
        var updated: Int64
    }

    struct EntityValue: Sendable {
        var type: EntityType
        var name: String
        var aliases: [String]
        var weakAliases: [String]
        var tags: Set<Int>
        var identifier: String?
    }

    struct EventValue: Sendable {
        var name: String
        var description: String?
        var start: PartialDate?
        var end: PartialDate?
        var status: EventStatus
        var participants: [Int]
        var location: Int?
        var tags: Set<Int>
    }

    var articles: [Row<ArticleValue>] = []
    var entities: [Row<EntityValue>] = []
    var events: [Row<EventValue>] = []
    /// The name, which is its own folded form.
    var tags: [Row<String>] = []
    var sources: [Row<String>] = []

    static let languages = ["en", "de", "pt-BR", "ar"]
    static let words = [
        "border", "talks", "ceasefire", "minister", "café", "Über", "river", "crossing", "aid", "convoy", "sea", "seaport", "season",
        "the", "of", "and", "market", "price", "storm", "election",
    ]

    init(seed: UInt64, articles count: Int = 1500) {
        var random = SeededRandom(seed: seed)
        for (index, name) in ["newstrack", "the post", "wire one", "wire two", "daily echo", "l'heure", "никогда", "empty"].enumerated() {
            sources.append(Row(key: Int64(index + 1), id: Self.id(&random), value: name))
        }
        let named = ["rafah", "geo:gaza", "geo:gaza city", "geo:israel", "geo", "geo;", "talks", "aid", "u:1", "urgent", "zoo", "unused"]
        for name in named + (0..<260).map({ "x:\($0)" }) {
            tags.append(Row(key: Int64(tags.count + 1), id: Self.id(&random), value: name))
        }
        addEntities(&random)
        addEvents(&random)
        for _ in 0..<count { addArticle(&random) }
    }

    static func id(_ random: inout SeededRandom) -> ResourceID {
        ResourceID(high: random.next(), low: random.next() & 0x3fff_ffff_ffff_ffff | 1 << 63)
    }

    private mutating func addEntities(_ random: inout SeededRandom) {
        let stems = ["gallant", "blinken", "rafah", "gaza", "knesset", "red cross", "sea", "seaport", "ali", "alia"]
        for index in 0..<60 {
            let stem = stems[index % stems.count]
            let type = EntityType.allCases[(index / stems.count + index) % 4]
            // Some share a name across types, others only an alias.
            let name = index < 20 ? stem : "\(stem) \(index)"
            guard !entities.contains(where: { $0.value.type == type && $0.value.name == name }) else { continue }
            let aliases = random.chance(0.4) ? ["\(stem) the \(index % 3)"] : []
            let weak = random.chance(0.3) ? ["weak \(index % 5)"] : []
            let value = EntityValue(
                type: type, name: name, aliases: aliases, weakAliases: weak,
                tags: random.chance(0.5) ? Set(random.some(Array(0..<12), 1...3)) : [], identifier: random.chance(0.3) ? "Q\(index)" : nil
            )
            entities.append(Row(key: Int64(entities.count + 1), id: Self.id(&random), value: value))
        }
    }

    private mutating func addEvents(_ random: inout SeededRandom) {
        for index in 0..<160 {
            let start = random.chance(0.9) ? Self.date(&random) : nil
            var end: PartialDate?
            if let start, random.chance(0.5) {
                let length = random.pick([0, 3_600, 86_400, 86_400 * 2, 86_400 * 31, 86_400 * 400, 86_400 * 4_000])
                end = PartialDate(containing: start.latest - 1 + Int64(length), precision: random.pick(PartialDate.Precision.allCases))
            }
            let value = EventValue(
                name: Self.text(&random, 1...4), description: random.chance(0.5) ? Self.text(&random, 1...12) : nil, start: start, end: end,
                status: random.pick(EventStatus.allCases), participants: random.some(Array(entities.indices), 0...3),
                location: random.chance(0.3) ? random.below(entities.count) : nil,
                tags: random.chance(0.6) ? Set(random.some(Array(0..<11), 1...3)) : []
            )
            events.append(Row(key: Int64(index + 1), id: Self.id(&random), value: value))
        }
    }

    @discardableResult
    mutating func addArticle(_ random: inout SeededRandom) -> Int {
        let date = random.chance(0.88) ? Self.date(&random) : nil
        let created = 1_700_000_000_000 + Int64(random.below(400)) * 1000
        var entityNumbers: Set<Int> = []
        for _ in 0..<random.below(6) { entityNumbers.insert(random.skewed(entities.count)) }
        var tagNumbers: Set<Int> = []
        if random.chance(0.8) { for _ in 0...random.below(3) { tagNumbers.insert(random.skewed(11)) } }
        if random.chance(0.4) { tagNumbers.insert(12 + random.below(260)) }
        let value = ArticleValue(
            headline: Self.text(&random, 1...6), body: random.chance(0.9) ? Self.text(&random, 1...60) : nil,
            source: random.chance(0.85) ? random.skewed(sources.count - 1) : nil,
            language: random.chance(0.8) ? random.pick(Self.languages) : nil,
            date: date, status: date == nil ? .unknown : random.chance(0.7) ? .stated : .inferred, entities: entityNumbers,
            tags: tagNumbers,
            events: random.chance(0.5) ? Set(random.some(Array(events.indices), 1...3)) : [], created: created,
            updated: created + Int64(random.below(3)) * 500_000
        )
        articles.append(Row(key: Int64(articles.count + 1), id: Self.id(&random), value: value))
        return articles.count - 1
    }

    private static func text(_ random: inout SeededRandom, _ length: ClosedRange<Int>) -> String {
        random.some(words, length).map { random.chance(0.2) ? $0.uppercased() : $0 }.joined(separator: random.chance(0.2) ? ", " : " ")
    }

    /// Dates that crowd around the ends of years, months and days, so that intervals of all lengths meet.
    static func date(_ random: inout SeededRandom) -> PartialDate {
        let days: [(Int, Int, Int)] = [
            (1999, 12, 31), (2000, 1, 1), (2000, 2, 29), (2000, 3, 1), (2023, 2, 28), (2023, 12, 31), (2024, 1, 1), (2024, 1, 31),
            (2024, 2, 28), (2024, 2, 29), (2024, 3, 1), (2024, 3, 25), (2024, 3, 26), (2024, 12, 31), (2025, 1, 1), (1, 1, 1),
            (9999, 12, 31),
        ]
        let (year, month, day) = random.pick(days)
        var seconds = CalendarMath.days(year: year, month: month, day: day) * CalendarMath.secondsPerDay
        seconds += Int64(random.pick([0, 0, 1, 59, 60, 3_600, 43_200, 86_399]))
        if year > 1, year < 9999, random.chance(0.3) { seconds += Int64(random.below(90) - 45) * CalendarMath.secondsPerDay }
        let precision = random.pick([.year, .month, .day, .day, .day, .minute, .minute, .second] as [PartialDate.Precision])
        return PartialDate(containing: seconds, precision: precision) ?? PartialDate(year: 2024)!
    }
}
