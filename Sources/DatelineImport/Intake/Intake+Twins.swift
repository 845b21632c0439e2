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
        let wanted = unknown.filter { !$0.staysItself }
        let known = try await ledger.files(root: root, contents: Set(wanted.map(\.content.sha256)))
        var search = TwinSearch(
            busy: busy.paths, displaced: await displaced(wanted, busy), taken: busy.leaving.union(settled))
        var claims: [Claim] = []
        var results: [(Int, Result)] = []
        var inHand = busy.contents
        // Those at new paths may have been renamed from the others' paths, where something else lies since.
        for claim in unknown.filter({ $0.record.revision == 0 }) + unknown.filter({ $0.record.revision > 0 }) {
            guard !claim.staysItself else {
                claims.append(claim)
                continue
            }
            let path = claim.order.path
            let others = (known[claim.content.sha256] ?? []).map(\.path).filter { $0 != path }
            let free = others.filter { !search.taken.contains($0) }
            if search.taken.contains(path) {
                // Its row goes elsewhere.
                results.append((claim.index, .afterTwin))
            } else if let outcome = try await twin(of: claim, among: free, &search) {
                results.append((claim.index, outcome))
            } else if claim.order.mayYield,
                free.count < others.count || search.displaced.surely.contains(path) || search.displaced.perhaps.contains(path)
                    || inHand.contains(claim.content.sha256)
            {
                results.append((claim.index, .afterTwin))
            } else {
                inHand.insert(claim.content.sha256)
                claims.append(claim)
            }
        }
        return (claims, results)
    }

    /// The same for a file that is too long to be held, by its hash.
    ///
    /// - Returns: nil where it has to be read.
    func twin(
        of record: ImportRecord, sha256: String, _ stamp: FileStamp, _ order: Order, busy: FilesInHand
    ) async throws(RepositoryError) -> Result? {
        let content = FileContent(sha256: sha256, stamp: stamp)
        let claim = Claim(index: 0, order: order, record: record, content: content, habits: HabitBook(ledger: ledger))
        return try await matchTwins([claim], settled: [], busy: busy).results.first?.1
    }

    private struct TwinSearch {
        /// Paths in hand.
        let busy: Set<ImportPath>
        let displaced: DisplacedFiles
        /// Paths whose rows can't be taken, or not any more.
        var taken: Set<ImportPath>
    }

    private func displaced(_ claims: [Claim], _ busy: FilesInHand) async -> DisplacedFiles {
        var formers: [ImportPath: FileStamp] = [:]
        for claim in claims where claim.record.revision > 0 {
            guard let stamp = claim.record.stamp, stamp.identity != claim.content.stamp.identity else { continue }
            formers[claim.order.path] = stamp
        }
        return formers.isEmpty ? DisplacedFiles() : await busy.displaced(formers)
    }

    private func twin(
        of claim: Claim, among candidates: [ImportPath], _ search: inout TwinSearch
    ) async throws(RepositoryError) -> Result? {
        guard !candidates.isEmpty else { return nil }
        let isNew = claim.record.revision == 0
        let isExchanged = search.displaced.surely.contains(claim.order.path)
        let looks = await walker.look(candidates)
        let rows = try await ledger.records(root: root, paths: candidates)
        var copy: Result?
        var hasMovedOn = false
        for (path, look) in looks {
            guard let row = rows[path], row.sha256 == claim.content.sha256 else {
                // It was exchanged since it was looked up by its content.
                hasMovedOn = true
                continue
            }
            // One that has moved before, and was to be read again for that.
            let isOwed = row.state == .importing && row.attempts == 0 && row.resume == nil && row.revision > 0
            guard let state = isOwed ? .done : row.stateOfKnownContent(settled: nil) else { continue }
            let isSameFile = row.stamp?.identity == claim.content.stamp.identity
            switch look {
            case .gone, .directory:
                if isNew || isExchanged && isSameFile { return take(row, for: claim, state, isOwed: isOwed, &search) }
            // It is the very file that the row is of, and another lies in its place since.
            case .file(let found) where (isNew || isExchanged) && isSameFile && row.stamp?.identity != found.stamp.identity:
                return take(row, for: claim, state, isOwed: isOwed, &search)
            // What lies there now must be what the ledger speaks of.
            case .file(let found)
            where found.kind == .file && found.stamp == row.stamp && (state == .done || state == .partial) && isNew
                && !claim.order.isForced && !isOwed:
                var record = claim.record
                record.state = state
                record.sha256 = claim.content.sha256
                record.stamp = claim.content.stamp
                record.updatedAt = time.now()
                copy = copy ?? .outcome(.copied(of: path, as: record), wasMissing: claim.record.state == .missing)
            case .file, .unknown: continue
            }
        }
        if copy == nil, hasMovedOn, claim.order.mayYield { return .afterTwin }
        return copy
    }

    /// The row goes to the file's place, and what row there was in that goes the other way.
    ///
    /// - Parameter isOwed: whether it is to be read again whatever its folder says.
    /// - Returns: nil where something else is about to be written to the row, and can't be waited for.
    private func take(
        _ row: ImportRecord, for claim: Claim, _ state: ImportState, isOwed: Bool, _ search: inout TwinSearch
    ) -> Result? {
        guard !search.busy.contains(row.path) else { return claim.order.mayYield ? .afterTwin : nil }
        search.taken.insert(row.path)
        search.taken.insert(claim.order.path)
        var record = row
        record.path = claim.order.path
        record.state = state
        record.stamp = claim.content.stamp
        record.nextAttemptAt = nil
        record.updatedAt = time.now()
        let isParsedNext = isOwed || claim.order.isForced || folderSource(of: row) != folderSource(of: record)
        if isParsedNext {
            // So a start finds it, too, should the program end before.
            record.state = .importing
            record.attempts = 0
        }
        let isNew = claim.record.revision == 0
        return .taken(
            isNew ? .moved(from: row.path, as: record) : .exchanged(with: row.path, as: record), wasMissing: row.state == .missing,
            replacesMissing: isNew && claim.record.state == .missing, isParsedNext: isParsedNext)
    }
}

extension Intake.Claim {
    /// Whether it is parsed in its place, whatever other files hold: it is asked for again with the bytes of its row, or tried alone.
    fileprivate var staysItself: Bool { order.isSuspect || order.isForced && record.sha256 == content.sha256 }
}
