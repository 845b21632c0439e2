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

    /// - Parameter formers: the file that a place was known to hold.
    /// - Returns: the places whose former file lies elsewhere now, and is on its way.
    func exchanged(_ formers: [ImportPath: FileStamp]) async -> Set<ImportPath> {
        await hearOut()
        if isListing { return Set(formers.keys) }
        let places = Dictionary(formers.map { ($0.value.identity, $0.key) }) { first, _ in first }
        var exchanged: Set<ImportPath> = []
        for path in catalogue.paths(where: { _, _ in true }) {
            guard let entry = catalogue[path], let stamp = entry.latest ?? tracker[path]?.stamp ?? entry.stamp,
                let place = places[stamp.identity], place != path,
                // A number that is given anew tells nothing.
                formers[place]?.isSameVersion(as: stamp) == true
            else { continue }
            exchanged.insert(place)
        }
        return exchanged
    }

    /// Whoever has put a file in another's place has moved that one before, which an event has told by then.
    private func hearOut() async {
        guard let watcher else { return }
        let (end, start) = (watcher.end, time.elapsed())
        while heard < end, !isStopping {
            let seen = hearing.version
            let left = settings.hearingPatience - (time.elapsed() - start)
            guard left > .zero else { return }
            await hearing.wait(after: seen, atMost: left, time: time)
        }
    }

    /// Whether more files are about to be found, none of which waits for room.
    private var isListing: Bool {
        guard tracker.count + queue.count < settings.backlog else { return false }
        return !scans.newDirectories.isEmpty || scans.listings > 0 || scans.isWalking || (!scans.isRunning && scans.requested > scans.begun)
    }

    /// The row there is of another file from now on, wherever that lies.
    func noteExchanged(_ path: ImportPath) {
        vanished.remove(path)
        if catalogue[path] != nil {
            catalogue.update(path) {
                $0.settled = nil; $0.hasRow = true
            }
        } else {
            catalogue.settle(path, .init(state: .done, digest: 0), look: scans.number - 1)
        }
        wantingLook.append(path)
    }
}
