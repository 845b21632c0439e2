import DatelineModels

// Files that change places, each of which keeps its articles.
extension FolderImporter {
    /// Paths whose rows go elsewhere, or count as gone, with what is about to be written.
    var leaving: Set<ImportPath> {
        Set(
            (writes + flying).compactMap { write in
                switch write.outcome {
                case .moved(let other, _), .exchanged(let other, _): other
                case .missing(let path, _): path
                case .row, .articles, .copied: nil
                }
            })
    }

    /// Paths to which files are being moved, or whose rows come with what is about to be written.
    var arriving: Set<ImportPath> {
        filling.union(
            (writes + flying).compactMap { write in
                if case .filing = write.purpose { write.path } else { nil }
            })
    }

    /// - Parameter formers: the file that a place was known to hold, and which isn't there now.
    func displaced(_ formers: [ImportPath: FileStamp]) async -> Intake.DisplacedFiles {
        if !isListing { await hearOut() }
        var displaced = Intake.DisplacedFiles()
        let places = Dictionary(grouping: formers.keys) { formers[$0]?.identity }
        catalogue.forEach { path, entry in
            // What waits has its stamp where it waits.
            guard let stamp = entry.latest ?? (entry.state == .waiting ? tracker[path]?.stamp : entry.stamp) else { return }
            for place in places[stamp.identity] ?? [] where place != path {
                // A number that is given anew tells nothing.
                if formers[place]?.isSameVersion(as: stamp) == true { displaced.surely.insert(place) }
            }
        }
        if isListing { displaced.perhaps = Set(formers.keys) }
        return displaced
    }

    /// Whoever has put a file in another's place has moved that one before, which an event has told by then.
    private func hearOut() async {
        guard let watcher else { return }
        let (end, start) = (watcher.end, time.elapsed())
        while heard < end, let seen = hearing.version(unless: isStopping) {
            let left = settings.hearingPatience - (time.elapsed() - start)
            guard left > .zero else { return }
            await hearing.wait(after: seen, atMost: left, time: time)
        }
    }

    /// Whether files are being found of which nothing has told so far.
    private var isListing: Bool {
        if scans.waitsForRoom { return false }
        if !scans.newDirectories.isEmpty || scans.listings > 0 { return true }
        return scans.isRunning ? scans.isWalking && scans.tellsMoreThanEvents : scans.requested > scans.begun
    }

    /// The row at the path is of another file from now on, wherever that lies.
    func noteExchanged(_ path: ImportPath) {
        vanished.remove(path)
        if catalogue[path] == nil {
            catalogue.forgetFile(path, look: scans.number)
        } else {
            catalogue.update(path) { entry in
                entry.settled = nil
                entry.hasRow = true
            }
        }
        wantingLook.insert(path)
    }

    /// The file at the path is parsed, though its content is known.
    func wantParsing(_ path: ImportPath) {
        if catalogue[path] == nil {
            wantingRetry.insert(path)
        } else {
            catalogue.update(path) { $0.force() }
        }
    }
}
