/// A credit for the article: whose it is and of what kind.
struct Byline: Equatable {
    enum Kind { case person, account, agency }

    let text: String
    let kind: Kind
    /// "Lena Marsk, Karsh Times"
    var outlet: String?

    private static let authorPhrases =
        [
            "by ", "by: ", "written by ", "filed by ", "created by ", "postby ", "post author: ", "author name: ", "story by ", "words by ",
            "author: ", "author ", "authors: ", "words: ", "text by ",
            "posted by ", "published by ", "interview by ", "interview: ", "article by ", "report: ", "von ", "von: ", "geschrieben von ",
            "ein artikel von ", "eine reportage von ", "eine analyse von ", "ein kommentar von ", "ein gastbeitrag von ", "autor: ",
            "autorin: ", "text: ", "text von ", "par ", "par : ", "écrit par ", "rédigé par ", "publié par ", "propos recueillis par ",
            "un article de ", "auteur : ", "auteur: ", "texte : ", "texte de ", "por ", "por: ", "escrito por ", "publicado por ",
            "redactado por ", "texto: ", "texto de ", "texto por ", "reportagem de ", "autora: ", "autoria: ", "di ", "di: ", "a cura di ",
            "scritto da ", "pubblicato da ", "testo di ", "autore: ", "door ", "door: ", "geschreven door ", "tekst: ", "av ", "av: ",
            "skrevet av ", "skriven av ", "text av ", "tekst av ", "foto och text: ", "af ", "af: ", "skrevet af ", "tekst af ", "haber: ",
            "yazan: ", "yazar: ", "autor : ", "opracował: ", "opracowała: ", "oprac. ", "автор: ", "автор – ", "текст: ", "автори: ",
            "بقلم ", "بقلم: ", "كتب ", "كتب: ", "كتبت ", "كتبت: ", "كتب - ", "إعداد: ", "إعداد ", "تقرير: ", "نویسنده: ", "نویسنده : ",
            "گزارش: ", "מאת ", "מאת: ", "כתב: ", "כתבה: ", "του ", "της ", "γράφει ο ", "γράφει η ", "γράφει: ", "συντάκτης: ",
            "συντάκτρια: ", "글 ", "글: ", "लेखक: ", "autoři: ", "autorka: ", "szerző: ", "teksti: ", "kirjoittaja: ",
        ] + BylinePhrases.more
    private static let creditPhrases = [
        "prepared by ", "reporting by ", "compiled by ", "translated by ", "report by ", "reported by ", "additional reporting by ",
        "with reporting by ", "edited by ", "editing by ",
    ]

    /// The first words of lines that name somebody, in lower case.
    static let openings = Set((authorPhrases + creditPhrases + ["words ", "text "]).map { $0.utf8Prefix { $0 == 0x20 } })

    /// - Parameters:
    ///   - text: a line or a part of one; nil where it is no credit.
    ///   - isDated: a date stands beside it; then a single word may be a name.
    init?(_ text: String, isDated: Bool = false) {
        let trimmed = BylinePhrases.unglued(Self.trimmed(text))
        guard trimmed.utf8.count <= 600 else { return nil }
        let lower = trimmed.lowercased()
        if let phrase = Self.phrasesByWord[String(lower.utf8Prefix { $0 == 0x20 })]?.credits.first(where: lower.hasPrefix) {
            let rest = Self.dropping(phrase, from: trimmed)
            guard let names = Self.names(in: rest.prefixBefore(";")), names.kind != .account else { return nil }
            // "Report by Lena Marsk, Karsh"
            let isShort = phrase == "report by " || phrase == "reported by "
            self.text = isShort ? trimmed.prefix(phrase.count) + names.text : trimmed.trailingStopRemoved
            kind = names.kind
            outlet = names.outlet
            return
        }
        guard trimmed.utf8.count <= 200 else { return nil }
        if let pair = BylinePhrases.ofPair(trimmed), PersonNames.names(in: pair) != nil {
            self.text = pair
            kind = .person
            return
        }
        if let name = BylinePhrases.behindText(trimmed) {
            self.text = name
            kind = .person
            return
        }
        guard let phrase = Self.authorPhrase(lower) else { return nil }
        let rest = BylinePhrases.behindTrade(
            BylinePhrases.withoutPlace(Self.beforeRomancePlace(Self.dropping(phrase, from: trimmed), behind: phrase)))
        if BylinePhrases.isAccount(rest) {
            self.text = rest
            kind = .account
            return
        }
        guard let names = Self.names(in: rest) ?? BylinePhrases.handle(rest, behind: phrase, isDated: isDated).map({ ($0, .person, nil) })
        else { return nil }
        self.text = names.text
        kind = names.kind
        outlet = names.outlet
    }

    /// Phrases under their first word: one look-up tells most lines.
    private static let phrasesByWord: [String: (authors: [String], credits: [String])] = {
        var result: [String: (authors: [String], credits: [String])] = [:]
        // The longest first: "von unserem Korrespondenten" before "von".
        for phrase in authorPhrases.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            result[String(phrase.utf8Prefix { $0 == 0x20 }), default: ([], [])].authors.append(phrase)
        }
        for phrase in creditPhrases { result[String(phrase.utf8Prefix { $0 == 0x20 }), default: ([], [])].credits.append(phrase) }
        return result
    }()

    private static func authorPhrase(_ lower: String) -> String? {
        phrasesByWord[String(lower.utf8Prefix { $0 == 0x20 })]?.authors.first(where: lower.hasPrefix)
    }

    private static func dropping(_ phrase: String, from text: String) -> String {
        (String(text.utf8.dropFirst(phrase.utf8.count)) ?? String(text.dropFirst(phrase.count))).trimmedSpaces
    }

    /// "Por Lena Marsk, en San Sebastián", "Par Lena Marsk en Afrique du Sud": "en" joins names in Dutch only.
    private static func beforeRomancePlace(_ text: String, behind phrase: String) -> String {
        guard phrase.hasSuffix("por") || phrase.hasSuffix("par") || phrase.hasSuffix("por ") || phrase.hasSuffix("par "),
            let place = text.firstRange(ofPhrase: " en "), place.lowerBound > text.startIndex
        else { return text }
        return String(text[..<place.lowerBound]).trimmedEnd(of: ", ")
    }

    private static func trimmed(_ text: String) -> String {
        var result = text.trimmedSymbols
        while let first = result.unicodeScalars.first, "—–-([*•·|,/".unicodeScalars.contains(first) {
            result = String(result.dropFirst()).trimmedSpaces
        }
        while let last = result.unicodeScalars.last, "—–-)]*•·|,:/".unicodeScalars.contains(last) {
            result = String(result.dropLast()).trimmedSpaces
        }
        return result
    }

    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "del", "della", "di", "du", "van", "von", "der", "den", "ter", "la", "le", "el", "al", "bin", "ibn",
        "bint", "af", "zu", "los", "las", "dos", "das", "dela", "delas", "delos", "y", "and", "&", "und", "et", "e", "i",
    ]
    private static let accounts: Set<String> = [
        "admin", "administrator", "editor", "editors", "editorial", "newsdesk", "news desk", "web desk", "webdesk", "desk", "online desk",
        "digital desk", "staff", "staff reporter", "staff writer",
        "a staff reporter", "a correspondent", "a staff writer", "our staff reporter", "our special correspondent", "special correspondent",
        "our own correspondent", "our bureau", "agency report", "staff reporters", "staff writers", "reporter", "wire reports",
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
        let bare = BylinePhrases.withoutPlaces(
            BylinePhrases.withoutAgencies(
                withoutPictures(BylinePhrases.withoutHelpers(BylinePhrases.withoutPhotographers(text.trailingStopRemoved)))))
        for (index, raw) in bare.split(separator: ",", maxSplits: 8).enumerated() {
            var part = BylinePhrases.withoutJobs(
                beforePlace(index == 0 ? String(raw).trimmedSpaces : BylinePhrases.withoutJoiner(String(raw).trimmedSpaces)))
            if index == 0, let parted = BylinePhrases.parted(part) {
                part = parted.name
                outlet = parted.outlet
            }
            if isAccount(part) {
                if index == 0 { return (part, .account, nil) }
                continue
            }
            if index > 0, isJobOrPlace(part) {
                if OutletNames.isAgency(part) || OutletNames.looksLikeOutlet(part) { outlet = outlet ?? part }
                continue
            }
            guard isNameLike(part) else {
                // "Lena Marsk, special to the Courier": what follows a name is no name, and no reason to doubt the first.
                if index > 0, part.spacedWords.count <= 6 { continue }
                return nil
            }
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
            if let offset = ByteText.offset(of: mark, in: lower) {
                return (String(text.utf8.prefix(offset)) ?? text).trimmedSpaces.trailingStopRemoved
            }
        }
        return text
    }

    private static let pictureMarks: [[UInt8]] = [
        ", photo", ", picture", ", image", ", illustration", ", video", "; photo", " | photo", " and photographs by", " and photos by",
        "photos:", "photo:", "photos by", "photography:", "photographs:", "photographs by", "pictures:", "pictures by", "images:",
        "illustration:", "illustrations:", "illustrations by", "video:", "fotos:", "foto:", "fotografie:", "bilder:", "bild:", "photos :",
        "photo :", "фото:", "fotografías:", "fotografia:", "zdjęcia:",
    ].map { Array($0.utf8) }

    /// "Lena Marsk in Karsh", "Lena Marsk for Orlen News", "Lena Marsk (Karsh)", "admin on".
    private static func beforePlace(_ text: String) -> String {
        var words = text.spacedWords.map(String.init)
        if let index = words.firstIndex(where: {
            ends.contains($0.lowercased()) || $0.hasPrefix("(") || $0.utf8.contains(UInt8(ascii: "@"))
        }), index > 0 {
            words = Array(words[..<index])
        }
        // "Lena Marsk Editor: Omar Velt"
        if let label = words.firstIndex(where: { $0.hasSuffix(":") }), label > 1 { words = Array(words[..<label]) }
        return words.joined(separator: " ")
    }

    private static let ends: Set<String> = ["in", "for", "at", "on", "from", "-", "–", "—", "|", "·", "•", "/", "em", "aus"]

    private static func isAccount(_ text: String) -> Bool {
        let lower = text.lowercased()
        return accounts.contains(lower) || lower.spacedWords.contains { accountWords.contains(String($0)) }
            || lower.hasPrefix("admin") || isNobody(lower.spacedWords)
            || lower.spacedWords.first.map { newsrooms.contains(String($0)) } ?? false
    }

    private static let newsrooms: Set<String> = [
        "redazione", "redaktion", "redacción", "redaccion", "rédaction", "redação", "redactie", "redakcja",
    ]

    /// "Our political correspondent": a post, and nobody's name.
    private static func isNobody(_ words: [Substring]) -> Bool {
        guard (2...5).contains(words.count), let first = words.first, let last = words.last, owners.contains(String(first)) else {
            return false
        }
        return BareByline.jobs.contains(String(last)) || last.hasSuffix("s") && BareByline.jobs.contains(String(last.dropLast()))
    }

    private static let owners: Set<String> = [
        "our", "unser", "unsere", "unserem", "unserer", "notre", "nuestro", "nuestra", "nosso", "nossa", "onze", "vår",
        "vores", "nasz", "наш",
    ]

    private static func isJobOrPlace(_ text: String) -> Bool {
        let words = text.spacedWords
        if words.count == 1 || OutletNames.isAgency(text) || OutletNames.looksLikeOutlet(text) { return true }
        return words.contains { jobWords.contains($0.lowercased()) }
    }

    /// One to six words, each with a capital at its start or a particle, at most five for one name.
    private static func isNameLike(_ text: String) -> Bool {
        let words = text.spacedWords
        guard (1...12).contains(words.count) else { return false }
        var run = 0
        // Of the words before a joiner that may be part of a surname: "José Ortega y Gasset".
        var before = 0
        var names = 0
        for word in words {
            let lower = word.lowercased()
            if joiners.contains(lower) {
                // "By Sea and Air" is no pair of authors.
                let isParticle = ["y", "e", "i"].contains(lower)
                guard run >= 2 || isParticle else { return false }
                before = isParticle ? run : 0
                if run >= 2 { run = 0 }
                continue
            }
            if !particles.contains(lower) { run += 1 }
            guard run <= 5, !word.utf8.contains(where: ByteText.isDigit), !word.hasSuffix(":") else { return false }
            if particles.contains(lower) { continue }
            guard startsLikeName(word) else { return false }
            names += 1
        }
        return names > 0
            && (run >= 2 || run == 1 && (2...4).contains(before) || OutletNames.isAgency(text) || OutletNames.looksLikeOutlet(text))
    }

    private static let joiners: Set<String> = [
        "and", "&", "und", "et", "y", "with", "e", "i", "en", "och", "og", "ve", "и", "та", "і", "mit", "avec", "con", "com", "met", "med",
    ]

    private static func startsLikeName(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first(where: { $0.isAlphabetic }) else { return false }
        if first.isLowercase {
            return word.hasPrefix("al-") || word.hasPrefix("el-") || word.hasPrefix("d'") || word.hasPrefix("d’")
        }
        return true
    }
}
