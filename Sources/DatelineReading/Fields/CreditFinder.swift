import DatelineModels

/// Who wrote the article, and who published it.
struct CreditFinder {
    let page: Page
    let classes: LineClassification
    let headline: FoundHeadline?
    let dateline: FoundDateline?
    let masthead: Masthead?
    let bare: BareByline?
    let headEnd: Int

    typealias Found = (text: String, origin: FieldOrigin)

    /// The author before those who reported, and those before who translated or edited; nobody of comments or other articles.
    func byline() -> Found? {
        let credits = credits().filter { $0.byline.kind == .person }
        let isCredit = { (byline: Byline) in byline.text.lowercased().holds(" by ") }
        let authors = credits.filter { !isCredit($0.byline) }
        // Above the headline there may be other articles.
        let top = headline?.index ?? 0
        if let author = authors.first(where: { $0.index > top && $0.index <= top + Self.headLines * 2 }) ?? authors.first {
            return (author.byline.text + others(after: author.index), FieldOrigin(line: number(author.index), how: .bylineLine))
        }
        if let bare { return (bare.text, FieldOrigin(line: number(bare.index), how: .nameLine)) }
        if let named = besideDatePeople() ?? eastAsian() ?? underDeck() { return named }
        let minor = ["edit", "additional", "translat", "with "]
        guard
            let best = credits.first(where: { credit in !minor.contains { credit.byline.text.lowercased().hasPrefix($0) } })
                ?? credits.first
        else {
            return closing.map { ($0.text, FieldOrigin(line: number($0.index), how: .nameLine)) }
        }
        return (best.byline.text, FieldOrigin(line: number(best.index), how: .creditLine))
    }

    /// "By Lena Marsk, / Orhan Deel", "By Lena Marsk / and Orhan Deel", "By Lena Marsk / By Orhan Deel": who is named in the next lines.
    private func others(after index: Int) -> String {
        var result = ""
        var next = index + 1
        for _ in 0..<Self.mostOthers where next < page.roles.count {
            let text = page.text(next - 1)
            // "By Lena Marsk / Chief Reporter / and Orhan Deel"
            let joint = BareByline.isTrade(page, next) ? next + 1 : next
            if let more = BareByline.joined(joint, page) {
                result += ", " + more.name
                next = more.end
            } else if text.hasSuffix(",") || text.hasSuffix(" and") || text.hasSuffix(" &") {
                guard page.lines[next].words <= 6, let name = PersonNames.names(in: page.text(next)) else { break }
                result += ", " + name
                next += 1
            } else if isSameKind(index, next), let byline = classes.metadata[next]?.byline, byline.kind == .person {
                result += ", " + byline.text
                next += 1
            } else {
                break
            }
        }
        return result
    }

    private static let mostOthers = 4

    /// Both lines begin with "By".
    private func isSameKind(_ index: Int, _ next: Int) -> Bool {
        [index, next].allSatisfy { page.text($0).lowercased().hasPrefix("by ") && page.roles[$0] == .removed(.byline) }
    }

    /// "Lena Marsk, Karsh Sheet": the outlet is no second author.
    static func without(_ source: String?, _ byline: Found) -> Found {
        let parts = byline.text.split(separator: ",").map { String($0).trimmedSpaces }
        guard let source, parts.count > 1 else { return byline }
        let key = SourceVote.letters(source)
        let kept = parts.filter { SourceVote.letters($0) != key }
        return kept.isEmpty || kept.count == parts.count ? byline : (kept.joined(separator: ", "), byline.origin)
    }

    private var closing: (text: String, index: Int)? { ClosingByline.find(in: page, headline: headline?.index ?? -1) }

    /// The line under the text that names the author, where it is that which tells.
    func closingLine(_ byline: Found?) -> Int? {
        guard let byline, byline.origin.how == .nameLine, let closing, number(closing.index) == byline.origin.line,
            page.roles[closing.index] != .prose
        else { return nil }
        return closing.index
    }

    /// In the first lines under the headline.
    private func eastAsian() -> Found? {
        let first = (headline?.index ?? -1) + 1
        for index in first..<max(first, min(page.roles.count, first + Self.headLines))
        where page.lines[index].words > 1 && page.roles[index] != .removed(.caption) {
            let line = page.bytes[page.lines[index].range]
            if let name = EastAsianByline.name(in: line) { return (name, FieldOrigin(line: number(index), how: .bylineLine)) }
            if let data = classes.metadata[index], !data.dates.isEmpty, let name = EastAsianByline.beforeDay(line),
                EastAsianByline.isSigned(name, page, besides: index)
            {
                return (name, FieldOrigin(line: number(index), how: .nameLine))
            }
            if isRightUnderHeadline(index), EastAsianByline.isBareName(line),
                EastAsianByline.isSigned(ByteText.string(line), page, besides: index)
            {
                return (ByteText.string(line), FieldOrigin(line: number(index), how: .nameLine))
            }
        }
        return nil
    }

    /// Between the headline and the day.
    private func isRightUnderHeadline(_ index: Int) -> Bool {
        guard let headline, index == headline.index + 1, let data = classes.metadata[index + 1] else { return false }
        return !data.dates.isEmpty
    }

    private static let headLines = 8

    /// "…, writes Lena Marsk": how a deck ends.
    private func underDeck() -> Found? {
        guard let headline, !headline.isText else { return nil }
        let first = headline.index + 1
        for index in first..<max(first, min(page.roles.count, headEnd, first + Self.headLines))
        where page.lines[index].words <= Self.deckWords && !page.continues[index] {
            guard page.roles[index] == .prose || page.roles[index] == .sentence || page.roles[index] == .title else { continue }
            if let name = ReporterLine.name(atEndOf: page.text(index)) {
                return (name, FieldOrigin(line: number(index), how: .bylineLine))
            }
        }
        return nil
    }

    private static let deckWords = 60

    /// A name in a date line.
    private func besideDatePeople() -> Found? {
        for index in classes.metadata.keys.sorted() {
            guard let people = classes.metadata[index]?.people, case .removed(let reason) = page.roles[index], reason != .comment,
                reason != .related
            else { continue }
            return (people, FieldOrigin(line: number(index), how: .nameLine))
        }
        return nil
    }

    /// The outlet: split off the headline, else the candidate that most of the page speaks for.
    /// - Parameter byline: whom ``byline()`` has found.
    func source(_ byline: Found?) -> Found? {
        if let headline, let outlet = headline.outlet { return (outlet, FieldOrigin(line: number(headline.index), how: .headlineSuffix)) }
        var candidates: [SourceVote.Candidate] = []
        func add(_ found: Found?, _ points: Int) {
            if let found { candidates.append(SourceVote.Candidate(name: found.text, origin: found.origin, points: points)) }
        }
        add(aboveHeadline(), masthead.map(\.points) ?? 0)
        add(copyright(), 5)
        add(joinGroup(), 4)
        add(labelled(), 7)
        add(besideDate(), isEastAsian ? 14 : 6)
        add(captionCredit(), 3)
        if let credit = credits().first(where: { $0.byline.kind == .agency }) {
            add((credit.byline.text, FieldOrigin(line: number(credit.index), how: .bylineAgency)), 2)
        }
        if let dateline, let agency = dateline.agency {
            add((agency, FieldOrigin(line: number(dateline.index), how: .datelineAgency)), 2)
        }
        guard let headline else { return SourceVote.best(of: candidates, page).map { ($0.name, $0.origin) } }
        let authors = bare.map { [$0.index] } ?? credits().filter { $0.byline.kind == .person }.map(\.index)
        let evidence = OutletEvidence(
            page: page, classes: classes, headline: headline, authors: authors, byline: byline?.text,
            known: candidates.map(\.name))
        let (names, addresses) = evidence.candidates()
        return SourceVote.best(of: candidates + names, page, addresses).map { ($0.name, $0.origin) }
    }

    private static func behindFor(_ text: String) -> String? {
        let words = text.spacedWords
        guard let place = words.lastIndex(of: "for"), place + 1 < words.count, words.count - place <= 6 else { return nil }
        return words[(place + 1)...].joined(separator: " ").trimmedEnd(of: ".)")
    }

    /// There the label says where an article comes from, and most are taken from others.
    private var isEastAsian: Bool {
        guard let headline else { return false }
        return headline.text.utf8.count { (0xE3...0xED).contains($0) } * 6 > headline.text.utf8.count
    }

    /// "… (SBN News: Bruce Tollmache)", "… (Renny Okafor / San Ysidro Tribune)"
    private func captionCredit() -> Found? {
        for index in page.roles.indices where page.roles[index] == .removed(.caption) {
            let tail = ByteText.string(page.bytes[page.lines[index].range].suffix(100).drop { $0 & 0xC0 == 0x80 })
            // "Credit Amos Reiner for The Hudson Eagle"
            if let mark = Self.behindFor(tail),
                OutletNames.looksLikeOutlet(mark) || mark.hasPrefix("The ") && OutletPhrases.isCapitalised(mark)
            {
                return (mark, FieldOrigin(line: number(index), how: .creditLine))
            }
            guard let start = tail.lastIndex(where: { $0 == "(" || $0 == "|" || $0 == "©" }) else { continue }
            for part in tail[tail.index(after: start)...].split(whereSeparator: { ":/)|,".contains($0) }) {
                let name = String(part).trimmedSpaces
                if OutletNames.looksLikeOutlet(name) { return (name, FieldOrigin(line: number(index), how: .creditLine)) }
            }
        }
        return nil
    }

    /// The address in a line that says it is the page's own.
    func url() -> String? {
        let labels = ["permalink:", "canonical url:", "canonical:", "article url:", "page url:", "url:"]
        for index in page.roles.indices where page.roles[index] == .removed(.sourceLink) {
            let text = page.text(index)
            let lower = text.lowercased()
            guard let label = labels.first(where: lower.hasPrefix) else { continue }
            let rest = String(text.dropFirst(label.count)).trimmedSpaces
            if rest.hasPrefix("https://") || rest.hasPrefix("http://"), rest.utf8.count <= 2048, !rest.holds(" ") { return rest }
        }
        return nil
    }

    private func number(_ index: Int) -> Int { page.lines[index].number.asInt }

    private func credits() -> [(index: Int, byline: Byline)] {
        classes.metadata.keys.sorted().compactMap { index in
            guard let byline = classes.metadata[index]?.byline, case .removed(let reason) = page.roles[index], reason != .comment,
                reason != .related, !isOfOther(index)
            else { return nil }
            return (index, byline)
        }
    }

    /// A comment's head below the text, or a teaser's above it.
    private func isOfOther(_ index: Int) -> Bool {
        guard let headline else { return false }
        if PageBlocks.isTeaser(index, above: headline.index, page, classes) { return true }
        guard index >= headEnd, let data = classes.metadata[index], !data.dates.isEmpty || data.relative != nil else { return false }
        return PageBlocks.isOverText(index, page, classes)
    }

    private func aboveHeadline() -> Found? {
        masthead.map { ($0.name, FieldOrigin(line: number($0.index), how: .masthead)) }
    }

    private func copyright() -> Found? {
        Self.owner(page).map { ($0.name, FieldOrigin(line: number($0.index), how: .copyright)) }
    }

    /// "© 2026 The Karsh Courier. All rights reserved."
    static func owner(_ page: Page) -> (name: String, index: Int)? {
        for index in page.roles.indices.reversed() where page.roles[index] == .removed(.copyright) {
            if let line = CopyrightLine(page.text(index)), !line.isCompany { return (line.name, index) }
        }
        return nil
    }

    /// "Join NewsTrack Whatsapp group"
    private func joinGroup() -> Found? {
        let ends: Set<String> = ["whatsapp", "telegram", "viber", "signal", "facebook", "group", "channel", "community", "on"]
        for index in page.roles.indices where page.roles[index] == .removed(.newsletter) {
            let words = page.text(index).spacedWords.map(String.init)
            guard words.count >= 3, words[0].lowercased() == "join", let last = words.last.map({ $0.lowercased().trimmingPunctuation }),
                ends.contains(last)
            else { continue }
            let name = words.dropFirst().prefix { !ends.contains($0.lowercased()) }.joined(separator: " ").trimmingPunctuation
            let lower = name.lowercased()
            if !name.isEmpty, lower != "our", lower != "the", lower != "us",
                name.spacedWords.allSatisfy({ $0.first?.isUppercase == true || $0 == "the" })
            {
                return (name, FieldOrigin(line: number(index), how: .joinGroup))
            }
        }
        return nil
    }

    /// Named in a date line or after the author's name.
    private func besideDate() -> Found? {
        for index in classes.metadata.keys.sorted() {
            guard let outlet = classes.metadata[index]?.outlet, case .removed(let reason) = page.roles[index], reason != .comment,
                reason != .related
            else { continue }
            return (outlet, FieldOrigin(line: number(index), how: .creditLine))
        }
        return nil
    }

    /// "Source: Orlen News Agency", "This article first appeared in The Karsh Courier."
    private func labelled() -> Found? {
        for index in page.roles.indices where page.roles[index] == .removed(.sourceLink) {
            let text = page.text(index).trailingStopRemoved
            let lower = text.lowercased()
            var name: String?
            if let labelled = MetadataWords.labelledSource(text) { return (labelled, FieldOrigin(line: number(index), how: .sourceLabel)) }
            if lower.holds("appeared") || lower.hasPrefix("originally published") {
                let words = text.spacedWords.map(String.init)
                if let place = words.lastIndex(where: { ["in", "on", "by", "at"].contains($0.lowercased()) }), place + 1 < words.count {
                    name = words[(place + 1)...].joined(separator: " ")
                }
            }
            if let name, OutletNames.isAgency(name) || OutletNames.looksLikeOutlet(name) {
                return (name, FieldOrigin(line: number(index), how: .sourceLabel))
            }
        }
        return nil
    }
}
