import DatelineModels

/// Where a one-time import stands, and whom it tells.
struct RunState {
    var progress = ImportRunProgress()
    private var rate = RateMeter()
    private let report: (ImportRunProgress) -> Void

    init(report: @escaping (ImportRunProgress) -> Void) {
        self.report = report
    }

    mutating func found(_ count: Int) {
        progress.found += count
        report(progress)
    }

    /// What was named, or lies in what was named, can't be read.
    mutating func fail(_ path: [UInt8], _ failure: SystemFailure) {
        let path = String(decoding: path, as: UTF8.self)
        progress.found += 1
        progress.summary.fail(
            .init(path: path, state: .failed, reason: failure.reason, detail: failure.detail, line: nil, byteOffset: nil, errorCount: 0)
        )
        progress.currentPath = path
        report(progress)
    }

    mutating func noteUnchanged(_ path: ImportPath, in folder: [UInt8]) {
        progress.summary.unchanged += 1
        show(path, in: folder)
    }

    mutating func skip(_ path: ImportPath, in folder: [UInt8]) {
        progress.summary.skipped += 1
        show(path, in: folder)
    }

    mutating func add(_ outcome: RunBatches.Outcome, folder: [UInt8], at now: Duration) {
        rate.count(at: now)
        progress.filesPerSecond = rate.perSecond(at: now)
        switch outcome {
        case .written(let record):
            progress.summary.add(record, folder: folder)
            show(record.path, in: folder)
        case .unchanged(let path): noteUnchanged(path, in: folder)
        case .unreadable(let path, let failure):
            progress.found -= 1
            fail(folder + [ImportPath.separator] + path.bytes, failure)
        }
    }

    private mutating func show(_ path: ImportPath, in folder: [UInt8]) {
        progress.currentPath = String(decoding: folder + [ImportPath.separator] + path.bytes, as: UTF8.self)
        report(progress)
    }
}
