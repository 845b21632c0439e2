import DatelineModels

/// What a file holds.
struct ParsedFile: Sendable {
    var articles: [ImportedArticle] = []
    /// `text`, `markdown`, `html`, `json`, `jsonl`, `ninjs`, `rss`, `atom`.
    var type: String
    var encoding: String?
    var replacedBytes = 0
    /// Stable words, the gravest first, none twice.
    private(set) var warnings: [String] = []
    /// Records that can't be taken; at most ``ImportFault/kept``.
    private(set) var faults: [ImportFault] = []
    private(set) var faultCount = 0
    /// Outlets whose habits of writing dates would have helped, and weren't known to the parser.
    var wantedHabits: Set<String> = []
    /// Whether what is wrong with it may only be that its writer isn't done.
    var mayBeEarly = false
    /// By the number of the record, where its fields were read out of something.
    private(set) var provenance: [Int: ReadingProvenance] = [:]
    /// Of a file that is one page: how its source writes dates, where that was known.
    var habitsUsed: DateHabits?
    /// What lies over everything in the file.
    private(set) var overlay: Overlay

    init(type: String, overlay: Overlay = Overlay()) {
        self.type = type
        self.overlay = overlay
        noteSideFile(overlay.faults)
    }

    /// For what follows in the same file after what was gathered so far has been taken over. What is wrong with the side file is told once only.
    func continued() -> ParsedFile {
        var next = self
        next.articles = []
        next.provenance = [:]
        next.warnings = []
        next.faults = []
        next.faultCount = 0
        next.wantedHabits = []
        return next
    }

    /// Has the side file no longer count, for these reasons.
    mutating func refuseSideFile(_ faults: Faults) {
        let known = overlay.faults.count
        overlay.refuse(faults.list)
        noteSideFile(overlay.faults.dropFirst(known))
    }

    /// The file holds several articles; the side file may only say what can be true of all.
    mutating func restrictSideFile() {
        let known = overlay.faults.count
        overlay.restrictToMany()
        noteSideFile(overlay.faults.dropFirst(known))
    }

    private mutating func noteSideFile(_ faults: some Collection<ImportFault>) {
        guard !faults.isEmpty else { return }
        for fault in faults { add(fault) }
        warn(Overlay.warning)
    }

    mutating func add(_ article: ImportedArticle, _ read: ReadingProvenance) {
        articles.append(article)
        provenance[article.recordNumber] = overlay.applied(to: read)
    }

    mutating func add(_ fault: ImportFault) {
        faultCount += 1
        if faults.count < ImportFault.kept { faults.append(fault) }
    }

    mutating func warn(_ warning: String) {
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    mutating func warn(_ more: some Sequence<String>) {
        for warning in more { warn(warning) }
    }

    /// Of records that name the same article the last stays, with a warning.
    mutating func removeRepeated() {
        var seen: Set<Identity> = []
        var kept: [ImportedArticle] = []
        kept.reserveCapacity(articles.count)
        for article in articles.reversed() {
            if let identity = Identity(article), !seen.insert(identity).inserted {
                warn("duplicate-id-in-file")
            } else {
                kept.append(article)
            }
        }
        if kept.count < articles.count { articles = kept.reversed() }
    }

    private enum Identity: Hashable {
        case id(ResourceID)
        case key([UInt8])

        init?(_ article: ImportedArticle) {
            if let id = article.id {
                self = .id(id)
            } else if let key = article.key {
                self = .key(Array(key.utf8))
            } else {
                return nil
            }
        }
    }
}

/// How an outlet writes dates.
struct DateHabits: Sendable {
    var zone: ZonedClock?
    var order: DateOrder?
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
