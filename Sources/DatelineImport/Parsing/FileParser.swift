import DatelineModels
import DatelineReading

/// Turns the bytes of a file into articles. Pure: what it needs to know comes in.
struct FileParser: Sendable {
    /// When the file was found; no publication date is later.
    let foundAt: Timestamp
    /// By the outlet's name.
    var habits: [String: DateHabits] = [:]

    /// - Throws: ``FileRefusal`` where nothing of the file can be taken.
    func parse(_ bytes: [UInt8], path: ImportPath) throws(FileRefusal) -> ParsedFile {
        guard !bytes.isEmpty else {
            throw FileRefusal(reason: "empty-file", detail: "The file has no content.")
        }
        switch FileType(of: path) {
        case .unsupported: throw .unsupportedType
        case .json: return try parseJSON(bytes)
        case .jsonLines: return try parseLines(bytes)
        case .text:
            if Self.looksLikeMarkup(bytes) { throw .unsupportedType }
            // A page may begin with a bracket too, so what isn't JSON throughout is text.
            if let first = Self.firstByte(of: bytes), first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
                let parsed = try? parseJSON(bytes), !parsed.articles.isEmpty
            {
                return parsed
            }
            return try parsePage(bytes)
        }
    }

    private func parsePage(_ bytes: [UInt8]) throws(FileRefusal) -> ParsedFile {
        let reading: PageReading
        let known: DateHabits?
        do {
            var page = try PageReader(notAfter: notAfter).read(bytes)
            known = page.source.flatMap { habits[$0] }
            if let known, known.zone != nil || known.order != nil {
                page = try PageReader(zone: known.zone, dateOrder: known.order, notAfter: notAfter).read(bytes)
            }
            reading = page
        } catch {
            throw FileRefusal(error)
        }
        var parsed = ParsedFile(type: "text")
        parsed.encoding = reading.encoding
        parsed.replacedBytes = reading.replacedBytes
        parsed.warnings = reading.warnings.map(\.rawValue)
        if let source = reading.source, known == nil { parsed.wantedHabits.insert(source) }
        guard let draft = Self.draft(of: reading, warnings: &parsed.warnings) else {
            throw FileRefusal(reason: "no-article-content", detail: "No headline could be found in the file.", type: "text")
        }
        parsed.articles = [ImportedArticle(recordNumber: 0, draft: draft)]
        return parsed
    }

    private var notAfter: Int64 { foundAt.milliseconds / 1000 }

    /// Fields that break the rules of an article are left out, with a warning; only the headline must be there.
    private static func draft(of reading: PageReading, warnings: inout [String]) -> ArticleDraft? {
        func kept(_ text: String?, _ rules: TextRules, _ name: String) -> String? {
            guard let text, !text.isEmpty else { return nil }
            var faults = Faults()
            let checked = rules.check(text, at: .pointer(name), into: &faults)
            if checked == nil { warnings.append("dropped-\(name)") }
            return checked
        }
        guard let headline = kept(reading.headline, ArticleDraft.headlineRules, "headline") else { return nil }
        var draft = ArticleDraft(headline: headline)
        draft.body = kept(reading.body, ArticleDraft.bodyRules, "body")
        draft.byline = kept(reading.byline, ArticleDraft.bylineRules, "byline")
        draft.source = kept(reading.source, ArticleDraft.sourceRules, "source")
        if let url = reading.url {
            var faults = Faults()
            draft.url = WebAddress(url, at: .pointer("url"), into: &faults)
            if draft.url == nil { warnings.append("dropped-url") }
        }
        draft.language = reading.language.flatMap { LanguageTag($0) }
        draft.datePublished = reading.datePublished
        draft.dateModified = reading.dateModified
        draft.dateStatus = reading.datePublished == nil ? .unknown : reading.dateStatus
        return draft
    }

    private static func firstByte(of bytes: [UInt8]) -> UInt8? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[start...].first { $0 > 0x20 }
    }

    /// HTML or XML under the name of a text: its marks would become part of the article.
    private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = bytes[start...].drop { $0 <= 0x20 }.prefix(64).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return ["<!doctype html", "<html", "<?xml", "<head>", "<body"].contains { head.starts(with: $0.utf8) }
    }
}

extension FileRefusal {
    static var unsupportedType: FileRefusal {
        FileRefusal(state: .skipped, reason: "unsupported-type", detail: "Files of this type are not read.")
    }

    init(_ error: ReadingError) {
        switch error {
        case .binaryContent: self.init(reason: "binary-content", detail: "The file holds binary data, not text.")
        case .noText: self.init(reason: "no-article-content", detail: "The file holds nothing but white space.", type: "text")
        case .tooLarge: self.init(reason: "too-large", detail: "The file is larger than a page may be.")
        }
    }
}
