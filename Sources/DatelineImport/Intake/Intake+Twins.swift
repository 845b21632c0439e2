import DatelineModels

extension Intake {
    /// Tells files that were renamed, or are copies, by their content: size and time prove nothing.
    ///
    /// - Parameter busy: what is in hand already.
    /// - Returns: what is left to parse, and what the others came to, by index.
    func matchTwins(
        _ unknown: [Claim], busy: FilesInHand
    ) async throws(RepositoryError) -> (claims: [Claim], results: [(Int, Result)]) {
        // A file that was consumed before and is dropped once more is a new drop.
        guard filing == nil, !unknown.isEmpty else { return (unknown, []) }
        let wanted = unknown.filter { !$0.order.isForced && !$0.order.isSuspect }
        let known = try await ledger.files(root: root, contents: Set(wanted.map(\.content.sha256)))
        var claims: [Claim] = []
        var results: [(Int, Result)] = []
        var taken: Set<ImportPath> = []
        var inHand = busy.contents
        // Those at new paths may have been renamed from the others' paths, where something else lies since.
        for claim in unknown.filter({ $0.record.revision == 0 }) + unknown.filter({ $0.record.revision > 0 }) {
            guard !claim.order.isForced, !claim.order.isSuspect else {
                claims.append(claim)
                continue
            }
            let candidates = (known[claim.content.sha256] ?? []).filter { $0.path != claim.order.path && !taken.contains($0.path) }
            if taken.contains(claim.order.path) {
                // Its row goes elsewhere: it is a new file.
                results.append((claim.index, .afterTwin))
            } else if let outcome = try await twin(of: claim, among: candidates, busy: busy.paths, taken: &taken) {
                results.append((claim.index, outcome))
            } else if inHand.insert(claim.content.sha256).inserted || !claim.order.mayYield {
                claims.append(claim)
            } else {
                results.append((claim.index, .afterTwin))
            }
        }
        return (claims, results)
    }

    private func twin(
        of claim: Claim, among candidates: [KnownFile], busy: Set<ImportPath>, taken: inout Set<ImportPath>
    ) async throws(RepositoryError) -> Result? {
        guard !candidates.isEmpty else { return nil }
        let looks = await walker.look(candidates.map(\.path))
        let rows = try await ledger.records(root: root, paths: candidates.map(\.path))
        var copy: Result?
        for (path, look) in looks {
            guard let row = rows[path], row.sha256 == claim.content.sha256, let state = row.stateOfKnownContent(settled: nil) else {
                continue
            }
            switch look {
            case .gone where claim.record.revision == 0:
                taken.insert(path)
                return moved(row, to: claim, state)
            // It is the very file that the row is of, and another lies in its place since.
            case .file(let found)
            where claim.record.revision == 0 && row.stamp?.identity == claim.content.stamp.identity
                && row.stamp?.identity != found.stamp.identity:
                // If that one is in hand already, the commit puts this one before it.
                if busy.contains(path) { continue }
                taken.insert(path)
                return moved(row, to: claim, state)
            // What lies there now must be what the ledger speaks of.
            case .file(let found)
            where found.kind == .file && found.stamp == row.stamp && (state == .done || state == .partial) && claim.record.revision == 0:
                var record = claim.record
                record.state = state
                record.sha256 = claim.content.sha256
                record.stamp = claim.content.stamp
                record.updatedAt = time.now()
                copy = copy ?? .outcome(.copied(of: path, as: record), wasMissing: claim.record.state == .missing)
            case .file, .gone, .directory, .unknown: continue
            }
        }
        return copy
    }

    private func moved(_ row: ImportRecord, to claim: Claim, _ state: ImportState) -> Result {
        var record = row
        record.path = claim.order.path
        record.state = state
        record.stamp = claim.content.stamp
        record.nextAttemptAt = nil
        record.updatedAt = time.now()
        return .outcome(.moved(from: row.path, as: record), wasMissing: row.state == .missing)
    }
}
