import DatelineModels
import Logging

// Moves files that are dealt with to `done/` and `failed/`, with what belongs to them.
extension FolderImporter {
    /// Moves files that are dealt with, and lets their rows follow.
    func file(_ moves: [(record: ImportRecord, item: WorkQueue.Item?)]) async {
        guard !moves.isEmpty else { return }
        let places = moves.compactMap(\.record.pendingMove)
        filling.formUnion(places)
        filling.formUnion(places.map(\.sideFile))
        defer {
            filling.subtract(places)
            filling.subtract(places.map(\.sideFile))
        }
        let missing = await missing(among: places)
        let doubts = await settleDoubts(about: moves.map(\.record))
        var troubles: [(item: WorkQueue.Item, failure: SystemFailure)] = []
        for (record, item) in moves {
            guard let item, let place = record.pendingMove, let stamp = record.stamp else { continue }
            var record = record
            TestCrash.point(.beforeMove)
            let move =
                if doubts[record.path] == .isAnother, let filing {
                    filing.giveUp(place, for: stamp)
                } else {
                    await walker.move(record.path, stamp, to: place, by: filing)
                }
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
                if let side = await moveSideFile(of: from, to: place) {
                    writes.append(
                        PendingWrite(
                            path: place.sideFile, outcome: side.outcome, purpose: .filing(from: from.sideFile, isRacy: false),
                            wasMissing: side.wasMissing, replacesMissing: side.replacesMissing))
                }
                if record.state != .done { explain(record) }
                log(record)
                writes.append(
                    PendingWrite(
                        path: place, outcome: .moved(from: from, as: record),
                        purpose: .filing(from: from, isRacy: doubts[from] == .mayChange), replacesMissing: missing.contains(place)))
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
    func moveSideFile(of path: ImportPath, to place: ImportPath) async -> FiledSideFile? {
        guard let stamp = filing?.moveSideFile(of: path, to: place) else { return nil }
        rows.forget(path.sideFile)
        catalogue.forget(path.sideFile)
        let missing = await missing(among: [path.sideFile, place.sideFile])
        let known = (try? await ledger.records(root: root, paths: [path.sideFile]))?[path.sideFile]
        var record = known ?? ImportRecord(id: intake.makeID(), path: path.sideFile, state: .waiting, firstSeenAt: time.now())
        record.refuse(.skipped, reason: Self.sideFile.reason, detail: Self.sideFile.detail, stamp: stamp, at: time.now())
        record.parserVersion = FileParser.version
        record.origin = record.origin ?? record.path
        record.path = place.sideFile
        return FiledSideFile(
            outcome: known == nil ? .row(record) : .moved(from: path.sideFile, as: record),
            wasMissing: known != nil && missing.contains(path.sideFile), replacesMissing: missing.contains(place.sideFile))
    }

    struct FiledSideFile {
        let outcome: ImportOutcome
        let wasMissing: Bool
        let replacesMissing: Bool
    }

    /// Which paths have rows of files that are gone, as soon as what is about to be written is.
    private func missing(among paths: [ImportPath]) async -> Set<ImportPath> {
        var missing = aboutToBeMissing
        let known = (try? await ledger.records(root: root, paths: paths)) ?? [:]
        missing.formUnion(aboutToBeMissing)
        return Set(paths.filter { known[$0]?.state == .missing || missing.contains($0) })
    }

    private var aboutToBeMissing: Set<ImportPath> {
        Set(
            (writes + flying).compactMap { write in
                if case .missing(let path, _) = write.outcome { path } else { nil }
            })
    }

    /// What a stamp leaves open that was taken right after a change.
    private enum Doubt {
        /// The file isn't the one that was read, though it looks so.
        case isAnother
        /// It may yet change without a trace.
        case mayChange
    }

    /// Reads files once more that may have been written in the same tick of the file system's clock after they were read.
    private func settleDoubts(about records: [ImportRecord]) async -> [ImportPath: Doubt] {
        var doubtful: [(record: ImportRecord, stamp: FileStamp)] = []
        for record in records {
            guard let stamp = record.stamp, let entry = catalogue[record.path] else { continue }
            guard entry.isClosedAgain || stamp.isRacy(at: entry.readSince ?? time.now()) else { continue }
            doubtful.append((record, stamp))
            catalogue.update(record.path) { $0.isClosedAgain = false }
        }
        guard !doubtful.isEmpty else { return [:] }
        let now = time.now()
        let reads = await intake.desks.read(
            doubtful.map { record, stamp in
                Intake.Order(path: record.path, stamp: stamp, settled: nil, id: nil, firstSeenAt: now, writers: .ignored)
            })
        var doubts: [ImportPath: Doubt] = [:]
        for ((record, stamp), read) in zip(doubtful, reads) {
            switch read {
            case .content(let content) where content.sha256 != record.sha256: doubts[record.path] = .isAnother
            case .content: doubts[record.path] = stamp.isRacy(at: now) ? .mayChange : nil
            // What is too long to be read here is read where it lies then.
            case .tooLarge: doubts[record.path] = .mayChange
            // Whoever moves it will see.
            case .changed, .writing, .notRegular, .gone, .failure: break
            }
        }
        return doubts
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
