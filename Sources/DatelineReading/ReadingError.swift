/// Why bytes could not be read as a page.
public enum ReadingError: Error, Hashable, Sendable {
    /// Not text: a known binary format, runs of NUL, or too many control characters.
    case binaryContent
    /// Nothing but white space and invisible characters.
    case noText
    /// More than ``PageReader/maximumBytes``.
    case tooLarge
}
