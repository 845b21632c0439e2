import DatelineModels

@testable import DatelineReading

/// RSS and Atom.
func fuzz(_ bytes: [UInt8]) {
    let habits = ReadingHabits(for: bytes)
    let zone = habits.zone
    let order = habits.order
    let reading: FeedReading
    do throws(ReadingError) {
        reading = try FeedReader(habits: { _ in (zone, order) }, notAfter: habits.notAfter).read(bytes)
    } catch {
        return check(error)
    }
    // As an editor counts them, which takes more signs than one for the end of a line.
    let text = try? TextDecoding.decode(bytes, declared: XMLHead.encoding(bytes)).text
    let newlines = (text?.utf8.count { $0 == 0x0A } ?? 0) + 1
    var last = 0
    for place in reading.entries.map(\.place) {
        require((last...newlines).contains(place.line) && place.line > 0, "an item is on line \(place.line) of \(newlines)")
        last = place.line
    }
    for place in reading.entries.map(\.place) + reading.faults.map(\.place) {
        require(place.byteOffset.map { (0...bytes.count).contains($0) } ?? true, "something is at \(place.byteOffset ?? 0)")
        require((1...newlines).contains(place.line), "something is on line \(place.line) of \(newlines)")
    }
    for fields in reading.entries.map(\.fields) {
        require((fields.datePublished == nil) == (fields.dateStatus == .unknown), "date and status disagree")
        for date in [fields.datePublished, fields.dateModified].compactMap(\.self) {
            require((try? PartialDate(parsing: date.description)) == date, "\(date) isn't read as it is written")
            if let notAfter = habits.notAfter { require(date.earliest - 14 * 3600 <= notAfter, "\(date) is later than it may be") }
        }
        let texts = [fields.headline, fields.body, fields.abstract, fields.byline, fields.source].compactMap(\.self)
        for text in texts { require(!text.utf8.contains(0), "a field has a NUL") }
    }
}
