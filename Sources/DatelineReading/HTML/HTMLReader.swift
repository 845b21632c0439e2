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
        let declared = XMLHead.encoding(bytes) ?? HTMLEncoding.declared(bytes)
        let decoded = try TextDecoding.decode(bytes, declared: declared, budget: settings.budget)
        let document = try HTMLDocument(Array(decoded.text.utf8), budget: settings.budget)
        let statement = HTMLStatement(document.head)
        let scope = HTMLScope(document)
        var text = String(decoding: document.layout.text(scope.lines), as: UTF8.self)
        if let body = statement.body, text.utf8.count * 2 < body.utf8.count { text = body }
        let reader = PageReader(settings)
        var reading = try read(text, statement, reader)
        reading.encoding = decoded.encoding
        reading.replacedBytes = decoded.replacedBytes
        var warnings = decoded.warnings
        if document.isUnclosed { warnings.append(.unclosedMarkup) }
        if statement.hasUnreadableData { warnings.append(.unreadableData) }
        reading.warnings = warnings + reading.warnings.filter { !warnings.contains($0) }
        reading.provenance.removed.insert(contentsOf: scope.removed, at: 0)
        if reading.provenance.removed.count > ReadingProvenance.maximumEntries {
            reading.provenance.removed.removeLast(reading.provenance.removed.count - ReadingProvenance.maximumEntries)
        }
        complete(&reading, statement)
        return reading
    }

    /// The title of a page that has nothing else for a headline may be the site's; then the text has a better one.
    private func read(_ text: String, _ statement: HTMLStatement, _ reader: PageReader) throws(ReadingError) -> PageReading {
        guard var title = statement.headline else { return try reader.read(TextDecoding.clean(text)) }
        if title.how == .title, let line = Self.lineWithin(title.text, text) { title.text = line }
        if title.how == .title, title.text.split(separator: " ").count <= Self.mostSiteWords {
            var reading = try reader.read(TextDecoding.clean(text))
            let found = reading.headline.split(separator: " ").count
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
    private static let headLines = 80

    /// A line at the head of the text that is a part of the title, where the title has more.
    private static func lineWithin(_ title: String, _ text: String) -> String? {
        let folded = Folding.fold(title)
        for line in text.split(separator: "\n").prefix(headLines) where line.utf8.count < title.utf8.count {
            let words = line.split(separator: " ")
            guard words.count >= mostSiteWords, folded.contains(Folding.fold(words.joined(separator: " "))) else { continue }
            return words.joined(separator: " ")
        }
        return nil
    }

    /// What the page states of itself goes before what its text seems to say.
    private func complete(_ reading: inout PageReading, _ statement: HTMLStatement) {
        if let byline = statement.byline {
            reading.byline = byline.text
            reading.provenance.byline = FieldOrigin(line: nil, how: byline.how)
        }
        if let source = statement.source {
            reading.source = source.text
            reading.provenance.source = FieldOrigin(line: nil, how: source.how)
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
        StatedDates(published: statement.published, modified: statement.modified)
            .apply(to: &reading, zone: settings.zone, order: settings.dateOrder, notAfter: settings.notAfter)
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
                let mark = content.firstRange(of: "charset=")
            else { continue }
            return content[mark.upperBound...].prefix { $0 != ";" && $0 != " " }.trimmingCharacters
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmingCharacters: String { String(self).trimmingPunctuation }
}
