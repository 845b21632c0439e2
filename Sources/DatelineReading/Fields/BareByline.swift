import DatelineModels

/// A line at the head of the page that names the author without saying "By".
struct BareByline {
    let index: Int
    let text: String
    /// All lines that tell of the author.
    var lines: [Int] = []

    private static let window = 14
    private static let linesAbove = 3
    static let jobs: Set<String> = [
        "correspondent", "reporter", "writer", "editor", "journalist", "columnist", "fellow", "professor", "director", "analyst",
        "contributor", "student", "scientist", "engineer", "candidate", "economist", "intern", "associate",
        "critic", "photographer", "producer", "bureau", "staff", "chief", "researcher", "lecturer", "redakteur", "redakteurin",
        "reporterin",
        "korrespondent", "korrespondentin", "volontär", "volontärin", "ressortleiter", "ressortleiterin", "journaliste", "correspondant",
        "correspondante", "rédacteur", "rédactrice", "chroniqueur", "chroniqueuse", "periodista", "redactor", "redactora", "corresponsal",
        "columnista", "enviado", "enviada", "envoyé", "envoyée", "giornalista", "inviato", "inviata", "corrispondente", "jornalista",
        "repórter", "colunista",
        "correspondente", "verslaggever", "verslaggeefster", "redacteur", "dziennikarz", "dziennikarka", "redaktor", "redaktorka",
        "muhabir",
        "muhabiri", "yazar", "корреспондент", "журналист", "обозреватель", "кореспондент", "журналіст", "صحفي", "صحفية", "مراسل", "مراسلة",
        "كاتب",
        "خبرنگار", "כתב", "כתבת", "עיתונאי", "δημοσιογράφος", "συντάκτης", "συντάκτρια", "记者", "記者",
    ]

    /// - Parameters:
    ///   - top: the line of the headline, or of its last copy at the head of the page.
    ///   - source: as far as it is known; it may stand behind the name.
    static func find(in page: Page, _ classes: LineClassification, top: Int, headEnd: Int, source: String?) -> BareByline? {
        let firstProse = page.roles[top...].firstIndex(of: .prose) ?? min(page.roles.count, top + window)
        for index in top + 1..<max(top + 1, min(firstProse, top + window)) where mayName(page, index) {
            let isBesideDate = isBesideDate(index, classes)
            if !isAbove(index, top, classes), let text = name(page.text(index), source, isBesideDate: isBesideDate),
                isBesideDate || !isSubject(text, page, firstProse)
            {
                return withOthers(BareByline(index: index, text: text), page, source, classes)
            }
        }
        // Under a deck that is a sentence; the date must be there, too.
        for index in firstProse..<max(firstProse, min(headEnd, top + window))
        where mayName(page, index) && isBesideDate(index, classes) && !isAbove(index, top, classes) {
            if let text = name(page.text(index), source, isBesideDate: true) { return BareByline(index: index, text: text) }
        }
        for index in max(0, top - linesAbove)..<top where mayName(page, index) && isBesideDate(index, classes) {
            if let text = name(page.text(index), source, isBesideDate: true) { return BareByline(index: index, text: text) }
        }
        return nil
    }

    /// The same line stands above the headline, too: the outlet's name.
    private static func isAbove(_ index: Int, _ top: Int, _ classes: LineClassification) -> Bool {
        classes.hashes[index] != 0 && classes.hashes[..<top].contains(classes.hashes[index])
    }

    /// The text speaks of somebody of that name, or of a place.
    private static func isSubject(_ name: String, _ page: Page, _ firstProse: Int) -> Bool {
        guard name.utf8.count >= 6, firstProse < page.lines.count else { return false }
        let mark = Array(name.utf8)
        return page.lines.indices[firstProse...].prefix(subjectLines).contains { index in
            let line = page.bytes[page.lines[index].range]
            // What begins with the name may be a note about the author.
            return page.roles[index] == .prose && !line.starts(with: mark) && ByteText.offset(of: mark, in: line) != nil
        }
    }

    private static let subjectLines = 8

    /// "Lena Marsk / Senior Fellow / Orhan Deel / Fellow": the next name stands under the trade of the one before.
    private static func withOthers(_ first: BareByline, _ page: Page, _ source: String?, _ classes: LineClassification) -> BareByline {
        var names = [first.text]
        var lines = [first.index]
        var index = first.index + 1
        // "Gaz Trimble, / and Lottie Peach"
        if index < page.roles.count, page.lines[index].words <= 6, let more = joined(page.text(index)) {
            names.append(more)
            lines.append(index)
            index += 1
        }
        while names.count < mostAuthors, isJob(page, index) {
            lines.append(index)
            index += 1
            guard index < page.roles.count, mayName(page, index), isJob(page, index + 1) || isBesideDate(index, classes),
                let next = name(page.text(index), source, isBesideDate: false)
            else { break }
            names.append(next)
            lines.append(index)
            index += 1
        }
        return BareByline(index: first.index, text: names.joined(separator: ", "), lines: lines)
    }

    private static func joined(_ text: String) -> String? {
        guard let joiner = ["and ", "& ", "AND ", "und ", "et ", "y "].first(where: text.hasPrefix) else { return nil }
        return PersonNames.names(in: String(text.dropFirst(joiner.count)))
    }

    private static let mostAuthors = 4

    /// "Transport correspondent", "Senior Fellow, Polar Programme": what the author is.
    static func isJob(_ page: Page, _ index: Int) -> Bool {
        guard index < page.roles.count, page.lines[index].words <= 6, !page.lines[index].endsWithStop, mayName(page, index) else {
            return false
        }
        return page.text(index).utf8Words { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }.contains {
            jobs.contains($0.lowercased())
        }
    }

    /// "@lenamarsk", "lena@karsh.example"
    static func isAddress(_ page: Page, _ index: Int) -> Bool {
        guard index < page.roles.count, !page.roles[index].isRemoved else { return false }
        let bytes = page.bytes[page.lines[index].range]
        return bytes.count <= 60 && bytes.contains(UInt8(ascii: "@")) && !bytes.contains(0x20)
    }

    private static func mayName(_ page: Page, _ index: Int) -> Bool {
        switch page.roles[index] {
        case .title, .other, .sentence: return true
        // Part of a menu is a name only where it is none of its usual words.
        case .removed(.navigation):
            let core = LineKey(page.bytes[page.lines[index].range]).core
            return FurniturePhrases.labels[core] == nil && ForeignPhrases.label(Folding.fold(core)) == nil
        default: return false
        }
    }

    private static func isBesideDate(_ index: Int, _ classes: LineClassification) -> Bool {
        (index - 2...index + 2).contains { classes.metadata[$0].map { !$0.dates.isEmpty || $0.relative != nil } ?? false }
    }

    private static let pictures = [
        "portrait of ", "photo of ", "picture of ", "headshot of ", "profile image of ", "avatar of ", "image of ",
    ]

    /// Without what a portrait beside it says, which is the name once more, and without a stop.
    private static func cleaned(_ text: String) -> String {
        let text = text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
        var words = text.spacedWords.map(String.init)
        let lower = text.lowercased()
        // "Lena Marsk lena@karsh.example"
        if words.count > 2, let mail = words.firstIndex(where: { $0.utf8.contains(UInt8(ascii: "@")) }), mail >= 2 {
            words = Array(words[..<mail])
        }
        // "Lena Marsk · 5 min read"
        if let sign = words.firstIndex(where: { ["·", "•", "|"].contains($0) }), sign >= 2, sign + 1 < words.count,
            words[sign + 1].utf8.allSatisfy(ByteText.isDigit)
        {
            words = Array(words[..<sign])
        }
        if let picture = pictures.first(where: lower.hasPrefix) { words.removeFirst(picture.spacedWords.count) }
        cutGluedJob(&words)
        let half = words.count / 2
        if half >= 2, words.count == half * 2, words[..<half].elementsEqual(words[half...]) { words.removeLast(half) }
        if let last = words.last, last.utf8.count > 2, last.hasSuffix(".") { words[words.count - 1] = String(last.dropLast()) }
        return words.joined(separator: " ")
    }

    /// "Lena MarskStaff writer": the trade lost the break before it.
    private static func cutGluedJob(_ words: inout [String]) {
        guard let index = words.firstIndex(where: { holdsInnerCapital($0) }), index > 0 else { return }
        let scalars = Array(words[index].unicodeScalars)
        guard
            let cut = scalars.indices.dropFirst(3).first(where: {
                scalars[$0].isUppercase && scalars[$0 - 1].isLowercase
            })
        else { return }
        let tail = [String(String.UnicodeScalarView(scalars[cut...]))] + words[(index + 1)...]
        guard tail.contains(where: { jobs.contains($0.lowercased().trimmingPunctuation) }) else { return }
        words = words[..<index] + [String(String.UnicodeScalarView(scalars[..<cut]))]
    }

    private static func holdsInnerCapital(_ word: String) -> Bool {
        var isAfterSmall = false
        for byte in word.utf8 {
            if isAfterSmall, ByteText.isUpper(byte) { return true }
            isAfterSmall = ByteText.isLower(byte)
        }
        return false
    }

    private static func withoutArticle(_ name: String) -> String {
        let folded = Folding.fold(name)
        return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    }

    private static let partings = [" - ", " – ", " — ", " | ", " / ", " · ", " • ", ", ", ": ", " for ", " For ", " at ", " in "]

    private static func name(_ printed: String, _ source: String?, isBesideDate: Bool) -> String? {
        let text = cleaned(BylinePhrases.withoutPhotographers(printed))
        if let source, withoutArticle(text) == withoutArticle(source) { return nil }
        if let names = PersonNames.names(in: text) { return isCased(names) || isBesideDate ? names : nil }
        // "Lena Marsk Staff Reporter", "Lena Marsk / Omar Velt"
        let bare = BylinePhrases.withoutJob(BylinePhrases.withoutAgencies(text))
        if bare != text, let names = PersonNames.names(in: bare) { return names }
        // "Karsh: Lena Marsk", "Lena Marsk/Karsh"
        if isBesideDate {
            if let colon = text.firstRange(ofPhrase: ": "), text[..<colon.lowerBound].spacedWords.count <= 2,
                let names = PersonNames.names(in: String(text[colon.upperBound...]))
            {
                return names
            }
            if let stroke = text.utf8.firstIndex(of: UInt8(ascii: "/")), isPlace(text[text.index(after: stroke)...]),
                let names = PersonNames.names(in: String(text[..<stroke]))
            {
                return names
            }
        }
        // "Redacción / Lena Marsk"
        if let sign = text.firstRange(ofPhrase: " / "), Byline("by " + text[..<sign.lowerBound])?.kind == .account,
            let names = PersonNames.names(in: String(text[sign.upperBound...]))
        {
            return names
        }
        if text.utf8.contains(UInt8(ascii: "/")), let names = PersonNames.names(in: text.replacingPhrase(" / ", with: ", ")),
            names.holds(", ")
        {
            return names
        }
        if let source, text.hasSuffix(" " + source), let names = PersonNames.names(in: String(text.dropLast(source.count + 1))) {
            return names
        }
        for mark in partings {
            guard let found = text.firstRange(ofPhrase: mark) else { continue }
            let rest = text[found.upperBound...]
            let isOutlet =
                source.map { withoutArticle(String(rest)) == withoutArticle($0) } ?? false || OutletNames.looksLikeOutlet(String(rest))
            let isJob =
                OutletPhrases.isBody(String(rest)) || OutletNames.isAgency(String(rest)) || mark == " / " && isPlace(rest)
                || rest.utf8Words { $0 == 0x20 || $0 == UInt8(ascii: ",") }.contains { jobs.contains($0.lowercased()) }
            guard isOutlet || isJob || isBesideDate || isInCapitals(text) && (mark == " | " || mark == " / ") else { continue }
            let isPlaceOrJob = rest.spacedWords.count <= 6
            if isPlaceOrJob, let names = PersonNames.names(in: String(text[..<found.lowerBound])) { return names }
        }
        return nil
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
