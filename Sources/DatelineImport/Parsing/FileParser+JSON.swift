import DatelineJSON
import DatelineModels
import DatelineReading

extension FileParser {
    /// One article, or an array of them, in the form of the HTTP interface.
    func parseJSON(_ bytes: [UInt8]) throws(FileRefusal) -> ParsedFile {
        var parsed = ParsedFile(type: "json")
        parsed.encoding = "utf-8"
        do throws(JSONError) {
            if isArray(bytes) {
                var elements = try JSONArrayElements(bytes)
                while let element = try elements.next() {
                    add(
                        try element.value.get(), number: element.index, line: element.line, offset: element.byteOffset, of: bytes,
                        to: &parsed)
                }
            } else {
                add(try JSONReader.read(bytes), number: 0, line: 1, offset: 0, of: bytes, to: &parsed)
            }
        } catch {
            throw FileRefusal(error, in: bytes, type: "json")
        }
        return try checked(parsed)
    }

    /// An article on every line. What is wrong with a line is told with its number, and hurts no other.
    func parseLines(_ bytes: [UInt8]) throws(FileRefusal) -> ParsedFile {
        if let refusal = FileRefusal(binary: bytes) { throw refusal }
        var parsed = ParsedFile(type: "jsonl")
        parsed.encoding = "utf-8"
        var lines = JSONLines(maximumLineBytes: Self.maximumLineBytes)
        lines.append(bytes)
        while let line = lines.next() { add(line, to: &parsed) }
        if let line = lines.finish() { add(line, to: &parsed) }
        return try checked(parsed)
    }

    static let maximumLineBytes = 8 * 1024 * 1024

    private func add(_ line: JSONLine, to parsed: inout ParsedFile) {
        do throws(JSONError) {
            let value = try line.read()
            add(value, number: line.index, line: line.line, offset: line.byteOffset, shown: line.bytes[...], to: &parsed)
        } catch {
            parsed.add(ImportFault(line: error.line, byteOffset: error.byteOffset, reason: error.reason.rawValue, showing: line.bytes))
        }
    }

    private func add(_ value: JSONValue, number: Int, line: Int, offset: Int, of bytes: [UInt8], to parsed: inout ParsedFile) {
        add(value, number: number, line: line, offset: offset, shown: bytes[min(offset, bytes.count)...], to: &parsed)
    }

    private func add(
        _ value: JSONValue, number: Int, line: Int, offset: Int, shown: ArraySlice<UInt8>, to parsed: inout ParsedFile
    ) {
        var faults = Faults()
        let (value, id) = takingID(value)
        let input = ArticleInput(json: value, faults: &faults)
        let habits = input.source.flatMap { self.habits[$0] }
        if habits == nil, let source = input.source, input.needsZone { parsed.wantedHabits.insert(source) }
        if let draft = input.validated(zone: habits?.zone, into: &faults) {
            parsed.articles.append(ImportedArticle(recordNumber: number, draft: draft, id: id))
            return
        }
        let first = faults.list.first
        let place = if case .pointer(let pointer)? = first?.location, !pointer.isEmpty { " \(pointer)" } else { "" }
        let reason = "invalid-article: \(first?.code.rawValue ?? Fault.Code.format.rawValue)\(place)"
        parsed.add(ImportFault(line: line, byteOffset: offset, reason: reason, showing: shown))
    }

    /// In a file an article may bring its id, unlike in a request that creates one.
    private func takingID(_ value: JSONValue) -> (JSONValue, ResourceID?) {
        guard case .object(var object) = value, case .string(let text)? = object["id"], let id = ResourceID(text), id.isAssignable else {
            return (value, nil)
        }
        object.members.removeAll { $0.name.utf8.elementsEqual("id".utf8) }
        return (.object(object), id)
    }

    /// - Throws: ``FileRefusal`` where not one article was found.
    private func checked(_ parsed: ParsedFile) throws(FileRefusal) -> ParsedFile {
        guard parsed.articles.isEmpty else { return parsed }
        // With the zone of its source an article might do.
        guard parsed.wantedHabits.isEmpty else { return parsed }
        guard let fault = parsed.faults.first else {
            throw FileRefusal(reason: "no-article-content", detail: "The file holds no article.", type: parsed.type)
        }
        throw FileRefusal(
            reason: "parse-failed", detail: Self.detail(of: fault, count: parsed.faultCount), fault: fault, type: parsed.type,
            // A JSON document that was read to its end is whole; lines may still be on their way.
            mayBeEarly: parsed.type == "jsonl"
        )
    }

    /// For a file of which nothing was taken.
    static func detail(of fault: ImportFault, count: Int) -> String {
        let place = fault.line.map { " on line \($0)" } ?? ""
        let rest = count > 1 ? ", and \(count - 1) more" : ""
        return "No article could be read: \(fault.reason)\(place)\(rest)."
    }

    private func isArray(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[start...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } == UInt8(ascii: "[")
    }
}

extension FileRefusal {
    init(_ error: JSONError, in bytes: [UInt8], type: String) {
        if let binary = FileRefusal(binary: bytes) {
            self = binary
        } else if error.reason == .empty {
            self.init(reason: "no-article-content", detail: "The file holds nothing but white space.", type: type)
        } else {
            let shown = bytes[max(0, min(error.byteOffset, bytes.count) - 40)...]
            let fault = ImportFault(line: error.line, byteOffset: error.byteOffset, reason: error.reason.rawValue, showing: shown)
            self.init(
                reason: "parse-failed", detail: "\(error.detail) (line \(error.line), byte \(error.byteOffset))", fault: fault, type: type,
                mayBeEarly: true
            )
        }
    }

    /// nil where the bytes are text of some kind.
    init?(binary bytes: [UInt8]) {
        guard bytes.prefix(8192).contains(where: { $0 == 0 }) || bytes.first.map({ $0 > 0x7F }) == true else { return nil }
        do throws(ReadingError) {
            _ = try TextDecoding.decode(bytes)
            return nil
        } catch {
            guard error == .binaryContent else { return nil }
            self.init(error)
        }
    }
}
