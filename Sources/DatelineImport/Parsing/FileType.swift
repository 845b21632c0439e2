import DatelineModels

/// What a file may hold, by its name alone. The content has the last word.
enum FileType: String, Hashable, Sendable {
    case text, markdown, html, json
    case jsonLines = "jsonl"
    case feed
    /// A type that isn't read; such files aren't even opened.
    case unsupported

    /// What counts as an extension: so that "U.S. envoy" or "4.5 killed" is a name without one.
    private static let longestExtension = 8

    init(of path: ImportPath) {
        let name = Self.name(of: path)
        guard let suffix = Self.suffix(of: name) else {
            self = .text
            return
        }
        switch String(decoding: suffix, as: UTF8.self) {
        case "txt", "text": self = .text
        case "md", "markdown": self = .markdown
        case "html", "htm", "xhtml": self = .html
        case "json": self = Self.isSideFile(name) ? .unsupported : .json
        case "jsonl", "ndjson": self = .jsonLines
        case "xml", "rss", "atom", "rdf": self = .feed
        default: self = .unsupported
        }
    }

    /// `NAME.meta.json` speaks of the file `NAME`.
    static func isSideFile(_ name: some Collection<UInt8>) -> Bool {
        name.count > sideFileEnding.count
            && name.suffix(sideFileEnding.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.elementsEqual(sideFileEnding)
    }

    /// What the name of a side file has after that of the file it speaks of.
    static let sideFileEnding = Array(".meta.json".utf8)

    private static func name(of path: ImportPath) -> ArraySlice<UInt8> {
        path.bytes.lastIndex(of: UInt8(ascii: "/")).map { path.bytes[($0 + 1)...] } ?? path.bytes[...]
    }

    /// The extension in lower case; nil where there is none.
    private static func suffix(of name: ArraySlice<UInt8>) -> [UInt8]? {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
        let suffix = name[(dot + 1)...]
        guard (1...longestExtension).contains(suffix.count) else { return nil }
        var hasLetter = false
        var lowered: [UInt8] = []
        for byte in suffix {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): lowered.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                lowered.append(byte | 0x20)
                hasLetter = true
            default: return nil
            }
        }
        return hasLetter ? lowered : nil
    }
}
