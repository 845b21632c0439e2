/// What the name, the role, the classes and the id of an element say of it.
enum HTMLNoise {
    private static let roles: [String: HTMLPart] = [
        "navigation": .navigation, "banner": .navigation, "menu": .navigation, "menubar": .navigation, "toolbar": .navigation,
        "contentinfo": .footer, "complementary": .aside, "search": .form, "form": .form, "dialog": .hidden, "alertdialog": .hidden,
        "alert": .cookie, "note": .aside,
    ]

    private static let elements: [String: HTMLPart] = [
        "nav": .navigation, "footer": .footer, "aside": .aside, "form": .form, "figcaption": .caption, "menu": .navigation,
        "dialog": .hidden,
    ]

    /// By its name before its role before its class.
    static func part(_ name: String, _ attributes: [String: String]) -> HTMLPart? {
        if isHidden(attributes) { return .hidden }
        if let part = elements[name] { return part }
        guard !attributes.isEmpty else { return nil }
        if let part = attributes["role"].flatMap({ roles[$0.lowercased()] }) { return part }
        return names.contains(name) ? HTMLClasses.part(attributes) : nil
    }

    /// Elements whose classes are looked at; a whole page may well be called "page-with-sidebar".
    private static let names: Set<String> = [
        "div", "section", "ul", "ol", "p", "span", "table", "header", "h2", "h3", "h4", "dl", "figure", "details", "a", "li", "td", "tr",
        "center", "small", "font", "em", "i", "b", "strong", "blockquote", "article", "main",
    ]

    private static func isHidden(_ attributes: [String: String]) -> Bool {
        if attributes.isEmpty { return false }
        if attributes["hidden"] != nil || attributes["layout"] == "nodisplay" || attributes["aria-hidden"]?.lowercased() == "true" {
            return true
        }
        if let classes = attributes["class"], classes.utf8.count <= 400, HTMLClasses.areHidden(classes) { return true }
        guard let style = attributes["style"] else { return false }
        let bare = style.prefix(1000).lowercased().filter { $0 != " " }
        return bare.holds("display:none") || bare.holds("visibility:hidden")
    }

    static func isFloat(_ name: String, _ attributes: [String: String]) -> Bool {
        guard !attributes.isEmpty else { return false }
        if name == "table" || name == "div" || name == "iframe", let align = attributes["align"]?.lowercased() {
            return align == "left" || align == "right"
        }
        return attributes["style"].map { $0.prefix(1000).lowercased().filter { $0 != " " } }.map {
            $0.contains("float:left") || $0.contains("float:right")
        } ?? false
    }

    static func isPullQuote(_ name: String, _ attributes: [String: String]) -> Bool {
        if name == "blockquote" || name == "q" { return true }
        return HTMLClasses.words(attributes).contains { word in
            ["pullquote", "blockquote", "quote", "zitat", "cita", "citation", "citazione"].contains(word)
        }
    }

    /// Whether the element says that it holds the text of an article.
    static func isBody(_ attributes: [String: String]) -> Bool {
        guard !attributes.isEmpty else { return false }
        if attributes["itemprop"]?.lowercased() == "articlebody" || attributes["property"]?.lowercased().hasSuffix("articlebody") ?? false {
            return true
        }
        return HTMLClasses.joined(attributes).contains(where: bodies.contains)
    }

    private static let bodies: Set<String> = [
        "entrycontent", "postcontent", "articlebody", "articlecontent", "storybody", "storycontent", "articletext", "storytext", "posttext",
        "postbody", "newstext", "newsbody", "textbody", "bodytext", "entrybody", "econtent", "articlebodytext", "contentbody",
        "maincontent",
        "articlemain", "storybodytext", "newscontent", "fulltext", "corpo", "cuerpo", "corps", "artikeltext", "prose", "detailtext",
    ]

    /// The same for elements of one name and class; numbers, as in "post-123", don't count.
    static func signature(_ name: String, _ attributes: [String: String]) -> Int {
        var hasher = Hasher()
        hasher.combine(name)
        for word in attributes["class"]?.spacedWords.prefix(8) ?? [] where !word.utf8.contains(where: ByteText.isDigit) {
            hasher.combine(word)
        }
        return hasher.finalize()
    }

    private static let brands: Set<String> = [
        "logo", "brand", "masthead", "sitename", "sitetitle", "sitelogo", "navbarbrand", "sitebranding", "headerlogo", "logotype",
        "logotext",
        "publicationname", "blogtitle", "brandname", "logolink", "mastlogo", "sitebrand", "wordmark",
    ]

    private static let headlines: Set<String> = [
        "headline", "entrytitle", "posttitle", "articletitle", "storytitle", "articleheadline", "storyheadline", "newstitle", "pagetitle",
        "articleheading", "hdl", "contenttitle", "nodetitle", "pname", "titulo", "titular", "titre", "titolo", "artikeltitel", "arttitle",
    ]

    private static let authors: Set<String> = [
        "author", "byline", "authorname", "bylinename", "authors", "postauthor", "articleauthor", "articlebyline", "entryauthor",
        "bylineauthor",
        "writer", "reporter", "journalist", "storybyline", "contributor", "autor", "auteur", "autore", "signature", "firma", "bylines",
        "authorlink", "contentauthor", "newsauthor", "reportername", "creator", "submitted", "postedby", "writtenby", "artby", "byl",
        "byauthor",
        "penulis", "yazar", "autorname", "createdby", "authored", "articlesignature", "muhabir", "verfasser", "redacteur",
    ]

    /// Whose author is another one: "quote-author".
    private static let others: Set<String> = [
        "quote", "quotes", "pullquote", "testimonial", "photo", "image", "picture", "caption", "comment", "comments", "commenter", "reply",
    ]

    /// What the element holds, by property, link or class.
    static func capture(_ name: String, _ attributes: [String: String]) -> (HTMLCapture.Kind, isSure: Bool)? {
        guard !attributes.isEmpty else { return nil }
        let properties = [attributes["itemprop"], attributes["property"]].compactMap {
            $0?.lowercased().split(separator: ":").last.map(String.init)
        }
        if properties.contains("headline") { return (.headline, true) }
        if properties.contains("author") || properties.contains("creator") { return (.author, true) }
        if let rel = attributes["rel"]?.lowercased().spacedWords, name == "a" {
            if rel.contains("author") { return (.author, true) }
            if rel.contains("home") { return (.brand, true) }
        }
        if name == "a", let href = attributes["href"], isProfile(href) { return (.author, true) }
        guard name != "body", name != "html", attributes["class"] != nil || attributes["id"] != nil else { return nil }
        let words = HTMLClasses.joined(attributes)
        if words.contains(where: brands.contains) { return (.brand, false) }
        if HTMLClasses.words(attributes).first.map(others.contains) ?? false { return nil }
        if words.contains(where: authors.contains) || HTMLClasses.isCard(attributes) { return (.author, false) }
        if name != "h1", name != "article", words.contains(where: headlines.contains) {
            return (.headline, false)
        }
        return nil
    }

    private static let profiles = PhraseTable<Void>(
        [
            "/author/", "/authors/", "/autor/", "/autores/", "/auteur/", "/autore/", "/profile/", "/profiles/", "/staff/", "/people/",
            "/by/",
            "/journalist/", "/journalists/", "/reporter/", "/reporters/", "/writer/", "/writers/", "/contributor/", "/contributors/",
            "/byline/",
            "/redakteur/", "/yazar/", "/user/", "/users/", "/team/", "/@",
        ].map { ($0, ()) })

    private static func isProfile(_ address: String) -> Bool {
        guard address.utf8.count <= 300 else { return false }
        return profiles.last(in: Array(address.lowercased().utf8)) != nil
    }

    private static let homes: Set<String> = [
        "/", "./", "index.html", "index.htm", "index.php", "/index.html", "/index.htm", "/index.php", "default.asp",
    ]

    /// A link to the first page of the site.
    static func isHome(_ address: String, _ attributes: [String: String]) -> Bool {
        guard address.utf8.count <= 200 else { return false }
        if attributes["rel"]?.lowercased() == "home" { return true }
        let address = address.lowercased()
        if homes.contains(address) { return true }
        guard let host = address.firstRange(ofPhrase: "://") else { return false }
        let rest = address[host.upperBound...]
        return rest.firstIndex(of: "/").map { rest.index(after: $0) == rest.endIndex } ?? true
    }

    static func isLogo(_ attributes: [String: String]) -> Bool {
        let source = attributes["src"]?.prefix(300).split(separator: "/").last?.lowercased() ?? ""
        return source.holds("logo") || source.holds("masthead") || source.holds("banner") && attributes["alt"] != nil
            || HTMLClasses.joined(attributes).contains(where: brands.contains)
    }
}
