import DatelineModels

/// Reads kept contents with today's reader and what is known of their sources today. Remembers the last one, as the articles of
/// one feed follow each other.
actor ContentReader {
    /// What a reading depends on.
    private struct Key: Equatable {
        let sha256: [UInt8]
        let hint: String
        let foundAt: Timestamp
        let folderSource: String?
        let side: [UInt8]?

        init(_ reading: ArticleReading) {
            sha256 = reading.content.sha256
            hint = reading.hint
            foundAt = reading.foundAt
            folderSource = reading.folderSource
            side = reading.side
        }
    }

    private let ledger: any ImportLedger
    private let desk = ReadingDesk(label: "reread", niceness: ThreadExecutor.background)
    private var last: (key: Key, bytes: [UInt8], parsed: ParsedFile?)?
    private var habits: HabitBook

    init(ledger: any ImportLedger) {
        self.ledger = ledger
        habits = HabitBook(ledger: ledger)
    }

    /// The content whose bytes needn't be fetched again.
    var known: [UInt8]? { last?.key.sha256 }

    /// Has sources be asked anew how they write dates.
    func forgetHabits() {
        habits = HabitBook(ledger: ledger)
        last = nil
    }

    /// What the content says of the article now; nil where it isn't found in it any more.
    func read(_ stored: StoredReading) async throws(RepositoryError) -> Rereading? {
        let key = Key(stored.reading)
        if last?.key != key {
            guard let bytes = stored.reading.content.bytes ?? bytes(of: key) else { return nil }
            last = (key, bytes, try await parse(bytes, stored.reading))
        }
        guard let parsed = last?.parsed, let article = Self.article(in: parsed, for: stored) else { return nil }
        return Rereading(article: stored.article, said: article)
    }

    private func bytes(of key: Key) -> [UInt8]? {
        last?.key.sha256 == key.sha256 ? last?.bytes : nil
    }

    private func parse(_ bytes: [UInt8], _ reading: ArticleReading) async throws(RepositoryError) -> ParsedFile? {
        var parser = FileParser(foundAt: reading.foundAt)
        let hint = FileType(rawValue: reading.hint) ?? .text
        let overlay = Overlay(side: SideFile(reading.side), folderSource: reading.folderSource)
        var result = await desk.parse(bytes, hint, parser, overlay: overlay)
        if case .success(let parsed) = result, !parsed.wantedHabits.isEmpty {
            parser.habits = try await habits.habits(of: parsed.wantedHabits)
            if parsed.articles.isEmpty || parser.habits.values.contains(where: { !$0.isEmpty }) {
                result = await desk.parse(bytes, hint, parser, overlay: overlay)
            }
        }
        guard case .success(var parsed) = result else { return nil }
        let content = ReadContent(
            bytes: bytes, sha256: reading.content.sha256, hint: hint, foundAt: reading.foundAt, folderSource: reading.folderSource,
            side: reading.side)
        // They are kept already.
        parsed.noteReadings(of: content, keeping: RawKeeping(isOn: false))
        return parsed
    }

    /// A record that names itself is told by that, any other by its place.
    private static func article(in parsed: ParsedFile, for stored: StoredReading) -> ImportedArticle? {
        if let only = parsed.articles.first, only.isWholeFile { return only.reading == nil ? nil : only }
        let named = parsed.articles.first { article in
            article.id == stored.article || article.key.map(stored.keys.contains) == true
        }
        let placed = parsed.articles.first { article in
            article.recordNumber == stored.reading.recordNumber && article.id == nil && (article.key == nil || stored.keys.isEmpty)
        }
        return (named ?? placed).flatMap { $0.reading == nil ? nil : $0 }
    }
}
