import DatelineJSON
import DatelineModels
import DatelineReading

extension FileParser {
    /// One article, or an array of them, in the form of the HTTP interface or as ninjs.
    ///
    /// What isn't JSON throughout is text, unless it is called JSON or is the beginning of an object.
    func parseJSON(_ bytes: [UInt8], hint: FileType, overlay: Overlay) throws(FileRefusal) -> ParsedFile {
        let outcome: Result<ParsedFile, JSONError>
        do throws(JSONError) {
            outcome = .success(try document(bytes, overlay: overlay))
        } catch {
            outcome = .failure(error)
        }
        let failure: JSONError
        switch outcome {
        case .success(let parsed):
            let isMeant = hint == .json || !parsed.articles.isEmpty || Self.holdsObject(bytes)
            return isMeant ? try checked(parsed) : try parsePage(bytes, overlay: overlay)
        case .failure(let error): failure = error
        }
        if failure.reason == .trailingContent, isLines(bytes) { return try parseLines(bytes, overlay: overlay) }
        if hint == .json || failure.reason == .unexpectedEnd && Self.opensObject(bytes) {
            throw FileRefusal(failure, in: bytes, type: "json")
        }
        return try parsePage(bytes, overlay: overlay)
    }

    private func document(_ bytes: [UInt8], overlay: Overlay) throws(JSONError) -> ParsedFile {
        var parsed = ParsedFile(type: "json", overlay: overlay)
        parsed.encoding = "utf-8"
        guard Self.first(of: bytes) == UInt8(ascii: "[") else {
            add(
                try JSONReader.read(bytes), number: 0, isWholeFile: true, place: Place(line: 1, byteOffset: 0, shown: bytes[...]),
                to: &parsed)
            return parsed
        }
        parsed.restrictSideFile()
        var elements = try JSONArrayElements(bytes)
        while let element = try elements.next() {
            let place = Place(line: element.line, byteOffset: element.byteOffset, shown: bytes[min(element.byteOffset, bytes.count)...])
            add(try element.value.get(), number: element.index, isWholeFile: false, place: place, to: &parsed)
            if budget.isSpent() { break }
        }
        return parsed
    }

    func add(_ value: JSONValue, number: Int, isWholeFile: Bool, place: Place, to parsed: inout ParsedFile) {
        guard case .object(let object) = value else {
            let reason = "invalid-article: \(Fault.Code.type.rawValue)"
            parsed.add(ImportFault(line: place.line, byteOffset: place.byteOffset, reason: reason, showing: place.shown))
            return
        }
        guard let item = Ninjs(object) else {
            add(object, number: number, isWholeFile: isWholeFile, place: place, to: &parsed)
            return
        }
        if parsed.type == "json" { parsed.type = "ninjs" }
        let overlay = parsed.overlay
        do throws(ReadingError) {
            let fields = try item.fields(
                habits: { (overlay.source ?? $0).flatMap { habits[$0] } }, notAfter: notAfter, budget: budget)
            add(fields, number: number, isWholeFile: isWholeFile, place: place, to: &parsed)
        } catch {
            // Only the budget can be the reason; whoever goes on will find it spent.
            return
        }
    }

    /// - Throws: ``FileRefusal`` where not one article was found.
    func checked(_ parsed: ParsedFile) throws(FileRefusal) -> ParsedFile {
        try spend(on: [], type: parsed.type)
        guard parsed.articles.isEmpty else { return parsed }
        // With the zone of its source an article might do.
        guard parsed.wantedHabits.isEmpty else { return parsed }
        guard let fault = parsed.faults.first(where: { !$0.reason.hasPrefix(Overlay.warning) }) else {
            throw FileRefusal(reason: "no-article-content", detail: "The file holds no article.", type: parsed.type)
        }
        throw FileRefusal(
            reason: "parse-failed", detail: Self.detail(of: fault, count: parsed.faultCount), fault: fault, type: parsed.type,
            // A JSON document that was read to its end is whole; lines may still be on their way.
            mayBeEarly: parsed.type == "jsonl" || parsed.mayBeEarly
        )
    }

    /// For a file of which nothing was taken.
    static func detail(of fault: ImportFault, count: Int) -> String {
        let place = fault.line.map { " on line \($0)" } ?? ""
        let rest = count > 1 ? ", and \(count - 1) more" : ""
        return "No article could be read: \(fault.reason)\(place)\(rest)."
    }

    private static func content(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[mark...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private static func first(of bytes: [UInt8]) -> UInt8? { content(bytes).first }

    /// `{ "`: no text begins so.
    private static func opensObject(_ bytes: [UInt8]) -> Bool {
        let content = content(bytes)
        return content.first == UInt8(ascii: "{") && content.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
    }

    /// An object, or an array that begins with one.
    private static func holdsObject(_ bytes: [UInt8]) -> Bool {
        let content = content(bytes)
        return content.first == UInt8(ascii: "{") || content.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    /// The first line is an object by itself.
    private func isLines(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstIndex(of: 0x0A), case .object? = try? JSONReader.read(bytes[..<end]) else { return false }
        return bytes[end...].contains(UInt8(ascii: "{"))
    }
}
