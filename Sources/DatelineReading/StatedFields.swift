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
    /// Whether a time without a zone was met, which the habits of the source would make an instant.
    public var needsZone = false

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
    }
}

extension StatedFields {
    /// Takes dates from fields meant for them; one that can't be used is left out, with a warning.
    public mutating func setDates(
        published: String?, modified: String?, zone: (any LocalTimeResolving)?, order: DateOrder?, notAfter: Int64?
    ) {
        datePublished = take(published, "datePublished", zone, order, notAfter)
        dateModified = take(modified, "dateModified", zone, order, notAfter)
        dateStatus = datePublished == nil ? .unknown : .stated
        if let changed = dateModified, let day = datePublished, changed == day || changed.latest <= day.earliest { dateModified = nil }
    }

    private mutating func take(
        _ text: String?, _ name: String, _ zone: (any LocalTimeResolving)?, _ order: DateOrder?, _ notAfter: Int64?
    ) -> PartialDate? {
        guard let text else { return nil }
        let date = StatedDate(text, zone: zone, order: order, notAfter: notAfter, language: language)
        if date.problem != nil { warnings.append("dropped-\(name)") }
        if date.needsZone { needsZone = true }
        return date.value
    }
}
