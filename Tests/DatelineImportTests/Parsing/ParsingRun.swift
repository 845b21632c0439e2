import DatelineModels
import DatelineReading

@testable import DatelineImport

/// Parses files that exist in memory only.
struct ParsingRun {
    /// 1 May 2024.
    var parser = FileParser(foundAt: Timestamp(milliseconds: 1_714_600_000_000))

    func parse(_ bytes: [UInt8], as name: String, side: String? = nil, folderSource: String? = nil) throws -> ParsedFile {
        try parser.parse(
            bytes, path: ImportPath(bytes: Array(name.utf8)), side: SideFile(side.map { Array($0.utf8) }), folderSource: folderSource)
    }

    func parse(_ text: String, as name: String, side: String? = nil, folderSource: String? = nil) throws -> ParsedFile {
        try parse(Array(text.utf8), as: name, side: side, folderSource: folderSource)
    }

    func refusal(_ bytes: [UInt8], as name: String) -> FileRefusal? {
        do throws(FileRefusal) {
            _ = try parser.parse(bytes, path: ImportPath(bytes: Array(name.utf8)))
            return nil
        } catch {
            return error
        }
    }

    func refusal(_ text: String, as name: String) -> FileRefusal? { refusal(Array(text.utf8), as: name) }

    /// A page as the cases of the watched folder use it.
    static func page(_ name: String) -> String {
        "Headline \(name)\nBy A Reporter\n2026-05-01\n\nBody of \(name), long enough to be an article.\n"
    }

    static func utf16(_ text: String, little: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return little ? pair : pair.reversed()
        }
    }

    /// The same bytes on every run.
    static func noise(_ count: Int, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }
}
