import DatelineModels

/// The text of a Markdown document without what a page of text would lose, too, and without what is no text: pictures, calls of templates,
/// comments. Everything else stays as it is written.
struct MarkdownBody {
    private(set) var text = ""
    private(set) var removed: [RemovedSpan] = []

    /// - Parameters:
    ///   - isWritten: nothing between its first and its last paragraph is doubted, but for pictures and code.
    ///   - role: of the line of that number, counted from 1, as it is without its marks; nil for blank ones.
    init(_ body: String, isWritten: Bool, role: (Int) -> LineRole?) {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        let prose = lines.indices.filter { role($0 + 1) == .prose }
        var kept: [Substring] = []
        var isCode = false
        var follows: RemovalReason?
        for (index, line) in lines.enumerated() {
            let isFence = line.utf8.starts(with: "```".utf8)
            if isFence { isCode.toggle() }
            let isInside = prose.first.map { index >= $0 } ?? true && prose.last.map { index <= $0 } ?? true
            let role = isWritten && (isInside || Self.isDoubtful(role(index + 1))) ? nil : role(index + 1)
            let reason = isCode || isFence ? nil : Self.reason(line, role, isInside: isInside, follows: follows)
            if let reason {
                if removed.last?.reason != reason, removed.count < ReadingProvenance.maximumEntries {
                    removed.append(RemovedSpan(lines: nil, reason: reason, excerpt: String(line).cut(toBytes: 120)))
                }
            } else if !Self.isBlank(line) || kept.last.map({ !Self.isBlank($0) }) ?? false || isCode {
                kept.append(line)
            }
            if !Self.isBlank(line) { follows = reason }
        }
        while let last = kept.last, Self.isBlank(last) || !isCode && Self.isRule(last) { kept.removeLast() }
        text = kept.joined(separator: "\n")
    }

    /// Left out of pages for its place alone.
    private static func isDoubtful(_ role: LineRole?) -> Bool {
        switch role {
        case .removed(.navigation), .removed(.note), .removed(.masthead), .removed(.cms), .removed(.storyCode), .removed(.hashtags),
            .removed(.epoch), .removed(.shortLink):
            true
        default: false
        }
    }

    private static func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy { $0 <= 0x20 } }

    private static func isRule(_ line: Substring) -> Bool {
        let marks = line.utf8.filter { $0 != 0x20 }
        return marks.count >= 3 && marks.first.map { "-*_=".utf8.contains($0) } ?? false && marks.allSatisfy { $0 == marks[0] }
    }

    private static func reason(_ line: Substring, _ role: LineRole?, isInside: Bool, follows: RemovalReason?) -> RemovalReason? {
        if isBlank(line) { return nil }
        if isCode(line) { return .cms }
        if isPicture(line) { return .caption }
        // The text under a picture, in italics.
        if follows == .caption, line.utf8.count <= 300, isEmphasised(line) { return .caption }
        if isRule(line) { return follows != nil && !isInside ? follows : nil }
        if !isInside, isLinks(line) { return .navigation }
        guard case .removed(let reason) = role else { return nil }
        switch reason {
        case .newsletter, .share, .related, .commentForm, .comment, .advertisement, .cookie, .copyright, .caption, .pluginNotice, .headline,
            .duplicateHeadline, .hashtags, .paywall:
            return reason
        case .epoch, .storyCode, .shortLink, .cms, .navigation, .byline, .dateLine, .masthead, .note, .sourceLink:
            return isInside ? nil : reason
        default: return nil
        }
    }

    /// `<!-- more -->`, `{% include x %}`, `{{< figure >}}`, `import X from "y"`, `<Newsletter />`
    private static func isCode(_ line: Substring) -> Bool {
        let bare = line.utf8.drop { $0 == 0x20 }
        let end = Array(bare.suffix(3).filter { $0 != 0x20 })
        if bare.starts(with: "<!--".utf8) { return end.elementsEqual("-->".utf8) }
        if bare.starts(with: "{%".utf8) { return end.suffix(2).elementsEqual("%}".utf8) }
        if bare.starts(with: "{{".utf8) { return end.suffix(2).elementsEqual("}}".utf8) }
        if bare.starts(with: "{:".utf8) { return end.last == UInt8(ascii: "}") }
        if bare.starts(with: "import ".utf8) {
            return bare.contains(UInt8(ascii: "\"")) || bare.contains(UInt8(ascii: "'")) && bare.contains(UInt8(ascii: "{"))
        }
        guard bare.first == UInt8(ascii: "<"), let next = bare.dropFirst().first else { return false }
        return end.suffix(2).elementsEqual("/>".utf8) && (ByteText.isUpper(next) || next == UInt8(ascii: "i"))
    }

    /// Nothing but pictures, which may be links.
    private static func isPicture(_ line: Substring) -> Bool {
        let bare = line.utf8.drop { $0 == 0x20 }
        guard bare.starts(with: "![".utf8) || bare.starts(with: "[![".utf8) else { return false }
        return bare.reversed().first { $0 != 0x20 } == UInt8(ascii: ")")
    }

    private static func isEmphasised(_ line: Substring) -> Bool {
        guard let first = line.utf8.first, first == UInt8(ascii: "*") || first == UInt8(ascii: "_") else { return false }
        return line.utf8.last == first
    }

    /// Links and signs between them.
    private static func isLinks(_ line: Substring) -> Bool {
        guard line.utf8.contains(UInt8(ascii: "[")) else { return false }
        var depth = 0
        var isAddress = false
        var links = 0
        var letters = 0
        var previous: UInt8 = 0
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth = max(0, depth - 1)
            case UInt8(ascii: "(") where previous == UInt8(ascii: "]"):
                isAddress = true
                links += 1
            case UInt8(ascii: ")"): isAddress = false
            default: if depth == 0, !isAddress, ByteText.isASCIILetter(byte) || byte >= 0xC3 && byte != 0xE2 { letters += 1 }
            }
            previous = byte
        }
        return links > 0 && letters <= links * 6
    }
}
