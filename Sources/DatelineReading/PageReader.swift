import DatelineModels

/// Reads a page as a scraper leaves it: visible text with masthead, share buttons, other headlines and comment forms around the article.
///
/// A pure function of the bytes and of what it is given at the start. Time and memory grow with the size of the page and no faster.
/// Whatever it isn't sure of, it leaves out: no date is better than a wrong one.
public struct PageReader: Sendable {
    /// 64 MiB.
    public static let maximumBytes = 64 << 20

    private let settings: ReadingSettings

    public init(_ settings: ReadingSettings = ReadingSettings()) {
        self.settings = settings
    }

    /// Decodes and reads.
    public func read(_ bytes: [UInt8]) throws(ReadingError) -> PageReading {
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
        return try read(TextDecoding.decode(bytes, budget: settings.budget))
    }

    /// Reads text that is already decoded.
    public func read(text: String) throws(ReadingError) -> PageReading {
        guard text.utf8.count <= Self.maximumBytes else { throw .tooLarge }
        return try read(TextDecoding.clean(text))
    }

    /// - Parameters:
    ///   - title: the headline, where it is known from elsewhere and stands in the first line of the text.
    ///   - continuing: numbers of lines that are known to go on the paragraph of the line before.
    ///   - onDone: is given the page's lines with what they turned out to be.
    func read(
        _ decoded: DecodedText, title: FieldOrigin.How? = nil, continuing: Set<Int> = [], onDone: (Page) -> Void = { _ in }
    ) throws(ReadingError) -> PageReading {
        var page = try Page(decoded.text, continuing: continuing, budget: settings.budget)
        let classes = try LineClassification(&page, budget: settings.budget)
        let owner = CreditFinder.owner(page)?.name
        let span = BodySpan.find(page, classes)
        guard let headline = headline(page, classes, span, title, owner) else { throw .noText }
        let headEnd = PageBlocks.headEnd(page, under: headline.isText ? -1 : headline.index, headline.isText ? nil : classes)
        // The page of a document begins at the copy of the title; above it lies what was printed over the article.
        let top = headline.isText ? 0 : HeadCleaner.top(page, classes, headline, headEnd: headEnd)
        let masthead = headline.isText ? nil : Masthead.find(in: page, classes, above: top, headline: headline.index, owner: owner)
        let bare =
            headline.isText
            ? nil
            : BareByline.find(
                in: page, classes, top: top, headline: headline.index, headEnd: headEnd, source: headline.outlet ?? masthead?.name)
        try settings.budget.check()
        PageBlocks.cutComments(&page, classes)
        PageBlocks.cutRelated(&page, textEnd: span.end)
        PageBlocks.cutPaywall(&page)
        PageBlocks.cutAfterEnd(&page)
        PageBlocks.cutAfterImprint(&page, classes, headEnd: headEnd)
        span.removeBoxes(&page, classes, headline: headline, headEnd: headEnd)
        PageBlocks.restoreInsideProse(&page, classes, headEnd: headEnd)
        span.clean(&page, headline: headline, headEnd: headEnd)
        PageBlocks.cleanTail(&page, classes)
        HeadCleaner.clean(&page, classes, headline, masthead, headEnd: headEnd)
        removeAuthors(&page, classes, bare, top: top, headEnd: headEnd)
        if title != nil { HeadCleaner.removeAbove(top, in: &page) }

        let dateline = FoundDateline.find(in: page, from: headline.isText ? headline.index : headline.index + 1)
        let gatherer = DateGatherer(
            page: page, classes: classes, headline: headline, dateline: dateline, headEnd: headEnd, top: title == nil ? 0 : top,
            bylineIndex: bare?.index)
        let dates = try gatherer.gather(budget: settings.budget)
        let decision = DateDecision(dates, DateEvidence(page, classes), settings) { [page] in
            // A part of the text tells the language as well as all of it.
            headline.text + "\n" + BodyBuilder.body(page, limit: 4000)
        }
        try settings.budget.check()
        let credits = CreditFinder(
            page: page, classes: classes, headline: headline, dateline: dateline, masthead: masthead, bare: bare, headEnd: headEnd)
        let byline = credits.byline()
        if let line = credits.closingLine(byline) { page.roles[line] = .removed(.byline) }
        let source = credits.source(byline)
        AuthorNote.remove(&page, author: byline?.text, source: source?.text)
        onDone(page)
        return Self.assemble(
            decoded, page, headline, dateline, decision, byline.map { CreditFinder.without(source?.text, $0) }, source, credits.url())
    }

    /// The lines of the authors' names, and those of their trade under them.
    private func removeAuthors(_ page: inout Page, _ classes: LineClassification, _ bare: BareByline?, top: Int, headEnd: Int) {
        for index in bare?.lines ?? [] { page.roles[index] = .removed(.byline) }
        if let bare { page.roles[bare.index] = .removed(.byline) }
        for index in top..<max(top, min(headEnd, page.roles.count)) {
            let isByline = index == bare?.index || classes.metadata[index]?.byline?.kind == .person
            if isByline, BareByline.isJob(page, index + 1) || BareByline.isAddress(page, index + 1) {
                page.roles[index + 1] = .removed(.byline)
            }
        }
    }

    private func headline(
        _ page: Page, _ classes: LineClassification, _ span: BodySpan, _ title: FieldOrigin.How?, _ owner: String?
    ) -> FoundHeadline? {
        guard let title, !page.lines.isEmpty else { return HeadlineFinder(page: page, classes: classes, span: span, owner: owner).find() }
        return FoundHeadline(text: HeadlineFinder.bounded(page.text(0)), index: 0, how: title)
    }

    private static func assemble(
        _ decoded: DecodedText, _ page: Page, _ headline: FoundHeadline, _ dateline: FoundDateline?, _ decision: DateDecision,
        _ byline: CreditFinder.Found?, _ source: CreditFinder.Found?, _ url: String?
    ) -> PageReading {
        let body = BodyBuilder.body(page)
        let language = language(headline.text, body)
        let number = { (index: Int) in page.lines[index].number.asInt }
        let provenance = ReadingProvenance(
            removed: BodyBuilder.removed(page),
            dates: decision.dates.prefix(ReadingProvenance.maximumEntries).map { date in
                DateCandidate(
                    line: number(date.index), raw: date.raw.cut(toBytes: 120), role: date.role, value: date.meaning?.value,
                    outcome: date.outcome, localTime: date.meaning?.localTime
                )
            },
            headline: FieldOrigin(line: number(headline.index), how: headline.how),
            byline: byline?.origin,
            source: source?.origin,
            language: language.map { _ in FieldOrigin(line: nil, how: .words) },
            dateline: dateline.map { Dateline(line: number($0.index), place: $0.place, agency: $0.agency) }
        )
        return PageReading(
            headline: headline.text, byline: byline?.text, source: source?.text, url: url,
            datePublished: decision.published, dateModified: decision.modified, dateStatus: decision.status,
            language: language, body: body,
            provenance: provenance,
            encoding: decoded.encoding, replacedBytes: decoded.replacedBytes, warnings: warnings(decoded, headline, body)
        )
    }

    private static func language(_ headline: String, _ body: String) -> String? {
        LanguageGuess.tag(headline + "\n" + body.cut(toBytes: 20_000))
    }

    private static func warnings(_ decoded: DecodedText, _ headline: FoundHeadline, _ body: String) -> [ReadingWarning] {
        var warnings = decoded.warnings
        if body.isEmpty { warnings.append(.noBody) }
        if headline.how == .firstLine { warnings.append(.headlineFromText) }
        return warnings
    }
}
