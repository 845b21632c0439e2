import DatelineTestSupport
import Foundation
import Glibc

/// A plain socket to a server on this machine: sends any bytes at all and shows exactly what comes back.
final class RawConnection {
    enum Failure: Error {
        case notConnected, sending(Int32), timedOut(received: String)
    }

    private let descriptor: Int32
    private(set) var received: [UInt8] = []
    /// Whether the server has ended its side, or reset the connection.
    private(set) var isEnded = false

    /// - Parameters:
    ///   - receiveBuffer: bytes the kernel may hold for us; nil: its default.
    ///   - client: the last number of the address 127.0.0.x that the connection comes from.
    init(port: Int, receiveBuffer: Int32? = nil, client: UInt32 = 1) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        if client != 1 {
            var own = sockaddr_in()
            own.sin_family = sa_family_t(AF_INET)
            own.sin_addr.s_addr = (UInt32(0x7F00_0000) | client).bigEndian
            withUnsafePointer(to: &own) { pointer in
                _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
        let outcome = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard outcome == 0 else {
            close(descriptor)
            throw Failure.notConnected
        }
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Failure.sending(errno) }
            sent += count
        }
    }

    /// Sends as much as the server takes; stops when it is closed.
    /// - Returns: how many bytes went out.
    func sendWhileTaken(_ bytes: [UInt8], times: Int) -> Int {
        var sent = 0
        for _ in 0..<times {
            guard wait(for: POLLOUT, milliseconds: Int32(.untilHung / .milliseconds(1))) else { return sent }
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return sent }
            sent += count
        }
        return sent
    }

    /// Sends and reads at the same time, as a client must that sends more than both sides' buffers hold.
    func send(_ bytes: [UInt8], readingUntil condition: (RawConnection) -> Bool) throws {
        let deadline = ContinuousClock.now + .untilHung
        var rest = bytes[...]
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while !rest.isEmpty || !condition(self), !isEnded, ContinuousClock.now < deadline {
            guard wait(for: rest.isEmpty ? POLLIN : POLLIN | POLLOUT, milliseconds: 1_000) else { continue }
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 { received.append(contentsOf: buffer[..<count]) }
            if count == 0 { isEnded = true }
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)) }
            if sent > 0 { rest = rest.dropFirst(sent) }
        }
    }

    /// Reads a long answer in chunks to its end, without keeping it.
    /// - Returns: how many bytes came.
    func discardChunkedAnswer() throws -> Int {
        let end = Array("\r\n0\r\n\r\n".utf8)
        var total = 0
        while !received.suffix(end.count).elementsEqual(end), !isEnded {
            let count = received.count
            try read { $0.received.count > count }
            total += received.count - count
            if received.count > 1 << 20 { received.removeFirst(received.count - end.count) }
        }
        return total
    }

    /// Sends a little, to find out whether the other side has closed.
    func isResetAfterSending(_ text: String, milliseconds: Int32) -> Bool {
        do { try send(text) } catch { return true }
        // Errors and hang-ups are reported without being asked for.
        return wait(for: 0, milliseconds: milliseconds)
    }

    func endSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Reads until the condition holds or the server ends the connection.
    /// - Throws: ``Failure/timedOut(received:)``.
    func read(until condition: (RawConnection) -> Bool) throws {
        try read(before: ContinuousClock.now + .untilHung, until: condition)
    }

    /// Takes what comes within this time; for a client of a certain pace.
    func linger(seconds: Double, until condition: (RawConnection) -> Bool = { _ in false }) {
        try? read(before: ContinuousClock.now + .seconds(seconds), until: condition)
    }

    private func read(before deadline: ContinuousClock.Instant, until condition: (RawConnection) -> Bool) throws {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while !condition(self), !isEnded {
            let left = deadline - ContinuousClock.now
            guard left > .zero, wait(for: POLLIN, milliseconds: Int32(max(1, left / .milliseconds(1)))) else {
                throw Failure.timedOut(received: String(decoding: received.prefix(500), as: UTF8.self))
            }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 { received.append(contentsOf: buffer[..<count]) } else { isEnded = true }
        }
    }

    func readToEnd() throws {
        try read { _ in false }
    }

    /// Reads one whole answer and takes it from ``received``.
    /// - Parameter isHead: whether the answer has no content, whatever its fields say.
    func answer(isHead: Bool = false) throws -> RawAnswer {
        try read { RawAnswer(Array($0.received), isHead: isHead, isEnded: false) != nil }
        guard let answer = RawAnswer(received, isHead: isHead, isEnded: isEnded) else {
            throw Failure.timedOut(received: String(decoding: received.prefix(500), as: UTF8.self))
        }
        received.removeFirst(answer.length)
        return answer
    }

    private func wait(for events: Int32, milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }
}

/// One answer of HTTP/1.1, taken apart by hand.
struct RawAnswer {
    let status: Int
    /// In lower case.
    let fields: [(name: String, value: String)]
    let content: [UInt8]
    /// All of it, in bytes.
    let length: Int

    var text: String { String(decoding: content, as: UTF8.self) }

    subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// nil: not all there yet.
    init?(_ bytes: [UInt8], isHead: Bool, isEnded: Bool) {
        let end = Array("\r\n\r\n".utf8)
        guard let headEnd = bytes.firstRange(of: end) else { return nil }
        let lines = String(decoding: bytes[..<headEnd.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first, first.hasPrefix("HTTP/1."), let status = Int(first.split(separator: " ")[1]) else { return nil }
        self.status = status
        fields = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (parts[0].lowercased(), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
        }
        let rest = bytes[headEnd.upperBound...]
        let find = { [fields] (name: String) in fields.first { $0.name == name }?.value }
        if isHead || status < 200 || status == 204 || status == 304 {
            (content, length) = ([], headEnd.upperBound)
        } else if let declared = find("content-length").flatMap({ Int($0) }) {
            guard rest.count >= declared else { return nil }
            (content, length) = (Array(rest.prefix(declared)), headEnd.upperBound + declared)
        } else if find("transfer-encoding") == "chunked" {
            guard let (content, length) = Self.chunks(Array(rest)) else { return nil }
            (self.content, self.length) = (content, headEnd.upperBound + length)
        } else {
            guard isEnded else { return nil }
            (content, length) = (Array(rest), bytes.count)
        }
    }

    private static func chunks(_ bytes: [UInt8]) -> (content: [UInt8], length: Int)? {
        var content: [UInt8] = []
        var position = 0
        while let end = bytes[position...].firstRange(of: Array("\r\n".utf8)) {
            guard let size = Int(String(decoding: bytes[position..<end.lowerBound], as: UTF8.self), radix: 16),
                bytes.count >= end.upperBound + size + 2
            else { return nil }
            content += bytes[end.upperBound..<end.upperBound + size]
            position = end.upperBound + size + 2
            if size == 0 { return (content, position) }
        }
        return nil
    }
}
