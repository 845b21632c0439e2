import DatelineModels
import Glibc
import Logging

// What the ledger says at the start.
extension FolderImporter {
    private static let page = 5000
    /// After this many attempts that ended with the program, a file is taken for the cause if the parser dies of it in another process,
    /// too: once among others, twice alone.
    private static let maximumCrashes = 3
    /// After this many it is taken for the cause whatever else is known of it: that may lie behind the parser.
    private static let mostCrashes = 10

    /// Learns what the ledger knows, waiting for a store that can't answer yet.
    func load() async {
        var after: ImportPath?
        var attempt = 0
        var isOpen = false
        var failed: [[UInt8]: ImportPath] = [:]
        var moves: [(file: KnownFile, place: ImportPath)] = []
        while !isStopping {
            do {
                if !isOpen {
                    let known = try await ledger.open(root: root)
                    if let device = known.device, let inode = known.inode {
                        scans.acceptedRoot = FileIdentity(device: device, inode: inode)
                    }
                    parsedFiles = known.parsedFiles
                    isOpen = true
                }
                let files = try await ledger.known(root: root, after: after, limit: Self.page)
                for file in files {
                    if quarantine != nil, file.state == .failed { failed[Quarantine.name(for: file.path)] = file.path }
                    try await adopt(file, moves: &moves)
                    after = file.path
                }
                guard files.isEmpty else {
                    attempt = 0
                    continue
                }
                // Only now it is known how many are missing.
                while let (file, place) = moves.last {
                    try await finishMove(of: file, to: place)
                    moves.removeLast()
                }
                break
            } catch {
                attempt += 1
                if settings.isOnce, attempt >= settings.attemptsOnce {
                    failure = error
                    stop()
                    return
                }
                logger.warning("The ledger can't be read", metadata: ["reason": .string(error.reasonOfPause)])
                let delay = ImportSettings.backOff(attempt: attempt, longest: settings.longestPause)
                await stopping.wait(after: 0, atMost: delay, time: time)
            }
        }
        await prepareFiling()
        await mendNotes(failed)
    }

    /// Takes away notes on files that are taken by now, and writes those that a crash has prevented.
    private func mendNotes(_ failed: [[UInt8]: ImportPath]) async {
        guard let quarantine else { return }
        let names = quarantine.names()
        quarantine.remove(names: names.filter { failed[$0] == nil })
        let lacking = failed.filter { !names.contains($0.key) }.map(\.value)
        for start in stride(from: 0, to: lacking.count, by: 500) {
            let paths = Array(lacking[start..<min(start + 500, lacking.count)])
            for record in ((try? await ledger.records(root: root, paths: paths)) ?? [:]).values { note(failed: record) }
        }
    }

    /// - Parameter moves: what has still to be moved.
    private func adopt(_ file: KnownFile, moves: inout [(file: KnownFile, place: ImportPath)]) async throws(RepositoryError) {
        var entry = Catalogue.Entry(state: .waiting, firstSeenAt: time.now())
        entry.hasRow = true
        switch file.state {
        case .missing:
            catalogue.missing += 1
            return
        case .done, .partial, .failed, .skipped:
            if let place = file.pendingMove, filing != nil {
                moves.append((file, place))
                return
            }
            let isStale = file.parserVersion < FileParser.version && Self.mayNowRead(file)
            // What was imported before files were moved, or couldn't be moved, still has to be.
            let isLeft = filing != nil && file.state != .skipped && !Filing.isFiled(file.path)
            let note = SettledFiles.Note(
                state: file.state, digest: isStale || isLeft ? 0 : file.stamp?.digest ?? 0,
                // What was refused unread has no content that may have changed.
                isRacy: file.state != .skipped && file.stamp?.isRacy(at: file.updatedAt) ?? false)
            catalogue.settle(file.path, note, look: 0)
            return
        case .waiting, .queued, .retrying: break
        case .importing:
            if file.attempts >= Self.maximumCrashes, try await isDeadly(file), try await condemn(file) { return }
            // Nothing has ended over one without attempts: it is owed a reading in its new place, or the program ended in order.
            if file.attempts > 0 { entry.isSuspect = true } else { entry.isForced = true }
        }
        catalogue.set(file.path, entry)
    }

    /// What an earlier reader couldn't read, or not wholly, this one may.
    private static func mayNowRead(_ file: KnownFile) -> Bool {
        switch file.state {
        case .failed: file.reason != "too-large"
        case .partial: true
        case .skipped: file.reason == "unsupported-type" && FileType(of: file.path) != .unsupported
        default: false
        }
    }

    /// Whether the program ended because of the file, rather than by somebody who killed it again and again while this one was in hand.
    private func isDeadly(_ file: KnownFile) async throws(RepositoryError) -> Bool {
        guard file.attempts < Self.mostCrashes, let trial = options.trial,
            let descriptor = try? DirectoryHandle.openFile(file.path, root: root, followsLinks: options.followsLinks)
        else { return true }
        defer { close(descriptor) }
        guard let size = try? FileStatus.of(descriptor: descriptor).stamp.size, size <= ParserTrial.maximumBytes else { return true }
        // A trial that brings this program down as well counts as one more attempt.
        try await ledger.claim([file.path], root: root)
        let stopping = stopping
        let isOutlived = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await trial(file.path, descriptor) }
            group.addTask {
                await stopping.wait(after: 0)
                return true
            }
            let first = await group.next() ?? true
            group.cancelAll()
            // The descriptor is the trial's until it has ended.
            await group.waitForAll()
            return first
        }
        try await ledger.release([file.path], root: root)
        return !isOutlived
    }

    /// - Returns: false where the file can't be read now, so that nothing can be said of its content.
    private func condemn(_ file: KnownFile) async throws(RepositoryError) -> Bool {
        let order = Intake.Order(
            path: file.path, stamp: nil, settled: nil, id: nil, firstSeenAt: time.now(), writers: .ignored)
        let stamp: FileStamp
        let sha256: String?
        switch await intake.desks.read([order]).first {
        case .content(let content): (stamp, sha256) = (content.stamp, content.sha256)
        // It is read piece by piece.
        case .tooLarge(let found):
            stamp = found
            let reader = try? LongFileReader(file.path, files: files, stamp: found, folderSource: nil)
            guard let hash = try? await reader?.contentHash(stopping: stopping) else { return false }
            sha256 = hash
        default: return false
        }
        guard var record = try await ledger.records(root: root, paths: [file.path])[file.path] else { return false }
        record.refuse(
            .failed, reason: "parser-crashed", detail: "The program has ended several times while reading this file.",
            stamp: stamp, at: time.now())
        record.sha256 = sha256
        record.resume = nil
        record.parserVersion = FileParser.version
        _ = try await ledger.commit([.row(record)], parsedFiles: 0, root: root)
        // Where files are moved, the look through the folder has this one moved.
        let isLeft = filing != nil && !Filing.isFiled(file.path)
        catalogue.settle(file.path, .init(state: .failed, digest: isLeft ? 0 : stamp.digest), look: 0)
        note(failed: record)
        if filing != nil, !isLeft { explain(record) }
        logger.warning("A file has brought the program down and is left alone", metadata: record.path.metadata)
        return true
    }

    private func prepareFiling() async {
        guard let filing else { return }
        do {
            filed = try filing.prepare()
        } catch {
            logger.error("The folders done and failed can't be made", metadata: ["reason": .string(error.reason)])
        }
    }

    /// The program ended between the commit and the move, or right after it.
    private func finishMove(of file: KnownFile, to place: ImportPath) async throws(RepositoryError) {
        let known = try await ledger.records(root: root, paths: [file.path, place])
        guard var record = known[file.path], let stamp = file.stamp else { return }
        record.pendingMove = nil
        var newStamp: FileStamp?
        for (path, look) in await walker.look([place]) where path == place {
            if case .file(let found) = look, found.stamp.isSameVersion(as: stamp) { newStamp = found.stamp }
        }
        if newStamp == nil, case .moved(let moved) = await walker.move(file.path, stamp, to: place, by: filing) { newStamp = moved }
        if let newStamp {
            filing?.finish(file.path, newStamp)
            filing?.removeReason(of: file.path)
            if let filed = await moveSideFile(of: file.path, to: place) {
                let side = try await ledger.commit([filed.outcome], parsedFiles: 0, root: root).first.flatMap(\.self)
                if let side { catalogue.settle(side.path, .init(state: side.state, digest: side.stamp?.digest ?? 0), look: 0) }
                catalogue.missing -= (filed.wasMissing ? 1 : 0) + (filed.replacesMissing ? 1 : 0)
            }
            record.path = place
            record.origin = record.origin ?? file.path
            record.stamp = newStamp
            _ = try await ledger.commit([.moved(from: file.path, as: record)], parsedFiles: 0, root: root)
            if known[place]?.state == .missing { catalogue.missing -= 1 }
            let note = SettledFiles.Note(state: record.state, digest: newStamp.digest, isRacy: stamp.isRacy(at: file.updatedAt))
            catalogue.settle(place, note, look: 0)
        } else {
            // Whatever lies there now is another version, or nothing; the look through the folder tells.
            _ = try await ledger.commit([.row(record)], parsedFiles: 0, root: root)
            catalogue.settle(file.path, .init(state: record.state, digest: 0), look: 0)
        }
    }
}
