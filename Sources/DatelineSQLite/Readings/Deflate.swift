import CDeflate
import Foundation

/// DEFLATE (RFC 1951) over what is in memory as a whole.
enum Deflate {
    /// nil where that gives no less, or there is no memory for it.
    static func compress(_ bytes: [UInt8]) -> Data? {
        let capacity = dateline_deflate_bound(bytes.count)
        guard let output = malloc(capacity) else { return nil }
        let count = bytes.withUnsafeBytes { dateline_deflate($0.baseAddress, $0.count, output, capacity) }
        guard count > 0, count < bytes.count else {
            free(output)
            return nil
        }
        defer { free(output) }
        return Data(bytes: output, count: count)
    }

    /// - Returns: nil unless the input is sound and gives exactly so many bytes.
    static func expand(_ compressed: UnsafeRawBufferPointer, to count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, dateline_inflate(compressed.baseAddress, compressed.count, buffer.baseAddress, count))
        }
        return bytes.count == count ? bytes : nil
    }
}

/// Bytes as a column holds them: a byte that says how they are written, their number in four bytes where they are compressed,
/// and the bytes.
enum PackedBytes {
    private static let plain: UInt8 = 0
    private static let deflated: UInt8 = 1
    /// How a short page was read takes less; it costs as much time to compress as the page itself.
    private static let fewest = 1024

    static func pack(_ bytes: [UInt8]) -> Data {
        guard bytes.count >= fewest, let length = UInt32(exactly: bytes.count), let compressed = Deflate.compress(bytes),
            compressed.count + 4 < bytes.count
        else {
            return Data([plain]) + bytes
        }
        var packed = Data(capacity: compressed.count + 5)
        packed.append(deflated)
        withUnsafeBytes(of: length.bigEndian) { packed.append(contentsOf: $0) }
        packed.append(compressed)
        return packed
    }

    /// nil where it isn't what ``pack(_:)`` gives.
    static func unpack(_ packed: [UInt8]) -> [UInt8]? {
        switch packed.first {
        case plain: return Array(packed.dropFirst())
        case deflated where packed.count > 5:
            let length = packed[1..<5].reduce(0) { $0 << 8 | Int($1) }
            guard length <= 64 << 20 else { return nil }
            return packed.withUnsafeBytes { Deflate.expand(UnsafeRawBufferPointer(rebasing: $0[5...]), to: length) }
        default: return nil
        }
    }
}
