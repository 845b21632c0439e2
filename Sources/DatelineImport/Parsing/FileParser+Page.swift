import DatelineModels
import DatelineReading

extension FileParser {
    func parsePage(_ bytes: [UInt8], overlay: Overlay) throws(FileRefusal) -> ParsedFile {
        try page(bytes, type: "text", overlay: overlay) { settings throws(ReadingError) in
            try PageReader(settings).read(bytes)
        }
    }

    /// A file that is one page. It is read twice where only the first reading tells whose habits of writing dates count.
    func page(
        _ bytes: [UInt8], type: String, overlay: Overlay,
        read: (ReadingSettings) throws(ReadingError) -> PageReading
    ) throws(FileRefusal) -> ParsedFile {
        var reading: PageReading
        var known = overlay.source.flatMap { habits[$0] }
        do throws(ReadingError) {
            reading = try read(settings(known))
            if known == nil, let source = reading.source, let other = habits[source], other.zone != nil || other.order != nil {
                known = other
                reading = try read(settings(other))
            }
        } catch {
            throw FileRefusal(error, in: bytes, type: type)
        }
        var parsed = ParsedFile(type: type, overlay: overlay)
        parsed.encoding = reading.encoding
        parsed.replacedBytes = reading.replacedBytes
        parsed.habitsUsed = known
        if let source = overlay.source ?? reading.source, habits[source] == nil { parsed.wantedHabits.insert(source) }
        add(StatedFields(reading), number: 0, isWholeFile: true, place: nil, to: &parsed)
        guard !parsed.articles.isEmpty else {
            throw FileRefusal(reason: "no-article-content", detail: "No headline could be found in the file.", type: type)
        }
        return parsed
    }

    private func settings(_ habits: DateHabits?) -> ReadingSettings {
        ReadingSettings(zone: habits?.zone, dateOrder: habits?.order, notAfter: notAfter, budget: budget)
    }
}
