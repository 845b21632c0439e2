import DatelineModels

/// The runs of words of a text, to tell whether another text is part of it.
struct ArticleWords {
    private let runs: Set<Int>

    private static let length = 5

    init(_ text: String) {
        runs = Set(Self.hashes(text))
    }

    /// Whether most of the runs of five words of a paragraph occur.
    func holds(_ text: String) -> Bool {
        let hashes = Self.hashes(text)
        return !hashes.isEmpty && hashes.count(where: runs.contains) * 2 >= hashes.count
    }

    private static func hashes(_ text: String) -> [Int] {
        let words = Folding.fold(text).unicodeScalars.split { !$0.isAlphabetic && !("0"..."9").contains($0) }.map {
            String($0).hashValue
        }
        guard words.count > length else { return words.isEmpty ? [] : [combined(words[...])] }
        return (0...(words.count - length)).map { combined(words[$0..<($0 + length)]) }
    }

    private static func combined(_ words: ArraySlice<Int>) -> Int {
        var hasher = Hasher()
        for word in words { hasher.combine(word) }
        return hasher.finalize()
    }
}
