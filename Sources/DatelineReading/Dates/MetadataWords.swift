/// The words of date lines.
enum MetadataWords {
    private static let modifiedMarks = [
        "updat", "modif", "aangepast", "edited", "revised", "changed", "aktualisier", "überarbeitet", "bearbeitet", "mis à jour",
        "mise à jour",
        "actualiz", "aggiorna", "atualiz",
        "bijgewerkt", "обновлен", "оновлен", "تحديث", "amended",
        "güncelle", "uppdaterad", "opdateret", "oppdatert", "aktualizac", "aktualizován", "aktualiziran", "zaktualizow", "ενημέρωση",
        "ενημερώθηκε",
        "עודכן",
        " stand:", " stand ", "letzte änderung", "última modificación", "última actualización", "ultima modifica", "dernière modification",
        "última alteração",
        "laatst gewijzigd", "senast ändrad", "sist endret", "senest ændret", "päivitetty", "изменен", "змінен", "ред.", "修改", "修订", "수정",
        "최종",
        "به‌روز", "بروزرسانی", "geändert", "zmienion", "frissít", "módosít", "actualizat", "muokattu", "redigerad", "redigeret", "redigert",
        "gewijzigd", "ažurirano", "posodobljeno", "ажурирано", "актуализиран", "corrected", "diperbarui", "cập nhật", "হালনাগাদ", "আপডেট", "更新",
        "अपडेट",
    ]
    private static let publishedMarks = [
        "publish", "posted", "created", "issued", "released", "filed", "erschienen", "veröffentlicht", "publié", "publicad", "pubblicat",
        "gepubliceerd", "опубликован", "опубліковано", "نشر",
        "release", "yayın", "giriş", "ekleme", "publicerad", "publiceret", "publisert", "opublikow", "publikac", "δημοσί", "פורסם",
        "انتشار",
        "erstellt", "online seit", "créé", "mis en ligne", "mise en ligne", "inserito", "caricato", "geplaatst", "gepost", "postad",
        "lagt ut",
        "lagt upp", "inlagd", "dodano", "utworzono", "добавлен", "размещен", "розміщен", "додано", "αναρτήθηκε", "ανάρτηση",
        "δημιουργήθηκε",
        "dato:", "datum:", "נכתב", "עלה לאתר", "תאריך פרסום", "نُشر", "منشور", "انتشار یافت", "发表", "發表", "时间：", "日期：", "掲載", "配信", "投稿",
        "입력", "등록", "게시",
        "vydáno", "postat la",
        "postado", "eklen", "oluşturul",
        "publikován",
        "publikoval", "julkaistu", "közzétéve", "megjelent", "publicat", "zveřejněn", "zverejnen", "публикуван", "objavljen", "објављен",
        "publicac", "publicaç", "pubblicaz", "публикац", "публікац", "parution", "vydání", "tanggal",
        "avaldatud", "publicēts", "paskelbta", "đăng lúc", "diterbitkan", "dipublikasikan", "প্রকাশ", "公開", "发布", "發布", "प्रकाशित",
    ]

    /// What the text before a date says about it. The mark nearest to the date counts.
    static func label(_ bytes: ArraySlice<UInt8>) -> MetadataLine.Label {
        if OtherDates.isLabel(bytes) { return .other }
        let printed = ByteText.string(bytes)
        let text = searched(printed)
        if let label = marks.last(in: text) { return label }
        let segment = segments(printed).last
        if let segment, let isPublication = isDateOfPublication(segment) { return isPublication ? .published : .unknown }
        // "Kick-off: 3 May 2020": nobody knows what that label says.
        if let segment, segment.hasSuffix(":"), !isOnlyLabels(segment), isUnknownLabel(segment) { return .unknown }
        return .none
    }

    /// Whether the last mark in a text is one of publication.
    static func saysPublished(_ text: String) -> Bool { marks.last(in: searched(text)) == .published }

    /// Some marks are words of their own only: the space before them is part of them.
    private static func searched(_ text: String) -> [UInt8] { [0x20] + text.lowercased().utf8 }

    /// "(updated)" behind a date.
    static func isChangeMark(_ bytes: ArraySlice<UInt8>) -> Bool {
        let printed = ByteText.string(bytes)
        // It may speak of what follows.
        if printed.trimmedSpaces.hasSuffix(":") { return false }
        let text = printed.trimmingPunctuation.lowercased()
        return !text.isEmpty && text.spacedWords.count <= 3 && !text.utf8.contains(where: ByteText.isDigit) && isOnlyLabels(text)
            && marks.last(in: searched(text)) == .modified
    }

    /// A few words, and neither a credit, an outlet's name nor a person's.
    private static func isUnknownLabel(_ segment: String) -> Bool {
        let name = segment.trimmedEnd(of: ":")
        return name.spacedWords.count <= 4 && Byline(name) == nil && !OutletNames.looksLikeOutlet(name) && !OutletNames.isAgency(name)
            && PersonNames.names(in: name) == nil && name.unicodeScalars.contains { $0.isLowercase }
    }

    /// "Date:", "Issue date", "Lena Marsk Date:", but not "Election date:"; nil where no date is spoken of.
    private static func isDateOfPublication(_ segment: String) -> Bool? {
        guard ByteText.offset(of: dateMark, in: Array(segment.lowercased().utf8)) != nil else { return nil }
        let all = segment.spacedWords.map { String($0).trimmingPunctuation }
        guard let last = all.lastIndex(where: { $0.lowercased().hasPrefix("date") || $0.hasSuffix("Date") }) else { return nil }
        let glued = all[last].lowercased().hasPrefix("date") ? "" : String(all[last].dropLast(4))
        let rest = (all[..<last] + [glued]).filter {
            !$0.isEmpty && !words.contains($0.lowercased()) && !ofArticle.contains($0.lowercased())
        }
        guard !rest.isEmpty else { return true }
        // What stands before the label is a line of its own in effect, and ends in no word of the label.
        let name = rest.joined(separator: " ")
        return PersonNames.names(in: name) != nil || OutletNames.isAgency(name) || OutletNames.looksLikeOutlet(name)
            || Byline(name)?.kind == .person
    }

    /// Beside "date" they say that it is the article's.
    private static let ofArticle: Set<String> = [
        "of", "by", "pub", "publ", "post", "page", "entry", "blog", "report", "press", "record", "filing",
    ]
    private static let dateMark = Array("date".utf8)
    private static let marks = PhraseTable<MetadataLine.Label>(
        publishedMarks.map { ($0, .published) } + modifiedMarks.map { ($0, .modified) })

    private static let words: Set<String> = [
        "published", "publication", "posted", "date", "on", "at", "updated", "update", "last", "modified", "first", "edition", "issue",
        "print", "web", "edited", "created", "time", "local", "issued", "released", "revised", "was", "reviewed",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "am",
        "pm", "gmt", "utc",
        "min", "mins", "minute", "minutes", "read", "views", "view", "comments", "comment", "no", "the", "and", "share", "shares", "hrs",
        "article", "story", "online", "filed", "submitted",
        "aktualisiert", "veröffentlicht", "am", "um", "uhr", "le", "à", "publié", "mis", "jour", "publicado", "actualizado", "el",
        "pubblicato", "aggiornato", "il", "опубликовано", "обновлено", "alle", "kl", "las", "los", "de", "às", "om", "o", "godz", "в", "о",
        "ist", "ast", "bst", "cst", "bdt", "data", "tarih", "tarihi", "son", "dernière", "ultimo", "última", "laatste", "laatst", "senast",
        "sist", "sidst", "letzte", "zuletzt", "stand", "تاريخ", "تاریخ", "في", "آخر", "στις", "ב", "ore", "news", "a", "p.m", "a.m",
        "em", "den", "dem", "vom", "di", "del", "dia", "dnia", "na", "do", "la", "erstellt", "seit", "por", "час", "г", "года", "року",
        "godzina", "klokken",
        "klockan", "ώρα", "στις", "بتاريخ", "الساعة", "م", "ص", "ساعت", "בשעה", "בתאריך", "h", "hs", "hrs", "heures", "horas", "horário",
        "brasília",
        "uur", "klo", "ч", "день", "مساء", "مساءً", "صباحا", "صباحاً", "توقيت", "بتوقيت", "مكة", "المكرمة", "غرينتش", "القاهرة", "기사입력", "등록",
        "승인",
        "기사원문", "오전", "오후", "nr", "pressemelding", "pressemeddelelse", "pressmeddelande", "dato", "datum", "time:", "posted:", "by:",
        "reading", "fecha", "дата", "ημερομηνία", "dátum", "päivä", "päiväys", "dated",
    ]

    /// Whether the word itself says that a date of publication or change follows.
    private static func isMark(_ word: String) -> Bool { marks.last(in: Array(word.utf8)) != nil }

    static func segments(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var parts: [String] = []
        var start = 0
        var index = 0
        let end = { (index: Int) in
            let part = ByteText.string(bytes[start..<index]).trimmedSpaces
            if !part.trimmingPunctuation.isEmpty { parts.append(part) }
        }
        while index < bytes.count {
            let sign = lengthOfSign(bytes, index)
            if sign > 0 || index > 0 && startsMark(bytes, index) {
                end(index)
                start = index + sign
            }
            index += max(sign, ByteText.lengthOfScalar(lead: bytes[index]))
        }
        end(bytes.count)
        return parts
    }

    /// Of a bar, bullet, stroke or dash between two parts; a hyphen is one only beside a space.
    private static func lengthOfSign(_ bytes: [UInt8], _ index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "|"), UInt8(ascii: "/"): 1
        // Two spaces, and the wide one of East Asia.
        case 0x20 where index + 1 < bytes.count && bytes[index + 1] == 0x20: 2
        case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
        case UInt8(ascii: "-"):
            index == 0 || bytes[index - 1] == 0x20 || index + 1 == bytes.count || bytes[index + 1] == 0x20 ? 1 : 0
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xB7: 2
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && [0x93, 0x94, 0xA2].contains(bytes[index + 2]): 3
        default: 0
        }
    }

    /// "Lena Marsk Updated …", "Lena MarskPosted on …": behind a name, the word begins a part of its own.
    private static func startsMark(_ bytes: [UInt8], _ index: Int) -> Bool {
        let first = bytes[index]
        if first < 0x80 {
            guard splittingFirsts.contains(first | 0x20), ByteText.isASCIILetter(first) else { return false }
        }
        let previous = index - ByteText.lengthOfScalar(endingAt: index, from: 0, in: bytes)
        let scalars = ByteText.string(bytes[previous..<min(index + 4 * longestSplitting, bytes.count)]).unicodeScalars
        guard let before = scalars.first, let letter = scalars.dropFirst().first,
            before == " " ? letter.isAlphabetic : before.isLowercase && letter.isUppercase
        else { return false }
        let word = scalars.dropFirst().prefix(longestSplitting).prefix { $0.isAlphabetic }
        return splitting.contains(String(word).lowercased())
    }

    private static let longestSplitting = 12
    private static let splittingFirsts = Set(splitting.compactMap(\.utf8.first))

    private static let splitting: Set<String> = [
        "updated", "published", "posted", "modified", "aktualisiert", "veröffentlicht", "publié", "publicado", "actualizado", "atualizado",
        "pubblicato", "aggiornato", "gepubliceerd", "bijgewerkt", "publicerad", "uppdaterad", "publiceret", "opdateret", "publisert",
        "oppdatert",
        "opublikowano", "zaktualizowano", "yayınlanma", "güncelleme", "опубликовано", "обновлено", "опубліковано", "оновлено", "עודכן",
        "פורסם",
        "نشر", "تحديث", "δημοσιεύτηκε", "δημοσιεύθηκε", "ενημερώθηκε",
    ]

    static func isOnlyLabels(_ segment: String) -> Bool {
        segment.spacedWords.allSatisfy { word in
            let bare = String(word).trimmingPunctuation.lowercased()
            return bare.isEmpty || words.contains(bare) || isMark(bare)
                || bare.utf8.allSatisfy { ByteText.isDigit($0) || $0 == UInt8(ascii: ":") }
        }
    }

    /// "Posted by admin on" without its "on".
    static func withoutTrailingLabels(_ segment: String) -> String {
        var parts = segment.spacedWords
        while let last = parts.last, words.contains(String(last).trimmingPunctuation.lowercased()), parts.count > 2 { parts.removeLast() }
        return parts.joined(separator: " ")
    }

    private static let sourceLabels: Set<String> = [
        "source", "quelle", "fuente", "fonte", "bron", "źródło", "kaynak", "источник", "джерело", "المصدر", "منبع", "来源", "來源", "出典", "출처",
        "πηγή",
        "מקור", "स्रोत", "kilde", "källa", "sursa", "zdroj", "via",
    ]

    /// "Source: Orlen News Agency", "来源：临榆晚报"
    static func labelledSource(_ segment: String) -> String? {
        let scalars = segment.unicodeScalars
        guard let colon = scalars.prefix(14).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        guard sourceLabels.contains(String(scalars[..<colon]).trimmedSpaces.lowercased()) else { return nil }
        // What follows a wide space is another matter.
        let name = String(scalars[scalars.index(after: colon)...].prefix { $0 != "\u{3000}" }).trimmedSpaces
        if OutletNames.isAgency(name) || OutletNames.looksLikeOutlet(name) { return name }
        let words = name.spacedWords
        // A label leaves little doubt; but an address is no name.
        guard (1...5).contains(words.count), name.utf8.count <= 60, !name.holds("/"), !name.utf8.contains(where: ByteText.isDigit),
            words.allSatisfy({ $0.unicodeScalars.first?.isLowercase == false || $0.utf8.count <= 3 })
        else { return nil }
        return name
    }

    /// "in Opinion, Winter"
    static func isSection(_ segment: String) -> Bool {
        segment.hasPrefix("in ") && isPlaceOrSource(String(segment.dropFirst(3)))
            || segment.lowercased().hasPrefix("in ") && SectionWords.isMenu(String(segment.dropFirst(3)))
    }

    /// A name of up to four capitalised words: a place, an outlet.
    static func isPlaceOrSource(_ segment: String) -> Bool {
        let parts = segment.spacedWords.map { String($0).trimmingPunctuation }.filter {
            !$0.isEmpty && !words.contains($0.lowercased())
        }
        guard (1...4).contains(parts.count), segment.utf8.count <= 50 else { return false }
        return parts.allSatisfy { $0.unicodeScalars.first?.isLowercase == false || ["of", "de"].contains($0) }
    }

    private static let units: Set<String> = [
        "second", "minute", "min", "mins", "hour", "hr", "hrs", "day", "week", "month", "year", "seconds", "minutes", "hours", "days",
        "weeks", "months", "years", "h", "m", "d", "a", "an", "about", "one", "few", "over", "almost",
        "sekunden", "minute", "minuten", "stunde", "stunden", "tag", "tagen", "woche", "wochen", "monat", "monaten", "jahr", "jahren",
        "einer", "einem",
        "minutes", "heure", "heures", "jour", "jours", "semaine", "semaines", "mois", "ans", "une", "un",
        "minuto", "minutos", "hora", "horas", "día", "días", "dia", "dias", "semana", "semanas", "mes", "meses", "mês", "año", "años",
        "ano", "anos",
        "uma", "um", "una", "minuti", "ora", "ore", "giorno", "giorni", "settimana", "settimane", "minuut", "uur", "dag", "dagen", "weken",
        "maanden", "een",
        "minuter", "timme", "timmar", "dagar", "veckor", "minutter", "time", "timer", "dage", "dager", "uger", "uker",
        "minut", "minuty", "godzina", "godzinę", "godziny", "godzin", "dni", "dzień", "dakika", "saat", "gün", "hafta",
        "минут", "минуты", "минуту", "час", "часа", "часов", "день", "дня", "дней", "недели", "хвилин", "хвилини", "години", "годин",
        "годину", "дні", "днів",
        "λεπτά", "ώρα", "ώρες", "ημέρα", "ημέρες", "μέρες", "דקות", "שעה", "שעות", "שעתיים", "יום", "ימים", "יומיים",
        "دقائق", "دقيقة", "ساعة", "ساعات", "ساعتين", "يوم", "يومين", "أيام", "دقیقه", "ساعت", "روز", "मिनट", "घंटे", "घंटा", "दिन", "분", "시간",
        "일",
    ]

    /// "Updated 5 hours ago", "hace 2 horas", "vor einer Stunde", "2 часа назад", "3小时前", "just now", "yesterday", "today".
    static func relative(_ segment: String) -> MetadataLine.Label? {
        // "5 hours ago" and its like are short, whatever signs stand between.
        guard segment.utf8.count <= 200 else { return nil }
        let parts = segment.lowercased().spacedWords.map { String($0).trimmingPunctuation }.filter { !$0.isEmpty }
        guard (1...9).contains(parts.count) else { return nil }
        var rest = parts
        if parts.count >= 2, days.contains(parts[0]), parts.dropFirst().allSatisfy(isClock) { return MetadataLine.Label.none }
        if let last = parts.last, ["yesterday", "today", "tomorrow"].contains(last) {
            rest.removeLast()
        } else if parts.suffix(2) == ["just", "now"] {
            rest.removeLast(2)
        } else if let age = age(parts) {
            rest = age
        } else {
            return nil
        }
        guard rest.allSatisfy({ words.contains($0) || isMark($0) }) else { return nil }
        return label(Array(rest.joined(separator: " ").utf8)[...])
    }

    /// Today and yesterday, before a time: "Yesterday, 17:40".
    private static let days: Set<String> = [
        "today", "yesterday", "heute", "gestern", "hier", "aujourd'hui", "aujourd’hui", "hoy", "ayer", "oggi", "ieri", "hoje", "ontem",
        "vandaag", "gisteren", "dzisiaj", "dziś", "wczoraj", "idag", "igår", "bugün", "dün", "сегодня", "вчера", "сьогодні", "вчора",
        "اليوم", "أمس", "امروز", "دیروز", "היום", "אתמול", "σήμερα", "χθες", "今天", "昨天", "今日", "昨日", "오늘", "어제",
    ]

    private static func isClock(_ word: String) -> Bool {
        ["at", "um", "à", "a", "las", "alle", "às", "om", "o", "kl", "в", "о", "saat", "στις", "uhr"].contains(word)
            || word.utf8.count >= 4 && word.utf8.count <= 8
                && word.utf8.allSatisfy {
                    ByteText.isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "h")
                }
    }

    /// Marks that stand before the span of time, or after it.
    private static let agoBefore: Set<String> = ["vor", "hace", "há", "πριν", "منذ", "قبل", "לפני", "acum", "před"]
    private static let agoAfter: Set<String> = [
        "ago", "назад", "тому", "sedan", "siden", "geleden", "temu", "önce", "fa", "atrás", "पहले", "پیش",
    ]

    /// What is left of the words of a span of time before now; nil where they are none.
    private static func age(_ parts: [String]) -> [String]? {
        if let glued = parts.last, let text = eastAsianAge(glued) { return parts.dropLast() + (text.isEmpty ? [] : [text]) }
        let before = parts.firstIndex(where: agoBefore.contains)
        let french = parts.indices.dropLast(2).first { parts[$0] == "il" && parts[$0 + 1] == "y" && parts[$0 + 2] == "a" }
        let isAfter = parts.count >= 2 && parts.last.map(agoAfter.contains) ?? false
        guard isAfter || before != nil || french != nil else { return nil }
        let start = french ?? (isAfter ? parts.count : before ?? 0)
        let lead = isAfter ? Array(parts.dropLast()) : Array(parts[..<start])
        if isAfter { return lead.filter { !isAmount($0) } }
        let span = parts[(start + (french == nil ? 1 : 3))...]
        // A number, or one of few words; anything else is prose.
        guard (1...3).contains(span.count), span.allSatisfy({ isAmount($0) || $0.utf8.contains { $0 >= 0x80 } }) else { return nil }
        return lead
    }

    private static func isAmount(_ word: String) -> Bool {
        if units.contains(word) || Int(word) != nil { return true }
        return word.last.map { "hmd".contains($0) } == true && Int(word.dropLast()) != nil
    }

    /// "3小时前", "5分前", "2시간": what stands before the number.
    private static func eastAsianAge(_ word: String) -> String? {
        guard word.hasSuffix("前") || word.hasSuffix("전") else { return nil }
        guard let digit = word.unicodeScalars.firstIndex(where: { ("0"..."9").contains($0) }) else { return nil }
        return String(word.unicodeScalars[..<digit])
    }
}
