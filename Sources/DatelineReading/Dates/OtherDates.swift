import DatelineModels

/// Labels of dates that aren't the article's: "Joined: 2 March 2008", "Retrieved 14 March 2022", "Event date:".
enum OtherDates {
    private static let longest = 80

    /// Whether the text before a date ends with such a label.
    static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
        // Nearly every line is told by its last word.
        guard let word = lastWord(bytes), labels[word] != nil || joints.contains(word) else { return false }
        let text = Folding.fold(ByteText.string(bytes.suffix(longest).drop { $0 & 0xC0 == 0x80 }).lowercased())
        var words = text.spacedWords.map { String($0).trimmingPunctuation }.filter { !$0.isEmpty }
        for _ in 0..<2 where words.count > 1 && joints.contains(words[words.count - 1]) { words.removeLast() }
        guard let last = words.last, let heads = labels[last] else { return false }
        let bare = words.dropLast().joined(separator: " ")
        if heads.contains("?"), text.trimmedSpaces.last.map({ $0 == ":" || $0 == "：" }) ?? false { return true }
        // What is embargoed until a day appears on it.
        if bare.holds("embargo") { return false }
        let matching = heads.filter { head in head.isEmpty || head != "?" && (bare == head || bare.hasSuffix(" " + head)) }
        return !matching.isEmpty && !matching.contains { isSecondOfTwo(behind: words.dropLast($0.spacedWords.count + 1)) }
    }

    private static let ands: Set<String> = ["and", "und", "et", "y", "e", "en", "och", "og", "i", "ve", "и", "та"]

    /// "Published and last reviewed on 3 May 2020": the day is that of publication, too.
    private static func isSecondOfTwo(behind words: ArraySlice<String>) -> Bool {
        guard let last = words.last, ands.contains(last) else { return false }
        return MetadataWords.saysPublished(words.dropLast().joined(separator: " "))
    }

    /// "Getty Images": the day in the same line is the picture's, the one in the next line isn't.
    static func isOfPicture(_ bytes: ArraySlice<UInt8>) -> Bool { lastWord(bytes).map(pictures.contains) ?? false }

    private static let pictures: Set<String> = ["images", "shutterstock", "alamy", "unsplash", "pexels", "pixabay"]

    private static func lastWord(_ bytes: ArraySlice<UInt8>) -> String? {
        let isSign = { (byte: UInt8) in byte < 0x80 && !ByteText.isASCIILetter(byte) }
        guard let last = bytes.lastIndex(where: { !isSign($0) }) else { return nil }
        let word = bytes[...last].suffix(longest).split(separator: 0x20).last ?? []
        return Folding.fold(ByteText.string(word).trimmingPunctuation)
    }

    /// Words between a label and its date.
    private static let joints: Set<String> = [
        "on", "at", "the", "in", "by", "am", "um", "le", "il", "el", "em", "op", "den", "dnia", "в", "om", "kl", "dia", "dal",
    ]

    /// Under the last word of each label what stands before it; "?" where a colon must follow.
    private static let labels: [String: Set<String>] = {
        var result: [String: Set<String>] = [:]
        for label in phrases.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            var text = Folding.fold(String(label).trimmedSpaces)
            let needsColon = text.hasSuffix(":")
            if needsColon { text.removeLast() }
            var words = text.spacedWords.map(String.init)
            guard let last = words.popLast() else { continue }
            result[last, default: []].insert(needsColon ? "?" : words.joined(separator: " "))
        }
        return result
    }()

    private static let phrases = """
        joined|registered:|member since|user since|author since|contributor since|customer since|subscriber since|last seen|last visit|
        last visited|last login|last active|last activity|last online|last post:|
        retrieved|accessed|access date|date accessed|downloaded|captured|archived|archived from the original|crawled|scraped|cached|printed|
        page printed|saved|saved from|exported|generated|visited|today is|today's date|current date|
        expires|expired|expiry date|expiration date|valid until|valid from|available until|open until|deadline|closing date|closes|due|
        due date|effective|effective date|effective from|best before|sale ends|offer ends|ends:|starts:|begins:|
        event date|date of event|event:|when:|meeting date|next meeting|hearing date|court date|start date|end date|opening date|order date|
        delivery date|born|died|date of birth|date of death|birth date|show date|save the date|match day:|matchday:|kick-off:|kickoff:|kick off:|doors:|doors open|video:|watch:|listen:|photo taken|picture taken|image taken|taken|photographed|filmed|
        recorded|founded|established|est|launched|starts|opens|begins|coming|checked|fact-checked|fact checked|translated|digitised|digitized|
        reviewed|last reviewed|review due|moved to|postponed to|rescheduled to|as of|week ending|week of|until|till|episode of|getty images|
        shutterstock|alamy|unsplash|pexels|pixabay|next update|next issue|next edition|
        mitglied seit|registriert|registriert seit|registriert:|dabei seit|angemeldet seit|beigetreten|abgerufen|zugriff|gedruckt|
        ausgedruckt|gültig bis|gültig ab|anmeldeschluss|einsendeschluss|bewerbungsschluss|termin:|beginn:|ende:|wann:|geboren|gestorben|
        archiviert|heute ist|bis|bis zum|veranstaltung|
        inscrit|inscrite|inscription:|membre depuis|consulté|consultée|imprimé|imprimée|archivé|expire|date limite|date de l'événement|
        quand:|quand :|jusqu'au|jusqu'à|hasta|hasta el|fino al|até|tot en met|décédé|décédée|
        registrado:|registrado desde|miembro desde|se unió|consultado|impreso|archivado|vence|caduca|fecha límite|fecha del evento|cuándo:|
        nacido|nacida|falleció|
        iscritto|iscritta|membro dal|membro da|consultato|stampato|archiviato|scade|scadenza|data evento|data dell'evento|quando:|
        membro desde|acessado|acedido|impresso|arquivado|expira|prazo|data do evento|
        lid sinds|geregistreerd:|geregistreerd sinds|geraadpleegd|afgedrukt|gearchiveerd|verloopt|wanneer:|geboren|overleden|
        medlem sedan|medlem siden|registrerad:|registreret:|registrert:|gick med|hämtad|hentet|utskriven|utskrevet|när:|når:|
        dołączył|dołączyła|dołączył(a)|zarejestrowany:|rejestracja:|dostęp|wydrukowano|kiedy:|termin:|
        зарегистрирован|зарегистрирована|регистрация|на сайте с|на форуме с|дата обращения|распечатано|родился|родилась|когда:|
        зареєстрований|реєстрація|роздруковано|коли:|
        kayıt tarihi|üyelik tarihi|katılma tarihi|katılım tarihi|erişim tarihi|son katılım tarihi|doğum tarihi|
        تاريخ التسجيل|تاريخ الانضمام|عضو منذ|注册时间|注册于|註冊時間|登録日|가입일
        """
}
