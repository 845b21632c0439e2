import DatelineModels

/// Parses a content for one who wants to know whether the parser outlives it, and for nothing else: in a process of its own.
public enum ParserTrial {
    /// What is parsed so at most, in bytes: 32 MiB, beyond which a file is refused or read piece by piece.
    public static let maximumBytes = FileReader.standardMaximumBytes

    /// - Parameters:
    ///   - name: the file's name, which tells how it is read.
    public static func parse(_ bytes: [UInt8], name: String) {
        var parser = FileParser(foundAt: Timestamp(milliseconds: 0))
        parser.budget = .threadTime(ImportSettings().parseTime(of: bytes.count))
        _ = try? parser.parse(bytes, path: ImportPath(bytes: Array(name.utf8)))
    }
}
