public import DatelineModels

/// What a document says of one article in so many words; unchecked, but decoded and cleaned.
public struct StatedFields: Hashable, Sendable {
    public var headline: String?
    public var body: String?
    public var abstract: String?
    public var byline: String?
    public var source: String?
    public var url: String?
    /// An identifier other than the URL.
    public var key: String?
    public var language: String?
    public var tags: [String] = []
    public var datePublished: PartialDate?
    public var dateModified: PartialDate?
    public var dateStatus = DateStatus.unknown
    /// Stable words.
    public var warnings: [String] = []
    /// Where each of them came from.
    public var provenance = ReadingProvenance()
    /// Whether a time without a zone was met, which the habits of the source would make an instant, or a day such as 04/05/2024, which
    /// they may make another one.
    public var needsHabits = false

    public init() {}

    /// Of a page that was read.
    public init(_ reading: PageReading) {
        headline = reading.headline
        body = reading.body
        abstract = reading.abstract
        byline = reading.byline
        source = reading.source
        url = reading.url
        key = reading.key
        language = reading.language
        tags = reading.tags
        datePublished = reading.datePublished
        dateModified = reading.dateModified
        dateStatus = reading.dateStatus
        warnings = reading.warnings.map(\.rawValue)
        provenance = reading.provenance
    }
}

extension StatedFields {
    /// Takes dates from fields meant for them; one that can't be used is left out, with a warning.
    public mutating func setDates(
        published: String?, modified: String?, zone: (any LocalTimeResolving)?, order: DateOrder?, notAfter: Int64?
    ) {
        func stated(_ text: String) -> StatedDate { StatedDate(text, zone: zone, order: order, notAfter: notAfter, language: language) }
        if let published {
            let date = stated(published)
            datePublished = take(date, "datePublished")
            tell(date, published, .published, date.problem ?? .published)
        }
        dateStatus = datePublished == nil ? .unknown : .stated
        guard let modified else { return }
        let date = stated(modified)
        dateModified = take(date, "dateModified")
        var outcome = date.problem ?? .modified
        if let changed = dateModified, let day = datePublished, changed == day || changed.latest <= day.earliest {
            dateModified = nil
            outcome = changed == day ? .agrees : .beforePublication
        }
        tell(date, modified, .modified, outcome)
    }

    private mutating func take(_ date: StatedDate, _ name: String) -> PartialDate? {
        if date.problem != nil { warnings.append("dropped-\(name)") }
        if date.needsHabits { needsHabits = true }
        return date.value
    }

    private mutating func tell(_ date: StatedDate, _ text: String, _ role: DateRole, _ outcome: DateOutcome) {
        provenance.dates.append(
            DateCandidate(
                line: nil, raw: text.cut(toBytes: 120), role: role, value: date.value, outcome: outcome, localTime: date.localTime))
    }

    /// Tells of what is there by now that a field meant for it said so.
    public mutating func noteFields() {
        let field = FieldOrigin(line: nil, how: .field)
        let isFromText = warnings.contains(ReadingWarning.headlineFromText.rawValue)
        provenance.headline = headline.map { _ in isFromText ? FieldOrigin(line: nil, how: .firstLine) : field }
        provenance.byline = byline.map { _ in field }
        provenance.source = source.map { _ in field }
        provenance.language = language.map { _ in field }
        provenance.body = body.map { _ in field }
    }
}
