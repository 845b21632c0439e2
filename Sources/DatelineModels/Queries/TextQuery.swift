/// What is searched for in a text: groups of alternatives that must each occur, and terms that may not.
///
/// Any text can be read as a query: `word` and `"a phrase"` must occur, `a OR b` one of them, `-without` not, `prefix*` as
/// the beginning of a word. Whatever isn't that syntax is words. Words are runs of letters and digits, blind to case and accents.
public struct TextQuery: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
        /// One or more words (letters and digits only, as written) that follow one another.
        public let words: [String]
        /// Whether the last word is only the beginning of one.
        public let isPrefix: Bool

        public init(words: [String], isPrefix: Bool) {
            self.words = words
            self.isPrefix = isPrefix
        }
    }

    /// Every group must be met; a group is met by any of its terms. An empty group is met by nothing.
    public let required: [[Term]]
    /// None of these may occur.
    public let excluded: [Term]

    public static let maximumLength = 512
    public static let maximumTerms = 32

    public enum ParseError: Error, Hashable, Sendable {
        /// More than ``maximumLength`` code points or ``maximumTerms`` terms.
        case tooComplex
    }

    /// nil where the text is empty or white space: no condition at all.
    public init?(parsing text: String) throws(ParseError) {
        guard text.utf8.count <= Self.maximumLength * 4, text.unicodeScalars.count <= Self.maximumLength else { throw .tooComplex }
        var scanner = QueryScanner(text)
        var tokens = scanner.tokens()[...]
        guard !tokens.isEmpty else { return nil }
        guard tokens.count(where: { if case .term = $0 { true } else { false } }) <= Self.maximumTerms else { throw .tooComplex }
        var required: [[Term]] = []
        var excluded: [Term] = []
        var joinsPrevious = false
        var isFirst = true
        while let token = tokens.popFirst() {
            switch token {
            case .or:
                // OR joins two terms; anywhere else it is a word.
                if !isFirst, !joinsPrevious, case .term(_, _, negated: false)? = tokens.first, !required.isEmpty {
                    joinsPrevious = true
                    continue
                }
                required.append([Term(words: ["OR"], isPrefix: false)])
            case .term(let words, let isPrefix, let negated):
                let term = Term(words: words, isPrefix: isPrefix)
                // Punctuation alone is no word: it asks for nothing.
                if !words.isEmpty {
                    if negated {
                        excluded.append(term)
                    } else if joinsPrevious {
                        required[required.count - 1].append(term)
                    } else {
                        required.append([term])
                    }
                }
                joinsPrevious = false
            }
            isFirst = false
        }
        // An OR that joins nothing has become a term like any other.
        guard required.reduce(excluded.count, { $0 + $1.count }) <= Self.maximumTerms else { throw .tooComplex }
        // A query of nothing but punctuation is met by nothing.
        self.required = required.isEmpty && excluded.isEmpty ? [[]] : required
        self.excluded = excluded
    }

    /// Splits a text into words as the full-text index does: runs of letters and digits.
    public static func words(of text: some StringProtocol) -> [String] {
        var words: [String] = []
        var current = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isWordScalar(scalar) {
                current.append(scalar)
            } else if !current.isEmpty {
                words.append(String(current))
                current = String.UnicodeScalarView()
            }
        }
        if !current.isEmpty { words.append(String(current)) }
        return words
    }

    /// Letters, digits, other numbers, private use, and the marks that belong to letters (as SQLite's `unicode61` has it).
    public static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (0x30...0x39).contains(scalar.value) || (0x41...0x5a).contains(scalar.value) || (0x61...0x7a).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }
}

private enum QueryToken {
    case term(words: [String], isPrefix: Bool, negated: Bool)
    case or
}

/// Splits a query at white space and quotes.
private struct QueryScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    mutating func tokens() -> [QueryToken] {
        var tokens: [QueryToken] = []
        while let first = rest.first {
            if first.properties.isWhitespace {
                rest.removeFirst()
                continue
            }
            var negated = false
            if first == "-", let second = rest.dropFirst().first, !second.properties.isWhitespace {
                negated = true
                rest.removeFirst()
            }
            if rest.first == "\"" {
                rest.removeFirst()
                let phrase = rest.prefix { $0 != "\"" }
                rest = rest[phrase.endIndex...]
                if rest.first == "\"" { rest.removeFirst() }
                let isPrefix = takeStar()
                tokens.append(.term(words: TextQuery.words(of: Substring(phrase)), isPrefix: isPrefix, negated: negated))
            } else {
                let word = rest.prefix { !$0.properties.isWhitespace && $0 != "\"" }
                rest = rest[word.endIndex...]
                if !negated, word.elementsEqual("OR".unicodeScalars) {
                    tokens.append(.or)
                } else {
                    let words = TextQuery.words(of: Substring(word))
                    tokens.append(.term(words: words, isPrefix: word.last == "*" && !words.isEmpty, negated: negated))
                }
            }
        }
        return tokens
    }

    private mutating func takeStar() -> Bool {
        guard rest.first == "*" else { return false }
        rest.removeFirst()
        return true
    }
}
