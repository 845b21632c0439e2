/// A moment that an element gives in digits for machines.
struct HTMLTime {
    enum Kind {
        case published, modified, unsaid
        /// Of something that is told of: when a concert begins, until when an offer holds.
        case other
    }

    let value: String
    let kind: Kind
    let line: Int
    let node: Int
    /// Within a link: other articles are told with their dates.
    let isLink: Bool

    /// - Parameter attributes: of a `<time>`, of an `<abbr>` as hAtom had it, or of an element with a property for machines.
    init?(_ attributes: [String: String], line: Int, node: Int, isLink: Bool) {
        let classes = Set(attributes["class"]?.lowercased().spacedWords.map(String.init) ?? [])
        let isDated = !classes.isDisjoint(with: ["published", "updated", "dtstart", "value-title"])
        guard let value = attributes["datetime"] ?? attributes["content"] ?? (isDated ? attributes["title"] : nil) else { return nil }
        self.value = value
        self.line = line
        self.node = node
        self.isLink = isLink
        let properties = Self.properties(attributes)
        if !properties.isDisjoint(with: Self.publishedProperties) {
            kind = .published
        } else if !properties.isDisjoint(with: Self.modifiedProperties) {
            kind = .modified
        } else if !properties.isDisjoint(with: Self.otherProperties) {
            kind = .other
        } else if !properties.isEmpty {
            kind = .unsaid
        } else if attributes["pubdate"] != nil || !classes.isDisjoint(with: Self.publishedClasses) {
            kind = .published
        } else if !classes.isDisjoint(with: Self.otherClasses) {
            kind = .other
        } else {
            kind = classes.isDisjoint(with: Self.modifiedClasses) ? .unsaid : .modified
        }
    }

    /// Whether the attributes give the day of publication or change by a property of schema.org.
    static func isStated(_ attributes: [String: String]) -> Bool {
        let properties = schemaProperties(attributes)
        return !properties.isDisjoint(with: publishedProperties) || !properties.isDisjoint(with: modifiedProperties)
    }

    /// Whether the attributes name an author by such a property.
    static func namesAuthor(_ attributes: [String: String]) -> Bool { schemaProperties(attributes).contains("author") }

    /// What other vocabularies have in `property` is the page's wherever it stands: `article:author`.
    private static func schemaProperties(_ attributes: [String: String]) -> Set<String> {
        guard attributes["itemprop"] == nil, let name = attributes["property"]?.lowercased(), name.holds(":"), !name.hasPrefix("schema:")
        else { return properties(attributes) }
        return []
    }

    /// In lower case, without their vocabulary.
    private static func properties(_ attributes: [String: String]) -> Set<String> {
        guard let names = attributes["itemprop"] ?? attributes["property"] else { return [] }
        return Set(names.lowercased().spacedWords.compactMap { $0.split(separator: ":").last.map(String.init) })
    }

    private static let publishedProperties: Set<String> = ["datepublished", "pubdate", "datecreated"]
    private static let modifiedProperties: Set<String> = ["datemodified"]
    private static let otherProperties: Set<String> = [
        "startdate", "enddate", "doortime", "validfrom", "validthrough", "validuntil", "expires", "birthdate", "deathdate", "foundingdate",
        "previousstartdate", "availabilitystarts", "availabilityends", "releasedate",
    ]
    private static let publishedClasses: Set<String> = [
        "published", "dt-published", "pubdate", "published-date", "publish-date", "post-date",
    ]
    private static let modifiedClasses: Set<String> = [
        "updated", "dt-updated", "modified", "updated-date", "modified-date", "last-updated",
    ]
    private static let otherClasses: Set<String> = ["dtstart", "dtend", "dt-start", "dt-end"]
}
