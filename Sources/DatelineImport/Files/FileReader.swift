import Crypto
import DatelineModels
import Glibc

/// One whole version of a file.
struct FileContent: Sendable {
    let bytes: [UInt8]
    /// Lower-case hexadecimal.
    let sha256: String
    let stamp: FileStamp
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

    /// - Parameters:
    ///   - expected: the stamp the file must still have; nil: any.
    ///   - writers: whether a file that someone has open for writing is left alone.
    func read(_ path: ImportPath, expected: FileStamp?, writers: WriterRule) -> ReadOutcome {
        do {
            let (directory, name) = try DirectoryHandle.parent(of: path, root: root)
            let descriptor = try directory.openFile(name)
            defer { close(descriptor) }
            return try read(descriptor, expected: expected, writers: writers)
        } catch {
            if error.isAbsence { return .gone }
            // O_NOFOLLOW on a link, and a socket: both took the file's place since it was listed.
            if error.code == ELOOP || error.code == ENXIO { return replaced(path) }
            return .failure(error)
        }
    }

    private func read(_ descriptor: Int32, expected: FileStamp?, writers: WriterRule) throws(SystemFailure) -> ReadOutcome {
        let before = try FileStatus.of(descriptor: descriptor)
        guard before.kind == .file else { return .notRegular(before.stamp) }
        if let expected, expected != before.stamp { return .changed(before.stamp) }
        guard before.stamp.size <= maximumBytes else { return .tooLarge(before.stamp) }
        if writers.refuses(descriptor) { return .writing(before.stamp) }
        let bytes = try content(descriptor, size: Int(before.stamp.size))
        let after = try FileStatus.of(descriptor: descriptor)
        guard after.stamp == before.stamp, bytes.count == Int(before.stamp.size) else { return .changed(after.stamp) }
        return .content(FileContent(bytes: bytes, sha256: Self.hash(bytes), stamp: after.stamp))
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

    private static func hash(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0xF)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
