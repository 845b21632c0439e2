import DatelineModels

// The name in a line that may hold more than that.
extension BareByline {
    private static let partings = [" - ", " – ", " — ", " | ", " / ", " · ", " • ", ", ", ": ", " for ", " For ", " at ", " in "]

    static func name(_ printed: String, _ source: String?, isBesideDate: Bool) -> String? {
        let text = cleaned(BylinePhrases.unglued(BylinePhrases.withoutPhotographers(printed)))
        if AuthorNames.isCompany(text[...]) { return nil }
        if let reporter = ReporterLine.name(in: text) { return reporter }
        if let source, withoutArticle(text) == withoutArticle(source) { return nil }
        if let names = PersonNames.names(in: text) { return isCased(names) || isBesideDate ? names : nil }
        // "Lena Marsk Staff Reporter", "Lena Marsk / Omar Velt"
        let bare = BylinePhrases.withoutPlaces(BylinePhrases.withoutJob(BylinePhrases.withoutAgencies(text)))
        if bare != text, let names = PersonNames.names(in: bare) { return names }
        // "LENA MARSK Associated Press"
        if let parted = BylinePhrases.parted(text) { return parted.name }
        if let names = isBesideDate ? besidePlace(text) : nil { return names }
        if let names = underSection(text) { return names }
        if text.utf8.contains(UInt8(ascii: "/")), let names = PersonNames.names(in: text.replacingPhrase(" / ", with: ", ")),
            names.holds(", ")
        {
            return names
        }
        if let source, text.hasSuffix(" " + source), let names = PersonNames.names(in: String(text.dropLast(source.count + 1))) {
            return names
        }
        for mark in partings {
            guard let (head, rest) = BylinePhrases.parting(text, at: mark), rest.spacedWords.count <= 6,
                isOfAuthor(rest, behind: mark, source) || isBesideDate && !tellsOfSomebody(rest, behind: mark)
                    || isInCapitals(text) && (mark == " | " || mark == " / ")
            else { continue }
            if let names = PersonNames.names(in: head) { return names }
        }
        return nil
    }

    /// "Karsh: Lena Marsk", "Lena Marsk/Karsh"
    private static func besidePlace(_ text: String) -> String? {
        if let parts = BylinePhrases.parting(text, at: ": "), parts.name.spacedWords.count <= 2,
            let names = PersonNames.names(in: parts.rest)
        {
            return names
        }
        guard let parts = BylinePhrases.parting(text, at: "/"), isPlace(parts.rest[...]) else { return nil }
        return PersonNames.names(in: parts.name)
    }

    /// "Redacción / Lena Marsk", "Opinion | Lena Marsk"
    private static func underSection(_ text: String) -> String? {
        for mark in [" / ", " | "] {
            if let parts = BylinePhrases.parting(text, at: mark),
                SectionWords.isMenu(parts.name) || Byline("by " + parts.name)?.kind == .account,
                let names = PersonNames.names(in: parts.rest)
            {
                return names
            }
        }
        return nil
    }

    /// The outlet, the author's trade or a place.
    private static func isOfAuthor(_ rest: String, behind mark: String, _ source: String?) -> Bool {
        if let source, withoutArticle(rest) == withoutArticle(source) { return true }
        return OutletNames.looksLikeOutlet(rest) || OutletPhrases.isBody(rest) || OutletNames.isAgency(rest)
            || mark == " / " && isPlace(rest[...])
            || rest.utf8Words { $0 == 0x20 || $0 == UInt8(ascii: ",") }.contains { jobs.contains($0.lowercased()) }
    }

    /// "Lena Marsk, mayor of Karsh": an office, or what begins with a small letter.
    private static func tellsOfSomebody(_ rest: String, behind mark: String) -> Bool {
        guard mark == ", " else { return false }
        let first = String(rest.utf8Prefix { $0 == 0x20 })
        return PersonNames.isOffice(Folding.fold(first)) || first.unicodeScalars.first?.isLowercase ?? false && !places.contains(first)
    }

    /// A word or two with capitals.
    private static func isPlace(_ text: Substring) -> Bool {
        let words = text.spacedWords
        return (1...2).contains(words.count) && words.allSatisfy { $0.unicodeScalars.first?.isUppercase ?? false }
    }

    /// "LENA MARSK | KARSH"
    private static func isInCapitals(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.isUppercase } && !text.unicodeScalars.contains { $0.isLowercase }
    }

    private static func isCased(_ text: String) -> Bool { text.unicodeScalars.contains { $0.isUppercase } }
}
