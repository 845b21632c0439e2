import DatelineModels

/// Tells names of people from other short lines, where no "By" stands before them.
enum PersonNames {
    private static let longest = 120
    private static let mostPeople = 6

    /// The names of a line of nothing but names: "Lena Marsk", "Lena Marsk, Orhan Deel and Ada Quist", "Lena Marsk (text)".
    /// - Returns: as printed, without what stands in brackets; nil where it may be anything else.
    static func names(in text: String) -> String? {
        guard text.utf8.count <= longest, !text.utf8.contains(where: ByteText.isDigit) else { return nil }
        // "Lena Marsk, 26 March 2024": what stood between them belongs to neither.
        var bare = withoutBrackets(text).trimmedSpaces
        bare = bare.trimmedSymbols
        while let last = bare.unicodeScalars.last, ",;:".unicodeScalars.contains(last) { bare = String(bare.dropLast()).trimmedSpaces }
        // "Marie-Ange LE GOFF (with AFL)."
        if bare.hasSuffix(" .") { bare = String(bare.dropLast(2)) }
        bare = parted(bare) ?? bare
        var people: [Substring] = []
        for part in bare.parts(betweenPhrase: ",") {
            people += split(part)
        }
        guard (1...mostPeople).contains(people.count), people.allSatisfy({ isName(String($0).trimmedSpaces) }) else { return nil }
        return bare.trimmedSpaces
    }

    /// "Lena MarskOmar Velt": two names that lost the break between them.
    private static func parted(_ text: String) -> String? {
        let words = text.spacedWords.map(String.init)
        guard words.count == 3 else { return nil }
        let scalars = Array(words[1].unicodeScalars)
        guard
            let cut = scalars.indices.dropFirst(4).first(where: {
                scalars[$0].isUppercase && scalars[$0 - 1].isLowercase
            }),
            cut + 2 < scalars.count
        else { return nil }
        let first = words[0] + " " + String(String.UnicodeScalarView(scalars[..<cut]))
        let second = String(String.UnicodeScalarView(scalars[cut...])) + " " + words[2]
        return isName(first) && isName(second) ? first + ", " + second : nil
    }

    /// Two to four words of letters with a capital each, or of a script without capitals, none of which is a common word of headings.
    static func isName(_ name: String) -> Bool {
        let words = name.spacedWords
        guard (2...7).contains(words.count), name.unicodeScalars.count <= 44 else { return false }
        // "Wyatt Lake": the first name tells.
        let isFamiliar = firstNames.contains(Folding.fold(String(words[0])))
        var full = 0
        var isCased = false
        for (index, word) in words.enumerated() {
            // "d'Aubigny", "al-Karshi"
            let word = index > 0 ? withoutElision(word) : word
            let bare = Folding.fold(String(word).trimmingPunctuation)
            if index > 0, particles.contains(bare) { continue }
            guard let first = word.unicodeScalars.first, first.isAlphabetic, word.unicodeScalars.allSatisfy(isNameScalar),
                !commonWords.contains(bare) || index > 0 && bare == "an"
                    || isFamiliar && (index == 0 || index == words.count - 1 && families.contains(bare))
            else { return false }
            if index == 0, !isFamiliar, openings.contains(bare) || words.count == 2 && isAdjective(bare) { return false }
            if index > 1, BareByline.jobs.contains(bare) { return false }
            if index == 0, offices.contains(bare) { return false }
            if bare.utf8.count > 8, bodies.contains(where: { bare.utf8.suffix($0.count).elementsEqual($0) }) { return false }
            if first.isLowercase { return false }
            // "扫一扫 手机阅读": where names are printed with spaces, none of their parts has four such letters.
            if word.unicodeScalars.count > 3, word.unicodeScalars.allSatisfy(EastAsianByline.isHan) { return false }
            if first.isUppercase { isCased = true }
            if SectionWords.contains(bare) && bare.utf8.count > 3, !isFamiliar || index != 0 && !families.contains(bare) { return false }
            full += 1
        }
        guard full >= 2, isCased ? full <= 4 : full <= 3 else { return false }
        return !OutletNames.looksLikeOutlet(name) && !OutletNames.isAgency(name) && !SectionWords.isMenu(name)
    }

    /// "Künstliche Intelligenz", "Bayerischer Wald", "Московская область": no first name ends so.
    private static func isAdjective(_ word: String) -> Bool {
        word.utf8.count > 7 && adjectives.contains { word.utf8.suffix($0.count).elementsEqual($0) }
    }

    private static let adjectives = [
        "liche", "licher", "liches", "bare", "erischer", "erische", "ische", "isches", "ное", "ные",
    ].map {
        Array($0.utf8)
    }

    /// - Parameter word: folded.
    static func isOffice(_ word: String) -> Bool { offices.contains(word) }

    /// Whom news is about, and by whom it isn't: "Mayor Orhan Deel".
    private static let offices: Set<String> = [
        "mayor", "minister", "president", "governor", "senator", "congressman", "congresswoman", "representative", "sheriff", "ambassador",
        "chancellor", "premier", "speaker", "superintendent", "pope", "burgermeister",
        "burgermeisterin", "ministerin", "prasident", "prasidentin", "kanzler", "maire", "ministre", "alcalde", "alcaldesa", "ministro",
        "presidente", "presidenta", "sindaco", "prefeito", "burgemeester",
        // Prepositions before a place.
        "aus", "desde", "depuis",
    ]

    /// Of what German writes as one word: "Kreisfeuerwehrverband".
    private static let bodies = [
        "verband", "verein", "polizei", "feuerwehr", "direktion", "prasidium", "ministerium", "kammer", "stiftung", "gesellschaft",
        "institut",
        "universitat", "gewerkschaft", "verwaltung",
    ].map { Array($0.utf8) }

    private static func withoutElision(_ word: Substring) -> Substring {
        for head in ["d'", "d’", "al-", "el-", "l'", "dell'", "dall'"] where word.hasPrefix(head) && word.utf8.count > head.utf8.count + 1 {
            return word.dropFirst(head.count)
        }
        return word
    }

    /// A word of headings and of names of places or bodies; folded.
    static func isCommon(_ word: String) -> Bool { commonWords.contains(word) }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || "-'’.‑\u{200C}".unicodeScalars.contains(scalar)
    }

    private static func split(_ part: Substring) -> [Substring] {
        let words = part.spacedWords
        var groups: [[Substring]] = [[]]
        for word in words {
            if joiners.contains(word.lowercased()) { groups.append([]) } else { groups[groups.count - 1].append(word) }
        }
        return groups.map { Substring($0.joined(separator: " ")) }
    }

    private static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        var result: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                result.append(byte)
            }
        }
        let spaced = ByteText.string(result[...]).spacedWords.joined(separator: " ")
        return spaced.replacingPhrase(" ,", with: ",")
    }

    private static let joiners: Set<String> = ["and", "&", "und", "et", "y", "e", "en", "i", "og", "och", "ve", "и", "та"]

    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "ter", "la", "le", "el", "al", "bin", "ibn",
        "bint", "af", "zu", "y", "av", "d", "dela", "delas", "delos", "بن", "بنت",
    ]

    /// Words that stand in headings and names of places or bodies, and hardly in names of people.
    private static let commonWords: Set<String> = Set(
        """
        the a an of in on at for to with by from or not is are was new breaking exclusive photo photos picture pictures image images video watch
        release publication university universitat universite universidad universidade universita hochschule institut institute ministry department town county district province north south east west northern southern
        eastern western central upper lower great little saint st san santa los las sao port fort mount lake harbour harbor quay pier beach square market creek heights gardens forest junction castle village downtown river bay island islands coast valley
        street road bank company group limited ltd inc press editor editors staff writer reporter correspondent journalist desk team newsroom
        redaktion redaccion redacao redazione redactie redaction redakcja haber merkezi read related topics topic key points summary most today
        yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
        december updated published written min minutes comments share save print listen follow issue volume vol no page part chapter big long short
        special series week year day morning evening real estate middle europe asia africa america united kingdom republic association federation
        party union league club cup open school college hospital church court museum library centre center hall house park station airport hotel
        bridge report reports file story stories article articles journal review data question questions answers how why what when where who which
        will can could should may must do does did has have had after before over under against your our their his her its this that these those
        peer reviewed free full first last next previous best top good bad high old war peace rights human public private press general editorial
        board policy terms service center advertisement advertising sponsored privacy cookie cookies contents map guide index help support
        committee commission council authority preferred google fact check subscriber subscribers only member members artificial intelligence
        ask technology housing traffic safety history photography photographer bio newsletter briefing update updates alert alerts explainer
        corrections clarification classified sponsored partner promotion login subscribe subscription edition exclusive
        rio tel hong kong buenos aires kuala lumpur dhabi addis ababa sierra costa phnom salaam lanka belo porto vila ciudad cidade nova novi bad
        us join donate subscribe sign log shop app profile neighbor neighbour posts sms send talk trending premium
        cape vegas angeles francisco paulo english german french spanish
        محرر تحرير الأخبار أخبار وكالات قسم غرفة فريق هيئة مراسل تحریریه خبرنگاران گروه מערכת חדשות החדשות כתבי דסק редакция редакції корреспондент
        neue neuer neues der die das ein eine und nouveau nouvelle les des une un nuevo nueva los las una el nuova nuovo il lo gli
        """
        .split { $0 == " " || $0 == "\n" }.map { Folding.fold(String($0)) }
    )
}
