import DatelineModels

/// The text after the front matter, and its title.
struct MarkdownContent {
    /// Stated in the front matter, or the first heading.
    private(set) var title: (text: String, isStated: Bool)?
    /// Without the heading that is the title, what stands above it, and lines that are no text.
    private(set) var body: String
    /// Stated in lines over the text.
    private(set) var fields: [String: String] = [:]

    /// All lines, before anything is left out.
    let all: MarkdownLines
    /// The same, with why they are left out.
    let cleared: MarkdownLines
    /// Which of them the lines of the body are.
    let bodyLines: [Int]
    /// The line of the heading that is the title.
    private(set) var titleLine: Int?

    /// Menus stood over the title, or lines of links among the text.
    private(set) var isScraped = false

    private static let menuLines = 3

    /// A title further down than so many lines is none.
    private static let window = 200

    init(_ text: ArraySlice<UInt8>, title stated: String?) {
        var lines = MarkdownLines(Self.trimmed(text))
        all = lines
        let found = MarkdownFields(lines)
        fields = found.values
        for line in found.lines { lines.drop(line, .metadata) }
        let stated = stated ?? fields["title"]
        title = stated.map { ($0, true) }
        var aboveTitle = 0
        if let heading = Self.heading(lines, stated) {
            if stated == nil { title = (heading.text, false) }
            for index in 0..<heading.end where lines.lines[index].isKept && lines.lines[index].isLinks {
                // A menu may be one line of many links.
                aboveTitle += min(Self.menuLines, max(1, lines.content(index).prefix(2048).count { $0 == UInt8(ascii: "(") }))
            }
            let start = heading.end > 1 && Self.isUnderline(lines, heading.end - 1) ? heading.end - 2 : heading.end - 1
            titleLine = start
            for index in 0..<heading.end {
                lines.drop(index, index >= start ? .headline : lines.lines[index].isLinks ? .navigation : .masthead)
            }
        }
        if let title, let titleLine { Self.dropCopies(of: title.text, under: titleLine, &lines) }
        let links = lines.lines.count { $0.isKept && $0.isLinks }
        lines.clear()
        isScraped = aboveTitle >= Self.menuLines || links - lines.lines.count { $0.isKept && $0.isLinks } >= Self.menuLines
        cleared = lines
        (body, bodyLines) = lines.kept
    }

    /// The page's title stands in the first line, and the story's heading, without the outlet, under a menu: it is the same.
    private static func dropCopies(of title: String, under titleLine: Int, _ lines: inout MarkdownLines) {
        let wanted = Set([PageTitle.key(title)] + (HeadlineFinder.parts(title).map { [PageTitle.key($0.left)] } ?? []))
        for index in lines.lines.indices.dropFirst(titleLine + 1).prefix(window)
        where lines.lines[index].isKept && !lines.lines[index].isCode && lines.content(index).first == UInt8(ascii: "#") {
            if let (text, rank, _) = heading(lines, at: index), rank == 1, wanted.contains(PageTitle.key(text)) {
                lines.drop(index, .duplicateHeadline)
            }
        }
    }

    /// The heading that is the title: the first of the first rank, unless text comes before it; or any that says what is stated.
    private static func heading(_ lines: MarkdownLines, _ stated: String?) -> (text: String, end: Int)? {
        let wanted = stated.map { stated in
            Set([PageTitle.key(stated)] + (HeadlineFinder.parts(stated).map { [PageTitle.key($0.left)] } ?? []))
        }
        var seen = false
        var lower: (text: String, end: Int)?
        for index in lines.lines.indices.prefix(window)
        where lines.lines[index].isKept && !lines.lines[index].isBlank && !lines.lines[index].isCode {
            if let (text, rank, end) = heading(lines, at: index) {
                if let wanted {
                    if wanted.contains(PageTitle.key(text)) { return (text, end) }
                } else if rank == 1 {
                    return story(under: text, lines, end) ?? (text, end)
                } else if lower == nil, rank <= 3 {
                    lower = (text, end)
                }
            } else if let wanted, lines.lines[index].visible < 300 {
                let key = PageTitle.key(MarkdownPlain.text(ByteText.string(lines.content(index))))
                if wanted.contains(key) { return (key, index + 1) }
            }
            if lines.isProse(index), wanted == nil || seen { return wanted == nil ? lower : nil }
            if lines.isProse(index) { seen = true }
        }
        return wanted == nil ? lower : nil
    }

    /// The heading of the second rank where the first is the site's: a menu stands between them, or the name is an outlet's.
    private static func story(under site: String, _ lines: MarkdownLines, _ start: Int) -> (text: String, end: Int)? {
        guard site.spacedWords.count <= 5 else { return nil }
        var hasMenu = false
        for index in lines.lines.indices.dropFirst(start).prefix(20) where lines.lines[index].isKept && !lines.lines[index].isBlank {
            if let (text, rank, end) = heading(lines, at: index) {
                guard rank <= 2, text.spacedWords.count >= 3, rank == 1 || hasMenu || isSite(site, lines) else { return nil }
                return (text, end)
            }
            if lines.isProse(index) { return nil }
            if lines.lines[index].isLinks { hasMenu = true }
        }
        return nil
    }

    /// An outlet's name, or one of which an address in the file is made.
    private static func isSite(_ name: String, _ lines: MarkdownLines) -> Bool {
        if OutletNames.looksLikeOutlet(name) { return true }
        return lines.lines.indices.prefix(window).contains { index in
            lines.lines[index].linked > 0 && PageAddresses.isAddress(ByteText.string(lines.content(index).prefix(2048)), of: name)
        }
    }

    /// `# Title`, with or without closing signs, or a title underlined with `=` or `-`.
    private static func heading(_ lines: MarkdownLines, at index: Int) -> (text: String, rank: Int, end: Int)? {
        let line = lines.content(index)
        let signs = line.prefix { $0 == UInt8(ascii: "#") }
        if !signs.isEmpty {
            guard signs.count <= 6, line.dropFirst(signs.count).first == 0x20 else { return nil }
            let text = plain(ByteText.string(line.dropFirst(signs.count)).trimmedEnd(of: "#"))
            return text.isEmpty ? nil : (text, signs.count, index + 1)
        }
        guard index + 1 < lines.lines.count, isUnderline(lines, index + 1) else { return nil }
        let mark = lines.content(index + 1).first
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), line.count <= 1000 else { return nil }
        let text = plain(ByteText.string(line))
        return text.isEmpty ? nil : (text, mark == UInt8(ascii: "=") ? 1 : 2, index + 2)
    }

    private static func isUnderline(_ lines: MarkdownLines, _ index: Int) -> Bool {
        let line = lines.content(index)
        return lines.isRule(index)
            || line.count >= 2 && (line.allSatisfy { $0 == UInt8(ascii: "=") } || line.allSatisfy { $0 == UInt8(ascii: "-") })
    }

    private static func plain(_ text: String) -> String {
        unescaped(MarkdownPlain.text(text).replacingPhrase("]", with: "")).trimmedSpaces
    }

    /// "\\#114" is "#114".
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            let isSign =
                (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
            if isEscaped, !isSign { bytes.append(UInt8(ascii: "\\")) }
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
                continue
            }
            bytes.append(byte)
            isEscaped = false
        }
        if isEscaped { bytes.append(UInt8(ascii: "\\")) }
        return ByteText.string(bytes[...])
    }

    /// Without blank lines at the beginning and white space at the end.
    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }) else {
            return text[text.endIndex...]
        }
        let lineStart = text[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? text.startIndex
        return text[lineStart...last]
    }
}
