import DatelineModels

/// Names of the outlet where a page tells it in passing: a logo's text, an invitation to follow, a note about the paper, an address.
///
/// Each is little by itself. A name counts where several of them agree, or where the page prints it elsewhere.
struct OutletEvidence {
    let page: Page
    let classes: LineClassification
    let headline: FoundHeadline
    /// The lines that name the author.
    let authors: [Int]
    /// Who that is, as far as known.
    let byline: String?
    /// Names that were found elsewhere.
    let known: [String]

    private static let headLines = 80
    private static let tailLines = 160
    private static let mostCandidates = 40

    /// Lines at the head of the page and at its foot.
    private var lines: [Int] {
        let count = page.lines.count
        let head = min(Self.headLines, count)
        return Array(0..<head) + Array(max(head, count - Self.tailLines)..<max(head, count))
    }

    func candidates() -> (names: [SourceVote.Candidate], addresses: PageAddresses) {
        let lines = lines.filter { page.lines[$0].length <= 240 }
        let addresses = PageAddresses(page, in: lines)
        var found: [SourceVote.Candidate] = []
        func add(_ name: String?, _ how: FieldOrigin.How, _ index: Int, _ points: Int, needs: Int = 5, mayBeMentioned: Bool = true) {
            guard found.count < Self.mostCandidates, let name, isName(name) else { return }
            let origin = FieldOrigin(line: page.lines[index].number.asInt, how: how)
            found.append(
                SourceVote.Candidate(name: name, origin: origin, points: points, needs: needs, countsMentions: mayBeMentioned))
        }
        var isBehindText = false
        /// Lines that stand by themselves: only what else the page says tells whether they name anybody.
        var standing: [Int] = []
        let lastProse = page.roles.lastIndex(of: .prose) ?? 0
        for index in lines {
            isBehindText = index > lastProse
            let text = page.text(index)
            let signs = OutletPhrases.signs(page.bytes[page.lines[index].range])
            if signs.contains(.logo), let name = OutletPhrases.logo(text) { add(name, .brand, index, 6) }
            if signs.contains(.credit), let name = OutletPhrases.credit(text) { add(name, .sourceLabel, index, 6) }
            if signs.contains(.invitation), page.roles[index] != .prose || page.lines[index].words <= 18,
                page.roles[index] != .removed(.comment), let name = OutletPhrases.invitation(text)
            {
                add(name, .mention, index, 3)
            }
            if signs.contains(.description), isBehindText || page.roles[index].isRemoved || isUnderLabel(index),
                let name = OutletPhrases.selfDescription(text)
            {
                add(name, .mention, index, 5)
            }
            if OutletPhrases.isLabel(text), index + 1 < page.lines.count, page.lines[index + 1].words <= 14 {
                add(page.text(index + 1).trimmedEnd(of: ".,;"), .sourceLabel, index + 1, 6)
            }
            if signs.contains(.about), index > headline.index, index * 2 > page.lines.count, let name = OutletPhrases.about(text),
                isTold(name, after: index)
            {
                add(name, .mention, index, 5)
            }
            if signs.contains(.copyright), page.roles[index].isRemoved || isBehindText, OutletPhrases.mayBeCopyright(text),
                let line = CopyrightLine(text)
            {
                add(line.name, .copyright, index, line.isCompany ? 2 : 5, mayBeMentioned: !line.isCompany)
            }
            if index != headline.index, index < headline.index || index > lastProse && index >= page.lines.count - 12,
                page.lines[index].words <= 6, mayName(index)
            {
                let name = index < headline.index ? Masthead.name(text)?.trimmedEnd(of: ".,;:") : nil
                if let name, OutletNames.looksLikeOutlet(name) {
                    add(name, .masthead, index, 7)
                } else if index == 0 {
                    add(name, .masthead, index, 5, needs: 6)
                } else {
                    standing.append(index)
                }
            }
            if index > headline.index, index <= headline.index + 6, page.roles[index].isRemoved, OutletPhrases.isBody(text) {
                add(text, .creditLine, index, 3)
            }
        }
        for index in authors where index + 1 < page.lines.count && page.lines[index + 1].words <= 6 {
            let text = page.text(index + 1)
            add(text, .creditLine, index + 1, OutletNames.looksLikeOutlet(text) ? 6 : 2, mayBeMentioned: false)
        }
        for index in authors { add(Self.behindAuthor(page.text(index)), .creditLine, index, 3) }
        addTitle(&found)
        let keys = Set((found.map(\.name) + known).map(SourceVote.letters))
        for index in standing {
            guard let name = Masthead.name(page.text(index))?.trimmedEnd(of: ".,;:") else { continue }
            if keys.contains(SourceVote.letters(name)) || addresses.holds(name) {
                add(name, .masthead, index, 2, needs: 6, mayBeMentioned: false)
            }
        }
        for host in addresses.hosts where host.isOwn { add(host.text, .address, host.index, 3, mayBeMentioned: false) }
        return (found, addresses)
    }

    /// "By Lena Marsk, Karsh Wells Live — Orlen": what stands between the author and a place.
    private static func behindAuthor(_ text: String) -> String? {
        guard text.utf8.count <= 160, let (name, rest) = BylinePhrases.parting(text, at: ", "),
            let (outlet, place) = BylinePhrases.parting(rest, at: " — ") ?? BylinePhrases.parting(rest, at: " – "),
            Byline(name)?.kind == .person, (1...3).contains(place.spacedWords.count), (1...5).contains(outlet.spacedWords.count)
        else { return nil }
        return outlet
    }

    /// What stands behind a bar or a dash in the first line.
    private func addTitle(_ found: inout [SourceVote.Candidate]) {
        for index in headline.index == 0 ? [0] : [0, headline.index] where index < page.lines.count {
            guard let (left, right, mark) = HeadlineFinder.parts(page.text(index)), !left.contains(" » "), !left.contains(" > "),
                right.spacedWords.count <= 5,
                left.spacedWords.count >= 3, isName(right)
            else { continue }
            let isBar = mark == "|" || mark == "::" || mark == "»"
            found.append(
                SourceVote.Candidate(
                    name: right, origin: FieldOrigin(line: page.lines[index].number.asInt, how: .headlineSuffix), points: isBar ? 5 : 2,
                    needs: 5, countsMentions: isBar))
        }
    }

    /// "ABOUT US" stands over it.
    private func isUnderLabel(_ index: Int) -> Bool {
        index > headline.index + 2 && page.roles[index - 1] == .removed(.navigation) && page.lines[index - 1].words <= 4
    }

    private func mayName(_ index: Int) -> Bool {
        switch page.roles[index] {
        case .title, .other, .sentence, .undecided, .removed(.navigation), .removed(.masthead), .removed(.related), .removed(.note): true
        default: false
        }
    }

    private func isTold(_ name: String, after index: Int) -> Bool {
        guard index + 1 < page.lines.count else { return false }
        let first = Folding.fold(String(name.utf8Prefix { $0 == 0x20 }))
        let next = Folding.fold(page.text(index + 1).cut(toBytes: 160))
        return next.hasPrefix(first) || next.hasPrefix("the " + first)
    }

    /// A name of one to six words, and neither a menu's nor the author's.
    private func isName(_ name: String) -> Bool {
        let words = name.spacedWords
        guard (1...12).contains(words.count), (3...90).contains(name.utf8.count),
            name.unicodeScalars.contains(where: \.isAlphabetic)
        else { return false }
        let folded = Folding.fold(name)
        if FurniturePhrases.labels[folded] != nil || ForeignPhrases.label(folded) != nil { return false }
        if SectionWords.isFoldedMenu(folded) || Masthead.isAid(name) { return false }
        if let byline, folded == Folding.fold(byline) { return false }
        if folded == Folding.fold(headline.text) { return false }
        return true
    }
}
