/// How an article was read from a page or a feed: what came of it, and what another reader needs to read the same again.
public struct ArticleReading: Hashable, Sendable {
    public var content: RawContent
    /// What the bytes seemed to be, by their name or by what their sender said: a word of the reader's own.
    public var hint: String
    /// No date later than this was taken.
    public var foundAt: Timestamp
    /// The source that the folder's name stood for.
    public var folderSource: String?
    /// The bytes of the side file.
    public var side: [UInt8]?
    /// The article's place in the content, from 0.
    public var recordNumber: Int
    public var readerVersion: Int
    /// What the reader says of its decisions: a JSON object, shown as it is for as long as it is the last reading.
    public var account: [UInt8]

    public init(
        content: RawContent, hint: String, foundAt: Timestamp, folderSource: String? = nil, side: [UInt8]? = nil, recordNumber: Int = 0,
        readerVersion: Int, account: [UInt8]
    ) {
        self.content = content
        self.hint = hint
        self.foundAt = foundAt
        self.folderSource = folderSource
        self.side = side
        self.recordNumber = recordNumber
        self.readerVersion = readerVersion
        self.account = account
    }
}

/// Bytes as they came, told by their hash.
public struct RawContent: Hashable, Sendable {
    /// 32 bytes.
    public var sha256: [UInt8]
    public var size: Int
    /// nil: they aren't kept.
    public var bytes: [UInt8]?

    public init(sha256: [UInt8], size: Int, bytes: [UInt8]?) {
        self.sha256 = sha256
        self.size = size
        self.bytes = bytes
    }
}

/// Which contents are kept beside the articles read from them.
public struct RawKeeping: Hashable, Sendable {
    public static let standardMaximumBytes = 8 << 20

    public var isOn: Bool
    /// Larger contents aren't kept.
    public var maximumBytes: Int

    public init(isOn: Bool = true, maximumBytes: Int = Self.standardMaximumBytes) {
        self.isOn = isOn
        self.maximumBytes = maximumBytes
    }

    public func keeps(_ size: Int) -> Bool { isOn && size <= maximumBytes }
}
