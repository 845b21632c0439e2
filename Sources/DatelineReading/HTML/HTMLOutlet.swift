import DatelineModels

/// Finds the name of the outlet in what a page says of itself in passing: the end of its title, its logo, its feed, its address.
struct HTMLOutlet {
    private struct Candidate {
        var text: String
        var how: FieldOrigin.How
        var weight: Int
    }

    private var candidates: [String: Candidate] = [:]
    private let host: String

    private static let mostWords = 6
    private static let longest = 60

    /// - Parameter address: of the page, as far as it states it.
    init(address: String?) {
        let bare = address.flatMap { text in text.firstRange(ofPhrase: "://").map { text[$0.upperBound...] } } ?? ""
        host = String(bare.prefix { $0 != "/" }.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// - Parameter weight: how much one such place says; places that agree are added.
    mutating func add(_ text: String?, _ how: FieldOrigin.How, weight: Int) {
        guard let text = text.flatMap(Self.name) else { return }
        let key = Self.key(text)
        guard !key.isEmpty else { return }
        if var known = candidates[key] {
            known.weight += weight
            candidates[key] = known
        } else {
            candidates[key] = Candidate(text: text, how: how, weight: weight + (isHost(key) ? 3 : 0))
        }
    }

    /// A line at the end of the page: what it begins with, after a copyright sign, may be a name that is known; or it may hold the words
    /// of which the address is made.
    mutating func addFoot(_ text: String) {
        let words = text.utf8Words { $0 == 0x20 || $0 == 0x09 }.map(String.init).drop { word in
            let bare = word.trimmingPunctuation
            return bare.isEmpty || bare.lowercased() == "copyright" || bare == "c" || bare.utf8.allSatisfy(ByteText.isDigit)
        }
        guard !words.isEmpty else { return }
        let keys = words.prefix(Self.mostWords).map { PageTitle.key($0).spacedWords }
        for length in (1...keys.count).reversed() {
            let key = Self.core(keys.prefix(length).flatMap { $0 }).joined(separator: " ")
            guard !key.isEmpty else { continue }
            if candidates[key] != nil || length >= 2 && isHost(key) && key.utf8.count * 2 >= host.utf8.count {
                add(words.prefix(length).joined(separator: " ").trimmedEnd(of: ",;.|·–—-"), .copyright, weight: 1)
                return
            }
        }
    }

    private func isHost(_ key: String) -> Bool {
        guard !host.isEmpty else { return false }
        let letters = key.spacedWords.joined()
        return letters.utf8.count >= 3 && host.holds(letters)
    }

    /// Whether a text is one of the names, or fits the address.
    func isKnown(_ text: String) -> Bool {
        let key = Self.key(text)
        return !key.isEmpty && (candidates[key] != nil || isHost(key) && text.spacedWords.count <= Self.mostWords)
    }

    var best: (text: String, how: FieldOrigin.How)? {
        let found = candidates.max { ($0.value.weight, $1.key) < ($1.value.weight, $0.key) }
        return found.flatMap { $0.value.weight >= 2 ? ($0.value.text, $0.value.how) : nil }
    }

    /// What of a text may name an outlet: "The Karsh Courier logo", "Karsh Courier » Feed".
    private static func name(_ text: String) -> String? {
        var words = text.whiteSpacedWords.map(String.init)
        if let mark = words.firstIndex(where: { ["»", "|", "-", "–", "—", "·", "::"].contains($0) }), mark > 0 {
            words = Array(words[..<mark])
        }
        while let last = words.last, extras.contains(last.lowercased().trimmingPunctuation) { words.removeLast() }
        while let first = words.first, ["logo", "home", "homepage", "©"].contains(first.lowercased().trimmingPunctuation) {
            words.removeFirst()
            if words.first?.lowercased() == "of" { words.removeFirst() }
        }
        let name = words.joined(separator: " ").trimmedEnd(of: ",;:")
        guard (1...mostWords).contains(words.count), (2...longest).contains(name.utf8.count),
            name.unicodeScalars.contains(where: \.isAlphabetic),
            !SectionWords.isMenu(name), !["back", "return", "zurück", "retour", "volver"].contains(words[0].lowercased()),
            FurniturePhrases.labels[name.lowercased()] == nil, !name.holds("@")
        else { return nil }
        return name
    }

    private static let extras: Set<String> = [
        "logo", "home", "homepage", "feed", "rss", "atom", "startseite", "accueil", "inicio", "»", "→", "front", "header", "banner", "",
    ]

    static func key(_ text: String) -> String {
        core(PageTitle.key(text).spacedWords).joined(separator: " ")
    }

    /// Without an article before the name, and without what companies and addresses have behind theirs.
    private static func core(_ words: [Substring]) -> ArraySlice<Substring> {
        var words = words[...]
        if words.count > 1, let first = words.first, first == "the" || first == "www" { words.removeFirst() }
        while words.count > 1, let last = words.last, companies.contains(last) { words.removeLast() }
        return words
    }

    private static let companies: Set<Substring> = [
        "ltd", "inc", "llc", "limited", "gmbh", "ag", "com", "example", "org", "net", "pty", "plc",
    ]
}
