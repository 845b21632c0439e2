import DatelineModels
import Glibc

/// A file as a list shows it.
struct FoundFile: Sendable {
    enum Kind: Sendable {
        case file, symlink, other
        /// A directory whose path is longer than ``FolderScanner/maximumPathBytes``, told instead of what it holds.
        case tooLong
    }

    let path: ImportPath
    let kind: Kind
    let stamp: FileStamp
    /// Its directory was under watch before, so that an event should have told of it.
    var isWatched = false
    /// It lies where finished files are put.
    var isFiled = false
}

/// A part of what a walk has found.
struct ScanPart: Sendable {
    /// Those that may have to be looked at.
    var files: [FoundFile] = []
    /// Files that are as they were.
    var unchanged = 0
    /// Junk and temporary names.
    var ignored = 0
    /// Directories that could not be read; what lies below them is unknown, not gone. A nil path is the root of the walk.
    var unreadable: [(path: ImportPath?, failure: SystemFailure)] = []
    /// File systems of the directories that were listed.
    var devices: Set<UInt64> = []
    /// File systems of files, where they are others.
    var fileDevices: Set<UInt64> = []
    var isLast = false
}

/// What a walk compares with and reports to.
struct ScanContext: Sendable {
    /// Files at rest: what is known and unchanged is only counted. nil: everything is told.
    var settled: SettledFiles?
    /// The number of the look through the folder.
    var look = 0
    /// Called with every directory that isn't ignored, before it is listed.
    ///
    /// Returns whether it was under watch before.
    var onDirectory: @Sendable (ImportPath?, DirectoryHandle) -> Bool = { _, _ in false }
    /// Directories in the root where the program puts finished files, told by what they are and not by their names.
    var filed: Set<FileIdentity> = []
    /// The only names to look at in the directory where the walk begins; nil: all.
    var names: Set<[UInt8]>?
    /// Links to files in the root are told as those files.
    var followsLinks = false
}

/// Walks a folder by handles, piece by piece, as deep as it is. It follows no link but those to files in the root, where that is
/// wanted, and keeps a handle for each level it stands in, up to ``maximumHandles``; what lies deeper is opened anew from the root later.
final class FolderScanner {
    static let maximumHandles = 32
    /// Of directories. Each is held in memory with its whole path while it is watched, so without a bound a chain of them would take the
    /// square of its length.
    static let maximumPathBytes = 8192

    private struct Place {
        /// nil: the root.
        let path: ImportPath?
        let key: PathKey
        /// Only counts what it holds.
        let isIgnored: Bool
        let isFiled: Bool
    }

    private struct Level {
        let directory: DirectoryHandle
        let place: Place
        let isWatched: Bool
        let device: UInt64
    }

    private let context: ScanContext
    private let root: (handle: DirectoryHandle, path: [UInt8])
    /// Where the walk begins.
    private let start: ImportPath?
    private var levels: [Level] = []
    /// Directories that lie too deep for the handles, to be opened once there is nothing else to do.
    private var postponed: [Place] = []

    /// - Parameter start: the directory to begin at; nil: the root.
    init(root: [UInt8], start: ImportPath? = nil, context: ScanContext = ScanContext()) throws(SystemFailure) {
        self.context = context
        self.start = start
        var directory = try DirectoryHandle.open(root: root)
        self.root = (directory, root)
        var isFiled = false
        for name in start?.names ?? [] {
            directory = try directory.openDirectory(name)
            if !context.filed.isEmpty, context.filed.contains(try directory.status().stamp.identity) { isFiled = true }
        }
        let place = Place(path: start, key: start.map(PathKey.init) ?? .root, isIgnored: false, isFiled: isFiled)
        enter(directory, place, device: try directory.status().stamp.device)
    }

    /// - Returns: about `limit` more files, or what came of looking at 64 times as many; `isLast` when the walk is at its end.
    func next(limit: Int) -> ScanPart {
        var part = ScanPart()
        var looked = 0
        while part.files.count < limit, looked / 64 < limit {
            guard let level = levels.last else {
                guard let place = postponed.popLast() else { break }
                looked += 1
                open(place, into: &part)
                continue
            }
            do {
                guard let entry = try level.directory.next() else {
                    levels.removeLast()
                    continue
                }
                looked += 1
                if let names = context.names, level.place.path == start, !names.contains(entry.name) { continue }
                try take(entry, in: level, into: &part)
            } catch {
                if !level.place.isIgnored { part.unreadable.append((level.place.path, error)) }
                levels.removeLast()
            }
        }
        part.isLast = levels.isEmpty && postponed.isEmpty
        return part
    }

    private func open(_ place: Place, into part: inout ScanPart) {
        do {
            let directory = try root.handle.directory(place.path?.names ?? [])
            let device = try directory.status().stamp.device
            part.devices.insert(device)
            enter(directory, place, device: device)
        } catch {
            if !error.isAbsence, !place.isIgnored { part.unreadable.append((place.path, error)) }
        }
    }

    private func enter(_ directory: DirectoryHandle, _ place: Place, device: UInt64) {
        let isWatched = place.isIgnored ? false : context.onDirectory(place.path, directory)
        levels.append(Level(directory: directory, place: place, isWatched: isWatched, device: device))
    }

    /// - Throws: what keeps the directory from being searched, and so holds for all in it.
    private func take(_ entry: DirectoryHandle.Entry, in level: Level, into part: inout ScanPart) throws(SystemFailure) {
        let isIgnored = level.place.isIgnored || NameRules.isIgnored(entry.name)
        if isIgnored, let kind = entry.kind, kind != .directory {
            part.ignored += 1
            return
        }
        let found: FileStatus
        do {
            found = try level.directory.status(entry.name)
        } catch {
            // It may be the entry's alone, as a mount of another user's.
            if error.code == EACCES, !level.directory.isSearchable { throw error }
            if !isIgnored { miss(entry, in: level, error, into: &part) }
            return
        }
        if found.stamp.device != level.device { part.fileDevices.insert(found.stamp.device) }
        do {
            var status = found
            var isWatched = level.isWatched
            if status.kind == .symlink, context.followsLinks, !isIgnored,
                let file = try root.handle.linkedFile(ImportPath.child(entry.name, of: level.place.path), root: root.path)
            {
                status = file.status
                // What happens to the file is told of where it lies.
                isWatched = false
            }
            if status.kind == .directory {
                try descend(entry.name, stamp: status.stamp, isIgnored: isIgnored, in: level, into: &part)
            } else if isIgnored {
                part.ignored += 1
            } else if let settled = context.settled,
                settled.see(level.place.key.child(entry.name), digest: status.stamp.digest, look: context.look)
            {
                part.unchanged += 1
            } else {
                let kind: FoundFile.Kind =
                    switch status.kind {
                    case .symlink: .symlink
                    case .other: .other
                    case .file, .directory: .file
                    }
                part.files.append(
                    FoundFile(
                        path: ImportPath.child(entry.name, of: level.place.path), kind: kind, stamp: status.stamp, isWatched: isWatched,
                        isFiled: level.place.isFiled))
            }
        } catch {
            if !isIgnored { miss(entry, in: level, error, into: &part) }
        }
    }

    /// Gone since it was listed: nothing to tell. Anything else leaves the name unknown.
    private func miss(_ entry: DirectoryHandle.Entry, in level: Level, _ failure: SystemFailure, into part: inout ScanPart) {
        if !failure.isAbsence { part.unreadable.append((ImportPath.child(entry.name, of: level.place.path), failure)) }
    }

    private func descend(
        _ name: [UInt8], stamp: FileStamp, isIgnored: Bool, in level: Level, into part: inout ScanPart
    ) throws(SystemFailure) {
        let place = Place(
            path: ImportPath.child(name, of: level.place.path), key: level.place.key.child(name), isIgnored: isIgnored,
            isFiled: level.place.isFiled || context.filed.contains(stamp.identity))
        if let path = place.path, path.bytes.count > Self.maximumPathBytes {
            if !isIgnored { part.files.append(FoundFile(path: path, kind: .tooLong, stamp: stamp)) }
            return
        }
        guard levels.count < Self.maximumHandles else {
            postponed.append(place)
            return
        }
        let directory = try level.directory.openDirectory(name)
        part.devices.insert(stamp.device)
        enter(directory, place, device: stamp.device)
    }
}
