public import HTTPTypes

/// A media type (RFC 9110 §8.3.1): lower-case names, and the character encoding if one was named.
public struct ContentType: Hashable, Sendable, CustomStringConvertible {
    public let type: String
    public let subtype: String
    /// In lower case, as `utf-8`.
    public let charset: String?

    /// - Parameter text: `type/subtype`, which the caller knows to be well formed.
    init(known text: StaticString, charset: String? = nil) {
        let parts = text.description.split(separator: "/", maxSplits: 1)
        type = String(parts[0])
        subtype = String(parts[parts.count - 1])
        self.charset = charset
    }

    public var description: String {
        charset.map { "\(type)/\(subtype); charset=\($0)" } ?? "\(type)/\(subtype)"
    }

    /// Whether type and subtype are the same, whatever the character encoding.
    public func isSameType(as other: ContentType) -> Bool {
        type == other.type && subtype == other.subtype
    }

    public static let json = ContentType(known: "application/json")
    public static let mergePatch = ContentType(known: "application/merge-patch+json")
    public static let ndjson = ContentType(known: "application/x-ndjson")
    public static let problem = ContentType(known: "application/problem+json")
    public static let linkedData = ContentType(known: "application/ld+json")
    public static let jsonFeed = ContentType(known: "application/feed+json")
    public static let atom = ContentType(known: "application/atom+xml")
    public static let rss = ContentType(known: "application/rss+xml")
    public static let applicationXML = ContentType(known: "application/xml")
    public static let xml = ContentType(known: "text/xml")
    public static let html = ContentType(known: "text/html")
    public static let plainText = ContentType(known: "text/plain")
    public static let plainTextUTF8 = ContentType(known: "text/plain", charset: "utf-8")
    public static let markdown = ContentType(known: "text/markdown")
    public static let calendar = ContentType(known: "text/calendar", charset: "utf-8")
    public static let eventStream = ContentType(known: "text/event-stream")
    public static let yaml = ContentType(known: "application/yaml")
    private static let form = ContentType(known: "application/x-www-form-urlencoded")
    public static let octetStream = ContentType(known: "application/octet-stream")
}

extension ContentType {
    /// Reads the value of a `Content-Type` field; nil unless it is one well-formed media type.
    public init?(_ text: String) {
        guard text.utf8.count <= 1_000 else { return nil }
        var pieces = Self.split(text, at: UInt8(ascii: ";"))[...]
        let name = pieces.popFirst() ?? ""
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy(\.isToken) else { return nil }
        var charset: String?
        for piece in pieces where !piece.isEmpty {
            guard let equals = piece.firstIndex(of: "="), piece[..<equals].isToken else { return nil }
            guard piece[..<equals].lowercased() == "charset" else { continue }
            var value = piece[piece.index(after: equals)...]
            if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
            guard value.isToken, charset == nil else { return nil }
            charset = value.lowercased()
        }
        type = parts[0].lowercased()
        subtype = parts[1].lowercased()
        self.charset = charset
    }

    /// Splits outside quoted strings; each piece without the white space around it.
    static func split(_ text: String, at separator: UInt8) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        var isEscaped = false
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == separator {
                pieces.append(text[start..<index].trimmed)
                start = text.utf8.index(after: index)
            }
        }
        pieces.append(text[start...].trimmed)
        return pieces
    }

    /// Demands a content type of the list, in UTF-8, with no content coding (RFC 9110 §8.4).
    /// - Parameters:
    ///   - types: the first one is what the client is told to send.
    ///   - charsets: the encodings that may be named.
    ///   - substitute: what counts where nobody has named a type: there is none, or it is that of a form, which `curl` sends unasked.
    /// - Throws: 415.
    public static func required(
        in headers: HTTPFields, oneOf types: [ContentType], charsets: Set<String> = ["utf-8"], otherwise substitute: ContentType? = nil
    ) throws(Problem) -> ContentType {
        let names = types.map { "\($0.type)/\($0.subtype)" }.joined(separator: ", ")
        if let coding = headers[.contentEncoding], coding.lowercased() != "identity" {
            throw Problem(.unsupportedMediaType, "The content must be sent without a content coding.")
        }
        let isUnnamed = headers[.contentType].map { ContentType($0)?.isSameType(as: form) == true } ?? true
        if isUnnamed, let substitute { return substitute }
        guard let text = headers[.contentType] else {
            throw Problem(.unsupportedMediaType, "Content-Type is missing; accepted here: \(names).")
        }
        guard let type = ContentType(text), types.contains(where: { $0.isSameType(as: type) }) else {
            throw Problem(.unsupportedMediaType, "The content type is not accepted here; accepted: \(names).")
        }
        guard type.charset.map(charsets.contains) ?? true else {
            throw Problem(
                .unsupportedMediaType,
                "The content's encoding is not accepted here; accepted: \(charsets.sorted().joined(separator: ", ")).")
        }
        return type
    }
}

extension StringProtocol {
    /// RFC 9110 §5.6.2.
    var isToken: Bool {
        !isEmpty && utf8.allSatisfy(\.isTokenByte)
    }
}

extension UInt8 {
    var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}

extension Substring {
    /// Without spaces and tabs at both ends.
    var trimmed: Substring {
        let utf8 = self.utf8
        guard let first = utf8.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
            let last = utf8.lastIndex(where: { $0 != 0x20 && $0 != 0x09 })
        else { return self[endIndex...] }
        return self[first..<utf8.index(after: last)]
    }
}
