import DatelineModels

/// Holds the dates that a page states for machines against the one it prints.
struct HTMLDates {
    private(set) var published: [String]
    private(set) var modified: [String]
    /// What isn't believed, or is said of something else.
    private(set) var passedOver: [(text: String, role: DateRole)] = []

    /// A page that was moved to another system often has the day of the move for its date.
    private static let moved: Int64 = 180 * 86_400
    /// 1 January 1993: what is stated before is a default value.
    private static let firstPage: Int64 = 725_846_400

    /// - Parameter shown: the date of publication that is printed beside the headline.
    init(_ statement: HTMLStatement, shown: PartialDate?, _ settings: ReadingSettings) {
        let value = { (text: String) in
            StatedDate(
                text, zone: settings.zone, order: settings.dateOrder, pageOrder: settings.pageOrder, notAfter: settings.notAfter,
                language: settings.language
            ).value
        }
        let isPlausible = { (text: String) in value(text).map { $0.latest > Self.firstPage } ?? true }
        published = statement.published.filter(isPlausible)
        modified = statement.modified.filter(isPlausible)
        passedOver =
            statement.published.filter { !isPlausible($0) }.map { ($0, .published) }
            + statement.modified.filter { !isPlausible($0) }.map { ($0, .modified) }
        defer { passedOver += statement.document.times.lazy.filter { $0.kind == .other }.map { ($0.value, .event) } }
        guard let stated = published.lazy.compactMap(value).first else { return }
        if let shown, stated.earliest - shown.latest > Self.moved {
            let isOfMove = { (text: String) in value(text).map { abs($0.earliest - stated.earliest) < 86_400 } ?? false }
            // What is printed is told by itself.
            passedOver +=
                published.filter { value($0) != shown }.map { ($0, .published) } + modified.filter(isOfMove).map { ($0, .modified) }
            modified.removeAll(where: isOfMove)
            published = []
            return
        }
        preferExact(to: stated, shown, value)
    }

    /// Of dates that agree the most precise counts: a day in JSON-LD, and the minute in print.
    private mutating func preferExact(to stated: PartialDate, _ shown: PartialDate?, _ value: (String) -> PartialDate?) {
        let holds = { (date: PartialDate) in
            date.precision > stated.precision && date.earliest >= stated.earliest - 14 * 3600 && date.latest <= stated.latest + 14 * 3600
        }
        guard stated.precision <= .day else { return }
        if let index = published.firstIndex(where: { value($0).map(holds) ?? false }) {
            published.insert(published.remove(at: index), at: 0)
        } else if let shown, holds(shown) {
            published.insert(shown.description, at: 0)
        }
    }
}
