import DatelineModels

struct SQLiteChangeLog: ChangeLog {
    let reader: Reader

    func changes(after sequence: Int64, limit: Int) async throws(RepositoryError) -> [Change] {
        try await reader.read { try ChangeListing.changes($0, after: sequence, limit: limit) }
    }
}
