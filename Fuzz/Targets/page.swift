import DatelineModels

@testable import DatelineReading

/// Pages of plain text.
func fuzz(_ bytes: [UInt8]) {
    let habits = ReadingHabits(for: bytes)
    let decoded = checkDecoding(bytes)
    let reader = PageReader(ReadingSettings(zone: habits.zone, dateOrder: habits.order, notAfter: habits.notAfter))
    let reading: PageReading
    do throws(ReadingError) {
        reading = try reader.read(bytes)
    } catch {
        return check(error)
    }
    guard let text = decoded?.text else { return require(false, "read, but not decoded") }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
    check(reading, habits, lines: lines.count)
    checkPlaces(reading, lines)
    require(reading.body.utf8.count <= text.utf8.count * 2, "the body is longer than the page")

    guard bytes.count % 4 == 1 else { return }
    guard let again = try? reader.read(text: text) else { return require(false, "the decoded text can't be read") }
    require(isSame(again.headline, reading.headline) && isSame(again.body, reading.body), "the decoded text reads otherwise")
    require(again.provenance == reading.provenance, "the decoded text has another provenance")
}

/// What provenance quotes stands in the line that it names.
private func checkPlaces(_ reading: PageReading, _ lines: [Substring]) {
    for date in reading.provenance.dates {
        guard let line = date.line else { continue }
        // An age is quoted with its digits as they are read.
        let isThere = holds(lines[line - 1], date.raw) || date.outcome == .relative && holds(plain(lines[line - 1]), date.raw)
        require(isThere, "\"\(date.raw)\" isn't on line \(line)")
    }
    for span in reading.provenance.removed {
        guard let part = span.lines else { continue }
        require(holds(lines[part.lowerBound - 1], span.excerpt), "\"\(span.excerpt)\" isn't on line \(part.lowerBound)")
    }
    let body = Array(reading.body.utf8).split(separator: 0x0A)
    require(reading.warnings.contains(.noBody) == body.isEmpty, "body and warning disagree")
}

private func plain(_ line: Substring) -> Substring {
    Substring(decoding: DigitNormaliser.ascii(Array(line.utf8)[...]), as: UTF8.self)
}

private func holds(_ line: Substring, _ part: String) -> Bool {
    let (line, part) = (Array(line.utf8), Array(part.utf8))
    guard let first = part.first else { return true }
    guard line.count >= part.count else { return false }
    return (0...(line.count - part.count)).contains { line[$0] == first && line[$0..<$0 + part.count].elementsEqual(part) }
}
