import DatelineModels

/// What a file may hold, by its name alone. The content has the last word.
enum FileType: Hashable, Sendable {
    case text, json, jsonLines
    /// A type that isn't read; such files aren't even opened.
    case unsupported

    /// What counts as an extension: so that "U.S. envoy" or "4.5 killed" is a name without one.
    private static let longestExtension = 8

    init(of path: ImportPath) {
        guard let suffix = Self.suffix(of: path.name) else {
            self = .text
            return
        }
        switch String(decoding: suffix, as: UTF8.self) {
        case "txt", "text": self = .text
        case "json": self = Self.isSideFile(path.name) ? .unsupported : .json
        case "jsonl", "ndjson": self = .jsonLines
        default: self = .unsupported
        }
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

    /// `NAME.meta.json` speaks of another file.
    private static func isSideFile(_ name: ArraySlice<UInt8>) -> Bool {
        name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.suffix(10).elementsEqual(".meta.json".utf8)
    }
}
