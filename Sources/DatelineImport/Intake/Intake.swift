import DatelineModels

/// Takes files from their bytes to what is to be written of them. Nothing here writes, moves or deletes a file.
struct Intake: Sendable {
    /// A file whose turn has come.
    struct Order: Sendable {
        let path: ImportPath
        /// What it must still look like; nil: anything.
        let stamp: FileStamp?
        /// How it stood before it was touched, where that is known.
        let settled: ImportState?
        /// For the row, should there be none yet.
        let id: ResourceID?
        let firstSeenAt: Timestamp
        let writers: WriterRule
        /// It is parsed even if its content is known.
        var isForced = false
        /// It was in hand when the program ended.
        var isSuspect = false
        /// It lets a file with the same content, or one that may change places with it, go first.
        var mayYield = true
        /// Another file's name differs from its own in nothing but how letters are composed.
        var hasEqualName = false
    }

    /// What a look at a file came to.
    enum Result: Sendable {
        /// To be written.
        case outcome(ImportOutcome, wasMissing: Bool)
        /// To be written: the row of the file comes here from where it lay. Where the row at this path goes for it, that may have been
        /// missing, too. The file may have to be parsed then, in its new place.
        case taken(ImportOutcome, wasMissing: Bool, replacesMissing: Bool, isParsedNext: Bool)
        /// The content is as the ledger has it, and what the file system says of it isn't: to be written.
        case refreshed(ImportRecord, wasMissing: Bool)
        /// All is as the ledger has it.
        case unchanged(ImportRecord)
        /// Another version than expected, or one still in the making.
        case unready(FileStamp, isOpen: Bool)
        /// Too large to be read at once, and of a kind that needn't be.
        case long(ImportRecord, FileStamp)
        /// Another file comes first: one in hand with the same content, or one that may change places with it.
        case afterTwin
        case gone
        case trouble(SystemFailure)

        /// Whether the file was read in the version that was expected.
        var hasMetVersion: Bool {
            switch self {
            case .unready, .gone, .trouble: false
            case .outcome, .taken, .refreshed, .unchanged, .long, .afterTwin: true
            }
        }
    }

    /// Files that are on their way from the reader to the store.
    struct FilesInHand: Sendable {
        /// By hash.
        let contents: Set<String>
        let paths: Set<ImportPath>
        /// Paths whose rows are about to be those of other paths, or to count as gone.
        let leaving: Set<ImportPath>
        /// Tells where the files are that lay in these places, as their rows have it.
        let displaced: @Sendable ([ImportPath: FileStamp]) async -> DisplacedFiles
    }

    /// Places in which another file lies than their rows have.
    struct DisplacedFiles: Sendable {
        /// Their former files lie elsewhere now, and are on their way.
        var surely: Set<ImportPath> = []
        /// Their former files may yet be found elsewhere.
        var perhaps: Set<ImportPath> = []
    }

    let root: [UInt8]
    let ledger: any ImportLedger
    let time: ImportTime
    let makeID: @Sendable () -> ResourceID
    let desks: ImportDesks
    let walker: FolderWalker
    let settings: ImportSettings
    /// nil where files stay where they are.
    let filing: Filing?
    let folderIsSource: Bool
    let raw: RawKeeping

    /// Reads files and compares them with the ledger.
    ///
    /// - Parameter busy: what is in hand already.
    /// - Returns: a result for each order, by its index, or a claim: those must be put on record and parsed.
    func prepare(_ orders: [Order], busy: FilesInHand) async throws(RepositoryError) -> (
        results: [(index: Int, result: Result)], claims: [Claim]
    ) {
        var results: [Result?] = Array(repeating: nil, count: orders.count)
        let reads = await desks.read(orders)
        var contents: [(index: Int, content: FileContent)] = []
        var others: [(index: Int, read: ReadOutcome)] = []
        for (index, read) in reads.enumerated() {
            if case .content(let content) = read { contents.append((index, content)) } else { others.append((index, read)) }
        }
        let known = try await ledger.records(root: root, paths: orders.map(\.path))
        for (index, read) in others { results[index] = result(read, orders[index], known[orders[index].path]) }

        var unknown: [Claim] = []
        let habits = HabitBook(ledger: ledger)
        var settled: Set<ImportPath> = []
        for (index, content) in contents {
            let order = orders[index]
            let record = known[order.path] ?? newRecord(order)
            if !order.isForced, record.sha256 == content.sha256, !record.isOutdated(settled: order.settled),
                let state = record.stateOfKnownContent(settled: order.settled)
            {
                results[index] = same(record, state, content.stamp)
                settled.insert(order.path)
            } else {
                unknown.append(Claim(index: index, order: order, record: record, content: content, habits: habits))
            }
        }
        let (claims, twins) = try await matchTwins(unknown, settled: settled, busy: busy)
        for (index, result) in twins { results[index] = result }
        return (results.enumerated().compactMap { index, result in result.map { (index, $0) } }, claims)
    }

    func newRecord(_ order: Order) -> ImportRecord {
        ImportRecord(id: order.id ?? makeID(), path: order.path, state: .waiting, firstSeenAt: order.firstSeenAt)
    }

    private func result(_ read: ReadOutcome, _ order: Order, _ known: ImportRecord?) -> Result {
        switch read {
        case .changed(let stamp): return .unready(stamp, isOpen: false)
        case .writing(let stamp): return .unready(stamp, isOpen: true)
        case .content, .gone: return .gone
        case .failure(let failure): return .trouble(failure)
        case .tooLarge(let stamp) where FileType(of: order.path) == .jsonLines:
            return .long(known ?? newRecord(order), stamp)
        case .tooLarge(let stamp):
            let limit = settings.maximumFileBytes / 1_048_576
            return refusal(order, known, stamp, .failed, "too-large", "The file is larger than \(limit) MiB.")
        case .notRegular(let stamp):
            return refusal(order, known, stamp, .skipped, "not-regular-file", "Only regular files are read.")
        }
    }

    private func refusal(
        _ order: Order, _ known: ImportRecord?, _ stamp: FileStamp, _ state: ImportState, _ reason: String, _ detail: String
    ) -> Result {
        var record = known ?? newRecord(order)
        record.refuse(state, reason: reason, detail: detail, stamp: stamp, at: time.now())
        record.pendingMove = filing?.place(for: record)
        return .outcome(.row(record), wasMissing: known?.state == .missing)
    }

    /// What the row of a file with known bytes says.
    func standing(_ known: ImportRecord, _ state: ImportState, _ stamp: FileStamp) -> ImportRecord {
        var record = known
        record.stand(state)
        record.stamp = stamp
        record.nextAttemptAt = nil
        // Also of a file that was imported when files stayed where they are.
        record.pendingMove = filing?.place(for: record)
        return record
    }

    /// The bytes are those of the row: only what the file system says of it may have to be noted.
    private func same(_ known: ImportRecord, _ state: ImportState, _ stamp: FileStamp) -> Result {
        let record = standing(known, state, stamp)
        guard known.state != state || known.stamp != stamp || known.nextAttemptAt != nil || record.pendingMove != nil else {
            return .unchanged(known)
        }
        return .refreshed(record, wasMissing: known.state == .missing)
    }
}

extension ImportRecord {
    /// What a file is whose bytes are those of the row; nil where they must be parsed.
    ///
    /// - Parameter settled: how it stood before it was touched or gone, where that is known.
    func stateOfKnownContent(settled: ImportState?) -> ImportState? {
        switch state {
        // What an earlier reader couldn't read, this one may.
        case .failed where parserVersion < FileParser.version: return nil
        case .done, .partial, .failed: return state
        case .importing, .skipped: return nil
        case .waiting, .queued, .retrying, .missing:
            if let settled, settled != .skipped { return settled }
            // What stood in the way was no fault of the file, and it stands as it did before.
            if let reason, SystemFailure.reasons.contains(reason), articleCount > 0, resume == nil {
                return errorCount > 0 ? .partial : .done
            }
            // Every other outcome leaves its reason behind.
            return reason == nil && !articleIDs.isEmpty && resume == nil ? .done : nil
        }
    }

    /// Whether this reader may read more of the same bytes than the one that has read them.
    ///
    /// - Parameter settled: as for ``stateOfKnownContent(settled:)``.
    func isOutdated(settled: ImportState?) -> Bool {
        parserVersion < FileParser.version && [.failed, .partial].contains(settled ?? state)
    }

    /// As it was when it was imported.
    mutating func stand(_ state: ImportState) {
        self.state = state
        if state == .done || state == .partial {
            reason = state == .done ? nil : reason.flatMap { SystemFailure.reasons.contains($0) ? nil : $0 } ?? "parse-failed"
            detail = state == .done ? nil : "\(errorCount) records could not be taken."
        }
    }

    /// Says why the file isn't taken, without having read it.
    mutating func refuse(_ state: ImportState, reason: String, detail: String?, stamp: FileStamp?, at now: Timestamp) {
        self.state = state
        self.reason = reason
        self.detail = detail
        self.stamp = stamp
        sha256 = nil
        errors = []
        errorCount = 0
        nextAttemptAt = nil
        updatedAt = now
    }
}

extension RepositoryError {
    /// For the log.
    var cause: String? {
        if case .unavailable(_, let cause) = self { cause } else { nil }
    }

    /// A stable word for the status.
    var reasonOfPause: String {
        switch self {
        case .unavailable(let reason, _): reason.rawValue
        case .overloaded: UnavailableReason.overloaded.rawValue
        case .timeout: "timeout"
        default: UnavailableReason.storageError.rawValue
        }
    }
}
