/// A printed time of day and its zone.
struct Clock {
    var time: PrintedTime
    var zone: PrintedZone?
    var end: Int
}

extension DateFinder {
    /// A time that follows a date at `index`.
    func clock(after index: Int) -> Clock? {
        guard index < end else { return nil }
        // ISO 8601: "T" directly between date and time.
        if bytes[index] == UInt8(ascii: "T") || bytes[index] == UInt8(ascii: "t") { return isoClock(at: index + 1) }
        let position = skipSeparators(index, words: true)
        guard position < end, ByteText.isDigit(bytes[position]) else { return nil }
        return clock(at: position)
    }

    /// A time that follows the day of a date, with the word for a change or for publication between them.
    func labelledClock(after index: Int) -> (clock: Clock, label: MetadataLine.Label)? {
        let position = skipSeparators(index, words: false)
        guard position < end, position > index else { return nil }
        let word = wordRange(at: position)
        guard word.count >= 5, word.upperBound < end else { return nil }
        let label = MetadataWords.label(bytes[word])
        guard label != .none else { return nil }
        let start = skipSeparators(word.upperBound, words: true)
        guard start < end, start > word.upperBound, let clock = clock(at: start) else { return nil }
        // The time of another date that follows.
        let next = skipSeparators(clock.end, words: true)
        guard next >= end || !ByteText.isDigit(bytes[next]) else { return nil }
        return (clock, label)
    }

    /// `22:16`, `5:28 AM`, `22.16 Uhr`, `22h16`, `9 pm`, `1430 GMT`, each with an optional zone.
    func clock(at index: Int, iso: Bool = false) -> Clock? {
        guard index < end, ByteText.isDigit(bytes[index]) else { return nil }
        let run = digitRun(at: index)
        if run.count == 4 { return fourDigitClock(run) }
        guard run.count <= 2 else { return nil }
        var time = PrintedTime(hour: number(run), minute: 0)
        var position = run.upperBound
        var separator: UInt8 = 0
        if position + 2 < end, [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "h")].contains(bytes[position]) {
            let minutes = digitRun(at: position + 1)
            if minutes.count == 2 {
                separator = bytes[position]
                time.minute = number(minutes)
                position = minutes.upperBound
            }
        }
        if separator == UInt8(ascii: ":") { position = takeSeconds(at: position, into: &time) }
        let half = halfDay(at: position) ?? foreignHalfDay(at: position, hour: time.hour)
        if let half {
            guard (1...12).contains(time.hour) else { return nil }
            time.hour = time.hour % 12 + (half.isAfternoon ? 12 : 0)
            position = half.end
        }
        position = skipHourWord(position)
        let zone = !iso && time.second == nil && isRange(position) ? nil : zone(at: position)
        guard time.hour < 24, time.minute < 60, (time.second ?? 0) < 61 else { return nil }
        // "22.16" or a bare number is a time only where something says so.
        guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "h") || half != nil || separator != 0 && zone != nil else {
            return nil
        }
        if time.second == 60 { time.second = 59 }
        let isOpen = zone == nil && half == nil && !iso && hasUnreadWord(at: position, hour: time.hour)
        return Clock(time: time, zone: zone?.zone ?? (isOpen ? .unknown : nil), end: zone?.end ?? position)
    }

    private static let foreignHalves: [String: Bool] = [
        "م": true, "مساء": true, "مساءً": true, "مساءا": true, "ظهرا": true, "ظهراً": true, "ظهرًا": true, "عصرا": true, "عصراً": true,
        "عصرًا": true, "ص": false, "صباحا": false, "صباحاً": false, "صباحًا": false, "فجرا": false, "فجراً": false, "فجرًا": false,
        "μμ": true, "μ.μ.": true, "μ.μ": true, "πμ": false, "π.μ.": false, "π.μ": false,
    ]

    /// `02:30 م`, `9:15 π.μ.`; beside an hour over 12 the word says nothing.
    private func foreignHalfDay(at index: Int, hour: Int) -> (isAfternoon: Bool, end: Int)? {
        guard (1...12).contains(hour) else { return nil }
        var position = index
        if position < end { position += ByteText.lengthOfSpace(at: position, in: bytes, end: end) }
        let rest = bytes[position..<min(end, position + 24)]
        guard let first = rest.first, first >= 0xCE, first < 0xDC else { return nil }
        let word = rest.prefix { $0 >= 0x80 || $0 == UInt8(ascii: ".") }
        let text = ByteText.string(word)
        guard let isAfternoon = Self.foreignHalves[text] ?? Self.foreignHalves[text.lowercased()] else { return nil }
        // "11:30 ظهراً": around noon, so before it.
        let isBeforeNoon = word.starts(with: Self.noon) && (10...11).contains(hour)
        return (isAfternoon && !isBeforeNoon, word.endIndex)
    }

    private static let noon = Array("ظهر".utf8)

    /// "9:30 शाम", "9:30 вечера": what follows an hour of twelve may be the half of the day in words that aren't known here.
    private func hasUnreadWord(at index: Int, hour: Int) -> Bool {
        guard hour <= 12, index < end else { return false }
        let position = index + ByteText.lengthOfSpace(at: index, in: bytes, end: end)
        guard position > index, position < end, (0xCE...0xE1).contains(bytes[position]) else { return false }
        let word = bytes[position..<min(end, position + 64)].prefix { $0 >= 0x80 }
        let text = ByteText.string(word)
        guard let first = text.unicodeScalars.first, first.isAlphabetic, !first.isUppercase else { return false }
        return !MetadataWords.isOnlyLabels(text) && CalendarNames.month(word) == nil && CalendarNames.weekday(word) == nil
    }

    /// `10:00-11:00` is an hour's span, not a time with an offset.
    private func isRange(_ index: Int) -> Bool {
        guard index + 3 < end, bytes[index] == UInt8(ascii: "-") else { return false }
        let run = digitRun(at: index + 1)
        return (1...2).contains(run.count) && run.upperBound < end && bytes[run.upperBound] == UInt8(ascii: ":")
    }

    private func takeSeconds(at position: Int, into time: inout PrintedTime) -> Int {
        guard position + 2 < end, bytes[position] == UInt8(ascii: ":") else { return position }
        let seconds = digitRun(at: position + 1)
        guard seconds.count == 2 else { return position }
        time.second = number(seconds)
        var stop = seconds.upperBound
        if stop + 1 < end, bytes[stop] == UInt8(ascii: "."), ByteText.isDigit(bytes[stop + 1]) { stop = digitRun(at: stop + 1).upperBound }
        return stop
    }

    private func fourDigitClock(_ run: Range<Int>) -> Clock? {
        let value = number(run)
        guard value / 100 < 24, value % 100 < 60 else { return nil }
        let position = skipHourWord(run.upperBound)
        let zone = zone(at: position)
        guard zone != nil || position > run.upperBound else { return nil }
        return Clock(time: PrintedTime(hour: value / 100, minute: value % 100), zone: zone?.zone, end: zone?.end ?? position)
    }

    /// `02:21`, `02:21:30.5`, `0221`, `022130`, then `Z` or an offset.
    private func isoClock(at index: Int) -> Clock? {
        guard index < end, ByteText.isDigit(bytes[index]) else { return nil }
        let run = digitRun(at: index)
        guard run.count == 4 || run.count == 6 else { return clock(at: index, iso: true) }
        let base = run.lowerBound
        let time = PrintedTime(
            hour: number(base..<base + 2), minute: number(base + 2..<base + 4), second: run.count == 6 ? number(base + 4..<base + 6) : nil)
        guard time.hour < 24, time.minute < 60, (time.second ?? 0) < 60 else { return nil }
        let zone = zone(at: run.upperBound)
        return Clock(time: time, zone: zone?.zone, end: zone?.end ?? run.upperBound)
    }

    private func halfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
        var position = index
        if position < end { position += ByteText.lengthOfSpace(at: position, in: bytes, end: end) }
        guard position + 1 < end else { return nil }
        let first = bytes[position] | 0x20
        guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
        var next = position + 1
        if bytes[next] == UInt8(ascii: ".") {
            next += 1
            // "5:28 p. m."
            if next < end, bytes[next] == 0x20 { next += 1 }
        }
        guard next < end, bytes[next] | 0x20 == UInt8(ascii: "m") else { return nil }
        next += 1
        if next < end, bytes[next] == UInt8(ascii: ".") { next += 1 }
        // "P. Marsk", "P. Müller"
        if next < end, ByteText.isASCIILetter(bytes[next]) || Self.isLatinLead(bytes[next]) { return nil }
        return (first == UInt8(ascii: "p"), next)
    }

    /// The first byte of a Latin letter beyond ASCII; what follows "pm" in other scripts is no part of the word.
    private static func isLatinLead(_ byte: UInt8) -> Bool { (0xC3...0xC9).contains(byte) || byte == 0xE1 }

    private func skipHourWord(_ index: Int) -> Int {
        var position = index
        if position < end { position += ByteText.lengthOfSpace(at: position, in: bytes, end: end) }
        let word = position < end ? wordRange(at: position) : index..<index
        guard (3...5).contains(word.count), ["uhr", "hrs", "hours"].contains(ByteText.string(bytes[word]).lowercased()) else {
            return index
        }
        return word.upperBound
    }
}
