import DatelineModels

/// Addresses of the web and of mail that a page prints at its head and its foot: mostly the outlet's own.
struct PageAddresses {
    private(set) var hosts: [Host] = []

    struct Host {
        /// As printed, without "www.".
        let text: String
        /// The part that names somebody, in small ASCII letters and digits.
        let label: String
        let index: Int
        /// A newsroom's mail, or an address that is printed as one.
        let isOwn: Bool
    }

    private static let mostHosts = 24
    private static let longestToken = 120

    /// - Parameter lines: those to look through.
    init(_ page: Page, in lines: [Int]) {
        for index in lines where hosts.count < Self.mostHosts {
            let bytes = page.bytes[page.lines[index].range]
            guard bytes.contains(UInt8(ascii: ".")) else { continue }
            for token in bytes.split(whereSeparator: {
                $0 == 0x20 || $0 == 0x09 || $0 == 0x28 || $0 == 0x29 || $0 == 0x3C || $0 == 0x3E || $0 == 0x5B || $0 == 0x5D
            })
            where token.count >= 5 && token.count <= Self.longestToken && Self.mayBeAddress(token) {
                if let host = Self.host(ByteText.string(token), index) { hosts.append(host) }
            }
        }
    }

    /// A dot within, between letters or digits.
    private static func mayBeAddress(_ token: ArraySlice<UInt8>) -> Bool {
        var index = token.startIndex + 1
        while index + 2 < token.endIndex {
            if token[index] == UInt8(ascii: "."), ByteText.isASCIILetter(token[index + 1]), ByteText.isASCIILetter(token[index + 2]) {
                return true
            }
            index += 1
        }
        return false
    }

    /// Whether an address is made of this name: "Karsh Courier" of karshcourier.example, "Corinth Falls Star" of cfstar.example.
    func holds(_ name: String) -> Bool {
        let words = Self.letters(name)
        guard !words.isEmpty else { return false }
        return hosts.contains { Self.fits($0.label, words) }
    }

    /// Whether an address of the web in the text is made of this name.
    static func isAddress(_ text: String, of name: String) -> Bool {
        let words = letters(name)
        let german = letters(name.replacingPhrase("ü", with: "ue").replacingPhrase("ö", with: "oe").replacingPhrase("ä", with: "ae"))
        guard !words.isEmpty, let start = text.firstRange(ofPhrase: "://") else { return false }
        let token = text[start.upperBound...].prefix { $0 != ")" && $0 != " " && $0 != "/" }
        guard let host = host(String(token), 0) else { return false }
        return fits(host.label, words) || fits(host.label, german)
    }

    static func fits(_ label: String, _ words: [String]) -> Bool {
        let whole = words.joined()
        if whole == label { return true }
        if whole.utf8.count >= 5, label.hasPrefix(whole) || label.hasSuffix(whole) { return true }
        if label.utf8.count >= 5, whole.hasPrefix(label) || whole.hasSuffix(label) { return true }
        // Initials of the first words and the rest of the name.
        for count in 1..<max(1, words.count) {
            let initials = words[..<count].compactMap(\.first)
            if String(initials) + words[count...].joined() == label { return true }
        }
        return words.count >= 3 && String(words.compactMap(\.first)) == label
    }

    /// The words of a name in ASCII letters and digits, as addresses have them.
    static func letters(_ name: String) -> [String] {
        var words = Folding.fold(name).utf8.split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: "-") }).map { word in
            String(decoding: word.filter { ByteText.isASCIILetter($0) || ByteText.isDigit($0) }, as: UTF8.self)
        }.filter { !$0.isEmpty }
        if words.count > 1, ["the", "le", "la", "el", "de", "der", "die", "das", "il", "o", "a"].contains(words[0]) { words.removeFirst() }
        return words
    }

    private static func host(_ token: String, _ index: Int) -> Host? {
        var text = Substring(token.lowercased())
        var isOwn = false
        if let scheme = text.firstRange(ofPhrase: "://") { text = text[scheme.upperBound...] }
        if let at = text.firstIndex(of: "@") {
            let box = text[..<at].drop { !$0.isLetter }
            isOwn = boxes.contains { box.hasPrefix($0) }
            text = text[text.index(after: at)...]
        }
        if text.hasPrefix("www.") {
            text = text.dropFirst(4)
            isOwn = true
        }
        let name = String(text.prefix { $0 != "/" && $0 != "?" && $0 != ":" && $0 != "," && $0 != "#" }).trimmingPunctuation
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let last = parts.last, ends.contains(String(last)), parts.allSatisfy(isLabel) else { return nil }
        var labels = parts.dropLast()
        // "co.uk", "com.au"
        if labels.count > 1, let second = labels.last, ["co", "com", "org", "net", "gov", "ac"].contains(second) { labels.removeLast() }
        guard let label = labels.last, !strangers.contains(String(label)) else { return nil }
        let printed = parts.suffix(parts.count - labels.count + 1).joined(separator: ".")
        return Host(text: printed, label: String(label.filter { $0 != "-" }), index: index, isOwn: isOwn)
    }

    private static func isLabel(_ part: Substring) -> Bool {
        !part.isEmpty && part.utf8.allSatisfy { ByteText.isASCIILetter($0) || ByteText.isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static let boxes = [
        "news", "redaktion", "redaction", "redazione", "redaccion", "redacao", "redactie", "editor", "info", "contact", "kontakt", "office",
        "press", "presse", "tips", "letters", "mail", "hello", "desk", "media", "support", "subscri", "abo",
    ]

    private static let ends: Set<String> = [
        "com", "org", "net", "info", "news", "int", "edu", "gov", "co", "io", "tv", "fm", "uk", "ie", "us", "ca", "au", "nz", "za", "ng",
        "ke", "gh", "in", "pk", "bd", "lk", "ph", "my", "sg", "hk", "cn", "tw", "jp", "kr", "de", "at", "ch", "fr", "be", "nl", "lu", "es",
        "pt", "it", "gr", "tr", "pl", "cz", "sk", "hu", "ro", "bg", "rs", "hr", "si", "ua", "ru", "by", "kz", "il", "ir", "iq", "sa", "ae",
        "eg", "ma", "dz", "tn", "lb", "jo", "sy", "se", "no", "dk", "fi", "is", "ee", "lv", "lt", "mx", "ar", "br", "cl", "pe", "uy", "ve",
        "eu", "online", "press", "media", "today", "live", "blog", "example", "test", "invalid",
    ]

    /// Hosts of others.
    private static let strangers: Set<String> = [
        "facebook", "twitter", "x", "instagram", "youtube", "youtu", "tiktok", "whatsapp", "telegram", "t", "bit", "goo", "google", "apple",
        "gmail", "googlemail", "hotmail", "outlook", "yahoo", "gmx", "proton", "protonmail", "linkedin", "pinterest", "reddit", "wordpress",
        "blogspot", "blogger", "tumblr", "medium", "substack", "akismet", "disqus", "gravatar", "creativecommons", "w3", "archive",
    ]
}
