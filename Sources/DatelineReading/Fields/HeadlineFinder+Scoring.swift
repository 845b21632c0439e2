import DatelineModels

// What speaks for and against a line as the headline.
extension HeadlineFinder {
    /// - Parameter owner: folded.
    func score(_ index: Int, _ owner: String?, afterList: Bool) -> Int {
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
        if isUnderLabel(index) { score -= 6 }
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
        if EastAsianByline.isCredit(page.bytes[line.range]) { score -= 8 }
        if isTwin(index) { score -= 7 }
        if overlap.isClose { score += 5 } else if overlap.isFar { score -= 3 } else if overlap.shared > 0 { score += 1 }
        if span.appeals.contains(index) { score -= 5 }
        if afterList, index + 1 < page.roles.count, classes.metadata[index + 1] != nil { score += 3 }
        if let (left, _, _) = Self.parts(text), isOnPage(left) { score += 6 }
        return score
    }

    /// "From:", and in the next line whom it is from. Under "Analysis:" stands the headline itself.
    private func isUnderLabel(_ index: Int) -> Bool {
        guard index > 0, page.lines[index - 1].words <= 2, page.lines[index - 1].endsWithColon,
            Self.senderLabels.contains(Folding.fold(page.text(index - 1)).trimmingPunctuation)
        else { return false }
        return !page.lines[index].startsBlock || page.lines[index - 1].startsBlock
    }

    /// Folded.
    private static let senderLabels: Set<String> = [
        "from", "to", "by", "source", "location", "contact", "issued by", "press contact", "media contact", "contacts", "author", "authors",
        "written by", "provided by", "von", "an", "autor", "quelle", "ort", "kontakt", "de", "a", "auteur", "lieu", "fuente", "lugar",
        "contacto", "da", "fonte", "luogo", "contatto", "contatti", "contato", "van", "bron", "contactpersoon",
    ]

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

    func isCredit(_ index: Int) -> Bool {
        guard index < page.roles.count else { return false }
        return classes.metadata[index] != nil
            || page.roles[index] == .title && page.lines[index].words <= 8 && isName(page.text(index))
    }

    /// "Wyatt Lake", "Wyatt Lake, Managing Editor"
    func isName(_ text: String) -> Bool {
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
        let folded = Folding.fold(name)
        // "KNS News" on a page of "© KNS"
        return folded == owner || folded.hasPrefix(owner + " ") && name.spacedWords.count <= 3
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

    func isOnPage(_ text: String) -> Bool {
        let hash = LineKey(Array(text.utf8)[...]).core.hashValue | 1
        return classes.repeats[hash] != nil
    }
}
