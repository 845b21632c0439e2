import Glibc
import Synchronization

/// Standard error, for lines of the log: where whoever reads it has stopped reading, lines are left out and counted, so that no request
/// ever waits for a reader of the log.
final class LogStream: Sendable {
    static let shared = LogStream(descriptor: 2)

    /// A pipe that can be written takes so many bytes at once without waiting (POSIX, PIPE_BUF).
    private static let piece = 4096

    private let descriptor: Int32
    private let dropped = Mutex(0)

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// - Parameter line: without its line feed.
    func write(_ line: String) {
        // One at a time, so that what is seen to be writable still is when it is written.
        dropped.withLock { dropped in
            guard isWritable else {
                dropped += 1
                return
            }
            if dropped > 0 {
                put("\(dropped) lines of the log were left out, as nobody read them")
                dropped = 0
            }
            put(line)
        }
    }

    private func put(_ line: String) {
        var rest = Array((line + "\n").utf8)[...]
        while !rest.isEmpty, isWritable {
            let written = rest.prefix(Self.piece).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                guard errno == EINTR else { return }
                continue
            }
            rest = rest.dropFirst(written)
        }
    }

    private var isWritable: Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&state, 1, 0) > 0 && state.revents & Int16(POLLOUT) != 0
    }
}
