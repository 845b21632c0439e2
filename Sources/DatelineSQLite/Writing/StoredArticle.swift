import Crypto
import DatelineModels
import Foundation
import GRDB

/// An article's own columns, as a write compares and replaces them.
struct StoredArticle: Equatable, Sendable {
    var headline: String
    var body: String?
    var abstract: String?
    var byline: String?
    var source: String?
    var url: String?
    var urlKey: String?
    var language: String?
    var datePublished: PartialDate?
    var dateModified: PartialDate?
    var dateStatus: DateStatus
    var autolink: Bool

    init(_ draft: ArticleDraft) {
        headline = draft.headline
        body = draft.body
        abstract = draft.abstract
        byline = draft.byline
        source = draft.source
        url = draft.url?.text
        urlKey = draft.url?.key
        language = draft.language?.text
        datePublished = draft.datePublished
        dateModified = draft.dateModified
        dateStatus = draft.dateStatus
        autolink = draft.autolink
        var faults = Faults()
        // A draft made from a stored article doesn't carry the key.
        if urlKey == "", let url { urlKey = WebAddress(url, at: .pointer("/url"), into: &faults)?.key ?? url }
    }

    init?(_ db: Database, _ key: Int64) throws {
        guard let row = try db.row(Self.select, [key]) else { return nil }
        headline = row[0]
        body = row[1]
        abstract = row[2]
        byline = row[3]
        source = row[4]
        url = row[5]
        urlKey = row[6]
        language = row[7]
        datePublished = Self.date(precision: row[8], earliest: row[9])
        dateModified = Self.date(precision: row[10], earliest: row[11])
        dateStatus = DateStatus(rawValue: row[12]) ?? .unknown
        autolink = row[13]
    }

    /// With the other's values where this one has none.
    func filled(from other: Self) -> Self {
        var filled = self
        filled.body = body ?? other.body
        filled.abstract = abstract ?? other.abstract
        filled.byline = byline ?? other.byline
        filled.source = source ?? other.source
        if url == nil { (filled.url, filled.urlKey) = (other.url, other.urlKey) }
        filled.language = language ?? other.language
        if datePublished == nil { (filled.datePublished, filled.dateStatus) = (other.datePublished, other.dateStatus) }
        filled.dateModified = dateModified ?? other.dateModified
        return filled
    }

    private static let select = """
        SELECT article.headline, article_body.body, article.abstract, article.byline, article.source, article.url, article.url_key,
            article.language, article.date_precision, article.date_key, article.modified_precision, article.modified_earliest,
            article.date_status, article.autolink
        FROM article LEFT JOIN article_body ON article_body.article_key = article.article_key
        WHERE article.article_key = ?
        """

    private static func date(precision: Int?, earliest: Int64?) -> PartialDate? {
        guard let precision = precision.flatMap(PartialDate.Precision.init(rawValue:)), let earliest else { return nil }
        return PartialDate(containing: earliest, precision: precision)
    }

    var dateKey: Int64 { Codec.key(datePublished) }

    var wordCount: Int {
        Self.countWords(headline) + (body.map(Self.countWords) ?? 0)
    }

    /// As many as ``TextQuery/words(of:)`` gives.
    private static func countWords(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var count = 0
            var isInWord = false
            var index = 0
            while index < bytes.count {
                if bytes[index] < 0x80 {
                    let belongs = isWordByte(bytes[index])
                    // Without a branch, which would be guessed wrong at each end of a word.
                    count &+= belongs && !isInWord ? 1 : 0
                    isInWord = belongs
                    index += 1
                    continue
                }
                let start = index
                while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
                for scalar in String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars {
                    let belongs = TextQuery.isWordScalar(scalar)
                    if belongs, !isInWord { count += 1 }
                    isInWord = belongs
                }
            }
            return count
        }
    }

    /// As ``TextQuery/isWordScalar(_:)`` has it, at a tenth of the cost of a call into another module.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    /// SHA-256 of headline, newline and body.
    var contentHash: Data {
        var hash = SHA256()
        update(&hash, headline)
        update(&hash, "\n")
        if let body { update(&hash, body) }
        return Data(hash.finalize())
    }

    private func update(_ hash: inout SHA256, _ text: String) {
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }

    /// Byte for byte; `==` of `String` would take differently composed letters for the same.
    static func == (left: Self, right: Self) -> Bool {
        func same(_ left: String?, _ right: String?) -> Bool {
            switch (left, right) {
            case (nil, nil): true
            case (let left?, let right?): left.utf8.elementsEqual(right.utf8)
            default: false
            }
        }
        return left.hasSameText(as: right) && same(left.abstract, right.abstract) && same(left.byline, right.byline)
            && same(left.source, right.source) && same(left.url, right.url) && same(left.urlKey, right.urlKey)
            && same(left.language, right.language) && left.datePublished == right.datePublished
            && left.dateModified == right.dateModified && left.dateStatus == right.dateStatus && left.autolink == right.autolink
    }

    /// Whether headline and body are the same, byte for byte.
    func hasSameText(as other: Self) -> Bool {
        headline.utf8.elementsEqual(other.headline.utf8) && (body == nil) == (other.body == nil)
            && (body ?? "").utf8.elementsEqual((other.body ?? "").utf8)
    }
}
