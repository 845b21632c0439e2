import DatelineModels
import DatelineReading

/// Pages of HTML.
func fuzz(_ bytes: [UInt8]) {
    let habits = ReadingHabits(for: bytes)
    do throws(ReadingError) {
        let reading = try HTMLReader(ReadingSettings(zone: habits.zone, dateOrder: habits.order, notAfter: habits.notAfter)).read(bytes)
        check(reading, habits, lines: nil)
        if let url = reading.url { require(!url.isEmpty, "an empty address is stated") }
    } catch {
        check(error)
    }
}
