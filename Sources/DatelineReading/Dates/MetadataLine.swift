import DatelineModels

/// A short line that says when the page was published, and perhaps by whom.
struct MetadataLine {
    struct LabelledDate {
        let found: FoundDate
        let label: Label
        let raw: String
    }

    enum Label {
        case none, published, modified
        /// The date is that of something else: when somebody joined, when the page was printed, when a sale ends.
        case other
        /// It has a label that says nothing to us.
        case unknown
    }

    var dates: [LabelledDate] = []
    var byline: Byline?
    /// Names of people that stand there without "By".
    var people: String?
    /// The outlet that is named beside them.
    var outlet: String?
    /// "5 hours ago"
    var relative: (raw: String, label: Label)?
    /// Nothing else is in the line.
    var isPure = false

    /// A label says that one of the dates is the article's.
    var hasLabel: Bool { dates.contains { $0.label.isOfArticle } || relative.map { $0.label.isOfArticle } == true }

    /// - Parameters:
    ///   - line: at most ``LineKey/maximumBytes``.
    ///   - inherited: what a line before said that consists of a label only.
    ///   - allowsShortYear: "23.08.22" is a date, too.
    init(_ line: ArraySlice<UInt8>, endsWithStop: Bool, inherited: Label = .none, allowsShortYear: Bool = false) {
        let bytes = DigitNormaliser.ascii(line)
        let finder = DateFinder(bytes, in: 0..<bytes.count, allowsShortYear: allowsShortYear)
        let found = finder.find()
        var rest: [UInt8] = []
        var position = 0
        for (index, date) in found.enumerated() {
            let date = Self.withoutNumber(date, bytes)
            let before = bytes[position..<date.range.lowerBound]
            var label = MetadataWords.label(before)
            if label == .none, index == 0 { label = inherited }
            dates.append(LabelledDate(found: date, label: label, raw: ByteText.string(DigitNormaliser.printed(date.range, of: line))))
            rest += before
            rest.append(UInt8(ascii: "|"))
            position = date.range.upperBound
            let next = index + 1 < found.count ? found[index + 1].range.lowerBound : bytes.count
            // "March 3, 2023 Updated 2:14 PM PT": the word stands between the day and the time of the change. In "March 3, 2020 | Updated
            // 2:14 PM, March 4, 2020" that time is the next date's.
            if date.time == nil, let late = finder.labelledClock(after: position), late.clock.end <= next {
                // "Published March 3, 2023" says nothing of the day of the change.
                if label != .published, let zone = late.clock.zone, zone.isKnown {
                    var changed = date
                    changed.time = late.clock.time
                    changed.zone = late.clock.zone
                    changed.range = date.range.lowerBound..<late.clock.end
                    let raw = ByteText.string(DigitNormaliser.printed(changed.range, of: line))
                    dates.append(LabelledDate(found: changed, label: late.label, raw: raw))
                }
                position = late.clock.end
            }
        }
        rest += bytes[position...]
        if Self.isRange(dates.map(\.found), bytes) { setLabel(.other) }
        if dates.count == 1, dates[0].label == .none, MetadataWords.isChangeMark(bytes[position...]) {
            setLabel(.modified)
        }
        if let later = Self.laterOfTwo(dates, bytes) { dates[1] = later }
        let names = read(rest: ByteText.string(rest[...]))
        if people != nil, byline == nil, ByteText.offset(of: Array("(@".utf8), in: bytes) != nil { forgetPost() }
        // "It began on 26 March 2026." is a sentence; "26 March 2026, 2 a.m." isn't.
        if endsWithStop, names > 0, !hasLabel, byline == nil { isPure = false }
    }

    /// "January 23, 2025 January 24, 2025": when it was published and changed, as some systems print it; nothing stands between.
    private static func laterOfTwo(_ dates: [LabelledDate], _ bytes: [UInt8]) -> LabelledDate? {
        guard dates.count == 2, dates.allSatisfy({ $0.label == .none }),
            bytes[dates[0].found.range.upperBound..<dates[1].found.range.lowerBound].allSatisfy({ $0 == 0x20 }),
            case .named(let year?, let month, let day?) = dates[0].found.day,
            case .named(let laterYear?, let laterMonth, let laterDay?) = dates[1].found.day,
            (year, month, day) < (laterYear, laterMonth, laterDay)
        else { return nil }
        return LabelledDate(found: dates[1].found, label: .modified, raw: dates[1].raw)
    }

    /// "— Lena Marsk (@lenamarsk) May 4, 2020": who wrote a post that the page shows, and when.
    private mutating func forgetPost() {
        people = nil
        setLabel(.other)
    }

    /// Gives all dates of the line another label.
    mutating func setLabel(_ label: Label) {
        dates = dates.map { LabelledDate(found: $0.found, label: label, raw: $0.raw) }
    }

    /// "No. 3, March 2022": the number is that of the issue.
    private static func withoutNumber(_ date: FoundDate, _ bytes: [UInt8]) -> FoundDate {
        guard case .named(let year?, let month, _?) = date.day, date.weekday == nil, bytes.indices.contains(date.range.lowerBound),
            ByteText.isDigit(bytes[date.range.lowerBound])
        else { return date }
        let before = ByteText.string(bytes[..<date.range.lowerBound].suffix(12)).lowercased().spacedWords.last.map(String.init) ?? ""
        guard ["no.", "no", "nr.", "nr", "issue", "n°", "nº", "№", "heft", "ausgabe", "#", "vol.", "number"].contains(before) else {
            return date
        }
        var date = date
        date.day = .named(year: year, month: month, day: nil)
        return date
    }

    /// "14–16 March 2022", "14 March – 2 April 2022": how long something lasts.
    private static func isRange(_ dates: [FoundDate], _ bytes: [UInt8]) -> Bool {
        guard let last = dates.last, dates.count <= 2 else { return false }
        let isDash = { (part: ArraySlice<UInt8>) in
            ["-", "–", "—", "to", "bis", "au", "al"].contains(ByteText.string(part).trimmedSpaces.lowercased())
        }
        if dates.count == 2 {
            return dates.allSatisfy { $0.time == nil } && isDash(bytes[dates[0].range.upperBound..<last.range.lowerBound])
        }
        if case .numeric = last.day, !last.isDotted { return false }
        guard last.weekday == nil else { return false }
        let before = bytes[..<last.range.lowerBound]
        let dash = before.suffix(3).elementsEqual("–".utf8) ? 3 : before.last == UInt8(ascii: "-") ? 1 : 0
        guard dash > 0, bytes.indices.contains(last.range.lowerBound), ByteText.isDigit(bytes[last.range.lowerBound]) else { return false }
        let day = before.dropLast(dash).suffix(3)
        let digits = day.drop { !ByteText.isDigit($0) }
        return (1...2).contains(digits.count) && digits.allSatisfy(ByteText.isDigit) && (day.count < 3 || day.first == 0x20)
    }

    /// - Returns: how many names of places or outlets stand beside the dates.
    private mutating func read(rest: String) -> Int {
        var names = 0
        var pure = true
        // "Post by Lena Marsk » Wed Aug 12": French has the sign for quotations.
        let rest = Self.withoutHijri(Self.beforeCount(rest))
        let bare = rest.utf8.contains(0xBB) && !rest.utf8.contains(0xAB) ? rest.replacingPhrase(" » ", with: " | ") : rest
        // "Author | Lena Marsk"
        var label: String?
        let parts = MetadataWords.segments(bare)
        for (position, segment) in parts.enumerated() {
            var segment = segment.trimmedSymbols
            if let before = label, byline == nil, Byline(before + " " + segment)?.kind == .person { segment = before + " " + segment }
            label = BareByline.labels.contains(segment.lowercased().trimmedEnd(of: ":")) ? segment : nil
            if label != nil { continue }
            if MetadataWords.isOnlyLabels(segment) || Self.isAddress(segment) || Self.isCount(segment) || Self.isButton(segment) {
                continue
            }
            if !dates.isEmpty, let paper = Self.paper(segment) {
                outlet = outlet ?? paper
                continue
            }
            if let age = MetadataWords.relative(segment) {
                relative = relative ?? (segment, age)
            } else if byline == nil, let credit = Self.credit(segment, isDated: !dates.isEmpty) {
                byline = credit
                outlet = outlet ?? credit.outlet
            } else if byline == nil, people == nil, let author = Self.author(segment), let paper = author.outlet {
                people = author.name
                outlet = outlet ?? paper
            } else if byline == nil, people == nil, let found = PersonNames.names(in: MetadataWords.withoutTrailingLabels(segment)),
                !OutletNames.looksLikeOutlet(segment)
            {
                people = found
            } else if byline == nil, let first = people, position > 0, Self.isSecond(segment, parts, position, bare) {
                // "Lena Marsk | Orhan Deel Published 3 May 2020"
                people = first + ", " + segment
            } else if byline?.kind == .person, Byline(segment) != nil {
                continue
            } else if byline == nil, people == nil, dates.contains(where: { $0.found.day.hasYear }), let author = Self.author(segment) {
                people = author.name
                if let place = author.outlet { outlet = outlet ?? place }
            } else if let name = MetadataWords.labelledSource(segment) {
                outlet = name
            } else if MetadataWords.isSection(segment) {
                continue
            } else if MetadataWords.isPlaceOrSource(segment) {
                names += 1
                if outlet == nil, OutletNames.looksLikeOutlet(segment) { outlet = segment.trimmedEnd(of: ",;") }
            } else {
                pure = false
            }
        }
        isPure =
            pure && names <= 2
            && (!dates.isEmpty || relative != nil || byline.map { names == 0 || names == 1 && $0.kind == .person } == true)
        return names
    }
}

extension MetadataLine.Label {
    /// Whether it says that the article was published or changed.
    var isOfArticle: Bool { self == .published || self == .modified }
}

extension MetadataLine {
    /// "by Karsh Community News": the last word is no label where it makes the name an outlet's.
    fileprivate static func credit(_ segment: String, isDated: Bool) -> Byline? {
        // "in Harbours by Lena Marsk"
        if segment.lowercased().hasPrefix("in "), let by = segment.firstRange(ofPhrase: " by ") {
            return Byline(String(segment[by.lowerBound...]).trimmedSpaces)
        }
        let bare = MetadataWords.withoutTrailingLabels(segment)
        if bare.utf8.count != segment.utf8.count, let whole = Byline(segment), whole.kind == .agency { return whole }
        return Byline(bare, isDated: isDated)
    }

    /// "Leave a Comment", as some themes have it beside the author.
    fileprivate static func isCount(_ segment: String) -> Bool {
        segment.utf8.count <= 20 && ["leave a comment", "leave a reply", "no comments yet", "add comment"].contains(segment.lowercased())
    }

    /// "See all updates", "Print": what is pressed beside a date.
    fileprivate static func isButton(_ segment: String) -> Bool {
        guard segment.utf8.count <= 40, segment.utf8.contains(0x20) else { return false }
        switch FurniturePhrases.labels[segment.trimmingPunctuation.lowercased()] {
        case .share?, .navigation?, .cms?, .shortLink?: return true
        default: return false
        }
    }

    private static let papers = ["published in ", "printed in ", "publicado en ", "publié dans ", "erschienen in ", "publicado em "]

    /// "Published in The Karsh Courier,": where a dated article was printed.
    fileprivate static func paper(_ segment: String) -> String? {
        let lower = segment.lowercased()
        guard let opening = papers.first(where: lower.hasPrefix) else { return nil }
        let name = String(segment.dropFirst(opening.count)).trimmedEnd(of: ",;: ")
        return name.unicodeScalars.first?.isUppercase ?? false && MetadataWords.isPlaceOrSource(name) ? name : nil
    }

    /// Another author, and no place: the word for publication follows without a bar.
    fileprivate static func isSecond(_ segment: String, _ parts: [String], _ position: Int, _ rest: String) -> Bool {
        guard position == 1, position + 1 < parts.count, MetadataWords.isOnlyLabels(parts[position + 1]) else { return false }
        return rest.holds("\(segment) \(parts[position + 1])") && PersonNames.isName(segment) && !OutletNames.looksLikeOutlet(segment)
    }

    /// "lena@karsh.example", "@lenamarsk"
    fileprivate static func isAddress(_ segment: String) -> Bool {
        segment.utf8.contains(UInt8(ascii: "@")) && !segment.utf8.contains(0x20)
    }

    /// "Lena Marsk 0 Comments ports, harbours": what comes after the count are the page's tags.
    fileprivate static func beforeCount(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let word = ByteText.offset(of: Array("omment".utf8), in: bytes), word > 2 else { return text }
        let head = bytes[..<(word - 1)]
        if head.count >= 9, head.suffix(9).elementsEqual(" Leave a ".utf8) { return ByteText.string(head.dropLast(9)) }
        guard head.last == 0x20 else { return text }
        let digits = head.dropLast().suffix(while: { ByteText.isDigit($0) })
        guard !digits.isEmpty, digits.startIndex > 0, bytes[digits.startIndex - 1] == 0x20 else { return text }
        return ByteText.string(bytes[..<(digits.startIndex - 1)])
    }

    /// "… 22 شوّال 1444 هـ": the same day by the other calendar.
    fileprivate static func withoutHijri(_ text: String) -> String {
        guard text.hasSuffix("هـ") || text.hasSuffix("ه") else { return text }
        var words = text.spacedWords.dropLast()
        guard words.last?.utf8.allSatisfy(ByteText.isDigit) == true else { return text }
        words.removeLast()
        // The name of a month has one word or two.
        guard let day = words.suffix(3).lastIndex(where: { $0.utf8.allSatisfy(ByteText.isDigit) }) else { return text }
        return words[..<day].joined(separator: " ").trimmedEnd(of: "ـ-–,،")
    }

    /// "Lena Marsk, Lowland Letters,": behind the name stands a place or the outlet.
    fileprivate static func author(_ segment: String) -> (name: String, outlet: String?)? {
        let parts = segment.split(separator: ",", maxSplits: 3).map { String($0).trimmedSpaces }.filter { !$0.isEmpty }
        guard parts.count == 2, PersonNames.isName(parts[0]), MetadataWords.isPlaceOrSource(parts[1]) else { return nil }
        return (parts[0], OutletNames.looksLikeOutlet(parts[1]) ? parts[1] : nil)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func suffix(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
