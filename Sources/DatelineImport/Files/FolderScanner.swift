import DatelineModels
import Glibc

/// A file as a list shows it.
struct FoundFile: Sendable {
    enum Kind: Sendable {
        case file, symlink, other
        /// A directory beyond ``FolderScanner/maximumDepth``, told instead of what it holds.
        case tooDeep
    }

    let path: ImportPath
    let kind: Kind
    let stamp: FileStamp
}

/// A part of what a walk has found.
struct ScanPart: Sendable {
    var files: [FoundFile] = []
    /// Junk and temporary names.
    var ignored = 0
    /// Directories that could not be read; what lies below them is unknown, not gone. A nil path is the root of the walk.
    var unreadable: [(path: ImportPath?, failure: SystemFailure)] = []
    var isLast = false
}

/// Walks a folder by handles, piece by piece. It never follows a link and keeps one handle for each level it stands in.
final class FolderScanner {
    static let maximumDepth = 64

    private struct Level {
        let directory: DirectoryHandle
        /// nil: the root.
        let path: ImportPath?
        /// Only counts what it holds.
        let isIgnored: Bool
    }

    /// Called with every directory that isn't ignored, before it is listed.
    private let onDirectory: (ImportPath?, DirectoryHandle) -> Void
    private var levels: [Level] = []

    /// - Parameter start: the directory to begin at; nil: the root.
    init(
        root: [UInt8], start: ImportPath? = nil, onDirectory: @escaping (ImportPath?, DirectoryHandle) -> Void = { _, _ in }
    ) throws(SystemFailure) {
        self.onDirectory = onDirectory
        var directory = try DirectoryHandle.open(root: root)
        for name in start?.names ?? [] { directory = try directory.openDirectory(name) }
        levels = [Level(directory: directory, path: start, isIgnored: false)]
        onDirectory(start, directory)
    }

    /// - Returns: about `limit` more files; `isLast` when the walk is at its end.
    func next(limit: Int) -> ScanPart {
        var part = ScanPart()
        var looked = 0
        while let level = levels.last, looked < limit {
            do {
                guard let entry = try level.directory.next() else {
                    levels.removeLast()
                    continue
                }
                looked += 1
                take(entry, in: level, into: &part)
            } catch {
                part.unreadable.append((level.path, error))
                levels.removeLast()
            }
        }
        part.isLast = levels.isEmpty
        return part
    }

    private func take(_ entry: DirectoryHandle.Entry, in level: Level, into part: inout ScanPart) {
        let path = ImportPath.child(entry.name, of: level.path)
        let isIgnored = level.isIgnored || NameRules.isIgnored(entry.name)
        if isIgnored, let kind = entry.kind, kind != .directory {
            part.ignored += 1
            return
        }
        do {
            let status = try level.directory.status(entry.name)
            switch status.kind {
            case .directory: try descend(entry.name, path: path, stamp: status.stamp, isIgnored: isIgnored, in: level, into: &part)
            case _ where isIgnored: part.ignored += 1
            case .file: part.files.append(FoundFile(path: path, kind: .file, stamp: status.stamp))
            case .symlink: part.files.append(FoundFile(path: path, kind: .symlink, stamp: status.stamp))
            case .other: part.files.append(FoundFile(path: path, kind: .other, stamp: status.stamp))
            }
        } catch {
            // Gone since it was listed: nothing to tell. Anything else leaves the name unknown.
            if !error.isAbsence, !isIgnored { part.unreadable.append((path, error)) }
        }
    }

    private func descend(
        _ name: [UInt8], path: ImportPath, stamp: FileStamp, isIgnored: Bool, in level: Level, into part: inout ScanPart
    ) throws(SystemFailure) {
        let depth = path.bytes.count { $0 == ImportPath.separator } + 1
        guard depth <= Self.maximumDepth else {
            if !isIgnored { part.files.append(FoundFile(path: path, kind: .tooDeep, stamp: stamp)) }
            return
        }
        let directory = try level.directory.openDirectory(name)
        if !isIgnored { onDirectory(path, directory) }
        levels.append(Level(directory: directory, path: path, isIgnored: isIgnored))
    }
}
