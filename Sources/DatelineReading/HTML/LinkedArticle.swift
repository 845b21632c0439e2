import DatelineJSON

/// An article that a page describes in JSON-LD, with the vocabulary of schema.org.
struct LinkedArticle {
    private(set) var headline: String?
    private(set) var body: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var url: String?

    private static let deepest = 6
    private static let most = 50

    /// All articles in a text of JSON-LD; nil where it can't be read.
    static func all(in text: [UInt8]) -> [LinkedArticle]? {
        guard let value = try? JSONReader.read(bare(text)) else { return nil }
        var found: [LinkedArticle] = []
        collect(value, depth: 0, into: &found)
        return found
    }

    /// Some wrap it in a comment or a CDATA section, as scripts once had to be.
    private static func bare(_ text: [UInt8]) -> ArraySlice<UInt8> {
        let first = text.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? 0
        let last = text.lastIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") } ?? text.count - 1
        guard first <= last else { return text[...] }
        let before = String(decoding: text[..<first].filter { $0 > 0x20 }, as: UTF8.self)
        // The bracket of `<![CDATA[` isn't that of an array.
        guard ["", "<!--", "//<!--"].contains(before) else {
            let brace = text.firstIndex(of: UInt8(ascii: "{")) ?? first
            let end = text.lastIndex(of: UInt8(ascii: "}")) ?? last
            return brace <= end ? text[brace...end] : text[...]
        }
        return text[first...last]
    }

    private static func collect(_ value: JSONValue, depth: Int, into found: inout [LinkedArticle]) {
        guard depth <= deepest, found.count < most else { return }
        switch value {
        case .array(let values): for value in values { collect(value, depth: depth + 1, into: &found) }
        case .object(let object):
            if isArticle(object["@type"]) { found.append(LinkedArticle(object)) }
            for name in ["@graph", "mainEntity", "itemListElement", "item"] {
                if let inner = object[name] { collect(inner, depth: depth + 1, into: &found) }
            }
        default: break
        }
    }

    /// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting` and the like.
    private static func isArticle(_ type: JSONValue?) -> Bool {
        switch type {
        case .string(let name)?: name.hasSuffix("Article") || name.hasSuffix("Posting")
        case .array(let names)?: names.contains { isArticle($0) }
        default: false
        }
    }

    private init(_ object: JSONObject) {
        headline = Self.text(object["headline"]) ?? Self.text(object["name"])
        body = Self.text(object["articleBody"])
        authors = Self.names(object["author"]).isEmpty ? Self.names(object["creator"]) : Self.names(object["author"])
        publisher = Self.names(object["publisher"]).first
        published = Self.text(object["datePublished"])
        modified = Self.text(object["dateModified"])
        url = Self.text(object["url"])
        if url == nil, case .object(let page)? = object["mainEntityOfPage"] { url = Self.text(page["@id"]) }
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard case .string(let text)? = value else { return nil }
        let resolved = CharacterReferences.resolved(text).trimmedSpaces
        return resolved.isEmpty ? nil : resolved
    }

    /// Of a person or organization, or several.
    private static func names(_ value: JSONValue?) -> [String] {
        switch value {
        case .string?: text(value).map { [$0] } ?? []
        case .array(let values)?: values.prefix(most).flatMap { names($0) }
        case .object(let object)?: names(object["name"])
        default: []
        }
    }
}
