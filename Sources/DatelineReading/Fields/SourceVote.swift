import DatelineModels

/// Decides between names that may be the outlet's: the one that the page prints in more places is likelier.
enum SourceVote {
    struct Candidate {
        let name: String
        let origin: FieldOrigin
        /// What the place where it was found is worth.
        let points: Int
    }

    private static let pointsForMention = 2
    private static let mostMentions = 3
    private static let pointsForAgreement = 3
    /// Outlets name themselves at the head and the foot of a page; no more of it is searched.
    private static let window = 100_000

    static func best(of candidates: [Candidate], _ page: Page) -> Candidate? {
        guard let first = candidates.first else { return nil }
        let keys = candidates.map { key($0.name) }
        if keys.allSatisfy({ $0 == keys[0] }) { return first }
        var best: (points: Int, index: Int)?
        for index in candidates.indices where keys.firstIndex(of: keys[index]) == index {
            let same = keys.indices.filter { keys[$0] == keys[index] }
            let points =
                same.reduce(0) { max($0, candidates[$1].points) } + (same.count - 1) * pointsForAgreement
                + min(mostMentions, mentions(of: keys[index], page)) * pointsForMention
            if best.map({ points > $0.points }) ?? true { best = (points, index) }
        }
        return best.map { candidates[$0.index] }
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
        let first = key[0]
        var count = 0
        var index = 0
        let end = min(page.bytes.count, window) - key.count
        while index <= end, count <= mostMentions {
            let byte = page.bytes[index]
            if (ByteText.isUpper(byte) ? byte | 0x20 : byte) == first, matches(page.bytes, index, key) {
                count += 1
                index += key.count
            } else {
                index += 1
            }
        }
        return count - 1
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
