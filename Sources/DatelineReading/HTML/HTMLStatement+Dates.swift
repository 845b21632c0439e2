import DatelineModels

// When a page states that its article was published and changed.
extension HTMLStatement {
    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
        "schema:datepublished",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.issued", "citation_publication_date",
        "citation_online_date",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "cxenseparse:recs:articlepublishtime", "publish-date", "publish_date",
        "publishdate",
        "publication_date", "publication-date", "pubdate", "pub_date", "publicationdate", "originalpublicationdate", "displaydate",
        "article_date_original",
        "rnews:datepublished", "bt:pubdate", "iso-8601-publish-date", "article.published", "article.created", "dc.date.published",
        "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
        "citation_date", "date", "datecreated", "article:created_time", "og:article:created_time", "og:pubdate",
    ]
    private static let modifiedNames = [
        "article:modified_time", "og:article:modified_time", "og:modified_time", "og:updated_time", "article:modified", "datemodified",
        "schema:datemodified",
        "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "last_modified", "revised", "article.updated",
        "article:updated_time",
        "dateupdated", "updated",
    ]

    /// - Parameter reasons: why lines of the document are left out.
    mutating func findDates(_ reasons: [RemovalReason?]) {
        let head = document.head
        let items = HTMLItems(document, reasons, headline: headlineLine)
        let shown = underHeading(reasons)
        published = [article?.kind == .page ? nil : article?.published].compactMap(\.self)
        published += head.all(Self.publishedNames)
        published += nearest(.published, items)
        published += (shown.filter { $0.label == .published } + shown.filter { $0.label == .none }).prefix(1).map(\.value)
        modified = [article?.kind == .page ? nil : article?.modified].compactMap(\.self)
        modified += head.all(Self.modifiedNames)
        modified += nearest(.modified, items)
        modified += shown.filter { $0.label == .modified }.prefix(1).map(\.value)
    }

    /// The value of the time of a kind that stands nearest to the article, the first of equals.
    private func nearest(_ kind: HTMLTime.Kind, _ items: HTMLItems) -> [String] {
        let placed = document.times.lazy.filter { $0.kind == kind }.compactMap { time in
            items.place(line: time.line, node: time.node).map { (time.value, $0) }
        }
        return placed.min { $0.1 < $1.1 }.map { [$0.0] } ?? []
    }

    /// Dates that are printed under the headline count where nothing else is stated, and those of the page itself, which may be the
    /// template's, come last.
    /// - Parameter credits: nil where the text says otherwise.
    mutating func add(_ credits: HTMLCredits?) {
        let page = graph.articles.first { $0.kind == .page }
        published += credits?.published.prefix(1) ?? []
        published += [page?.published].compactMap(\.self)
        modified += [page?.modified].compactMap(\.self)
        modified += credits?.modified.suffix(1) ?? []
        if modified.isEmpty { modified += changeOfPage.map { [$0] } ?? [] }
    }

    private static let changeLines = 80
    private static let changes = [
        "page last updated", "this page was last updated", "this page was last modified", "page last modified", "page updated",
        "content last updated", "seite zuletzt aktualisiert", "dernière mise à jour de la page", "última actualización de la página",
        "pagina laatst bijgewerkt", "ultimo aggiornamento della pagina",
    ]

    /// "Page last updated: 14 February 2024", wherever it stands.
    private var changeOfPage: String? {
        for line in document.lines.suffix(Self.changeLines) where line.size <= 90 {
            let bytes = DigitNormaliser.ascii(document.layout.bytes[line.line.range])
            guard bytes.contains(where: ByteText.isDigit), case let text = ByteText.string(bytes[...]).lowercased(),
                Self.changes.contains(where: text.hasPrefix)
            else { continue }
            let dates = DateFinder(bytes, in: 0..<bytes.count).find(limit: 2)
            if dates.count == 1 { return ByteText.string(bytes[dates[0].range]) }
        }
        return nil
    }

    /// Of times that say nothing of themselves, and stand between the headline and the text.
    private func underHeading(_ reasons: [RemovalReason?]) -> [(value: String, label: MetadataLine.Label)] {
        guard let start = headlineLine else { return [] }
        let firstProse =
            reasons.indices.first { $0 > start && reasons[$0] == nil && HTMLMeasures.prose(document.lines[$0]) >= 120 } ?? reasons.count
        let near = document.times.lazy.filter { time in
            time.kind == .unsaid && !time.isLink && time.line > start && time.line < firstProse && reasons[time.line] == nil
        }.prefix(Self.mostTimes).map(\.self)
        return near.indices.map { index in
            let place = near[..<index].count { $0.line == near[index].line }
            let label = label(of: place, inLine: near[index].line)
            let isOfEvent = EventLabels.areBeside(near[index].line, label, of: document.lines.count) {
                document.layout.bytes[document.lines[$0].line.range]
            }
            return (near[index].value, isOfEvent ? .other : label)
        }
    }

    private static let mostTimes = 6

    /// What the text before a date says, in its line or in the one before: "Last updated 15 March 2022".
    /// - Parameter place: which of the times of the line it is.
    private func label(of place: Int, inLine index: Int) -> MetadataLine.Label {
        guard index < document.lines.count else { return .none }
        let line = DigitNormaliser.ascii(document.layout.bytes[document.lines[index].line.range].prefix(LineKey.maximumBytes))
        let dates = DateFinder(line, in: 0..<line.count).find(limit: Self.mostTimes)
        guard place < max(1, dates.count) else { return .none }
        let start = place == 0 ? 0 : dates[place - 1].range.upperBound
        let before = line[start..<(dates.isEmpty ? line.count : dates[place].range.lowerBound)]
        if !before.isEmpty || place > 0 || index == 0 { return MetadataWords.label(before) }
        return HTMLCredits.label(document.layout.bytes[document.lines[index - 1].line.range])
    }
}
