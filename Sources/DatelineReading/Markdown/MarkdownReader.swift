import DatelineModels

/// Reads Markdown: what the front matter states, the heading as the headline, and all the rest as the body, as it is written.
public struct MarkdownReader: Sendable {
    private let settings: ReadingSettings

    public init(_ settings: ReadingSettings = ReadingSettings()) {
        self.settings = settings
    }

    /// - Throws: ``ReadingError/noText`` where there is nothing but front matter without a title.
    public func read(_ bytes: [UInt8]) throws(ReadingError) -> PageReading {
        guard bytes.count <= PageReader.maximumBytes else { throw .tooLarge }
        let decoded = try TextDecoding.decode(bytes, budget: settings.budget)
        let text = Array(decoded.text.utf8)
        let matter = FrontMatter(text)
        try settings.budget.check()
        let content = MarkdownContent(text[matter.end...], title: matter.text("headline", "title"))
        var reading = try page(content)
        reading.encoding = decoded.encoding
        reading.replacedBytes = decoded.replacedBytes
        var warnings = decoded.warnings
        if matter.hasUnreadable { warnings.append(.unreadableData) }
        reading.warnings = warnings + reading.warnings.filter { !warnings.contains($0) && $0 != .noBody }
        reading.provenance.removed = []
        complete(&reading, matter)
        if reading.body.isEmpty { reading.warnings.append(.noBody) }
        return reading
    }

    /// Headline, dates and credits are looked for as on any page, but nothing is cut out of the body.
    private func page(_ content: MarkdownContent) throws(ReadingError) -> PageReading {
        let reader = PageReader(settings)
        guard let title = content.title else {
            var reading = try reader.read(TextDecoding.clean(content.body))
            // A title that isn't marked as one still is no part of the body.
            let rest = content.withoutFirstLine
            reading.body = reading.warnings.contains(.headlineFromText) || rest.first != reading.headline ? content.body : rest.body
            return reading
        }
        let text = title.text + "\n\n" + MarkdownPlain.text(content.body)
        var reading = try reader.read(TextDecoding.clean(text), title: title.isStated ? .frontMatter : .heading)
        reading.body = content.body
        return reading
    }

    private static func isAddress(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

    /// A title that was taken from a page's has the outlet behind it.
    private func splitOutlet(_ reading: inout PageReading) {
        guard reading.provenance.headline?.how == .frontMatter, let (left, right, _) = HeadlineFinder.parts(reading.headline),
            OutletNames.looksLikeOutlet(right)
        else { return }
        reading.headline = left
        reading.source = right
        reading.provenance.source = FieldOrigin(line: nil, how: .headlineSuffix)
    }

    private func complete(_ reading: inout PageReading, _ matter: FrontMatter) {
        if let byline = matter.text("byline", "author", "authors", "by") {
            reading.byline = MarkdownPlain.text(byline).replacing("]", with: "")
            reading.provenance.byline = FieldOrigin(line: nil, how: .frontMatter)
        }
        let sources = [matter.text("source"), matter.text("publisher", "outlet", "site", "sitename")].compactMap(\.self)
        if let source = sources.first(where: { !Self.isAddress($0) }) {
            reading.source = source
            reading.provenance.source = FieldOrigin(line: nil, how: .frontMatter)
        } else {
            splitOutlet(&reading)
        }
        reading.abstract = matter.text("abstract", "description", "summary", "excerpt")
        let addresses = [
            matter.text("url"), matter.text("source"), matter.text("canonicalurl", "canonical"), matter.text("link"),
            matter.text("permalink"),
        ]
        reading.url = addresses.compactMap(\.self).first(where: Self.isAddress) ?? reading.url
        if let language = matter.text("language", "lang") {
            reading.language = language
            reading.provenance.language = FieldOrigin(line: nil, how: .frontMatter)
        }
        reading.key = matter.text("id", "guid")
        reading.tags = matter.list("tags", "keywords", "tag")
        StatedDates(
            published: [matter.text("datepublished", "published", "date", "pubdate", "publishdate", "publisheddate")].compactMap(\.self),
            modified: [matter.text("datemodified", "modified", "updated", "lastmod", "lastmodified")].compactMap(\.self)
        ).apply(to: &reading, zone: settings.zone, order: settings.dateOrder, notAfter: settings.notAfter)
        if reading.dateStatus == .stated, matter.text("datestatus") == DateStatus.inferred.rawValue { reading.dateStatus = .inferred }
    }
}

/// The text after the front matter, and its title.
struct MarkdownContent {
    /// Stated in the front matter, or the first heading.
    private(set) var title: (text: String, isStated: Bool)?
    /// Without the heading that is the title.
    private(set) var body: String

    init(_ text: ArraySlice<UInt8>, title stated: String?) {
        let content = Self.trimmed(text)
        title = stated.map { ($0, true) }
        body = ByteText.string(content)
        guard let heading = Self.heading(content) else { return }
        if let stated, Folding.fold(stated) != Folding.fold(heading.text) {
            // The heading without the outlet.
            guard let (left, _, _) = HeadlineFinder.parts(stated), Folding.fold(left) == Folding.fold(heading.text) else { return }
        }
        if stated == nil { title = (heading.text, false) }
        body = ByteText.string(Self.trimmed(content[heading.end...]))
    }

    /// The first line and what follows it.
    var withoutFirstLine: (first: String, body: String) {
        let bytes = Array(body.utf8)
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
        return (ByteText.string(bytes[..<end]).trimmedSpaces, ByteText.string(Self.trimmed(bytes[end...])))
    }

    /// `# Title`, with or without closing signs, or a title underlined with `=`.
    private static func heading(_ content: ArraySlice<UInt8>) -> (text: String, end: Int)? {
        let stop = content.firstIndex(of: 0x0A) ?? content.endIndex
        let line = content[..<stop]
        if line.first == UInt8(ascii: "#") {
            guard line.dropFirst().first == 0x20 else { return nil }
            let text = ByteText.string(line.dropFirst()).trimmedEnd(of: "#")
            return text.isEmpty ? nil : (text, stop)
        }
        let rest = content[stop...].dropFirst()
        let underline = rest.prefix { $0 != 0x0A }
        guard underline.count >= 2, underline.allSatisfy({ $0 == UInt8(ascii: "=") }) else { return nil }
        let text = ByteText.string(line).trimmedSpaces
        return text.isEmpty ? nil : (text, underline.endIndex)
    }

    /// Without blank lines at the beginning and white space at the end.
    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }) else {
            return text[text.endIndex...]
        }
        let lineStart = text[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? text.startIndex
        return text[lineStart...last]
    }
}
