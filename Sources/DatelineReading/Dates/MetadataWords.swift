/// The words of date lines.
enum MetadataWords {
    private static let modifiedMarks = [
        "updat", "modif", "edited", "revised", "changed", "aktualisiert", "mis à jour", "mise à jour", "actualiz", "aggiorna", "atualiz",
        "bijgewerkt", "обновлен", "оновлен", "تحديث", "amended",
        "güncelle", "uppdaterad", "opdateret", "oppdatert", "aktualizac", "aktualizován", "zaktualizow", "ενημέρωση", "ενημερώθηκε",
        "עודכן",
        "به‌روز", "بروزرسانی", "geändert", "更新", "अपडेट",
    ]
    private static let publishedMarks = [
        "publish", "posted", "created", "issued", "released", "filed", "erschienen", "veröffentlicht", "publié", "publicad", "pubblicat",
        "gepubliceerd", "опубликован", "опубліковано", "نشر",
        "release", "yayın", "publicerad", "publiceret", "publisert", "opublikow", "publikac", "δημοσί", "פורסם", "انتشار",
        "publikován",
        "publikoval", "公開", "发布", "發布", "प्रकाशित",
    ]

    /// What the text before a date says about it. The mark nearest to the date counts.
    static func label(_ bytes: ArraySlice<UInt8>) -> MetadataLine.Label {
        let text = Array(ByteText.string(bytes).lowercased().utf8)
        let modified = last(of: modifiedMarks, in: text)
        let published = last(of: publishedMarks, in: text)
        guard modified >= 0 || published >= 0 else { return last(of: ["date"], in: text) >= 0 ? .published : .none }
        return modified > published ? .modified : .published
    }

    private static func last(of marks: [String], in text: [UInt8]) -> Int {
        var best = -1
        for mark in marks {
            let mark = Array(mark.utf8)
            guard text.count >= mark.count else { continue }
            for start in (0...text.count - mark.count).reversed() where start > best && text[start] == mark[0] {
                if text[start..<start + mark.count].elementsEqual(mark) {
                    best = start
                    break
                }
            }
        }
        return best
    }

    private static let words: Set<String> = [
        "published", "publication", "posted", "date", "on", "at", "updated", "update", "last", "modified", "first", "edition", "issue",
        "print", "web", "edited", "created", "time", "local", "issued", "released", "revised", "was",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "am",
        "pm", "gmt", "utc",
        "min", "mins", "minute", "minutes", "read", "views", "view", "comments", "comment", "no", "the", "and", "share", "shares", "hrs",
        "article", "story", "online", "filed", "submitted",
        "aktualisiert", "veröffentlicht", "am", "um", "uhr", "le", "à", "publié", "mis", "jour", "publicado", "actualizado", "el",
        "pubblicato", "aggiornato", "il", "опубликовано", "обновлено", "alle", "kl", "las", "los", "de", "às", "om", "o", "godz", "в", "о",
        "ist", "ast", "bst", "cst", "bdt", "data", "tarih", "tarihi", "son", "dernière", "ultimo", "última", "laatste", "laatst", "senast",
        "sist", "sidst", "letzte", "zuletzt", "stand", "تاريخ", "تاریخ", "في", "آخر", "στις", "ב", "ore", "news", "a", "p.m", "a.m",
    ]

    private static let markBytes = (modifiedMarks + publishedMarks).map { Array($0.utf8) }

    /// Whether the word itself says that a date of publication or change follows.
    private static func isMark(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        return markBytes.contains { mark in
            bytes.count >= mark.count
                && (0...bytes.count - mark.count).contains { bytes[$0] == mark[0] && bytes[$0..<$0 + mark.count].elementsEqual(mark) }
        }
    }

    static func segments(_ text: String) -> [String] {
        var parts: [String] = []
        var current = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isDash = scalar == "-" || scalar == "–" || scalar == "—"
            let standsAlone = (index == 0 || scalars[index - 1] == " ") || (index + 1 == scalars.count || scalars[index + 1] == " ")
            if scalar == "|" || scalar == "•" || scalar == "·" || scalar == "/" || isDash && (standsAlone || scalar != "-") {
                parts.append(String(current))
                current = .init()
            } else {
                current.append(scalar)
            }
        }
        parts.append(String(current))
        return parts.map(\.trimmedSpaces).filter { !$0.trimmingPunctuation.isEmpty }
    }

    static func isOnlyLabels(_ segment: String) -> Bool {
        segment.split(separator: " ").allSatisfy { word in
            let bare = String(word).trimmingPunctuation.lowercased()
            return bare.isEmpty || words.contains(bare) || bare.utf8.allSatisfy(ByteText.isDigit) || isMark(bare)
        }
    }

    /// "Posted by admin on" without its "on".
    static func withoutTrailingLabels(_ segment: String) -> String {
        var parts = segment.split(separator: " ")
        while let last = parts.last, words.contains(String(last).trimmingPunctuation.lowercased()), parts.count > 2 { parts.removeLast() }
        return parts.joined(separator: " ")
    }

    /// "Source: Orlen News Agency"
    static func labelledSource(_ segment: String) -> String? {
        guard segment.lowercased().hasPrefix("source:") else { return nil }
        let name = String(segment.dropFirst("source:".count)).trimmedSpaces
        return OutletNames.isAgency(name) || OutletNames.looksLikeOutlet(name) ? name : nil
    }

    /// "in Opinion, Winter"
    static func isSection(_ segment: String) -> Bool {
        segment.hasPrefix("in ") && isPlaceOrSource(String(segment.dropFirst(3)))
    }

    /// A name of up to four capitalised words: a place, an outlet.
    static func isPlaceOrSource(_ segment: String) -> Bool {
        let parts = segment.split(separator: " ").map { String($0).trimmingPunctuation }.filter {
            !$0.isEmpty && !words.contains($0.lowercased())
        }
        guard (1...4).contains(parts.count), segment.utf8.count <= 50 else { return false }
        return parts.allSatisfy { $0.unicodeScalars.first?.properties.isLowercase == false || ["of", "de"].contains($0) }
    }

    private static let units: Set<String> = [
        "second", "minute", "min", "mins", "hour", "hr", "hrs", "day", "week", "month", "year", "seconds", "minutes", "hours", "days",
        "weeks", "months", "years", "h", "m", "d",
    ]

    /// "Updated 5 hours ago", "an hour ago", "just now", "yesterday", "today".
    static func relative(_ segment: String) -> MetadataLine.Label? {
        let parts = segment.lowercased().split(separator: " ").map { String($0).trimmingPunctuation }.filter { !$0.isEmpty }
        guard (1...8).contains(parts.count) else { return nil }
        let rest: [String]
        if parts.last == "ago", parts.count >= 2 {
            rest = parts.dropLast().filter {
                !units.contains($0) && Int($0) == nil && !["a", "an", "about", "one"].contains($0)
                    && !($0.last.map { "hmd".contains($0) } == true && Int($0.dropLast()) != nil)
            }
        } else if let last = parts.last, ["yesterday", "today", "tomorrow"].contains(last) {
            rest = Array(parts.dropLast())
        } else if parts.suffix(2) == ["just", "now"] {
            rest = Array(parts.dropLast(2))
        } else {
            return nil
        }
        guard rest.allSatisfy(words.contains) else { return nil }
        return label(Array(rest.joined(separator: " ").utf8)[...])
    }
}
