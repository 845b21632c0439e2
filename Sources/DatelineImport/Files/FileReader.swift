import Crypto
import DatelineModels
import Glibc

/// One whole version of a file.
struct FileContent: Sendable {
    let bytes: [UInt8]
    /// The SHA-256 of the bytes: 32 of them.
    let digest: [UInt8]
    /// The same in lower-case hexadecimal.
    let sha256: String
    let stamp: FileStamp

    init(bytes: [UInt8], stamp: FileStamp) {
        self.bytes = bytes
        self.stamp = stamp
        digest = Array(SHA256.hash(data: bytes))
        sha256 = digest.hexadecimal
    }

    /// Of a file that is too long to be held: without its bytes.
    init(sha256: String, stamp: FileStamp) {
        bytes = []
        digest = []
        self.sha256 = sha256
        self.stamp = stamp
    }
}

/// What came of reading a file.
enum ReadOutcome: Sendable {
    case content(FileContent)
    /// It isn't as it was when it was found to be complete, or moved while it was read: it has this stamp now.
    case changed(FileStamp)
    /// Someone has it open for writing.
    case writing(FileStamp)
    case tooLarge(FileStamp)
    /// It is no regular file any more.
    case notRegular(FileStamp)
    case gone
    case failure(SystemFailure)
}

/// Reads a file whole, or says why not.
struct FileReader: Sendable {
    static let standardMaximumBytes = 32 * 1024 * 1024

    let root: [UInt8]
    let maximumBytes: Int
    /// Whether a link to a file in the root is read as that file.
    var followsLinks = false

    /// - Parameters:
    ///   - expected: the stamp the file must still have; nil: any.
    ///   - writers: whether a file that someone has open for writing is left alone.
    ///   - limit: a lower limit of its size.
    func read(_ path: ImportPath, expected: FileStamp?, writers: WriterRule, limit: Int = .max) -> ReadOutcome {
        do {
            let descriptor = try DirectoryHandle.openFile(path, root: root, followsLinks: followsLinks)
            defer { close(descriptor) }
            return try read(descriptor, expected: expected, writers: writers, limit: min(limit, maximumBytes))
        } catch {
            if error.isAbsence { return .gone }
            // O_NOFOLLOW on a link, and a socket: both took the file's place since it was listed.
            if error.code == ELOOP || error.code == ENXIO { return replaced(path) }
            return .failure(error)
        }
    }

    func readSideFile(of path: ImportPath) -> SideFile {
        let reader = FileReader(root: root, maximumBytes: SideFile.maximumBytes, followsLinks: followsLinks)
        return switch reader.read(path.sideFile, expected: nil, writers: .ignored) {
        case .content(let content): .content(content.bytes)
        case .tooLarge: .refused("too-large")
        case .notRegular: .refused("not-regular-file")
        // A name of full length has none.
        case .failure(let failure): failure.code == ENAMETOOLONG ? .absent : .refused(failure.reason)
        // It is told of when it is whole.
        case .changed, .writing, .gone: .absent
        }
    }

    private func read(
        _ descriptor: Int32, expected: FileStamp?, writers: WriterRule, limit: Int
    ) throws(SystemFailure) -> ReadOutcome {
        let before = try FileStatus.of(descriptor: descriptor)
        guard before.kind == .file else { return .notRegular(before.stamp) }
        if let expected, expected != before.stamp { return .changed(before.stamp) }
        if writers.refuses(descriptor) { return .writing(before.stamp) }
        guard before.stamp.size <= limit else { return .tooLarge(before.stamp) }
        let bytes = try content(descriptor, size: Int(before.stamp.size))
        let after = try FileStatus.of(descriptor: descriptor)
        guard after.stamp == before.stamp, bytes.count == Int(before.stamp.size) else { return .changed(after.stamp) }
        return .content(FileContent(bytes: bytes, stamp: after.stamp))
    }

    /// One byte more than the size is asked for, so that growth shows.
    private func content(_ descriptor: Int32, size: Int) throws(SystemFailure) -> [UInt8] {
        var failure: SystemFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < size + 1 {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, min(size + 1 - count, 1 << 20))
                if got == 0 { return }
                if got < 0 {
                    if errno == EINTR { continue }
                    failure = .last
                    return
                }
                count += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    private func replaced(_ path: ImportPath) -> ReadOutcome {
        do {
            let (directory, name) = try DirectoryHandle.parent(of: path, root: root)
            return .notRegular(try directory.status(name).stamp)
        } catch {
            return error.isAbsence ? .gone : .failure(error)
        }
    }
}

extension Sequence<UInt8> {
    /// In lower case.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0xF)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
