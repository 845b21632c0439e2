import DatelineModels

/// Lines that tell in a few words whose report it is: "Lena Marsk reports from Karsh", "Aus Karsh berichtet Lena Marsk", "From Lena Marsk in
/// Karsh"; and the end of a deck: "…, writes Lena Marsk".
enum ReporterLine {
    private static let longest = 120
    private static let mostWords = 9

    /// The name in a line of nothing else.
    static func name(in text: String) -> String? {
        guard text.utf8.count <= longest else { return nil }
        let words = text.trimmedEnd(of: ".:,").trimmedStart(of: "—–-•·( ").spacedWords
        guard (3...mostWords).contains(words.count) else { return nil }
        if let verb = words.firstIndex(where: { verbs.contains($0.lowercased()) }) {
            return before(verb, words) ?? after(verb, words)
        }
        return behindPlace(words)
    }

    /// "Lena Marsk reports", "Lena Marsk reports from Karsh"
    private static func before(_ verb: Int, _ words: [Substring]) -> String? {
        guard verb >= 2, isPlace(words[(verb + 1)...]) else { return nil }
        // "From Karsh, Lena Marsk reports"
        let start = words[..<verb].lastIndex { $0.hasSuffix(",") }.map { $0 + 1 } ?? 0
        guard start == 0 || isPlace(words[..<start]) else { return nil }
        return names(words[start..<verb])
    }

    /// "Aus Karsh berichtet Lena Marsk", "Es berichtet Lena Marsk"
    private static func after(_ verb: Int, _ words: [Substring]) -> String? {
        let head = words[..<verb]
        guard head.count == 1 && fillers.contains(head[0].lowercased()) || !head.isEmpty && isPlace(head) else { return nil }
        return names(words[(verb + 1)...])
    }

    /// "From Lena Marsk in Karsh", "Aus Karsh von Lena Marsk"
    private static func behindPlace(_ words: [Substring]) -> String? {
        guard places.contains(words[0].lowercased()) else { return nil }
        if let joint = words.dropFirst(2).firstIndex(where: { authors.contains($0.lowercased()) }), isPlace(words[..<joint]) {
            return names(words[(joint + 1)...])
        }
        guard words[0] == "From" || words[0] == "FROM",
            let joint = words.dropFirst(3).firstIndex(where: { $0.lowercased() == "in" || $0.lowercased() == "at" }),
            isPlace(words[joint...])
        else { return nil }
        return names(words[1..<joint])
    }

    /// A word that says where, and up to three with capitals; or nothing.
    private static func isPlace(_ words: ArraySlice<Substring>) -> Bool {
        guard let first = words.first else { return true }
        return places.contains(first.lowercased()) && (2...4).contains(words.count)
            && words.dropFirst().allSatisfy { $0.unicodeScalars.first?.isUppercase ?? false }
    }

    private static func names(_ words: ArraySlice<Substring>) -> String? {
        guard !words.isEmpty, words.count <= 7 else { return nil }
        return PersonNames.names(in: words.joined(separator: " "))
    }

    private static let verbs: Set<String> = [
        "reports", "reporting", "berichtet", "berichten", "informa", "rapporte", "raconte", "bericht", "rapporterar", "rapporterer",
        "сообщает", "bildiriyor",
    ]
    private static let places: Set<String> = ["from", "in", "at", "aus", "depuis", "à", "desde", "da", "de", "uit", "från", "fra", "из"]
    private static let fillers: Set<String> = ["es"]
    private static let authors: Set<String> = ["von", "par", "por", "av", "af", "door"]

    /// "The bridge is old and the council poor, writes Lena Marsk": the end of a sentence or two over the text.
    static func name(atEndOf deck: String) -> String? {
        // Who is quoted, and whose book is named, is no reporter.
        guard !deck.unicodeScalars.contains(where: quotationMarks.contains) else { return nil }
        let words = deck.trimmedEnd(of: ".").suffixWords(8)
        // "… their chance. Lena Marsk reports"
        if let last = words.last, verbs.contains(last.lowercased()), let end = words.dropLast().lastIndex(where: \.isStopped) {
            return names(words[(end + 1)..<(words.count - 1)])
        }
        // "… their chance. By Lena Marsk", "… their chance. Words by Lena Marsk"
        if let end = words.lastIndex(where: \.isStopped), end + 1 < words.count,
            let byline = Byline(words[(end + 1)...].joined(separator: " ")), byline.kind == .person,
            PersonNames.names(in: byline.text) != nil
        {
            return byline.text
        }
        guard let verb = words.lastIndex(where: { telling.contains($0.lowercased()) }), verb > 0, words[verb - 1].isClosed else {
            return nil
        }
        return names(words[(verb + 1)...])
    }

    private static let quotationMarks = Set("\"“”„«»‹›".unicodeScalars)
    private static let telling: Set<String> = [
        "writes", "reports", "schreibt", "berichtet", "schrijft", "skriver", "escribe", "escreve", "scrive", "écrit",
    ]
}

extension String {
    /// The last words, of a text of any length.
    fileprivate func suffixWords(_ most: Int) -> [Substring] {
        String(String.UnicodeScalarView(unicodeScalars.suffix(200))).spacedWords.suffix(most)
    }
}

extension Substring {
    fileprivate var isStopped: Bool { unicodeScalars.last.map { ".?!”\"’»".unicodeScalars.contains($0) } ?? false && count > 2 }

    /// Ends with a comma, a stop, or the end of a quotation.
    fileprivate var isClosed: Bool { unicodeScalars.last.map { ",.?!”\"’»".unicodeScalars.contains($0) } ?? false }
}
