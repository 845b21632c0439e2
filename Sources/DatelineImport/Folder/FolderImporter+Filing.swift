import DatelineModels
import Logging

// Moves files that are dealt with to `done/` and `failed/`, with what belongs to them.
extension FolderImporter {
    /// Moves files that are dealt with, and lets their rows follow.
    func file(_ moves: [(record: ImportRecord, item: WorkQueue.Item?)]) async {
        var troubles: [(item: WorkQueue.Item, failure: SystemFailure)] = []
        for (record, item) in moves {
            guard let item, let place = record.pendingMove, let stamp = record.stamp else { continue }
            var record = record
            TestCrash.point(.beforeMove)
            let move = await walker.move(record.path, stamp, to: place, by: filing)
            TestCrash.point(.afterMove)
            record.pendingMove = nil
            switch move {
            case .moved(let stamp):
                let from = record.path
                record.path = place
                record.origin = record.origin ?? from
                record.stamp = stamp
                pass.finish(record.state, bytes: stamp.size, at: time.elapsed())
                filing?.removeReason(of: from)
                if let outcome = await moveSideFile(of: from, to: place) {
                    writes.append(PendingWrite(path: place.sideFile, outcome: outcome, purpose: .filing(from: from.sideFile)))
                }
                if record.state != .done { explain(record) }
                log(record)
                writes.append(PendingWrite(path: place, outcome: .moved(from: from, as: record), purpose: .filing(from: from)))
            case .taken:
                record.pendingMove = filing?.place(for: record)
                writes.append(PendingWrite(path: record.path, outcome: .row(record), purpose: .settling(item, isParsed: false)))
            case .changed, .gone:
                // Another version has come, or somebody took the file away: what was read of it is stored.
                catalogue.update(record.path) { $0.wantsLook = true }
                record.stamp = nil
                writes.append(PendingWrite(path: record.path, outcome: .row(record), purpose: .settling(item, isParsed: false)))
            case .failure(let failure):
                logger.warning("A file can't be moved", metadata: record.path.metadata.merging(["reason": .string(failure.reason)]) { $1 })
                troubles.append((item, failure))
            }
        }
        // What was read of it is stored.
        if !troubles.isEmpty { await retry(troubles, detail: "What is in the file is stored, but it can't be moved yet.") }
    }

    /// Has the side file of a file that was moved follow it.
    ///
    /// - Returns: what its row says then; nil where there is no side file.
    func moveSideFile(of path: ImportPath, to place: ImportPath) async -> ImportOutcome? {
        guard let stamp = filing?.moveSideFile(of: path, to: place) else { return nil }
        rows.forget(path.sideFile)
        catalogue.forget(path.sideFile)
        let known = (try? await ledger.records(root: root, paths: [path.sideFile]))?[path.sideFile]
        var record = known ?? ImportRecord(id: intake.makeID(), path: path.sideFile, state: .waiting, firstSeenAt: time.now())
        record.refuse(.skipped, reason: Self.sideFile.reason, detail: Self.sideFile.detail, stamp: stamp, at: time.now())
        record.parserVersion = FileParser.version
        record.origin = record.origin ?? record.path
        record.path = place.sideFile
        return known == nil ? .row(record) : .moved(from: path.sideFile, as: record)
    }

    /// Puts the reason beside a file that failed.
    func explain(_ record: ImportRecord) {
        let name = Filing.reason(for: record.path)
        do {
            try filing?.write(Quarantine.note(on: record), at: name)
        } catch {
            logger.warning("A reason can't be written", metadata: name.metadata.merging(["reason": .string(error.reason)]) { $1 })
        }
    }
}
