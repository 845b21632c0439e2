import DatelineModels

/// Takes one file from its bytes to its row in the ledger. What is committed comes first; nothing here moves or deletes a file.
struct Intake: Sendable {
    /// A file whose turn has come.
    struct Order: Sendable {
        let path: ImportPath
        /// What it must still look like; nil: anything.
        let stamp: FileStamp?
        /// Whether the ledger has a row of it.
        var hasRow: Bool
        /// How it stood before it was touched, where that is known.
        let settled: ImportState?
        let firstSeenAt: Timestamp
        let writers: WriterRule
        /// The attempt is on record already, and failed for no fault of the file.
        var isRepeated = false
    }

    /// What a first look came to.
    enum Examination: Sendable {
        /// Its row was written, and no parsing was needed.
        case settled(ImportRecord)
        /// The bytes are those of the row, which is as it was but for the stamp.
        case unchanged(ImportRecord)
        /// To be parsed, once the attempt is on record.
        case claimable(Claim)
        /// Another version than expected, or one still in the making.
        case unready(FileStamp, isOpen: Bool)
        case gone
        case trouble(SystemFailure)
    }

    struct Claim: Sendable {
        var record: ImportRecord
        let content: FileContent
        let isRepeated: Bool
    }

    let root: [UInt8]
    let ledger: any ImportLedger
    let time: ImportTime
    let makeID: @Sendable () -> ResourceID
    let desks: ImportDesks
    /// How long after its last change a file that can't be parsed may still be unfinished.
    let earlyGrace: Duration

    /// The row of a file, or a new one.
    func record(of path: ImportPath, hasRow: Bool, firstSeenAt: Timestamp) async throws(RepositoryError) -> ImportRecord {
        if hasRow, let known = try await ledger.record(root: root, path: path) { return known }
        return ImportRecord(id: makeID(), path: path, state: .waiting, firstSeenAt: firstSeenAt)
    }

    /// Reads the file and compares it with its row.
    func examine(_ order: Order, desk: ImportDesk) async throws(RepositoryError) -> Examination {
        let content: FileContent
        switch await desk.read(order.path, expected: order.stamp, writers: order.writers) {
        case .content(let read): content = read
        case .changed(let stamp): return .unready(stamp, isOpen: false)
        case .writing(let stamp): return .unready(stamp, isOpen: true)
        case .gone: return .gone
        case .failure(let failure): return .trouble(failure)
        case .tooLarge(let stamp):
            return .settled(
                try await refuse(
                    order, stamp, .failed, "too-large", "The file is larger than \(FileReader.standardMaximumBytes / 1_048_576) MiB."))
        case .notRegular(let stamp):
            return .settled(try await refuse(order, stamp, .skipped, "not-regular-file", "Only regular files are read."))
        }
        var record = try await record(of: order.path, hasRow: order.hasRow, firstSeenAt: order.firstSeenAt)
        guard record.sha256 == content.sha256, let state = record.stateOfKnownContent(settled: order.settled) else {
            return .claimable(Claim(record: record, content: content, isRepeated: order.isRepeated))
        }
        guard record.state != state || record.stamp != content.stamp || record.nextAttemptAt != nil else { return .unchanged(record) }
        record.state = state
        if state == .done {
            record.reason = nil
            record.detail = nil
        }
        record.stamp = content.stamp
        record.nextAttemptAt = nil
        try await ledger.save([record], root: root)
        return .unchanged(record)
    }

    /// Puts the attempts on record before the work, so that a file that brings the program down is told by its count.
    func claim(_ claims: [Claim]) async throws(RepositoryError) -> [Claim] {
        let claimed = claims.map { claim in
            var claim = claim
            if claim.record.sha256 != nil, claim.record.sha256 != claim.content.sha256 { claim.record.attempts = 0 }
            if !claim.isRepeated { claim.record.attempts += 1 }
            claim.record.state = .importing
            claim.record.stamp = claim.content.stamp
            claim.record.nextAttemptAt = nil
            claim.record.updatedAt = time.now()
            return claim
        }
        try await ledger.save(claimed.map(\.record), root: root)
        return claimed
    }

    /// Parses a claimed file and writes what it holds.
    func complete(_ claim: Claim, desk: ImportDesk) async throws(RepositoryError) -> ImportRecord {
        switch try await parse(claim, desk: desk) {
        case .success(let parsed): return try await store(parsed, of: claim)
        case .failure(let refusal): return try await save(refusal, of: claim)
        }
    }

    /// Gives a claimed file back, because the program is to end.
    func release(_ claims: [Claim]) async throws(RepositoryError) {
        let released = claims.map { claim in
            var record = claim.record
            record.attempts = max(0, record.attempts - 1)
            record.state = .waiting
            return record
        }
        try await ledger.save(released, root: root)
    }

    private func parse(_ claim: Claim, desk: ImportDesk) async throws(RepositoryError) -> Result<ParsedFile, FileRefusal> {
        // A later version may tell of what has happened since the first was found.
        var parser = FileParser(foundAt: claim.record.revision == 0 ? claim.record.firstSeenAt : claim.record.updatedAt)
        let first = await desk.parse(claim.content, path: claim.record.path, with: parser)
        guard case .success(let parsed) = first, !parsed.wantedHabits.isEmpty else { return first }
        var isHelped = parsed.articles.isEmpty
        for source in parsed.wantedHabits {
            let habits = try await ledger.dateHabits(ofSource: source)
            parser.habits[source] = DateHabits(zone: habits?.zone, order: habits?.order)
            if habits?.zone != nil || habits?.order != nil { isHelped = true }
        }
        guard isHelped else { return first }
        return await desk.parse(claim.content, path: claim.record.path, with: parser)
    }

    private func store(_ parsed: ParsedFile, of claim: Claim) async throws(RepositoryError) -> ImportRecord {
        var record = claim.record
        record.state = parsed.faultCount == 0 ? .done : .partial
        record.reason = parsed.faultCount == 0 ? nil : "parse-failed"
        record.detail =
            parsed.faultCount == 0 ? nil : "\(parsed.faultCount) of \(parsed.faultCount + parsed.articles.count) records could not be read."
        record.revision += 1
        record.detectedType = parsed.type
        record.encoding = parsed.encoding
        record.replacedBytes = parsed.replacedBytes
        record.warnings = parsed.warnings
        record.errors = parsed.faults
        record.errorCount = parsed.faultCount
        record.sha256 = claim.content.sha256
        record.updatedAt = time.now()
        do {
            return try await ledger.store(parsed.articles, as: record, root: root)
        } catch {
            guard let detail = error.detailOfRefusal else { throw error }
            return try await save(FileRefusal(reason: "store-refused", detail: detail, type: parsed.type), of: claim)
        }
    }

    private func save(_ refusal: FileRefusal, of claim: Claim) async throws(RepositoryError) -> ImportRecord {
        var record = claim.record
        let now = time.now()
        let age = claim.content.stamp.age(at: now)
        record.state = refusal.state
        record.reason = refusal.reason
        record.detail = refusal.detail
        record.detectedType = refusal.type
        record.encoding = nil
        record.replacedBytes = 0
        record.warnings = []
        record.errors = refusal.fault.map { [$0] } ?? []
        record.errorCount = record.errors.count
        record.sha256 = claim.content.sha256
        record.updatedAt = now
        if refusal.mayBeEarly, age >= .zero, age < earlyGrace {
            record.state = .retrying
            record.nextAttemptAt = Timestamp(milliseconds: now.milliseconds + (earlyGrace - age).milliseconds + 1)
        }
        try await ledger.save([record], root: root)
        return record
    }

    private func refuse(
        _ order: Order, _ stamp: FileStamp, _ state: ImportState, _ reason: String, _ detail: String
    ) async throws(RepositoryError) -> ImportRecord {
        var record = try await record(of: order.path, hasRow: order.hasRow, firstSeenAt: order.firstSeenAt)
        record.refuse(state, reason: reason, detail: detail, stamp: stamp, at: time.now())
        try await ledger.save([record], root: root)
        return record
    }
}

extension ImportRecord {
    /// What a file is whose bytes are those of the row; nil where they must be parsed.
    ///
    /// - Parameter settled: how it stood before it was touched or gone, where that is known.
    func stateOfKnownContent(settled: ImportState?) -> ImportState? {
        switch state {
        case .done, .partial, .failed: return state
        case .importing, .skipped: return nil
        case .waiting, .queued, .retrying, .missing:
            if let settled, settled != .skipped { return settled }
            // Every other outcome leaves its reason behind.
            return reason == nil && !articleIDs.isEmpty ? .done : nil
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
    /// Why the store won't take a file; nil where it can't do its work at the moment, whatever the file.
    var detailOfRefusal: String? {
        switch self {
        case .unavailable, .overloaded, .timeout, .cancelled: nil
        case .conflict(_, let detail): detail
        case .invalid(let error): error.faults.first?.detail ?? "The store refuses what the file holds."
        case .notFound, .preconditionFailed, .gone: "The store refuses what the file holds."
        }
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
