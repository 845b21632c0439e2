/// The words of which classes and ids are made: "article-body", "relatedPosts", "card__title--big".
enum HTMLClasses {
    private static let longest = 400
    private static let mostTokens = 24

    private static func tokens(_ attributes: [String: String]) -> [Substring] {
        var result: [Substring] = []
        for name in ["class", "id"] {
            guard let value = attributes[name], value.utf8.count <= longest else { continue }
            result += value.spacedWords
        }
        return Array(result.prefix(mostTokens))
    }

    /// In lower case, parted at hyphens, underscores and capitals.
    private static func parts(_ token: Substring) -> [String] {
        var parts: [String] = []
        var current: [UInt8] = []
        var wasLower = false
        for byte in token.utf8 {
            let isUpper = ByteText.isUpper(byte)
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || isUpper && wasLower, !current.isEmpty
            {
                parts.append(ByteText.string(current[...]))
                current = []
            }
            if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_"), byte != UInt8(ascii: ":") { current.append(MarkupTag.lowered(byte)) }
            wasLower = ByteText.isLower(byte)
        }
        if !current.isEmpty { parts.append(ByteText.string(current[...])) }
        return parts
    }

    /// All words of all classes.
    static func words(_ attributes: [String: String]) -> [String] {
        tokens(attributes).flatMap { parts($0).prefix(6) }
    }

    /// Each class without what parts its words, and each pair of neighbours, and the last word of those of a block and its element.
    static func joined(_ attributes: [String: String]) -> [String] {
        tokens(attributes).flatMap { token -> [String] in
            let parts = parts(token).prefix(6)
            let whole = parts.joined()
            guard parts.count > 1 else { return [whole] }
            return [whole] + zip(parts, parts.dropFirst()).map { $0 + $1 }
                + (token.holds("__") || parts.count == 2 ? [parts.last ?? ""] : [])
        }
    }

    /// hCard: "fn" within "vcard", or "p-author".
    static func isCard(_ attributes: [String: String]) -> Bool {
        let classes = attributes["class"]?.lowercased().spacedWords ?? []
        return classes.contains("fn") || classes.contains("p-author") || classes.contains("vcard")
    }

    private static let hiddenWords: Set<String> = [
        "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "screenreader", "screen-reader", "a11y-hidden", "offscreen",
        "u-hidden", "is-hidden", "element-invisible", "hide", "d-none", "sronly", "vh", "assistive-text", "screen-reader-only",
    ]

    static func areHidden(_ classes: String) -> Bool {
        let tokens = classes.lowercased().spacedWords
        // "hidden md:flex" is hidden on small screens only.
        if tokens.contains("hidden"), !tokens.contains(where: { $0.contains(":") }) { return true }
        return tokens.contains { hiddenWords.contains(String($0)) }
    }

    /// A class of these tells of the page around, not of the element.
    private static let outer: Set<String> = [
        "has", "with", "no", "not", "without", "is", "js", "layout", "page", "single", "tag", "category", "wp", "col",
    ]

    static func part(_ attributes: [String: String]) -> HTMLPart? {
        for token in tokens(attributes) {
            let parts = parts(token)
            guard let first = parts.first, parts.count <= 6 else { continue }
            if let part = HTMLVocabulary.words[parts.joined()] { return part }
            for index in parts.indices.dropLast() {
                if let part = HTMLVocabulary.words[parts[index] + parts[index + 1]] { return part }
            }
            guard !outer.contains(first), parts.count <= 4 else { continue }
            if let part = parts.lazy.compactMap({ HTMLVocabulary.words[$0] }).first { return part }
        }
        return nil
    }
}
