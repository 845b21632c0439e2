import DatelineModels

/// The headline and the line it stands in.
struct FoundHeadline {
    var text: String
    /// Index into the page's lines.
    let index: Int
    let how: FieldOrigin.How
    /// What was split off as the name of the outlet.
    var outlet: String?
    /// The line is a paragraph, too, and stays in the body.
    var isText = false
    /// The next line, where the headline was broken in two.
    var secondLine: Int?
}

struct HeadlineFinder {
    let page: Page
    let classes: LineClassification
    let span: BodySpan
    /// Who the copyright line names.
    var owner: String?

    /// Only the first so many lines are candidates.
    private static let candidateLimit = 400
    static let maximumScalars = 1000
    private static let fallbackBytes = 200

    func find() -> FoundHeadline? {
        // A notice that isn't the article's can stand over the headline.
        let firstProse = firstParagraph(from: max(span.start, page.roles.firstIndex(of: .prose) ?? page.roles.count))
        var candidates = titles(in: 0..<firstProse)
        if firstProse < page.roles.count, !candidates.contains(where: { isClose($0) || page.lines[$0].words >= 4 }) {
            candidates += titlesAfterNotice(firstProse)
        }
        if candidates.isEmpty {
            candidates = page.roles.indices[..<firstProse].filter { page.roles[$0] == .sentence || page.roles[$0] == .other }.prefix(1).map
            { $0 }
        }
        if !candidates.contains(where: { page.lines[$0].words >= 4 || page.lines[$0].words > 1 && isClose($0) }) {
            candidates += labelled(in: 0..<firstProse)
        }
        let owner = owner.map(Folding.fold)
        let longTitles = candidates.filter { page.lines[$0].words >= 4 }
        var best: (score: Int, index: Int)?
        for index in candidates {
            let score = score(index, owner, afterList: longTitles.count > 4 && longTitles.last == index)
            if best.map({ score > $0.score }) ?? true { best = (score, index) }
        }
        guard let best else { return fallback() }
        var found = FoundHeadline(text: page.text(best.index), index: best.index, how: isRepeated(best.index) ? .repeatedLine : .titleLine)
        found.text = Self.withoutLabel(found.text)
        splitOutlet(&found)
        addSecondLine(&found)
        found.text = Self.bounded(found.text)
        return found
    }

    /// What stands over the name of a photographer is no text yet, where a title comes next.
    private func firstParagraph(from start: Int) -> Int {
        var index = start
        while index + 2 < page.roles.count, page.roles[index] == .prose, PageBlocks.isOverCredit(page, index),
            page.roles[index + 2] == .title && page.lines[index + 2].words >= 4,
            let next = page.roles[(index + 2)...].firstIndex(of: .prose)
        {
            index = next
        }
        return index
    }

    private static let labels = [
        "Title: ", "Headline: ", "Subject: ", "Titel: ", "Titre : ", "Titre: ", "Título: ", "Titolo: ", "Betreff: ",
    ]

    /// "Title: Port reopens", as scrapers write it.
    private static func withoutLabel(_ text: String) -> String {
        labels.first(where: text.hasPrefix).map { String(text.dropFirst($0.count)).trimmedSpaces } ?? text
    }

    /// "SWING BRIDGE STICKS OPEN;" goes on in the next line.
    private func addSecondLine(_ found: inout FoundHeadline) {
        let above = found.index - 1
        if above >= 0, page.roles[above] == .title, !page.lines[found.index].startsBlock,
            page.bytes[page.lines[above].end.asInt - 1] == UInt8(ascii: ";")
        {
            found = FoundHeadline(
                text: page.text(above) + " " + found.text, index: above, how: found.how, outlet: found.outlet, secondLine: found.index)
            return
        }
        let next = found.index + 1
        if let last = lastOfRest(next) {
            for line in next...last { found.text += " " + page.text(line) }
            found.secondLine = last
            return
        }
        guard let last = found.text.utf8.last, last == UInt8(ascii: ";") || last == UInt8(ascii: ","), next < page.roles.count,
            page.roles[next] == .title, !page.lines[next].startsBlock, classes.metadata[next] == nil
        else { return }
        found.text += " " + page.text(next)
        found.secondLine = next
    }

    private static let mostLines = 4

    /// Where a headline that was broken ends: several lines may go on so.
    private func lastOfRest(_ next: Int) -> Int? {
        (next..<next + Self.mostLines).last { last in (next...last).allSatisfy { mayBeRest($0) } && isRest(last) }
    }

    private func mayBeRest(_ next: Int) -> Bool {
        next < page.roles.count && page.roles[next] == .other && page.lines[next].startsLower && !page.lines[next].startsBlock
    }

    /// "Council to sell the town clock, / hands and all": a line right under the title that begins small, and after which a block ends.
    private func isRest(_ next: Int) -> Bool {
        guard next < page.roles.count, page.roles[next] == .other, page.lines[next].startsLower, !page.lines[next].startsBlock,
            (2...8).contains(page.lines[next].words.asInt), classes.metadata[next] == nil,
            !page.bytes[page.lines[next].range].contains(where: { ByteText.isDigit($0) || $0 == UInt8(ascii: "@") })
        else { return false }
        return next + 1 == page.lines.count || page.lines[next + 1].startsBlock || classes.metadata[next + 1] != nil
    }

    private func titles(in range: Range<Int>) -> [Int] {
        var result: [Int] = []
        for index in range {
            if page.roles[index] == .title { result.append(index) }
            if result.count == Self.candidateLimit { break }
        }
        return result
    }

    /// "Watch: a fox takes the escalator": what looks like a link to another article, and stands over date or author of this one.
    private func labelled(in range: Range<Int>) -> [Int] {
        range.filter { page.roles[$0] == .removed(.related) && page.lines[$0].words >= 4 && (isCredit($0 + 1) || isClose($0)) }
    }

    /// A notice nobody knows can come first; then the title is the one a date line or a second copy speaks for.
    private func titlesAfterNotice(_ firstProse: Int) -> [Int] {
        titles(in: firstProse..<PageBlocks.headEnd(page)).filter { index in
            isRepeated(index) || index + 1 < page.roles.count && classes.metadata[index + 1] != nil || isClose(index)
        }
    }

    private func isClose(_ index: Int) -> Bool { span.story.overlap(page.bytes[page.lines[index].range]).isClose }

    private func isRepeated(_ index: Int) -> Bool { classes.repeats[classes.hashes[index], default: 0] > 1 }

    /// - Parameter owner: folded.
    private func score(_ index: Int, _ owner: String?, afterList: Bool) -> Int {
        let line = page.lines[index]
        let text = page.text(index)
        let lower = text.lowercased()
        // The name of a site is on the page more than once as well.
        let overlap = span.story.overlap(page.bytes[line.range])
        let isRepeatedNearby = isRepeatedNearby(index)
        var score = 0
        if classes.pointedAt.contains(index) || isRepeated(index) && isRepeatedNearby && line.words >= 4 {
            score = 6
        } else if isRepeated(index), !overlap.isFar {
            score = line.words >= 4 || isRepeatedNearby ? 6 : 1
        }
        switch line.words {
        case ...1: score -= 4
        case 2: score -= 2
        case 3: break
        case 4...20: score += 3
        case 21...30: score += 2
        default: score -= 3
        }
        if OutletNames.looksLikeOutlet(index == 0 ? Masthead.name(text) ?? text : text) { score -= 4 }
        if line.endsWithColon { score -= 3 }
        if line.words <= 7 && OutletPhrases.isBody(text) || text.hasPrefix("Office of ") { score -= 4 }
        if Self.details.contains(where: lower.hasPrefix) { score -= 6 }
        if isTagline(lower) || isOwner(text, owner) { score -= 4 }
        if Self.alerts.contains(where: lower.hasPrefix) { score -= 3 }
        // A navigation bar stands under the name of the site.
        if index + 1 < page.roles.count, page.roles[index + 1] == .removed(.navigation) { score -= 2 }
        if let first = page.bytes[line.range].first, !ByteText.isASCIILetter(first), first < 0x80, !ByteText.isDigit(first),
            first != UInt8(ascii: "\""), first != UInt8(ascii: "'"), first != UInt8(ascii: "<"), first != UInt8(ascii: "[")
        {
            score -= 2
        }
        if isOverCredits(index) { score += 1 }
        score += closenessToCredits(index)
        if isUnderCredits(index) { score -= 3 }
        if isDeck(index) { score -= 3 }
        // What stands over the name of a photographer says what the picture shows.
        if PageBlocks.isOverCredit(page, index), page.lines[index + 1].words <= 8 { score -= 6 }
        if line.words <= 6, isName(text) || Self.parts(text).map({ PersonNames.names(in: $0.left) != nil }) ?? false { score -= 3 }
        if isTwin(index) { score -= 7 }
        if overlap.isClose { score += 5 } else if overlap.isFar { score -= 3 } else if overlap.shared > 0 { score += 1 }
        if span.appeals.contains(index) { score -= 5 }
        if afterList, index + 1 < page.roles.count, classes.metadata[index + 1] != nil { score += 3 }
        if let (left, _, _) = Self.parts(text), isOnPage(left) { score += 6 }
        return score
    }

    /// Of a thing that will be: no headline begins so.
    private static let details = [
        "when: ", "where: ", "tickets: ", "price: ", "prices: ", "location: ", "venue: ", "contact: ", "admission: ", "wann: ", "wo: ",
        "quand : ", "où : ", "cuándo: ", "dónde: ",
    ]

    private static let alerts = [
        "breaking:", "breaking news:", "just in:", "eilmeldung:", "alerte:", "última hora:", "ultim'ora:", "son dakika:",
    ]

    /// Date or author come next, after one more title or sentence at most. Then that one is the deck of this, and no headline itself.
    private func isOverCredits(_ index: Int) -> Bool {
        if index > 0, isTitleOrSentence(index - 1), page.lines[index - 1].words >= 4 { return false }
        // Where blank lines part everything they say nothing.
        let isParted = page.lines[index].startsBlock && index + 1 < page.lines.count && classes.metadata[index + 1]?.byline?.kind == .person
        if isCredit(index + 1), isParted || !page.lines[index + 1].startsBlock { return true }
        return index + 2 < page.roles.count && !page.lines[index + 1].startsBlock && isTitleOrSentence(index + 1)
            && page.lines[index + 1].words >= 4 && isCredit(index + 2)
    }

    private static let creditReach = 12
    private static let mostMenuLines = 2

    /// More where date or author follow, with little between them: a deck or two, and no menu.
    private func closenessToCredits(_ index: Int) -> Int {
        var texts = 0
        var menu = 0
        for next in index + 1..<max(index + 1, min(index + Self.creditReach, page.roles.count)) {
            if isCredit(next) { return texts <= 1 ? 3 : texts <= 3 ? 2 : 0 }
            switch page.roles[next] {
            case .title, .sentence, .prose: if page.lines[next].words >= 3 { texts += 1 }
            case .removed(.navigation), .removed(.share), .removed(.related), .removed(.newsletter): menu += 1
            default: break
            }
            if menu > Self.mostMenuLines || texts > 3 { return 0 }
        }
        return 0
    }

    /// Printed twice in a row under a title about the same story: what a picture shows.
    private func isTwin(_ index: Int) -> Bool {
        let hash = classes.hashes[index]
        guard hash != 0, [index - 1, index + 1].contains(where: { classes.hashes.indices.contains($0) && classes.hashes[$0] == hash })
        else {
            return false
        }
        return (max(0, index - 4)..<index).contains {
            page.roles[$0] == .title && page.lines[$0].words >= 4 && classes.hashes[$0] != hash && isClose($0)
        }
    }

    /// It stands right under a title about the same story.
    private func isDeck(_ index: Int) -> Bool {
        guard index > 0, page.roles[index - 1] == .title, page.lines[index - 1].words >= 4, !page.lines[index].startsBlock else {
            return false
        }
        return isClose(index - 1) && !isRepeated(index) && !classes.pointedAt.contains(index)
    }

    /// Date or author stand above, and another title above them: then this one is the deck.
    private func isUnderCredits(_ index: Int) -> Bool {
        guard index >= 2, let credit = (max(0, index - 2)..<index).last(where: { classes.metadata[$0] != nil }) else { return false }
        return (max(0, credit - 3)..<credit).contains { page.roles[$0] == .title && page.lines[$0].words >= 4 }
    }

    private func isTitleOrSentence(_ index: Int) -> Bool {
        switch page.roles[index] {
        case .title, .sentence, .prose: true
        default: false
        }
    }

    private func isCredit(_ index: Int) -> Bool {
        guard index < page.roles.count else { return false }
        return classes.metadata[index] != nil
            || page.roles[index] == .title && page.lines[index].words <= 8 && isName(page.text(index))
    }

    /// "Wyatt Lake", "Wyatt Lake, Managing Editor"
    private func isName(_ text: String) -> Bool {
        if PersonNames.names(in: text) != nil { return true }
        let bare = BylinePhrases.withoutJob(text)
        return bare != text && PersonNames.names(in: bare) != nil
    }

    private func isRepeatedNearby(_ index: Int) -> Bool {
        let hash = classes.hashes[index]
        return (max(0, index - 3)...min(classes.hashes.count - 1, index + 3)).contains { $0 != index && classes.hashes[$0] == hash }
    }

    private func isOwner(_ text: String, _ owner: String?) -> Bool {
        guard let owner, let name = Masthead.name(text) else { return false }
        return Folding.fold(name) == owner
    }

    private static let taglines = [
        "the paper of", "the newspaper of", "the voice of", "serving the", "news from", "news and views", "letters from", "all the news",
        "the student news site of", "the news site of", "the magazine of", "the journal of", "the newsletter of", "your local",
        "your daily", "your community", "your source", "independent news",
    ]

    /// What a site says of itself: "Serving the county since 1902".
    private func isTagline(_ lower: String) -> Bool {
        if Self.taglines.contains(where: lower.hasPrefix) { return true }
        let words = lower.spacedWords
        guard let last = words.last, last.utf8.count == 4, last.utf8.allSatisfy(ByteText.isDigit), words.count >= 3 else { return false }
        return ["since", "established", "founded", "est.", "seit", "depuis", "desde", "dal", "sinds"].contains(words[words.count - 2])
    }

    private func isOnPage(_ text: String) -> Bool {
        let hash = LineKey(Array(text.utf8)[...]).core.hashValue | 1
        return classes.repeats[hash] != nil
    }

    private func splitOutlet(_ found: inout FoundHeadline) {
        guard let (left, right, mark) = Self.parts(found.text) else { return }
        if OutletNames.looksLikeOutlet(right) || isOnPage(left) && right.spacedWords.count <= 5 || isNamedElsewhere(right, left) {
            found.text = left
            found.outlet = right
        } else if mark == "|", OutletNames.looksLikeOutlet(left), right.spacedWords.count >= 3 {
            found.text = right
            found.outlet = left
        }
    }

    /// A short name behind the title that an address of the page is made of.
    private func isNamedElsewhere(_ right: String, _ left: String) -> Bool {
        let count = page.lines.count
        guard right.spacedWords.count <= 4, left.spacedWords.count >= 4, OutletPhrases.isCapitalised(right) else {
            return false
        }
        let foot = max(0, count - 60)
        let lines = Array(0..<min(20, foot)) + Array(foot..<count)
        return PageAddresses(page, in: lines.filter { page.lines[$0].length <= 240 }).holds(right)
    }

    private static let signs: Set<Substring> = ["|", "-", "–", "—", "::", "»"]

    /// Splits at the last ` | `, ` - `, ` – `, ` — `, ` :: ` or ` » `.
    static func parts(_ text: String) -> (left: String, right: String, mark: String)? {
        let words = text.spacedWords
        guard words.count >= 3, words.count <= 80, let index = words.lastIndex(where: { $0.utf8.count <= 3 && signs.contains($0) }),
            index > 0, index < words.count - 1
        else { return nil }
        return (words[..<index].joined(separator: " "), words[(index + 1)...].joined(separator: " "), String(words[index]))
    }

    /// Pages without any title: the first sentence that is not furniture, else the first line at all.
    private func fallback() -> FoundHeadline? {
        guard
            let index = page.roles.firstIndex(where: { !$0.isRemoved }) ?? page.lines.indices.first(where: { page.lines[$0].letters > 0 })
                ?? page.lines.indices.first
        else { return nil }
        let line = page.lines[index]
        let text = ByteText.string(page.bytes[line.range.prefix(Self.fallbackBytes * 4)])
        return FoundHeadline(text: Self.firstSentence(text), index: index, how: .firstLine, isText: !page.roles[index].isRemoved)
    }

    /// Up to the first stop, else up to the last space in 200 bytes.
    static func firstSentence(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var lastSpace = 0
        for index in bytes.indices.prefix(fallbackBytes) {
            if bytes[index] == 0x20 {
                if index > 20, bytes[index - 1] == UInt8(ascii: ".") { return bounded(ByteText.string(bytes[..<index])) }
                lastSpace = index
            }
        }
        if bytes.count <= fallbackBytes { return bounded(text) }
        return bounded(lastSpace > 0 ? ByteText.string(bytes[..<lastSpace]) : text.cut(toBytes: fallbackBytes))
    }

    static func bounded(_ text: String) -> String {
        let spaced = text.utf8Words { $0 == 0x09 }.joined(separator: " ")
        guard spaced.unicodeScalars.count > maximumScalars else { return spaced }
        return String(String.UnicodeScalarView(spaced.unicodeScalars.prefix(maximumScalars))).trimmedSpaces
    }
}
