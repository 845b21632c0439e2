import DatelineModels

/// The lines between headline and text that say who wrote the article, and when.
struct HTMLCredits {
    /// As the page shows them, with what they are left out for.
    private(set) var lines: [String: RemovalReason] = [:]
    /// Dates that stand in them, as printed.
    private(set) var published: [String] = []
    private(set) var modified: [String] = []

    /// Named by a label within a line: "2012-08-30 Source: Karsh Papers Author: Lena Marsk".
    private(set) var author: String?
    private(set) var source: String?

    private static let longest = 200
    private static let mostLines = 40
    private static let proseBytes = 120
    private static let paragraphBytes = 350

    init(_ document: HTMLDocument, _ reasons: [RemovalReason?], headline: Int?) {
        guard let headline else { return }
        let authors = Set(document.captures.lazy.filter { $0.kind == .author }.map(\.line))
        var paragraphs = 0
        let times = Set(document.times.lazy.filter { !$0.isLink }.map(\.line))
        for index in document.lines.indices.dropFirst(headline + 1).prefix(Self.mostLines) {
            let line = document.lines[index]
            // The first may be a deck over the credits.
            if reasons[index] == nil, HTMLMeasures.prose(line) >= Self.proseBytes {
                paragraphs += HTMLMeasures.prose(line) >= Self.paragraphBytes ? 2 : 1
                if paragraphs >= 2 { break }
            }
            // Before the text, what stands aside may be the credits.
            guard reasons[index] == nil || reasons[index] == .aside && paragraphs == 0, line.size <= Self.longest else { continue }
            add(
                document.layout.bytes[line.line.range], isTold: authors.contains(index) || times.contains(index),
                inherited: Self.label(document.layout.bytes[document.lines[index - 1].line.range])
            ) { label in
                EventLabels.areBeside(index, label, of: document.lines.count) { document.layout.bytes[document.lines[$0].line.range] }
            }
        }
    }

    /// Of a line that is nothing but a label: "Last modified", "Joined:", "Wheelhouse:".
    static func label(_ line: ArraySlice<UInt8>) -> MetadataLine.Label {
        guard line.count <= 40, !line.contains(where: ByteText.isDigit), !OtherDates.isOfPicture(line) else { return .none }
        let label = MetadataWords.label(line)
        return label == .unknown || MetadataWords.isOnlyLabels(ByteText.string(line)) || OtherDates.isLabel(line) ? label : .none
    }

    private static let authorLabels = [
        "author:", "by:", "autor:", "autorin:", "auteur :", "auteur:", "autore:", "автор:", "作者：", "作者:", "记者：", "记者:", "記者：", "記者:", "撰文：",
        "文：",
        "נכתב על ידי:", "الكاتب:", "كتب:", "نویسنده:", "yazar:", "muhabir:", "penulis:", "συντάκτης:", "기자:",
    ]
    private static let sourceLabels = [
        "source:", "quelle:", "fuente:", "fonte:", "bron:", "источник:", "来源：", "来源:", "來源：", "來源:", "출처:", "kaynak:", "المصدر:", "sumber:",
    ]

    /// A colon behind a word.
    private static func holdsLabel(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.dropFirst().contains { index in
            scalars[index] == "：" || scalars[index] == ":" && scalars[index - 1].isAlphabetic
        } || text.holds(" | ") || text.holds(" · ")
    }

    /// What stands behind one of the labels, up to the next label or sign.
    private static func labelled(_ text: String, _ labels: [String]) -> String? {
        let lower = text.lowercased()
        guard lower.unicodeScalars.count == text.unicodeScalars.count, let label = labels.first(where: { lower.holds($0) }),
            let range = lower.firstRange(ofPhrase: label)
        else { return nil }
        let start = lower.unicodeScalars.distance(from: lower.startIndex, to: range.upperBound)
        let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start))).trimmedSpaces
        var words: [Substring] = []
        for word in rest.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }) {
            if ["|", "·", "-", "–", "—", "/"].contains(word) || word.holds(":") || word.holds("：")
                || word.utf8.contains(where: ByteText.isDigit)
            {
                break
            }
            words.append(word)
            if word.hasSuffix(",") || word.hasSuffix(")") || words.count == 5
                || word.unicodeScalars.first.map({ $0.value >= 0x3000 }) ?? false
            {
                break
            }
        }
        let name = words.joined(separator: " ").trimmedEnd(of: ",;)")
        return name.isEmpty ? nil : name
    }

    /// Digits of any script and signs of full width as ASCII has them, and the marks of Korean days as Chinese has them: ２０２１年６月.
    private static func narrowed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0xE0 }) else { return Array(bytes) }
        var result = String.UnicodeScalarView()
        for scalar in ByteText.string(bytes).unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000: result.append(" ")
            case 0xB144: result.append("年")
            case 0xC6D4: result.append("月")
            case 0xC77C: result.append("日")
            default:
                let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue.flatMap { UInt32(exactly: $0) } : nil
                result.append(digit.flatMap { Unicode.Scalar($0 + 0x30) } ?? scalar)
            }
        }
        return Array(String(result).replacingPhrase("年 ", with: "年").replacingPhrase("月 ", with: "月").utf8)
    }

    /// - Parameter isTold: an element in the line says that it holds the author or a time.
    /// - Parameter inherited: what the line before says that consists of a label only.
    /// - Parameter isOfEvent: whether the lines around say so of a date with a label.
    private mutating func add(
        _ bytes: ArraySlice<UInt8>, isTold: Bool, inherited: MetadataLine.Label, isOfEvent: (MetadataLine.Label) -> Bool
    ) {
        let text = ByteText.string(bytes)
        let digits = DigitNormaliser.ascii(Self.narrowed(bytes)[...])
        let dates = DateFinder(digits, in: 0..<digits.count).find(limit: 4)
        let words = text.spacedWords.count
        let dated = dates.reduce(0) { $0 + $1.range.count }
        let isLabelled =
            words <= 16 && AuthorNames.withoutLabel(text) != text && AuthorNames.people(in: text, isOutlet: { _ in false }) != nil
        let isDated = dated * 10 >= digits.count * 4 || dated > 0 && words <= 12 && MetadataWords.label(digits[...]) != .none
        let isList = dated > 0 && words <= 16 && Self.holdsLabel(text)
        guard isList || isTold && words <= 24 || isLabelled && words <= 10 || isDated || isLabelled && dated > 0 else { return }
        lines[text] = isLabelled || isTold && dates.isEmpty ? .byline : .dateLine
        if author == nil { author = Self.labelled(text, Self.authorLabels) }
        if source == nil { source = Self.labelled(text, Self.sourceLabels) }
        var position = 0
        for date in dates {
            let raw = ByteText.string(digits[date.range])
            let before = digits[position..<date.range.lowerBound]
            let label = before.isEmpty && position == 0 ? inherited : MetadataWords.label(before)
            switch label {
            case .modified: modified.append(raw)
            case .published where isOfEvent(label), .none where isOfEvent(label): break
            case .published, .none: published.append(raw)
            case .other, .unknown: break
            }
            position = date.range.upperBound
        }
    }
}
