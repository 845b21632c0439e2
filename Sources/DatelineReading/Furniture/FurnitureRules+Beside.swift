// What a site has beside its texts: reports that can be heard, and where somebody can be reached.
extension FurnitureRules {
    private static let correspondent = Array(" correspondent".utf8)

    /// "KNS correspondent Lena Marsk reports on a deal between …": what can be heard in a report that the page has beside its text.
    static func isAboutReport(_ key: LineKey) -> Bool {
        guard ByteText.offset(of: correspondent, in: key.bytes.prefix(40)) != nil else { return false }
        let words = key.text.utf8.split(separator: 0x20, maxSplits: 8).prefix(8).map { Substring($0) }
        guard words.count == 8, !["the", "a", "an", "our", "one", "his", "her", "their", "its"].contains(words[0]),
            let place = words.prefix(4).firstIndex(where: { $0 == "correspondent" || $0 == "correspondent's" }), place > 0
        else { return false }
        return words[(place + 2)...].indices.dropLast().contains { index in
            words[index] == "reports" && ["on", "from", "about", "that"].contains(words[index + 1])
        } && place <= 1
    }

    /// "Current Time 0:00", "Duration 1:52", "Remaining Time -0:00": what a player of films says to those who can't see it.
    static func isPlayerClock(_ key: LineKey) -> Bool {
        guard let label = playerLabels.first(where: key.text.hasPrefix) else { return false }
        let clock = key.text.dropFirst(label.count)
        return isDuration(String(clock.first == "-" ? clock.dropFirst() : clock))
    }

    private static let playerLabels = ["current time ", "duration ", "remaining time "]

    /// "list of 3 items", "list 1 of 3", "end of list": how links to other articles are read out to those who can't see them.
    static func isListMark(_ key: LineKey) -> Bool {
        guard key.bytes.starts(with: "list ".utf8) || key.bytes.starts(with: "end of ".utf8) else { return false }
        let words = key.core.spacedWords
        let isNumber = { (word: Substring) in word.utf8.allSatisfy(ByteText.isDigit) }
        switch words.count {
        case 3: return key.core == "end of list"
        case 4 where words[1] == "of": return isNumber(words[2]) && words[3].hasPrefix("item")
        case 4: return words[2] == "of" && isNumber(words[1]) && isNumber(words[3])
        default: return false
        }
    }

    /// "Also in Harbours", "More from Opinion" before a bar.
    static func isOfSection(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = ByteText.string(bytes).spacedWords
        return (3...5).contains(words.count) && ["also", "more"].contains(words[0]) && ["in", "from", "on"].contains(words[1])
    }

    private static let media: Set<Substring> = ["AUDIO", "PODCAST"]

    /// "KNS AUDIO: Ferry operators agree to carry life jackets": whose it is, what it is, and its title. "Leaked audio: Mayor …" is a headline.
    static func isMedia(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let colon = bytes.prefix(28).firstIndex(of: UInt8(ascii: ":")), colon + 2 < bytes.endIndex else { return false }
        let label = ByteText.string(bytes[..<colon]).spacedWords
        return (2...3).contains(label.count) && label.last.map(media.contains) ?? false
    }

    static let contacts = [
        "contact:", "contact us:", "contacts:", "email:", "e-mail:", "kontakt:", "e-mail :", "contacto:", "correo:", "contatti:",
        "contato:",
    ]

    /// "Press office, (555) 010-0199, press@karsh.example": an address and a number to call, and no sentence.
    static func isContact(_ line: PageLine, _ key: LineKey, _ bytes: ArraySlice<UInt8>) -> Bool {
        guard !line.endsWithStop, key.bytes.contains(UInt8(ascii: "@")) else { return false }
        // "Lena Marsk, lena@karsh.example, 555-0100" may be the author.
        if PersonNames.isName(ByteText.string(bytes.prefix { $0 != UInt8(ascii: ",") }).trimmedSpaces) { return false }
        return key.bytes.count(where: ByteText.isDigit) >= 7
            && key.text.spacedWords.contains { word in
                word.utf8.contains(UInt8(ascii: "@")) && word.utf8.contains(UInt8(ascii: ".")) && word.utf8.count >= 6
            }
    }
}
