import DatelineJSON
import DatelineModels

/// What a file was when it was read, so that it can be read again.
struct ReadContent: Sendable {
    let bytes: [UInt8]
    /// 32 bytes.
    let sha256: [UInt8]
    let hint: FileType
    let foundAt: Timestamp
    var folderSource: String?
    var side: [UInt8]?
}

extension ParsedFile {
    /// Whether its fields were read out of something. JSON in the form of the API states them one by one: there is nothing to read again.
    private var isRead: Bool { ["text", "markdown", "html", "rss", "atom", "ninjs"].contains(type) }

    /// Has each article carry how it was read.
    mutating func noteReadings(of content: ReadContent, keeping: RawKeeping) {
        guard isRead else { return }
        let bytes = keeping.keeps(content.bytes.count) ? content.bytes : nil
        let raw = RawContent(sha256: content.sha256, size: content.bytes.count, bytes: bytes)
        for index in articles.indices {
            articles[index].reading = ArticleReading(
                content: raw, hint: content.hint.rawValue, foundAt: content.foundAt, folderSource: content.folderSource, side: content.side,
                recordNumber: articles[index].recordNumber, readerVersion: FileParser.version,
                account: account(of: articles[index].recordNumber))
        }
    }

    private func account(of record: Int) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.readingAccount(
            ReadingAccount(
                detectedType: type, encoding: encoding, replacedBytes: replacedBytes, warnings: warnings,
                timeZone: habitsUsed?.zone?.identifier, dateOrder: habitsUsed?.order, provenance: provenance[record]))
        return writer.bytes
    }
}
