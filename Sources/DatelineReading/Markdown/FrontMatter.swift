/// The lines between two `---` at the beginning of a Markdown file: a flat subset of YAML.
///
/// `key: value`, with or without quotation marks; lists of such values, in brackets or one a line; text in several lines after `|`
/// or `>`. Between two `+++` it is TOML, `key = value`. Values stay the text they are. Everything else (nested maps, anchors, aliases, tags) is passed over, and told.
struct FrontMatter {
    enum Value: Hashable {
        case scalar(String)
        case list([String])
    }

    /// By key, in lower case without `-` and `_`; the first of a key counts.
    private(set) var values: [String: Value] = [:]
    private(set) var hasUnreadable = false
    /// Where the rest of the text begins.
    private(set) var end = 0

    private var lines: [ArraySlice<UInt8>] = []
    private var index = 0
    /// Between key and value.
    private var sign = UInt8(ascii: ":")
    private var table = ""

    private typealias Written = FrontMatterScalar

    private static let longest = 64 << 10

    /// - Parameter text: with `\n` at the ends of lines. Without front matter `end` is 0.
    init(_ text: [UInt8]) {
        let start = text.firstIndex { $0 > 0x20 } ?? 0
        var position = start
        var isOpen = false
        while position < text.count, position - start <= Self.longest {
            let stop = text[position...].firstIndex(of: 0x0A) ?? text.count
            let line = text[position..<stop]
            position = min(stop + 1, text.count)
            if !isOpen {
                if Self.isRule(line, UInt8(ascii: "+")) {
                    sign = UInt8(ascii: "=")
                } else if !Self.isRule(line, UInt8(ascii: "-")) {
                    readDump(text, from: start)
                    return
                }
                isOpen = true
            } else if Self.isRule(line, sign == UInt8(ascii: "=") ? UInt8(ascii: "+") : UInt8(ascii: "-")) || line.elementsEqual("...".utf8)
            {
                end = position
                break
            } else {
                lines.append(line)
            }
            if stop == text.count { break }
        }
        guard end > 0 else {
            lines = []
            return
        }
        while index < lines.count { entry() }
    }

    private static let dumpLines = 30
    private static let dumpKeys = [
        "title": "title", "url source": "url", "published time": "published", "author": "author", "site name": "site", "byline": "byline",
    ]

    /// What a reading service writes over the text it hands out: "Title: …", "URL Source: …", and "Markdown Content:" at the end.
    private mutating func readDump(_ text: [UInt8], from start: Int) {
        guard text[start...].starts(with: "Title: ".utf8) else { return }
        var found: [String: Value] = [:]
        var position = start
        for _ in 0..<Self.dumpLines where position < text.count {
            let stop = text[position...].firstIndex(of: 0x0A) ?? text.count
            let line = Written.trimmed(text[position..<stop])
            position = min(stop + 1, text.count)
            if line.elementsEqual("Markdown Content:".utf8) {
                values = found
                end = position
                return
            }
            guard line.count <= 4096, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = ByteText.string(line[..<colon]).lowercased()
            if let name = Self.dumpKeys[key], found[name] == nil {
                found[name] = .scalar(ByteText.string(Written.trimmed(line[(colon + 1)...])))
            }
        }
    }

    private static func isRule(_ line: ArraySlice<UInt8>, _ sign: UInt8) -> Bool {
        line.count >= 3 && line.prefix(3).allSatisfy { $0 == sign } && line.dropFirst(3).allSatisfy { $0 == 0x20 }
    }

    private mutating func entry() {
        let line = lines[index]
        index += 1
        guard let first = line.first(where: { $0 != 0x20 }), first != UInt8(ascii: "#") else { return }
        if sign == UInt8(ascii: "="), first == UInt8(ascii: "[") {
            // What a table of TOML is called matters only where its entries say who: `[author]`, `name = "…"`.
            table = Written.key(Written.trimmed(line[...]))
            return
        }
        guard line.first != 0x20, let colon = sign == UInt8(ascii: "=") ? line.firstIndex(of: sign) : Written.colon(in: line) else {
            hasUnreadable = true
            return
        }
        let key = Written.key(Written.trimmed(line[..<colon]))
        let rest = Written.trimmed(line[(colon + 1)...])
        let value: Value?
        switch rest.first {
        case nil, UInt8(ascii: "#"): value = items()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): value = .scalar(block(folds: rest.first == UInt8(ascii: ">")))
        case UInt8(ascii: "["): value = Written.flow(Written.unlinked(rest)).map { .list($0) }
        default: value = Written.scalar(rest).map { .scalar($0) }
        }
        guard let value, !key.isEmpty else {
            hasUnreadable = true
            return
        }
        let name = key == "name" && !table.isEmpty ? table : key
        if values[name] == nil { values[name] = value }
    }

    /// Items of a list, one a line; nil where something else is nested there. Nothing at all is an empty text.
    private mutating func items() -> Value? {
        var items: [String] = []
        var isSound = true
        var isMap = false
        while index < lines.count {
            let line = Written.trimmed(lines[index])
            if line.first == UInt8(ascii: "-"), line.count == 1 || line[line.startIndex + 1] == 0x20 {
                let item = Written.trimmed(line.dropFirst())
                if items.count < Written.mostItems, Written.colon(in: item) == nil || Written.isQuoted(item),
                    let text = Written.scalar(item)
                {
                    items.append(text)
                } else if items.count < Written.mostItems, let name = Self.nameOfMap(item) {
                    items.append(name)
                } else if items.count >= Written.mostItems || Written.colon(in: item) == nil {
                    isSound = false
                }
            } else if lines[index].first == 0x20, !line.isEmpty, line.first != UInt8(ascii: "#") {
                // Of a map only the name counts: of a person, of an outlet.
                if let name = Self.nameOfMap(line), items.count < Written.mostItems {
                    items.append(name)
                } else if Written.colon(in: line) == nil {
                    isSound = false
                } else {
                    isMap = true
                }
            } else if !line.isEmpty, line.first != UInt8(ascii: "#") {
                break
            }
            index += 1
        }
        guard isSound, !isMap || !items.isEmpty else { return nil }
        return items.isEmpty ? .scalar("") : .list(items)
    }

    /// `name: Lena Marsk`
    private static func nameOfMap(_ line: ArraySlice<UInt8>) -> String? {
        guard let colon = Written.colon(in: line),
            ["name", "fullname", "displayname"].contains(Written.key(Written.trimmed(line[..<colon])))
        else { return nil }
        return Written.scalar(Written.trimmed(line[(colon + 1)...])).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The indented lines that follow.
    private mutating func block(folds: Bool) -> String {
        var text: [String] = []
        while index < lines.count, lines[index].isEmpty || lines[index].first == 0x20 {
            text.append(ByteText.string(Written.trimmed(lines[index])))
            index += 1
        }
        while text.last?.isEmpty == true { text.removeLast() }
        return text.joined(separator: folds ? " " : "\n")
    }
}

extension FrontMatter {
    /// Adds what is stated elsewhere; what stands here goes before it.
    mutating func add(_ fields: [String: String]) {
        for (key, value) in fields where values[key] == nil && !value.isEmpty { values[key] = .scalar(value) }
    }

    /// What each of these keys says, where it says something.
    func all(_ keys: String...) -> [String] { keys.compactMap { text($0) } }

    /// The first of these keys that says something; of a list its items joined by commas.
    func text(_ keys: String...) -> String? {
        for key in keys {
            switch values[key] {
            case .scalar(let text)? where !text.isEmpty: return text
            case .list(let items)? where !items.isEmpty: return items.joined(separator: ", ")
            default: continue
            }
        }
        return nil
    }

    /// The first of these keys that is there; a text in one line is split at its commas.
    func list(_ keys: String...) -> [String] {
        for key in keys {
            switch values[key] {
            case .list(let items)?: return items.filter { !$0.isEmpty }
            case .scalar(let text)? where !text.isEmpty:
                return text.split(separator: ",").map { String($0).trimmedSpaces }.filter { !$0.isEmpty }
            default: continue
            }
        }
        return []
    }
}
