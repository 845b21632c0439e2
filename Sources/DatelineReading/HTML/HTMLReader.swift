import DatelineModels

/// Reads a page of HTML: what its head and its JSON-LD state, and of its visible text what a page of text is read for.
public struct HTMLReader: Sendable {
    private let settings: ReadingSettings

    public init(_ settings: ReadingSettings = ReadingSettings()) {
        self.settings = settings
    }

    /// - Throws: ``ReadingError/noText`` where there is neither a title nor any text.
    public func read(_ bytes: [UInt8]) throws(ReadingError) -> PageReading {
        guard bytes.count <= PageReader.maximumBytes else { throw .tooLarge }
        let declared = HTMLEncoding.declared(bytes) ?? XMLHead.encoding(bytes)
        let decoded = try TextDecoding.decode(bytes, declared: declared, budget: settings.budget)
        let document = try HTMLDocument(Array(decoded.text.utf8), budget: settings.budget)
        try settings.budget.check()
        var statement = HTMLStatement(document)
        try settings.budget.check()
        var body = statement.body
        if let stated = body { body = try HTMLFragment.plain(stated, budget: self.settings.budget) }
        let scope = HTMLScope(document, headline: statement.headlineLine, body: body.map { ArticleWords($0) })
        let credits = HTMLCredits(document, scope.reasons, headline: statement.headlineLine)
        try settings.budget.check()
        var text = HTMLText(document, scope, headline: statement.headline?.text).text
        var isStated = false
        if let body, text.utf8.count * 2 < body.utf8.count || scope.stated > 0 && scope.stated * 5 < body.utf8.count * 3 {
            text = body
            isStated = true
        }
        var settings = settings
        settings.pageOrder = HTMLDateOrder.order(document)
        settings.language = statement.language
        var reading = try read(text, statement, PageReader(settings))
        reading.encoding = decoded.encoding
        reading.replacedBytes = decoded.replacedBytes
        var warnings = decoded.warnings
        if document.isUnclosed { warnings.append(.unclosedMarkup) }
        if statement.hasUnreadableData { warnings.append(.unreadableData) }
        reading.warnings = warnings + reading.warnings.filter { !warnings.contains($0) }
        if isStated { reading.provenance.body = FieldOrigin(line: nil, how: .linkedData) }
        reading.remove(credits)
        reading.provenance.removed.insert(contentsOf: scope.removed, at: 0)
        if reading.provenance.removed.count > ReadingProvenance.maximumEntries {
            reading.provenance.removed.removeLast(reading.provenance.removed.count - ReadingProvenance.maximumEntries)
        }
        statement.findDates(scope.reasons)
        // The text may have something better than a date that is merely printed.
        let isOutranked = reading.provenance.dates.contains { $0.outcome == .outranked && $0.raw == credits.published.first }
        statement.add(isOutranked ? nil : credits)
        if let source = credits.source, !OutletNames.isAgency(source) || reading.source == nil,
            statement.source.map({ $0.how != .meta && $0.how != .linkedData }) ?? true
        {
            statement.setSource(source)
        }
        complete(&reading, &statement, scope, settings)
        if reading.byline == nil, let author = credits.author, let people = AuthorNames.people(in: author, isOutlet: { _ in false }) {
            reading.byline = people.joined(separator: ", ")
            reading.provenance.byline = FieldOrigin(line: nil, how: .bylineLine)
        }
        return reading
    }

    /// The title of a page that has nothing else for a headline may be the site's; then the text has a better one.
    private func read(_ text: String, _ statement: HTMLStatement, _ reader: PageReader) throws(ReadingError) -> PageReading {
        guard let title = statement.headline else { return try reader.read(TextDecoding.clean(text)) }
        if title.how == .title, !text.trimmedSpaces.isEmpty, title.text.spacedWords.count <= Self.mostSiteWords {
            var reading = try reader.read(TextDecoding.clean(text))
            let found = reading.headline.spacedWords.count
            if reading.provenance.headline?.how != .firstLine, found > Self.mostSiteWords,
                Folding.fold(reading.headline) != Folding.fold(title.text)
            {
                if reading.source == nil {
                    reading.source = title.text
                    reading.provenance.source = FieldOrigin(line: nil, how: .title)
                }
                return reading
            }
        }
        return try reader.read(TextDecoding.clean(title.text + "\n\n" + text), title: title.how)
    }

    private static let mostSiteWords = 4

    /// What the page states of itself goes before what its text seems to say.
    private func complete(_ reading: inout PageReading, _ statement: inout HTMLStatement, _ scope: HTMLScope, _ settings: ReadingSettings) {
        if let source = statement.source {
            reading.source = source.text
            reading.provenance.source = FieldOrigin(line: nil, how: source.how)
        }
        let shown = reading.byline.flatMap { text in reading.provenance.byline.map { (text: text, how: $0.how) } }
        let origin = reading.provenance.byline
        statement.findByline(scope.reasons, shown: shown, source: reading.source)
        reading.byline = statement.byline?.text
        reading.provenance.byline = statement.byline.map { byline in
            byline.text == shown?.text ? origin ?? FieldOrigin(line: nil, how: byline.how) : FieldOrigin(line: nil, how: byline.how)
        }
        reading.url = statement.url ?? reading.url
        if let declared = statement.language.flatMap({ LanguageTag($0) }) {
            // Templates often keep the language they were made in.
            let guessed = reading.language
            if guessed == nil || declared.text.split(separator: "-").first.map(String.init) == guessed {
                reading.language = declared.text
                reading.provenance.language = FieldOrigin(line: nil, how: .declaration)
            }
        }
        var settings = settings
        settings.language = reading.monthLanguage(declared: settings.language)
        let dates = HTMLDates(statement, shown: reading.dateStatus == .stated ? reading.datePublished : nil, settings)
        StatedDates(published: dates.published, modified: dates.modified, passedOver: dates.passedOver)
            .apply(to: &reading, settings)
    }
}

extension PageReading {
    /// Takes lines that say who wrote the article, and when, out of the body.
    fileprivate mutating func remove(_ credits: HTMLCredits) {
        guard !credits.lines.isEmpty else { return }
        var due = credits.lines
        var kept: [Substring] = []
        for paragraph in body.parts(betweenPhrase: "\n\n") where !paragraph.isEmpty {
            guard let reason = due.removeValue(forKey: String(paragraph)) else {
                kept.append(paragraph)
                continue
            }
            provenance.removed.append(RemovedSpan(lines: nil, reason: reason, excerpt: String(paragraph).cut(toBytes: 120)))
        }
        body = kept.joined(separator: "\n\n")
    }
}

/// The chosen lines of a page as the text that is read.
struct HTMLText {
    let text: String

    /// - Parameter headline: stands where the page shows it, so that what is above and below can be told.
    init(_ document: HTMLDocument, _ scope: HTMLScope, headline: String?) {
        guard let headline, let index = scope.headline else {
            text = ByteText.string(document.layout.text(scope.lines)[...])
            return
        }
        let before = document.layout.text(scope.lines[..<index])
        let after = document.layout.text(scope.lines[(index + 1)...])
        text = ByteText.string(before[...]) + "\n\n" + headline + "\n\n" + ByteText.string(after[...])
    }
}

/// How a page orders day and month, by all the dates in digits that stand anywhere on it.
enum HTMLDateOrder {
    private static let longest = 200
    private static let mostDates = 200

    static func order(_ document: HTMLDocument) -> DateOrder? {
        var found: [FoundDate] = []
        for line in document.lines where line.size <= longest && found.count < mostDates {
            let bytes = document.layout.bytes[line.line.range]
            guard bytes.contains(UInt8(ascii: "/")) || bytes.contains(UInt8(ascii: ".")) || bytes.contains(UInt8(ascii: "-")),
                bytes.contains(where: ByteText.isDigit)
            else { continue }
            found += DateFinder(document.layout.bytes, in: line.line.range).find(limit: 8)
        }
        return DateOrderEvidence.order(of: found)
    }
}

/// The encoding that a page of HTML names.
enum HTMLEncoding {
    private static let window = 4096

    /// `<meta charset=…>`, or in `<meta http-equiv=Content-Type content="text/html; charset=…">`; in lower case.
    static func declared(_ bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(window))
        var tokens = MarkupTokenizer(head, dialect: .html)
        while let token = tokens.next() {
            guard case .start(let tag) = token, HTMLFragment.name(head[tag.name]) == "meta" else { continue }
            let attributes = tag.attributes(in: head)
            if let charset = attributes["charset"] { return charset.trimmedSpaces.lowercased() }
            guard attributes["http-equiv"]?.lowercased() == "content-type", let content = attributes["content"]?.lowercased(),
                let mark = content.firstRange(ofPhrase: "charset=")
            else { continue }
            return content[mark.upperBound...].prefix { $0 != ";" && $0 != " " }.trimmingCharacters
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmingCharacters: String { String(self).trimmingPunctuation }
}
