import DatelineModels

/// What a page says of its author after the article: "Lena Marsk writes about the sea."
enum AuthorNote {
    private static let mostParagraphs = 3
    private static let verbs: Set<String> = [
        "is", "was", "are", "writes", "covers", "reports", "works", "has", "joined", "edits", "lives", "teaches", "schreibt", "ist", "est",
        "es",
    ]

    private static let pastVerbs: Set<String> = ["edited", "wrote", "covered", "reported", "founded", "taught", "worked", "studied"]

    /// - Parameter author: as far as known; without one only a note that tells somebody's trade goes.
    static func remove(_ page: inout Page, author: String?, source: String?) {
        let names = (author ?? "").utf8Words { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "&") }.flatMap {
            $0.parts(betweenPhrase: " and ")
        }.map {
            String($0).trimmedSpaces
        }
        let kept = page.roles.indices.filter { !page.roles[$0].isRemoved && !page.continues[$0] }
        guard kept.count > mostParagraphs else { return }
        if let start = signature(page, kept, names) {
            for index in kept where index >= start { page.roles[index] = .removed(.note) }
            return
        }
        for index in kept.suffix(mostParagraphs).reversed() {
            let text = page.text(index)
            let isContact = page.lines[index].words <= 25 && (addressee(text) != nil || text.holds(" can be reached "))
            guard page.lines[index].words <= 60, isContact || isNote(text, names) || isOfOutlet(page, index, source) else { return }
            page.roles[index] = .removed(.note)
        }
    }

    private static let signatureWords = 8
    private static let noteWords = 60

    /// The name once more, and then what the author is, or what else a page has: little beside the text. A name that is printed again
    /// and again is over parts of a report.
    private static func signature(_ page: Page, _ kept: [Int], _ names: [String]) -> Int? {
        guard !names.isEmpty else { return nil }
        let places = kept.indices.dropFirst(mostParagraphs).filter { place in
            let index = kept[place]
            return page.lines[index].words <= signatureWords && names.contains(where: isEqual(withoutBracket(page.text(index))))
        }
        guard let first = places.first, let last = places.last, last - first <= mostParagraphs,
            kept[first...last].allSatisfy({ page.lines[$0].words <= signatureWords }), !isUnderTime(page, kept[first])
        else { return nil }
        let words = { (part: ArraySlice<Int>) in part.reduce(0) { $0 + page.lines[$1].words.asInt } }
        let after = kept[(first + 1)...]
        guard after.allSatisfy({ page.lines[$0].words <= noteWords }), words(after) * 3 <= words(kept[..<first]) else { return nil }
        return kept[first]
    }

    /// "13:05 / Lena Marsk": the head of an entry.
    private static func isUnderTime(_ page: Page, _ index: Int) -> Bool {
        index > 0 && page.lines[index - 1].letters == 0 && page.bytes[page.lines[index - 1].range].contains(UInt8(ascii: ":"))
    }

    /// "Lena Marsk (Karsh, correspondent)"
    private static func withoutBracket(_ text: String) -> String {
        guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex else { return text }
        return String(text[..<open]).trimmedSpaces
    }

    private static func isEqual(_ text: String) -> (String) -> Bool {
        let folded = Folding.fold(text)
        return { !$0.isEmpty && Folding.fold($0) == folded }
    }

    private static let contacts = [
        "contact:", "media contact:", "press contact:", "contacts:", "kontakt:", "pressekontakt:", "contact presse :", "contacto:",
        "contatti:", "for more information, contact", "for interviews", "found a mistake", "spotted an error", "email us", "write to us",
    ]

    /// "The Karsh Courier is published twice a year", "Karsh Courier, 4 Ropewalk", "Contact: press@karsh.example".
    private static func isOfOutlet(_ page: Page, _ index: Int, _ source: String?) -> Bool {
        let text = page.text(index)
        let lower = text.lowercased()
        let hasMail = text.utf8.contains(UInt8(ascii: "@"))
        if hasMail, page.lines[index].words <= 24, contacts.contains(where: lower.hasPrefix) { return true }
        guard let source, page.lines[index].words <= 30 else { return false }
        let bare = lower.hasPrefix("the ") ? lower.dropFirst(4) : lower[...]
        let name = source.lowercased()
        let key = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
        guard bare.hasPrefix(key) else { return false }
        let rest = bare.dropFirst(key.count)
        return rest.hasPrefix(" is published") || rest.hasPrefix(" is available") || rest.hasPrefix(" is written")
            || rest.hasPrefix(" is a ") || rest.hasPrefix(" is an ")
            || rest.hasPrefix(", ") && (hasMail || page.lines[index].words <= 14)
    }

    private static func isNote(_ text: String, _ names: [String]) -> Bool {
        for name in names where !name.isEmpty {
            let start = text.utf8.prefix(name.utf8.count + 1)
            guard start.last == 0x20, let opening = String(start), opening.lowercased() == name.lowercased() + " " else { continue }
            let verb = Substring(text.utf8.dropFirst(start.count)).utf8Prefix { $0 == 0x20 }
            if verbs.contains(verb.lowercased()) || pastVerbs.contains(String(verb)) { return true }
        }
        return isTrade(text)
    }

    /// Who may be written to: "Reach Lena Marsk at 555-0100", "Contact Courier reporter Lena Marsk at …", "Follow Lena Marsk on X: @lmarsk",
    /// "The author, Lena Marsk, is …".
    static func addressee(_ text: String) -> String? {
        let words = text.utf8.split(separator: 0x20, maxSplits: 10).prefix(10).map { String(Substring($0)) }
        guard words.count >= 4, demands.contains(words[0].lowercased()),
            words[0].lowercased() != "the" || ["author,", "writer,"].contains(words[1])
        else { return nil }
        var start = 1
        while start < 3, ["to", "reporter", "writer", "writer,", "author,", "staff", "the", "author"].contains(words[start].lowercased()) {
            start += 1
        }
        // What stands before the name may say what the author is. Who organises a fair may be contacted, too.
        if let trade = words[start...].lastIndex(where: { trades.contains($0.lowercased().trimmingPunctuation) }), trade < 6 {
            start = trade + 1
        } else if words[0].lowercased() == "contact", start == 1 || !trades.contains(words[start - 1].lowercased().trimmingPunctuation) {
            return nil
        }
        guard start < words.count,
            let end = words[start...].firstIndex(where: { ["at", "on", "by", "via", "is", "was"].contains($0) || $0.contains("@") }),
            end - start >= 2
        else { return nil }
        let name = words[start..<end].joined(separator: " ").trimmedEnd(of: ",:")
        return PersonNames.isName(name) ? name : nil
    }

    private static let demands: Set<String> = ["reach", "email", "e-mail", "follow", "contact", "the"]

    /// Of whom a line without a stop says what they are.
    static func tradesman(_ text: String) -> String? { isTrade(text) ? subject(text) : nil }

    /// "About the author", "Meet the reporter"
    static func isLabel(_ text: String) -> Bool {
        let words = Folding.fold(text).spacedWords.map { String($0).trimmingPunctuation }
        return words.count <= 5
            && words.contains { trades.contains($0) || $0 == "autor" || $0 == "autorin" || $0 == "auteur" || $0 == "autore" }
    }

    static func isVerb(_ word: String) -> Bool { verbs.contains(word) || pastVerbs.contains(word) }

    /// Of whom a sentence tells what they are or do: "Lena Marsk teaches physics …".
    static func subject(_ text: String) -> String? {
        let words = text.utf8.split(separator: 0x20, maxSplits: 10).prefix(10).map { String(Substring($0)) }
        guard let verb = words.firstIndex(where: { verbs.contains($0) || $0 == "can" || $0 == "reported" }), (2...4).contains(verb),
            verb + 1 < words.count
        else { return nil }
        let name = words[..<verb].joined(separator: " ").trimmedEnd(of: ",")
        let isTold =
            switch words[verb] {
            case "is", "was", "are": ["a", "an", "the"].contains(words[verb + 1])
            case "can": words[verb + 1] == "be" && words.contains("reached")
            case "reported": words[verb + 1] == "from"
            case "has": false
            default: true
            }
        return isTold && PersonNames.isName(name) ? name : nil
    }

    private static let trades: Set<String> = [
        "photographer", "author", "writer", "journalist", "reporter", "correspondent", "columnist", "editor", "professor", "historian",
        "novelist",
        "freelancer", "fellow", "illustrator", "critic",
    ]

    /// "Orhan Deel is a photographer who …"
    private static func isTrade(_ text: String) -> Bool {
        let words = text.utf8.split(separator: 0x20, maxSplits: 12).prefix(12).map { String(Substring($0)) }
        guard let verb = words.firstIndex(where: { $0 == "is" || $0 == "are" }), (2...4).contains(verb), verb + 2 < words.count,
            PersonNames.isName(words[..<verb].joined(separator: " ")), ["a", "an", "the"].contains(words[verb + 1])
        else { return false }
        return words[(verb + 2)...].contains { trades.contains($0.trimmingPunctuation) }
    }
}
