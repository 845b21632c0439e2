import DatelineModels

/// The dates that a document states in fields meant for them, each list in the order in which they count.
struct StatedDates {
    let published: [String]
    let modified: [String]
    /// What is stated, too, and can't be the article's.
    var passedOver: [(text: String, role: DateRole)] = []

    /// Of the dates of a kind so many may be chosen, and so many are told.
    private static let mostChosen = 10
    private static let mostTold = 50

    /// Puts them in the place of what the text seems to say; what can't be used is told in the provenance only.
    func apply(to reading: inout PageReading, _ settings: ReadingSettings) {
        var candidates: [DateCandidate] = []
        func stated(_ text: String) -> StatedDate {
            StatedDate(
                text, zone: settings.zone, order: settings.dateOrder, pageOrder: settings.pageOrder, notAfter: settings.notAfter,
                language: settings.language)
        }
        func tell(_ text: String, _ date: StatedDate, _ role: DateRole, _ outcome: DateOutcome) {
            candidates.append(
                DateCandidate(
                    line: nil, raw: text.cut(toBytes: 120), role: role, value: date.value, outcome: outcome, localTime: date.localTime))
        }
        func resolve(_ texts: [String], _ role: DateRole, _ chosenAs: DateOutcome) -> PartialDate? {
            var chosen: PartialDate?
            for (index, text) in texts.prefix(Self.mostTold).enumerated() {
                let date = stated(text)
                var outcome = date.problem ?? .outranked
                if let value = date.value {
                    if let chosen {
                        if Self.agree(value, chosen) { outcome = .agrees }
                    } else if index < Self.mostChosen {
                        chosen = value
                        outcome = chosenAs
                    }
                }
                tell(text, date, role, outcome)
            }
            return chosen
        }
        let statedPublished = resolve(published, .published, .published)
        var statedModified = resolve(modified, .modified, .modified)
        for (text, role) in passedOver.prefix(Self.mostTold) {
            let date = stated(text)
            tell(text, date, role, date.problem ?? (role == .event ? .wrongRole : .outranked))
        }
        if let date = statedPublished {
            Self.outrank(.published, by: date, in: &reading.provenance.dates)
            reading.datePublished = date
            reading.dateStatus = .stated
        }
        if let date = statedModified, let day = reading.datePublished, date == day || date.latest <= day.earliest {
            // A change at the moment of publication is none.
            if let index = candidates.firstIndex(where: { $0.outcome == .modified }) {
                let told = candidates[index]
                candidates[index] = DateCandidate(
                    line: nil, raw: told.raw, role: .modified, value: told.value, outcome: date == day ? .agrees : .beforePublication,
                    localTime: told.localTime)
            }
            statedModified = nil
        }
        if let date = statedModified {
            Self.outrank(.modified, by: date, in: &reading.provenance.dates)
            reading.dateModified = date
        }
        if let date = reading.dateModified, let day = reading.datePublished {
            // A day says nothing new beside an instant of that day.
            let isSameDay = statedModified == nil && day.precision >= .minute && date.precision == .day && Self.agree(date, day)
            if date.latest <= day.earliest || isSameDay { reading.dateModified = nil }
        }
        reading.provenance.dates = Array((candidates + reading.provenance.dates).prefix(ReadingProvenance.maximumEntries))
    }

    /// One interval lies within the other, or both are of one day or next to each other where a zone may have moved one.
    private static func agree(_ left: PartialDate, _ right: PartialDate) -> Bool {
        left.earliest >= right.earliest && left.latest <= right.latest || right.earliest >= left.earliest && right.latest <= left.latest
    }

    private static func outrank(_ outcome: DateOutcome, by chosen: PartialDate, in dates: inout [DateCandidate]) {
        for index in dates.indices where dates[index].outcome == outcome {
            let date = dates[index]
            let agrees = date.value.map { agree($0, chosen) } ?? false
            dates[index] = DateCandidate(
                line: date.line, raw: date.raw, role: date.role, value: date.value, outcome: agrees ? .agrees : .outranked,
                localTime: date.localTime)
        }
    }
}

extension PageReading {
    /// In which the names of months are read that aren't the same in all languages.
    func monthLanguage(declared: String?) -> String? {
        DoubtfulMonth.language(of: headline + "\n" + body.cut(toBytes: 4000)) ?? declared ?? language
    }
}
