import DatelineHTTP
import DatelineModels
import Glibc

/// The file that holds the hashes of the tokens.
struct TokensFile {
    let path: String

    /// What tells, without reading it, that the file has changed. The path is looked up anew, so that a file put in its place, or a
    /// link that leads elsewhere now, counts.
    struct Stamp: Equatable {
        private let device: UInt64
        private let inode: UInt64
        private let size: Int64
        private let changed: [Int64]

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(status.st_dev)
            inode = UInt64(status.st_ino)
            size = Int64(status.st_size)
            changed = [status.st_mtim, status.st_ctim].flatMap { [Int64($0.tv_sec), Int64($0.tv_nsec)] }
        }
    }

    var stamp: Stamp? { Stamp(path) }

    /// - Throws: ``CommandFailure``: 66 where it isn't there, 77 where it may not be read, 78 where it is no list of tokens or may be
    ///   seen or changed by others.
    func read() throws -> TokenList {
        // Not blocked by a pipe that nobody writes to.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw opening(errno) }
        defer { close(descriptor) }
        return try list(try contents(of: descriptor))
    }

    /// Adds a token, and makes the file where there is none.
    /// - Throws: as ``read()``, and 73 and 74 where it can't be made or written.
    func append(_ token: AccessToken) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw opening(errno) }
        defer { close(descriptor) }
        // Two that add at the same moment take turns.
        guard flock(descriptor, LOCK_EX) == 0 else { throw failed(errno) }
        let known = try contents(of: descriptor)
        guard try !list(known, mayBeEmpty: true).tokens.contains(where: { $0.id == token.id }) else {
            throw CommandFailure(
                .temporaryFailure, "a token of that id is there already, which happens once in four billion times; try again.")
        }
        var text = TokenList.line(for: token, note: Timestamp.now().description)
        if let last = known.last, last != UInt8(ascii: "\n") { text = "\n" + text }
        // Appended with one write: a reader sees the line whole or not at all.
        guard Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count, fsync(descriptor) == 0 else { throw failed(errno) }
    }

    private func contents(of descriptor: Int32) throws -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failed(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw CommandFailure(.configuration, "the tokens file \(path) is no regular file.")
        }
        guard status.st_mode & 0o027 == 0 else {
            throw CommandFailure(
                .configuration,
                "the tokens file \(path) may be read by everybody or changed by others than its owner; say chmod 600 (or 640) \(path)."
            )
        }
        guard status.st_size <= TokenList.maximumBytes else {
            throw CommandFailure(.configuration, "the tokens file \(path) is too large to be one.")
        }
        var bytes = [UInt8](repeating: 0, count: TokenList.maximumBytes + 1)
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count, off_t(count))
            }
            guard read >= 0 else { throw failed(errno) }
            if read == 0 { break }
            count += read
        }
        return Array(bytes[..<count])
    }

    private func list(_ bytes: [UInt8], mayBeEmpty: Bool = false) throws -> TokenList {
        do throws(TokenList.Fault) {
            return try TokenList(bytes, mayBeEmpty: mayBeEmpty)
        } catch {
            throw CommandFailure(.configuration, "the tokens file \(path) can't be used: \(error).")
        }
    }

    private func opening(_ code: Int32) -> CommandFailure {
        switch code {
        case ENOENT, ENOTDIR:
            CommandFailure(.noInput, "the tokens file \(path) isn't there; dateline token create makes one.")
        case EACCES, EPERM: CommandFailure(.noPermission, "the tokens file \(path) may not be opened by this user.")
        case EISDIR, ENXIO: CommandFailure(.configuration, "the tokens file \(path) is no regular file.")
        default: CommandFailure(.cannotCreate, "the tokens file \(path) can't be opened: \(String(cString: strerror(code))).")
        }
    }

    private func failed(_ code: Int32) -> CommandFailure {
        CommandFailure(.ioError, "the tokens file \(path): \(String(cString: strerror(code))).")
    }
}
