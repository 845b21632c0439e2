import DatelineModels

/// A line at the head of the page that names the author without saying "By".
struct BareByline {
    let index: Int
    let text: String

    private static let window = 14
    private static let linesAbove = 3
    private static let jobs: Set<String> = [
        "correspondent", "reporter", "writer", "editor", "journalist", "columnist", "redakteur", "redakteurin", "journaliste", "periodista",
        "giornalista", "jornalista", "dziennikarz", "dziennikarka", "muhabir", "корреспондент",
    ]

    /// - Parameters:
    ///   - top: the line of the headline, or of its last copy at the head of the page.
    ///   - source: as far as it is known; it may stand behind the name.
    static func find(in page: Page, _ classes: LineClassification, top: Int, headEnd: Int, source: String?) -> BareByline? {
        let firstProse = page.roles[top...].firstIndex(of: .prose) ?? min(page.roles.count, top + window)
        for index in top + 1..<max(top + 1, min(firstProse, top + window)) where mayName(page, index) {
            if let text = name(page.text(index), source, isBesideDate: isBesideDate(index, classes)) {
                return BareByline(index: index, text: text)
            }
        }
        // Under a deck that is a sentence; the date must be there, too.
        for index in firstProse..<max(firstProse, min(headEnd, top + window)) where mayName(page, index) && isBesideDate(index, classes) {
            if let text = name(page.text(index), source, isBesideDate: true) { return BareByline(index: index, text: text) }
        }
        for index in max(0, top - linesAbove)..<top where mayName(page, index) && isBesideDate(index, classes) {
            if let text = name(page.text(index), source, isBesideDate: true) { return BareByline(index: index, text: text) }
        }
        return nil
    }

    /// "Transport correspondent", "Staff Writer": what the author is.
    static func isJob(_ page: Page, _ index: Int) -> Bool {
        guard page.lines[index].words <= 5, mayName(page, index) else { return false }
        return page.text(index).split(separator: " ").last.map { jobs.contains($0.lowercased()) } ?? false
    }

    private static func mayName(_ page: Page, _ index: Int) -> Bool {
        switch page.roles[index] {
        case .title, .other, .sentence, .removed(.navigation): true
        default: false
        }
    }

    private static func isBesideDate(_ index: Int, _ classes: LineClassification) -> Bool {
        (index - 2...index + 2).contains { classes.metadata[$0].map { !$0.dates.isEmpty || $0.relative != nil } ?? false }
    }

    private static func name(_ text: String, _ source: String?, isBesideDate: Bool) -> String? {
        if let source, Folding.fold(text) == Folding.fold(source) { return nil }
        if let names = PersonNames.names(in: text) { return isCased(names) || isBesideDate ? names : nil }
        if let source, text.hasSuffix(" " + source) { return PersonNames.names(in: String(text.dropLast(source.count + 1))) }
        guard isBesideDate else { return nil }
        for mark in [" at ", " in ", " | ", ", "] {
            guard let found = text.firstRange(of: mark) else { continue }
            let rest = text[found.upperBound...]
            let isPlaceOrJob = rest.split(separator: " ").count <= 3
            if isPlaceOrJob, let names = PersonNames.names(in: String(text[..<found.lowerBound])) { return names }
        }
        return nil
    }

    private static func isCased(_ text: String) -> Bool { text.unicodeScalars.contains { $0.properties.isUppercase } }
}
