import Crypto
import DatelineModels
import Foundation

/// What a file said of an article when it was last imported: a hash for each field, by which is told what clients changed since.
struct ImportBase: Sendable, Equatable {
    /// In the order in which they stand in `article_import.base`; named as in the article's JSON form.
    enum Field: Int, CaseIterable, Sendable {
        case headline, body, abstract, byline, source, url, language
        /// With `dateStatus`.
        case datePublished
        case dateModified, tags, mentions, events

        /// Those that aren't columns of the article.
        static let lists: [Field] = [.tags, .mentions, .events]

        var name: String { String(describing: self) }
    }

    private var hashes: [UInt64]

    /// Of nothing at all.
    init() {
        hashes = Array(repeating: 0, count: Field.allCases.count)
    }

    /// Mentions and events can be told only within a transaction.
    init(_ stored: StoredArticle, tags: [TagName]) {
        self.init()
        for field in Field.allCases { self[field] = Self.hash(of: field, stored) }
        self[.tags] = Self.hash(ofTags: tags.map(\.folded))
    }

    /// nil unless of the length that is written.
    init?(blob: [UInt8]) {
        guard blob.count == Field.allCases.count * 8 else { return nil }
        hashes = stride(from: 0, to: blob.count, by: 8).map { Self.integer(blob[$0..<($0 + 8)]) }
    }

    var blob: Data {
        hashes.map(\.bigEndian).withUnsafeBytes { Data($0) }
    }

    /// 0: it stated nothing.
    subscript(field: Field) -> UInt64 {
        get { hashes[field.rawValue] }
        set { hashes[field.rawValue] = newValue }
    }

    // MARK: Hashes

    /// 0 for lists, which aren't columns of the article.
    static func hash(of field: Field, _ stored: StoredArticle) -> UInt64 {
        switch field {
        case .headline: hash(stored.headline)
        case .body: hash(stored.body)
        case .abstract: hash(stored.abstract)
        case .byline: hash(stored.byline)
        case .source: hash(stored.source)
        case .url: hash(stored.url)
        case .language: hash(stored.language)
        case .datePublished:
            stored.datePublished.map { hash("\($0.precision.rawValue) \($0.earliest) \(stored.dateStatus.rawValue)") } ?? 0
        case .dateModified: stored.dateModified.map { hash("\($0.precision.rawValue) \($0.earliest)") } ?? 0
        case .tags, .mentions, .events: 0
        }
    }

    static func hash(ofTags folded: [String]) -> UInt64 {
        folded.isEmpty ? 0 : hash(folded.sorted { FoldedOrder.precedes($0, $1) }.joined(separator: "\0"))
    }

    static func hash(ofKeys keys: Set<Int64>) -> UInt64 {
        keys.isEmpty ? 0 : hash(keys.sorted().map { String($0) }.joined(separator: " "))
    }

    private static func hash(_ text: String?) -> UInt64 {
        guard var text else { return 0 }
        var hash = SHA256()
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        let first = integer(hash.finalize().prefix(8))
        // 0 is for nothing.
        return first == 0 ? 1 : first
    }

    private static func integer(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
