import DatelineModels
import Foundation

/// A reading as it is stored, compressed before the transaction.
struct PreparedReading: Sendable {
    let reading: ArticleReading
    let raw: PackedContent
    let side: Data?
    let account: Data

    init(_ reading: ArticleReading, _ packer: inout ContentPacker) {
        raw = packer.pack(reading.content)
        side = reading.side.map { PackedBytes.pack($0) }
        account = PackedBytes.pack(reading.account)
        var reading = reading
        // The bytes have no use any more.
        reading.content.bytes = nil
        reading.side = nil
        reading.account = []
        self.reading = reading
    }
}

/// A content as its row holds it.
struct PackedContent: Sendable {
    enum Coding: Int, Sendable {
        case plain = 0
        case deflate = 1
    }

    let sha256: Data
    let size: Int
    let coding: Coding
    /// nil: not to be kept.
    let bytes: Data?
}

/// Compresses contents; the records of one file, which share theirs, cost that only once.
struct ContentPacker {
    private var last: PackedContent?

    mutating func pack(_ content: RawContent) -> PackedContent {
        if let last, last.sha256.elementsEqual(content.sha256), (last.bytes == nil) == (content.bytes == nil) { return last }
        let packed: PackedContent
        if let bytes = content.bytes, let compressed = Deflate.compress(bytes) {
            packed = PackedContent(sha256: Data(content.sha256), size: content.size, coding: .deflate, bytes: compressed)
        } else {
            packed = PackedContent(sha256: Data(content.sha256), size: content.size, coding: .plain, bytes: content.bytes.map { Data($0) })
        }
        last = packed
        return packed
    }
}
