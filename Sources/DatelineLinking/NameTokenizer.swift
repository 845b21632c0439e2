import DatelineModels

/// One word of a text, folded, with what matching needs to know of how it was written.
struct NameToken {
    /// Folded; apostrophes and the dots of initials left out.
    var key: String
    /// Without a possessive ending (`Blinken's` → `blinken`); nil where there is none.
    var possessor: String?
    /// Whether each folded scalar of ``key`` came from an upper- or title-case letter; only as long as needed.
    var capitals: [Bool]
    /// Whether something stands before this word that no name spans, such as the end of a sentence.
    var startsAnew: Bool
    var range: Range<String.Index>
    /// The end of the surface without the possessive ending.
    var possessorEnd: String.Index
}

/// Splits a text into words as names are compared: runs of letters and digits, where apostrophes inside a word and the dots
/// of initials (`U.S.`) don't split, and hyphens of every form do.
struct NameTokenizer {
    private let scalars: String.UnicodeScalarView
    private var position: String.Index
    private var breaks = true
    private var foldedScalars: [Unicode.Scalar: [Unicode.Scalar]] = [:]

    init(_ text: String) {
        scalars = text.unicodeScalars
        position = text.unicodeScalars.startIndex
    }

    static func tokens(of text: String) -> [NameToken] {
        var tokenizer = NameTokenizer(text)
        var tokens: [NameToken] = []
        while let token = tokenizer.next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() -> NameToken? {
        skipSeparators()
        guard position < scalars.endIndex else { return nil }
        let start = position
        var key = String.UnicodeScalarView()
        var capitals: [Bool] = []
        var end = position
        var lastApostrophe: (keyCount: Int, index: String.Index)?
        var letters = 0
        while position < scalars.endIndex {
            let scalar = scalars[position]
            if TextQuery.isWordScalar(scalar) {
                letters += append(scalar, to: &key, &capitals)
                position = scalars.index(after: position)
                end = position
            } else if joinsWord(scalar, keyCount: key.count) {
                if Self.isApostrophe(scalar) { lastApostrophe = (key.count, position) }
                position = scalars.index(after: position)
                if scalar == "." { end = position }
            } else {
                break
            }
        }
        let token = makeToken(key: key, capitals: capitals, range: start..<end, apostrophe: lastApostrophe)
        breaks = false
        mayBeAbbreviated = letters == 1 || Self.abbreviations.contains(token.key)
        return token
    }

    /// Whether a dot after the last word may abbreviate it (`St.`, `Dr.`, `J.`) instead of ending a sentence.
    private var mayBeAbbreviated = false

    private static let abbreviations: Set<String> = [
        "capt", "col", "dr", "ft", "gen", "gov", "hon", "jr", "lt", "mr", "mrs", "ms", "mt", "prof", "rep", "rev", "sen", "sgt",
        "sr", "st", "ste",
    ]

    private func makeToken(
        key: String.UnicodeScalarView, capitals: [Bool], range: Range<String.Index>, apostrophe: (keyCount: Int, index: String.Index)?
    ) -> NameToken {
        let text = String(key)
        var token = NameToken(
            key: text, possessor: nil, capitals: capitals, startsAnew: breaks, range: range, possessorEnd: range.upperBound
        )
        if let apostrophe, apostrophe.keyCount > 0 {
            let ending = key.dropFirst(apostrophe.keyCount)
            if ending.isEmpty || ending.elementsEqual(CollectionOfOne("s" as Unicode.Scalar)) {
                token.possessor = String(String.UnicodeScalarView(key.prefix(apostrophe.keyCount)))
                token.possessorEnd = apostrophe.index
            }
        }
        return token
    }

    /// Whether a scalar that is no letter goes on with the word: an apostrophe between letters, or the dot of initials.
    private func joinsWord(_ scalar: Unicode.Scalar, keyCount: Int) -> Bool {
        let following = scalars.index(after: position)
        guard following < scalars.endIndex, TextQuery.isWordScalar(scalars[following]) else {
            // The last dot of initials belongs to them.
            return scalar == "." && keyCount > 1 && endsInitials()
        }
        if Self.isApostrophe(scalar) { return true }
        return scalar == "." && isSingleLetter(before: position) && isSingleLetter(at: following)
    }

    private func endsInitials() -> Bool {
        guard isSingleLetter(before: position) else { return false }
        let letter = scalars.index(before: position)
        return letter > scalars.startIndex && scalars[scalars.index(before: letter)] == "."
    }

    private func isSingleLetter(before index: String.Index) -> Bool {
        guard index > scalars.startIndex else { return false }
        let letter = scalars.index(before: index)
        guard scalars[letter].properties.isAlphabetic else { return false }
        return letter == scalars.startIndex || !TextQuery.isWordScalar(scalars[scalars.index(before: letter)])
    }

    private func isSingleLetter(at index: String.Index) -> Bool {
        guard scalars[index].properties.isAlphabetic else { return false }
        let following = scalars.index(after: index)
        return following == scalars.endIndex || !TextQuery.isWordScalar(scalars[following])
    }

    private mutating func skipSeparators() {
        var newlines = 0
        while position < scalars.endIndex {
            let scalar = scalars[position]
            guard !TextQuery.isWordScalar(scalar) else { return }
            if scalar == "\n" {
                newlines += 1
                if newlines > 1 { breaks = true }
            } else if !(scalar.properties.isWhitespace || scalar == "&" || Self.isHyphen(scalar) || Self.isApostrophe(scalar)
                || Self.isInvisible(scalar)),
                !(scalar == "." && mayBeAbbreviated)
            {
                breaks = true
            }
            position = scalars.index(after: position)
        }
    }

    /// - Returns: how many letters of the key this scalar made.
    private mutating func append(_ scalar: Unicode.Scalar, to key: inout String.UnicodeScalarView, _ capitals: inout [Bool]) -> Int {
        if scalar.value < 0x80 {
            let isCapital = (0x41...0x5a).contains(scalar.value)
            key.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
            capitals.append(isCapital)
            return 1
        }
        let folded: [Unicode.Scalar]
        if let known = foldedScalars[scalar] {
            folded = known
        } else {
            folded = Array(Folding.fold(String(scalar)).unicodeScalars)
            foldedScalars[scalar] = folded
        }
        let category = scalar.properties.generalCategory
        let isCapital = category == .uppercaseLetter || category == .titlecaseLetter
        for part in folded {
            key.append(part)
            capitals.append(isCapital)
        }
        return folded.count
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "\u{2019}", "\u{2018}", "\u{02BC}", "\u{02BB}", "\u{0060}", "\u{00B4}", "\u{2032}", "\u{FF07}": true
        default: false
        }
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}", "\u{FE63}", "\u{FF0D}", "\u{00AD}": true
        default: false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format
    }
}
