import DatelineModels

/// Tells the furniture of a page by one line alone.
enum FurnitureRules {
    /// - Returns: why the line is no part of an article; nil where it may be.
    ///
    /// - Parameter bytes: the line as it is printed.
    static func reason(_ line: PageLine, _ key: LineKey, _ bytes: ArraySlice<UInt8>) -> RemovalReason? {
        if let reason = FurniturePhrases.labels[key.core], !isOneWordSentence(line, key) { return reason }
        // Nothing else is so short, and a page of a million such lines should not cost a minute.
        if key.bytes.count <= 3, !key.bytes.contains(where: ByteText.isDigit), key.bytes.first != UInt8(ascii: "#") { return nil }
        if line.words <= 5, let reason = countedLabel(key) { return reason }
        if let reason = opening(line, key) { return reason }
        if let reason = shape(line, key) { return reason }
        if line.words <= 30, isLinkUnderLabel(key) { return .related }
        if line.words <= 14, let reason = mention(line, key) { return reason }
        if line.words <= 14, isMedia(bytes) { return .related }
        if line.words <= 14, isContact(line, key, bytes) { return .note }
        if line.words <= 30, isAboutReport(key) { return .related }
        let folded = key.isASCII ? key.core : Folding.fold(key.core)
        if let reason = ForeignPhrases.reason(folded: folded) { return reason }
        if line.words <= 40, isCreditedCaption(line, key) { return .caption }
        if CaptionRules.isCaption(bytes) { return .caption }
        if isColumns(bytes) { return .navigation }
        return line.words <= 20 && (SectionWords.isFoldedMenu(folded) || SectionWords.isMostlyMenu(line, folded)) ? .navigation : nil
    }

    /// "Reply(11)", "reader comments 134": a label and how many.
    private static func countedLabel(_ key: LineKey) -> RemovalReason? {
        let digits = key.core.utf8.reversed().prefix(while: ByteText.isDigit).count
        guard (1...5).contains(digits), digits < key.core.utf8.count else { return nil }
        let label = String(Substring(key.core.utf8.dropLast(digits))).trimmedEnd(of: "(:")
        let reason = FurniturePhrases.labels[label] ?? ForeignPhrases.label(Folding.fold(label))
        return reason == .commentForm || reason == .share ? reason : nil
    }

    /// "Text." is one; "Loading..." isn't.
    private static func isOneWordSentence(_ line: PageLine, _ key: LineKey) -> Bool {
        guard line.words == 1, key.bytes.last == UInt8(ascii: "."), let before = key.bytes.dropLast().last else { return false }
        return before != UInt8(ascii: ".")
    }

    /// "Te puede interesar: …", "ALSO READ | …": a label of other articles, a sign and one of their titles.
    private static func isLinkUnderLabel(_ key: LineKey) -> Bool {
        var index = 0
        let limit = min(key.bytes.count, 60)
        // "【延伸阅读】…", "[Read also] …"
        if let close = bracketEnd(key.bytes[..<limit]) { return isRelatedLabel(key.bytes[..<close]) }
        while index < limit {
            switch key.bytes[index] {
            case UInt8(ascii: "|") where isOfSection(key.bytes[..<index]): return true
            case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "/"): return isRelatedLabel(key.bytes[..<index])
            case UInt8(ascii: ".") where index + 1 < limit && key.bytes[index + 1] == UInt8(ascii: "."):
                return isRelatedLabel(key.bytes[..<index])
            // A dash or an ellipsis, a full-width colon.
            case 0xE2 where index + 2 < limit && key.bytes[index + 1] == 0x80 && [0x93, 0x94, 0xA6].contains(key.bytes[index + 2]),
                0xEF where index + 2 < limit && key.bytes[index + 1] == 0xBC && key.bytes[index + 2] == 0x9A:
                return isRelatedLabel(key.bytes[..<index])
            default: index += 1
            }
        }
        return false
    }

    private static let labelBrackets = [("【", "】"), ("[", "]"), ("「", "」")].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Where a bracket ends that opens the line and has something behind it.
    private static func bracketEnd(_ head: ArraySlice<UInt8>) -> Int? {
        for (open, close) in labelBrackets where head.starts(with: open) {
            guard let end = ByteText.offset(of: close, in: head), end + close.count < head.endIndex else { return nil }
            return end
        }
        return nil
    }

    private static func isRelatedLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
        let label = ByteText.string(bytes).trimmingPunctuation
        guard !label.isEmpty else { return false }
        return FurniturePhrases.labels[label] == .related || ForeignPhrases.label(Folding.fold(label)) == .related
    }

    private static func opening(_ line: PageLine, _ key: LineKey) -> RemovalReason? {
        let first = String(key.text.utf8Prefix { $0 == 0x20 || $0 == UInt8(ascii: ":") })
        guard let openings = FurniturePhrases.openings[first] else { return nil }
        return openings.first { opening in
            line.words <= opening.words && key.text.hasPrefix(opening.text) && endsWord(key.bytes, at: opening.text.utf8.count)
        }?.reason
    }

    /// The phrase isn't the beginning of a longer word; a link may be glued to it.
    private static func endsWord(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index < bytes.count, let last = index > 0 ? bytes[index - 1] : nil else { return true }
        if !ByteText.isASCIILetter(last) { return true }
        return !ByteText.isASCIILetter(bytes[index]) || bytes[index...].starts(with: "http".utf8)
    }

    /// Lines known by their make: numbers, hashtags, links, share bars, crumbs and bars of short words.
    private static func shape(_ line: PageLine, _ key: LineKey) -> RemovalReason? {
        if key.text.hasPrefix("©") { return .copyright }
        if line.letters == 0 { return loneNumber(key) ?? duration(key) }
        if isPlaceholder(key) || line.words <= 3 && isPlayerClock(key) { return .markup }
        if line.words <= 6, isListMark(key) { return .related }
        if isOrdinary(key) { return isBar(key) ? .navigation : nil }
        let words = key.text.spacedWords
        if words.allSatisfy({ $0.utf8.first == UInt8(ascii: "#") && $0.utf8.count > 1 }) { return .hashtags }
        if words.count == 1, key.text.hasPrefix("http://") || key.text.hasPrefix("https://") || key.text.hasPrefix("www.") {
            return .shortLink
        }
        if isShareBar(words) { return .share }
        if let reason = counter(words) { return reason }
        if isBar(key) { return .navigation }
        if words.count >= 2, words.allSatisfy({ FurniturePhrases.labels[String($0)] == .navigation }) { return .navigation }
        return nil
    }

    /// Several words of which the first is nothing but letters, and of no bar: most lines of most pages.
    private static func isOrdinary(_ key: LineKey) -> Bool {
        let first = key.text.utf8Prefix { $0 == 0x20 }
        return first.utf8.count < key.bytes.count && first.utf8.allSatisfy(ByteText.isASCIILetter)
            && !FurniturePhrases.shareWords.contains(String(first)) && FurniturePhrases.labels[String(first)] != .navigation
    }

    private static func loneNumber(_ key: LineKey) -> RemovalReason? {
        let digits = key.bytes.count { ByteText.isDigit($0) }
        guard digits > 0, key.bytes.allSatisfy({ ByteText.isDigit($0) || $0 == 0x20 }) else { return nil }
        return isEpoch(key) ? .epoch : .storyCode
    }

    /// `1:12`, the length of a film or the time of an entry.
    private static func duration(_ key: LineKey) -> RemovalReason? {
        // "--:--/--:--": a film that never began.
        if key.bytes.count >= 5, key.bytes.contains(UInt8(ascii: ":")),
            key.bytes.allSatisfy({ [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "/"), 0x20].contains($0) })
        {
            return .cms
        }
        // "0:00 / 2:14"
        let ends = key.text.split(separator: "/")
        if ends.count == 2 { return ends.allSatisfy { isDuration($0.filter { $0 != " " }) } ? .cms : nil }
        return isDuration(key.text) ? .cms : nil
    }

    static func isDuration(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts.dropFirst().allSatisfy { $0.utf8.count == 2 } && (1...2).contains(parts[0].utf8.count)
            && parts.allSatisfy { $0.utf8.allSatisfy(ByteText.isDigit) }
    }

    /// "{loadposition banner}", "[caption id=1]": what a site's software should have put something else for.
    private static func isPlaceholder(_ key: LineKey) -> Bool {
        guard key.bytes.count >= 6, let first = key.bytes.first, let last = key.bytes.last else { return false }
        let isBraced = first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
        let isBracketed = first == UInt8(ascii: "[") && last == UInt8(ascii: "]") && key.bytes.contains(UInt8(ascii: "="))
        return (isBraced || isBracketed) && ByteText.isASCIILetter(key.bytes[1]) && key.text.spacedWords.count <= 8
    }

    /// Seconds since 1970 from 1990 to 2100, or milliseconds: ten or thirteen digits.
    static func isEpoch(_ key: LineKey) -> Bool {
        guard key.bytes.count == 10 || key.bytes.count == 13, let value = Int(key.text) else { return false }
        let seconds = key.bytes.count == 13 ? value / 1000 : value
        return (631_152_000..<4_102_444_800).contains(seconds)
    }

    private static func isShareBar(_ words: [Substring]) -> Bool {
        guard words.count <= 20 else { return false }
        var hasName = false
        // Nearly every line is told by its first word.
        for word in words {
            let isBare = word.utf8.allSatisfy { ByteText.isASCIILetter($0) || $0 == UInt8(ascii: "-") }
            let bare = isBare ? String(word) : word.filter { $0.isLetter || $0 == "-" }
            if bare.isEmpty { continue }
            guard FurniturePhrases.shareWords.contains(bare) else { return false }
            if FurniturePhrases.shareNames.contains(bare) { hasName = true }
        }
        return hasName
    }

    /// `3 comments`, `120 views`, `4 min read`, `0 shares`.
    private static func counter(_ words: [Substring]) -> RemovalReason? {
        // "3 thoughts on …", "12 responses to …"
        if words.count > 3, words[0].utf8.allSatisfy(ByteText.isDigit),
            ["thoughts", "thought", "responses", "response", "comments", "replies"].contains(words[1]),
            ["on", "to"].contains(words[2])
        {
            return .commentForm
        }
        guard (2...4).contains(words.count), let first = words.first,
            first.utf8.allSatisfy({ ByteText.isDigit($0) || $0 == 0x2C || $0 == 0x2E || $0 == UInt8(ascii: "k") })
        else { return nil }
        if words.count == 2, let reason = ForeignPhrases.label(Folding.fold(String(words[1]))), reason == .commentForm || reason == .share {
            return reason
        }
        switch words.dropFirst().joined(separator: " ") {
        case "comment", "comments", "replies", "reply": return .commentForm
        case "share", "shares", "likes", "tweets", "retweets": return .share
        case "dk okuma", "dakika okuma", "dk", "min. czytania", "minuten lesezeit", "min läsning", "min lesetid", "min læsetid",
            "мин", "мин чтения", "минуты чтения", "хв", "хв читання", "min czytania", "min de lectura", "min de lecture", "min di lettura",
            "min de leitura", "min leestijd", "min lesezeit", "min.", "min. lesezeit", "min. de lectura", "view",
            "views", "reads", "min read", "minute read", "minutes read", "mins read", "min", "post views", "total views":
            return .cms
        default: return nil
        }
    }

    /// `Home > World > Karsh`, `News | Sport | Weather`: short parts between signs, and no digit that could be a date.
    private static func isBar(_ key: LineKey) -> Bool {
        guard holdsBarSign(key.bytes), !key.bytes.contains(where: ByteText.isDigit) else { return false }
        for (sign, least) in barSigns {
            let parts = key.text.parts(betweenPhrase: sign)
            if parts.count >= least,
                parts.allSatisfy({ $0.spacedWords.count <= 3 })
                    || parts.count >= 3 && FurniturePhrases.labels[String(parts[0])] == .navigation
            {
                return true
            }
        }
        return false
    }

    private static let barSigns: [(sign: String, least: Int)] = [
        (" > ", 2), (" » ", 2), (" › ", 2), (" | ", 3), (" • ", 3), (" · ", 3), (" / ", 3),
    ]

    /// "Abo  E-Paper  Trauer  Jobs": three columns or more of a few words each, without digits.
    private static func isColumns(_ line: ArraySlice<UInt8>) -> Bool {
        var columns = 1
        var words = 1
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            if ByteText.isDigit(byte) { return false }
            if byte == 0x20 || byte == 0x09 {
                let start = index
                while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
                if index - start >= 2 || line[start] == 0x09 {
                    columns += 1
                    words = 1
                } else {
                    words += 1
                    if words > 3 { return false }
                }
            } else {
                index += 1
            }
        }
        return columns >= 3
    }

    /// A sign of the kind that parts a bar, between spaces.
    private static func holdsBarSign(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropLast(2).contains { index in
            guard bytes[index] == 0x20 else { return false }
            let length: Int
            switch bytes[index + 1] {
            case UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "/"): length = 1
            case 0xC2, 0xE2: length = ByteText.lengthOfScalar(lead: bytes[index + 1])
            default: return false
            }
            return index + 1 + length < bytes.count && bytes[index + 1 + length] == 0x20
        }
    }

    /// "The harbour at dawn. Credit Lena Marsk for The Karsh Courier", "… on Sunday. Photo: L. Marsk"
    private static func isCreditedCaption(_ line: PageLine, _ key: LineKey) -> Bool {
        // The last sentence but for a stop at the end.
        var start = key.bytes.count - 2
        while start > 1, key.bytes[start] != 0x20 || key.bytes[start - 1] != UInt8(ascii: ".") || isInitial(key.bytes, start) { start -= 1 }
        guard start > 1 else { return false }
        let last = key.bytes[(start + 1)...]
        // "Credit goes to the engineers." is a sentence.
        if line.endsWithStop, last.starts(with: "credit ".utf8) { return false }
        return captionMarks.contains { last.starts(with: $0) } && last.count { $0 == 0x20 } <= 8
    }

    private static let captionMarks = ["credit ", "credit: ", "photo: ", "photo by ", "picture: ", "photograph: ", "image: ", "foto: "].map
    { Array($0.utf8) }

    /// "l. marsk": the stop before the space at `index` ends no sentence.
    private static func isInitial(_ bytes: [UInt8], _ index: Int) -> Bool {
        index >= 3 && bytes[index - 3] == 0x20
    }

    /// Short lines that hold a telling phrase anywhere.
    private static func mention(_ line: PageLine, _ key: LineKey) -> RemovalReason? {
        if key.text.hasPrefix("join "), ["group", "channel", "community"].contains(where: { key.core.hasSuffix($0) }) {
            return .newsletter
        }
        if key.core.hasSuffix("all rights reserved") || key.core.hasPrefix("all rights reserved") { return .copyright }
        if key.text.holds("uses akismet") { return .pluginNotice }
        if key.text.holds("protected by copyright") { return .copyright }
        if key.text.holds("i agree to receive") { return .newsletter }
        if isInvitation(line, key) { return .newsletter }
        if line.words <= 6, key.bytes.contains(UInt8(ascii: "@")), contacts.contains(where: key.text.hasPrefix) { return .note }
        // The codes of agencies: "BC-Harbour, 1st Ld-Writethru,0240"
        if key.text.hasPrefix("bc-"), key.text.holds("writethru") { return .storyCode }
        if key.text.hasPrefix("eds:") { return .storyCode }
        guard line.words <= 8 else { return nil }
        if !line.endsWithStop, key.text.holds("advertisement") { return .advertisement }
        if !key.isASCII, holdsCopyrightSign(key) { return .copyright }
        if key.text.hasPrefix("in "), SectionWords.isMenu(String(key.text.dropFirst(3))) { return .cms }
        if key.core.hasSuffix("has been copied") || key.text.holds("copied to clipboard") { return .shortLink }
        if key.text.holds("privacy policy"), key.text.holds("terms") { return .navigation }
        if line.words <= 5, key.text.hasPrefix("see "), key.text.holds("privacy policy") || key.text.holds("privacy notice") {
            return .newsletter
        }
        return nil
    }

    /// "Follow Karsh Now for the latest news", "Follow our coverage of Karsh: https://karsh.example/hub"
    private static func isInvitation(_ line: PageLine, _ key: LineKey) -> Bool {
        guard key.text.hasPrefix("follow "), line.capitalisedWords >= 2 else { return false }
        if let last = key.text.spacedWords.last, last.hasPrefix("http://") || last.hasPrefix("https://") { return true }
        return key.text.holds(" for ") && (key.text.holds(" news") || key.text.holds("updates")) || key.text.holds(" on facebook")
            || key.text.holds(" on twitter") || key.text.holds(" on instagram")
    }

    /// After a space or a sign: behind a letter that isn't ASCII it's an "é" that somebody has misread.
    private static func holdsCopyrightSign(_ key: LineKey) -> Bool {
        key.bytes.indices.dropFirst().dropLast().contains {
            key.bytes[$0] == 0xC2 && key.bytes[$0 + 1] == 0xA9 && key.bytes[$0 - 1] < 0x80
        }
    }
}
