import DatelineModels

/// How credits begin and end beyond "By Lena Marsk".
enum BylinePhrases {
    private static let prepositions: Set<String> = ["in", "aus", "à", "en", "a", "em", "au", "from", "på", "i", "w", "в", "из", "у", "في"]

    /// "à Bruxelles, Lena Marsk", as a correspondent's place stands before the name.
    static func withoutPlace(_ text: String) -> String {
        guard let space = text.firstIndex(of: " "), prepositions.contains(String(text[..<space])),
            let comma = text.firstIndex(where: { $0 == "," || $0 == ":" })
        else { return text }
        return String(text[text.index(after: comma)...]).trimmedSpaces
    }

    /// "Words Lena Marsk Pictures Omar Velt": labels without signs.
    static func ofPair(_ text: String) -> String? {
        guard text.utf8.count <= 120, text.hasPrefix("Words ") || text.hasPrefix("Text ") || text.hasPrefix("WORDS ") else { return nil }
        let words = text.spacedWords
        guard let end = words.firstIndex(where: { pictures.contains($0.lowercased()) }), (3...6).contains(end) else { return nil }
        return words[1..<end].joined(separator: " ")
    }

    private static let pictures: Set<String> = [
        "pictures", "photos", "photography", "photographs", "images", "illustrations", "illustration", "fotos", "bilder", "foto",
        "photo",
    ]

    /// "Lena Marsk Senior Reporter": the trade follows without a comma.
    static func withoutJob(_ text: String) -> String {
        let words = text.spacedWords
        guard words.count >= 3, words[2...].contains(where: isJob),
            let first = words.indices.dropFirst(2).first(where: { isOfJob(words[$0]) })
        else { return text }
        // "Lena Marsk Port Correspondent" and "Lena Ada Marsk, correspondent" look the same.
        guard first < words.count - 1 || words.count == 3 else { return text }
        let name = words[..<first].joined(separator: " ")
        return PersonNames.isName(name) ? name : text
    }

    /// "Lena Marsk Chief Reporter and Omar Velt Political Editor"
    static func withoutJobs(_ text: String) -> String {
        let parts = text.parts(betweenPhrase: " and ")
        guard parts.count > 1 else { return withoutJob(text) }
        return parts.map { withoutJob(String($0)) }.joined(separator: " and ")
    }

    /// "…, and Ada Quist"
    static func withoutJoiner(_ text: String) -> String {
        guard let joiner = joiners.first(where: text.hasPrefix) else { return text }
        return String(text.dropFirst(joiner.count)).trimmedSpaces
    }

    private static let joiners = ["and ", "& ", "AND ", "und ", "et ", "y ", "e ", "en ", "och ", "og ", "и ", "та "]

    /// "Lena Marsk with additional reporting by Omar Velt", "Lena Marsk Special to the Courier"
    static func withoutHelpers(_ text: String) -> String {
        let lower = text.lowercased()
        guard lower.utf8.count == text.utf8.count else { return text }
        for mark in helpers {
            guard let found = lower.firstRange(ofPhrase: mark), found.lowerBound > lower.startIndex else { continue }
            let size = lower.utf8.distance(from: lower.startIndex, to: found.lowerBound)
            return (String(text.utf8.prefix(size)) ?? text).trimmedEnd(of: ",;(–—-|·")
        }
        return text
    }

    private static let helpers = [
        " with additional reporting", " with reporting by", " with contributions ", " additional reporting", "; reporting", "; editing",
        " special to ", " special for ", " exclusive to ", " exclusively for ",
    ]

    private static let gluedWords = ["By", "Von", "Par", "Por", "Door", "Author", "Autor", "by", "von", "par", "por", "door"]

    /// "ByLena Marsk", "Author:Lena Marsk": what stands before the name lost the space after it.
    static func unglued(_ text: String) -> String {
        guard text.utf8.count <= 200 else { return text }
        for word in gluedWords where text.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            let scalars = rest.unicodeScalars.prefix(2)
            guard scalars.count == 2, scalars.first?.isUppercase == true, scalars.last?.isLowercase == true else { continue }
            // "ByLena MarskCourt reporter"
            let bare = BareByline.withoutGluedJob(String(rest))
            if bare != rest, PersonNames.names(in: bare) != nil { return word + " " + bare }
            // "ByHeart recalls …" is a name of another kind.
            let name = rest.utf8Prefix {
                $0 < 0x80 && !ByteText.isASCIILetter($0) && $0 != 0x20 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'")
            }
            if PersonNames.names(in: String(name)) != nil { return word + " " + rest }
        }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), case let next = text.index(after: colon), next < text.endIndex,
            text[next].isLetter, text[..<colon].spacedWords.count <= 3, isLabel(text[...colon])
        else { return text }
        return text[...colon] + " " + text[next...]
    }

    private static func isLabel(_ text: Substring) -> Bool {
        Byline.openings.contains(text.lowercased().utf8Prefix { $0 == 0x20 })
    }

    private static let mostTradeWords = 4

    /// "our community reporter Lena Marsk", "Political Editor Lena Marsk": the trade stands before the name.
    static func behindTrade(_ text: String) -> String {
        let words = text.spacedWords
        // "Chief Constable Ann Marsk" is no chief of the paper's.
        guard words.count >= 3,
            let trade = words.prefix(mostTradeWords).lastIndex(where: { isJob($0) && !["chief", "associate"].contains($0.lowercased()) }),
            trade + 2 < words.count,
            words[...trade].allSatisfy({ isOfJob($0) || $0.unicodeScalars.first?.isLowercase ?? false })
        else { return text }
        let name = words[(trade + 1)...].joined(separator: " ")
        return PersonNames.names(in: name.prefixBefore(",")) != nil ? name : text
    }

    private static let withWords: Set<String> = [
        "and", "with", "und", "mit", "et", "avec", "y", "con", "e", "com", "en", "met", "och", "med", "og", "i", "z", "ve", "и", "с",
    ]
    private static let wires: Set<String> = [
        "agencies", "agency", "wire", "wires", "services", "service", "reports", "news", "staff", "agenturen", "agences", "agencias",
        "agenzie",
        "agências", "agentschappen", "byråer", "agencje", "ajanslar", "агентства", "agence", "agencia", "agenzia",
    ]

    /// "… and PA Reporters"
    private static let crews: Set<String> = ["reporters", "staff", "correspondents", "writers", "agencies", "journalists", "bureau"]

    /// "Lena Marsk and agencies", "Lena Marsk mit dpa": the wire is no second author.
    static func withoutAgencies(_ text: String) -> String {
        let words = text.spacedWords
        guard words.count >= 4, let joint = words.lastIndex(where: { withWords.contains(String($0).lowercased()) }), joint >= 2,
            joint + 1 < words.count
        else { return text }
        let rest = words[(joint + 1)...]
        let isWire =
            rest.allSatisfy { wires.contains($0.lowercased()) } || OutletNames.isAgency(rest.joined(separator: " "))
            || rest.count <= 4 && rest.last.map { crews.contains($0.lowercased()) } ?? false
        return isWire ? words[..<joint].joined(separator: " ").trimmedEnd(of: ",") : text
    }

    /// "Lena Marsk in Karsh and Omar Velt in Norwick": each of them has a place.
    static func withoutPlaces(_ text: String) -> String {
        guard text.holds(" in ") else { return text }
        let parts = text.parts(betweenPhrase: " and ").filter { !$0.isEmpty }
        guard parts.count == 2, parts[0].holds(" in ") else { return text }
        let names = parts.map { part in
            part.spacedWords.prefix { $0 != "in" }.joined(separator: " ")
        }
        return names.allSatisfy(PersonNames.isName) ? names.joined(separator: " and ") : text
    }

    private static let wireEnds: Set<String> = ["press", "agency", "france-presse"]

    /// "Lena Marsk Associated Press", "Lena Marsk The Karsh Courier": the outlet follows without a sign.
    static func parted(_ text: String) -> (name: String, outlet: String)? {
        // "Yael Ben-Haim/Desert Media Line"
        if let parts = parting(text, at: "/"), PersonNames.isName(parts.name), OutletPhrases.isCapitalised(parts.rest),
            !PersonNames.isName(parts.rest) || parts.rest.spacedWords.count > 2
        {
            return (parts.name, parts.rest)
        }
        let words = text.spacedWords
        if let parts = inCapitals(words) { return parts }
        guard (3...8).contains(words.count), let last = words.last,
            words.contains("The") || words.contains("THE") || wireEnds.contains(last.lowercased()) || OutletNames.isAgency(String(last))
        else { return nil }
        for count in 2...min(4, words.count - 1) {
            let rest = words[count...].joined(separator: " ")
            guard
                OutletNames.isAgency(rest)
                    || words[count].lowercased() == "the" && words.count > count + 1 && OutletPhrases.isCapitalised(rest)
            else { continue }
            let name = words[..<count].joined(separator: " ")
            if PersonNames.isName(name) { return (name, rest) }
        }
        return nil
    }

    /// "LENA MARSK Karsh Press": where the capitals end, so does the name.
    private static func inCapitals(_ words: [Substring]) -> (name: String, outlet: String)? {
        guard (3...8).contains(words.count) else { return nil }
        let count = words.prefix { !$0.unicodeScalars.contains { $0.isLowercase } }.count
        guard count >= 2, count < words.count, words[..<count].contains(where: { $0.utf8.count > 2 }) else { return nil }
        let name = words[..<count].joined(separator: " ")
        let rest = words[count...].joined(separator: " ")
        guard OutletPhrases.isCapitalised(rest),
            wireEnds.contains(words[words.count - 1].lowercased()) || OutletNames.looksLikeOutlet(rest),
            PersonNames.isName(name)
        else { return nil }
        return (name, rest)
    }

    /// What stands before and behind the first of a mark.
    static func parting(_ text: String, at mark: String) -> (name: String, rest: String)? {
        guard let found = text.firstRange(ofPhrase: mark) else { return nil }
        return (String(text[..<found.lowerBound]).trimmedSpaces, String(text[found.upperBound...]).trimmedSpaces)
    }

    /// "Lena Marsk, Karsh Courier", "Lena Marsk / dpa", "Lena Marsk, lena@karsh.example"
    static func withoutOutlet(_ text: String) -> String {
        for mark in [", ", " / ", " | "] {
            if let parts = parting(text, at: mark), PersonNames.isName(parts.name), !PersonNames.isName(parts.rest) { return parts.name }
        }
        return text
    }

    /// "Tekst Lena Marsk": a word that alone says nothing, before a name.
    static func behindText(_ text: String) -> String? {
        guard let space = text.utf8.firstIndex(of: 0x20), ["Tekst", "Text", "Texte", "Testo"].contains(text[..<space]) else { return nil }
        return PersonNames.names(in: String(text[text.index(after: space)...]))
    }

    private static func isJob(_ word: Substring) -> Bool { BareByline.jobs.contains(word.lowercased()) }

    private static func isOfJob(_ word: Substring) -> Bool {
        let folded = Folding.fold(String(word))
        return isJob(word) || kinds.contains(folded) || SectionWords.contains(folded)
    }

    private static let kinds: Set<String> = [
        "senior", "junior", "chief", "special", "staff", "political", "diplomatic", "foreign", "assistant", "deputy", "managing", "digital",
        "trainee", "freelance", "investigative", "data", "multimedia", "breaking", "night", "city", "county", "court", "crime", "royal",
        "industrial", "medical", "religious", "religion", "arts", "democracy", "consumer", "social", "content", "audience", "trends",
        "features", "group", "associate", "contributing", "our", "the", "guest", "executive",
    ]

    /// "Lena Marsk (text) and Omar Velt (photos)": without who took the pictures.
    static func withoutPhotographers(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
        var kept = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "(") {
            // The last bracket may have lost its end.
            let close = rest[open...].firstIndex(of: ")") ?? rest.endIndex
            let role = rest[rest.index(after: open)..<close].lowercased().trimmingPunctuation
            let name = rest[..<open]
            if photos.contains(role) {
                // The name before the bracket goes with what joins it to the one before.
                if kept.isEmpty, let cut = lastJoint(name) { kept += name[..<cut] }
            } else {
                kept += name
                if !texts.contains(role) { kept += rest[open..<(close < rest.endIndex ? rest.index(after: close) : close)] }
            }
            rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
        }
        let result = (kept + rest).spacedWords.joined(separator: " ").replacingPhrase(" ,", with: ",").trimmedEnd(of: ",;&/|·")
        return result.isEmpty ? text : result
    }

    private static func lastJoint(_ text: Substring) -> Substring.Index? {
        [", ", " and ", " und ", " et ", " y ", " e ", " & ", " / ", " och ", " og ", " en ", " i ", " и "].compactMap { mark in
            text.ranges(of: mark).last?.lowerBound
        }.max()
    }

    private static let photos: Set<String> = [
        "photos", "photo", "photographs", "photography", "pictures", "picture", "images", "fotos", "foto", "bilder", "bild", "fotografie",
        "fotografias", "fotografía", "fotografías", "zdjęcia", "video", "videos", "illustration", "illustrations", "фото", "φωτογραφίες",
    ]
    private static let texts: Set<String> = ["text", "texte", "texto", "testo", "tekst", "words", "текст", "report", "story", "κείμενο"]

    private static let surePhrases: Set<String> = [
        "posted by ", "written by ", "author: ", "submitted by ", "geschrieben von ", "escrito por ",
    ]

    private static let accounts = [
        "edit", "admin", "web", "user", "staff", "desk", "team", "redak", "redac", "redaz", "press", "news", "media", "post",
    ]

    /// "webeditor2": one word that says what the account is for.
    static func isAccount(_ text: String) -> Bool {
        guard (4...30).contains(text.utf8.count), !text.utf8.contains(0x20), text.unicodeScalars.first?.isLowercase ?? false
        else {
            return false
        }
        return accounts.contains { text.contains($0) }
    }

    /// One word that is somebody's: a first name, or what they call themselves: "Posted by harbourjoan".
    static func handle(_ text: String, behind phrase: String, isDated: Bool) -> String? {
        guard isDated || phrase == "by " || surePhrases.contains(phrase), (3...30).contains(text.utf8.count) else { return nil }
        if isDated || phrase == "by ", let first = text.first, let last = text.last, "\"“„«".contains(first), "\"”“»".contains(last),
            text.count > 4, !text.holds(" ")
        {
            return text
        }
        guard isDated || surePhrases.contains(phrase) else { return nil }
        let lower = text.lowercased()
        if accounts.contains(where: { lower.contains($0) }) { return nil }
        let scalars = text.unicodeScalars
        guard scalars.allSatisfy({ $0.isAlphabetic || "-_.'’".unicodeScalars.contains($0) || ("0"..."9").contains($0) }),
            let first = scalars.first, first.isAlphabetic
        else { return nil }
        let folded = Folding.fold(text)
        let bytes = Array(folded.utf8)[...]
        if CalendarNames.month(bytes) != nil || CalendarNames.weekday(bytes) != nil || SectionWords.contains(folded) { return nil }
        if OutletNames.looksLikeOutlet(text) || OutletNames.isAgency(text) || PersonNames.isCommon(folded) { return nil }
        return text
    }
}
