import DatelineModels

/// What a file holds.
struct ParsedFile: Sendable {
    var articles: [ImportedArticle] = []
    /// `text`, `json`, `jsonl`.
    let type: String
    var encoding: String?
    var replacedBytes = 0
    var warnings: [String] = []
    /// Records that can't be taken; at most ``ImportFault/kept``.
    var faults: [ImportFault] = []
    var faultCount = 0
    /// Outlets whose habits of writing dates would have helped, and weren't known to the parser.
    var wantedHabits: Set<String> = []

    init(type: String) {
        self.type = type
    }

    mutating func add(_ fault: ImportFault) {
        faultCount += 1
        if faults.count < ImportFault.kept { faults.append(fault) }
    }
}

/// How an outlet writes dates.
struct DateHabits: Sendable {
    var zone: ZonedClock?
    var order: DateOrder?
}

/// Why a file as a whole can't be taken.
struct FileRefusal: Error, Sendable {
    /// ``ImportState/failed`` or ``ImportState/skipped``.
    var state = ImportState.failed
    /// A stable word.
    let reason: String
    /// A sentence for people.
    let detail: String
    var fault: ImportFault?
    var type: String?
    /// Whether it may only have been read before its writer was done.
    var mayBeEarly = false
}

extension ImportFault {
    /// - Parameter bytes: the file, or the line, of which the part from `start` is shown.
    init(line: Int?, byteOffset: Int?, reason: String, showing bytes: some RandomAccessCollection<UInt8>) {
        let text = String(decoding: bytes.prefix(200), as: UTF8.self)
        var excerpt = String.UnicodeScalarView()
        var size = 0
        for scalar in text.unicodeScalars {
            size += UTF8.width(scalar)
            if size > 200 { break }
            excerpt.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        while excerpt.last == " " { excerpt.removeLast() }
        self.init(line: line, byteOffset: byteOffset, reason: reason, excerpt: excerpt.isEmpty ? nil : String(excerpt))
    }
}
