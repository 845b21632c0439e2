import DatelineModels

extension ParameterReader {
    mutating func articleFilter() -> ArticleFilter {
        var filter = ArticleFilter()
        filter.entities = entities()
        filter.entityTypes = choices("entityType", EntityType.self)
        filter.tags = tags()
        filter.untagged = flag("untagged")
        filter.events = all("event").map { ResourceID($0) }
        filter.allEvents = all("allEvent").map { ResourceID($0) }
        filter.sources = names("source").map(Folding.fold)
        filter.languages = languages()
        filter.dateStatuses = choices("dateStatus", DateStatus.self)
        let zone = zone()
        filter.published = dateRange(zone: zone)
        filter.within = partialDate("within", zone: nil)
        filter.text = text()
        filter.createdFrom = instant("createdFrom", zone: zone).map { Timestamp(milliseconds: $0.lowerBound * 1000) }
        filter.createdBefore = instant("createdTo", zone: zone).map { Timestamp(milliseconds: $0.upperBound * 1000) }
        filter.updatedFrom = instant("updatedFrom", zone: zone).map { Timestamp(milliseconds: $0.lowerBound * 1000) }
        return filter
    }

    mutating func entityFilter() -> EntityFilter {
        var filter = EntityFilter()
        let prefix = single("q").flatMap { Self.prefixRules.check($0, at: .parameter("q"), into: &faults) }.map(Folding.fold)
        filter.prefix = prefix?.isEmpty == true ? nil : prefix
        filter.types = choices("type", EntityType.self)
        filter.tags = tags()
        filter.untagged = flag("untagged")
        filter.identifiers = names("identifier", Self.identifierRules).compactMap { identifier($0) }
        return filter
    }

    mutating func eventFilter() -> EventFilter {
        var filter = EventFilter()
        filter.entities = entities()
        filter.articles = all("article").map { ResourceID($0) }
        filter.tags = tags()
        filter.untagged = flag("untagged")
        filter.dates = dateRange(zone: zone())
        filter.statuses = choices("status", EventStatus.self)
        filter.text = text()
        return filter
    }

    private static let prefixRules = TextRules(length: 0...300)
    private static let identifierRules = TextRules(length: 1...351)

    private mutating func identifier(_ text: String) -> EntityFilter.Identifier? {
        let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
        guard (1...50).contains(scheme.count), scheme.count + 1 < text.utf8.count else {
            add("identifier", .format, "A scheme and a value are needed, such as wikidata:Q42.")
            return nil
        }
        return .init(scheme: String(Substring(scheme)), value: String(text[text.utf8.index(after: scheme.endIndex)...]))
    }

    private mutating func entities() -> Membership<EntitySelector> {
        Membership(
            all: names("entity").map { EntitySelector($0) },
            any: names("anyEntity").map { EntitySelector($0) },
            none: names("notEntity").map { EntitySelector($0) }
        )
    }

    private mutating func tags() -> Membership<TagSelector> {
        Membership(
            all: names("tag", Self.tagRules).map { TagSelector($0) },
            any: names("anyTag", Self.tagRules).map { TagSelector($0) },
            none: names("notTag", Self.tagRules).map { TagSelector($0) }
        )
    }

    private mutating func languages() -> [String] {
        all("language").compactMap { text in
            if let tag = LanguageTag(text) { return tag.text }
            add("language", .format, "A BCP 47 language tag is needed, such as en or pt-BR.")
            return nil
        }
    }

    private mutating func text() -> TextQuery? {
        guard let text = single("q") else { return nil }
        do {
            return try TextQuery(parsing: text)
        } catch {
            add("q", .tooComplex, "At most \(TextQuery.maximumLength) characters and \(TextQuery.maximumTerms) terms are allowed.")
            return nil
        }
    }
}

extension ParameterReader {
    /// The zone in which bounds without a time are meant; nil: UTC.
    private mutating func zone() -> ZonedClock? {
        guard let name = single("tz") else { return nil }
        if let zone = ZonedClock(identifier: name) { return zone }
        add("tz", .unknownValue, "An IANA time zone is needed, such as Asia/Riyadh or UTC.")
        return nil
    }

    private mutating func dateRange(zone: ZonedClock?) -> DateRange? {
        let from = instant("from", zone: zone)
        let to = instant("to", zone: zone)
        let match = choice("match", DateRange.Match.self) ?? .possible
        guard from != nil || to != nil else { return nil }
        if let from, let to, to.upperBound <= from.lowerBound {
            add("to", .inconsistent, "The end of the range can't lie before its start.")
        }
        return DateRange(from: from?.lowerBound, to: to?.upperBound, match: match)
    }

    /// The seconds since 1970 that a bound covers at its own precision.
    private mutating func instant(_ name: String, zone: ZonedClock?) -> Range<Int64>? {
        guard let date = partialDate(name, zone: zone) else { return nil }
        guard let zone, date.precision <= .day else { return date.earliest..<date.latest }
        return zone.firstSecond(atOrAfterLocal: date.earliest)..<zone.firstSecond(atOrAfterLocal: date.latest)
    }

    private mutating func partialDate(_ name: String, zone: ZonedClock?) -> PartialDate? {
        guard let text = single(name) else { return nil }
        do {
            return try PartialDate(parsing: text, zone: zone)
        } catch {
            add(name, error.code, error.detail)
            return nil
        }
    }
}

extension ZonedClock {
    /// The UTC second of a wall-clock time, or, where the zone skips it (midnight too), of the first one after the gap.
    func firstSecond(atOrAfterLocal local: Int64) -> Int64 {
        if let second = seconds(local: local) { return second }
        // Within a gap no time resolves and after it every one does, so its end is found by halving. No gap is longer than a day.
        var skipped = local
        var resolved = local + 26 * 3600
        while resolved - skipped > 1 {
            let middle = skipped + (resolved - skipped) / 2
            if seconds(local: middle) == nil { skipped = middle } else { resolved = middle }
        }
        return seconds(local: resolved) ?? resolved
    }
}
