/// Walks a JSON array element by element, so that what is wrong within one element is that element's fault alone.
///
/// Where an element ends is found by its brackets and quotes; then it is read strictly by itself.
public struct JSONArrayElements: Sendable {
    public struct Element: Sendable {
        /// Counted from 0.
        public let index: Int
        /// Where the element begins: the line counted from 1, the byte from 0.
        public let line: Int
        public let byteOffset: Int
        /// Positions in the error are those in the whole text.
        public let value: Result<JSONValue, JSONError>
    }

    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var position = 0
    private var line = 1
    private var index = 0
    private var isDone = false

    /// - Parameter limits: of each element, as if it were a document of its own.
    /// - Throws: ``JSONError`` unless the text begins as an array.
    public init(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
        self.bytes = bytes
        self.limits = limits
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        guard position < bytes.count else { throw fault(.empty, "There is no JSON value here, only white space.") }
        guard bytes[position] == UInt8(ascii: "[") else { throw fault(.notAnArray, "An array is expected.") }
        position += 1
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "]") { try finish() }
    }

    /// - Returns: nil after the last element.
    /// - Throws: ``JSONError`` if the array itself is malformed, so that no further element can be told.
    public mutating func next() throws(JSONError) -> Element? {
        if isDone { return nil }
        skipSpace()
        let (start, startLine) = (position, line)
        guard skipElement() else { throw fault(.tooDeep, "Arrays and objects are nested more than \(limits.depth) deep.") }
        guard position < bytes.count else { throw fault(.unexpectedEnd, "The text ends within the array.") }
        guard position > start else { throw fault(.unexpectedByte, "An element of the array is missing.") }
        let value: Result<JSONValue, JSONError>
        do throws(JSONError) {
            value = .success(try JSONReader.read(bytes[start..<position], limits: limits, skipsMark: false))
        } catch {
            value = .failure(error.moved(lines: startLine - 1, bytes: start))
        }
        defer { index += 1 }
        if bytes[position] == UInt8(ascii: ",") { position += 1 } else { try finish() }
        return Element(index: index, line: startLine, byteOffset: start, value: value)
    }

    /// Moves to the comma or bracket behind the element, or to the end of the text.
    ///
    /// - Returns: false where it stopped before because of the depth: what is nested too deep need not be seen to its end.
    private mutating func skipElement() -> Bool {
        var depth = 0
        var inString = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x0A { line += 1 }
            if inString {
                if byte == UInt8(ascii: "\\") { position += 1 }
                if byte == UInt8(ascii: "\"") { inString = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): inString = true
                case UInt8(ascii: "["), UInt8(ascii: "{"):
                    depth += 1
                    if depth > limits.depth { return false }
                case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
                    if depth == 0, byte != UInt8(ascii: "}") { return true }
                    if byte != UInt8(ascii: ",") { depth -= 1 }
                default: break
                }
            }
            position += 1
        }
        position = bytes.count
        return true
    }

    private mutating func finish() throws(JSONError) {
        position += 1
        skipSpace()
        guard position == bytes.count else {
            throw fault(.trailingContent, "Something follows the array; only one is expected.")
        }
        isDone = true
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x0A: line += 1
            case 0x20, 0x0D, 0x09: break
            default: return
            }
            position += 1
        }
    }

    private func fault(_ reason: JSONError.Reason, _ detail: String) -> JSONError {
        JSONError(reason: reason, line: line, byteOffset: position, detail: detail)
    }
}
