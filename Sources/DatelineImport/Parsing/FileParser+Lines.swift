import DatelineJSON
import DatelineModels
import DatelineReading

extension FileParser {
    /// The longest line of a file of lines.
    static let maximumLineBytes = 8 * 1024 * 1024

    /// An article on every line. What is wrong with a line is told with its number, and hurts no other.
    func parseLines(_ bytes: [UInt8], overlay: Overlay = Overlay()) throws(FileRefusal) -> ParsedFile {
        if let refusal = FileRefusal(binary: bytes) { throw refusal }
        if let parsed = try parseSpreadDocument(bytes, overlay: overlay) { return parsed }
        var parsed = startLines(overlay: overlay)
        var lines = JSONLines(maximumLineBytes: Self.maximumLineBytes)
        lines.append(bytes)
        while let line = lines.next() ?? lines.finish() {
            let faults = parsed.faultCount
            add(line, to: &parsed)
            // A last line that breaks off may go on.
            if parsed.faultCount > faults, line.byteOffset + line.bytes.count == bytes.count { parsed.mayBeEarly = true }
            if budget.isSpent() { break }
        }
        return try checked(parsed)
    }

    /// What a file of lines is gathered in; see ``add(_:to:)``.
    func startLines(overlay: Overlay = Overlay()) -> ParsedFile {
        var parsed = ParsedFile(type: "jsonl", overlay: overlay)
        parsed.encoding = "utf-8"
        parsed.restrictSideFile()
        return parsed
    }

    /// Takes one line, whose number counts from the beginning of the file. For files too large to be read at once: whoever calls
    /// it takes the articles out of `parsed` from time to time.
    func add(_ line: JSONLine, to parsed: inout ParsedFile) {
        #if DEBUG
            guard (try? TestMarkers.heed(line.bytes, budget)) != nil else { return }
        #endif
        do throws(JSONError) {
            let value = try line.read()
            let place = Place(line: line.line, byteOffset: line.byteOffset, shown: line.bytes[...])
            add(value, number: line.index, isWholeFile: false, place: place, to: &parsed)
        } catch {
            parsed.add(ImportFault(line: error.line, byteOffset: error.byteOffset, reason: error.reason.rawValue, showing: line.bytes))
        }
    }

    /// A JSON document spread over several lines under the name of lines; nil where it is none.
    private func parseSpreadDocument(_ bytes: [UInt8], overlay: Overlay) throws(FileRefusal) -> ParsedFile? {
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
        guard end < bytes.count, bytes[..<end].contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            (try? JSONReader.read(bytes[..<end])) == nil, (try? JSONReader.read(bytes)) != nil
        else { return nil }
        return try parseJSON(bytes, hint: .json, overlay: overlay)
    }
}
