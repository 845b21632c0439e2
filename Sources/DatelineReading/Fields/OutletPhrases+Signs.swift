// What lines may be, before any of it is looked into.
extension OutletPhrases {
    /// What a line may be, as far as single words tell; most lines are none of it.
    struct Signs: OptionSet {
        let rawValue: UInt8

        static let logo = Signs(rawValue: 1)
        static let credit = Signs(rawValue: 2)
        static let invitation = Signs(rawValue: 4)
        static let description = Signs(rawValue: 8)
        static let copyright = Signs(rawValue: 16)
        static let about = Signs(rawValue: 32)
    }

    static func signs(_ line: ArraySlice<UInt8>) -> Signs {
        guard line.count <= longest else { return [] }
        let first = line.prefix { $0 != 0x20 }
        var signs = openings[firstWord(first)] ?? []
        if mayBeLogo(line) { signs.insert(.logo) }
        let head = line.prefix(120)
        if ByteText.offset(of: isWord, in: head) != nil || ByteText.offset(of: wasWord, in: head) != nil { signs.insert(.description) }
        if ByteText.offset(of: appeared, in: line) != nil { signs.insert(.credit) }
        if ByteText.offset(of: sign, in: line) != nil { signs.insert(.copyright) }
        return signs
    }

    /// By the first word of a line.
    private static let openings: WordTable<Signs> = {
        var result: [UInt64: Signs] = [:]
        func add(_ phrases: some Sequence<String>, _ sign: Signs) {
            for phrase in phrases {
                let word = phrase.utf8Prefix { $0 == 0x20 }
                // Beyond ASCII the first letter may be large or small.
                for form in [String(word), word.prefix(1).uppercased() + word.dropFirst()] {
                    result[firstWord(Array(form.utf8)[...]), default: []].insert(sign)
                }
            }
        }
        add(credits + sources + ["from:", "source"], .credit)
        add(invitations.keys, .invitation)
        add(rights, .copyright)
        add(abouts, .about)
        return WordTable(result)
    }()

    /// A number for a word, blind to case in ASCII.
    private static func firstWord(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(1) { ($0 ^ UInt64(ByteText.isUpper($1) ? $1 | 0x20 : $1)) &* 0x0000_0100_0000_01B3 }
    }

    private static let sign = Array("©".utf8)
    private static let isWord = Array(" is ".utf8)
    private static let wasWord = Array(" was ".utf8)
    private static let appeared = Array("appeared".utf8)
}
