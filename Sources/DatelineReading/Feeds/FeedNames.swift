/// Names of elements in feeds as they are usually written, whatever prefixes a feed has chosen.
struct FeedNames {
    private var prefixes: [String: String] = [:]

    private static let usual = [
        "http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "http://www.w3.org/2005/atom": "atom", "http://purl.org/atom/ns#": "atom", "http://search.yahoo.com/mrss/": "media",
        "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "", "http://backend.userland.com/rss2": "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    ]

    /// Takes up the namespaces that an element declares.
    mutating func learn(_ attributes: [String: String]) {
        for (name, value) in attributes where name.hasPrefix("xmlns:") {
            prefixes[String(name.dropFirst(6))] = Self.usual[value.lowercased()]
        }
    }

    /// In lower case; Atom's own names without a prefix where `isAtom`.
    func usual(_ name: String, isAtom: Bool) -> String {
        guard let colon = name.firstIndex(of: ":") else { return name }
        let prefix = String(name[..<colon])
        let local = String(name[name.index(after: colon)...])
        let known = prefixes[prefix] ?? prefix
        return known.isEmpty || isAtom && known == "atom" ? local : "\(known):\(local)"
    }
}
