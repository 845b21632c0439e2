import DatelineModels

/// What the dates of a page come to.
struct DateDecision {
    private(set) var published: PartialDate?
    private(set) var modified: PartialDate?
    private(set) var status = DateStatus.unknown
    private(set) var dates: [GatheredDate]
    private var resolver: DateResolver
    private let notAfter: Int64?
    private let evidence: DateEvidence

    /// The widest offset of any zone: how far a printed day may lie from the UTC day.
    private static let zoneSlack: Int64 = 14 * 3600

    /// - Parameters:
    ///   - evidence: what else on the page tells of its dates.
    ///   - settings: what is known of the source, and the language that the document states.
    ///   - text: tells the language; asked for only where the order of day and month, or the month, is open.
    init(
        _ gathered: [GatheredDate], _ evidence: DateEvidence, _ settings: ReadingSettings, text: () -> String = { "" }
    ) {
        let language = { LanguageGuess.tag(text()) }
        dates = gathered
        self.evidence = evidence
        notAfter = settings.notAfter
        let shown = DateOrderEvidence.order(of: dates.compactMap(\.found) + evidence.others)
        resolver = DateResolver(zone: settings.zone, order: settings.dateOrder, pageOrder: settings.pageOrder ?? shown)
        resolver.hasDottedDays = (dates.compactMap(\.found) + evidence.others).contains { date in
            if date.isDotted, case .numeric(let first, _, _) = date.day { first > 12 } else { false }
        }
        settleMonths(declared: settings.language, text)
        resolve()
        decideByWeekday()
        inferOrder()
        inferOrder(from: language)
        inferYears()
        dropImpossible()
        choosePublished()
        chooseModified()
    }

    /// "listopada" and its like mean what they do in the page's language; a guess at it counts only where nothing beside them tells.
    private mutating func settleMonths(declared: String?, _ text: () -> String) {
        let doubtful = dates.indices.filter { dates[$0].found?.doubtfulMonth != nil }
        guard !doubtful.isEmpty else { return }
        let text = text()
        let language = DoubtfulMonth.language(of: text) ?? declared
        let guess = LanguageGuess.tag(text)
        for index in doubtful {
            dates[index].found?.settleMonth(in: language)
            if dates[index].found?.isMonthOpen == true { dates[index].found?.settleMonth(in: guess) }
        }
    }

    private mutating func resolve() {
        var doubtful: [String: Bool] = [:]
        var told: [[String]: String] = [:]
        for index in dates.indices {
            guard var found = dates[index].found else { continue }
            if case .oneOf(let places) = found.zone {
                let place = told[places] ?? evidence.place(among: places) ?? ""
                told[places] = place
                if !place.isEmpty, resolver.zone == nil { found.zone = .place(place) }
            }
            if case .seasonal(_, let place) = found.zone {
                let isDoubtful = doubtful[place] ?? evidence.isDoubtful(found.zone)
                doubtful[place] = isDoubtful
                if isDoubtful { found.zone = .unsaid }
            }
            dates[index].meaning = resolver.meaning(of: found)
            if let problem = dates[index].meaning?.problem { dates[index].outcome = problem }
        }
    }

    /// "03/10/2022", and "Monday (3)" in the text: the third was a Monday in one of two months.
    private mutating func decideByWeekday() {
        guard !evidence.weekdays.isEmpty else { return }
        for index in dates.indices where dates[index].outcome == .ambiguousOrder {
            guard let found = dates[index].found, case .numeric(let first, let second, let year) = found.day else { continue }
            let fits = [(month: first, day: second), (month: second, day: first)].filter { reading in
                evidence.weekdays.contains { $0.day == reading.day && $0.weekday == DateResolver.weekday(year, reading.month, reading.day) }
            }
            guard fits.count == 1 else { continue }
            dates[index].meaning = resolver.meaning(of: found, year: year, month: fits[0].month, day: fits[0].day)
            dates[index].outcome = dates[index].meaning?.problem ?? .wrongRole
        }
    }

    /// Where one of two readings would be later than the page was found, it is the other.
    private mutating func inferOrder() {
        guard let notAfter else { return }
        for index in dates.indices where dates[index].outcome == .ambiguousOrder {
            guard let found = dates[index].found, case .numeric(let first, let second, let year) = found.day else { continue }
            let readings = [(first, second), (second, first)]
                .map { resolver.meaning(of: found, year: year, month: $0.0, day: $0.1) }
                .filter { $0.problem == nil && ($0.value.map { $0.earliest - Self.zoneSlack <= notAfter } ?? false) }
            guard readings.count == 1 else { continue }
            dates[index].meaning = readings[0]
            dates[index].outcome = .wrongRole
            dates[index].isInferred = true
        }
    }

    /// Languages in which the day comes first wherever they are written; English and Spanish are written in America, too.
    private static let dayFirst: Set<String> = ["de", "fr", "it", "pt", "nl", "pl", "da", "nb", "cs", "tr", "ru", "uk", "el", "he", "ar"]

    /// What is left open is likely to be in the order of the language. That makes the month likely, and no more is said.
    private mutating func inferOrder(from language: () -> String?) {
        guard dates.contains(where: { $0.outcome == .ambiguousOrder }), let language = language(), Self.dayFirst.contains(language) else {
            return
        }
        for index in dates.indices where dates[index].outcome == .ambiguousOrder {
            guard let found = dates[index].found, case .numeric(let first, let second, let year) = found.day else { continue }
            guard resolver.meaning(of: found, year: year, month: second, day: first).problem == nil else { continue }
            dates[index].meaning = DateResolver.Meaning(
                value: PartialDate(year: year, month: second), printed: (year, second, nil), localTime: found.time?.text, problem: nil)
            dates[index].outcome = .wrongRole
            dates[index].isInferred = true
        }
    }

    private mutating func inferYears() {
        let known = dates.filter { $0.meaning?.problem == nil && $0.role != .related && $0.role != .comment }
        for index in dates.indices where dates[index].outcome == .noYear {
            guard let found = dates[index].found, case .named(_, let month, let day?) = found.day, dates[index].role != .event,
                !found.isMonthOpen
            else {
                continue
            }
            let anchors = known.filter { $0.index != dates[index].index || $0.role != .event }
            guard
                let year = YearInference.year(month: month, day: day, weekday: found.weekday, anchors: anchors, printedYear: evidence.year)
            else {
                continue
            }
            let meaning = resolver.meaning(of: found, year: year, month: month, day: day)
            dates[index].meaning = meaning
            dates[index].outcome = meaning.problem ?? .wrongRole
            dates[index].isInferred = true
        }
    }

    private mutating func dropImpossible() {
        guard let notAfter else { return }
        for index in dates.indices where dates[index].outcome == .wrongRole || dates[index].outcome == .ambiguousOrder {
            guard let value = dates[index].meaning?.value else { continue }
            let slack = value.precision >= .minute ? 0 : Self.zoneSlack
            if value.earliest - slack > notAfter { dates[index].outcome = .afterFound }
        }
    }

    /// Labelled before placed before dateline; sure before worked out. Of equals that differ, none.
    private mutating func choosePublished() {
        let usable = dates.indices.filter { index in
            dates[index].meaning?.value != nil && [.wrongRole, .ambiguousOrder].contains(dates[index].outcome)
                && (dates[index].role == .published || dates[index].role == .dateline)
        }
        guard let rank = usable.map({ rank(dates[$0]) }).min() else { return }
        let best = usable.filter { self.rank(dates[$0]) == rank }
        guard let chosen = best.max(by: { precision($0) < precision($1) }) else { return }
        for index in usable where index != chosen { dates[index].outcome = agrees(index, chosen) ? .agrees : .outranked }
        guard best.allSatisfy({ $0 == chosen || agrees($0, chosen) }) else {
            for index in best { dates[index].outcome = .conflict }
            return
        }
        published = dates[chosen].meaning?.value
        let isSure = dates[chosen].outcome != .ambiguousOrder && !dates[chosen].isInferred
        status = isSure ? .stated : .inferred
        if isSure { dates[chosen].outcome = .published } else if dates[chosen].outcome == .wrongRole { dates[chosen].outcome = .published }
    }

    private func rank(_ date: GatheredDate) -> Int {
        let place = date.role == .dateline ? 2 : date.isLabelled && !date.hasRivalAbove ? 0 : 1
        let isUnsure = date.isInferred || date.outcome == .ambiguousOrder || (date.meaning?.value?.precision ?? .year) < .day
        return place + (isUnsure ? 3 : 0)
    }

    private func precision(_ index: Int) -> Int { dates[index].meaning?.value?.precision.rawValue ?? -1 }

    /// The same day in print, or one interval within the other.
    private func agrees(_ left: Int, _ right: Int) -> Bool {
        guard let first = dates[left].meaning, let second = dates[right].meaning, let one = first.value, let two = second.value else {
            return false
        }
        if one.earliest >= two.earliest && one.latest <= two.latest || two.earliest >= one.earliest && two.latest <= one.latest {
            return true
        }
        guard one.precision < .minute || two.precision < .minute, let printed = first.printed, let other = second.printed else {
            return false
        }
        return printed.year == other.year && printed.month == other.month
            && (printed.day == other.day || printed.day == nil || other.day == nil)
    }

    /// The latest that is labelled so and not before the publication.
    private mutating func chooseModified() {
        var chosen: Int?
        for index in dates.indices where dates[index].role == .modified && dates[index].outcome == .wrongRole {
            guard let value = dates[index].meaning?.value, value.precision >= .day else { continue }
            if let published {
                let slack = published.precision >= .minute && value.precision >= .minute ? 0 : Self.zoneSlack
                if value.latest + slack <= published.earliest {
                    dates[index].outcome = .beforePublication
                    continue
                }
            }
            dates[index].outcome = .outranked
            if let current = chosen.flatMap({ dates[$0].meaning?.value }),
                (current.earliest, current.precision.rawValue) >= (value.earliest, value.precision.rawValue)
            {
                continue
            }
            chosen = index
        }
        guard let chosen else { return }
        modified = dates[chosen].meaning?.value
        dates[chosen].outcome = .modified
    }
}
