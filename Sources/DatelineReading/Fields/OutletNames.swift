import DatelineModels

/// What the names of outlets and agencies look like.
enum OutletNames {
    private static let agencies: Set<String> = [
        "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse", "dpa", "ansa", "efe", "tass", "xinhua",
        "anadolu", "anadolu agency", "aa", "pti", "ani", "ians", "upi", "bloomberg", "kyodo", "yonhap", "interfax", "ukrinform", "irna",
        "wam", "spa", "petra", "sana", "mena", "apa", "pap", "ctk", "belga", "lusa", "tt", "ntb", "ritzau", "anp", "stt", "europa press",
        "adnkronos", "keystone-sda", "pa media", "pa news agency", "press association", "the press association", "canadian press",
        "the canadian press", "aap", "bernama", "antara", "agencia efe", "agência lusa", "agência brasil", "iha", "dha", "tasr", "mti",
        "hina", "epd",
        "tanjug", "belta",
    ]

    /// In small letters some of them are first names.
    private static let capitalAgencies: Set<String> = ["KNA", "OTS", "SID", "AGI", "PNA", "NAN"]

    private static let words: Set<String> = [
        "times", "news", "post", "herald", "courier", "tribune", "daily", "gazette", "journal", "today", "press", "radio", "tv",
        "television", "chronicle", "observer", "star", "monitor", "agency", "wire", "newswire", "voice", "standard", "independent", "mail",
        "guardian", "mirror", "ledger", "dispatch", "sentinel", "bulletin", "weekly", "review", "network", "media", "online", "examiner",
        "enquirer",
        "telegraph", "express", "globe", "inquirer", "register", "record", "argus", "echo", "advertiser", "newspaper", "report", "live",
        "world", "broadcasting", "channel", "portal", "agência", "agencia", "newsroom", "magazine", "insider", "beacon", "messenger",
        "zeitung", "le", "nachrichten",
        "bote", "kurier", "anzeiger", "tageblatt", "rundschau", "blatt", "bladet", "diario", "heraldo", "gaceta", "noticias", "jornal",
        "gazeta",
        "corriere", "gazzetta", "messaggero", "giornale", "depeche", "dépêche", "courrier", "krant", "dagblad", "courant", "tidning",
        "tidende", "avis",
        "gazetesi", "postası", "вестник", "газета", "новости", "новини", "صحيفة", "جريدة", "نشرة", "روزنامه", "خبرگزاری", "समाचार",
    ]

    /// Words that alone, or only with others of their kind, name a section and not an outlet.
    private static let weak: Set<String> = [
        "news", "world", "today", "live", "daily", "online", "report", "media", "press", "tv", "radio", "voice", "star", "review", "post",
        "mail", "le", "record", "wire", "channel", "latest", "breaking", "top", "local", "the", "more", "all", "watch", "us", "weekly",
        "my", "your", "our", "google", "in", "on", "search", "now", "read", "get", "follow", "listen", "open", "join", "app", "subscribe",
    ]

    static func isAgency(_ name: String) -> Bool {
        let trimmed = name.trimmedSpaces
        let lower = trimmed.lowercased()
        return agencies.contains(lower) || lower == "čtk" || capitalAgencies.contains(trimmed)
    }

    /// A short name with a word of the trade in it, such as "The Karsh Courier", "NewsTrack", "karshtimes.example".
    static func looksLikeOutlet(_ name: String) -> Bool {
        guard name.utf8.count <= 60 else { return false }
        let words = name.spacedWords.map { Folding.fold(String($0).trimmingPunctuation) }.filter { !$0.isEmpty }
        guard (1...6).contains(words.count) else { return false }
        if words.count == 1 { return isDomain(words[0]) || isCompound(name) || isEastAsian(name) || isTradeCompound(words[0]) }
        // The article opens the name of a French paper; within a name it is part of a surname.
        guard words.enumerated().contains(where: { isTradeWord($0.element) && ($0.element != "le" || $0.offset == 0) }),
            !words.allSatisfy({ weak.contains($0) || Self.sections.contains($0) })
        else {
            return false
        }
        // "Live" alone makes no name of "Live blog closed".
        if words.filter(isTradeWord) == ["live"], words.last != "live" { return false }
        let parts = name.spacedWords
        return parts.allSatisfy { isCapitalisedOrSmall($0) }
            || parts.count <= 3 && parts.first.map { isCapitalisedOrSmall($0) } ?? false
                && words.last.map { isTradeWord($0) && $0.utf8.contains { $0 >= 0x80 } } ?? false
    }

    private static let foldedWords = Set(words.map { Folding.fold($0) })

    private static func isTradeWord(_ word: String) -> Bool { foldedWords.contains(word) || isTradeCompound(word) }

    /// "Wendlandkurier", "Nordavisen": the languages that make one word of two.
    private static func isTradeCompound(_ word: String) -> Bool {
        word.utf8.count > 8 && compounds.contains { word.utf8.suffix($0.count).elementsEqual($0) }
            && !["tageszeitung", "wochenzeitung"].contains(word)
    }

    private static let compounds = [
        "zeitung", "blatt", "bladet", "posten", "avisen", "kurier", "anzeiger", "nachrichten", "rundschau", "tidning", "tidningen",
        "tidende",
        "krant", "courant",
    ].map { Array($0.utf8) }

    private static let sections: Set<String> = [
        "politics", "sport", "business", "opinion", "culture", "technology", "health", "science", "international", "national", "related",
        "recommended", "popular", "recent",
    ]

    private static func isCapitalisedOrSmall(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return !first.isLowercase || ["the", "of", "and", "de", "la", "le", "el", "du", "for", "in"].contains(word)
    }

    /// 北浜新聞, 岭南晨报
    private static func isEastAsian(_ name: String) -> Bool {
        if ["デジタル", "电子版", "電子版", "网", "網", "オンライン"].contains(where: { name.hasSuffix($0) && isEastAsian(String(name.dropLast($0.count))) })
        {
            return true
        }
        return (3...12).contains(name.unicodeScalars.count)
            && ["新聞", "新闻", "日報", "日报", "晨报", "晚报", "時報", "时报", "通信", "通讯社", "周刊"].contains(where: name.hasSuffix)
    }

    private static func isDomain(_ word: String) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let last = parts.last, (2...10).contains(last.utf8.count) else { return false }
        return parts.allSatisfy {
            !$0.isEmpty && $0.utf8.allSatisfy { ByteText.isASCIILetter($0) || ByteText.isDigit($0) || $0 == UInt8(ascii: "-") }
        } && last.utf8.allSatisfy(ByteText.isASCIILetter)
    }

    /// "NewsTrack", "KarshTimes", "Orlen24".
    private static func isCompound(_ name: String) -> Bool {
        let lower = name.lowercased()
        guard (5...30).contains(name.utf8.count), name.unicodeScalars.first?.isUppercase == true else { return false }
        if name.hasSuffix("24") { return true }
        return ["news", "times", "post", "herald", "press", "wire", "tribune", "gazette"].contains {
            lower.hasPrefix($0) || lower.hasSuffix($0)
        } && lower.utf8.count > 6 && name.dropFirst().contains(where: \.isUppercase)
    }
}
