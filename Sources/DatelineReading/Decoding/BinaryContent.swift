/// Tells bytes that are no text by how they begin and by their NULs.
enum BinaryContent {
    private static let signatures: [[UInt8]] = [
        Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x50, 0x4B, 0x03, 0x04],
        [0x1F, 0x8B, 0x08], [0x7F, 0x45, 0x4C, 0x46], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A],
        Array("SQLite format 3\0".utf8),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
    ]

    /// A run of NULs this long is a hole in a file, not a slip in a text.
    private static let longestRun = 64

    static func hasKnownSignature(_ bytes: [UInt8]) -> Bool {
        signatures.contains { bytes.starts(with: $0) }
    }

    static func looksBinary(_ bytes: [UInt8]) -> Bool {
        guard ByteText.holdsNUL(bytes) else { return false }
        var nuls = 0
        var run = 0
        for byte in bytes {
            guard byte == 0 else {
                run = 0
                continue
            }
            nuls += 1
            run += 1
            if run >= longestRun { return true }
        }
        return nuls > 4 && nuls * 10 > bytes.count || nuls == bytes.count && nuls > 0
    }
}
