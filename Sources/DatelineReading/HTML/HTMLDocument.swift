/// The text of a page and what its head says, gathered in one pass over its tags.
struct HTMLDocument {
    /// A line with the parts of the page that it lies in.
    struct Line {
        let line: TextLayout.Line
        let part: Part
        /// Which element, of those that their classes give a part to; they may be wrong.
        let noise: Int?
        /// Which `<article>` it lies in, the innermost; nil: none.
        let article: Int?
        /// Within `<main>`.
        let isMain: Bool
    }

    /// A part of the page that holds no article, as a rule.
    enum Part: String {
        case navigation = "nav"
        case footer, aside, form
        /// By its style, or an attribute.
        case hidden
        case caption
        /// By what its class says.
        case comments, related, share, newsletter, cookie, advertisement, tags, author
        case content
    }

    private(set) var layout = TextLayout()
    private(set) var lines: [Line] = []
    private(set) var head = HTMLHead()
    private(set) var isUnclosed = false

    /// Elements that were opened and not closed, of those that matter.
    private var open: [(name: String, article: Int?)] = []
    private var openCounts: [String: Int] = [:]
    private var articles = 0
    private var preformatted = 0
    private var heading: Int?
    private var brand: (name: String, depth: Int, start: Int)?
    /// The element that is left out as it stands, with what is open in it of its own name.
    private var noise: (name: String, depth: Int, part: Part, id: Int)?
    private var noises = 0
    /// Something broke the line within this row of a table: it is there for the layout.
    private var rowHasBreak = false

    private static let structural: Set<String> = ["article", "main", "nav", "footer", "aside", "form"]
    /// Deeper ones are read as if they weren't there.
    private static let deepest = 256

    init(_ bytes: [UInt8], budget: ReadingBudget) throws(ReadingError) {
        var tokens = MarkupTokenizer(bytes, dialect: .html)
        var buffer: [UInt8] = []
        var step = 0
        while let token = tokens.next() {
            try budget.check(step: step)
            step += 1
            switch token {
            case .text(let range):
                buffer.removeAll(keepingCapacity: true)
                CharacterReferences.append(bytes[range], to: &buffer)
                layout.add(buffer[...], keepsSpace: preformatted > 0)
            case .literal(let range): layout.add(bytes[range], keepsSpace: preformatted > 0)
            case .start(let tag): start(tag, HTMLFragment.name(bytes[tag.name]), bytes, &tokens)
            case .end(let range): end(HTMLFragment.name(bytes[range]))
            case .documentType, .aside: break
            }
        }
        endLine(asParagraph: false)
        isUnclosed = tokens.isUnclosed
    }

    private mutating func start(_ tag: MarkupTag, _ name: String, _ bytes: [UInt8], _ tokens: inout MarkupTokenizer) {
        switch name {
        case "script" where HTMLHead.holdsLinkedData(tag.attributes(in: bytes)):
            if let inside = tokens.rawText(upTo: "script") { head.addLinkedData(bytes[inside]) } else { tokens.skip("script") }
            return
        case "title" where head.title == nil && openCounts["svg"] == nil:
            if !tag.isEmpty, let inside = tokens.rawText(upTo: "title") { head.setTitle(bytes[inside]) }
            return
        case "time":
            let attributes = tag.attributes(in: bytes)
            // Soon after the heading it can only be the article's.
            head.add(name, attributes)
            if !head.headings.isEmpty, noise == nil, part == .content, articles <= 1, !hasProse { head.addHeadTime(attributes) }
        case "html", "meta", "link": head.add(name, tag.attributes(in: bytes))
        default: break
        }
        if let hidden = HTMLElements.hiddenNames[name] {
            if !tag.isEmpty { tokens.skip(hidden) }
            return
        }
        place(name)
        if !tag.isEmpty { enter(name, tag, bytes) }
        if name == "pre" { preformatted += 1 }
        if name == "h1" || name == "h2", heading == nil { heading = layout.bytes.count }
        if Self.structural.contains(name), !tag.isEmpty, open.count < Self.deepest { push(name) }
    }

    /// Where hidden parts, share bars, comments and the like begin.
    private mutating func enter(_ name: String, _ tag: MarkupTag, _ bytes: [UInt8]) {
        if let open = noise {
            if open.name == name { noise?.depth += 1 } else if open.name == "p", HTMLElements.blocks.contains(name) { noise = nil }
        }
        if let open = brand, open.name == name { brand?.depth += 1 }
        guard HTMLNoise.mayBe(name), !tag.attributes.isEmpty || name == "figcaption" else { return }
        let attributes = tag.attributes(in: bytes)
        if noise == nil, part == .content, articles <= 1 { head.addMark(attributes) }
        if noise == nil, let part = name == "figcaption" ? .caption : HTMLNoise.part(attributes) {
            noise = (name, 1, part, noises)
            noises += 1
        }
        if brand == nil, head.brand == nil, HTMLNoise.isBrand(attributes) { brand = (name, 1, layout.bytes.count) }
    }

    private mutating func leave(_ name: String) {
        if let open = noise, open.name == name {
            noise?.depth -= 1
            if open.depth == 1 { noise = nil }
        }
        if let open = brand, open.name == name {
            brand?.depth -= 1
            if open.depth == 1 {
                brand = nil
                if open.start < layout.bytes.count { head.setBrand(layout.bytes[open.start...]) }
            }
        }
    }

    private mutating func end(_ name: String) {
        place(name)
        leave(name)
        if name == "pre", preformatted > 0 { preformatted -= 1 }
        if name == "h1", let start = heading, start < layout.bytes.count { head.addHeading(layout.bytes[start...]) }
        if name == "h2", let start = heading, start < layout.bytes.count, noise == nil, part == .content {
            head.addSubheading(layout.bytes[start...])
        }
        if name == "h1" || name == "h2" { heading = nil }
        guard openCounts[name, default: 0] > 0 else { return }
        while let last = open.popLast() {
            openCounts[last.name, default: 1] -= 1
            if last.name == name { return }
        }
    }

    /// Whether a paragraph was seen since the heading.
    private var hasProse: Bool { lines.suffix(8).contains { $0.line.range.count >= 120 } }

    private mutating func push(_ name: String) {
        if name == "article" { articles += 1 }
        open.append((name, name == "article" ? articles - 1 : nil))
        openCounts[name, default: 0] += 1
    }

    private mutating func place(_ name: String) {
        if name == "tr" { rowHasBreak = false }
        if HTMLElements.items.contains(name) || name == "br" {
            endLine(asParagraph: false)
            if name == "br" { rowHasBreak = true }
        } else if HTMLElements.blocks.contains(name) {
            endLine(asParagraph: true)
            rowHasBreak = true
        } else if HTMLElements.cells.contains(name) {
            // Cells of figures stand in one line; those of a layout are as good as blocks.
            if rowHasBreak { endLine(asParagraph: true) } else { layout.addSpace() }
        }
    }

    private mutating func endLine(asParagraph: Bool) {
        guard asParagraph ? layout.breakParagraph() : layout.breakLine(), let line = layout.lines.last else {
            return
        }
        // Within <pre> one piece of text may have become several lines.
        for index in lines.count..<layout.lines.count {
            let line = index == layout.lines.count - 1 ? line : layout.lines[index]
            lines.append(
                Line(
                    line: line, part: part, noise: noise?.id, article: open.last { $0.name == "article" }?.article,
                    isMain: openCounts["main", default: 0] > 0
                ))
        }
    }

    /// The innermost part that isn't content; an article within an aside is no content either.
    private var part: Part {
        for (name, part) in [("nav", Part.navigation), ("footer", .footer), ("aside", .aside), ("form", .form)]
        where openCounts[name, default: 0] > 0 {
            return part
        }
        return noise?.part ?? .content
    }
}
