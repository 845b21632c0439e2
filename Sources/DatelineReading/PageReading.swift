public import DatelineModels

/// What was read from a page.
public struct PageReading: Hashable, Sendable {
    /// Never empty; at most 1000 code points.
    public let headline: String
    /// Who wrote it: names as printed, without "By". Credits of another kind keep their words ("Prepared by …").
    public let byline: String?
    /// The outlet that published it.
    public let source: String?
    /// Only where the page itself states its address.
    public let url: String?
    public let datePublished: PartialDate?
    public let dateModified: PartialDate?
    /// How ``datePublished`` is known.
    public let dateStatus: DateStatus
    /// BCP 47; nil where the text is too short or fits no known language.
    public let language: String?
    /// Paragraphs with one blank line between them; empty where the page has a headline only.
    public let body: String
    public let provenance: ReadingProvenance
    /// As in ``DecodedText/encoding``.
    public let encoding: String
    /// As in ``DecodedText/replacedBytes``.
    public let replacedBytes: Int
    public let warnings: [ReadingWarning]
}

/// Something about the text that was put right or looks odd.
public enum ReadingWarning: String, Hashable, Sendable, CaseIterable {
    case replacedBytes = "replaced-bytes"
    case removedNULs = "removed-nuls"
    case removedControls = "removed-controls"
    case oddUnicode = "odd-unicode"
    case truncated = "truncated"
    case noBody = "no-body"
    case headlineFromText = "headline-from-text"
}
