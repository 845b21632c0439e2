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
        "script", "style", "template", "noscript", "svg", "iframe", "select", "button", "object", "audio", "video", "canvas",
    ]

    static let hiddenNames: [String: StaticString] = Dictionary(uniqueKeysWithValues: hidden.map { ($0.description, $0) })
}
