/// What a file's bytes come to, without any of it being stored.
public struct RawFile: Sendable {
    /// As ``ImportRecord/detectedType``.
    public var detectedType: String
    /// As the WHATWG Encoding Standard calls it, in lower case: `utf-8`, `utf-16le`, `windows-1252`.
    public var encoding: String?
    /// Bytes that were no text in the encoding and became U+FFFD.
    public var replacedBytes: Int
    /// Stable words, the gravest first.
    public var warnings: [String]
    /// Records that can't be taken; at most ``ImportFault/kept``.
    public var errors: [ImportFault]
    public var errorCount: Int
    /// In the order of the file.
    public var articles: [ImportedArticle]
    /// Of a file that is one article read out of something: where everything in the article came from.
    public var provenance: ReadingProvenance?
    /// The same of each article of another file that was read out of something, by ``ImportedArticle/recordNumber``.
    public var itemProvenance: [Int: ReadingProvenance]

    public init(
        detectedType: String, encoding: String?, replacedBytes: Int, warnings: [String], errors: [ImportFault], errorCount: Int,
        articles: [ImportedArticle], provenance: ReadingProvenance?, itemProvenance: [Int: ReadingProvenance] = [:]
    ) {
        self.detectedType = detectedType
        self.encoding = encoding
        self.replacedBytes = replacedBytes
        self.warnings = warnings
        self.errors = errors
        self.errorCount = errorCount
        self.articles = articles
        self.provenance = provenance
        self.itemProvenance = itemProvenance
    }
}

/// Why nothing of a file can be taken.
public struct RawFileRefusal: Hashable, Sendable {
    /// A stable word, as ``ImportRecord/reason``.
    public var reason: String
    /// A sentence for people.
    public var detail: String
    /// Where in the file, if it is one place.
    public var fault: ImportFault?

    public init(reason: String, detail: String, fault: ImportFault? = nil) {
        self.reason = reason
        self.detail = detail
        self.fault = fault
    }
}

public enum RawFileError: Error, Sendable {
    case unreadable(RawFileRefusal)
    /// How its source writes dates couldn't be asked for.
    case repository(RepositoryError)
}

/// Reads files as the watched folder does.
public protocol RawFileReading: Sendable {
    /// - Parameters:
    ///   - name: of the file, where it is known. It and the content type only hint: the content decides.
    ///   - contentType: `type/subtype` in lower case.
    func read(_ bytes: [UInt8], name: String?, contentType: String?) async throws(RawFileError) -> RawFile
}
