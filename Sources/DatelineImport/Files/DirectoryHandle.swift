import DatelineModels
import Glibc

/// An open directory. Everything below a folder is reached through handles and single names, never through long paths:
/// so no link leads out, no depth is too deep for the kernel, and a name is whatever bytes it is.
final class DirectoryHandle {
    struct Entry {
        let name: [UInt8]
        /// nil where the file system doesn't tell without asking.
        let kind: FileStatus.Kind?
    }

    private let stream: OpaquePointer

    private init(descriptor: Int32) throws(SystemFailure) {
        guard let stream = fdopendir(descriptor) else {
            let failure = SystemFailure.last
            close(descriptor)
            throw failure
        }
        self.stream = stream
    }

    deinit { closedir(stream) }

    var descriptor: Int32 { dirfd(stream) }

    /// Opens by an absolute path; links in it are followed.
    static func open(root: [UInt8]) throws(SystemFailure) -> DirectoryHandle {
        let descriptor = root.withCString { Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .last }
        return try DirectoryHandle(descriptor: descriptor)
    }

    func openDirectory(_ name: [UInt8]) throws(SystemFailure) -> DirectoryHandle {
        let descriptor = name.withCString { openat(self.descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .last }
        return try DirectoryHandle(descriptor: descriptor)
    }

    /// Opens without waiting, so that a FIFO can't hold us.
    ///
    /// - Returns: a descriptor that the caller closes.
    func openFile(_ name: [UInt8]) throws(SystemFailure) -> Int32 {
        let descriptor = name.withCString { openat(self.descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .last }
        return descriptor
    }

    func status(_ name: [UInt8]) throws(SystemFailure) -> FileStatus {
        var status = stat()
        let result = name.withCString { fstatat(self.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        guard result == 0 else { throw .last }
        return FileStatus(status)
    }

    /// Whether it may be gone through by names, for which listing it is not enough.
    var isSearchable: Bool { (try? status([UInt8(ascii: ".")])) != nil }

    func status() throws(SystemFailure) -> FileStatus {
        try FileStatus.of(descriptor: descriptor)
    }

    /// The next name, in the order of the file system; nil at the end.
    func next() throws(SystemFailure) -> Entry? {
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw .last }
                return nil
            }
            let name = Self.name(of: entry)
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            return Entry(name: name, kind: Self.kind(entry.pointee.d_type))
        }
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        // The record ends with the name: the declared array of 256 may reach beyond it, so it is read where it lies.
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
        let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: UInt8.self)
        let length = min(Int(entry.pointee.d_reclen) - offset, 256)
        return Array(UnsafeBufferPointer(start: start, count: length).prefix { $0 != 0 })
    }

    private static func kind(_ type: UInt8) -> FileStatus.Kind? {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .symlink
        case Int(DT_UNKNOWN): nil
        default: .other
        }
    }
}

extension DirectoryHandle {
    /// `O_PATH`, which is not among what the C library shows by default.
    private static let pathOnly: Int32 = 0o10000000

    /// Opens a file without waiting, one name at a time from the root down; cheaper than by handles that can be listed.
    ///
    /// - Returns: a descriptor that the caller closes.
    static func openFile(_ path: ImportPath, root: [UInt8]) throws(SystemFailure) -> Int32 {
        var names = path.names
        guard let last = names.popLast() else { throw SystemFailure(code: EINVAL) }
        var directory = root.withCString { Glibc.open($0, pathOnly | O_DIRECTORY | O_CLOEXEC) }
        guard directory >= 0 else { throw .last }
        for name in names {
            let next = name.withCString { openat(directory, $0, pathOnly | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
            let failure = SystemFailure.last
            close(directory)
            guard next >= 0 else { throw failure }
            directory = next
        }
        let descriptor = last.withCString { openat(directory, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        let failure = SystemFailure.last
        close(directory)
        guard descriptor >= 0 else { throw failure }
        return descriptor
    }

    /// Opens the directory that holds `path`, one name at a time.
    static func parent(of path: ImportPath, root: [UInt8]) throws(SystemFailure) -> (directory: DirectoryHandle, name: [UInt8]) {
        try open(root: root).parent(of: path)
    }

    /// The same, from an open root.
    func parent(of path: ImportPath) throws(SystemFailure) -> (directory: DirectoryHandle, name: [UInt8]) {
        var names = path.names
        guard let last = names.popLast() else { throw SystemFailure(code: EINVAL) }
        return (try directory(names), last)
    }

    /// Opens the directory below this one that the names lead to, one at a time.
    func directory(_ names: [[UInt8]]) throws(SystemFailure) -> DirectoryHandle {
        var directory = self
        for name in names { directory = try directory.openDirectory(name) }
        return directory
    }
}

extension ImportPath {
    static let separator = UInt8(ascii: "/")

    /// The names from the root down.
    var names: [[UInt8]] { bytes.split(separator: Self.separator).map(Array.init) }

    var name: ArraySlice<UInt8> {
        bytes.lastIndex(of: Self.separator).map { bytes[($0 + 1)...] } ?? bytes[...]
    }

    /// nil for what lies in the root itself.
    var parent: ImportPath? {
        bytes.lastIndex(of: Self.separator).map { ImportPath(bytes: Array(bytes[..<$0])) }
    }

    /// The path of a name in this directory; nil stands for the root.
    static func child(_ name: [UInt8], of directory: ImportPath?) -> ImportPath {
        guard let directory else { return ImportPath(bytes: name) }
        return ImportPath(bytes: directory.bytes + [separator] + name)
    }

    func isBelow(_ directory: ImportPath) -> Bool {
        bytes.count > directory.bytes.count && bytes[directory.bytes.count] == Self.separator && bytes.starts(with: directory.bytes)
    }
}

extension [UInt8] {
    /// The bytes as a C string, up to the first NUL.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        var characters = map { CChar(bitPattern: $0) }
        characters.append(0)
        return characters.withUnsafeBufferPointer { buffer in
            // Never empty, so there always is an address; the alternative is an empty C string.
            guard let address = buffer.baseAddress else { return withUnsafePointer(to: 0) { body($0) } }
            return body(address)
        }
    }
}
