/// An element of a page, as far as it matters which lines lie in it.
struct HTMLNode {
    /// Index of the element that it lies in; smaller than its own.
    let parent: Int
    let name: String
    /// What it is by its name, role, or class; its class may be wrong.
    let part: HTMLPart?
    /// The same for elements of one name and class.
    let signature: Int
    /// The lines in it.
    let firstLine: Int
    var endLine: Int
    /// Text flows around it.
    let isFloat: Bool
    /// Its class calls it a quotation that is set large.
    let isPullQuote: Bool
    /// Its class or property says that it holds the text of the article.
    let isBody: Bool
    var hasForm = false
    var hasImage = false

    var lines: Range<Int> { firstLine..<max(firstLine, endLine) }
}

/// A part of the page that holds no article, as a rule.
enum HTMLPart: String {
    case navigation = "nav"
    case footer, aside, form
    /// By its style, or an attribute.
    case hidden
    case caption
    /// By what its class says.
    case comments, related, share, newsletter, cookie, advertisement, tags, author
}

/// A text that an element calls its own by class or property: the author's name, a headline, the site's name.
struct HTMLCapture {
    enum Kind {
        case author, headline, brand
    }

    let kind: Kind
    let text: String
    /// The line in which it begins.
    let line: Int
    let node: Int
    /// The element says it by a property or a link made for it, not by a class that may mean anything.
    let isSure: Bool
}

/// A heading that the page shows.
struct HTMLHeading {
    /// 1–6; for elements whose class calls them a headline 1, too.
    let level: Int
    let text: String
    let line: Int
    let node: Int
}

/// A moment that an element gives in digits for machines.
struct HTMLTime {
    enum Kind {
        case published, modified, unsaid
    }

    let value: String
    let kind: Kind
    let line: Int
    let node: Int
    /// Within a link: other articles are told with their dates.
    let isLink: Bool

    /// - Parameter attributes: of a `<time>`, or of an `<abbr>` as hAtom had it.
    init?(_ attributes: [String: String], line: Int, node: Int, isLink: Bool) {
        let classes = Set(attributes["class"]?.lowercased().spacedWords.map(String.init) ?? [])
        let isDated = !classes.isDisjoint(with: ["published", "updated", "dtstart", "value-title"])
        guard let value = attributes["datetime"] ?? attributes["content"] ?? (isDated ? attributes["title"] : nil) else { return nil }
        self.value = value
        self.line = line
        self.node = node
        self.isLink = isLink
        let property = (attributes["itemprop"] ?? attributes["property"])?.lowercased().split(separator: ":").last.map(String.init)
        switch property {
        case "datepublished", "pubdate", "datecreated": kind = .published
        case "datemodified": kind = .modified
        case .some: kind = .unsaid
        case nil:
            if attributes["pubdate"] != nil || !classes.isDisjoint(with: Self.publishedClasses) {
                kind = .published
            } else {
                kind = classes.isDisjoint(with: Self.modifiedClasses) ? .unsaid : .modified
            }
        }
    }

    private static let publishedClasses: Set<String> = [
        "published", "dt-published", "pubdate", "published-date", "publish-date", "post-date",
    ]
    private static let modifiedClasses: Set<String> = [
        "updated", "dt-updated", "modified", "updated-date", "modified-date", "last-updated",
    ]
}
