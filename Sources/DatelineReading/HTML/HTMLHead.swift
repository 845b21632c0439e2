/// What a page says of itself in its head, and in attributes meant for machines: titles, properties, links, JSON-LD. Dates and authors in
/// attributes of the body are ``HTMLDocument/times`` and ``HTMLDocument/captures``.
struct HTMLHead {
    private(set) var title: String?
    private(set) var language: String?
    private(set) var canonical: String?
    /// By name, property or itemprop in lower case; the first of a name counts.
    private(set) var properties: [String: String] = [:]
    /// Texts of JSON.
    private(set) var linkedData: [[UInt8]] = []
    /// Of repeated properties, such as several authors.
    private(set) var authors: [String] = []
    /// Titles of the feeds that the page names.
    private(set) var feeds: [String] = []

    private static let mostProperties = 500
    private static let mostLinkedData = 32
    private static let mostFeeds = 4
    static let mostAuthors = 50
    private static let longestValue = 4096

    static func holdsLinkedData(_ attributes: [String: String]) -> Bool {
        attributes["type"]?.lowercased().prefixBefore(";") == "application/ld+json"
    }

    mutating func setTitle(_ text: ArraySlice<UInt8>) {
        var bytes: [UInt8] = []
        CharacterReferences.append(text, to: &bytes)
        title = Self.line(bytes[...])
    }

    mutating func addLinkedData(_ text: ArraySlice<UInt8>) {
        if linkedData.count < Self.mostLinkedData { linkedData.append(Array(text)) }
    }

    /// - Parameter name: of the element.
    mutating func add(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "html": language = language ?? attributes["lang"] ?? attributes["xml:lang"]
        case "link": addLink(attributes)
        default: addProperty(attributes)
        }
    }

    private mutating func addLink(_ attributes: [String: String]) {
        switch attributes["rel"]?.lowercased() {
        case "canonical": canonical = canonical ?? attributes["href"]?.trimmedSpaces
        case "alternate":
            guard let type = attributes["type"]?.lowercased(), type.holds("rss") || type.holds("atom"),
                let title = attributes["title"].flatMap({ Self.line(Array($0.utf8)[...]) }), feeds.count < Self.mostFeeds
            else { return }
            feeds.append(title)
        default: addProperty(attributes)
        }
    }

    /// Of `<meta>`, or of any element that holds a property with a value of its own.
    private mutating func addProperty(_ attributes: [String: String]) {
        guard let content = attributes["content"] ?? attributes["datetime"], content.utf8.count <= Self.longestValue,
            properties.count < Self.mostProperties, let value = Self.line(Array(content.utf8)[...])
        else { return }
        for kind in ["property", "name", "itemprop"] {
            guard var name = attributes[kind]?.lowercased().trimmedSpaces, !name.isEmpty else { continue }
            if name.hasPrefix("schema:") { name = String(name.dropFirst("schema:".count)) }
            if name.hasPrefix("dc:") || name.hasPrefix("dcterms:") { name = name.replacingPhrase(":", with: ".") }
            if properties[name] == nil { properties[name] = value }
            if Self.authorNames.contains(name), authors.count < Self.mostAuthors, !authors.contains(value) { authors.append(value) }
        }
    }

    private static let authorNames: Set<String> = ["author", "article:author", "citation_author", "og:article:author", "dc.creator"]

    static func line(_ text: ArraySlice<UInt8>) -> String? {
        let words = TextDecoding.clean(ByteText.string(text)).text.whiteSpacedWords
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// The first of these properties that is there.
    func property(_ names: [String]) -> String? { names.lazy.compactMap { properties[$0] }.first }

    /// All that are there, in this order.
    func all(_ names: [String]) -> [String] { names.compactMap { properties[$0] } }
}
