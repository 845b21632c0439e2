import DatelineModels

/// What the lines of a page are, each judged by itself.
struct LineClassification {
    /// Of lines that hold a date, a byline or both.
    var metadata: [Int: MetadataLine] = [:]
    /// What a line is if its removal turns out to be wrong.
    var fallback: [LineRole] = []
    /// A hash of each short line's text; 0 for long lines.
    var hashes: [Int] = []
    /// How many short lines have a hash.
    var repeats: [Int: Int] = [:]
    /// Lines in which the path of the page ends.
    private(set) var pointedAt: Set<Int> = []

    /// Years come first in the dates of China, Japan and Korea: "23.08.22" has two meanings there.
    private let isEastAsian: Bool

    /// Furniture by its words, metadata by its dates, then prose, sentence or title by length and end.
    init(_ page: inout Page, budget: ReadingBudget = .unlimited) throws(ReadingError) {
        isEastAsian = page.bytes.prefix(4000).count { (0xE3...0xED).contains($0) } > 40
        fallback.reserveCapacity(page.lines.count)
        hashes.reserveCapacity(page.lines.count)
        var inherited = MetadataLine.Label.none
        for index in page.lines.indices {
            try budget.check(step: index)
            let line = page.lines[index]
            let bytes = page.bytes[line.range]
            guard line.length <= LineKey.maximumBytes else {
                hashes.append(0)
                inherited = .none
                if !page.continues[index], CaptionRules.isCaption(bytes) { page.roles[index] = .removed(.caption) }
                continue
            }
            let key = LineKey(bytes)
            let hash = key.core.hashValue | 1
            hashes.append(hash)
            if line.words >= 3 { repeats[hash, default: 0] += 1 }
            var furniture = page.continues[index] ? nil : FurnitureRules.reason(line, key, bytes)
            // No picture stands above everything.
            if index == 0, furniture == .caption { furniture = nil }
            // "Text: Lena Marsk, photos: Orhan Deel"
            if furniture == .caption, line.words <= 20, Byline(page.text(index))?.kind == .person { furniture = nil }
            // "Leave a Comment / Harbours / By Lena Marsk"
            if furniture == .commentForm, line.words <= 20, Self.holdsCredit(key) { furniture = nil }
            inherited = judge(index, bytes, key, furniture, inherited, &page)
        }
        for (path, headline) in PagePaths.find(in: page) {
            page.roles[path] = .removed(.navigation)
            pointedAt.insert(headline)
        }
        turnLabels(page)
        setCaptions(&page)
        setProse(&page)
    }

    private static let outletReach = 60
    private static let headLines = 80

    /// "A dealer in scrap before his shelves (Karsh Live)": near the head of the page, and in brackets a name that it has in a line of
    /// its own.
    private func isOfOutlet(_ index: Int, _ page: Page) -> Bool {
        let bytes = page.bytes[page.lines[index].range]
        guard index > 1, index < Self.headLines, bytes.last == UInt8(ascii: ")"), !page.lines[index].endsWithStop,
            (4...40).contains(page.lines[index].words.asInt), let open = bytes.lastIndex(of: UInt8(ascii: "(")),
            bytes.endIndex - open <= Self.outletReach, page.lines[index - 1].words >= 4, metadata[index] == nil
        else { return false }
        let inner = bytes[(open + 1)..<(bytes.endIndex - 1)]
        // "Ferry runs onto sandbank (VIDEO)"
        guard !SectionWords.isMenu(ByteText.string(inner)), !CaptionRules.hasPictureWord(inner) else { return false }
        return hashes[..<index].contains(LineKey(inner).core.hashValue | 1) || isPartOfLine(inner, above: index, page)
    }

    /// "Karsh", where "Karsh Live" stands in a line of its own above.
    private func isPartOfLine(_ name: ArraySlice<UInt8>, above index: Int, _ page: Page) -> Bool {
        let start = Array(name) + [0x20]
        let end = [0x20] + Array(name)
        return name.count >= 4
            && page.lines[..<index].contains { line in
                let bytes = page.bytes[line.range]
                return line.words == 2 && (bytes.starts(with: start) || bytes.suffix(end.count).elementsEqual(end))
            }
    }

    private static let longestCaption = 600
    private static let captionLabels: Set<String> = ["image caption", "media caption", "photo caption", "picture caption", "caption"]

    /// Captions that their neighbours tell: the same sentence again with a name behind it, and what stands under "Image caption,".
    private mutating func setCaptions(_ page: inout Page) {
        for index in page.lines.indices.dropLast() where !page.continues[index] && !page.continues[index + 1] {
            let line = page.bytes[page.lines[index].range]
            let next = page.bytes[page.lines[index + 1].range]
            if page.roles[index] == .removed(.caption), line.count <= 20, page.roles[index + 1] == .undecided,
                page.lines[index + 1].words <= 40, Self.captionLabels.contains(LineKey(line).core)
            {
                page.roles[index + 1] = .removed(.caption)
            }
            if page.roles[index] == .undecided, isOfOutlet(index, page) { page.roles[index] = .removed(.caption) }
            guard line.count >= 20, line.count <= Self.longestCaption, next.count > line.count + 2, next.count <= line.count + 90,
                page.lines[index].endsWithStop, next.starts(with: line),
                CaptionRules.isCreditBehindCopy(next[(next.startIndex + line.count)...])
            else { continue }
            page.roles[index] = .removed(.caption)
            page.roles[index + 1] = .removed(.caption)
        }
    }

    /// "3 May 2020 / Published / 4 May 2020 / Updated": the labels stand under their dates.
    private mutating func turnLabels(_ page: Page) {
        let isLabel = { [metadata] (index: Int) in
            page.roles.indices.contains(index) && page.roles[index] == .removed(.dateLine) && metadata[index] == nil
        }
        let isDate = { [metadata] (index: Int) in metadata[index].map { $0.dates.count == 1 } ?? false }
        for index in metadata.keys.sorted()
        where isDate(index) && !isLabel(index - 1) && isLabel(index + 1) && isDate(index + 2) && isLabel(index + 3) && !isDate(index + 4) {
            for line in [index, index + 2] {
                metadata[line]?.setLabel(MetadataWords.label(page.bytes[page.lines[line + 1].range]))
            }
        }
    }

    /// No page of news has so many; what comes after is read as any other line.
    private static let metadataLimit = 4000

    /// First words of lines that may tell author or date.
    private static let openings: Set<Substring> = Byline.openings.union([
        "posted", "published", "updated", "posted:", "published:", "updated:", "last", "today", "yesterday", "just", "(prepared",
        "(reporting", "vor", "hace", "há", "il",
        "πριν",
        "منذ", "قبل", "לפני",
    ]).union(Byline.openings.filter { ($0.utf8.first ?? 0) >= 0x80 }.map { $0.prefix(1).uppercased()[...] + $0.dropFirst() })

    /// - Returns: the label that a line of nothing but a label hands on to the next one.
    private mutating func judge(
        _ index: Int, _ bytes: ArraySlice<UInt8>, _ key: LineKey, _ furniture: RemovalReason?, _ inherited: MetadataLine.Label,
        _ page: inout Page
    ) -> MetadataLine.Label {
        let line = page.lines[index]
        if let furniture { page.roles[index] = .removed(furniture) }
        if furniture == .dateLine {
            let label = MetadataWords.label(key.bytes[...])
            // "Published / Updated / 3 May 2020 / 4 May 2020": which is which, a list of labels doesn't tell.
            return inherited != .none && inherited != .other && inherited != label ? .none : label
        }
        guard metadata.count < Self.metadataLimit, !page.continues[index], furniture.map(Self.mayHoldDate) ?? true,
            Self.mayBeMetadata(line, key, bytes)
        else { return Self.handedOn(line, key, bytes) }
        let data = MetadataLine(bytes, endsWithStop: line.endsWithStop, inherited: inherited, allowsShortYear: !isEastAsian)
        if data.isPure {
            metadata[index] = data
            let isCredit = data.dates.isEmpty && data.relative == nil
            page.roles[index] = .removed(!isCredit ? .dateLine : data.byline?.kind == .account ? .cms : .byline)
        } else if furniture != nil, !data.dates.isEmpty || data.byline != nil {
            metadata[index] = data
        }
        return data.dates.isEmpty && data.relative == nil ? Self.handedOn(line, key, bytes) : .none
    }

    private static let labelWords = 3

    /// "Joined:", or "Wheelhouse:", and the day in the next line.
    private static func handedOn(_ line: PageLine, _ key: LineKey, _ bytes: ArraySlice<UInt8>) -> MetadataLine.Label {
        guard line.words <= labelWords, !OtherDates.isOfPicture(key.bytes[...]) else { return .none }
        if OtherDates.isLabel(key.bytes[...]) { return .other }
        return line.endsWithColon && MetadataWords.label(bytes) == .unknown ? .unknown : .none
    }

    private static func mayHoldDate(_ reason: RemovalReason) -> Bool {
        switch reason {
        case .cms, .share, .navigation, .sourceLink: true
        default: false
        }
    }

    private static func mayBeMetadata(_ line: PageLine, _ key: LineKey, _ bytes: ArraySlice<UInt8>) -> Bool {
        // A longer sentence is text, whatever dates it tells of, unless it opens like a credit.
        if line.endsWithStop, line.words > 12, !openings.contains(key.text.utf8Prefix { $0 == 0x20 }) { return false }
        if line.length <= 90, let first = key.bytes.first, (0xE3...0xED).contains(first) { return true }
        if key.bytes.contains(where: ByteText.isDigit) || key.core.hasSuffix(" ago") { return true }
        if openings.contains(key.text.utf8Prefix { $0 == 0x20 }) { return true }
        if isGlued(bytes) || holdsCredit(key) || key.text.utf8.contains(UInt8(ascii: ":")) && openings.contains(label(key.text)) {
            return true
        }
        if key.core != key.text, openings.contains(key.core.utf8Prefix { $0 == 0x20 }) { return true }
        return ["yesterday", "today", "tomorrow"].contains(key.core)
            || bytes.contains { $0 == 0xD9 || $0 == 0xDB } && bytes.contains(where: isArabicDigitTail)
    }

    /// "… / By Lena Marsk", "… | by Lena Marsk"
    private static func holdsCredit(_ key: LineKey) -> Bool {
        guard key.bytes.count <= 160, let offset = ByteText.offset(of: by, in: key.bytes), offset > 0 else { return false }
        let sign = key.bytes[offset - 1]
        // The last byte of a bullet or a dot.
        return sign == UInt8(ascii: "/") || sign == UInt8(ascii: "|") || sign == 0xB7 || sign == 0xA2
    }

    private static let by = Array(" by ".utf8)

    /// "ByLena Marsk"
    private static func isGlued(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: "By".utf8) && bytes.dropFirst(2).first.map(ByteText.isUpper) ?? false
    }

    /// "author:" of "author:Lena Marsk"
    private static func label(_ text: String) -> Substring {
        let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
        let label = text[..<colon]
        return colon < text.endIndex ? text[...colon].utf8Prefix { $0 == 0x20 } : label
    }

    private static func isArabicDigitTail(_ byte: UInt8) -> Bool { (0xA0...0xA9).contains(byte) || (0xB0...0xB9).contains(byte) }

    private mutating func setProse(_ page: inout Page) {
        var seenProse = false
        var seenTitle = false
        for index in page.lines.indices {
            let role =
                page.continues[index] || index + 1 < page.lines.count && page.continues[index + 1]
                ? .prose : Self.role(page.lines[index], page.bytes)
            var kept = role
            if !seenProse, role == .prose || role == .sentence, page.lines[index].words <= 30, !page.continues[index] {
                // A question, or a line that is on the page twice, can be the headline although it ends like a sentence.
                let asks = ByteText.asks(page.bytes[page.lines[index].range])
                if asks && page.lines[index].words <= (Self.holdsStop(page.bytes[page.lines[index].range]) ? 14 : 25)
                    || repeats[hashes[index], default: 0] > 1
                    || !seenTitle && isStoppedHeadline(index, page)
                {
                    kept = .title
                }
            }
            if kept == .title, page.roles[index] == .undecided, page.lines[index].words >= 3 { seenTitle = true }
            fallback.append(kept)
            // Behind a first paragraph it is the sign of the agency that a report is from, and so where no other one follows.
            if !seenProse, index > 0, page.roles[index] == .undecided, page.lines[index].words <= 40, !page.continues[index],
                CaptionRules.endsWithGluedCredit(page.bytes[page.lines[index].range]), isProseAhead(of: index, page)
            {
                page.roles[index] = .removed(.caption)
            }
            if page.roles[index] == .undecided {
                page.roles[index] = kept
                if kept == .prose, !PageBlocks.isOverCredit(page, index) { seenProse = true }
            }
        }
    }

    private func isProseAhead(of index: Int, _ page: Page) -> Bool {
        (index + 1..<max(index + 1, min(index + 1 + Self.proseReach, page.lines.count))).contains {
            page.roles[$0] == .undecided && Self.role(page.lines[$0], page.bytes) == .prose
        }
    }

    private static let proseReach = 12
    private static let headlineWords = 14

    /// "We were wrong about the weir.": one short sentence over a deck and the author, under nothing that could be a headline.
    private func isStoppedHeadline(_ index: Int, _ page: Page) -> Bool {
        let line = page.lines[index]
        guard (3...Self.headlineWords).contains(line.words.asInt), !Self.holdsStop(page.bytes[line.range]) else { return false }
        for next in index + 1..<max(index + 1, min(index + 3, page.lines.count)) {
            if let data = metadata[next], data.byline?.kind == .person || !data.dates.isEmpty { return true }
            if page.lines[next].words < 6 { return false }
        }
        return false
    }

    /// Several sentences.
    private static func holdsStop(_ line: ArraySlice<UInt8>) -> Bool {
        // An ellipsis ends none.
        line.indices.dropLast(2).dropFirst().contains {
            line[$0] == UInt8(ascii: ".") && line[$0 + 1] == 0x20 && line[$0 - 1] != UInt8(ascii: ".")
        }
    }

    private static let paragraphWords = 18

    private static func role(_ line: PageLine, _ bytes: [UInt8]) -> LineRole {
        if line.endsWithStop { return line.words >= 6 ? .prose : .sentence }
        if line.length >= 200, line.words >= 25 || line.length > LineKey.maximumBytes { return .prose }
        if line.endsWithColon, line.words >= 10 { return .prose }
        // A paragraph with a credit behind its last sentence.
        if line.words >= paragraphWords, holdsStop(bytes[line.range]) { return .prose }
        // 【…】 behind the last sentence names who wrote it.
        if line.words >= paragraphWords, bytes[line.range].suffix(3).elementsEqual("】".utf8) { return .prose }
        return line.letters >= 2 && !line.startsLower ? .title : .other
    }
}

extension Int32 {
    var asInt: Int { Int(self) }
}
