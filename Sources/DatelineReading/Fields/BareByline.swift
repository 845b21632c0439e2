import DatelineModels

/// A line at the head of the page that names the author without saying "By".
struct BareByline {
    let index: Int
    let text: String
    /// All lines that tell of the author.
    var lines: [Int] = []

    private static let window = 14
    private static let linesAbove = 3

    /// - Parameters:
    ///   - top: the line of the headline, or of its last copy at the head of the page.
    ///   - source: as far as it is known; it may stand behind the name.
    static func find(in page: Page, _ classes: LineClassification, top: Int, headline: Int, headEnd: Int, source: String?) -> BareByline? {
        if let found = find(in: page, classes, top: top, headEnd: headEnd, source: source) { return found }
        // Under one of the copies of the headline; the last may be that of a share bar.
        return headline < top ? find(in: page, classes, top: headline, headEnd: headEnd, source: source) : nil
    }

    private static func find(in page: Page, _ classes: LineClassification, top: Int, headEnd: Int, source: String?) -> BareByline? {
        let firstProse = page.roles[top...].firstIndex(of: .prose) ?? min(page.roles.count, top + window)
        for index in top + 1..<max(top + 1, min(firstProse, top + window)) where mayName(page, index) {
            let isBesideDate = isBesideDate(index, classes)
            if !isAbove(index, top, classes), let text = name(page.text(index), source, isBesideDate: isBesideDate),
                isBesideDate || !isSubject(text, page, firstProse)
            {
                return withOthers(BareByline(index: index, text: text), page, source, classes)
            }
        }
        // Under a deck that is a sentence; the date must be there, too, or a label, or the author's trade.
        for index in firstProse..<max(firstProse, min(headEnd, top + window)) where mayName(page, index) && !isAbove(index, top, classes) {
            let isBesideDate = isBesideDate(index, classes)
            guard isBesideDate || isUnderLabel(page, index) || isJob(page, index + 1), !isPhotographer(index, page, classes) else {
                continue
            }
            if let text = name(page.text(index), source, isBesideDate: isBesideDate) {
                return withOthers(BareByline(index: index, text: text), page, source, classes)
            }
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

    /// "What the picture shows. / Orhan Deel / Lena Marsk / 3 May 2020", and under the text Lena Marsk alone stands there once more.
    private static func isPhotographer(_ index: Int, _ page: Page, _ classes: LineClassification) -> Bool {
        let isAgain = { (line: Int) in
            classes.hashes[line] != 0 && classes.hashes[(index + 2)...].contains(classes.hashes[line])
        }
        guard index + 2 < page.roles.count, page.roles[index - 1] == .prose, PersonNames.isName(page.text(index)),
            PersonNames.isName(page.text(index + 1))
        else { return false }
        return isAgain(index + 1) && !isAgain(index)
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
        // "Gaz Trimble, / and Lottie Peach", "Gaz Trimble / and / Lottie Peach"
        // "Gaz Trimble, / Lottie Peach"
        if page.text(first.index).hasSuffix(",") || page.text(first.index).hasSuffix(" and"), index < page.roles.count,
            mayName(page, index),
            page.lines[index].words <= 6, let next = PersonNames.names(in: page.text(index))
        {
            names.append(next)
            lines.append(index)
            index += 1
        }
        while names.count < mostAuthors, let more = joined(index, page) {
            names.append(more.name)
            lines += index..<more.end
            index = more.end
        }
        while names.count < mostAuthors, isJob(page, index) {
            lines.append(index)
            index += 1
            // "Lena Marsk / Transport Editor / and / Orhan Deel"
            if let more = joined(index, page) {
                names.append(more.name)
                lines += index..<more.end
                index = more.end
                continue
            }
            guard index < page.roles.count, mayName(page, index), isJob(page, index + 1) || isBesideDate(index, classes),
                let next = name(page.text(index), source, isBesideDate: false)
            else { break }
            names.append(next)
            lines.append(index)
            index += 1
        }
        return BareByline(index: first.index, text: names.joined(separator: ", "), lines: lines)
    }

    /// Whom a line, or two of them, add to the names before: "and Lena Marsk", "and / Lena Marsk".
    static func joined(_ index: Int, _ page: Page) -> (name: String, end: Int)? {
        guard index < page.roles.count, page.lines[index].words <= 7 else { return nil }
        let text = page.text(index)
        let isJoiner = joiners.contains(text.lowercased())
        let end = isJoiner ? index + 2 : index + 1
        guard end <= page.roles.count, page.lines[end - 1].words <= 7 else { return nil }
        let rest = isJoiner ? page.text(end - 1) : BylinePhrases.withoutJoiner(text)
        guard isJoiner || rest != text else { return nil }
        let name = BylinePhrases.withoutJob(rest.prefixBefore(","))
        return PersonNames.names(in: name).map { ($0, end) }
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

    /// The same of a line that may be left out already.
    static func isTrade(_ page: Page, _ index: Int) -> Bool {
        guard index < page.roles.count, page.lines[index].words <= 6, !page.lines[index].endsWithStop, page.roles[index] != .prose else {
            return false
        }
        return page.text(index).utf8Words { $0 == 0x20 || $0 == UInt8(ascii: ",") }.contains { jobs.contains($0.lowercased()) }
    }

    /// "@lenamarsk", "lena@karsh.example"
    static func isAddress(_ page: Page, _ index: Int) -> Bool {
        guard index < page.roles.count, !page.roles[index].isRemoved else { return false }
        let bytes = page.bytes[page.lines[index].range]
        return bytes.count <= 60 && bytes.contains(UInt8(ascii: "@")) && !bytes.contains(0x20)
    }

    /// "By", "Author:" in a line of its own.
    private static func isUnderLabel(_ page: Page, _ index: Int) -> Bool {
        index > 0 && page.lines[index - 1].words <= 2
            && labels.contains(page.text(index - 1).lowercased().trimmedEnd(of: ":"))
    }

    private static func mayName(_ page: Page, _ index: Int) -> Bool {
        // "Location / Karsh Fells"
        if index > 0, page.lines[index - 1].words == 1, placeLabels.contains(Folding.fold(page.text(index - 1)).trimmingPunctuation) {
            return false
        }
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

    /// Without what a portrait beside it says, which is the name once more, and without a stop.
    static func cleaned(_ text: String) -> String {
        let text = text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
        var words = text.spacedWords.map(String.init)
        let lower = text.lowercased()
        // "Lena Marsk lena@karsh.example"
        if words.count > 2, let mail = words.firstIndex(where: { $0.utf8.contains(UInt8(ascii: "@")) }), mail >= 2 {
            words = Array(words[..<mail])
            while let last = words.last, words.count > 2, last.trimmingPunctuation.isEmpty { words.removeLast() }
        }
        // "Lena Marsk · 5 min read"
        if let sign = words.firstIndex(where: { ["·", "•", "|"].contains($0) }), sign >= 2, sign + 1 < words.count,
            words[sign + 1].utf8.allSatisfy(ByteText.isDigit)
        {
            words = Array(words[..<sign])
        }
        if let picture = pictures.first(where: lower.hasPrefix) { words.removeFirst(picture.spacedWords.count) }
        if words.count > 2, words[0] == "By" { words.removeFirst() }
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

    static func withoutGluedJob(_ text: String) -> String {
        var words = text.spacedWords.map(String.init)
        cutGluedJob(&words)
        return words.joined(separator: " ")
    }

    private static func holdsInnerCapital(_ word: String) -> Bool {
        var isAfterSmall = false
        for byte in word.utf8 {
            if isAfterSmall, ByteText.isUpper(byte) { return true }
            isAfterSmall = ByteText.isLower(byte)
        }
        return false
    }

    static func withoutArticle(_ name: String) -> String {
        let folded = Folding.fold(name)
        return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    }
}
