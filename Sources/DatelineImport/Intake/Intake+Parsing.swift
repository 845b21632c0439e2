import DatelineModels

extension Intake {
    /// A file that has to be parsed. That it is about to be is on record before the work begins, so that a file which brings the
    /// program down is told by its count.
    struct Claim: Sendable {
        let index: Int
        let order: Order
        let record: ImportRecord
        let content: FileContent
        let habits: HabitBook
    }

    /// What is to be written of a file that was parsed.
    func outcome(_ result: Swift.Result<ParsedFile, FileRefusal>, of claim: Claim) -> ImportOutcome {
        switch result {
        case .success(let parsed): outcome(of: parsed, claim)
        case .failure(let refusal): .row(record(of: refusal, claim))
        }
    }

    /// The source that the folder names in which the file was dropped; nil where folders name none.
    func folderSource(of record: ImportRecord) -> String? {
        folderIsSource ? (record.origin ?? record.path).folderSource : nil
    }

    func parser(for claim: Claim) -> FileParser {
        // A later version may tell of what has happened since the first was found.
        FileParser(foundAt: claim.record.revision == 0 ? claim.record.firstSeenAt : time.now())
    }

    private func outcome(of parsed: ParsedFile, _ claim: Claim) -> ImportOutcome {
        var record = claim.record
        record.note(parsed)
        record.revision += 1
        record.note(claim, at: time.now())
        if claim.order.hasEqualName { record.warnings.append("canonically-equal-names") }
        if parsed.mayBeEarly { retryIfEarly(&record, claim.content.stamp) }
        record.pendingMove = filing?.place(for: record)
        return .articles(parsed.articles, as: record)
    }

    /// A file that was written a moment ago may not be whole, which would be its only fault.
    func retryIfEarly(_ record: inout ImportRecord, _ stamp: FileStamp) {
        if mayBeEarly(stamp) { retryEarly(&record, stamp) }
    }

    /// The same for one that was young enough when it was read.
    func retryEarly(_ record: inout ImportRecord, _ stamp: FileStamp) {
        let now = time.now()
        record.state = .retrying
        record.nextAttemptAt = Timestamp(milliseconds: now.milliseconds + (earlyLeft(stamp, at: now) ?? .zero).milliseconds + 1)
    }

    /// Whether a file was changed so short a time ago that it may be unfinished.
    func mayBeEarly(_ stamp: FileStamp) -> Bool { earlyLeft(stamp, at: time.now()) != nil }

    /// How much longer it may be; nil: no longer.
    private func earlyLeft(_ stamp: FileStamp, at now: Timestamp) -> Duration? {
        // Somebody may have set the time of writing.
        let age = stamp.age(at: now) < .zero ? stamp.changeAge(at: now) : stamp.age(at: now)
        return age >= .zero && age < settings.earlyGrace ? settings.earlyGrace - age : nil
    }

    private func record(of refusal: FileRefusal, _ claim: Claim) -> ImportRecord {
        var record = claim.record
        let now = time.now()
        record.note(refusal)
        record.note(claim, at: now)
        if refusal.mayBeEarly { retryIfEarly(&record, claim.content.stamp) }
        record.pendingMove = filing?.place(for: record)
        return record
    }
}

extension ImportRecord {
    /// What a parsed file holds.
    mutating func note(_ parsed: ParsedFile) {
        let taken = parsed.articles.count
        state = parsed.faultCount == 0 ? .done : .partial
        reason = parsed.faultCount == 0 ? nil : "parse-failed"
        detail = parsed.faultCount == 0 ? nil : "\(parsed.faultCount) of \(parsed.faultCount + taken) records could not be read."
        detectedType = parsed.type
        encoding = parsed.encoding
        replacedBytes = parsed.replacedBytes
        warnings = parsed.warnings
        errors = parsed.faults
        errorCount = parsed.faultCount
    }

    /// Why nothing of a file can be taken.
    mutating func note(_ refusal: FileRefusal) {
        state = refusal.state
        reason = refusal.reason
        detail = refusal.detail
        detectedType = refusal.type
        encoding = nil
        replacedBytes = 0
        warnings = []
        errors = refusal.fault.map { [$0] } ?? []
        errorCount = errors.count
    }

    fileprivate mutating func note(_ claim: Intake.Claim, at now: Timestamp) {
        // Attempts count for one content; one that ended with the program wasn't this file's fault if it is through now.
        let before = claim.record.sha256 == claim.content.sha256 ? claim.record.attempts : 0
        attempts = claim.order.isSuspect ? 1 : before + 1
        sha256 = claim.content.sha256
        stamp = claim.content.stamp
        nextAttemptAt = nil
        resume = nil
        parserVersion = FileParser.version
        updatedAt = now
    }
}

extension ImportPath {
    /// The name of the first folder below the root, where it can be a source's; nil for what lies in the root itself.
    var folderSource: String? {
        let names = names
        guard names.count > 1, let name = names.first.flatMap({ String(validating: $0, as: UTF8.self) }) else { return nil }
        return name
    }
}
