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

    private static let longest = 64 << 10
    private static let mostItems = 1000

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
            let line = Self.trimmed(text[position..<stop])
            position = min(stop + 1, text.count)
            if line.elementsEqual("Markdown Content:".utf8) {
                values = found
                end = position
                return
            }
            guard line.count <= 4096, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = ByteText.string(line[..<colon]).lowercased()
            if let name = Self.dumpKeys[key], found[name] == nil {
                found[name] = .scalar(ByteText.string(Self.trimmed(line[(colon + 1)...])))
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
            table = Self.key(Self.trimmed(line[...]))
            return
        }
        guard line.first != 0x20, let colon = sign == UInt8(ascii: "=") ? line.firstIndex(of: sign) : Self.colon(in: line) else {
            hasUnreadable = true
            return
        }
        let key = Self.key(Self.trimmed(line[..<colon]))
        let rest = Self.trimmed(line[(colon + 1)...])
        let value: Value?
        switch rest.first {
        case nil, UInt8(ascii: "#"): value = items()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): value = .scalar(block(folds: rest.first == UInt8(ascii: ">")))
        case UInt8(ascii: "["): value = Self.flow(Self.unlinked(rest)).map { .list($0) }
        default: value = Self.scalar(rest).map { .scalar($0) }
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
            let line = Self.trimmed(lines[index])
            if line.first == UInt8(ascii: "-"), line.count == 1 || line[line.startIndex + 1] == 0x20 {
                let item = Self.trimmed(line.dropFirst())
                if items.count < Self.mostItems, Self.colon(in: item) == nil || Self.isQuoted(item), let text = Self.scalar(item) {
                    items.append(text)
                } else if items.count < Self.mostItems, let name = Self.nameOfMap(item) {
                    items.append(name)
                } else if items.count >= Self.mostItems || Self.colon(in: item) == nil {
                    isSound = false
                }
            } else if lines[index].first == 0x20, !line.isEmpty, line.first != UInt8(ascii: "#") {
                // Of a map only the name counts: of a person, of an outlet.
                if let name = Self.nameOfMap(line), items.count < Self.mostItems {
                    items.append(name)
                } else if Self.colon(in: line) == nil {
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
        guard let colon = colon(in: line), ["name", "fullname", "displayname"].contains(key(trimmed(line[..<colon]))) else { return nil }
        return scalar(trimmed(line[(colon + 1)...])).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The indented lines that follow.
    private mutating func block(folds: Bool) -> String {
        var text: [String] = []
        while index < lines.count, lines[index].isEmpty || lines[index].first == 0x20 {
            text.append(ByteText.string(Self.trimmed(lines[index])))
            index += 1
        }
        while text.last?.isEmpty == true { text.removeLast() }
        return text.joined(separator: folds ? " " : "\n")
    }

    /// `[[Lena Marsk]]`: a link of a notebook, not a list within a list.
    private static func unlinked(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isLink = text.count > 4 && text.dropFirst().first == UInt8(ascii: "[") && text.suffix(2).allSatisfy { $0 == UInt8(ascii: "]") }
        return isLink && !text.dropFirst(2).dropLast(2).contains(UInt8(ascii: "[")) ? text.dropFirst().dropLast() : text
    }

    /// `[a, "b, c"]`
    private static func flow(_ text: ArraySlice<UInt8>) -> [String]? {
        guard text.last == UInt8(ascii: "]") else { return nil }
        var items: [String] = []
        var start = text.startIndex + 1
        var quote: UInt8?
        for index in text.indices.dropFirst() {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if trimmed(text[start..<index]).isEmpty { quote = byte }
            } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                return nil
            } else if byte == UInt8(ascii: ",") || index == text.endIndex - 1 {
                let item = trimmed(text[start..<index])
                start = index + 1
                if item.isEmpty { continue }
                guard items.count < mostItems, let text = scalar(item) else { return nil }
                items.append(text)
            }
        }
        return items
    }

    /// nil where it is no plain or quoted text.
    private static func scalar(_ text: ArraySlice<UInt8>) -> String? {
        guard let first = text.first else { return "" }
        switch first {
        case UInt8(ascii: "\""): return doubleQuoted(text.dropFirst())
        case UInt8(ascii: "'"):
            guard let close = closing(text) else { return nil }
            return ByteText.string(text[(text.startIndex + 1)..<close]).replacingPhrase("''", with: "'")
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            return nil
        default: break
        }
        // A comment begins with a number sign after a space.
        var end = text.startIndex
        while end < text.endIndex, !(text[end] == UInt8(ascii: "#") && end > text.startIndex && text[end - 1] == 0x20) { end += 1 }
        let plain = ByteText.string(trimmed(text[..<end]))
        return ["~", "null", "Null", "NULL"].contains(plain) ? "" : plain
    }

    /// The closing apostrophe, behind which there may be a comment only.
    private static func closing(_ text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex + 1
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "'") {
                guard index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "'") else {
                    return endsEntry(text[(index + 1)...]) ? index : nil
                }
                index += 1
            }
            index += 1
        }
        return nil
    }

    private static func endsEntry(_ rest: ArraySlice<UInt8>) -> Bool {
        let rest = trimmed(rest)
        return rest.isEmpty || rest.first == UInt8(ascii: "#")
    }

    private static func doubleQuoted(_ text: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") { return endsEntry(text[(index + 1)...]) ? ByteText.string(result[...]) : nil }
            guard byte == UInt8(ascii: "\\"), index + 1 < text.endIndex else {
                result.append(byte)
                index += 1
                continue
            }
            let digits = text[(index + 2)...].prefix(4)
            switch text[index + 1] {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(text[index + 1])
            case UInt8(ascii: "u"):
                guard digits.count == 4, let value = UInt32(ByteText.string(digits), radix: 16), let scalar = Unicode.Scalar(value) else {
                    return nil
                }
                result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                index += 4
            default: return nil
            }
            index += 2
        }
        return nil
    }

    private static func isQuoted(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: "\"") || text.first == UInt8(ascii: "'")
    }

    /// The colon after a key: a space or nothing follows it.
    private static func colon(in line: ArraySlice<UInt8>) -> Int? {
        var index = line.startIndex
        while let colon = line[index...].firstIndex(of: UInt8(ascii: ":")) {
            if colon + 1 == line.endIndex || line[colon + 1] == 0x20 { return colon }
            index = colon + 1
        }
        return nil
    }

    private static func key(_ text: ArraySlice<UInt8>) -> String {
        ByteText.string(text).trimmingPunctuation.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.drop { $0 == 0x20 || $0 == 0x09 }
        guard let last = start.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return text[text.endIndex...] }
        return start[...last]
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
