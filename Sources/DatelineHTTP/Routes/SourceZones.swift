import DatelineJSON
import DatelineModels

/// Makes article drafts of what was sent, with what is known of how their outlets write dates.
struct SourceZones: Sendable {
    let sources: any SourceRepository

    /// - Throws: ``ValidationError`` with every fault.
    func draft(from json: JSONValue) async throws -> ArticleDraft {
        try ArticleInput.draft(from: json, zone: try await zone(for: json))
    }

    /// The zone in which the times in an article's JSON are meant that state none; nil where it isn't asked for or isn't known.
    ///
    /// - Parameter storedSource: the outlet of an article to which the JSON is a patch.
    func zone(
        for json: JSONValue, storedSource: () async throws(RepositoryError) -> String? = { () async throws(RepositoryError) in nil }
    ) async throws(RepositoryError) -> ZonedClock? {
        var faults = Faults()
        let input = ArticleInput(json: json, mode: .create, faults: &faults)
        guard input.needsZone else { return nil }
        let name: String?
        if let source = input.source { name = source } else { name = try await storedSource() }
        return try await habits(ofSource: name)?.timeZone.flatMap { ZonedClock(identifier: $0) }
    }

    /// nil where the outlet isn't known.
    func habits(ofSource name: String?) async throws(RepositoryError) -> Source? {
        var faults = Faults()
        guard let name, let checked = ArticleDraft.sourceRules.check(name, at: .pointer("/source"), into: &faults) else { return nil }
        do {
            return try await sources.source(Folding.fold(checked))
        } catch .notFound {
            return nil
        }
    }
}
