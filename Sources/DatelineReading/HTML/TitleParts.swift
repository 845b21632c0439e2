import DatelineModels

/// The title of a page as its parts: headline, section, outlet, date, in any order.
enum TitleParts {
    private static let marks: Set<Substring> = ["|", "-", "–", "—", "::", "»", "«", "·", "•", ">", "<", "/", "~"]
    private static let mostWords = 80
    private static let longPart = 4

    static func split(_ title: String) -> [String] {
        let words = title.split(separator: " ")
        guard words.count <= mostWords else { return [title] }
        return words.split(whereSeparator: marks.contains).map { $0.joined(separator: " ") }
    }

    /// The only part of several words beside at least two others, or where the signs between them are none of text.
    static func longest(of parts: [String]) -> String? {
        let long = parts.filter { $0.split(separator: " ").count >= longPart && !isDate($0) && !OutletNames.looksLikeOutlet($0) }
        return parts.count >= 3 && long.count == 1 ? long.first : nil
    }

    /// What is left beside headline, sections and dates.
    static func name(of parts: [String]) -> String? {
        let names = parts.filter { !isDate($0) && !SectionWords.isMenu($0) && $0.split(separator: " ").count <= 5 && $0.utf8.count >= 3 }
        return names.count == 1 ? names.first : nil
    }

    private static func isDate(_ part: String) -> Bool {
        let bytes = Array(part.utf8)
        return !DateFinder(bytes, in: 0..<bytes.count).find(limit: 1).isEmpty
    }
}
