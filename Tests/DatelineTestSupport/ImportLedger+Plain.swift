public import DatelineModels

// For ledgers of tests: they work nothing out beforehand, and write what they are given group by group.
extension ImportLedger {
    public func ready(_ outcome: ImportOutcome) -> any ReadyOutcome { PlainOutcome(outcome: outcome) }

    public func commit(from outcomes: some ImportOutcomes, root: [UInt8]) async throws(RepositoryError) {
        while true {
            let group = await outcomes.next()
            if group.isEmpty { return }
            await outcomes.written(try await commit(group.outcomes.map(\.outcome), parsedFiles: group.parsedFiles, root: root))
        }
    }
}

private struct PlainOutcome: ReadyOutcome {
    let outcome: ImportOutcome

    func reported(as record: ImportRecord) -> any ReadyOutcome { PlainOutcome(outcome: outcome.reported(as: record)) }
}
