/// What a file holds, by its first bytes; where they leave it open, by what its name says.
enum ContentKind: Hashable, Sendable {
    case text, markdown, html, feed
    /// Begins like JSON, or is called so; whether it is must be seen.
    case json, jsonLines
    /// XML that is no feed.
    case otherXML

    /// So much is looked at.
    private static let window = 64 << 10

    /// - Parameter bytes: in UTF-8, or an encoding that has ASCII in it.
    init(of bytes: [UInt8], hint: FileType) {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let content = bytes[mark...].drop { $0 <= 0x20 }.prefix(Self.window)
        switch content.first {
        case UInt8(ascii: "<"):
            if let kind = Self.markup(content, hint: hint) {
                self = kind
                return
            }
        case UInt8(ascii: "{") where Self.mayBeJSON(content, hint), UInt8(ascii: "[") where Self.mayBeJSON(content, hint):
            self = hint == .jsonLines ? .jsonLines : .json
            return
        case UInt8(ascii: "-") where Self.hasFrontMatter(content):
            self = .markdown
            return
        default: break
        }
        switch hint {
        case .json: self = .json
        case .jsonLines: self = .jsonLines
        case .markdown: self = .markdown
        case .html: self = MarkupHead.holdsHTML(content) ? .html : .text
        case .text, .feed, .unsupported: self = .text
        }
    }

    /// Markdown may begin with a link, or with a command of a site generator: "[Home](/)", "{% include top %}".
    private static func mayBeJSON(_ content: ArraySlice<UInt8>, _ hint: FileType) -> Bool {
        guard hint == .markdown, let next = content.dropFirst().first(where: { $0 > 0x20 }) else { return true }
        if content.first == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") }
        return "{\"-0123456789]".utf8.contains(next) || next == UInt8(ascii: "[") && !content.starts(with: "[[".utf8)
    }

    /// nil where an angle bracket is all there is of markup: "<AT&T> says: profits < costs".
    private static func markup(_ content: ArraySlice<UInt8>, hint: FileType) -> ContentKind? {
        let head = MarkupHead(content)
        if head.isHTMLDocument { return .html }
        guard let name = head.element else { return head.hasXMLDeclaration || hint == .feed ? .otherXML : nil }
        let local = name.split(separator: ":").last.map(String.init) ?? name
        if ["rss", "feed", "rdf"].contains(local) { return .feed }
        if ["html", "head", "body"].contains(local) { return .html }
        if head.hasXMLDeclaration { return .otherXML }
        // Markdown may begin with a piece of HTML.
        if MarkupHead.elements.contains(name), hint != .markdown, hint == .html || MarkupHead.holdsEndTag(content) { return .html }
        return hint == .feed ? .otherXML : nil
    }

    /// A line of three dashes, a line with a key, and somewhere the closing line.
    private static func hasFrontMatter(_ content: ArraySlice<UInt8>) -> Bool {
        var lines = content.split(separator: 0x0A, omittingEmptySubsequences: true).lazy.map { line in
            line.last == 0x0D ? line.dropLast() : line
        }.makeIterator()
        guard let first = lines.next(), isRule(first), let second = lines.next(), startsWithKey(second) || isRule(second) else {
            return false
        }
        if isRule(second) { return true }
        while let line = lines.next() {
            if isRule(line) || line.elementsEqual("...".utf8) { return true }
        }
        return false
    }

    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// `title: …`, or a comment.
    private static func startsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
        if line.first == UInt8(ascii: "#") { return true }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
        let next = colon + 1
        return (next == line.endIndex || line[next] == 0x20 || line[next] == 0x09)
            && line[..<colon].allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) && $0 != 0x60 || $0 == 0x2D || $0 == 0x22
            }
    }
}
