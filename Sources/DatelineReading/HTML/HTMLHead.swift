/// What a page says of itself in its head: titles, properties, links, and articles in JSON-LD.
struct HTMLHead {
    private(set) var title: String?
    /// The text of the `<h1>` elements; only a few are kept.
    private(set) var headings: [String] = []
    /// The first `<h2>` of several words.
    private(set) var subheading: String?
    /// The text of the element that holds the site's name.
    private(set) var brand: String?
    private(set) var language: String?
    private(set) var canonical: String?
    /// By name, property or itemprop in lower case; the first of a name counts.
    private(set) var properties: [String: String] = [:]
    /// `datetime` of `<time>` elements that say they are the publication's or the change's.
    private(set) var timePublished: String?
    private(set) var timeModified: String?
    /// `datetime` of the first `<time>` under the heading.
    private(set) var timeUnderHeading: String?
    /// Texts of JSON.
    private(set) var linkedData: [[UInt8]] = []
    /// Of repeated properties, such as several authors.
    private(set) var authors: [String] = []

    private static let mostHeadings = 8
    private static let mostProperties = 500
    private static let mostLinkedData = 32
    static let mostAuthors = 50
    private static let longestValue = 4096

    static func holdsLinkedData(_ attributes: [String: String]) -> Bool {
        attributes["type"]?.lowercased().prefixBefore(";") == "application/ld+json"
    }

    mutating func setTitle(_ text: ArraySlice<UInt8>) {
        title = Self.line(text, resolving: true)
    }

    mutating func addHeading(_ text: ArraySlice<UInt8>) {
        if headings.count < Self.mostHeadings, let text = Self.line(text, resolving: false) { headings.append(text) }
    }

    mutating func addSubheading(_ text: ArraySlice<UInt8>) {
        guard subheading == nil, text.count <= 400, let line = Self.line(text, resolving: false), line.split(separator: " ").count >= 3
        else { return }
        subheading = line
    }

    mutating func setBrand(_ text: ArraySlice<UInt8>) {
        if brand == nil, text.count <= 80 { brand = Self.line(text, resolving: false) }
    }

    /// - Parameter attributes: of a `<time>` element under the heading.
    mutating func addHeadTime(_ attributes: [String: String]) {
        timeUnderHeading = timeUnderHeading ?? attributes["datetime"]
    }

    mutating func addLinkedData(_ text: ArraySlice<UInt8>) {
        if linkedData.count < Self.mostLinkedData { linkedData.append(Array(text)) }
    }

    /// - Parameter name: of the element.
    mutating func add(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "html": language = language ?? attributes["lang"] ?? attributes["xml:lang"]
        case "link":
            if attributes["rel"]?.lowercased() == "canonical", canonical == nil { canonical = attributes["href"]?.trimmedSpaces }
        case "time": addTime(attributes)
        default: addProperty(attributes)
        }
    }

    private mutating func addTime(_ attributes: [String: String]) {
        guard let value = attributes["datetime"] else { return }
        switch attributes["itemprop"]?.lowercased() {
        case "datepublished": timePublished = timePublished ?? value
        case "datemodified": timeModified = timeModified ?? value
        case nil:
            let classes = attributes["class"]?.lowercased().split(separator: " ") ?? []
            if attributes["pubdate"] != nil || classes.contains("published") { timePublished = timePublished ?? value }
            if classes.contains("updated"), !classes.contains("published") { timeModified = timeModified ?? value }
        default: break
        }
    }

    /// A date for machines on any other element: `itemprop=datePublished content=…`, `<abbr class=published title=…>`.
    mutating func addMark(_ attributes: [String: String]) {
        if let name = attributes["itemprop"]?.lowercased(), let value = attributes["content"] ?? attributes["datetime"] {
            if name == "datepublished" { timePublished = timePublished ?? value }
            if name == "datemodified" { timeModified = timeModified ?? value }
        }
        guard let title = attributes["title"], title.utf8.count <= 40, let classes = attributes["class"]?.lowercased().split(separator: " ")
        else { return }
        if classes.contains(where: { $0 == "published" || $0 == "dt-published" }) { timePublished = timePublished ?? title }
        if classes.contains(where: { $0 == "updated" || $0 == "dt-updated" }) { timeModified = timeModified ?? title }
    }

    /// Values of properties whose name says in a word of its own that they hold such a date.
    func dates(_ label: MetadataLine.Label) -> [String] {
        properties.keys.sorted().filter { !$0.contains("publisher") && MetadataWords.label(Array($0.utf8)[...]) == label }
            .compactMap { properties[$0] }.filter { $0.utf8.count <= 60 && $0.utf8.contains(where: ByteText.isDigit) }
    }

    private mutating func addProperty(_ attributes: [String: String]) {
        guard let content = attributes["content"], content.utf8.count <= Self.longestValue, properties.count < Self.mostProperties,
            let value = Self.line(Array(content.utf8)[...], resolving: false)
        else { return }
        for kind in ["property", "name", "itemprop"] {
            guard let name = attributes[kind]?.lowercased() else { continue }
            if properties[name] == nil { properties[name] = value }
            let isAuthor = name == "author" || name == "article:author"
            if isAuthor, authors.count < Self.mostAuthors, !authors.contains(value) { authors.append(value) }
        }
    }

    private static func line(_ text: ArraySlice<UInt8>, resolving: Bool) -> String? {
        var bytes: [UInt8] = []
        if resolving { CharacterReferences.append(text, to: &bytes) } else { bytes = Array(text) }
        let words = TextDecoding.clean(String(decoding: bytes, as: UTF8.self)).text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// The first of these properties that is there.
    func property(_ names: String...) -> String? { names.lazy.compactMap { properties[$0] }.first }
}
