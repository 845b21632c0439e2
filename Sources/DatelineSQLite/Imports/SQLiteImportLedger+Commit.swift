import DatelineModels
import GRDB

extension SQLiteImportLedger {
    func commit(_ outcomes: [ImportOutcome], parsedFiles: Int, root: [UInt8]) async throws(RepositoryError) -> [ImportRecord?] {
        guard !outcomes.isEmpty || parsedFiles > 0 else { return [] }
        var written: [ImportRecord?] = []
        written.reserveCapacity(outcomes.count)
        var piece = prepare(outcomes[...])
        while true {
            let rest = outcomes[piece.end...]
            // While one piece is written the next one is made ready.
            async let result = write(piece, parsedFiles: rest.isEmpty ? parsedFiles : 0, root)
            let next = rest.isEmpty ? nil : prepare(rest)
            written += try await result.get()
            guard let next else { return written }
            piece = next
        }
    }

    /// What is written in one transaction.
    private struct Piece: Sendable {
        let outcomes: [PreparedOutcome]
        let weight: Int
        /// Index of what comes after it.
        let end: Int
    }

    private func prepare(_ outcomes: ArraySlice<ImportOutcome>) -> Piece {
        let names = names.current
        let limit = pace.weight
        var weight = 0
        var prepared: [PreparedOutcome] = []
        for outcome in outcomes {
            let more = outcome.weight
            if !prepared.isEmpty, weight + more > limit { break }
            weight += more
            prepared.append(PreparedOutcome(outcome, names: names))
        }
        return Piece(outcomes: prepared, weight: weight, end: outcomes.startIndex + prepared.count)
    }

    private func write(_ piece: Piece, parsedFiles: Int, _ root: [UInt8]) async -> Result<[ImportRecord?], RepositoryError> {
        do throws(RepositoryError) {
            let (records, duration) = try await writer.writeBulk { context in
                let rootKey = try ImportFiles(context.db).makeRoot(root)
                if parsedFiles > 0 {
                    try context.db.run(
                        "UPDATE import_root SET parsed_files = parsed_files + ? WHERE root_key = ?", [parsedFiles, rootKey])
                }
                let writer = OutcomeWriter(context, rootKey)
                return try piece.outcomes.map { try writer.write($0) }
            }
            pace.note(weight: piece.weight, duration)
            return .success(records)
        } catch {
            return .failure(error)
        }
    }
}
