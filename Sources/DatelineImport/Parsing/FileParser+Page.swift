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
        // A side file that was refused has no say in it.
        parsed.provenance = provenance(of: reading, parsed.overlay)
        return parsed
    }

    private func settings(_ habits: DateHabits?) -> ReadingSettings {
        ReadingSettings(zone: habits?.zone, dateOrder: habits?.order, notAfter: notAfter, budget: budget)
    }

    private func provenance(of reading: PageReading, _ overlay: Overlay) -> ReadingProvenance {
        var provenance = reading.provenance
        if overlay.folderSource != nil { provenance.source = FieldOrigin(line: nil, how: .folder) }
        for name in overlay.names {
            let origin = FieldOrigin(line: nil, how: .sideFile)
            switch name {
            case "headline": provenance.headline = origin
            case "byline": provenance.byline = origin
            case "source": provenance.source = origin
            case "language": provenance.language = origin
            case "datePublished": provenance.dates = Self.outranked(provenance.dates)
            default: break
            }
        }
        return provenance
    }

    /// The side file has said when the page was published.
    private static func outranked(_ dates: [DateCandidate]) -> [DateCandidate] {
        dates.map { date in
            guard date.outcome == .published || date.outcome == .agrees else { return date }
            return DateCandidate(
                line: date.line, raw: date.raw, role: date.role, value: date.value, outcome: .outranked, localTime: date.localTime)
        }
    }
}
