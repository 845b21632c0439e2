/// The beginning of a document with tags, as far as it takes to tell what it is.
struct MarkupHead {
    private(set) var hasXMLDeclaration = false
    /// `<!DOCTYPE html`
    private(set) var isHTMLDocument = false
    /// The name of the first element in lower case.
    private(set) var element: String?

    /// - Parameter content: begins with an angle bracket.
    init(_ content: ArraySlice<UInt8>) {
        var rest = content
        while rest.first == UInt8(ascii: "<") {
            let end: ArraySlice<UInt8>?
            if Self.begins(rest, "<?") {
                if Self.begins(rest, "<?xml") { hasXMLDeclaration = true }
                end = Self.after("?>", in: rest)
            } else if Self.begins(rest, "<!--") {
                end = Self.after("-->", in: rest)
            } else if Self.begins(rest, "<!doctype") {
                let name = rest.dropFirst(9).drop { $0 <= 0x20 }
                if Self.begins(name, "html") {
                    isHTMLDocument = true
                    return
                }
                // An internal subset may hold any signs.
                let mark = rest.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
                end = mark.map { rest[$0] == UInt8(ascii: "[") ? Self.after("]>", in: rest) : rest[($0 + 1)...] } ?? nil
            } else {
                element = Self.name(rest.dropFirst())
                return
            }
            guard let end else { return }
            rest = end.drop { $0 <= 0x20 }
        }
    }

    /// Elements of HTML that a page, or a part of one, begins with.
    static let elements: Set<String> = [
        "html", "head", "body", "title", "meta", "link", "script", "style", "base", "noscript", "template", "div", "section", "article",
        "main", "header", "footer", "nav", "aside", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "table", "tr", "td",
        "blockquote", "pre", "figure", "img", "span", "a", "b", "i", "em", "strong", "font", "center", "br", "hr", "form", "iframe", "time",
    ]

    /// Whether somewhere an element of HTML ends: a text seldom says so by accident.
    static func holdsEndTag(_ content: ArraySlice<UInt8>) -> Bool {
        tags(content).contains { $0.isEnd }
    }

    /// Whether there is an element of HTML with its end, or a paragraph or line break, which need none.
    static func holdsHTML(_ content: ArraySlice<UInt8>) -> Bool {
        var starts = false
        for tag in tags(content) {
            if !tag.isEnd { starts = true }
            if tag.isEnd && starts || tag.name == "p" || tag.name == "br" { return true }
        }
        return false
    }

    private static func tags(_ content: ArraySlice<UInt8>) -> some Sequence<(name: String, isEnd: Bool)> {
        var index = content.startIndex
        return AnyIterator {
            while let open = content[index...].firstIndex(of: UInt8(ascii: "<")) {
                index = open + 1
                let isEnd = index < content.endIndex && content[index] == UInt8(ascii: "/")
                if let name = name(content[(isEnd ? index + 1 : index)...]), elements.contains(name) { return (name, isEnd) }
            }
            return nil
        }
    }

    /// The name that begins here and ends as that of a tag does.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
        let isName: (UInt8) -> Bool = {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x3A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        let name = bytes.prefix(40).prefix(while: isName)
        guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
        if name.endIndex < bytes.endIndex {
            let next = bytes[name.endIndex]
            guard next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else { return nil }
        }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// - Parameter text: in lower case.
    private static func begins(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        guard bytes.count >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount {
            let byte = bytes[bytes.startIndex + index]
            if ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) != text.utf8Start[index] { return false }
        }
        return true
    }

    private static func after(_ mark: StaticString, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var index = bytes.startIndex
        while index + mark.utf8CodeUnitCount <= bytes.endIndex {
            if bytes[index] == mark.utf8Start[0], begins(bytes[index...], mark) { return bytes[(index + mark.utf8CodeUnitCount)...] }
            index += 1
        }
        return nil
    }
}
