import DatelineModels

/// Reads Markdown: what the front matter states, the heading as the headline, and the rest as the body, as it is written, without
/// the lines that are no text: commands of site generators, pictures, lists of links, and credits under the headline.
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
        var matter = FrontMatter(text)
        try settings.budget.check()
        let title = matter.text("headline", "title").map { text in
            // The lines of the body are counted from a title of one line.
            let plain = MarkdownPlain.text(text).whiteSpacedWords.joined(separator: " ")
            return plain.isEmpty ? text.whiteSpacedWords.joined(separator: " ") : plain
        }
        let content = MarkdownContent(text[matter.end...], title: title)
        let places = MarkdownPlaces(content, in: text, matterEnd: matter.end)
        matter.add(content.fields)
        try settings.budget.check()
        var reading = try page(content, places)
        reading.encoding = decoded.encoding
        reading.replacedBytes = decoded.replacedBytes
        var warnings = decoded.warnings
        if matter.hasUnreadable { warnings.append(.unreadableData) }
        reading.warnings = warnings + reading.warnings.filter { !warnings.contains($0) && $0 != .noBody }
        complete(&reading, matter)
        if reading.body.isEmpty { reading.warnings.append(.noBody) }
        return reading
    }

    /// Headline, dates and credits are looked for as on any page. Lines that hold nothing else are no part of the body.
    private func page(_ content: MarkdownContent, _ places: MarkdownPlaces) throws(ReadingError) -> PageReading {
        let reader = PageReader(settings)
        let plain = MarkdownPlain.page(content.body)
        let wrapped = MarkdownWrap.continuations(MarkdownLines(Array(content.body.utf8)[...]))
        var reading: PageReading
        var first = 1
        if let title = content.title {
            first = 3
            reading = try reader.read(
                TextDecoding.clean(title.text + "\n\n" + plain), title: title.isStated ? .frontMatter : .heading,
                continuing: Set(wrapped.map { $0 + first }))
        } else {
            reading = try reader.read(TextDecoding.clean(plain), continuing: Set(wrapped.map { $0 + first }))
            let bare = String(reading.headline.drop { $0 == "#" }).trimmedSpaces
            if !bare.isEmpty { reading.headline = bare }
            if let line = reading.provenance.headline?.line, !reading.warnings.contains(.headlineFromText) {
                reading.provenance.insert(RemovedSpan(lines: line...line, reason: .headline, excerpt: reading.headline.cut(toBytes: 120)))
            }
        }
        if reading.byline == nil {
            let credits = MarkdownCredits(content.body)
            if let line = credits.line {
                reading.byline = credits.people.joined(separator: ", ")
                reading.provenance.byline = FieldOrigin(line: line + first, how: .bylineLine)
                reading.provenance.insert(
                    RemovedSpan(
                        lines: (line + first)...(line + first), reason: .byline,
                        excerpt: credits.people.joined(separator: ", ").cut(toBytes: 120)))
            }
        }
        // Where a copyright line names a house, or no more than somebody's initials, the logo may name the paper.
        let isShort = reading.provenance.source?.how == .copyright && SourceVote.letters(reading.source ?? "").utf8.count <= Self.initials
        let isDoubtful = reading.source == nil || isShort || Self.isHouse(reading.provenance.source, plain, first)
        if isDoubtful {
            let outline = MarkdownOutline.text(content, title: content.title?.text ?? reading.headline)
            if let found = try? reader.read(TextDecoding.clean(outline), title: .heading), let source = found.source,
                reading.source == nil || found.provenance.source?.how == .brand
                    || found.provenance.source?.how == .masthead && source.spacedWords.count > 1
            {
                reading.source = source
                reading.provenance.source = found.provenance.source.map { FieldOrigin(line: nil, how: $0.how) }
            }
        }
        let head = content.title == nil ? reading.provenance.headline?.line : nil
        let spans = MarkdownSpans(reading.provenance.removed, firstLine: first, isScraped: content.isScraped, headline: head)
        let lines = spans.lines(content.body)
        reading.body = lines.kept.text
        reading.provenance = places.provenance(reading.provenance, first: first, left: lines)
        return reading
    }

    private static let initials = 2

    /// Whether the source is that of a copyright line that names a company.
    /// - Parameter first: the number that the first line of the text has.
    private static func isHouse(_ origin: FieldOrigin?, _ text: String, _ first: Int) -> Bool {
        guard let origin, origin.how == .copyright, let line = origin.line, line >= first else { return false }
        let lines = text.split(separator: "\n", maxSplits: line - first + 1, omittingEmptySubsequences: false)
        return lines.count > line - first && CopyrightLine(String(lines[line - first]))?.isCompany ?? false
    }

    private static func isAddress(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

    /// A title that was taken from a page's has the outlet behind it.
    ///
    /// - Parameter address: of the page.
    private func splitOutlet(_ reading: inout PageReading, address: String?) {
        let how = reading.provenance.headline?.how
        guard how == .frontMatter || how == .heading, let (left, right, _) = HeadlineFinder.parts(reading.headline) else { return }
        let isHost = address.map { PageAddresses.isAddress($0, of: right) } ?? false
        guard how == .frontMatter && OutletNames.looksLikeOutlet(right) || isHost && right.spacedWords.count <= 5 else { return }
        reading.headline = left
        reading.source = right
        reading.provenance.source = FieldOrigin(line: nil, how: .headlineSuffix)
    }

    private func complete(_ reading: inout PageReading, _ matter: FrontMatter) {
        let sources = matter.all(
            "source", "publisher", "outlet", "publication", "site", "sitename", "newspaper", "portal", "website", "journal", "magazine",
            "medium", "sourcename", "feed", "newsletter", "via", "blog"
        ).map { MarkdownPlain.text($0).trimmedSpaces }
        if let source = sources.first(where: { !Self.isAddress($0) && !$0.isEmpty && Int($0) == nil && $0 != "true" && $0 != "false" }) {
            reading.source = source
            reading.provenance.source = FieldOrigin(line: nil, how: .frontMatter)
        } else {
            reading.source = reading.source.map { $0.trimmedEnd(of: ",;:") }
        }
        let addresses = matter.all("url", "source", "canonicalurl", "canonical", "link", "permalink", "originalurl", "sourceurl")
        if reading.provenance.source?.how != .frontMatter { splitOutlet(&reading, address: addresses.first(where: Self.isAddress)) }
        if let byline = matter.text("byline", "author", "authors", "by", "writer", "writers", "creator", "authorname") {
            let people = AuthorNames.people(
                in: MarkdownPlain.text(byline).replacingPhrase("]", with: ""), isOutlet: { [source = reading.source] in $0 == source })
            if let people {
                reading.byline = people.joined(separator: ", ")
                reading.provenance.byline = FieldOrigin(line: nil, how: .frontMatter)
            }
        }
        reading.abstract = matter.text("abstract", "description", "summary", "excerpt")
        reading.url = addresses.first(where: Self.isAddress) ?? reading.url
        if let language = matter.text("language", "lang", "locale") {
            reading.language = LanguageTag(language.replacingPhrase("_", with: "-"))?.text ?? language
            reading.provenance.language = FieldOrigin(line: nil, how: .frontMatter)
        }
        reading.key = matter.text("id", "guid")
        reading.tags = matter.list("tags", "keywords", "tag")
        var settings = settings
        settings.language = reading.monthLanguage(declared: reading.language)
        StatedDates(
            published: matter.all(
                "datepublished", "published", "publishedat", "publisheddate", "publishdate", "publishedtime", "pubdate", "publicationdate",
                "publishedon", "posted", "dateposted", "postdate", "date", "issued"
            ).filter { $0 != "true" && $0 != "false" },
            modified: matter.all(
                "datemodified", "modified", "updated", "updatedat", "lastmod", "lastmodified", "lastupdated", "modifiedtime", "dateupdated")
        ).apply(to: &reading, settings)
        if reading.dateStatus == .stated, matter.text("datestatus") == DateStatus.inferred.rawValue { reading.dateStatus = .inferred }
    }
}

extension ReadingProvenance {
    /// Puts a span where it belongs by its lines.
    fileprivate mutating func insert(_ span: RemovedSpan) {
        let line = span.lines?.lowerBound ?? 0
        // Where it was removed with others it is told already.
        let isTold = removed.contains { known in
            guard let lines = known.lines, lines.contains(line) else { return false }
            return lines.count > 1 || known.reason == span.reason
        }
        guard !isTold else { return }
        let place = removed.firstIndex { $0.lines.map { $0.lowerBound > line } ?? false } ?? removed.endIndex
        removed.insert(span, at: place)
    }
}
