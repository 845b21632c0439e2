/// What was read from a feed.
public struct FeedReading: Sendable {
    /// One item of the feed.
    public struct Entry: Sendable {
        public var fields: StatedFields
        public var place: Place
    }

    /// What is wrong with the feed as such.
    public struct Fault: Sendable {
        /// A stable word.
        public let reason: String
        public let place: Place
    }

    public struct Place: Hashable, Sendable {
        /// Counted from 1.
        public let line: Int
        /// From the beginning of the file; nil where the file isn't in UTF-8, so that it isn't known.
        public let byteOffset: Int?
    }

    public enum Form: String, Sendable {
        case rss, atom
    }

    public internal(set) var form: Form
    /// In the order of the feed, numbered from 0.
    public internal(set) var entries: [Entry] = []
    public internal(set) var faults: [Fault] = []
    /// Stable words.
    public internal(set) var warnings: [String] = []
    public internal(set) var encoding: String
    public internal(set) var replacedBytes: Int
    /// The feed ends before it is closed.
    public internal(set) var isTruncated = false
}
