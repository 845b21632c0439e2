/// What the elements of HTML mean for the text of a page.
enum HTMLElements {
    /// They begin and end a paragraph.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption", "option",
        "label",
    ]

    /// They stand side by side in one line.
    static let cells: Set<String> = ["td", "th"]

    /// Items of lists: one line each, without a blank one between them.
    static let items: Set<String> = ["li", "tr", "dt", "dd", "option"]

    /// What is in them is no text.
    static let hidden: [StaticString] = [
        "script", "style", "template", "noscript", "svg", "iframe", "select", "button", "object", "audio", "video", "canvas", "textarea",
        "amp-sidebar", "amp-consent", "amp-ad", "amp-social-share", "amp-user-notification", "amp-twitter", "amp-instagram", "amp-facebook",
    ]

    static let hiddenNames: [String: StaticString] = Dictionary(uniqueKeysWithValues: hidden.map { ($0.description, $0) })

    /// They have no inside.
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "basefont", "frame",
    ]

    static let images: Set<String> = ["img", "amp-img", "picture"]

    static let headingLevels = ["h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6]

    /// The rank of a heading, which any element may claim to be.
    static func headingLevel(_ name: String, _ attributes: [String: String]) -> Int? {
        if let level = headingLevels[name] { return level }
        guard attributes["role"]?.lowercased() == "heading", let level = attributes["aria-level"].flatMap({ Int($0) }) else { return nil }
        return (1...6).contains(level) ? level : nil
    }

    /// An end tag doesn't reach beyond them.
    static let scopes: Set<String> = ["td", "th", "caption", "table"]

    static let tableParts: Set<String> = ["table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"]

    /// A page of more elements is no news; the rest is read as if it had none.
    static let mostNodes = 200_000

    static func isBlock(_ name: String) -> Bool { blocks.contains(name) || cells.contains(name) || name.hasPrefix("amp-") }

    /// The elements that end where one of this name begins, and those beyond which none does.
    static func implied(by name: String) -> (ends: Set<String>, within: Set<String>)? {
        switch name {
        case "li": (["li"], ["ul", "ol", "menu", "dir", "td", "th", "table"])
        case "dt", "dd": (["dt", "dd"], ["dl", "td", "th", "table"])
        case "tr": (["tr", "td", "th"], ["table"])
        case "td", "th": (["td", "th"], ["tr", "table"])
        case "tbody", "thead", "tfoot": (["tbody", "thead", "tfoot", "tr", "td", "th"], ["table"])
        case "option": (["option"], ["select", "datalist"])
        case "br", "hr": name == "hr" ? (["p"], ["td", "th", "table", "li", "div"]) : nil
        case _ where blocks.contains(name): (["p"], ["td", "th", "table", "li", "div", "section", "article", "blockquote"])
        default: nil
        }
    }

    /// Whether the attributes of an element are worth a look.
    static func mayTell(_ name: String, _ attributes: ArraySlice<UInt8>) -> Bool {
        if isBlock(name) || name == "span" || name == "time" || images.contains(name) || name == "a" { return true }
        return attributes.count >= 8
            && (name == "b" || name == "i" || name == "em" || name == "strong" || name == "font" || name == "abbr" || name == "small")
    }
}
