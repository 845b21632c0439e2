import DatelineModels

/// Looks at the folder on a queue of its own.
actor FolderWalker {
    enum Look: Sendable {
        case file(FoundFile)
        case directory
        case gone
        /// It can't be told, as when the folder itself is away.
        case unknown(SystemFailure)
    }

    private let executor = ThreadExecutor(label: "import-walk", niceness: 0)
    private let root: [UInt8]
    private let followsLinks: Bool
    private var walks: [Int: FolderScanner] = [:]
    private var lastWalk = 0

    init(root: [UInt8], followsLinks: Bool = false) {
        self.root = root
        self.followsLinks = followsLinks
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// What the root is now.
    func rootStamp() throws(SystemFailure) -> FileStamp {
        try DirectoryHandle.open(root: root).status().stamp
    }

    /// Begins a walk.
    ///
    /// - Parameter start: nil: the root.
    /// - Returns: the walk's number for ``next(_:limit:)``.
    func begin(at start: ImportPath?, context: ScanContext) throws(SystemFailure) -> Int {
        let scanner = try FolderScanner(root: root, start: start, context: context)
        lastWalk += 1
        walks[lastWalk] = scanner
        return lastWalk
    }

    func next(_ walk: Int, limit: Int) -> ScanPart {
        guard let part = walks[walk]?.next(limit: limit) else { return ScanPart(isLast: true) }
        if part.isLast { walks[walk] = nil }
        return part
    }

    /// Ends a walk before its time.
    func abandon(_ walk: Int) {
        walks[walk] = nil
    }

    /// Moves a file that is dealt with.
    func move(_ path: ImportPath, _ stamp: FileStamp, to target: ImportPath, by filing: Filing?) -> Filing.Move {
        filing?.move(path, stamp, to: target) ?? .gone
    }

    /// The file system of the innermost directory above a path that is there.
    func device(above path: ImportPath) -> UInt64? {
        do {
            var directory = try DirectoryHandle.open(root: root)
            for name in path.names.dropLast() {
                guard let next = try? directory.openDirectory(name) else { break }
                directory = next
            }
            return try directory.status().stamp.device
        } catch {
            return nil
        }
    }

    func look(_ paths: [ImportPath]) -> [(path: ImportPath, look: Look)] {
        do {
            let directory = try DirectoryHandle.open(root: root)
            return paths.map { ($0, look($0, from: directory)) }
        } catch {
            return paths.map { ($0, .unknown(error)) }
        }
    }

    private func look(_ path: ImportPath, from root: DirectoryHandle) -> Look {
        do {
            let (directory, name) = try root.parent(of: path)
            let status = try directory.status(name)
            switch status.kind {
            case .directory: return .directory
            case .file: return .file(FoundFile(path: path, kind: .file, stamp: status.stamp))
            case .symlink:
                guard followsLinks, let file = try root.linkedFile(path, root: self.root) else {
                    return .file(FoundFile(path: path, kind: .symlink, stamp: status.stamp))
                }
                return .file(FoundFile(path: path, kind: .file, stamp: file.status.stamp))
            case .other: return .file(FoundFile(path: path, kind: .other, stamp: status.stamp))
            }
        } catch {
            return error.isAbsence ? .gone : .unknown(error)
        }
    }
}
