/// Cuts a stream of bytes into the lines of NDJSON; blank lines are passed over, but counted.
///
/// Append what arrives, call ``next()`` until nil, and ``finish()`` at the end of the stream.
public struct JSONLines: Sendable {
    private let maximumLineBytes: Int
    private var buffer: [UInt8] = []
    /// Where the current line begins in the buffer, and how far it has been searched for its end.
    private var start = 0
    private var searched = 0
    /// The offset in the stream of the buffer's first byte.
    private var dropped = 0
    private var line = 1
    private var index = 0
    /// Bytes of the current line thrown away because it is too long.
    private var skipped = 0

    /// How much of a stream is through.
    public struct Progress: Hashable, Sendable {
        /// In bytes.
        public var offset: Int
        /// Blank ones included.
        public var lines: Int
        /// Lines that aren't blank.
        public var records: Int

        public init(offset: Int = 0, lines: Int = 0, records: Int = 0) {
            self.offset = offset
            self.lines = lines
            self.records = records
        }
    }

    /// - Parameters:
    ///   - maximumLineBytes: a longer line is told as such, and not kept.
    ///   - start: where the bytes that will be appended begin in the stream, at the beginning of a line.
    public init(maximumLineBytes: Int = 16 << 20, after start: Progress = Progress()) {
        self.maximumLineBytes = maximumLineBytes
        dropped = start.offset
        line = start.lines + 1
        index = start.records
    }

    /// Up to and with the line that was given last, and the blank ones that were passed over.
    public var progress: Progress { Progress(offset: dropped + start - skipped, lines: line - 1, records: index) }

    public mutating func append(_ bytes: some Collection<UInt8>) {
        if start > 0, start >= buffer.count / 2 {
            buffer.removeSubrange(..<start)
            dropped += start
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// - Returns: the next complete line that isn't blank; nil if more bytes are needed.
    public mutating func next() -> JSONLine? {
        while true {
            while searched < buffer.count, buffer[searched] != 0x0A { searched += 1 }
            if searched == buffer.count {
                discardOverlong()
                return nil
            }
            let line = take(upTo: searched)
            searched += 1
            start = searched
            self.line += 1
            if let line { return line }
        }
    }

    /// - Returns: what stands behind the last line feed, unless it is blank. The stream has ended.
    public mutating func finish() -> JSONLine? {
        if let line = next() { return line }
        let hasRest = start < buffer.count || skipped > 0
        let last = take(upTo: buffer.count)
        start = buffer.count
        searched = start
        if hasRest { line += 1 }
        return last
    }

    private mutating func discardOverlong() {
        guard buffer.count - start > maximumLineBytes else { return }
        skipped += buffer.count - start
        dropped += buffer.count
        buffer.removeAll(keepingCapacity: true)
        start = 0
        searched = 0
    }

    private mutating func take(upTo end: Int) -> JSONLine? {
        let offset = dropped + start - skipped
        let isTooLong = skipped + end - start > maximumLineBytes
        skipped = 0
        var content = buffer[start..<end]
        // Of a line that is too long only the end may be left, and what it begins with is no mark.
        if offset == 0, !isTooLong, content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
        if !isTooLong, content.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        defer { index += 1 }
        return JSONLine(
            index: index, line: line, byteOffset: offset + (end - start - content.count),
            bytes: isTooLong ? [] : Array(content), maximumBytes: isTooLong ? maximumLineBytes : nil)
    }
}

/// One line of NDJSON that isn't blank.
public struct JSONLine: Sendable {
    /// Counted from 0 without blank lines.
    public let index: Int
    /// Counted from 1 with blank lines.
    public let line: Int
    /// Where the line begins in the stream.
    public let byteOffset: Int
    /// Without the line feed; empty if the line was too long.
    public let bytes: [UInt8]
    /// nil unless the line was longer than this.
    let maximumBytes: Int?

    /// - Throws: ``JSONError`` with positions in the stream.
    public func read(limits: JSONLimits = .standard) throws(JSONError) -> JSONValue {
        if let maximumBytes {
            throw JSONError(
                reason: .lineTooLong, line: line, byteOffset: byteOffset,
                detail: "The line is longer than \(maximumBytes) bytes.")
        }
        do throws(JSONError) {
            return try JSONReader.read(bytes, limits: limits, skipsMark: false)
        } catch {
            throw error.moved(lines: line - 1, bytes: byteOffset)
        }
    }
}
