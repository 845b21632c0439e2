/// A credit for the article: whose it is and of what kind.
struct Byline: Equatable {
    enum Kind { case person, account, agency }

    let text: String
    let kind: Kind
    /// "Lena Marsk, Karsh Times"
    var outlet: String?

    private static let authorPhrases = [
        "by ", "by: ", "written by ", "story by ", "words by ", "author: ", "author ", "words: ", "text by ", "posted by ", "published by ",
        "von ", "par ", "por ", "di ", "door ", "av ", "af ", "interview by ", "interview: ", "autor: ", "autorin: ", "autora: ",
        "auteur : ",
        "autore: ", "auteur: ", "text: ", "tekst: ", "testo di ", "texte : ", "texto: ", "автор: ", "текст: ", "haber: ", "yazan: ",
        "بقلم ",
        "بقلم: ", "كتب ",
        "نویسنده: ", "מאת ", "του ",
    ]
    private static let creditPhrases = [
        "prepared by ", "reporting by ", "compiled by ", "translated by ", "report by ", "reported by ", "additional reporting by ",
        "with reporting by ", "edited by ", "editing by ",
    ]

    /// - Parameter text: a line or a part of one; nil where it is no credit.
    init?(_ text: String) {
        let trimmed = Self.trimmed(text)
        guard trimmed.utf8.count <= 200 else { return nil }
        let lower = trimmed.lowercased()
        if let phrase = Self.creditPhrases.first(where: lower.hasPrefix) {
            let rest = Self.dropping(phrase, from: trimmed)
            guard let names = Self.names(in: rest.prefixBefore(";")), names.kind != .account else { return nil }
            self.text = trimmed.trailingStopRemoved
            kind = names.kind
            outlet = names.outlet
            return
        }
        guard let phrase = Self.authorPhrases.first(where: lower.hasPrefix) else { return nil }
        guard let names = Self.names(in: Self.dropping(phrase, from: trimmed)) else { return nil }
        self.text = names.text
        kind = names.kind
        outlet = names.outlet
    }

    private static func dropping(_ phrase: String, from text: String) -> String {
        String(text.dropFirst(phrase.count)).trimmedSpaces
    }

    private static func trimmed(_ text: String) -> String {
        var result = text.trimmedSpaces
        while let first = result.unicodeScalars.first, "—–-(•·|".unicodeScalars.contains(first) {
            result = String(result.dropFirst()).trimmedSpaces
        }
        while let last = result.unicodeScalars.last, "—–-)•·|,:".unicodeScalars.contains(last) {
            result = String(result.dropLast()).trimmedSpaces
        }
        return result
    }

    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "del", "della", "di", "du", "van", "von", "der", "den", "ter", "la", "le", "el", "al", "bin", "ibn",
        "bint", "af", "zu", "y", "and", "&", "und", "et", "e", "i",
    ]
    private static let accounts: Set<String> = [
        "admin", "administrator", "editor", "editors", "editorial", "newsdesk", "news desk", "web desk", "webdesk", "desk", "online desk",
        "digital desk", "staff", "staff reporter", "staff writer",
        "our correspondent", "our reporter", "correspondent", "agencies", "newsroom", "news team", "team", "webmaster", "root", "user",
        "author", "guest", "super user", "superuser", "web editor", "news editor", "the newsroom", "editorial team", "editorial board",
        "moderator", "wordpress", "publisher", "redaktion", "redaktionen", "redacción", "redaccion", "la redacción", "redazione",
        "la redazione",
        "redação", "redaction", "rédaction", "la rédaction", "redactie", "de redactie", "redakcja", "редакция", "редакція", "haber merkezi",
        "فريق التحرير", "هيئة التحرير",
    ]
    private static let accountWords: Set<String> = ["desk", "newsdesk", "webdesk", "newsroom", "admin"]
    private static let jobWords: Set<String> = [
        "correspondent", "reporter", "editor", "writer", "staff", "bureau", "chief", "columnist", "contributor", "analyst", "journalist",
        "senior", "political", "diplomatic", "foreign", "special", "security", "defence", "defense", "world", "affairs", "business",
        "economics", "in", "at", "for", "of", "the",
    ]

    private static func names(in text: String) -> (text: String, kind: Kind, outlet: String?)? {
        var parts: [String] = []
        var outlet: String?
        for (index, raw) in withoutPictures(text.trailingStopRemoved).split(separator: ",", maxSplits: 8).enumerated() {
            let part = beforePlace(String(raw).trimmedSpaces)
            if isAccount(part) {
                if index == 0 { return (part, .account, nil) }
                continue
            }
            if index > 0, isJobOrPlace(part) {
                if OutletNames.isAgency(part) || OutletNames.looksLikeOutlet(part) { outlet = outlet ?? part }
                continue
            }
            guard isNameLike(part) else { return nil }
            parts.append(part)
        }
        guard !parts.isEmpty else { return nil }
        let joined = parts.joined(separator: ", ")
        return (joined, OutletNames.isAgency(joined) || OutletNames.looksLikeOutlet(joined) ? .agency : .person, outlet)
    }

    /// "Lena Marsk, photographs by Orhan Deel"
    private static func withoutPictures(_ text: String) -> String {
        let lower = Array(text.lowercased().utf8)
        guard lower.count == text.utf8.count else { return text }
        for mark in pictureMarks {
            if let offset = ByteText.offset(of: mark, in: lower) { return String(text.utf8.prefix(offset)) ?? text }
        }
        return text
    }

    private static let pictureMarks: [[UInt8]] = [
        ", photo", ", picture", ", image", ", illustration", ", video", "; photo", " | photo", " and photographs by", " and photos by",
    ].map { Array($0.utf8) }

    /// "Lena Marsk in Karsh", "Lena Marsk for Orlen News", "Lena Marsk (Karsh)", "admin on".
    private static func beforePlace(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        if let index = words.firstIndex(where: { ["in", "for", "at", "on", "from"].contains($0.lowercased()) || $0.hasPrefix("(") }),
            index > 0
        {
            words = Array(words[..<index])
        }
        return words.joined(separator: " ")
    }

    private static func isAccount(_ text: String) -> Bool {
        let lower = text.lowercased()
        return accounts.contains(lower) || lower.split(separator: " ").contains { accountWords.contains(String($0)) }
            || lower.hasPrefix("admin")
    }

    private static func isJobOrPlace(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        if words.count == 1 || OutletNames.isAgency(text) || OutletNames.looksLikeOutlet(text) { return true }
        return words.contains { jobWords.contains($0.lowercased()) }
    }

    /// One to six words, each with a capital at its start or a particle, at most five for one name.
    private static func isNameLike(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...12).contains(words.count) else { return false }
        var run = 0
        var names = 0
        for word in words {
            let lower = word.lowercased()
            if lower == "and" || word == "&" || lower == "und" || lower == "et" || lower == "y" {
                // "By Sea and Air" is no pair of authors.
                guard run >= 2 else { return false }
                run = 0
                continue
            }
            run += 1
            guard run <= 5, !word.utf8.contains(where: ByteText.isDigit) else { return false }
            if particles.contains(lower) { continue }
            guard startsLikeName(word) else { return false }
            names += 1
        }
        return names > 0 && (run >= 2 || OutletNames.isAgency(text) || OutletNames.looksLikeOutlet(text))
    }

    private static func startsLikeName(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
        if first.properties.isLowercase {
            return word.hasPrefix("al-") || word.hasPrefix("el-") || word.hasPrefix("d'") || word.hasPrefix("d’")
        }
        return true
    }
}
