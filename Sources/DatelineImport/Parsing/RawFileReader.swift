import Crypto
public import DatelineModels
import DatelineReading

/// Reads single files that come from elsewhere than the folder, by the same rules.
public struct RawFileReader: RawFileReading {
    private let ledger: any ImportLedger
    private let now: @Sendable () -> Timestamp
    private let raw: RawKeeping
    private let desk = ReadingDesk(label: "preview")

    /// - Parameters:
    ///   - ledger: knows how sources write dates.
    ///   - raw: which contents articles carry with them, to be kept.
    ///   - now: the wall clock; no date later than it is believed.
    public init(ledger: any ImportLedger, raw: RawKeeping = RawKeeping(), now: @escaping @Sendable () -> Timestamp) {
        self.ledger = ledger
        self.raw = raw
        self.now = now
    }

    public func read(_ bytes: [UInt8], name: String?, contentType: String?) async throws(RawFileError) -> RawFile {
        let hint = FileType(name: name, contentType: contentType)
        var parser = FileParser(foundAt: now())
        // Nobody waits for what comes of a cancelled reading.
        let patience = ReadingDesk.budget()
        let budget = ReadingBudget { Task.isCancelled || patience.isSpent() }
        let first = await desk.parse(bytes, hint, parser, budget: budget)
        guard !Task.isCancelled else { throw .repository(.cancelled) }
        let content = { [raw] (result: Result<ParsedFile, FileRefusal>) in
            result.map { parsed in
                var noted = parsed
                let content = ReadContent(bytes: bytes, sha256: Array(SHA256.hash(data: bytes)), hint: hint, foundAt: parser.foundAt)
                noted.noteReadings(of: content, keeping: raw)
                return noted
            }
        }
        guard let parsed = try? first.get(), !parsed.wantedHabits.isEmpty else { return try Self.file(content(first)) }
        // Whose habits of writing dates count is known only once it is read.
        for source in parsed.wantedHabits.sorted() {
            do throws(RepositoryError) {
                if let habits = try await ledger.dateHabits(ofSource: source) {
                    parser.habits[source] = DateHabits(zone: habits.zone, order: habits.order)
                }
            } catch {
                throw .repository(error)
            }
        }
        let second = parser.habits.isEmpty ? first : await desk.parse(bytes, hint, parser, budget: budget)
        guard !Task.isCancelled else { throw .repository(.cancelled) }
        return try Self.file(content(second))
    }

    private static func file(_ result: Result<ParsedFile, FileRefusal>) throws(RawFileError) -> RawFile {
        let parsed: ParsedFile
        do throws(FileRefusal) {
            parsed = try result.get()
        } catch {
            throw .unreadable(RawFileRefusal(reason: error.reason, detail: error.detail, fault: error.fault))
        }
        guard !parsed.articles.isEmpty else {
            let detail = parsed.faults.first.map { FileParser.detail(of: $0, count: parsed.faultCount) } ?? "The file holds no article."
            throw .unreadable(RawFileRefusal(reason: "parse-failed", detail: detail, fault: parsed.faults.first))
        }
        let isSingle = parsed.articles.count == 1 && parsed.articles[0].isWholeFile
        return RawFile(
            detectedType: parsed.type, encoding: parsed.encoding, replacedBytes: parsed.replacedBytes, warnings: parsed.warnings,
            errors: parsed.faults, errorCount: parsed.faultCount, articles: parsed.articles,
            provenance: isSingle ? parsed.provenance[parsed.articles[0].recordNumber] : nil,
            itemProvenance: isSingle ? [:] : parsed.provenance)
    }
}

extension FileType {
    /// By the name if there is one, else by the content type.
    fileprivate init(name: String?, contentType: String?) {
        if let name {
            self.init(of: ImportPath(bytes: Array(name.utf8)))
            return
        }
        switch contentType {
        case "text/html", "application/xhtml+xml": self = .html
        case "text/markdown": self = .markdown
        case "application/json": self = .json
        case "application/x-ndjson": self = .jsonLines
        case "application/rss+xml", "application/atom+xml", "application/xml", "text/xml": self = .feed
        default: self = .text
        }
    }
}
