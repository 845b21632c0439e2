/// A month's name that is one month in Polish or Czech and another in Croatian: "listopada", "lis", "srp".
struct DoubtfulMonth: Equatable {
    let northern: Int
    let croatian: Int
    /// What words beside it tell. The language of the page knows better.
    var told: Int?

    /// - Parameter language: a BCP 47 tag.
    func month(in language: String?) -> Int? {
        switch language?.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
        case "pl": northern
        // "listopada" and "lip" aren't Czech.
        case "cs", "sk": northern == 8 || northern == 11 ? northern : nil
        case "hr", "bs", "sr": croatian
        default: nil
        }
    }

    /// The language of a text by its letters, where it is one in which these names stand. Small words don't tell these languages apart.
    static func language(of text: String) -> String? {
        var polish = 0
        var czech = 0
        var croatian = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            switch scalar {
            case "ą", "ę", "ł", "ś", "ź", "ż", "ń", "Ł", "Ś", "Ż": polish += 1
            case "ě", "ř", "ů", "ý", "á", "í", "Ř": czech += 1
            case "č", "š", "ž", "đ", "Č", "Š", "Ž", "Đ": croatian += 1
            default: break
            }
        }
        // Czech has most of the letters of Croatian, too.
        if polish >= fewestLetters, polish > (czech + croatian) * 4 { return "pl" }
        if czech >= fewestLetters, czech > polish * 4, czech * 2 > croatian { return croatian > 0 ? "cs" : nil }
        return croatian >= fewestLetters && croatian > (polish + czech) * 4 ? "hr" : nil
    }

    private static let fewestLetters = 3
}

extension FoundDate {
    /// Whether the month is open after all.
    var isMonthOpen: Bool { doubtfulMonth.map { $0.told == nil } ?? false }

    /// Takes the month that the name is in the language.
    mutating func settleMonth(in language: String?) {
        guard let doubt = doubtfulMonth, case .named(let year, _, let day) = self.day, let month = doubt.month(in: language) else { return }
        self.day = .named(year: year, month: month, day: day)
        doubtfulMonth = nil
    }
}
