import DatelineModels
import GRDB

extension SQLiteImportLedger {
    func ready(_ outcome: ImportOutcome) -> any ReadyOutcome { PreparedOutcome(outcome, names: names.current) }

    func commit(_ outcomes: [ImportOutcome], parsedFiles: Int, root: [UInt8]) async throws(RepositoryError) -> [ImportRecord?] {
        guard !outcomes.isEmpty || parsedFiles > 0 else { return [] }
        let list = OutcomeList(ImportGroup(outcomes: outcomes.map(ready), parsedFiles: parsedFiles))
        try await commit(from: list, root: root)
        return await list.rows
    }

    func commit(from outcomes: some ImportOutcomes, root: [UInt8]) async throws(RepositoryError) {
        var supply = Supply(outcomes: outcomes)
        var written: [ImportRecord?] = []
        var piece = Piece()
        await fill(&piece, from: &supply)
        while !piece.isEmpty {
            // While one piece is written, it is told what was written before, and the next one is made ready.
            async let result = write(piece, root)
            if !written.isEmpty { await outcomes.written(written) }
            var next = Piece()
            await fill(&next, from: &supply)
            written = try await result.get()
            if next.weight * 10 < pace.weight * 9 { await fill(&next, from: &supply) }
            piece = next
        }
        if !written.isEmpty { await outcomes.written(written) }
    }

    /// What is written in one transaction.
    private struct Piece: Sendable {
        var outcomes: [PreparedOutcome] = []
        var parsedFiles = 0
        var weight = 0

        var isEmpty: Bool { outcomes.isEmpty && parsedFiles == 0 }
    }

    /// Outcomes, and what was given out of them and isn't in a piece yet.
    private struct Supply<Outcomes: ImportOutcomes> {
        let outcomes: Outcomes
        var rest: ArraySlice<any ReadyOutcome> = []
        var parsedFiles = 0
    }

    /// Takes as much as fits, as far as it is there.
    private func fill(_ piece: inout Piece, from supply: inout Supply<some ImportOutcomes>) async {
        let limit = pace.weight
        while piece.weight < limit {
            if supply.rest.isEmpty {
                let group = await supply.outcomes.next()
                if group.isEmpty { return }
                supply.rest = group.outcomes[...]
                supply.parsedFiles = group.parsedFiles
            }
            while let ready = supply.rest.first {
                let weight = ready.outcome.weight
                if !piece.isEmpty, piece.weight + weight > limit { return }
                piece.weight += weight
                piece.outcomes.append(ready as? PreparedOutcome ?? PreparedOutcome(ready.outcome, names: names.current))
                supply.rest.removeFirst()
            }
            piece.parsedFiles += supply.parsedFiles
            supply.parsedFiles = 0
        }
    }

    private func write(_ piece: Piece, _ root: [UInt8]) async -> Result<[ImportRecord?], RepositoryError> {
        do throws(RepositoryError) {
            let (records, duration) = try await writer.writeBulk { context in
                let rootKey = try ImportFiles(context.db).makeRoot(root)
                if piece.parsedFiles > 0 {
                    try context.db.run(
                        "UPDATE import_root SET parsed_files = parsed_files + ? WHERE root_key = ?", [piece.parsedFiles, rootKey])
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
