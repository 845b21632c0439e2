import DatelineModels

/// Keeps of a reading only that there was one.
extension StubArticles: ReadingRepository {
    func create(
        _ article: ImportedArticle, onConflict: ConflictPolicy, recorder: AnswerRecorder<WriteOutcome<Article>>?
    ) async throws(RepositoryError) -> WriteOutcome<Article> {
        try await create(article.draft, onConflict: onConflict, recorder: recorder)
    }

    func provenance(of id: ResourceID) async throws(RepositoryError) -> ArticleProvenance {
        _ = try await article(id)
        guard let content = Self.contents[id] else {
            return ArticleProvenance(article: id, files: [], reading: nil, readAt: nil, isRawKept: false, changedSince: [])
        }
        let reading = ArticleReading(
            content: RawContent(sha256: content.sha256, size: content.size, bytes: nil), hint: "text",
            foundAt: Timestamp(milliseconds: 1000), folderSource: "NewsTrack", side: [1], recordNumber: 2, readerVersion: 7,
            account: Array(#"{"detectedType":"text","provenance":null}"#.utf8))
        let file = ArticleProvenance.File(
            importID: id, path: ImportPath(bytes: [0x61, 0xFF]), state: .done, recordNumber: 2)
        return ArticleProvenance(
            article: id, files: [file], reading: reading, readAt: Timestamp(milliseconds: 2000), isRawKept: true, changedSince: ["headline"]
        )
    }

    func raw(of id: ResourceID) async throws(RepositoryError) -> RawContent? {
        _ = try await article(id)
        return Self.contents[id]
    }

    func reading(of id: ResourceID, known: [UInt8]?) async throws(RepositoryError) -> StoredReading? { nil }
    func reread(_ articles: [Rereading], isDryRun: Bool) async throws(RepositoryError) -> [RereadResult] { [] }
    func dropRaw(keptBefore time: Timestamp, limit: Int) async throws(RepositoryError) -> Int { 0 }

    /// Of the first article alone.
    private static let contents: [ResourceID: RawContent] = [
        ResourceID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0001): RawContent(
            sha256: Array(repeating: 0xAB, count: 32), size: 3, bytes: Array("<b>".utf8))
    ]
}
