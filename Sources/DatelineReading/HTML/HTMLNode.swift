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
    /// Properties in it are those of one thing: `itemscope`.
    let isItem: Bool
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
        /// A name for machines, in an attribute.
        case unseenAuthor
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
