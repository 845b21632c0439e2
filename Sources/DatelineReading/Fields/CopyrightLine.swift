import DatelineModels

/// Whom a copyright line names: "© 2026 The Karsh Courier. All rights reserved.", "Tarn Media Ltd trading as The Tarn Herald © 2024".
struct CopyrightLine {
    let name: String
    /// The name is a publishing house's, which mostly has several outlets.
    let isCompany: Bool

    private static let mostWords = 8
    private static let longest = 60

    /// - Parameter text: a line that has a copyright sign, or that says so.
    init?(_ text: String) {
        var words = Self.words(text)
        if let place = Self.tradingName(words) { words = Array(words[place...]) }
        var name = words
        if let sign = words.lastIndex(of: "©") {
            name = Self.bare(words[(sign + 1)...])
            if name.isEmpty { name = Self.bare(words[..<sign]) }
        } else {
            name = Self.bare(words[...])
        }
        guard let found = Self.outlet(name), Self.mayBeName(found.name) else { return nil }
        self.name = found.name
        isCompany = found.isCompany
    }

    /// The sign stands by itself, in whichever way it is written.
    private static func words(_ text: String) -> [String] {
        text.replacingPhrase("©", with: " © ").replacingPhrase("(c)", with: " © ").replacingPhrase("(C)", with: " © ").split {
            $0 == " " || $0 == "\u{A0}"
        }
        .map(String.init)
    }

    /// Behind "trading as", "publishers of".
    private static func tradingName(_ words: [String]) -> Int? {
        let lower = words.map { $0.lowercased() }
        for index in lower.indices.dropLast(2) {
            if lower[index] == "trading" && lower[index + 1] == "as" || lower[index].hasPrefix("publisher") && lower[index + 1] == "of" {
                return index + 2
            }
        }
        return nil
    }

    /// Up to where the rights begin, without what stands before the name.
    private static func bare(_ words: ArraySlice<String>) -> [String] {
        var afterRights = false
        let kept = words.drop { word in
            let bare = word.lowercased().trimmingPunctuation
            let isRight = rights.contains(bare)
            afterRights = afterRights || isRight
            return isRight || bare.isEmpty || openings.contains(bare) && word != "The" && word != "THE"
                || bare.utf8.allSatisfy { !ByteText.isASCIILetter($0) && $0 < 0x80 }
                || isYears(bare)
        }
        var name: [String] = []
        for word in kept {
            let bare = word.lowercased().trimmingPunctuation
            if bare.isEmpty && word != "&" || stops.contains(bare) || rights.contains(bare) && !name.isEmpty || isYears(bare) { break }
            name.append(word)
            let last = word.utf8.last
            if last == UInt8(ascii: ",") || last == UInt8(ascii: ";") { break }
            if last == UInt8(ascii: "."), !legalForms.contains(bare.replacingPhrase(".", with: "")) { break }
        }
        // "all rights are kept for": the name has the preposition before it, as one word.
        if afterRights, let first = name.first, let scalar = first.unicodeScalars.first, scalar == "ל" || scalar == "ل" {
            name[0] = String(first.dropFirst())
        }
        return name
    }

    private static func isYears(_ word: String) -> Bool {
        word.utf8.contains(where: ByteText.isDigit)
            && word.unicodeScalars.allSatisfy { "-–—/,".unicodeScalars.contains($0) || $0.properties.numericType != nil }
    }

    /// Without the marks of a company: "Courier GmbH & Co. KG" is "Courier".
    private static func outlet(_ words: [String]) -> (name: String, isCompany: Bool)? {
        var words = words
        // «…» holds the name, and what stands before it says what it is.
        let joined = words.joined(separator: " ")
        if let open = joined.firstIndex(of: "«"), let close = joined[open...].firstIndex(of: "»") {
            let before = joined[..<open].spacedWords.map { $0.lowercased().trimmingPunctuation }
            if !before.isEmpty, before.allSatisfy({ houses.contains($0) || legalForms.contains($0) }) {
                words = joined[joined.index(after: open)..<close].spacedWords.map(String.init)
            }
        }
        // "EDICIONES LA CRÓNICA S.L.": the name behind it has an article.
        if words.count >= 3, editions.contains(Folding.fold(words[0])), articles.contains(words[1].lowercased()) { words.removeFirst() }
        var isCompany = false
        while let last = words.last {
            let bare = last.lowercased().trimmingPunctuation.replacingPhrase(".", with: "")
            if bare.isEmpty || legalForms.contains(bare) {
                words.removeLast()
            } else if companies.contains(bare) {
                isCompany = true
                words.removeLast()
            } else {
                break
            }
        }
        if words.contains(where: { companies.contains($0.lowercased().trimmingPunctuation) }) || isArabicHouse(words) { isCompany = true }
        let name = words.joined(separator: " ").trimmedEnd(of: ".,;:|–—-")
        return name.isEmpty ? nil : (name, isCompany)
    }

    private static func mayBeName(_ name: String) -> Bool {
        let words = name.spacedWords
        // "Crown copyright" says whose a ministry's pages are, and not which ministry's.
        guard (1...mostWords).contains(words.count), (3...longest).contains(name.utf8.count), name.lowercased() != "crown" else {
            return false
        }
        guard let first = name.unicodeScalars.first(where: { $0.isAlphabetic }), !first.isLowercase else {
            return OutletNames.looksLikeOutlet(name)
        }
        if SectionWords.isMenu(name), !OutletNames.looksLikeOutlet(name) { return false }
        return words.allSatisfy { $0.unicodeScalars.first?.isLowercase == false || $0.utf8.count <= 4 }
    }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    private static let openings = set("copyright c by the contents content of texts text images articles website site notice 版权所有")

    /// Words of which "All rights reserved" is made.
    private static let rights = set(
        """
        all rights reserved alle rechte vorbehalten rechten voorbehouden todos los derechos reservados derechos tous droits réservés reservés
        tutti diritti riservati riproduzione riservata os direitos reservados wszelkie prawa zastrzeżone tüm hakları saklıdır alla rättigheter förbehållna все права
        защищены усі права захищені جميع الحقوق محفوظة محفوظ کلیه حقوق כל הזכויות שמורות 版权所有 版權所有
        """)

    private static let stops = set(
        """
        copyright ltd inc llc alle todos tous tutti все при με site registered powered design designed website unless reproduction republication terms
        privacy tel phone no este without any this or member 未经授权不得转载
        """)

    private static let legalForms = set(
        """
        ltd limited inc incorporated llc plc lp gmbh kg co mbh ag ug ev sa sas sarl sl slu cv srl spa snc bv nv ab as asa oy oyj aps kft sro
        spzoo zoo lda ltda me eireli pty pvt corp corporation company ооо оао зао ао тов בע"מ บริษัท 株式会社 有限公司
        """)

    private static let companies = set(
        """
        media medien medienhaus mediengruppe mediahuis group gruppe grupo gruppo groupe publishing publishers publisher publications verlag
        verlagsgesellschaft verlagshaus holding holdings communications comunicação comunicación communication participações platform editora
        editorial editrice éditions edizioni digital interactive enterprises productions förlag wydawnictwo yayıncılık and de 集团
        """)

    /// "شبكة … الإعلامية": a network, group or foundation of media.
    private static func isArabicHouse(_ words: [String]) -> Bool {
        guard words.count >= 3, let first = words.first, let last = words.last else { return false }
        return ["شبكة", "مجموعة", "مؤسسة", "شركة"].contains(first)
            && ["الإعلامية", "الاعلامية", "للإعلام", "للاعلام", "الإعلام"].contains(last)
    }

    private static let editions: Set<String> = ["ediciones", "editions", "edizioni", "edicoes"]
    private static let articles: Set<String> = ["la", "el", "le", "les", "los", "las", "il", "lo", "o", "a"]

    private static let houses = set("редакция газеты газета журнал журнала ооо оао зао ао издательство редакції сайта портала")
}
