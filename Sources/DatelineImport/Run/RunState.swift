import DatelineModels
import Synchronization

/// Where a one-time import stands, and whom it tells.
final class RunState: Sendable {
    private struct State {
        var progress = ImportRunProgress()
        var rate = RateMeter()
    }

    private let state = Mutex(State())
    private let time: ImportTime
    private let report: @Sendable (ImportRunProgress) -> Void

    init(time: ImportTime, report: @escaping @Sendable (ImportRunProgress) -> Void) {
        self.time = time
        self.report = report
    }

    var summary: ImportSummary { state.withLock { $0.progress.summary } }

    func take(_ observation: ImportObservation, in folder: [UInt8]) {
        switch observation {
        case .found(let count): change { $0.progress.found += count }
        case .ignored(let count): change { $0.progress.summary.ignored += count }
        case .unchanged(let count): change { $0.progress.summary.unchanged += count }
        case .settled(let record, let isUnchanged):
            let now = time.elapsed()
            change { state in
                state.rate.count(at: now)
                state.progress.filesPerSecond = state.rate.perSecond(at: now)
                if isUnchanged { state.progress.summary.unchanged += 1 } else { state.progress.summary.add(record, folder: folder) }
                state.progress.currentPath = Self.text(record.path, in: folder)
            }
        case .unreadable(let path, let failure, let isNew):
            fail(path, in: folder, failure, isNew: isNew)
        }
    }

    /// What was named, or lies in what was named, can't be read.
    func fail(_ path: ImportPath?, in folder: [UInt8], _ failure: SystemFailure, isNew: Bool = true) {
        let text = path.map { Self.text($0, in: folder) } ?? String(decoding: folder, as: UTF8.self)
        change { state in
            if isNew { state.progress.found += 1 }
            state.progress.summary.fail(
                .init(
                    path: text, state: .failed, reason: failure.reason, detail: failure.detail, line: nil, byteOffset: nil, errorCount: 0)
            )
            state.progress.currentPath = text
        }
    }

    private func change(_ body: (inout State) -> Void) {
        // The report is made under the lock, so that no two are made at a time.
        state.withLock { state in
            body(&state)
            report(state.progress)
        }
    }

    private static func text(_ path: ImportPath, in folder: [UInt8]) -> String {
        String(decoding: folder + [ImportPath.separator] + path.bytes, as: UTF8.self)
    }
}
