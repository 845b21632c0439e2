/// An element directly within a channel or an item.
struct FeedField {
    /// As usually written, in lower case.
    let name: String
    let attributes: [String: String]
    /// What is between its tags.
    let inside: Range<Int>
}

/// What a field says.
struct FeedText {
    let bytes: [UInt8]
    let budget: ReadingBudget

    /// Text in one line, as of a title.
    func line(_ field: FeedField) throws(ReadingError) -> String? {
        let words = try text(field).whiteSpacedWords
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Paragraphs with a blank line between them; empty where there is no text.
    func text(_ field: FeedField) throws(ReadingError) -> String {
        let type = field.attributes["type"]?.lowercased() ?? ""
        if type == "xhtml" || type.hasSuffix("xhtml+xml") { return cleaned(try HTMLFragment.text(bytes, in: field.inside, budget: budget)) }
        let (plain, hasElements) = content(field.inside)
        if hasElements { return cleaned(try HTMLFragment.text(bytes, in: field.inside, budget: budget)) }
        let isHTML = type == "html" || type == "text/html" || type != "text" && type != "text/plain" && HTMLFragment.isLikely(plain[...])
        return cleaned(isHTML ? try HTMLFragment.text(plain, budget: budget) : Self.tidied(plain))
    }

    /// The text as it stands, with references resolved; whether there are elements in it.
    private func content(_ range: Range<Int>) -> (text: [UInt8], hasElements: Bool) {
        var tokens = MarkupTokenizer(bytes, in: range, dialect: .xml)
        var text: [UInt8] = []
        var hasElements = false
        while let token = tokens.next() {
            switch token {
            case .text(let range): CharacterReferences.append(bytes[range], to: &text)
            case .literal(let range): text += bytes[range]
            case .start: hasElements = true
            case .end, .documentType, .aside: break
            }
        }
        return (text, hasElements)
    }

    /// The value of an address, an identifier or a date: without markup, and without white space around it.
    func value(_ field: FeedField) -> String? {
        let text = String(decoding: content(field.inside).text, as: UTF8.self).trimmedSpaces
        return text.isEmpty ? nil : text
    }

    /// The elements of that name within a field, such as the names of authors.
    func values(_ name: String, in field: FeedField) -> [String] {
        var tokens = MarkupTokenizer(bytes, in: field.inside, dialect: .xml)
        var found: [String] = []
        var start: Int?
        var before = tokens.position
        while let token = tokens.next() {
            switch token {
            case .start(let tag) where local(tag.name) == name && !tag.isEmpty: start = tokens.position
            case .end(let range) where local(range) == name:
                if let start, let text = value(FeedField(name: name, attributes: [:], inside: start..<before)) { found.append(text) }
                start = nil
            default: break
            }
            before = tokens.position
        }
        return found
    }

    private func local(_ range: Range<Int>) -> String {
        let name = HTMLFragment.name(bytes[range])
        return name.split(separator: ":").last.map(String.init) ?? name
    }

    private func cleaned(_ text: String) -> String { TextDecoding.clean(text).text.trimmedSpaces }

    /// Lines without the white space around them, and no more than one blank line between them.
    private static func tidied(_ text: [UInt8]) -> String {
        var result: [UInt8] = []
        var blanks = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let trimmed = line.drop(while: MarkupTag.isSpace)
            guard let last = trimmed.lastIndex(where: { !MarkupTag.isSpace($0) }) else {
                blanks += 1
                continue
            }
            if !result.isEmpty { result += blanks > 0 ? [0x0A, 0x0A] : [0x0A] }
            blanks = 0
            result += trimmed[...last]
        }
        return String(decoding: result, as: UTF8.self)
    }
}
