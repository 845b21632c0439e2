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
        require(isPart(reading.body, of: text), "the body isn't made of lines of the text")
    } catch {
        check(error)
    }
}

/// Whether the body's lines are some of the text's, in their order.
private func isPart(_ body: String, of text: String) -> Bool {
    var rest = lines(text)[...]
    for line in lines(body) {
        guard let place = rest.firstIndex(of: line) else { return false }
        rest = rest[(place + 1)...]
    }
    return true
}

/// Those that aren't blank, without white space at both ends.
private func lines(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: 0x0A).compactMap { line in
        let start = line.drop { $0 <= 0x20 }
        guard let last = start.lastIndex(where: { $0 > 0x20 }) else { return nil }
        return Array(start[...last])
    }
}
