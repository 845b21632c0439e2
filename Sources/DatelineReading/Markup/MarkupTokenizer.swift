/// Cuts a document with tags into its parts: one pass from left to right, no tree, and nothing that is looked up or followed.
///
/// What isn't markup after all is text, so that nothing gets lost: a lone `<`, an ampersand, a comment or tag that never ends.
struct MarkupTokenizer {
    enum Dialect {
        case html, xml
    }

    enum Token {
        /// With its character references as they are.
        case text(Range<Int>)
        /// The inside of a CDATA section: text as it stands.
        case literal(Range<Int>)
        case start(MarkupTag)
        /// The name.
        case end(Range<Int>)
        /// From behind `<!DOCTYPE` to before the `>`.
        case documentType(Range<Int>)
        /// A comment, a processing instruction or another declaration.
        case aside
    }

    let bytes: [UInt8]
    let dialect: Dialect
    let end: Int
    private(set) var position: Int
    /// Something was opened that nothing closes.
    private(set) var isUnclosed = false
    /// What is known of each mark, by its number.
    private var known = Array(repeating: Look(from: .max, at: nil), count: Mark.allCases.count)
    /// Ends of elements without markup that were looked for in vain: they occur nowhere further on.
    private var missingEnds: Set<String> = []
    /// Bytes looked at for the ends of tags so far.
    private var looked = 0
    /// Nearly every document is looked at once or twice for them. Where tags are nested in open quotations, so that each is read to
    /// the end of the document in vain, the quotations count no longer.
    private let mostLooked: Int

    init(_ bytes: [UInt8], in range: Range<Int>? = nil, dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
        mostLooked = Self.looksPerByte * (end - position) + Self.leastLooks
    }

    private static let looksPerByte = 8
    private static let leastLooks = 4096

    mutating func next() -> Token? {
        guard position < end else { return nil }
        let start = position
        if bytes[start] == UInt8(ascii: "<"), let token = markup() { return token }
        position = max(position, start + 1)
        while position < end, !beginsMarkup(position) { position += 1 }
        return .text(start..<position)
    }

    /// The inside of an element that holds no markup, such as a script, and moves behind its end.
    ///
    /// - Returns: nil where the element never ends; then nothing moves.
    mutating func rawText(upTo name: StaticString) -> Range<Int>? {
        guard !missingEnds.contains(name.description) else { return nil }
        let start = position
        var index = start
        while let open = find(.endTag, from: index) {
            let after = open + 2 + name.utf8CodeUnitCount
            if begins(name, at: open + 2), after >= end || !MarkupTag.isNameByte(bytes[after]) {
                position = find(.tagEnd, from: open).map { $0 + 1 } ?? end
                return start..<open
            }
            index = open + 2
        }
        isUnclosed = true
        missingEnds.insert(name.description)
        return nil
    }

    /// Passes over an element whose inside is no text. A script or style sheet that never ends goes to the end of the document;
    /// anything else that doesn't is read on as if it hadn't begun.
    mutating func skip(_ name: StaticString) {
        guard rawText(upTo: name) == nil, name.description == "script" || name.description == "style" else { return }
        position = end
    }

    /// Reads on from an earlier place.
    mutating func rewind(to earlier: Int) { position = min(position, earlier) }

    private func beginsMarkup(_ index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "<"), index + 1 < end else { return false }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
        if next == UInt8(ascii: "/") { return index + 2 < end && MarkupTag.isNameStart(bytes[index + 2]) }
        return MarkupTag.isNameStart(next)
    }

    /// - Returns: nil where what begins here is no markup; then nothing moves, or only past what never ends.
    private mutating func markup() -> Token? {
        guard beginsMarkup(position) else { return nil }
        switch bytes[position + 1] {
        case UInt8(ascii: "!"): return declaration()
        case UInt8(ascii: "?"): return pass(to: dialect == .xml ? .instructionEnd : .tagEnd, from: position + 2)
        case UInt8(ascii: "/"): return endTag()
        default: return startTag()
        }
    }

    private mutating func declaration() -> Token? {
        let start = position + 2
        if begins("--", at: start) {
            // `<!-->` is a whole comment.
            if begins(">", at: start + 2) { return pass(to: .tagEnd, from: start) }
            return pass(to: .commentEnd, from: start + 2)
        }
        if begins("[cdata[", at: start) {
            guard let close = find(.literalEnd, from: start + 7) else {
                isUnclosed = true
                position = start + 7
                return .aside
            }
            position = close + 3
            return .literal(start + 7..<close)
        }
        guard begins("doctype", at: start) else { return pass(to: .tagEnd, from: start) }
        return documentType(from: start + 7)
    }

    /// `<!DOCTYPE name … [ … ]>`: in the brackets there may be further declarations.
    private mutating func documentType(from start: Int) -> Token? {
        guard let close = find(.tagEnd, from: start) else { return pass(to: .tagEnd, from: start) }
        let bracket = bytes[start..<close].firstIndex(of: UInt8(ascii: "["))
        var stop = close
        if let bracket {
            guard let last = find(.subsetEnd, from: bracket) else { return pass(to: .subsetEnd, from: bracket) }
            stop = last + 1
            while stop < end, bytes[stop] != UInt8(ascii: ">") { stop += 1 }
        }
        position = min(stop + 1, end)
        return .documentType(start..<stop)
    }

    private mutating func pass(to mark: Mark, from start: Int) -> Token {
        if let close = find(mark, from: start) {
            position = close + mark.text.utf8CodeUnitCount
        } else {
            // What follows is text, if not markup of its own.
            isUnclosed = true
            position = start
        }
        return .aside
    }

    private mutating func endTag() -> Token? {
        let start = position + 2
        var stop = start
        while stop < end, MarkupTag.isNameByte(bytes[stop]) { stop += 1 }
        guard stop == end || !MarkupTag.isWord(bytes[stop]), let close = find(.tagEnd, from: stop) else { return nil }
        position = close + 1
        return .end(start..<stop)
    }

    private mutating func startTag() -> Token? {
        let start = position + 1
        var stop = start
        while stop < end, MarkupTag.isNameByte(bytes[stop]) { stop += 1 }
        // "<AT&T>", "<lena@orlen.example>": text.
        guard stop < end, !MarkupTag.isWord(bytes[stop]), let close = tagEnd(from: stop) else { return nil }
        let isEmpty = bytes[close - 1] == UInt8(ascii: "/") && close - 1 >= stop
        let tag = MarkupTag(name: start..<stop, attributes: stop..<(isEmpty ? close - 1 : close), isEmpty: isEmpty, start: position)
        position = close + 1
        return .start(tag)
    }

    /// The `>` of a tag; one within a quoted value doesn't count, unless the quotation never ends. Where another tag begins before
    /// that, this is none: what looks like its attributes may be text.
    private mutating func tagEnd(from start: Int) -> Int? {
        guard let first = find(.tagEnd, from: start) else {
            isUnclosed = true
            return nil
        }
        guard looked <= mostLooked else { return unquoted(first, from: start) }
        var index = start
        defer { looked += index - start }
        var afterEquals = false
        while index < end {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: ">"): return index
            case UInt8(ascii: "<"):
                isUnclosed = true
                return nil
            case UInt8(ascii: "="): afterEquals = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard afterEquals else { break }
                guard let close = find(byte == UInt8(ascii: "'") ? .apostrophe : .quote, from: index + 1), isValue(index..<close) else {
                    return unquoted(first, from: index)
                }
                index = close
                afterEquals = false
            case 0x20, 0x09, 0x0A, 0x0D: break
            default: afterEquals = false
            }
            index += 1
        }
        return first
    }

    /// - Returns: `close` where no tag begins between the two.
    private mutating func unquoted(_ close: Int, from start: Int) -> Int? {
        isUnclosed = true
        guard start < close, let open = find(.tagStart, from: start) else { return close }
        return open < close ? nil : close
    }

    /// In XML no value holds a `<`; a quotation that does was never closed.
    private mutating func isValue(_ range: Range<Int>) -> Bool {
        guard dialect == .xml, let open = find(.tagStart, from: range.lowerBound) else { return true }
        return open >= range.upperBound
    }

    /// - Parameter text: in lower case.
    private func begins(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= end else { return false }
        for offset in 0..<text.utf8CodeUnitCount where MarkupTag.lowered(bytes[index + offset]) != text.utf8Start[offset] { return false }
        return true
    }

    private enum Mark: Int, CaseIterable {
        case tagStart, tagEnd, commentEnd, literalEnd, instructionEnd, subsetEnd, endTag, quote, apostrophe

        var text: StaticString {
            switch self {
            case .tagStart: "<"
            case .tagEnd: ">"
            case .commentEnd: "-->"
            case .literalEnd: "]]>"
            case .instructionEnd: "?>"
            case .subsetEnd: "]"
            case .endTag: "</"
            case .quote: "\""
            case .apostrophe: "'"
            }
        }
    }

    /// The first of a mark at `from` or behind it is `at`; nil where there is none.
    private struct Look {
        let from: Int
        let at: Int?
    }

    /// What was seen the last time isn't looked at again, so that the time stays linear.
    private mutating func find(_ mark: Mark, from start: Int) -> Int? {
        let last = known[mark.rawValue]
        if start >= last.from {
            guard let at = last.at else { return nil }
            if start <= at { return at }
        }
        let isBefore = start < last.from
        let unseen = start..<max(start, isBefore ? min(last.from, end) : end)
        let found = scan(for: mark.text, in: unseen)
        looked += (found ?? unseen.upperBound) - start
        let at = found ?? (isBefore ? last.at : nil)
        known[mark.rawValue] = Look(from: start, at: at)
        return at
    }

    /// - Parameter range: of the first byte; the mark may go on behind it.
    private func scan(for text: StaticString, in range: Range<Int>) -> Int? {
        let first = text.utf8Start[0]
        for index in range where bytes[index] == first && begins(text, at: index) { return index }
        return nil
    }
}
