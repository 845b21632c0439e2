import DatelineModels

/// The name of the outlet where it stands above the headline.
struct Masthead {
    let index: Int
    let name: String
    /// What it weighs against other names: more where a menu behind it, the copyright line or the name itself speak for it.
    var points = 8

    /// Only the first so many lines are looked at.
    private static let window = 60
    private static let mostWords = 5

    /// - Parameters:
    ///   - top: the line of the headline, or of its last copy at the head of the page.
    ///   - owner: who the copyright line names.
    static func find(in page: Page, _ classes: LineClassification, above top: Int, headline: Int, owner: String?) -> Masthead? {
        let lines = (0..<min(top, window)).filter { $0 != headline && mayName(page, $0) && !page.lines[$0].endsWithColon }
        // A name with a menu behind it is the surest sign.
        if let first = lines.first, let name = bar(page.text(first)) ?? glued(page.text(first)) {
            return Masthead(index: first, name: name)
        }
        if let owner = owner.map(Folding.fold),
            let index = lines.first(where: {
                Folding.fold(name(page.text($0)) ?? "") == owner && ($0 < headline || !isPerson(page.text($0), $0, classes))
            })
        {
            return name(page.text(index)).map { Masthead(index: index, name: $0) }
        }
        for index in lines {
            if let name = name(page.text(index)), OutletNames.looksLikeOutlet(name), !isLongMenu(name) {
                return Masthead(index: index, name: name)
            }
        }
        for index in lines {
            if let name = name(page.text(index)), isOffice(name) { return Masthead(index: index, name: name) }
        }
        // Else what comes before all that isn't a menu or a date, unless somebody's name stands there beside the date.
        guard
            let first = lines.first(where: {
                page.roles[$0] != .removed(.navigation) || isArticled(page.text($0)) || bar(page.text($0)) != nil
                    || glued(page.text($0)) != nil
            }),
            let name = name(page.text(first)), isTitle(name) || first == 0 && (isOverMenu(page, name) || isSmallMark(page, name)),
            first == 0 || !isPerson(name, first, classes) && !isMenuEntry(page, first)
        else { return nil }
        return Masthead(index: first, name: name, points: first == 0 ? 8 : 4)
    }

    /// "Ministry of Communications": what stands above it is the country.
    private static func isOffice(_ name: String) -> Bool {
        let words = name.spacedWords
        guard (2...10).contains(words.count), let first = words.first.map({ Folding.fold(String($0)) }) else { return false }
        return offices.contains(first)
    }

    private static let offices: Set<String> = Set(
        [
            "ministry", "department", "ministerium", "bundesministerium", "ministère", "ministerio", "ministero", "ministério",
            "ministerie",
            "ministerstwo", "министерство", "міністерство", "وزارة", "υπουργείο", "bakanlığı",
        ].map { Folding.fold($0) })

    /// "Home News Opinion Weddings Classifieds": a menu with entries that nobody knows.
    private static func isLongMenu(_ name: String) -> Bool {
        let words = name.spacedWords
        return words.count >= 4 && words.count { SectionWords.contains(Folding.fold(String($0))) } * 2 >= words.count
    }

    private static func mayName(_ page: Page, _ index: Int) -> Bool {
        switch page.roles[index] {
        case .title, .other, .removed(.navigation), .removed(.masthead): page.lines[index].length <= 240
        default: false
        }
    }

    /// The first column of a line, the first part of a menu bar, or all of it.
    static func name(_ text: String) -> String? {
        if isMailHead(text) { return nil }
        if let bar = bar(text) { return bar }
        if let glued = glued(text) { return glued }
        if let logo = OutletPhrases.logo(text) { return logo }
        if let named = overSlogan(text) { return named }
        let name = beforeDate(firstColumn(text)).trimmedEnd(of: ",;")
        if name.isEmpty || name.utf8.contains(UInt8(ascii: "|")) || name.holds(" » ") { return nil }
        return SectionWords.isMenu(name) && !isArticled(name) ? nil : name
    }

    /// "From: …", "Subject: …"
    private static func isMailHead(_ text: String) -> Bool {
        ["From: ", "To: ", "Subject: ", "Sent: ", "Date: ", "Cc: ", "Title: "].contains(where: text.hasPrefix)
    }

    /// "The Regional": no section has an article.
    private static func isArticled(_ name: String) -> Bool {
        guard name.hasPrefix("The ") || name.hasPrefix("THE ") else { return false }
        let words = name.spacedWords
        return words.count == 2 && !demands.contains(words[1].lowercased()) && words[1].lowercased() != "arts"
    }

    /// "THE PORT COURIER, THURSDAY, JUNE 6, 1957"
    private static func beforeDate(_ text: String) -> String {
        guard let comma = text.utf8.firstIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }) else { return text }
        let next = text.utf8[comma...].dropFirst().drop { $0 == 0x20 }.prefix { $0 != UInt8(ascii: ",") && $0 != 0x20 }
        let word = Array(next)[...]
        return CalendarNames.weekday(word) != nil || CalendarNames.month(word) != nil ? String(text[..<comma]) : text
    }

    /// What stands before a tab or three spaces.
    private static func firstColumn(_ text: String) -> String {
        var spaces = 0
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case 0x09: return String(text.utf8[..<text.utf8.index(index, offsetBy: -spaces)]) ?? text
            case 0x20:
                spaces += 1
                if spaces == 3 { return String(text.utf8[..<text.utf8.index(index, offsetBy: -2)]) ?? text }
            default: spaces = 0
            }
        }
        return text
    }

    /// "The Karsh Courier | Home | World"
    private static func bar(_ text: String) -> String? {
        guard text.utf8.contains(where: isOfBarMark) else { return nil }
        for mark in barMarks {
            let parts = text.parts(betweenPhrase: mark).filter { !$0.isEmpty }.map { String($0).trimmedSpaces }
            guard parts.count >= 2, let first = parts.first, parts.allSatisfy({ $0.spacedWords.count <= 5 }) else { continue }
            let sections = parts.dropFirst().count(where: SectionWords.isMenu)
            // The parts of a path are all there is; a menu may have entries that nobody knows.
            let isPath = (mark == " > " || mark == " » ") && parts.count < 3
            guard sections > 0, isPath ? sections == parts.count - 1 : sections * 2 >= parts.count - 1 else { continue }
            return SectionWords.isMenu(first) ? nil : first
        }
        return nil
    }

    /// "The Karsh Courier • Weekly for the county since 1934"
    private static func overSlogan(_ text: String) -> String? {
        guard mayHoldMark(text) else { return nil }
        for mark in [" | ", " · ", " • ", " – ", " — ", " - "] {
            guard let found = text.firstRange(ofPhrase: mark) else { continue }
            let first = String(text[..<found.lowerBound]).trimmedSpaces
            guard !first.isEmpty, first.spacedWords.count <= mostWords else { continue }
            if OutletNames.looksLikeOutlet(first)
                || text[found.upperBound...].spacedWords.contains(where: { OutletPhrases.isKind(String($0)) })
            {
                return first
            }
        }
        return nil
    }

    private static let barMarks = [" | ", " > ", " » ", " · ", " • ", " / "]

    /// A space with a sign behind it.
    private static func mayHoldMark(_ text: String) -> Bool {
        var isAfterSpace = false
        for byte in text.utf8 {
            if isAfterSpace, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == 0xC2 || byte == 0xE2 { return true }
            isAfterSpace = byte == 0x20
        }
        return false
    }

    /// The first byte of a mark between the parts of a bar.
    private static func isOfBarMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "/"), 0xC2, 0xE2: true
        default: false
        }
    }

    /// "Karsh CourierHomeWorldSport", where the menu lost its line breaks.
    private static func glued(_ text: String) -> String? {
        guard text.utf8.count <= 120, mayBeGlued(text) else { return nil }
        var parts: [String] = [""]
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar.isUppercase, previous.isLowercase { parts.append("") }
            parts[parts.count - 1].unicodeScalars.append(scalar)
            previous = scalar
        }
        let all = parts.count
        while let last = parts.last, SectionWords.contains(Folding.fold(last)) { parts.removeLast() }
        let name = parts.joined()
        return all - parts.count >= 2 && !name.isEmpty ? name : nil
    }

    /// Whether a capital follows a small letter somewhere; a text beyond ASCII may be anything.
    private static func mayBeGlued(_ text: String) -> Bool {
        var isAfterSmall = false
        for byte in text.utf8 {
            if byte >= 0x80 || isAfterSmall && ByteText.isUpper(byte) { return true }
            isAfterSmall = ByteText.isLower(byte)
        }
        return false
    }

    /// A few words with capitals and without digits.
    private static func isTitle(_ name: String) -> Bool {
        let words = name.spacedWords
        guard (1...mostWords).contains(words.count), (3...60).contains(name.utf8.count), !name.utf8.contains(where: ByteText.isDigit),
            !name.holds(":"), !name.hasSuffix("."), !name.hasSuffix("?"), !name.hasSuffix("!")
        else { return false }
        if FurniturePhrases.labels[Folding.fold(name)] != nil || ForeignPhrases.label(Folding.fold(name)) != nil || isAid(name) {
            return false
        }
        if let word = words.first.map({ Folding.fold(String($0)) }), words.count > 1, demands.contains(word) { return false }
        return words.allSatisfy { word in
            guard let first = word.unicodeScalars.first(where: { $0.isAlphabetic }) else { return word.utf8.count <= 3 }
            return !first.isLowercase || small.contains(String(word))
        }
    }

    /// What is there for those who hear the page or steer it by keys: "Load mobile navigation", "דילוג לתוכן".
    static func isAid(_ name: String) -> Bool {
        name.spacedWords.contains { aids.contains(Folding.fold(String($0))) }
    }

    private static let aids: Set<String> = Set(
        [
            "navigation", "menu", "menü", "menú", "accessibility", "content", "skip", "toggle", "cookies", "cookie", "javascript", "inhalt",
            "contenu", "contenido", "contenuto", "conteúdo", "inhoud", "indhold", "innehåll", "treści", "içeriğe", "содержанию",
            "содержимому",
            "לתוכן", "المحتوى", "محتوا", "περιεχόμενο", "subscription", "account", "sign", "login", "logout", "password",
            "statement", "settings", "abo-service", "e-paper", "newsletter", "shop", "app", "listen", "본문",
        ].map { Folding.fold($0) })

    /// Words with which a site's offers begin.
    private static let demands: Set<String> = [
        "search", "support", "follow", "subscribe", "sign", "log", "my", "your", "live", "watch", "listen", "get", "share", "send", "join",
        "back",
        "go", "skip", "read", "view", "see", "advertise", "advert", "contact", "about", "download", "donate", "print", "buy", "shop",
        "register",
        "breaking", "welcome", "today", "today's", "latest", "edition", "edicion", "edizione", "edicao", "ausgabe",
    ]

    /// In many languages only the first word of a name has a capital; then a menu has to follow.
    private static func isOverMenu(_ page: Page, _ name: String) -> Bool {
        guard page.roles.count > 1, page.roles[1] == .removed(.navigation), name.spacedWords.count <= 4, !name.hasSuffix("."),
            !isAid(name)
        else { return false }
        return name.unicodeScalars.first?.isLowercase == false
    }

    /// "solderpoint": a word in small letters that stands over a menu.
    private static func isSmallMark(_ page: Page, _ name: String) -> Bool {
        guard page.roles.count > 4, !name.holds(" "), (4...24).contains(name.utf8.count), !name.utf8.contains(where: ByteText.isDigit)
        else {
            return false
        }
        return page.roles[1...4].contains(.removed(.navigation)) && FurniturePhrases.labels[name] == nil && !isAid(name)
    }

    private static let small: Set<String> = [
        "the", "of", "and", "de", "la", "le", "el", "du", "des", "del", "della", "do", "da", "dos", "das", "for", "in", "on", "und", "et",
        "y", "e",
        "i", "och", "og", "den", "die", "der", "του", "της", "η", "ο",
    ]

    /// A word between others of a menu.
    private static func isMenuEntry(_ page: Page, _ index: Int) -> Bool {
        index + 1 < page.lines.count && page.lines[index].words == 1
            && [index - 1, index + 1].allSatisfy { page.lines[$0].words <= 2 && !page.lines[$0].endsWithStop }
            && page.roles[index - 1] == .removed(.navigation)
    }

    private static func isPerson(_ name: String, _ index: Int, _ classes: LineClassification) -> Bool {
        PersonNames.names(in: name) != nil && (classes.metadata[index - 1] != nil || classes.metadata[index + 1] != nil)
    }
}
