import DatelineModels

@testable import DatelineReading

/// Markdown with front matter.
func fuzz(_ bytes: [UInt8]) {
    let habits = ReadingHabits(for: bytes)
    let decoded = checkDecoding(bytes)
    do throws(ReadingError) {
        let reading = try MarkdownReader(ReadingSettings(zone: habits.zone, dateOrder: habits.order, notAfter: habits.notAfter)).read(bytes)
        check(reading, habits, lines: nil)
        guard let text = decoded?.text else { return require(false, "read, but not decoded") }
        // Nothing is cut out of the body, so it is a part of the text.
        require(text.utf8.count >= reading.body.utf8.count && holds(text, reading.body), "the body isn't a part of the text")
    } catch {
        check(error)
    }
}

private func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    // The body is what is left at the end, but for white space.
    guard let end = text.lastIndex(where: { $0 > 0x20 }), !part.isEmpty else { return true }
    return text[...end].suffix(part.count).elementsEqual(part)
}
