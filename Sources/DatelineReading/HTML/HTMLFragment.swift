/// Turns a piece of HTML, such as the description in a feed, into text.
enum HTMLFragment {
    /// - Returns: paragraphs with a blank line between them.
    static func text(_ bytes: [UInt8], in range: Range<Int>? = nil, budget: ReadingBudget) throws(ReadingError) -> String {
        var tokens = MarkupTokenizer(bytes, in: range, dialect: .html)
        var layout = TextLayout()
        var preformatted = 0
        var step = 0
        var buffer: [UInt8] = []
        while let token = tokens.next() {
            try budget.check(step: step)
            step += 1
            switch token {
            case .text(let range):
                buffer.removeAll(keepingCapacity: true)
                CharacterReferences.append(bytes[range], to: &buffer)
                layout.add(buffer[...], keepsSpace: preformatted > 0)
            case .literal(let range): layout.add(bytes[range], keepsSpace: preformatted > 0)
            case .start(let tag):
                let name = HTMLFragment.name(bytes[tag.name])
                if let hidden = HTMLElements.hiddenNames[name] {
                    if !tag.isEmpty { tokens.skip(hidden) }
                    continue
                }
                if name == "pre" { preformatted += 1 }
                layout.place(name)
            case .end(let range):
                let name = HTMLFragment.name(bytes[range])
                if name == "pre", preformatted > 0 { preformatted -= 1 }
                layout.place(name)
            case .documentType, .aside: break
            }
        }
        layout.breakLine()
        return String(decoding: layout.text(layout.lines), as: UTF8.self)
    }

    /// In lower case.
    static func name(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix(40).map(MarkupTag.lowered), as: UTF8.self)
    }

    /// Whether a text that may be HTML is: it holds a known element, or a character reference.
    static func isLikely(_ text: ArraySlice<UInt8>) -> Bool {
        CharacterReferences.occur(in: text) || holdsElement(text)
    }

    /// A text that may have markup in it, without it. Where nothing breaks its lines they stay.
    static func plain(_ text: String, budget: ReadingBudget) throws(ReadingError) -> String {
        let bytes = Array(text.utf8)
        guard holdsElement(bytes[...]) else { return text }
        guard holdsElement(bytes[...], where: { HTMLElements.blocks.contains($0) || $0 == "br" }) else {
            let broken = text.replacingPhrase("\n\n", with: "<p>").replacingPhrase("\n", with: "<br>")
            return try self.text(Array(broken.utf8), budget: budget)
        }
        return try self.text(bytes, budget: budget)
    }

    private static func holdsElement(_ text: ArraySlice<UInt8>, where isMeant: (String) -> Bool = HTMLFragment.isElement) -> Bool {
        var rest = text
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            let isEnd = rest.first == UInt8(ascii: "/")
            let name = rest.dropFirst(isEnd ? 1 : 0).prefix(20).prefix(while: MarkupTag.isNameByte)
            let next = name.endIndex < rest.endIndex ? rest[name.endIndex] : 0
            if MarkupTag.isSpace(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/"), isMeant(HTMLFragment.name(name)) {
                return true
            }
        }
        return false
    }

    static func isElement(_ name: String) -> Bool {
        HTMLElements.blocks.contains(name) || HTMLElements.cells.contains(name) || HTMLElements.hiddenNames[name] != nil
            || [
                "a", "b", "i", "u", "s", "em", "strong", "span", "br", "img", "font", "sub", "sup", "small", "q", "cite", "code", "time",
                "mark", "abbr",
            ]
            .contains(name)
    }
}

extension TextLayout {
    /// What the beginning or end of an element does to the line.
    mutating func place(_ name: String) {
        if HTMLElements.items.contains(name) || name == "br" {
            breakLine()
        } else if HTMLElements.blocks.contains(name) {
            breakParagraph()
        } else if HTMLElements.cells.contains(name) {
            addSpace()
        }
    }
}
