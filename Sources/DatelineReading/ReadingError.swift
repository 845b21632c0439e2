/// Why bytes could not be read.
public enum ReadingError: Error, Hashable, Sendable {
    /// Not text: a known binary format, runs of NUL, or too many control characters.
    case binaryContent
    /// Nothing but white space and invisible characters.
    case noText
    /// More than ``PageReader/maximumBytes``.
    case tooLarge
    /// The ``ReadingBudget`` is spent.
    case outOfTime
    /// Declared to be in an encoding that isn't known here.
    case unsupportedEncoding
    /// An XML document that declares entities, or has a declaration elsewhere. Neither is ever followed.
    case entityForbidden
    /// XML that isn't a feed of a known kind.
    case unknownDocument
    /// Elements within each other beyond any use.
    case tooDeep
    /// Ends before anything in it does.
    case incomplete
}
