import DatelineModels
import DatelineReading

extension FileParser {
    func parseHTML(_ bytes: [UInt8], overlay: Overlay) throws(FileRefusal) -> ParsedFile {
        try page(bytes, type: "html", overlay: overlay) { settings throws(ReadingError) in
            try HTMLReader(settings).read(bytes)
        }
    }

    func parseMarkdown(_ bytes: [UInt8], overlay: Overlay) throws(FileRefusal) -> ParsedFile {
        try page(bytes, type: "markdown", overlay: overlay) { settings throws(ReadingError) in
            try MarkdownReader(settings).read(bytes)
        }
    }

    /// Each item of a feed is an article. Of one that breaks off, those before are taken.
    func parseFeed(_ bytes: [UInt8], overlay: Overlay) throws(FileRefusal) -> ParsedFile {
        let habits = habits
        let reader = FeedReader(
            habits: { source in
                let known = (overlay.source ?? source).flatMap { habits[$0] }
                return (known?.zone, known?.order)
            }, notAfter: notAfter, budget: budget)
        let reading: FeedReading
        do throws(ReadingError) {
            reading = try reader.read(bytes)
        } catch {
            throw FileRefusal(error, in: bytes, type: "rss")
        }
        var parsed = ParsedFile(type: reading.form.rawValue, overlay: overlay)
        parsed.restrictSideFile()
        parsed.encoding = reading.encoding
        parsed.replacedBytes = reading.replacedBytes
        parsed.warn(reading.warnings)
        parsed.mayBeEarly = reading.isTruncated
        for (number, entry) in reading.entries.enumerated() {
            add(entry.fields, number: number, isWholeFile: false, place: Place(entry.place, in: bytes), to: &parsed)
        }
        for fault in reading.faults {
            let place = Place(fault.place, in: bytes)
            parsed.add(ImportFault(line: place.line, byteOffset: place.byteOffset, reason: fault.reason, showing: place.shown))
        }
        return try checked(parsed)
    }
}

extension FileParser.Place {
    init(_ place: FeedReading.Place, in bytes: [UInt8]) {
        self.init(line: place.line, byteOffset: place.byteOffset, shown: place.byteOffset.map { bytes[min($0, bytes.count)...] } ?? [])
    }
}
