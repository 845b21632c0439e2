import ArgumentParser
import Glibc

/// File descriptors 0 to 2: open whatever the caller left closed, and written without a trace of signals.
enum StandardStreams {
    /// Opens closed standard descriptors on /dev/null, so that no file of ours can become one of them, and leaves broken pipes and
    /// file size limits to show as errors of the write instead of killing the process.
    static func prepare() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is the one that is missing.
            _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
        }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        umask(0o077)
    }

    /// - Returns: whether all of it was written.
    @discardableResult
    static func writeOutput(_ text: String) -> Bool { write(text, to: 1) }

    /// - Throws: ``failure()`` where not all of it could be written.
    static func requireOutput(_ text: String) throws {
        guard writeOutput(text) else { throw failure() }
    }

    @discardableResult
    static func writeError(_ text: String) -> Bool { write(text, to: 2) }

    /// What to end with when standard output couldn't be written just now: quietly, as by the signal, where whoever read it has had
    /// enough; else with 74.
    static func failure() -> any Error {
        if errno == EPIPE { return ExitCode(128 + SIGPIPE) }
        return CommandFailure(.ioError, "standard output can't be written: \(String(cString: strerror(errno))).")
    }

    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                guard errno == EINTR else { return false }
                continue
            }
            bytes = bytes.dropFirst(written)
        }
        return true
    }
}
