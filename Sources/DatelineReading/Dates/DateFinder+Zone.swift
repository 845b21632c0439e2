import DatelineModels

/// The zone that follows a time.
extension DateFinder {
    func zone(at index: Int) -> (zone: PrintedZone, end: Int)? {
        var position = index
        var spaces = 0
        while position < end, spaces < 3, ByteText.lengthOfSpace(at: position, in: bytes, end: end) > 0 {
            position += ByteText.lengthOfSpace(at: position, in: bytes, end: end)
            spaces += 1
        }
        guard position < end else { return nil }
        if let (offset, stop) = offset(at: position) { return (.offset(offset), stop) }
        if let stop = foreignName(at: position) { return arabicZone(behind: stop) ?? (.unknown, stop) }
        if let stop = moscowTime(at: position) { return (ZoneNames.abbreviation("msk") ?? .unknown, stop) }
        let opened = bytes[position] == UInt8(ascii: "(") || bytes[position] == UInt8(ascii: "[")
        if opened, let found = foreignZone(at: position + 1) { return found }
        guard let (zone, stop) = namedZone(at: opened ? position + 1 : position) else { return nil }
        let closes = opened && stop < end && (bytes[stop] == UInt8(ascii: ")") || bytes[stop] == UInt8(ascii: "]"))
        return (zone, closes ? stop + 1 : stop)
    }

    private static let foreignNames = ["بتوقيت", "(بتوقيت", "(توقيت", "توقيت"].map { Array($0.utf8) }

    /// "بتوقيت مكة": the time of some place.
    private func foreignName(at index: Int) -> Int? {
        guard let name = Self.foreignNames.first(where: { bytes[index..<end].starts(with: $0) }) else { return nil }
        return index + (bytes[index] == UInt8(ascii: "(") ? 0 : name.count)
    }

    private static let openArabic = ["(بتوقيت", "(توقيت"].map { Array($0.utf8) }
    private static let longestPlace = 60

    /// "بتوقيت مكة المكرمة", "(بتوقيت غرينتش)": the place that the time is that of.
    ///
    /// - Parameter stop: behind the word for it, or before the bracket that it stands in.
    private func arabicZone(behind stop: Int) -> (zone: PrintedZone, end: Int)? {
        let opening = Self.openArabic.first { bytes[stop..<end].starts(with: $0) }
        var index = stop + (opening?.count ?? 0)
        while index < end, bytes[index] == 0x20 { index += 1 }
        let window = bytes[index..<min(end, index + Self.longestPlace)]
        let name = ByteText.string(window.prefix { $0 >= 0x80 || $0 == 0x20 }.drop { $0 & 0xC0 == 0x80 })
        guard let (zone, length) = ZoneNames.arabicPlace(name) else { return nil }
        index += length
        if opening != nil, index < end, bytes[index] == UInt8(ascii: ")") { index += 1 }
        return (zone, index)
    }

    /// "10:30 мск", with no brackets.
    private func moscowTime(at index: Int) -> Int? {
        let word = wordRange(at: index)
        return word.count == 6 && Folding.fold(ByteText.string(bytes[word])) == "мск" ? word.upperBound : nil
    }

    private static let longestZone = 48
    private static let foreignOpenings = ["horario de ", "hora de ", "hora local de ", "heure de ", "ora di ", "ortszeit ", "по времени "]

    /// `(horário de Brasília)`, `(heure de Paris)`, `(мск)`, from behind the bracket.
    private func foreignZone(at index: Int) -> (zone: PrintedZone, end: Int)? {
        let window = bytes[index..<min(end, index + Self.longestZone)]
        guard let close = window.firstIndex(of: UInt8(ascii: ")")) else { return nil }
        let text = Folding.fold(ByteText.string(window[..<close]))
        if text == "мск" || text == "по москве" { return (ZoneNames.abbreviation("msk") ?? .unsaid, close + 1) }
        guard let opening = Self.foreignOpenings.first(where: text.hasPrefix) else { return nil }
        return (ZoneNames.place(String(text.dropFirst(opening.count))) ?? .unknown, close + 1)
    }

    /// `+03:00`, `-0500`, `+3`, `−05:00`.
    private func offset(at index: Int) -> (seconds: Int, end: Int)? {
        var position = index
        var sign = 1
        if bytes[position] == UInt8(ascii: "+") {
            position += 1
        } else if bytes[position] == UInt8(ascii: "-") {
            sign = -1
            position += 1
        } else if position + 2 < end, bytes[position] == 0xE2, bytes[position + 1] == 0x88, bytes[position + 2] == 0x92 {
            sign = -1
            position += 3
        } else {
            return nil
        }
        let run = digitRun(at: position)
        var hours = 0
        var minutes = 0
        var stop = run.upperBound
        switch run.count {
        case 1, 2:
            hours = number(run)
            // "14:22-12 May": a day.
            if stop + 1 < end, bytes[stop] == 0x20, CalendarNames.month(bytes[wordRange(at: stop + 1)]) != nil { return nil }
            if stop + 2 < end, bytes[stop] == UInt8(ascii: ":") {
                let rest = digitRun(at: stop + 1)
                guard rest.count == 2 else { return nil }
                minutes = number(rest)
                stop = rest.upperBound
            }
        case 4:
            hours = number(run) / 100
            minutes = number(run) % 100
        default: return nil
        }
        guard hours <= 14, minutes < 60 else { return nil }
        return (sign * (hours * 3600 + minutes * 60), stop)
    }

    /// Abbreviations, `GMT+3`, `Mecca time`, `local time`.
    private func namedZone(at index: Int) -> (zone: PrintedZone, end: Int)? {
        var names: [String] = []
        var position = index
        for _ in 0..<4 {
            let word = position < end ? wordRange(at: position) : position..<position
            guard !word.isEmpty, word.count <= 16 else { break }
            let name = ByteText.string(bytes[word]).lowercased()
            if name == "time", !names.isEmpty {
                return zone(ofPlace: names).map { ($0, word.upperBound) }
            }
            if names.isEmpty, let zone = ZoneNames.abbreviation(name), isUpperWord(word) {
                return afterAbbreviation(zone, name: name, at: word.upperBound)
            }
            if names.isEmpty, isUnknownAbbreviation(word) { return (ZoneNames.ambiguous(name) ?? .unknown, word.upperBound) }
            if names.isEmpty, let glued = gluedAbbreviation(word) { return glued }
            names.append(name)
            position = word.upperBound
            if position < end { position += ByteText.lengthOfSpace(at: position, in: bytes, end: end) }
        }
        return nil
    }

    /// "est" is a word in French and "cat" one in English; only capitals are abbreviations.
    private func isUpperWord(_ word: Range<Int>) -> Bool {
        bytes[word].allSatisfy(ByteText.isUpper)
    }

    /// "IST" has several meanings, and of others the clock isn't known here. Other capitals may be a name: "KURT MARSK".
    private func isUnknownAbbreviation(_ word: Range<Int>) -> Bool {
        guard isUpperWord(word) else { return false }
        let name = ByteText.string(bytes[word])
        if Self.otherZones.contains(name) { return true }
        return (3...4).contains(name.utf8.count) && (name.hasSuffix("ST") || name.hasSuffix("DT")) && !Self.capitalWords.contains(name)
    }

    private static let otherZones: Set<String> = [
        "WITA", "WIT", "NPT", "PHT", "MYT", "MMT", "BTT", "UZT", "AZT", "AMT", "BRT", "CLT", "UYT", "TJT", "TMT", "MVT", "AFT", "ALMT",
        "AET", "NZT",
    ]

    private static let capitalWords: Set<String> = [
        "POST", "LAST", "LIST", "MOST", "BEST", "EAST", "WEST", "JUST", "MUST", "COST", "HOST", "FAST", "PAST", "TEST", "REST", "GIST",
        "CAST", "VAST", "DUST", "LOST", "GUST", "BUST", "KIST",
    ]

    /// "UTCUpdated": an abbreviation that lost the space after it.
    private func gluedAbbreviation(_ word: Range<Int>) -> (zone: PrintedZone, end: Int)? {
        let capitals = bytes[word].prefix(while: ByteText.isUpper).count
        guard (3...5).contains(capitals), capitals < word.count, ByteText.isLower(bytes[word.lowerBound + capitals]) else { return nil }
        let stop = word.lowerBound + capitals - 1
        return ZoneNames.abbreviation(ByteText.string(bytes[word.lowerBound..<stop]).lowercased()).map { ($0, stop) }
    }

    private func zone(ofPlace names: [String]) -> PrintedZone? {
        let words = names.filter { $0 != "local" && $0 != "standard" && $0 != "daylight" || names.count == 1 }
        if words == ["local"] || words.isEmpty { return .unsaid }
        // "Reading time: 4 min" begins something else.
        if names.contains(where: Self.timedThings.contains) { return nil }
        return ZoneNames.place(names.joined(separator: " ")) ?? ZoneNames.place(words.joined(separator: " ")) ?? .unknown
    }

    private static let timedThings: Set<String> = [
        "read", "reading", "listen", "listening", "watch", "watching", "viewing", "running", "this", "that", "first", "last", "next", "one",
        "same", "each", "every", "any", "some", "all", "no", "real", "full", "part", "prime", "big", "long", "short", "estimated", "approx",
        "min", "mins", "minutes", "release", "publication", "publishing", "publish", "published", "posted", "post", "posting", "update",
        "updated", "start", "end",
    ]

    private func afterAbbreviation(_ zone: PrintedZone, name: String, at index: Int) -> (zone: PrintedZone, end: Int) {
        guard name == "gmt" || name == "utc", index < end else { return (zone, index) }
        let space = ByteText.lengthOfSpace(at: index, in: bytes, end: end)
        guard index + space < end, let (seconds, stop) = offset(at: index + space) else { return (zone, index) }
        return (.offset(seconds), stop)
    }
}
