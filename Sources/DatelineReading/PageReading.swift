public import DatelineModels

/// What was read from a page.
public struct PageReading: Hashable, Sendable {
    /// Never empty; at most 1000 code points.
    public internal(set) var headline: String
    /// Who wrote it: names as printed, without "By". Credits of another kind keep their words ("Prepared by …").
    public internal(set) var byline: String?
    /// The outlet that published it.
    public internal(set) var source: String?
    /// Only where the page itself states its address.
    public internal(set) var url: String?
    public internal(set) var datePublished: PartialDate?
    public internal(set) var dateModified: PartialDate?
    /// How ``datePublished`` is known.
    public internal(set) var dateStatus: DateStatus
    /// BCP 47; nil where the text is too short or fits no known language.
    public internal(set) var language: String?
    /// Paragraphs with one blank line between them; empty where the page has a headline only.
    public internal(set) var body: String
    /// Only where the document states it apart from the body.
    public internal(set) var abstract: String?
    /// An identifier that the document gives.
    public internal(set) var key: String?
    public internal(set) var tags: [String] = []
    public internal(set) var provenance: ReadingProvenance
    /// As in ``DecodedText/encoding``.
    public internal(set) var encoding: String
    /// As in ``DecodedText/replacedBytes``.
    public internal(set) var replacedBytes: Int
    public internal(set) var warnings: [ReadingWarning]
}

/// Something about the text that was put right or looks odd.
public enum ReadingWarning: String, Hashable, Sendable, CaseIterable {
    case suspectedMojibake = "suspected-mojibake"
    case replacedBytes = "replaced-bytes"
    case removedNULs = "removed-nuls"
    case removedControls = "removed-controls"
    case oddUnicode = "odd-unicode"
    case truncated = "truncated"
    /// A comment, tag or element that never ends.
    case unclosedMarkup = "unclosed-markup"
    /// JSON-LD that isn't JSON, or front matter beyond what is read.
    case unreadableData = "unreadable-metadata"
    case noBody = "no-body"
    case headlineFromText = "headline-from-text"
}
