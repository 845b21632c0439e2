import Foundation

/// What can be read of a write-ahead log, as SQLite reads it after a crash: up to the last commit before the first frame that doesn't
/// fit (sqlite.org/walformat.html §4). And whether what lies behind shows that more was once there.
struct LogContent: Equatable {
    /// The head as a whole can be read; without it nothing can.
    let hasHead: Bool
    /// Of the head; without one, of the first frame.
    let salts: [UInt8]
    /// Up to the end of the last commit that can be read.
    let frames: Int
    /// Where that ends, in bytes.
    let length: Int64
    /// What the first page says which file it is, each time it was written.
    let incarnations: [Incarnation]
    /// The longest row of commits behind the first frame that doesn't fit that followed upon one another, each with what came next.
    let commitsBehind: Int

    private static let headSize = 32
    private static let frameHeadSize = 24
    /// Of our databases; for a log without a head.
    private static let usualPageSize = 4096

    init(_ path: String) throws {
        let file = try LogFile(path)
        defer { file.close() }
        let head = try file.read(at: 0, count: Self.headSize)
        let parsed = Head(head)
        hasHead = parsed != nil
        let size = parsed?.pageSize ?? Self.usualPageSize
        guard head.count == Self.headSize else {
            (salts, frames, length, incarnations, commitsBehind) = ([], 0, 0, [], 0)
            return
        }
        var search = Search(pageSize: size, isSwapped: parsed?.isSwapped ?? false)
        if let parsed { search.begin(parsed) }
        var offset = Int64(Self.headSize)
        while true {
            let bytes = try file.read(at: offset, count: Self.frameHeadSize + size)
            guard bytes.count == Self.frameHeadSize + size else { break }
            search.take(bytes)
            offset += Int64(bytes.count)
        }
        salts = search.salts ?? []
        frames = search.frames
        length = search.frames == 0 ? 0 : Int64(Self.headSize) + Int64(search.frames) * Int64(Self.frameHeadSize + size)
        incarnations = search.incarnations
        commitsBehind = search.commitsBehind
    }

    private struct Head {
        let pageSize: Int
        let salts: [UInt8]
        let isSwapped: Bool
        let sum: LogChecksum

        init?(_ bytes: [UInt8]) {
            guard bytes.count == headSize else { return nil }
            func number(_ offset: Int) -> UInt32 { bigEndian(bytes, offset) }
            guard number(0) & ~1 == 0x377f_0682, number(4) == 3_007_000 else { return nil }
            isSwapped = (number(0) & 1 == 1) != (UInt32(1).bigEndian == 1)
            pageSize = Int(number(8))
            guard (512...65536).contains(pageSize), pageSize & (pageSize - 1) == 0 else { return nil }
            salts = Array(bytes[16..<24])
            var sum = LogChecksum()
            let isSwapped = isSwapped
            bytes.withUnsafeBytes { sum.add(UnsafeRawBufferPointer(rebasing: $0[..<24]), swapped: isSwapped) }
            guard sum == LogChecksum(number(24), number(28)) else { return nil }
            self.sum = sum
        }
    }

    /// Goes through the frames in their order.
    private struct Search {
        let pageSize: Int
        let isSwapped: Bool
        private(set) var salts: [UInt8]?
        private(set) var frames = 0
        private(set) var commitsBehind = 0
        /// Of commits that can be read, without repeats in a row.
        private(set) var incarnations: [Incarnation] = []
        /// Of the commit that is being read.
        private var latest: Incarnation?
        private var count = 0
        private var allFit = false
        /// What the frame before says is the sum up to its end.
        private var sum: LogChecksum?
        /// The frame before is the last of a commit, and fits the one before it.
        private var isBehindCommit = false
        private var row = 0

        init(pageSize: Int, isSwapped: Bool) {
            self.pageSize = pageSize
            self.isSwapped = isSwapped
        }

        mutating func begin(_ head: Head) {
            salts = head.salts
            sum = head.sum
            allFit = true
        }

        mutating func take(_ bytes: [UInt8]) {
            count += 1
            if salts == nil { salts = Array(bytes[8..<16]) }
            guard let salts, bytes[8..<16].elementsEqual(salts) else {
                (allFit, sum, isBehindCommit, row) = (false, nil, false, 0)
                return
            }
            let stated = LogChecksum(bigEndian(bytes, 16), bigEndian(bytes, 20))
            let follows = bigEndian(bytes, 0) != 0 && sum.map { fits(bytes, behind: $0, stated) } ?? false
            let isCommit = follows && bigEndian(bytes, 4) != 0
            allFit = allFit && follows
            if allFit {
                if bigEndian(bytes, 0) == 1 { latest = Incarnation(number: bigEndian(bytes, frameHeadSize + Incarnation.offset)) }
                if isCommit {
                    frames = count
                    if let latest, latest != incarnations.last { incarnations.append(latest) }
                    latest = nil
                }
            } else {
                row = !follows ? 0 : isBehindCommit ? row + 1 : row
                commitsBehind = max(commitsBehind, row)
                isBehindCommit = isCommit
            }
            sum = stated
        }

        private func fits(_ bytes: [UInt8], behind before: LogChecksum, _ stated: LogChecksum) -> Bool {
            var sum = before
            bytes.withUnsafeBytes {
                sum.add(UnsafeRawBufferPointer(rebasing: $0[..<8]), swapped: isSwapped)
                sum.add(UnsafeRawBufferPointer(rebasing: $0[frameHeadSize...]), swapped: isSwapped)
            }
            return sum == stated
        }
    }

    private static func bigEndian(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
        bytes.withUnsafeBytes { UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
    }
}

/// A file that is read at places.
private struct LogFile {
    private struct Unreadable: Error {}

    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable() }
    }

    func close() { _ = Glibc.close(descriptor) }

    /// Fewer than `count` bytes only at the end of the file.
    func read(at offset: Int64, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            while length < count {
                let read = pread(descriptor, buffer.baseAddress.map { $0 + length }, count - length, off_t(offset) + off_t(length))
                if read < 0, errno == EINTR { continue }
                guard read >= 0 else { throw Unreadable() }
                guard read > 0 else { return }
                length += read
            }
        }
    }
}
