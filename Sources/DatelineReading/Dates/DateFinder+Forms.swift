/// The written forms of a day.
extension DateFinder {
    /// `3/26/2024`, `26.03.2024`, `26-03-2024`; a time may be run together with the year.
    func numeric(_ run: Range<Int>) -> DateCore? {
        guard run.upperBound < end else { return nil }
        let separator = bytes[run.upperBound]
        guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".") else { return nil }
        // "12. 10. 2020", but no spaces after other signs.
        let isSpaced = separator == UInt8(ascii: ".") && run.upperBound + 1 < end && bytes[run.upperBound + 1] == 0x20
        let gap = isSpaced ? 2 : 1
        let second = digitRun(at: min(end, run.upperBound + gap))
        guard (1...2).contains(second.count), second.upperBound < end, bytes[second.upperBound] == separator,
            !isSpaced || second.upperBound + 1 < end && bytes[second.upperBound + 1] == 0x20
        else { return nil }
        guard
            let year = year(at: min(end, second.upperBound + gap))
                ?? (isSpaced ? nil : shortYear(at: second.upperBound + 1, after: run, second)),
            !isSpaced || number(second) <= 12 && (1900...2199).contains(year.value)
        else {
            return nil
        }
        let values = (number(run), number(second))
        // "12. 10. 2020": with stops and spaces the order is day, month everywhere.
        let day: PrintedDay =
            isSpaced
            ? .named(year: year.value, month: values.1, day: values.0)
            : .numeric(first: values.0, second: values.1, year: year.value)
        return DateCore(range: run.lowerBound..<year.end, day: day, isDotted: separator == UInt8(ascii: "."))
    }

    /// Two digits by themselves; hyphens would make a reference of them.
    private func shortYear(at index: Int, after first: Range<Int>, _ second: Range<Int>) -> (value: Int, end: Int)? {
        guard allowsShortYear, index < end, bytes[index - 1] != UInt8(ascii: "-") else { return nil }
        // "1.2.22" is a version; between slashes one digit is as good as two.
        guard bytes[index - 1] == UInt8(ascii: "/") || first.count == 2 && second.count == 2 else { return nil }
        let run = digitRun(at: index)
        guard run.count == 2 else { return nil }
        if run.upperBound < end {
            let next = bytes[run.upperBound]
            if next == bytes[index - 1], run.upperBound + 1 < end, ByteText.isDigit(bytes[run.upperBound + 1]) { return nil }
            if ByteText.isASCIILetter(next) || next == UInt8(ascii: ":") || next == UInt8(ascii: "%") { return nil }
        }
        let value = number(run)
        return (value < 70 ? 2000 + value : 1900 + value, run.upperBound)
    }

    /// `2024-03-26`, `2024/03/26`, `2024.03.26`, `20240326T0221Z`, `2024年3月26日`, `2024 March 26`.
    func yearFirst(_ run: Range<Int>) -> DateCore? {
        if run.count == 8, run.upperBound < end, bytes[run.upperBound] == UInt8(ascii: "T") { return compact(run) }
        guard run.count == 4, run.upperBound < end else { return nil }
        let year = number(run)
        if let core = ideographic(run, year: year) { return core }
        let separator = bytes[run.upperBound]
        guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") else { return nil }
        let month = digitRun(at: behind(run.upperBound))
        guard (1...2).contains(month.count), month.upperBound < end, bytes[month.upperBound] == separator else { return nil }
        let day = digitRun(at: behind(month.upperBound))
        guard (1...2).contains(day.count) || day.count == 4 && endsInClock(day) else { return nil }
        // Korean has a point behind the day, too.
        if day.upperBound < end, bytes[day.upperBound] == separator,
            separator != UInt8(ascii: ".") || day.upperBound + 1 < end && ByteText.isDigit(bytes[day.upperBound + 1])
        {
            return nil
        }
        let dayEnd = min(day.upperBound, day.lowerBound + 2)
        if SolarCalendar.yearsInDigits.contains(year), separator == UInt8(ascii: "/") {
            return SolarCalendar.day(year: year, month: number(month), day: number(day.lowerBound..<dayEnd)).map {
                DateCore(range: run.lowerBound..<dayEnd, day: $0)
            }
        }
        return DateCore(range: run.lowerBound..<dayEnd, day: .named(year: year, month: number(month), day: number(day.lowerBound..<dayEnd)))
    }

    /// Behind a separator; "2022. 5. 17." has spaces.
    private func behind(_ separator: Int) -> Int {
        let next = separator + 1
        return bytes[separator] == UInt8(ascii: ".") && next < end && bytes[next] == 0x20 ? next + 1 : next
    }

    /// Whether two of the digits belong to a time that was run together with the day.
    private func endsInClock(_ run: Range<Int>) -> Bool {
        run.upperBound < end && bytes[run.upperBound] == UInt8(ascii: ":")
    }

    private func compact(_ run: Range<Int>) -> DateCore? {
        let base = run.lowerBound
        let day = PrintedDay.named(year: number(base..<base + 4), month: number(base + 4..<base + 6), day: number(base + 6..<base + 8))
        return DateCore(range: run, day: day)
    }

    private func ideographic(_ run: Range<Int>, year: Int) -> DateCore? {
        guard let month = number(between: run.upperBound, "年", "月"), let day = number(between: month.end, "", "日") else { return nil }
        return DateCore(range: run.lowerBound..<day.end, day: .named(year: year, month: month.value, day: day.value))
    }

    private func number(between index: Int, _ before: String, _ after: String) -> (value: Int, end: Int)? {
        guard let opened = skip(before, at: index) else { return nil }
        let run = digitRun(at: opened)
        guard (1...2).contains(run.count), let closed = skip(after, at: run.upperBound) else { return nil }
        return (number(run), closed)
    }

    private func skip(_ text: String, at index: Int) -> Int? {
        let length = text.utf8.count
        guard index + length <= end, bytes[index..<index + length].elementsEqual(text.utf8) else { return nil }
        return index + length
    }

    /// `26 March 2024`, `26th of March, 2024`, `26-Mar-2024`, `26. März 2024`, `26 de marzo de 2024`, `26 March`.
    func dayFirst(_ run: Range<Int>) -> DateCore? {
        let day = number(run)
        guard (1...31).contains(day) else { return nil }
        var index = skipOrdinal(run.upperBound)
        index = skipGap(index, words: ["of", "de"])
        guard index > run.upperBound || index < end else { return nil }
        let word = wordRange(at: index)
        if let core = solar(run, word) { return core }
        guard let (month, doubt, stop) = month(at: word, afterStop: bytes[run.upperBound] == UInt8(ascii: ".")) else { return nil }
        if let year = year(afterMonth: stop) {
            return DateCore(range: run.lowerBound..<year.end, day: .named(year: year.value, month: month, day: day), doubtfulMonth: doubt)
        }
        // Without a year only a capitalised month is taken: not "10 may".
        guard !ByteText.isLower(bytes[word.lowerBound]), index > run.upperBound else { return nil }
        return DateCore(range: run.lowerBound..<stop, day: .named(year: nil, month: month, day: day), doubtfulMonth: doubt)
    }

    /// "24 بهمن 1402"
    private func solar(_ run: Range<Int>, _ word: Range<Int>) -> DateCore? {
        guard !word.isEmpty, (0xD8...0xDB).contains(bytes[word.lowerBound]), let month = CalendarNames.solarMonth(bytes[word]),
            let year = year(at: skipGap(word.upperBound, words: [])),
            let day = SolarCalendar.day(year: year.value, month: month, day: number(run))
        else { return nil }
        return DateCore(range: run.lowerBound..<year.end, day: day)
    }

    /// `March 26, 2024`, `Mar. 26th 2024`, `March 26`.
    func monthFirst(_ run: Range<Int>) -> DateCore? {
        let day = number(run)
        guard (1...31).contains(day), let (month, doubt, monthStart, isGlued) = month(before: run.lowerBound) else { return nil }
        let after = skipOrdinal(run.upperBound)
        let gap = skipGap(after, words: [])
        if gap > after, let year = plausibleYear(at: gap) {
            return DateCore(range: monthStart..<year.end, day: .named(year: year.value, month: month, day: day), doubtfulMonth: doubt)
        }
        guard !isGlued, !ByteText.isLower(bytes[monthStart]) else { return nil }
        // "March 26" but not "March 26,000", "March 2.5" or "March 26-year-old".
        if after < end, gap == after + 1, gap < end, ByteText.isDigit(bytes[gap]), bytes[after] != 0x20 { return nil }
        if after < end, bytes[after] == UInt8(ascii: "-") || bytes[after] == UInt8(ascii: "%") { return nil }
        return DateCore(range: monthStart..<after, day: .named(year: nil, month: month, day: day), doubtfulMonth: doubt)
    }

    /// `March 2024`.
    func monthAndYear(_ run: Range<Int>) -> DateCore? {
        guard run.count == 4, let (month, doubt, monthStart, isGlued) = month(before: run.lowerBound), !isGlued,
            !ByteText.isLower(bytes[monthStart]),
            !followsNumber(monthStart)
        else { return nil }
        return DateCore(
            range: monthStart..<run.upperBound, day: .named(year: number(run), month: month, day: nil), takesTime: false,
            doubtfulMonth: doubt)
    }

    /// The month that a word names, or it and the next: "كانون الثاني".
    ///
    /// - Parameter afterStop: the day has a stop behind it, as Croatian and Czech write it and Polish doesn't.
    private func month(at word: Range<Int>, afterStop: Bool) -> (month: Int, doubt: DoubtfulMonth?, end: Int)? {
        if let month = CalendarNames.month(bytes[word]) {
            let doubt = doubt(month, word, afterStop: afterStop)
            return (doubt?.told ?? month, doubt, word.upperBound)
        }
        // Only Arabic has names of two words.
        guard !word.isEmpty, (0xD8...0xDB).contains(bytes[word.lowerBound]), word.upperBound < end, bytes[word.upperBound] == 0x20 else {
            return nil
        }
        let next = wordRange(at: word.upperBound + 1)
        guard !next.isEmpty, let month = CalendarNames.month(bytes[word.lowerBound..<next.upperBound]) else { return nil }
        return (month, nil, next.upperBound)
    }

    private static let croatianSigns = [
        "objavlj", "Objavlj", "OBJAVLJ", "ažurir", "Ažurir", "AŽURIR", "izmijenj", "Izmijenj", "ktualizir", "KTUALIZIR",
    ].map { Array($0.utf8) }
    /// Of Polish, and of Czech.
    private static let northernSigns = [
        "publikowa", "PUBLIKOWA", "ktualizacj", "KTUALIZACJ", "ktualizow", "KTUALIZOW", "dnia ", "godz", "ublikován", "UBLIKOVÁN",
        "ktualizov", "KTUALIZOV", "ydáno", "YDÁNO",
    ].map { Array($0.utf8) }

    /// "listopada" is October in Croatian and November in Polish: words beside it may tell, or the stop of Croatian behind the day.
    private func doubt(_ month: Int, _ word: Range<Int>, afterStop: Bool) -> DoubtfulMonth? {
        guard let croatian = CalendarNames.croatianMonth(bytes[word]) else { return nil }
        var doubt = DoubtfulMonth(northern: month, croatian: croatian)
        if holds(Self.croatianSigns) {
            doubt.told = croatian
        } else if holds(Self.northernSigns) {
            doubt.told = month
        } else if afterStop, ["listopada", "lip"].contains(ByteText.string(bytes[word]).lowercased()) {
            // The others are Czech, too, which has the stop as well.
            doubt.told = croatian
        }
        return doubt
    }

    private static let longestLabelled = 200

    private func holds(_ words: [[UInt8]]) -> Bool {
        guard end <= bytes.count else { return false }
        let line = Array(bytes[max(0, min(start, end))..<end].prefix(Self.longestLabelled))
        return words.contains { ByteText.offset(of: $0, in: line) != nil }
    }

    /// "32 March 2024" is no March 2024.
    private func followsNumber(_ index: Int) -> Bool {
        var position = index
        while position > start, index - position < 3, bytes[position - 1] == 0x20 || bytes[position - 1] == UInt8(ascii: ".") {
            position -= 1
        }
        return position > start && ByteText.isDigit(bytes[position - 1])
    }

    private func month(before index: Int) -> (month: Int, doubt: DoubtfulMonth?, start: Int, isGlued: Bool)? {
        let word = wordRange(before: index)
        guard !word.isEmpty else { return nil }
        if let month = CalendarNames.month(bytes[word]) {
            let doubt = doubt(month, word, afterStop: false)
            return (doubt?.told ?? month, doubt, word.lowerBound, false)
        }
        return gluedMonth(word).map { ($0.month, nil, $0.start, true) }
    }

    private static let fullMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ].map { (name: Array($0.utf8), upper: Array($0.uppercased().utf8)) }

    /// A name that a lost line break glued to the month: "MARSKJUNE 5, 2015".
    private func gluedMonth(_ word: Range<Int>) -> (month: Int, start: Int)? {
        for (index, month) in Self.fullMonths.enumerated() where word.count > month.name.count {
            let start = word.upperBound - month.name.count
            let tail = bytes[start..<word.upperBound]
            guard ByteText.isASCIILetter(bytes[start - 1]), tail.elementsEqual(month.name) || tail.elementsEqual(month.upper) else {
                continue
            }
            return (index + 1, start)
        }
        return nil
    }

    private func year(afterMonth index: Int) -> (value: Int, end: Int)? {
        let gap = skipGap(index, words: ["of", "de"])
        return plausibleYear(at: gap)
    }

    /// A year that a page may be from: not the "1430" of "26 March 1430 GMT".
    private func plausibleYear(at index: Int) -> (value: Int, end: Int)? {
        guard let year = year(at: index), DateResolver.plausibleYears.contains(year.value) else { return nil }
        return year
    }

    /// Four digits; more only where the rest is the hour of a time, or the day of a date, run together with the year.
    func year(at index: Int) -> (value: Int, end: Int)? {
        guard index < end else { return nil }
        let run = digitRun(at: index)
        guard run.count >= 4 else { return nil }
        let stop = run.lowerBound + 4
        let value = number(run.lowerBound..<stop)
        guard value >= 1000 else { return nil }
        if run.count > 4 {
            guard run.count <= 6, run.upperBound < end else { return nil }
            let isTime = bytes[run.upperBound] == UInt8(ascii: ":") && clock(at: stop) != nil
            // "26 Mar 202626 Mar 2026": the same date twice.
            let isDay = CalendarNames.month(bytes[wordRange(at: skipGap(run.upperBound, words: ["of", "de"]))]) != nil
            guard isTime || isDay else { return nil }
        }
        return (value, stop)
    }

    /// `st`, `nd`, `rd`, `th`, `er`, `º` and a stop.
    private func skipOrdinal(_ index: Int) -> Int {
        var index = index
        if index + 1 < end {
            let pair = (bytes[index] | 0x20, bytes[index + 1] | 0x20)
            let isOrdinal = [("s", "t"), ("n", "d"), ("r", "d"), ("t", "h"), ("e", "r")].contains {
                UInt8(ascii: $0.0) == pair.0 && UInt8(ascii: $0.1) == pair.1
            }
            if isOrdinal, index + 2 == end || !ByteText.isASCIILetter(bytes[index + 2]) { index += 2 }
            if bytes[index - 1] != 0x20, index + 1 < end, bytes[index] == 0xC2, bytes[index + 1] == 0xBA { index += 2 }
        }
        if index < end, bytes[index] == UInt8(ascii: ".") { index += 1 }
        return index
    }
}
