import DatelineModels

/// A date of the page with its role, on the way to a decision.
struct GatheredDate {
    /// Index into the page's lines.
    let index: Int
    let raw: String
    var role: DateRole
    /// nil for epoch lines and relative dates.
    var found: FoundDate?
    /// A label says what the date is.
    var isLabelled = false
    /// It stands under the text, and one of publication at its head: they count alike.
    var hasRivalAbove = false
    var meaning: DateResolver.Meaning?
    /// The year or the order was worked out.
    var isInferred = false
    var outcome: DateOutcome = .wrongRole
}

/// Collects every date of a page and gives each its role.
struct DateGatherer {
    let page: Page
    let classes: LineClassification
    let headline: FoundHeadline?
    let dateline: FoundDateline?
    let headEnd: Int
    /// Dates above it that aren't the article's are those of the page.
    var top = 0
    /// The line that names the author without a "By".
    var bylineIndex: Int?

    /// Prose is searched up to so many dates; they only help to understand others.
    private static let eventLimit = 64

    func gather(budget: ReadingBudget = .unlimited) throws(ReadingError) -> [GatheredDate] {
        var dates: [GatheredDate] = []
        var events = 0
        /// The place of a note on the first publication.
        var reprint: Int?
        for index in page.lines.indices where dates.count < ReadingProvenance.maximumEntries {
            try budget.check(step: index)
            if page.roles[index] == .removed(.epoch) {
                dates.append(GatheredDate(index: index, raw: page.text(index), role: .epoch, found: nil))
            } else if let data = classes.metadata[index], page.roles[index].isRemoved {
                append(data, index, &dates)
            } else if !page.roles[index].isRemoved, events < Self.eventLimit {
                let found = DateFinder(page.bytes, in: page.lines[index].range).find(limit: Self.eventLimit - events)
                let isDateline = dateline?.index == index && dateline?.date != nil
                let isAmended = !found.isEmpty && Amendment.isNote(page.bytes[page.lines[index].range])
                let isReprint = found.count == 1 && FirstPublication.isNote(page.bytes, page.lines[index].range, of: found[0])
                for (position, date) in found.enumerated() {
                    let isFirst = position == 0
                    let role: DateRole =
                        isFirst && (isReprint || isCitation(index, date))
                        ? .published
                        : isDateline && isFirst ? .dateline : isAmended && isFirst ? .modified : .event
                    if isFirst, isReprint { reprint = dates.count }
                    dates.append(
                        GatheredDate(
                            index: index, raw: ByteText.string(page.bytes[date.range]), role: role, found: date,
                            isLabelled: role == .modified || role == .published))
                }
                events += found.count
            }
        }
        forgetMails(&dates)
        // Where the page has a day of its own, that of an earlier publication is part of its history.
        if let reprint, dates.indices.contains(where: { $0 != reprint && dates[$0].role == .published && dates[$0].found != nil }) {
            dates[reprint].role = .event
            dates[reprint].isLabelled = false
        }
        noteRivals(&dates)
        addTimeOfChange(&dates)
        addAddress(&dates)
        return dates
    }

    /// Where the head of the page has a day, a label under the text may be that of another article's.
    private func noteRivals(_ dates: inout [GatheredDate]) {
        guard dates.contains(where: { $0.role == .published && $0.found != nil && $0.index < headEnd }) else { return }
        for index in dates.indices where dates[index].role == .published && dates[index].index >= headEnd {
            dates[index].hasRivalAbove = true
        }
    }

    private static let changeWords = 6

    /// "Monday 22 January 2024 / Last updated: 17:48 GMT": the time of a change on the day in the line before.
    private func addTimeOfChange(_ dates: inout [GatheredDate]) {
        guard !dates.contains(where: { $0.role == .modified }),
            // "Published: 22 January 2024" says nothing of the day of the change.
            let day = dates.first(where: {
                $0.role == .published && !$0.isLabelled && $0.found?.time == nil && $0.found?.day.hasYear == true
            }),
            case let next = day.index + 1, next < page.lines.count, page.lines[next].words <= Self.changeWords,
            classes.metadata[next] == nil, var found = day.found
        else { return }
        let line = Array(page.bytes[page.lines[next].range])
        let start = ByteText.nextDigit(in: line, from: 0, to: line.count)
        let finder = DateFinder(line, in: 0..<line.count)
        guard start < line.count, MetadataWords.label(line[..<start]) == .modified, let clock = finder.clock(at: start),
            clock.end == line.count, let zone = clock.zone, zone.isKnown
        else { return }
        found.time = clock.time
        found.zone = clock.zone
        dates.append(GatheredDate(index: next, raw: page.text(next), role: .modified, found: found, isLabelled: true))
    }

    /// ".../2024/03/06/port-reopens": an address under the headline that is made of its words has the day in it. It is no more than
    /// likely, and counts where nothing else tells.
    private func addAddress(_ dates: inout [GatheredDate]) {
        guard let headline, !dates.contains(where: { $0.role == .published && $0.found != nil || $0.role == .dateline }) else { return }
        for index in headline.index..<max(headline.index, min(headEnd, page.lines.count))
        where page.roles[index] == .removed(.shortLink) && page.lines[index].length <= LineKey.maximumBytes {
            guard let day = DatedAddress.day(in: page.text(index), of: headline.text) else { continue }
            let found = FoundDate(range: page.lines[index].range, day: day)
            dates.append(GatheredDate(index: index, raw: page.text(index), role: .published, found: found, isInferred: true))
            return
        }
    }

    /// "The Karsh Courier, 3 May 2020, page 5: …" at the beginning of the text: where, and when, what was copied here had been printed.
    private func isCitation(_ index: Int, _ date: FoundDate) -> Bool {
        guard let headline, date.day.hasYear, index > headline.index, index <= headEnd else { return false }
        let before = page.bytes[page.lines[index].range.lowerBound..<date.range.lowerBound]
        guard before.count <= Self.citationBytes, ByteText.string(before).trimmedSpaces.hasSuffix(",") else { return false }
        // In "World Press Freedom Day, 3 May 2020, was marked" nothing of that follows.
        let after = ByteText.string(page.bytes[date.range.upperBound..<page.lines[index].range.upperBound].prefix(16)).lowercased()
        guard Self.pages.contains(where: after.hasPrefix) else { return false }
        return OutletNames.looksLikeOutlet(ByteText.string(before).trimmedEnd(of: ","))
    }

    private static let citationBytes = 60
    /// What follows the day of a paper that is cited.
    private static let pages = [
        ":", ", p.", ", pp.", ", page", ", pages", ", s.", ", seite", ", pag", ", pág", ", blz", " p.", " pp.", " page", " s.", " seite",
        " (p",
    ]

    /// When a mail was sent says nothing of the article in it that has a date of its own.
    private func forgetMails(_ dates: inout [GatheredDate]) {
        guard let headline, dates.contains(where: { $0.role == .published && $0.index > headline.index }) else { return }
        for index in dates.indices
        where dates[index].role == .published && dates[index].index < headline.index && isOfMail(dates[index].index) {
            dates[index].role = .masthead
        }
    }

    private func isOfMail(_ index: Int) -> Bool {
        (max(0, index - 3)..<index + 4).contains { line in
            page.lines.indices.contains(line) && page.bytes[page.lines[line].range].starts(with: "From: ".utf8)
        }
    }

    private func append(_ data: MetadataLine, _ index: Int, _ dates: inout [GatheredDate]) {
        for date in data.dates {
            dates.append(
                GatheredDate(
                    index: index, raw: date.raw, role: role(index, date.label), found: date.found, isLabelled: date.label.isOfArticle,
                    isInferred: date.label == .unknown)
            )
        }
        if let relative = data.relative {
            let role = role(index, relative.label)
            dates.append(
                GatheredDate(
                    index: index, raw: relative.raw, role: role, found: nil, isLabelled: relative.label.isOfArticle, outcome: .relative))
        }
    }

    private func role(_ index: Int, _ label: MetadataLine.Label) -> DateRole {
        switch page.roles[index] {
        case .removed(.comment): return .comment
        case .removed(.related): return .related
        default: break
        }
        switch label {
        case .published: return isOverComment(index) ? .comment : isOfEvent(index, label) ? .event : .published
        case .modified: return .modified
        case .other: return .event
        case .none, .unknown:
            guard let headline else { return .unplaced }
            if isOfEvent(index, label) { return .event }
            if index < max(top, headline.index) {
                return isBesideAuthor(index) || isOfRelease(index) || isOfPair(index, above: headline.index)
                    || isOverTools(index, above: headline.index) ? .published : .masthead
            }
            if index >= headEnd { return isUnderClosingAuthor(index) ? .published : .unplaced }
            return isOfList(index, headline) ? .unplaced : .published
        }
    }

    private func isOfEvent(_ index: Int, _ label: MetadataLine.Label) -> Bool {
        EventLabels.areBeside(index, label, of: page.lines.count) { page.bytes[page.lines[$0].range] }
    }

    /// "By Fiore Rossi / Monday, 19 September 2016", "By Fiore Rossi, 19 September 2016": right after the text.
    private func isUnderClosingAuthor(_ index: Int) -> Bool {
        guard let last = page.roles.lastIndex(of: .prose), index > last, index <= last + 3 else { return false }
        if index > 0, classes.metadata[index - 1]?.byline?.kind == .person { return true }
        return classes.metadata[index]?.byline?.kind == .person && !PageBlocks.isOverText(index, page, classes)
            && !(index > 0 && page.roles[index - 1] == .removed(.related))
    }

    /// "Posted on 3 May 2020 by Orhan Deel", and sentences under it: below the head of the page that is how comments begin.
    private func isOverComment(_ index: Int) -> Bool {
        guard index > 0, index >= headEnd, PageBlocks.isOverText(index, page, classes), let data = classes.metadata[index],
            data.people != nil || data.byline?.kind == .person || PersonNames.isName(page.text(index - 1)),
            let first = page.roles.firstIndex(of: .prose)
        else { return false }
        return index > first
    }

    /// A title of another story stands next to it, and a date next to that.
    private func isOfList(_ index: Int, _ headline: FoundHeadline) -> Bool {
        for step in [-1, 1] {
            let title = index + step
            guard page.roles.indices.contains(title + step), title != headline.index, page.lines[title].words >= 4 else { continue }
            let isOther = page.roles[title] == .title || page.roles[title] == .removed(.related)
            if isOther, let date = classes.metadata[title + step], !date.dates.isEmpty || date.relative != nil,
                title + step != headline.index
            {
                return true
            }
        }
        return false
    }

    /// The lines of a press release before its headline: "For immediate release", and the day.
    private func isOfRelease(_ index: Int) -> Bool {
        [index - 1, index + 1].contains { line in
            guard page.lines.indices.contains(line), page.lines[line].length <= 40 else { return false }
            return Self.releases.contains(page.text(line).lowercased().trimmingPunctuation)
        }
    }

    private static let releases: Set<String> = [
        "for immediate release", "immediate release", "press release", "news release", "media release", "pressemitteilung",
        "medienmitteilung", "communiqué de presse", "nota de prensa", "comunicato stampa", "comunicado de imprensa", "persbericht",
        "pressmeddelande", "pressemelding", "pressemeddelelse", "пресс-релиз", "прес-реліз", "بيان صحفي", "δελτίο τύπου",
    ]

    private static let pairReach = 6

    /// "09:31 12.12.2023 (updated: 11:05 12.12.2023)" right above the headline: a day and a time, and beside them those of a change. The
    /// clock of a site has no such.
    private func isOfPair(_ index: Int, above headline: Int) -> Bool {
        guard index < headline, headline - index <= Self.pairReach, let own = classes.metadata[index],
            own.dates.contains(where: { isFull($0, .none) }), !PageBlocks.isTeaser(index, above: headline, page, classes)
        else { return false }
        if own.dates.contains(where: { isFull($0, .modified) }) { return true }
        // A bullet may stand between them.
        for next in index + 1..<min(index + 3, headline) {
            if let data = classes.metadata[next] { return data.dates.contains { isFull($0, .modified) } }
            guard page.lines[next].letters == 0 else { return false }
        }
        return false
    }

    /// "24 Bahman 1402 - 11:20 / News code: 6023417 / Print" right above the headline, under the day of the page itself: a day with a
    /// time, and between it and the headline what only an article has.
    private func isOverTools(_ index: Int, above headline: Int) -> Bool {
        guard headline - index <= Self.pairReach, headline - index >= 2, let own = classes.metadata[index], own.dates.count == 1,
            isFull(own.dates[0], .none), !PageBlocks.isTeaser(index, above: headline, page, classes),
            (0..<index).contains(where: {
                classes.metadata[$0].map { !$0.dates.isEmpty && $0.dates.allSatisfy { $0.found.time == nil } } ?? false
            })
        else { return false }
        // Buttons to share are over whole sites, too, beside a clock; and a day of the article itself goes before this one.
        let hasTools = (index + 1..<headline).contains {
            [.removed(.cms), .removed(.commentForm), .removed(.storyCode)].contains(page.roles[$0])
        }
        return hasTools
            && !(headline + 1..<max(headline + 1, min(headEnd, page.roles.count))).contains {
                !(classes.metadata[$0]?.dates.isEmpty ?? true)
            }
    }

    private func isFull(_ date: MetadataLine.LabelledDate, _ label: MetadataLine.Label) -> Bool {
        date.label == label && date.found.day.hasYear && date.found.time != nil
    }

    /// The author's name in the same line or next to it: then the date is the article's, although it stands above the headline.
    private func isBesideAuthor(_ index: Int) -> Bool {
        if let headline, PageBlocks.isTeaser(index, above: headline.index, page, classes) { return false }
        if classes.metadata[index].map({ $0.people != nil || $0.byline?.kind == .person }) ?? false { return true }
        return (index - 1...index + 1).contains { $0 == bylineIndex || $0 != index && classes.metadata[$0]?.byline?.kind == .person }
    }
}

/// A note that says when an article was changed: "This article was amended on 4 May 2020 to …".
enum Amendment {
    private static let openings = [
        "this article was amended", "this article was updated", "this article was corrected", "this article was edited",
        "this story was amended",
        "this story was updated", "this story was corrected", "this piece was amended", "this piece was updated", "this report was updated",
        "this article has been updated", "this story has been updated", "this post was updated",
    ]

    static func isNote(_ line: ArraySlice<UInt8>) -> Bool {
        let head = ByteText.string(line.drop { !ByteText.isASCIILetter($0) }.prefix(40)).lowercased()
        return openings.contains(where: head.hasPrefix)
    }
}
