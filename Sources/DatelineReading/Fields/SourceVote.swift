import DatelineModels

/// Decides between names that may be the outlet's: the one that the page prints in more places is likelier.
enum SourceVote {
    struct Candidate {
        let name: String
        let origin: FieldOrigin
        /// What the place where it was found is worth.
        let points: Int
        /// So much must be said for it altogether, or it doesn't count.
        var needs = 0
        /// Whether it says something that the page prints the name elsewhere, too.
        var countsMentions = true
    }

    private static let pointsForMention = 2
    private static let mostMentions = 3
    private static let pointsForAgreement = 3
    private static let mostAgreements = 3
    private static let pointsForAddress = 3
    /// Outlets name themselves at the head and the foot of a page; no more of it is searched.
    private static let window = 100_000

    static func best(of candidates: [Candidate], _ page: Page, _ addresses: PageAddresses? = nil) -> Candidate? {
        let keys = candidates.map { key($0.name) }
        let letters = candidates.map { self.letters($0.name) }
        var best: (points: Int, index: Int)?
        for index in candidates.indices where letters.firstIndex(of: letters[index]) == index {
            // Of the same name in several spellings the one in the surest place counts.
            let same = letters.indices.filter { letters[$0] == letters[index] }
            guard let surest = same.max(by: { (candidates[$0].points, $1) < (candidates[$1].points, $0) }) else { continue }
            var points = candidates[surest].points + min(mostAgreements, places(candidates, same) - 1) * pointsForAgreement
            if same.contains(where: { candidates[$0].countsMentions }) {
                points += min(mostMentions, mentions(of: keys[surest], page)) * pointsForMention
            }
            if candidates[surest].origin.how != .address, addresses?.holds(candidates[surest].name) ?? false { points += pointsForAddress }
            guard points >= same.reduce(Int.max, { min($0, candidates[$1].needs) }) else { continue }
            if best.map({ points > $0.points }) ?? true { best = (points, surest) }
        }
        return best.map { candidates[$0.index] }
    }

    /// In how many lines it was found, and in how many ways.
    private static func places(_ candidates: [Candidate], _ same: [Int]) -> Int {
        Set(same.map { candidates[$0].origin.line ?? 0 }).count
    }

    /// A name without its spaces and marks: "Karsh Live" is "KarshLive".
    static func letters(_ name: String) -> String {
        let folded = Folding.fold(name)
        let bare = folded.hasPrefix("the ") ? folded.dropFirst(4) : folded[...]
        var letters: [UInt8] = []
        for scalar in bare.unicodeScalars {
            if scalar.isASCII {
                if scalar.isAlphabetic || ByteText.isDigit(UInt8(scalar.value)) { letters.append(UInt8(scalar.value)) }
            } else if scalar.isAlphabetic || scalar.properties.numericType != nil {
                letters.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return ByteText.string(letters[...])
    }

    /// Blind to case in ASCII, and without the article.
    private static func key(_ name: String) -> [UInt8] {
        var key = name.utf8.map { ByteText.isUpper($0) ? $0 | 0x20 : $0 }
        if key.starts(with: "the ".utf8) { key.removeFirst(4) }
        return key
    }

    /// In how many places besides its own it stands.
    private static func mentions(of key: [UInt8], _ page: Page) -> Int {
        guard key.count >= 3 else { return 0 }
        var count = 0
        var index = 0
        let end = min(page.bytes.count, window) - key.count + 1
        while count <= mostMentions, let found = next(key, in: page.bytes, from: index, to: end) {
            if matches(page.bytes, found, key) {
                count += 1
                index = found + key.count
            } else {
                index = found + 1
            }
        }
        return count - 1
    }

    /// Where the first and the third letter stand as in the key; nil where nothing does.
    private static func next(_ key: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        // Blind to case as far as letters go; what else differs in this bit is told by who compares all of it.
        let (first, third) = (key[0] | 0x20, key[2] | 0x20)
        return bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < end, bytes[index] | 0x20 != first || bytes[index + 2] | 0x20 != third { index += 1 }
            return index < end ? index : nil
        }
    }

    private static func matches(_ bytes: [UInt8], _ start: Int, _ key: [UInt8]) -> Bool {
        if start > 0, ByteText.isASCIILetter(bytes[start - 1]) { return false }
        if start + key.count < bytes.count, ByteText.isASCIILetter(bytes[start + key.count]) { return false }
        for offset in key.indices {
            let byte = bytes[start + offset]
            if (ByteText.isUpper(byte) ? byte | 0x20 : byte) != key[offset] { return false }
        }
        return true
    }
}
