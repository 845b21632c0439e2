import DatelineModels

/// Turns of phrase in which pages name their outlet.
enum OutletPhrases {
    static let longest = 240

    /// "Karsh Courier logo", "Logo of the Karsh Courier", "Karsh Courier homepage", "Back to Karsh Courier".
    static func logo(_ text: String) -> String? {
        guard text.utf8.count <= 80, mayBeLogo(text.utf8) else { return nil }
        var words = text.spacedWords.map(String.init)
        guard (2...8).contains(words.count) else { return nil }
        var isLogo = false
        let last = words[words.count - 1].lowercased().trimmingPunctuation
        if marks.contains(last) {
            words.removeLast()
            isLogo = true
            if last == "page", words.last?.lowercased() == "home" { words.removeLast() }
        } else if words[0].lowercased().trimmingPunctuation == "logo" {
            words.removeFirst()
            isLogo = true
            if let first = words.first?.lowercased(), ["of", "de", "der", "des", "von", "di", "du"].contains(first) { words.removeFirst() }
        } else if text.hasPrefix("Back to ") || text.hasPrefix("Go to ") || text.hasPrefix("Return to "),
            text.lowercased().hasSuffix(" home")
        {
            words.removeFirst(2)
            words.removeLast()
            isLogo = true
        }
        guard isLogo, !words.isEmpty else { return nil }
        let name = words.joined(separator: " ").trimmedEnd(of: ",;:–—-|")
        return isCapitalised(name) && !networks.contains(name.lowercased()) ? name : nil
    }

    /// Its last word begins with "logo" or "home", or the first with "logo".
    static func mayBeLogo(_ line: some BidirectionalCollection<UInt8>) -> Bool {
        guard let space = line.lastIndex(of: 0x20) else { return false }
        let last = line[line.index(after: space)...].prefix(4)
        return begins(last, with: logoWord) || begins(last, with: homeWord) || begins(line.prefix(4), with: logoWord)
    }

    private static func begins(_ bytes: some Sequence<UInt8>, with word: [UInt8]) -> Bool { bytes.elementsEqual(word) { $0 | 0x20 == $1 } }

    private static let logoWord = Array("logo".utf8)
    private static let homeWord = Array("home".utf8)

    private static let marks: Set<String> = ["logo", "homepage", "logotype", "logotipo"]

    private static let networks: Set<String> = [
        "facebook", "twitter", "instagram", "youtube", "linkedin", "tiktok", "whatsapp", "telegram", "rss", "x", "google", "pinterest",
        "print", "mail", "email", "share", "site", "company", "partner", "sponsor", "our", "the",
    ]

    /// "via The Karsh Courier", "SOURCE Lumivane, Inc.", "Issued by the Port Authority", "The post … appeared first on Karsh Courier."
    static func credit(_ text: String) -> String? {
        guard text.utf8.count <= longest else { return nil }
        // The sender of a mail.
        if text.hasPrefix("From: "), let mark = text.firstIndex(of: "<") {
            let name = text[..<mark].dropFirst(6)
            return PersonNames.isName(String(name).trimmedSpaces) ? nil : named(name)
        }
        if text.hasPrefix("SOURCE ") { return named(text.dropFirst(7)) }
        let lower = text.lowercased()
        guard lower.utf8.count == text.utf8.count else { return nil }
        for mark in [
            "appeared first on ", "first appeared in ", "first appeared on ", "originally appeared in ", "originally appeared on ",
        ] {
            if let offset = ByteText.offset(of: Array(mark.utf8), in: Array(lower.utf8)) {
                return named(Substring(text.utf8.dropFirst(offset + mark.utf8.count)))
            }
        }
        // "Quelle: Neue Werkschau, Heft 2/2020"
        if let opening = sources.first(where: lower.hasPrefix), let comma = text.firstIndex(of: ","),
            text[comma...].utf8.contains(where: ByteText.isDigit)
        {
            return named(Substring(text[..<comma].utf8.dropFirst(opening.utf8.count)))
        }
        for opening in credits where lower.hasPrefix(opening) { return named(Substring(text.utf8.dropFirst(opening.utf8.count))) }
        return nil
    }

    static let sources = ["source: ", "quelle: ", "fuente: ", "fonte: ", "bron: ", "источник: "]

    static let credits = [
        "read the full article at ", "read the full article on ", "read the full story at ", "read the full story on ", "read more at ",
        "read the original at ", "read the original on ", "continue reading at ", "continue reading on ", "view original at ",
        "via ", "(via ", "original content of: ", "original-content von: ", "via: ", "h/t ", "issued by ", "press release from ",
        "press release by ", "news release from ",
        "a press release from ", "originally published by ", "originally published in ", "originally published on ", "republished from ",
        "reprinted from ", "reposted from ", "from our partners at ", "courtesy of ", "pressemitteilung der ", "pressemitteilung des ",
        "pressemitteilung von ", "communiqué de presse de ", "nota de prensa de ", "comunicato stampa di ",
    ]

    /// A label whose next line names who publishes.
    static func isLabel(_ text: String) -> Bool { text.utf8.count <= 24 && labels.contains(text.lowercased().trimmedEnd(of: ":")) }

    private static let labels: Set<String> = [
        "from", "news provided by", "provided by", "issued by", "published by", "publisher", "organisation", "organization",
        "press release from",
        "herausgeber", "quelle", "fuente", "fonte", "publication", "outlet", "newspaper", "source", "source:", "bron", "źródło", "kaynak",
        "источник", "المصدر", "מקור", "πηγή", "来源", "會社",
    ]

    /// "Follow Karsh Live on Facebook", "Sign up for the Karsh Courier newsletter", "Abonnieren Sie den Karsher Boten".
    static func invitation(_ text: String) -> String? {
        guard text.utf8.count <= longest, let mark = text.utf8.firstIndex(of: 0x20) else { return nil }
        let lower = text.lowercased()
        guard let openings = invitations[String(text[..<mark]).lowercased()], let opening = openings.first(where: lower.hasPrefix),
            lower.utf8.count == text.utf8.count
        else { return nil }
        return capitals(Substring(text.utf8.dropFirst(opening.utf8.count)))
    }

    static let invitations: [String: [String]] = {
        let phrases = [
            "follow us on ", "follow ", "like ", "subscribe to ", "support ", "join ", "sign up to ", "sign up for ", "get the top ",
            "get the latest ", "get the best of ", "get ", "advertise with ", "advertise in ", "download the ", "read more on ",
            "read more at ",
            "contact ", "donate to ", "become a member of ", "you are reading ", "thank you for reading ", "thanks for reading ",
            "welcome to ", "enjoy reading ", "lo más leído en ", "lo más leído de ", "suscríbete a ", "sigue a ", "sigue ", "siga o ",
            "siga a ",
            "assine o ", "assine a ", "suivez ", "abonnez-vous à ", "folgen sie ", "folge ", "mehr von ", "segui ", "abbonati a ", "volg ",
            "følg ", "följ ", "подписывайтесь на ", "читайте ", "підписуйтесь на ",
        ].sorted { $0.utf8.count > $1.utf8.count }
        return Dictionary(grouping: phrases) { String($0.utf8Prefix { $0 == 0x20 }) }
    }()

    /// "About Wells Without Borders": of what follows.
    static func about(_ text: String) -> String? {
        guard text.utf8.count <= 80 else { return nil }
        let words = text.spacedWords.map(String.init)
        guard (2...8).contains(words.count), abouts.contains(words[0].lowercased()) else { return nil }
        let name = words.dropFirst().joined(separator: " ").trimmedEnd(of: ":.")
        return isCapitalised(name) && !others.contains(name.lowercased()) ? name : nil
    }

    static let abouts: Set<String> = ["about", "über", "acerca", "sobre", "om", "over"]
    private static let others: Set<String> = ["us", "the author", "the authors", "this site", "me", "the writer", "the book", "cookies"]

    /// "The Fennick Observer is an independent weekly, …", "Slow Coast is published twice a year."
    static func selfDescription(_ text: String) -> String? {
        guard text.utf8.count <= 600 else { return nil }
        let words = text.split(separator: " ", maxSplits: 24).prefix(24).map(String.init)
        guard let verb = words.prefix(8).firstIndex(where: { $0 == "is" || $0 == "was" }), verb > 0, verb + 2 < words.count else {
            return nil
        }
        let name = words[..<verb].joined(separator: " ")
        guard isCapitalised(name), !["this", "it", "that", "he", "she", "there", "what", "who", "here"].contains(words[0].lowercased())
        else {
            return nil
        }
        let rest = words[(verb + 1)...].map { $0.lowercased().trimmingPunctuation }
        if ["published", "printed", "edited", "owned", "produced", "funded"].contains(rest[0]) { return name }
        guard ["a", "an", "the", "part", "your"].contains(rest[0]) else { return nil }
        return rest.prefix(9).contains(where: kinds.contains) ? name : nil
    }

    private static let kinds: Set<String> = [
        "publication", "newspaper", "magazine", "newsroom", "weekly", "monthly", "newsletter", "website", "outlet", "broadcaster", "agency",
        "platform", "portal", "broadsheet", "tabloid", "blog", "nonprofit", "non-profit", "charity", "journal", "daily",
    ]

    /// "University of Varnholt", "Port Authority of Karsh": a body that publishes by itself.
    static func isBody(_ text: String) -> Bool {
        guard text.utf8.count <= 80 else { return false }
        let words = text.spacedWords
        return (2...8).contains(words.count) && words.contains { $0.utf8.count >= 6 && bodies.contains(Folding.fold(String($0))) }
            && isCapitalised(text)
    }

    private static let bodies: Set<String> = [
        "university", "institute", "college", "ministry", "department", "authority", "agency", "commission", "council",
        "foundation",
        "universitat", "hochschule", "institut", "universite", "universidad", "universita", "universidade", "ministerium", "stiftung",
    ]

    /// What an outlet calls itself, in a few languages and in small letters.
    static func isKind(_ word: String) -> Bool { ownKinds.contains(word.trimmingPunctuation) }

    private static let ownKinds: Set<String> = kinds.union([
        "агентство", "газета", "журнал", "портал", "издание", "агенція", "видання", "gazeta", "dziennik", "tygodnik", "magazyn",
        "quotidien",
        "hebdomadaire", "diario", "periódico", "semanario", "semanário", "Semanário", "jornal", "giornale", "quotidiano", "krant",
        "weekblad", "dagblad", "gazetesi", "εφημερίδα", "صحيفة", "جريدة", "Nachrichtenportal", "Wochenzeitung", "Tageszeitung", "newspaper",
    ]).subtracting(["journal", "daily", "platform", "charity"])

    static func mayBeCopyright(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        if text.holds("©") { return true }
        let lower = text.lowercased()
        return rights.contains(where: lower.hasPrefix)
    }

    static let rights = [
        "copyright ", "(c) ", "all rights reserved", "alle rechte", "todos los derechos", "derechos reservados", "tous droits",
        "todos os direitos",
        "tutti i diritti", "wszelkie prawa", "все права", "усі права", "جميع الحقوق", "כל הזכויות", "版权所有", "版權所有", "alla rättigheter",
    ]

    /// All words begin with capitals, but for small ones between them.
    static func isCapitalised(_ name: String) -> Bool {
        let words = name.spacedWords
        guard !words.isEmpty, words.last.map(isCapital) ?? false else { return false }
        return words.allSatisfy { isCapital($0) || $0.utf8.count <= 3 || $0 == "with" || $0 == "from" }
    }

    private static func isCapital(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first(where: { $0.isAlphabetic }) else {
            return word.utf8.contains(where: ByteText.isDigit)
        }
        return !first.isLowercase
    }

    /// The run of words with capitals at the beginning; «…» ends it, too.
    private static func capitals(_ text: Substring) -> String? {
        var words: [Substring] = []
        for word in text.spacedWords {
            if word == "the" || word == "The" || word == "den" || word == "die" || word == "der" || word == "das", words.isEmpty {
                continue
            }
            let isSmall = ["of", "and", "de", "la", "le", "del", "du", "di", "da", "do", "&"].contains(word)
            guard isCapital(word) || isSmall && !words.isEmpty else { break }
            if words.count == 7 { break }
            words.append(word)
            if let last = word.unicodeScalars.last, ".,;:!?»”".unicodeScalars.contains(last) { break }
        }
        while let last = words.last, !isCapital(last) || tails.contains(last.lowercased().trimmingPunctuation) { words.removeLast() }
        let name = words.joined(separator: " ").trimmingPunctuation
        return name.isEmpty || networks.contains(name.lowercased()) ? nil : name
    }

    private static let tails: Set<String> = [
        "newsletter", "newsletters", "app", "podcast", "bulletin", "whatsapp", "facebook", "telegram", "x",
    ]

    private static func named(_ text: Substring) -> String? {
        var text = text
        // "Ostmark Police, transmitted by …"
        if let comma = text.firstIndex(of: ","), let next = text[text.index(after: comma)...].unicodeScalars.first(where: { $0 != " " }),
            next.isLowercase
        {
            text = text[..<comma]
        }
        let name = String(text).trimmedSpaces.trimmedEnd(of: ".)")
        return name.spacedWords.count <= 8 && isCapitalised(name) ? name : nil
    }
}
