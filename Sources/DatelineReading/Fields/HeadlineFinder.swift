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
        titles(in: firstProse..<max(firstProse, PageBlocks.headEnd(page))).filter { index in
            isRepeated(index) || index + 1 < page.roles.count && classes.metadata[index + 1] != nil || isClose(index)
        }
    }

    func isClose(_ index: Int) -> Bool { span.story.overlap(page.bytes[page.lines[index].range]).isClose }

    func isRepeated(_ index: Int) -> Bool { classes.repeats[classes.hashes[index], default: 0] > 1 }

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
