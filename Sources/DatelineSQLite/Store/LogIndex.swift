import Foundation

/// What the shared memory file of a database (`-shm`) says of its log: the head of SQLite's index of it (sqlite.org/walformat.html §2.1).
///
/// SQLite writes it behind each commit, and as long as the machine hasn't been started anew it is what the process that was killed last
/// wrote. What it counts has been written to the log.
struct LogIndex: Equatable {
    /// Of the log that it is the index of.
    let salts: [UInt8]
    /// Up to the end of the last commit.
    let frames: Int
    /// So many frames have been moved into the database; nil while more of them are being moved.
    let moved: Int?

    /// nil where there is no file, or it is being changed, or doesn't hold what it should: then nothing is known.
    init?(_ path: String) {
        guard let head = Self.read(path), head.count == 136 else { return nil }
        func number(_ offset: Int) -> UInt32 { head.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) } }
        guard head[0..<48] == head[48..<96], number(0) == 3_007_000, head[12] == 1 else { return nil }
        var sum = LogChecksum()
        head.withUnsafeBytes { sum.add(UnsafeRawBufferPointer(rebasing: $0[..<40]), swapped: false) }
        guard sum == LogChecksum(number(40), number(44)) else { return nil }
        salts = Array(head[32..<40])
        frames = Int(number(16))
        moved = number(96) == number(128) ? Int(number(96)) : nil
    }

    private static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 136)
        let count = pread(descriptor, &head, head.count, 0)
        return count == head.count ? head : nil
    }
}

/// The sum that SQLite keeps of a log and its index (sqlite.org/fileformat2.html §4.2).
struct LogChecksum: Equatable {
    private var one: UInt32
    private var two: UInt32

    init(_ one: UInt32 = 0, _ two: UInt32 = 0) {
        (self.one, self.two) = (one, two)
    }

    /// - Parameter bytes: a multiple of eight.
    /// - Parameter swapped: whether the numbers are in the order of bytes that isn't this machine's.
    mutating func add(_ bytes: UnsafeRawBufferPointer, swapped: Bool) {
        var (one, two) = (one, two)
        for offset in stride(from: 0, to: bytes.count, by: 8) {
            let first = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            let second = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
            one &+= (swapped ? first.byteSwapped : first) &+ two
            two &+= (swapped ? second.byteSwapped : second) &+ one
        }
        (self.one, self.two) = (one, two)
    }
}
