/// The text of a page and what it says of itself, gathered in one pass over its tags.
struct HTMLDocument {
    struct Line {
        let line: TextLayout.Line
        /// The innermost element that holds all of it.
        let node: Int
        /// How much of it lies in links.
        let linkBytes: Int
        /// It stands right under a picture.
        let followsImage: Bool

        var size: Int { line.range.count }
        var ownBytes: Int { max(0, size - linkBytes) }
    }

    private(set) var layout = TextLayout()
    private(set) var lines: [Line] = []
    private(set) var nodes: [HTMLNode] = []
    private(set) var head = HTMLHead()
    private(set) var headings: [HTMLHeading] = []
    private(set) var captures: [HTMLCapture] = []
    private(set) var times: [HTMLTime] = []
    /// Texts that stand for pictures in the head of the page.
    private(set) var logos: [String] = []
    /// Of all pictures above the first heading.
    private(set) var pictures: [String] = []
    private(set) var isUnclosed = false

    private var stack = HTMLStack()
    /// What is open and will be captured: its depth on the stack, and where its text begins.
    private var pending: [(kind: HTMLCapture.Kind, isSure: Bool, depth: Int, byte: Int, line: Int)] = []
    private var heading: (level: Int, depth: Int, byte: Int, line: Int)?
    private var link: (depth: Int, isHome: Bool)?
    private var linkBytes = 0
    private var preformatted = 0
    private var followsImage = false
    /// An element within the line that has a part of its own, and is through: the line is that part if nothing follows.
    private var inlinePart: (node: Int, end: Int)?
    /// Something broke the line within this row of a table: it is there for the layout.
    private var rowHasBreak = false
    private var prose = 0

    private static let mostCaptures = 400
    private static let mostHeadings = 400
    private static let mostLogos = 8
    private static let mostTimes = 400
    private static let headLines = 10
    private static let longestCapture = 600
    private static let proseBytes = 120
    /// After so many long lines the head of the page is over.
    private static let headProse = 3

    init(_ bytes: [UInt8], budget: ReadingBudget) throws(ReadingError) {
        nodes.append(
            HTMLNode(
                parent: 0, name: "html", part: nil, signature: 0, firstLine: 0, endLine: 0, isFloat: false, isPullQuote: false,
                isBody: false, isItem: false
            ))
        var tokens = MarkupTokenizer(bytes, dialect: .html)
        var buffer: [UInt8] = []
        var step = 0
        while let token = tokens.next() {
            try budget.check(step: step)
            step += 1
            switch token {
            case .text(let range):
                guard !stack.isHidden else { continue }
                buffer.removeAll(keepingCapacity: true)
                CharacterReferences.append(bytes[range], to: &buffer)
                add(SoftHyphens.removed(buffer)[...])
            case .literal(let range): if !stack.isHidden { add(bytes[range]) }
            case .start(let tag): start(tag, HTMLFragment.name(bytes[tag.name]), bytes, &tokens)
            case .end(let range): end(HTMLFragment.name(bytes[range]))
            case .documentType, .aside: break
            }
        }
        endLine(asParagraph: false)
        while stack.count > 0 { pop() }
        nodes[0].endLine = lines.count
        isUnclosed = tokens.isUnclosed
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        let before = layout.bytes.count
        layout.add(text, keepsSpace: preformatted > 0)
        if link != nil { linkBytes += layout.bytes.count - before }
    }

    private mutating func start(_ tag: MarkupTag, _ name: String, _ bytes: [UInt8], _ tokens: inout MarkupTokenizer) {
        let holdsAttributes = !tag.attributes.isEmpty
        switch name {
        case "script":
            if holdsAttributes, HTMLHead.holdsLinkedData(tag.attributes(in: bytes)) {
                if let inside = tokens.rawText(upTo: "script") { head.addLinkedData(bytes[inside]) } else { tokens.skip("script") }
                return
            }
        case "title" where head.title == nil && !stack.contains("svg"):
            if !tag.isEmpty, let inside = tokens.rawText(upTo: "title") { head.setTitle(bytes[inside]) }
            return
        case "html": head.add(name, tag.attributes(in: bytes))
        case "meta", "link": property(name, tag.attributes(in: bytes))
        default: break
        }
        if let hidden = HTMLElements.hiddenNames[name] {
            if !tag.isEmpty { tokens.skip(hidden) }
            return
        }
        let attributes = holdsAttributes && HTMLElements.mayTell(name, bytes[tag.attributes]) ? tag.attributes(in: bytes) : [:]
        closeImplied(by: name)
        place(name)
        if name == "time" || name == "abbr" {
            time(attributes)
        } else if attributes["itemprop"] != nil || attributes["property"] != nil, name != "meta", name != "link" {
            property("", attributes)
        }
        if HTMLElements.images.contains(name) { image(attributes) }
        if name == "input" || name == "textarea" { nodes[stack.node].hasForm = true }
        guard !tag.isEmpty, !HTMLElements.void.contains(name) else { return }
        if name == "a" { link = attributes["href"].map { (stack.count, HTMLNoise.isHome($0, attributes)) } }
        if name == "pre" { preformatted += 1 }
        push(name, attributes)
    }

    private var isInBody: Bool {
        stack.contains("body") || !lines.isEmpty || !layout.isAtLineStart || stack.contains("article") || stack.contains("div")
    }

    /// In the head a property is the page's; in the body a date or an author may be those of a comment or of another article that is shown.
    private mutating func property(_ name: String, _ attributes: [String: String]) {
        let isDate = HTMLTime.isStated(attributes)
        guard isDate || HTMLTime.namesAuthor(attributes), isInBody else {
            head.add(name, attributes)
            return
        }
        if isDate { time(attributes) }
        guard HTMLTime.namesAuthor(attributes), captures.count < Self.mostCaptures,
            let content = attributes["content"], let text = HTMLHead.line(Array(content.utf8.prefix(Self.longestCapture))[...])
        else { return }
        captures.append(HTMLCapture(kind: .unseenAuthor, text: text, line: lines.count, node: stack.node, isSure: true))
    }

    private mutating func time(_ attributes: [String: String]) {
        guard times.count < Self.mostTimes, let time = HTMLTime(attributes, line: lines.count, node: stack.node, isLink: link != nil) else {
            return
        }
        times.append(time)
    }

    private mutating func image(_ attributes: [String: String]) {
        nodes[stack.node].hasImage = true
        if layout.isAtLineStart { followsImage = true }
        guard prose < Self.headProse, logos.count < Self.mostLogos, pictures.count < Self.mostLogos,
            let text = attributes["alt"] ?? attributes["title"],
            text.utf8.count <= 100
        else {
            return
        }
        if lines.count < Self.headLines, headings.isEmpty { pictures.append(text) }
        if link?.isHome ?? false || HTMLNoise.isLogo(attributes) || !pending.filter({ $0.kind == .brand }).isEmpty { logos.append(text) }
    }

    private mutating func push(_ name: String, _ attributes: [String: String]) {
        let isBlock = HTMLElements.isBlock(name)
        let part = HTMLNoise.part(name, attributes)
        var node = stack.node
        if isBlock || part != nil, nodes.count < HTMLElements.mostNodes, stack.count < HTMLStack.deepest {
            node = nodes.count
            nodes.append(
                HTMLNode(
                    parent: stack.node, name: name, part: part, signature: HTMLNoise.signature(name, attributes), firstLine: lines.count,
                    endLine: lines.count, isFloat: HTMLNoise.isFloat(name, attributes),
                    isPullQuote: HTMLNoise.isPullQuote(name, attributes),
                    isBody: HTMLNoise.isBody(attributes), isItem: attributes["itemscope"] != nil))
            if name == "form" { nodes[node].hasForm = true }
        }
        guard stack.push(name, node, isBlock: isBlock, isHidden: part == .hidden && !isBlock, byte: layout.bytes.count) else { return }
        let capture = HTMLNoise.capture(name, attributes)
        if let (kind, isSure) = capture, pending.count < 8 {
            pending.append((kind, isSure, stack.count, layout.bytes.count, lines.count))
        } else if name == "a", prose < Self.headProse, let link, link.isHome {
            pending.append((.brand, false, stack.count, layout.bytes.count, lines.count))
        }
        if let level = HTMLElements.headingLevel(name, attributes), heading == nil {
            heading = (capture?.0 == .headline ? 1 : level, stack.count, layout.bytes.count, lines.count)
        }
    }

    private mutating func end(_ name: String) {
        place(name)
        if name == "a" { link = nil }
        if name == "pre", preformatted > 0 { preformatted -= 1 }
        guard let depth = stack.depth(ofEnd: name) else { return }
        while stack.count >= depth { pop() }
    }

    /// Ends what the beginning of another element ends (HTML Living Standard §13.1.2.4).
    private mutating func closeImplied(by name: String) {
        guard let depth = stack.depth(impliedBy: name) else { return }
        while stack.count >= depth { pop() }
    }

    private mutating func pop() {
        let depth = stack.count
        while let last = pending.last, last.depth >= depth {
            pending.removeLast()
            finish(last)
        }
        if let open = heading, open.depth >= depth {
            heading = nil
            let text = captured(open.byte, open.line).utf8Words { $0 == 0x0A }.joined(separator: " ")
            if !text.isEmpty, headings.count < Self.mostHeadings {
                headings.append(HTMLHeading(level: open.level, text: text, line: open.line, node: stack.node))
            }
        }
        if let open = link, open.depth >= depth { link = nil }
        let element = stack.pop()
        guard let element, element.ownsNode else { return }
        nodes[element.node].endLine = lines.count
        if !element.isBlock {
            // Of a line of its own the element is the whole.
            if element.byte <= layout.lineStart, !layout.isAtLineStart { inlinePart = (element.node, layout.bytes.count) }
            nodes[element.node].endLine = lines.count + (layout.isAtLineStart ? 0 : 1)
        }
        let parent = nodes[element.node].parent
        if nodes[element.node].hasImage { nodes[parent].hasImage = true }
        if nodes[element.node].hasForm { nodes[parent].hasForm = true }
    }

    private mutating func finish(_ open: (kind: HTMLCapture.Kind, isSure: Bool, depth: Int, byte: Int, line: Int)) {
        let text = captured(open.byte, open.line)
        guard !text.isEmpty, captures.count < Self.mostCaptures else { return }
        if open.kind == .headline, heading == nil, headings.count < Self.mostHeadings {
            headings.append(
                HTMLHeading(level: 1, text: text.utf8Words { $0 == 0x0A }.joined(separator: " "), line: open.line, node: stack.node))
        }
        captures.append(HTMLCapture(kind: open.kind, text: text, line: open.line, node: stack.node, isSure: open.isSure))
    }

    /// The text since a place in the bytes, line by line; empty where it is too long for a name or a headline.
    private func captured(_ byte: Int, _ line: Int) -> String {
        guard layout.bytes.count - byte <= Self.longestCapture else { return "" }
        var parts = lines[min(line, lines.count)...].map { max(byte, $0.line.range.lowerBound)..<max(byte, $0.line.range.upperBound) }
        if !layout.isAtLineStart { parts.append(max(byte, layout.lineStart)..<layout.bytes.count) }
        return parts.map { ByteText.string(layout.bytes[$0]).trimmedSpaces }.filter { !$0.isEmpty }.joined(separator: "\n")
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
        guard asParagraph ? layout.breakParagraph() : layout.breakLine() else { return }
        var node = stack.lineNode(from: layout.lines[lines.count].range.lowerBound)
        if let part = inlinePart, part.end == layout.bytes.count { node = part.node }
        inlinePart = nil
        // Within <pre> one piece of text may have become several lines.
        for index in lines.count..<layout.lines.count {
            let line = layout.lines[index]
            lines.append(Line(line: line, node: node, linkBytes: min(linkBytes, line.range.count), followsImage: followsImage))
            linkBytes = max(0, linkBytes - line.range.count)
            if line.range.count >= Self.proseBytes { prose += 1 }
        }
        linkBytes = 0
        followsImage = false
    }
}
