/// Why a text is not a JSON document we take, and where.
public struct JSONError: Error, Hashable, Sendable {
    public enum Reason: String, Sendable, CaseIterable {
        /// Nothing but white space.
        case empty
        /// A byte that can't stand there.
        case unexpectedByte = "unexpected-byte"
        /// The text ends within a value.
        case unexpectedEnd = "unexpected-end"
        /// Something follows the value.
        case trailingContent = "trailing-content"
        case invalidUTF8 = "invalid-utf8"
        /// UTF-16 or UTF-32, by its first bytes.
        case wrongEncoding = "wrong-encoding"
        case invalidNumber = "invalid-number"
        case invalidEscape = "invalid-escape"
        case loneSurrogate = "lone-surrogate"
        case controlCharacter = "control-character"
        case duplicateKey = "duplicate-key"
        case tooDeep = "too-deep"
        case tooManyKeys = "too-many-keys"
        case numberTooLong = "number-too-long"
        case tooManyValues = "too-many-values"
        /// An array was needed.
        case notAnArray = "not-an-array"
        /// A line (of NDJSON) longer than it may be.
        case lineTooLong = "line-too-long"
    }

    public let reason: Reason
    /// Counted from 1 by line feeds.
    public let line: Int
    /// Counted from 0, from the start of the bytes given.
    public let byteOffset: Int
    /// A sentence for the client; never more than 100 characters of the input.
    public let detail: String

    public init(reason: Reason, line: Int, byteOffset: Int, detail: String) {
        self.reason = reason
        self.line = line
        self.byteOffset = byteOffset
        self.detail = detail
    }

    /// The same fault, counted from the start of a text in which these bytes are a part.
    public func moved(lines: Int, bytes: Int) -> JSONError {
        JSONError(reason: reason, line: line + lines, byteOffset: byteOffset + bytes, detail: detail)
    }
}

/// What a JSON text may cost before it is refused.
public struct JSONLimits: Hashable, Sendable {
    /// Arrays and objects within each other.
    public var depth: Int
    public var keysPerObject: Int
    /// Bytes of one number as written.
    public var numberBytes: Int
    /// All values of the document: each takes many times the memory of its shortest text.
    public var values: Int

    public init(depth: Int = 64, keysPerObject: Int = 1_000, numberBytes: Int = 64, values: Int = 1_000_000) {
        self.depth = depth
        self.keysPerObject = keysPerObject
        self.numberBytes = numberBytes
        self.values = values
    }

    public static let standard = JSONLimits()
}
