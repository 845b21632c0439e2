import DatelineModels

/// What a page says of its author after the article: "Lena Marsk writes about the sea."
enum AuthorNote {
    private static let mostParagraphs = 3
    private static let verbs: Set<String> = [
        "is", "was", "are", "writes", "covers", "reports", "works", "has", "joined", "edits", "lives", "teaches", "schreibt", "ist", "est",
        "es",
    ]

    /// - Parameter author: as far as known; without one only a note that tells somebody's trade goes.
    static func remove(_ page: inout Page, author: String?) {
        let names = (author ?? "").utf8Words { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "&") }.flatMap {
            $0.parts(betweenPhrase: " and ")
        }.map {
            String($0).trimmedSpaces
        }
        let kept = page.roles.indices.filter { !page.roles[$0].isRemoved && !page.continues[$0] }
        guard kept.count > mostParagraphs else { return }
        for index in kept.suffix(mostParagraphs).reversed() {
            guard page.lines[index].words <= 60, isNote(page.text(index), names) else { return }
            page.roles[index] = .removed(.note)
        }
    }

    private static func isNote(_ text: String, _ names: [String]) -> Bool {
        for name in names where !name.isEmpty {
            let start = text.utf8.prefix(name.utf8.count + 1)
            guard start.last == 0x20, let opening = String(start), opening.lowercased() == name.lowercased() + " " else { continue }
            let verb = Substring(text.utf8.dropFirst(start.count)).utf8Prefix { $0 == 0x20 }
            if verbs.contains(verb.lowercased()) { return true }
        }
        return isTrade(text)
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
