import DatelineModels
import Glibc
import Synchronization

/// Moves files that are dealt with to `done/` and `failed/` in the root. Nothing is ever written over, and a file that isn't the one
/// that was read stays where it is.
final class Filing: Sendable {
    enum Move: Sendable {
        /// With the stamp at the new place.
        case moved(FileStamp)
        /// Something else lies at the new place.
        case taken
        /// Another version lies at the old place.
        case changed(FileStamp)
        case gone
        case failure(SystemFailure)
    }

    static let done = Array("done".utf8)
    static let failed = Array("failed".utf8)

    private let root: [UInt8]
    /// Places that were given out and may not be filled yet.
    private let reserved = Mutex<Set<ImportPath>>([])

    init(root: [UInt8]) {
        self.root = root
    }

    /// Makes the two folders.
    ///
    /// - Returns: what they are.
    func prepare() throws(SystemFailure) -> Set<FileIdentity> {
        let root = try DirectoryHandle.open(root: root)
        var identities: Set<FileIdentity> = []
        for name in [Self.done, Self.failed] { identities.insert(try root.makeDirectory(name).status().stamp.identity) }
        return identities
    }

    static func isFiled(_ path: ImportPath) -> Bool {
        guard let first = path.names.first, path.names.count > 1 else { return false }
        return first == done || first == failed
    }

    /// Where a file goes that has come to this outcome: under its own path, with a number where something lies there already.
    ///
    /// - Returns: nil where it stays, or is there.
    func place(for record: ImportRecord) -> ImportPath? {
        let folder: [UInt8]
        switch record.state {
        case .done: folder = Self.done
        case .partial, .failed: folder = Self.failed
        case .waiting, .queued, .importing, .retrying, .skipped, .missing: return nil
        }
        var names = record.path.names
        if Self.isFiled(record.path) { names.removeFirst() }
        let path = ImportPath(bytes: Array(([folder] + names).joined(separator: [ImportPath.separator])))
        if path == record.path { return nil }
        for number in 1... {
            let candidate = number == 1 ? path : path.numbered(number)
            let isFree = reserved.withLock { reserved in
                guard !reserved.contains(candidate), !exists(candidate) else { return false }
                reserved.insert(candidate)
                return true
            }
            if isFree { return candidate }
        }
        return nil
    }

    func move(_ path: ImportPath, _ stamp: FileStamp, to target: ImportPath) -> Move {
        defer { reserved.withLock { _ = $0.remove(target) } }
        let root: DirectoryHandle
        let source: DirectoryHandle
        let name: [UInt8]
        do {
            root = try DirectoryHandle.open(root: self.root)
            (source, name) = try root.parent(of: path)
            let now = try source.status(name).stamp
            guard now == stamp else { return .changed(now) }
        } catch {
            return error.isAbsence ? .gone : .failure(error)
        }
        do {
            var folder = root
            var names = target.names
            guard let newName = names.popLast() else { return .taken }
            for name in names { folder = try folder.makeDirectory(name) }
            try source.rename(name, to: newName, in: folder)
            let moved = try folder.status(newName).stamp
            guard moved.isSameVersion(as: stamp) else {
                // Another version took its place in the last moment, and is to be read. Where a third one has come meanwhile, the second
                // stays where it is now.
                try? folder.rename(newName, to: name, in: source)
                return .changed((try? source.status(name).stamp) ?? moved)
            }
            return .moved(moved)
        } catch {
            if error.code == EEXIST { return .taken }
            // That the new place can't be reached says nothing of the file.
            return (try? source.status(name)) == nil ? .gone : .failure(error)
        }
    }

    /// Leaves a file where it is that isn't the one which was read.
    func giveUp(_ target: ImportPath, for stamp: FileStamp) -> Move {
        reserved.withLock { _ = $0.remove(target) }
        return .changed(stamp)
    }

    /// Has the side file of a file that was moved follow it.
    ///
    /// - Returns: its stamp at the new place; nil where there is none, or it can't be moved: it stays then, and does no harm.
    func moveSideFile(of path: ImportPath, to target: ImportPath) -> FileStamp? {
        guard let (source, side) = try? DirectoryHandle.parent(of: path.sideFile, root: root),
            let (folder, name) = try? DirectoryHandle.parent(of: target.sideFile, root: root),
            (try? source.rename(side, to: name, in: folder)) != nil
        else { return nil }
        return try? folder.status(name).stamp
    }

    /// Takes away the reason that lies beside a file that failed, for the file has moved on.
    func removeReason(of path: ImportPath) {
        guard Self.isFiled(path), let (folder, name) = try? DirectoryHandle.parent(of: Self.reason(for: path), root: root) else { return }
        folder.remove(name)
    }

    /// Where the reason for a filed file's failure is told.
    static func reason(for path: ImportPath) -> ImportPath {
        ImportPath.child(Array(path.name.prefix(255 - reasonEnding.count)) + reasonEnding, of: path.parent)
    }

    static let reasonEnding = Array(".reason.json".utf8)

    /// Whether it is such a reason.
    static func isReason(_ path: ImportPath) -> Bool {
        isFiled(path) && path.names.first == failed && path.name.suffix(reasonEnding.count).elementsEqual(reasonEnding)
    }

    /// Takes away the first name of a file that has got its second one already.
    func finish(_ path: ImportPath, _ stamp: FileStamp) {
        guard let (folder, name) = try? DirectoryHandle.parent(of: path, root: root),
            let status = try? folder.status(name), status.stamp.identity == stamp.identity
        else { return }
        folder.remove(name)
    }

    /// Writes a small file beside a filed one.
    func write(_ bytes: [UInt8], at path: ImportPath) throws(SystemFailure) {
        let (folder, name) = try DirectoryHandle.parent(of: path, root: root)
        try folder.write(bytes, to: name)
    }

    private func exists(_ path: ImportPath) -> Bool {
        do {
            let (folder, name) = try DirectoryHandle.parent(of: path, root: root)
            _ = try folder.status(name)
            return true
        } catch {
            return !error.isAbsence
        }
    }
}

extension ImportPath {
    /// `a/b.txt` as `a/b-2.txt`. A name that would get too long is cut.
    fileprivate func numbered(_ number: Int) -> ImportPath {
        let name = Array(name)
        let dot = name.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > 0 && name.count - $0 <= 9 ? $0 : nil } ?? name.count
        let tail = Array("-\(number)".utf8) + name[dot...]
        return ImportPath.child(Array(name[..<dot].prefix(255 - tail.count)) + tail, of: parent)
    }
}
