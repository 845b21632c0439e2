import DatelineModels

/// Names of authors as fields and elements of a page hold them.
enum AuthorNames {
    private static let longest = 160
    private static let most = 12

    /// The names of people in a text made to hold them: "By Lena Marsk and Omar Velt | Staff", "Autor: Lena Marsk, Karsh".
    /// - Parameter isOutlet: whether a name is that of the outlet, which is nobody.
    /// - Returns: nil where it names nobody.
    static func people(in text: String, isOutlet: (String) -> Bool) -> [String]? {
        var found: [String] = []
        for line in text.utf8Words({ $0 == 0x0A }).prefix(4) {
            guard let names = line.utf8.count <= longest && !isCompany(line) ? names(String(line), isOutlet) : nil else {
                if found.isEmpty { continue } else { break }
            }
            for name in names where !found.contains(name) && found.count < most { found.append(name) }
            // The next lines of such an element tell who they are, or go on with names.
            for next in text.split(separator: "\n").dropFirst().prefix(most) where found.count < most {
                let name = String(next).trimmedSpaces
                guard PersonNames.isName(name), isPerson(name, isOutlet), !found.contains(name) else { continue }
                found.append(name)
            }
            break
        }
        return found.isEmpty ? nil : found
    }

    private static func names(_ line: String, _ isOutlet: (String) -> Bool) -> [String]? {
        // "Lena Marsk writes about the sea."
        if let subject = AuthorNote.subject(line), isPerson(subject, isOutlet) { return [subject] }
        var text = withoutLabel(ofWriter(BylinePhrases.unglued(parted(line).trimmedSpaces)))
        if let reporter = ReporterLine.name(in: text), isPerson(reporter, isOutlet) { return [reporter] }
        // "lena@karsh.example (Lena Marsk)", as feeds have it.
        if let at = text.firstIndex(of: "@"), let open = text[at...].firstIndex(of: "("), text.hasSuffix(")") {
            text = String(text[text.index(after: open)...].dropLast())
        }
        // "Lena Marsk@lmarsk", "Lena MarskStaff writer"
        if let at = text.firstIndex(of: "@"), PersonNames.isName(String(text[..<at])) { text = String(text[..<at]) }
        text = BareByline.withoutGluedJob(text)
        for mark in [" | ", " · ", " • ", " — ", " – ", " - ", " / ", "|", " @", " (", "<"] {
            guard let found = text.firstRange(ofPhrase: mark), found.lowerBound > text.startIndex else { continue }
            // "Lena Marsk / Omar Velt"
            if mark == " / ", PersonNames.names(in: String(text[found.upperBound...])) != nil { continue }
            text = String(text[..<found.lowerBound])
        }
        text = BylinePhrases.withoutJob(withoutDate(text).trimmedEnd(of: ",;:.|•·—–-"))
        if let turned = turned(text) { return isPerson(turned, isOutlet) ? [turned] : nil }
        guard !text.isEmpty, !text.holds("://"), !text.holds("@"), !text.holds("_") else { return nil }
        var names: [String] = []
        for part in split(text) {
            let name = part.trimmedSpaces.trimmedEnd(of: ",;:")
            if names.isEmpty ? isPerson(name, isOutlet) : isPerson(name, isOutlet) && name.holds(" ") && !isTrade(name) {
                names.append(name)
            } else if names.isEmpty {
                return nil
            } else {
                break
            }
        }
        return names.isEmpty ? nil : names
    }

    private static let legalForms: Set<String> = [
        "inc", "llc", "ltd", "limited", "gmbh", "plc", "corp", "corporation", "co", "ag", "sa", "s.a", "bv", "b.v", "srl", "s.r.l", "oyj",
        "asa",
        "pty", "s.p.a", "spa", "ооо", "оао",
    ]

    /// "Karsh Biologics, Inc."
    static func isCompany(_ line: Substring) -> Bool {
        let words = line.spacedWords
        guard words.count >= 2, let last = words.last else { return false }
        return legalForms.contains(String(last).trimmingPunctuation.lowercased())
    }

    /// "Reviewed by Omar Velt | Written by Lena Marsk"
    private static func ofWriter(_ text: String) -> String {
        let lower = Array(text.lowercased().utf8)
        guard lower.count == text.utf8.count, let offset = ByteText.offset(of: Array("written by ".utf8), in: lower), offset > 0 else {
            return text
        }
        return String(text.utf8.dropFirst(offset)) ?? text
    }

    /// "Marsk, Lena"
    private static func turned(_ text: String) -> String? {
        let parts = text.split(separator: ",").map { String($0).trimmedSpaces }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }), PersonNames.isName(parts[1] + " " + parts[0]) else {
            return nil
        }
        return parts[1] + " " + parts[0]
    }

    private static let labels = [
        "postado por", "publicada por", "enviado por", "eingestellt von", "veröffentlicht von", "gepost door", "gönderen", "postad av",
        "by", "by:", "written by", "written by:", "words by", "story by", "text by", "posted by", "published by", "submitted by",
        "contributed by", "compiled by", "author:", "author",
        "authors:",
        "reporter:", "reported by", "report by", "from", "interview by", "review by", "analysis by", "opinion by", "von", "von:", "text:",
        "autor:",
        "autorin:", "verfasst von", "par", "par:", "auteur :", "auteur:", "por", "por:", "di", "di:", "a cura di", "autore:", "door",
        "door:",
        "av", "av:", "af", "af:", "tekst:", "text av", "autor", "yazan:", "haber:", "автор:", "автор", "текст:", "מאת:", "מאת", "بقلم:",
        "بقلم",
        "كتب:", "كتب", "كتبت", "نویسنده:", "του", "της", "από", "γράφει ο", "γράφει η", "oleh:", "oleh", "penulis:", "文/", "文：", "作者：",
        "作者:", "記者：",
        "执笔：", "記者", "記者/", "文＝", "글", "기자", "bởi", "theo", "edited by", "kirjoittaja:", "teksti:", "napsal:", "autor článku:", "autoři:",
        "szerző:",
        "credit:", "words:", "story:", "écrit par", "rédigé par", "publié par", "propos recueillis par", "geschrieben von",
        "ein bericht von", "eine analyse von",
        "escrito por", "publicado por", "texto:", "texto de", "redacción:", "scritto da", "pubblicato da", "geschreven door", "tekst av",
        "skrevet av", "skrevet af",
        "skriven av", "napisał", "napisała", "opracowanie:", "autorka:", "hazırlayan:", "yazar:", "muhabir:", "подготовил", "подготовила",
        "корреспондент",
        "إعداد:", "تقرير:", "إعداد", "تحرير:", "گزارش:", "ditulis oleh", "reporter",
    ].map { $0.lowercased() }.sorted { $0.utf8.count > $1.utf8.count }

    static func isLabelled(_ text: String) -> Bool { withoutLabel(text) != text }

    static func withoutLabel(_ text: String) -> String {
        let lower = text.lowercased()
        for label in labels where lower.hasPrefix(label) {
            let rest = String(text.dropFirst(label.count))
            let closes = label.last.map { !$0.isLetter } ?? false
            if closes || rest.first.map({ $0 == " " || $0 == "\u{A0}" || $0 == ":" }) ?? false {
                return String(rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == ":" })
            }
        }
        return text
    }

    private static let gluedLabels = [
        "Published", "Posted", "Updated", "Veröffentlicht", "Aktualisiert", "Publié", "Publicado", "Actualizado",
    ]

    /// "Lena Marsk, Karsh NewsPublished 5:03": the word lost the space before it.
    private static func parted(_ text: String) -> String {
        for label in gluedLabels {
            guard let found = text.firstRange(ofPhrase: label), found.lowerBound > text.startIndex,
                text[..<found.lowerBound].unicodeScalars.last?.isLowercase ?? false
            else { continue }
            return text[..<found.lowerBound] + " " + text[found.lowerBound...]
        }
        return text
    }

    /// "Lena Marsk, 26 March 2024", "Lena Marsk on Tuesday": up to the first digit or the word before it.
    private static func withoutDate(_ text: String) -> String {
        var words = text.spacedWords.map(String.init)
        if let index = words.firstIndex(where: { $0.unicodeScalars.contains { $0.properties.numericType != nil } }) {
            words = Array(words[..<index])
        }
        while words.count > 1, let last = words.last, isTimeWord(last) || joints.contains(last) { words.removeLast() }
        let ends = { (word: String) in
            stops.contains(word.lowercased().trimmingPunctuation) || MetadataWords.label(Array(word.utf8)[...]) != .none
        }
        if let index = words.firstIndex(where: ends), index >= 1 {
            words = Array(words[..<index])
        }
        return words.joined(separator: " ")
    }

    private static let stops: Set<String> = [
        "published", "posted", "updated", "on", "publié", "publicado", "veröffentlicht", "aktualisiert", "for", "in", "at", "is",
    ]

    /// Between a name and a date.
    private static let joints: Set<String> = [
        "от", "vom", "am", "le", "el", "il", "op", "den", "dne", "dnia", "в", "del", "du", "à", "um", "om", "kl",
    ]

    private static func isTimeWord(_ word: String) -> Bool {
        let bytes = Array(word.trimmingPunctuation.utf8)[...]
        return word.trimmingPunctuation.isEmpty || CalendarNames.month(bytes) != nil || CalendarNames.weekday(bytes) != nil
            || stops.contains(word.lowercased().trimmingPunctuation)
    }

    private static let joiners: Set<String> = [
        "and", "&", "und", "et", "y", "e", "en", "i", "og", "och", "ve", "и", "та", "with", "avec", "con", "mit", "και", "ו", "و",
    ]

    private static func split(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0 == "、" || $0 == "/" }.flatMap { part -> [String] in
            var groups: [[Substring]] = [[]]
            for word in part.spacedWords {
                if joiners.contains(String(word)), !groups[groups.count - 1].isEmpty {
                    groups.append([])
                } else {
                    groups[groups.count - 1].append(word)
                }
            }
            return groups.map { $0.joined(separator: " ") }
        }
    }

    /// A name, and neither an account's, an agency's, the outlet's nor a post.
    static func isPerson(_ name: String, _ isOutlet: (String) -> Bool) -> Bool {
        let words = name.spacedWords
        guard (1...6).contains(words.count), name.utf8.count <= 80, name.unicodeScalars.contains(where: \.isAlphabetic) else {
            return false
        }
        if name.utf8.contains(where: ByteText.isDigit) || name.holds("_") || name.holds("/") || name.holds("@") { return false }
        if Byline("by " + name)?.kind == .account || Byline("by " + name)?.kind == .agency || OutletNames.isAgency(name) || isOutlet(name) {
            return false
        }
        if words.count > 1, OutletNames.looksLikeOutlet(name) || SectionWords.isMenu(name) { return false }
        if offices.contains(Folding.fold(name)) || isTrade(name) { return false }
        if nobodies.contains(Folding.fold(String(words[0])).trimmingPunctuation) { return false }
        if words.count > 1, words.contains(where: { bodies.contains(Folding.fold(String($0)).trimmingPunctuation) }) { return false }
        let first = words[0].unicodeScalars.first { $0.isAlphabetic }
        guard let first else { return false }
        if words.count == 1, isTimeWord(name) { return false }
        // A single word in small letters is an account: "jsmith", "import-user".
        if words.count == 1 { return !first.isLowercase && name.unicodeScalars.count >= 2 && !SectionWords.isMenu(name) }
        return !first.isLowercase || words.contains { $0.unicodeScalars.first?.isUppercase ?? false }
    }

    private static let offices: Set<String> = Set(
        [
            "staff reporter", "staff reporters", "staff writer", "staff writers", "news staff", "our reporters", "guest author",
            "guest contributor",
            "contributor", "contributors", "anonymous", "unknown", "none", "null", "undefined", "default", "site admin", "super user",
            "system",
            "import user", "imported", "migration", "web editor", "content team", "editorial staff", "the editors", "news team",
            "press office",
            "press release", "redaktionsteam", "newsroom staff", "wire reports", "wire report", "agencies", "from staff reports",
            "staff report",
            "staff reports", "auteur inconnu", "sin autor", "nieuwsredactie", "redacción digital", "redazione web", "онлайн редакция",
            "user", "test",
            "webmaster", "online redaktion", "onlineredaktion", "web team", "digital team", "guest", "administrator",
        ].map { Folding.fold($0) })

    /// How begins what is said in the place of a name.
    private static let nobodies: Set<String> = [
        "redazione", "redaccion", "redaction", "redaktion", "redacao", "redactie", "redakcja", "redakce", "sponsored", "contributed",
        "special",
        "press", "paid", "presented", "promoted", "submitted", "advertorial", "submission", "community", "follow", "share", "brought",
    ]

    /// Words of the names of companies and offices.
    private static let bodies: Set<String> = [
        "council", "solutions", "ltd", "limited", "inc", "gmbh", "llc", "plc", "agency", "studio", "studios", "marketing", "university",
        "institute", "ministry", "department", "government", "association", "foundation", "committee", "publishing", "communications",
        "consulting", "services", "office", "affairs", "division", "secretariat", "directorate", "headquarters", "software", "technologies",
        "reporters", "editors", "contributors",
    ]

    private static let trades: Set<String> = [
        "correspondent", "reporter", "editor", "writer", "journalist", "columnist", "photographer", "staff", "bureau", "redakteur",
        "redakteurin",
        "journaliste", "periodista", "giornalista", "jornalista", "dziennikarz", "muhabir", "корреспондент", "redaktor", "team", "desk",
        "newsroom",
        "agency", "service", "producer", "author", "contributor",
    ]

    private static func isTrade(_ name: String) -> Bool {
        name.spacedWords.contains { trades.contains(Folding.fold(String($0)).trimmingPunctuation) }
    }
}
