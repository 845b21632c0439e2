import DatelineJSON
import DatelineModels
import DatelineReading

/// Turns the bytes of a file into articles. Pure: what it needs to know comes in.
struct FileParser: Sendable {
    /// Raised when the reader improves, so that files which failed are tried again.
    static let version = 5

    /// When the file was found; no publication date is later.
    let foundAt: Timestamp
    /// By the outlet's name.
    var habits: [String: DateHabits] = [:]
    /// What reading the file may cost.
    var budget = ReadingBudget.unlimited

    /// - Parameters:
    ///   - side: the file's side file.
    ///   - folderSource: the source that the folder's name stands for.
    /// - Throws: ``FileRefusal`` where nothing of the file can be taken.
    func parse(
        _ bytes: [UInt8], path: ImportPath, side: SideFile = .absent, folderSource: String? = nil
    ) throws(FileRefusal) -> ParsedFile {
        try parse(bytes, hint: FileType(of: path), overlay: Overlay(side: side, folderSource: folderSource))
    }

    /// - Parameter hint: what the file's name, or whoever sent it, says that it is.
    func parse(_ bytes: [UInt8], hint: FileType, overlay: Overlay = Overlay()) throws(FileRefusal) -> ParsedFile {
        guard hint != .unsupported else { throw .unsupportedType }
        #if DEBUG
            try TestMarkers.heed(bytes, budget)
        #endif
        guard !Self.isBlank(bytes) else { throw .empty }
        guard let wide = Self.decodedUTF16(bytes) else { return try read(bytes, hint: hint, overlay: overlay) }
        var parsed = try read(Array(wide.text.utf8), hint: hint, overlay: overlay)
        parsed.encoding = wide.encoding
        parsed.replacedBytes += wide.replacedBytes
        parsed.warn(wide.warnings.map(\.rawValue))
        return parsed
    }

    /// - Parameter bytes: in UTF-8, or an encoding that has ASCII in it.
    private func read(_ bytes: [UInt8], hint: FileType, overlay: Overlay) throws(FileRefusal) -> ParsedFile {
        var parsed: ParsedFile
        switch ContentKind(of: bytes, hint: hint) {
        case .json: parsed = try parseJSON(bytes, hint: hint, overlay: overlay)
        case .jsonLines: parsed = try parseLines(bytes, overlay: overlay)
        case .text: parsed = try parsePage(bytes, overlay: overlay)
        case .markdown: parsed = try parseMarkdown(bytes, overlay: overlay)
        case .html: parsed = try parseHTML(bytes, overlay: overlay)
        case .feed: parsed = try parseFeed(bytes, overlay: overlay)
        case .otherXML: throw FileRefusal(.unknownDocument, in: bytes, type: "xml")
        }
        parsed.removeRepeated()
        return parsed
    }

    /// Seconds since 1970.
    var notAfter: Int64 { foundAt.milliseconds / 1000 }

    func spend(on bytes: [UInt8], type: String) throws(FileRefusal) {
        do throws(ReadingError) { try budget.check() } catch { throw FileRefusal(error, in: bytes, type: type) }
    }

    /// Nothing but white space, and a byte order mark; UTF-16 is left to the decoder.
    private static func isBlank(_ bytes: [UInt8]) -> Bool {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[mark...].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    /// - Parameter bytes: how a file begins.
    static func isUTF16(_ bytes: [UInt8]) -> Bool { decodedUTF16(bytes) != nil }

    private static func decodedUTF16(_ bytes: [UInt8]) -> DecodedText? {
        guard bytes.count >= 2, bytes[0] == 0 || bytes[1] == 0 || bytes[0] >= 0xFE, let decoded = try? TextDecoding.decode(bytes),
            decoded.encoding.hasPrefix("utf-16")
        else { return nil }
        return decoded
    }
}
