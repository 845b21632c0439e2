import DatelineModels

/// Labels beside a day that make it the day of an event: "Date: 18 May 2024 / Time: 19:00 / Venue: Town hall".
enum EventLabels {
    private static let reach = 3
    private static let longestLine = 100
    private static let longestLabel = 28

    /// Whether the lines around a date are those of an announcement.
    /// - Parameters:
    ///   - index: of the line that holds the date.
    ///   - label: what is said of the date. Nothing makes that of an event which is said to be the day of publication.
    ///   - count: of all lines.
    ///   - line: the text of one of them.
    static func areBeside(_ index: Int, _ label: MetadataLine.Label, of count: Int, _ line: (Int) -> ArraySlice<UInt8>) -> Bool {
        let own = line(index)
        let told = opening(of: own)
        let isDay = told.map { days.contains($0.label) } ?? false || told?.hasColon != true && index > 0 && isAlone(line(index - 1))
        guard label == .none || label == .published && isDay, own.count <= longestLine else { return false }
        var found = Set(MetadataWords.segments(ByteText.string(own)).dropFirst().compactMap { kind(of: Array($0.utf8)[...], isDay) })
        for step in [-1, 1] {
            for distance in 1...reach {
                let next = index + step * distance
                guard next >= 0, next < count, case let bytes = line(next), bytes.count <= longestLine else { break }
                if let kind = distance == 1 && isSpan(bytes) ? .announcement : kind(of: bytes, isDay) { found.insert(kind) }
            }
        }
        if found.contains(.announcement) { return true }
        // Beside an author, a category or a contact they are those of the article: "Date: … / Time: 10:15 / By Lena Marsk".
        return isDay && found.contains(.detail) && !found.contains(.credit)
    }

    private enum Kind { case announcement, detail, credit }

    /// - Parameter isDay: beside a day with a label others count without a colon, too.
    private static func kind(of line: ArraySlice<UInt8>, _ isDay: Bool) -> Kind? {
        if line.starts(with: "By ".utf8) { return .credit }
        guard let (label, hasColon) = opening(of: line), hasColon || isDay else { return nil }
        if announcements.contains(label) { return .announcement }
        return details.contains(label) ? .detail : credits.contains(label) ? .credit : nil
    }

    private static let hourWords: Set<String> = ["a", "m", "am", "pm", "p", "uhr", "h", "noon", "midnight"]

    /// "4:00 p.m. - 7:00 p.m.": from when until when.
    private static func isSpan(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= longestLabel, line.contains(where: ByteText.isDigit) else { return false }
        var text = ByteText.string(line).lowercased()
        for dash in ["–", "—", " to ", " bis "] { text = text.replacingPhrase(dash, with: "-") }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && text.holds(":")
            && parts.allSatisfy { part in
                let words = part.unicodeScalars.split { !$0.isAlphabetic }
                return (1...4).contains(part.utf8.count(where: ByteText.isDigit)) && words.allSatisfy { hourWords.contains(String($0)) }
            }
    }

    /// "Date" in a line of its own.
    private static func isAlone(_ line: ArraySlice<UInt8>) -> Bool {
        line.count <= longestLabel && !line.contains(where: ByteText.isDigit)
            && days.contains(Folding.fold(ByteText.string(line)).trimmingPunctuation)
    }

    /// What stands before the first colon; or before the first digit, or all of a line of few words.
    private static func opening(of line: ArraySlice<UInt8>) -> (label: String, hasColon: Bool)? {
        let text = Folding.fold(ByteText.string(line.prefix(longestLine).drop { $0 & 0xC0 == 0x80 }))
        let head = text.unicodeScalars.prefix { $0 != ":" && $0 != "：" && !("0"..."9").contains($0) }
        guard head.endIndex < text.endIndex || text.utf8.count <= longestLabel else { return nil }
        let hasColon = head.endIndex < text.endIndex && !("0"..."9").contains(text.unicodeScalars[head.endIndex])
        let label = String(head).trimmingPunctuation
        // "Date Saturday 18 May 2024"
        let first = hasColon ? label : label.spacedWords.first.map(String.init) ?? ""
        guard !first.isEmpty, label.utf8.count <= longestLabel else { return nil }
        return (first, hasColon)
    }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: "|").map { Folding.fold(String($0)) })
    }

    private static let days = set("date|datum|dato|fecha|data|tarih|дата|ημερομηνία|date and time|date & time|day|tag|jour|día")

    private static let announcements = set(
        "venue|where|tickets|ticket|admission|doors|doors open|entry fee|rsvp|veranstaltungsort|eintritt|tickets ab|wo|où|billets|billetterie|"
            + "dónde|entradas|dove|biglietti|onde|ingressos|bilhetes|waar|toegang|gdzie|wstęp|bilety|biljetter|hvor|billetter|где|билеты|вход|"
            + "nerede|biletler")

    private static let details = set(
        "time|start|starts|begins|location|place|price|cost|entry|uhrzeit|zeit|beginn|ort|heure|horaire|horaires|lieu|tarif|tarifs|entrée|"
            + "hora|horario|lugar|precio|ora|orario|luogo|ingresso|horário|local|preço|tijd|aanvang|locatie|plaats|prijs|godzina|miejsce|cena|"
            + "tid|plats|sted|время|место|saat|yer")

    private static let credits = set(
        "by|author|source|byline|reporter|written by|posted by|autor|autorin|quelle|auteur|fuente|fonte|autore|bron|автор|источник|yazar|kaynak|"
            + "contact|press contact|kontakt|category|categories|section|topic|reference|ref|tags|filed under|posted in|views|comments|rubrik|"
            + "kategorie|catégorie|categoría|categoria|рубрика"
    )
}
