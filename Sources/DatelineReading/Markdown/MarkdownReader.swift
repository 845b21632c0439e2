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
        var reading = try page(content, isWritten: matter.end > 0 && !matter.isDump)
        reading.encoding = decoded.encoding
        reading.replacedBytes = decoded.replacedBytes
        var warnings = decoded.warnings
        if matter.hasUnreadable { warnings.append(.unreadableData) }
        reading.warnings = warnings + reading.warnings.filter { !warnings.contains($0) && $0 != .noBody }
        complete(&reading, matter)
        if reading.body.isEmpty { reading.warnings.append(.noBody) }
        return reading
    }

    /// Headline, dates and credits are looked for as on any page.
    ///
    /// - Parameter isWritten: somebody wrote the text with its front matter: between its paragraphs only what is no text is taken out.
    private func page(_ content: MarkdownContent, isWritten: Bool) throws(ReadingError) -> PageReading {
        let reader = PageReader(settings)
        guard let title = content.title else {
            var reading = try reader.read(TextDecoding.clean(content.body))
            // A title that isn't marked as one still is no part of the body.
            let rest = content.withoutFirstLine
            reading.body = reading.warnings.contains(.headlineFromText) || rest.first != reading.headline ? content.body : rest.body
            return reading
        }
        let text = title.text + "\n\n" + MarkdownPlain.text(content.body)
        var roles: [Int: LineRole] = [:]
        var reading = try reader.read(TextDecoding.clean(text), title: title.isStated ? .frontMatter : .heading) {
            roles = $0.rolesByNumber
        }
        // The title and the blank line under it are two lines.
        let body = MarkdownBody(content.body, isWritten: isWritten) { roles[$0 + 2] }
        reading.body = body.text
        reading.provenance.removed = body.removed
        return reading
    }

    fileprivate static func mayBeDate(_ text: String) -> Bool { text.utf8.contains(where: ByteText.isDigit) }

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
        if let byline = matter.text(
            "byline", "author", "authors", "by", "autor", "autora", "autores", "auteur", "auteurs", "autore", "auteure", "writer",
            "writers",
            "reporter", "creator", "forfatter", "författare", "автор")
        {
            reading.byline = MarkdownPlain.text(byline).replacing("]", with: "")
            reading.provenance.byline = FieldOrigin(line: nil, how: .frontMatter)
        }
        let sources = [
            matter.text("source"),
            matter.text(
                "publisher", "outlet", "publication", "site", "sitename", "newspaper", "website", "fuente", "quelle", "fonte", "gazeta"),
        ].compactMap(\.self)
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
            // "published: true" says something else.
            published: [
                "datepublished", "published", "date", "pubdate", "publishdate", "publisheddate", "publishedat", "publishedon",
                "publishedtime",
                "pubdatetime", "publicationdate", "releasedate", "datetime", "posted", "postdate", "dateposted", "fecha", "datum", "data",
                "dato",
                "tarih", "дата",
            ].compactMap { matter.text($0) }.filter(Self.mayBeDate) + matter.dates(.published),
            modified: [
                "datemodified", "modified", "updated", "lastmod", "lastmodified", "updatedat", "updatedon", "modifiedat", "moddatetime",
                "dateupdated", "lastupdated", "modifieddate",
            ].compactMap { matter.text($0) }.filter(Self.mayBeDate) + matter.dates(.modified)
        ).apply(to: &reading, zone: settings.zone, order: settings.dateOrder, notAfter: settings.notAfter)
        if reading.dateStatus == .stated, matter.text("datestatus") == DateStatus.inferred.rawValue { reading.dateStatus = .inferred }
    }
}

extension FrontMatter {
    /// Values of keys that say in another language, or in a word of their own, what date they hold.
    fileprivate func dates(_ label: MetadataLine.Label) -> [String] {
        values.keys.sorted().filter { MetadataWords.label(Array($0.utf8)[...]) == label }.compactMap { text($0) }
            .filter(MarkdownReader.mayBeDate)
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
        guard let heading = Self.heading(content) ?? Self.headingBelow(content, stated) else { return }
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

    /// A heading of the first rank among the first lines, where nothing but links and other short lines stands over it.
    private static func headingBelow(_ content: ArraySlice<UInt8>, _ stated: String?) -> (text: String, end: Int)? {
        var start = content.startIndex
        for _ in 0..<mostLinesAbove where start < content.endIndex {
            let stop = content[start...].firstIndex(of: 0x0A) ?? content.endIndex
            let line = content[start..<stop]
            if start > content.startIndex, let found = heading(content[start...]) { return found }
            // A paragraph: what follows is a heading within the text.
            let plain = Array(MarkdownPlain.text(ByteText.string(line)).utf8)
            let facts = PageLine(number: 1, range: 0..<plain.count, startsBlock: true, in: plain)
            if facts.words >= longLine, facts.endsWithStop, !line.contains(UInt8(ascii: "[")) { return nil }
            start = min(stop + 1, content.endIndex)
            if stop == content.endIndex { break }
        }
        return nil
    }

    private static let mostLinesAbove = 60
    private static let longLine = 8

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
