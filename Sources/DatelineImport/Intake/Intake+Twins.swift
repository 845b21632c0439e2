import DatelineModels

extension Intake {
    /// Tells files that were renamed, or are copies, by their content: size and time prove nothing.
    ///
    /// - Parameters:
    ///   - settled: paths that were looked at together with these, and are as their rows have them.
    ///   - busy: what is in hand already.
    /// - Returns: what is left to parse, and what the others came to, by index.
    func matchTwins(
        _ unknown: [Claim], settled: Set<ImportPath>, busy: FilesInHand
    ) async throws(RepositoryError) -> (claims: [Claim], results: [(Int, Result)]) {
        // A file that was consumed before and is dropped once more is a new drop.
        guard filing == nil, !unknown.isEmpty else { return (unknown, []) }
        let wanted = unknown.filter { !$0.order.isForced && !$0.order.isSuspect }
        let known = try await ledger.files(root: root, contents: Set(wanted.map(\.content.sha256)))
        var search = TwinSearch(
            busy: busy.paths, exchanged: await exchanged(wanted, busy), taken: busy.leaving.union(settled))
        var claims: [Claim] = []
        var results: [(Int, Result)] = []
        var inHand = busy.contents
        // Those at new paths may have been renamed from the others' paths, where something else lies since.
        for claim in unknown.filter({ $0.record.revision == 0 }) + unknown.filter({ $0.record.revision > 0 }) {
            guard !claim.order.isForced, !claim.order.isSuspect else {
                claims.append(claim)
                continue
            }
            let others = (known[claim.content.sha256] ?? []).map(\.path).filter { $0 != claim.order.path }
            if search.taken.contains(claim.order.path) || (claim.order.mayYield && others.contains { search.taken.contains($0) }) {
                // Its row goes elsewhere, or comes from there.
                results.append((claim.index, .afterTwin))
            } else if let outcome = try await twin(of: claim, among: others.filter { !search.taken.contains($0) }, &search) {
                results.append((claim.index, outcome))
            } else if claim.order.mayYield, search.exchanged.contains(claim.order.path) || inHand.contains(claim.content.sha256) {
                results.append((claim.index, .afterTwin))
            } else {
                inHand.insert(claim.content.sha256)
                claims.append(claim)
            }
        }
        return (claims, results)
    }

    private struct TwinSearch {
        /// Paths in hand.
        let busy: Set<ImportPath>
        /// Paths whose former file lies elsewhere now.
        let exchanged: Set<ImportPath>
        /// Paths whose rows can't be taken, or not any more.
        var taken: Set<ImportPath>
    }

    private func exchanged(_ claims: [Claim], _ busy: FilesInHand) async -> Set<ImportPath> {
        var formers: [ImportPath: FileStamp] = [:]
        for claim in claims where claim.record.revision > 0 {
            guard let stamp = claim.record.stamp, stamp.identity != claim.content.stamp.identity else { continue }
            formers[claim.order.path] = stamp
        }
        return formers.isEmpty ? [] : await busy.exchanged(formers)
    }

    private func twin(
        of claim: Claim, among candidates: [ImportPath], _ search: inout TwinSearch
    ) async throws(RepositoryError) -> Result? {
        guard !candidates.isEmpty else { return nil }
        let isNew = claim.record.revision == 0
        let isExchanged = search.exchanged.contains(claim.order.path)
        let looks = await walker.look(candidates)
        let rows = try await ledger.records(root: root, paths: candidates)
        var copy: Result?
        for (path, look) in looks {
            guard let row = rows[path], row.sha256 == claim.content.sha256, let state = row.stateOfKnownContent(settled: nil) else {
                continue
            }
            let isSameFile = row.stamp?.identity == claim.content.stamp.identity
            switch look {
            case .gone where isNew:
                search.taken.insert(path)
                return moved(row, to: claim, state)
            case .gone where isSameFile && isExchanged:
                search.taken.insert(path)
                return exchanged(row, with: claim, state)
            // It is the very file that the row is of, and another lies in its place since.
            case .file(let found) where (isNew || isExchanged) && isSameFile && row.stamp?.identity != found.stamp.identity:
                if search.busy.contains(path) {
                    // If that one is in hand already, the commit puts this one before it.
                    continue
                }
                search.taken.insert(path)
                return isNew ? moved(row, to: claim, state) : exchanged(row, with: claim, state)
            // What lies there now must be what the ledger speaks of.
            case .file(let found)
            where found.kind == .file && found.stamp == row.stamp && (state == .done || state == .partial) && isNew:
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
        .outcome(.moved(from: row.path, as: renamed(row, to: claim, state)), wasMissing: row.state == .missing)
    }

    private func exchanged(_ row: ImportRecord, with claim: Claim, _ state: ImportState) -> Result {
        .outcome(.exchanged(with: row.path, as: renamed(row, to: claim, state)), wasMissing: row.state == .missing)
    }

    private func renamed(_ row: ImportRecord, to claim: Claim, _ state: ImportState) -> ImportRecord {
        var record = row
        record.path = claim.order.path
        record.state = state
        record.stamp = claim.content.stamp
        record.nextAttemptAt = nil
        record.updatedAt = time.now()
        return record
    }
}
