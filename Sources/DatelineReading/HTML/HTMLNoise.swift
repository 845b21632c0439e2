/// What the classes and ids of an element say of it: a share bar, comments, other articles, a notice.
enum HTMLNoise {
    /// Elements whose classes are looked at; a whole page may well be called "page-with-sidebar".
    private static let names: Set<String> = [
        "div", "section", "ul", "ol", "aside", "p", "span", "table", "header", "h2", "h3", "h4", "dl", "figure", "figcaption", "details",
        "dialog", "abbr",
    ]

    private static let words: [String: HTMLDocument.Part] = {
        let rows: [(HTMLDocument.Part, String)] = [
            (.comments, "comment comments commentlist cmts disqus respond replies kommentare commentaires comentarios"),
            (
                .related,
                """
                related relatedposts rel recommended recommendations recirculation recirc readmore teaser teasers popular trending mostread mostviewed latest river
                ticker breaking weiterlesen relacionadas sidebar widget readnext upnext
                """
            ),
            (.share, "share sharing sharebar sharedaddy social socials compartir partager teilen condividi"),
            (.newsletter, "newsletter subscribe signup optin subscription nl"),
            (.cookie, "cookie cookies gdpr consent aviso"),
            (.advertisement, "ad ads advert advertisement adslot promo promotion sponsored anzeige paywall"),
            (.navigation, "breadcrumb breadcrumbs nav navbar navigation menu topbar pagination skip toolbar"),
            (.tags, "tags tag taglist tagged topics postmetadata"),
            (.author, "authorbox bio authorbio aboutauthor"),
            (.footer, "footer foot colophon"),
        ]
        var result: [String: HTMLDocument.Part] = [:]
        for (part, list) in rows {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) { result[String(word)] = part }
        }
        return result
    }()

    /// "author-box" and the like, where neither word says it alone.
    private static let pairs: [String: HTMLDocument.Part] = [
        "author-box": .author, "author-bio": .author, "about-author": .author, "author-info": .author, "most-read": .related,
        "most-viewed": .related, "read-more": .related, "read-next": .related, "up-next": .related, "next-article": .related,
        "more-stories": .related, "more-from": .related, "main-menu": .navigation, "sign-up": .newsletter, "call-to-action": .newsletter,
    ]

    /// A class of these tells of the page around, not of the element.
    private static let outer: Set<String> = ["has", "with", "no", "not", "without", "is", "js", "layout", "page", "single"]

    static func mayBe(_ name: String) -> Bool { names.contains(name) }

    static func part(_ attributes: [String: String]) -> HTMLDocument.Part? {
        if isHidden(attributes) { return .hidden }
        for attribute in ["class", "id"] {
            guard let value = attributes[attribute], value.utf8.count <= 400 else { continue }
            for token in value.lowercased().split(separator: " ") {
                let parts = token.split { $0 == "-" || $0 == "_" }.map(String.init)
                guard let first = parts.first, !outer.contains(first), parts.count <= 4 else { continue }
                for index in parts.indices.dropLast() {
                    if let part = pairs[parts[index] + "-" + parts[index + 1]] { return part }
                }
                if let part = parts.lazy.compactMap({ words[$0] }).first { return part }
            }
        }
        return nil
    }

    private static func isHidden(_ attributes: [String: String]) -> Bool {
        if attributes["hidden"] != nil { return true }
        guard let style = attributes["style"] else { return false }
        let bare = style.lowercased().filter { $0 != " " }
        return bare.contains("display:none") || bare.contains("visibility:hidden")
    }

    private static let brands: Set<String> = [
        "logo", "brand", "masthead", "sitename", "site-name", "site-title", "site-logo", "sitetitle", "site__title",
    ]

    /// Whether the element holds the name of the site.
    static func isBrand(_ attributes: [String: String]) -> Bool {
        ["class", "id"].contains { attribute in
            attributes[attribute]?.lowercased().split(separator: " ").contains { brands.contains(String($0)) } ?? false
        }
    }
}
