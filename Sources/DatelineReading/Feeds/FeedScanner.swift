/// Finds the items of a feed and the fields of each. What is within a field is looked at later; here it only matters where it ends.
struct FeedScanner {
    struct Item {
        let fields: [FeedField]
        /// `rdf:about`
        let about: String?
        let place: FeedReading.Place
    }

    let bytes: [UInt8]
    private let budget: ReadingBudget
    private var tokens: MarkupTokenizer
    private var names = FeedNames()
    private var counter: LineCounter
    private(set) var form: FeedReading.Form?
    private(set) var channel: [FeedField] = []
    private(set) var items: [Item] = []
    private(set) var faults: [FeedReading.Fault] = []
    private(set) var warnings: [String] = []
    /// The root element is closed.
    private(set) var isClosed = false
    /// No element was found at all.
    private(set) var isAtEnd = true
    private var step = 0

    init(_ decoded: DecodedText, fileSize: Int, hasMark: Bool, budget: ReadingBudget) {
        bytes = Array(decoded.text.utf8)
        self.budget = budget
        tokens = MarkupTokenizer(bytes, dialect: .xml)
        let mark = hasMark ? 3 : 0
        counter = LineCounter(shift: decoded.encoding == "utf-8" && bytes.count + mark == fileSize ? mark : nil)
    }

    mutating func scan() throws(ReadingError) {
        guard try findRoot() else { return }
        while let (token, start) = try next() {
            switch token {
            case .start(let tag):
                let name = usual(tag.name)
                switch name {
                case "channel", "rss", "feed", "rdf:rdf":
                    let attributes = tag.attributes(in: bytes)
                    names.learn(attributes)
                    noteLanguage(attributes)
                case "item", "entry": try item(tag, name: name, start: start)
                default:
                    if let field = try field(tag, name: name) { channel.append(field) }
                }
            case .end(let range):
                if ["rss", "feed", "rdf:rdf"].contains(usual(range)) { isClosed = true }
            case .text(let range), .literal(let range): noteLooseText(range)
            case .documentType, .aside: break
            }
        }
        if tokens.isUnclosed { warn("unclosed-markup") }
        if !isClosed { faults.append(FeedReading.Fault(reason: "unexpected-end", place: counter.place(at: bytes.count, in: bytes))) }
    }

    /// - Returns: false where there is no root element of a feed.
    private mutating func findRoot() throws(ReadingError) -> Bool {
        while let (token, _) = try next() {
            switch token {
            case .documentType(let range):
                guard XMLHead.declaresNothing(bytes[range]) else { throw .entityForbidden }
            case .start(let tag):
                isAtEnd = false
                let attributes = tag.attributes(in: bytes)
                names.learn(attributes)
                switch usual(tag.name) {
                case "rss", "rdf:rdf": form = .rss
                case "feed", "atom:feed": form = .atom
                default: return false
                }
                noteLanguage(attributes)
                isClosed = tag.isEmpty
                return true
            default: break
            }
        }
        return false
    }

    private mutating func item(_ tag: MarkupTag, name: String, start: Int) throws(ReadingError) {
        let place = counter.place(at: start, in: bytes)
        let attributes = tag.attributes(in: bytes)
        names.learn(attributes)
        var fields: [FeedField] = []
        if let language = attributes["xml:lang"] {
            fields.append(FeedField(name: "xml:lang", attributes: ["value": language], inside: 0..<0))
        }
        var isComplete = tag.isEmpty
        scan: while !isComplete {
            guard let (token, before) = try next() else { break }
            switch token {
            case .start(let inner):
                let innerName = usual(inner.name)
                if innerName == name {
                    // The end of the one before is missing.
                    tokens.rewind(to: before)
                    warn("unclosed-markup")
                    break scan
                }
                if let field = try field(inner, name: innerName) { fields.append(field) }
            case .end(let range):
                let ended = usual(range)
                if ended == name { isComplete = true }
                if ["channel", "rss", "feed", "rdf:rdf"].contains(ended) {
                    tokens.rewind(to: before)
                    warn("unclosed-markup")
                    break scan
                }
            case .text(let range), .literal(let range): noteLooseText(range)
            case .documentType, .aside: break
            }
        }
        // Cut off in its middle, it isn't what its author wrote.
        guard isComplete || tokens.position < bytes.count else { return }
        items.append(Item(fields: fields, about: attributes["rdf:about"], place: place))
    }

    /// Moves behind the field's end: the end tag that its name calls for, whatever is open in between. Where an item begins or
    /// ends, so does the field.
    ///
    /// - Returns: nil where the document ends before.
    private mutating func field(_ tag: MarkupTag, name: String) throws(ReadingError) -> FeedField? {
        let attributes = tag.attributes(in: bytes)
        names.learn(attributes)
        let start = tokens.position
        guard !tag.isEmpty else { return FeedField(name: name, attributes: attributes, inside: start..<start) }
        let written = bytes[tag.name]
        var depth = 1
        while let (token, before) = try next() {
            switch token {
            case .start(let inner) where !inner.isEmpty && bytes[inner.name].elementsEqual(written): depth += 1
            case .end(let range) where bytes[range].elementsEqual(written):
                depth -= 1
                if depth == 0 { return FeedField(name: name, attributes: attributes, inside: start..<before) }
            case .start(let inner) where Self.bounds.contains(usual(inner.name)):
                tokens.rewind(to: before)
                warn("unclosed-markup")
                return FeedField(name: name, attributes: attributes, inside: start..<before)
            case .end(let range) where Self.bounds.contains(usual(range)):
                tokens.rewind(to: before)
                warn("unclosed-markup")
                return FeedField(name: name, attributes: attributes, inside: start..<before)
            default: break
            }
        }
        return nil
    }

    private static let bounds: Set<String> = ["item", "entry", "channel", "feed", "rss"]

    /// The next token and where it begins.
    private mutating func next() throws(ReadingError) -> (MarkupTokenizer.Token, start: Int)? {
        try budget.check(step: step)
        step += 1
        let start = tokens.position
        return tokens.next().map { ($0, start) }
    }

    private func usual(_ range: Range<Int>) -> String {
        names.usual(HTMLFragment.name(bytes[range]), isAtom: form != .rss)
    }

    private mutating func noteLanguage(_ attributes: [String: String]) {
        guard let language = attributes["xml:lang"] else { return }
        channel.append(FeedField(name: "xml:lang", attributes: ["value": language], inside: 0..<0))
    }

    /// Text that is in no field, and so in no article.
    private mutating func noteLooseText(_ range: Range<Int>) {
        if bytes[range].contains(where: { !MarkupTag.isSpace($0) }) { warn("text-outside-fields") }
    }

    private mutating func warn(_ warning: String) {
        if !warnings.contains(warning) { warnings.append(warning) }
    }
}

/// Counts lines up to places that come one after the other.
struct LineCounter {
    /// From an offset in the text to one in the file; nil where there is no such way.
    let shift: Int?
    private var line = 1
    private var counted = 0

    init(shift: Int?) { self.shift = shift }

    mutating func place(at offset: Int, in bytes: [UInt8]) -> FeedReading.Place {
        if offset > counted {
            for byte in bytes[counted..<offset] where byte == 0x0A { line += 1 }
            counted = offset
        }
        return FeedReading.Place(line: line, byteOffset: shift.map { offset + $0 })
    }
}
