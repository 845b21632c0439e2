/// Reads a JSON document (RFC 8259) strictly: UTF-8 only, no name twice in one object, nothing RFC 8259 doesn't have.
///
/// Numbers are kept as written, never rounded. A byte order mark before the document is skipped (RFC 8259 §8.1).
/// The time taken is linear in the length of the text.
public enum JSONReader {
    /// - Parameter bytes: one whole document.
    /// - Throws: ``JSONError`` at the first fault.
    public static func read(
        _ bytes: some RandomAccessCollection<UInt8>, limits: JSONLimits = .standard
    ) throws(JSONError) -> JSONValue {
        try read(bytes, limits: limits, skipsMark: true)
    }

    static func read(
        _ bytes: some RandomAccessCollection<UInt8>, limits: JSONLimits, skipsMark: Bool
    ) throws(JSONError) -> JSONValue {
        let outcome =
            bytes.withContiguousStorageIfAvailable { document($0, limits, skipsMark) }
            ?? Array(bytes).withUnsafeBufferPointer { document($0, limits, skipsMark) }
        return try outcome.get()
    }

    private static func document(
        _ buffer: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits, _ skipsMark: Bool
    ) -> Result<JSONValue, JSONError> {
        var parser = JSONParser(buffer: buffer, limits: limits)
        do throws(JSONError) {
            return .success(try parser.document(skipsMark: skipsMark))
        } catch {
            return .failure(error)
        }
    }
}

/// Walks one buffer from left to right; recursion is bounded by ``JSONLimits/depth``, itself at most 512.
struct JSONParser {
    let buffer: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    var position = 0
    private var values = 0

    init(buffer: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        self.buffer = buffer
        self.limits = limits
    }

    mutating func document(skipsMark: Bool) throws(JSONError) -> JSONValue {
        try refuseOtherEncodings()
        if skipsMark, buffer.count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
        skipSpace()
        guard position < buffer.count else {
            throw fault(.empty, "There is no JSON value here, only white space.")
        }
        let value = try value(depth: 0)
        skipSpace()
        guard position == buffer.count else {
            throw fault(.trailingContent, "Something follows the JSON value; only one is expected.")
        }
        return value
    }

    private func refuseOtherEncodings() throws(JSONError) {
        guard buffer.count >= 2 else { return }
        let (first, second) = (buffer[0], buffer[1])
        if (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE) || first == 0 || second == 0 {
            throw fault(.wrongEncoding, "The text is not UTF-8; it looks like UTF-16 or UTF-32.")
        }
    }

    mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard position < buffer.count else { throw endOfText() }
        values += 1
        guard values <= limits.values else {
            throw fault(.tooManyValues, "There are more than \(limits.values) values.")
        }
        switch buffer[position] {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"):
            try word("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default: throw unexpectedByte("a JSON value")
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        try enter(depth)
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            skipSpace()
            elements.append(try value(depth: depth))
            skipSpace()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw unexpectedByte("a comma or the end of the array") }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        try enter(depth)
        var members: [JSONObject.Member] = []
        var names = NameSet()
        skipSpace()
        if take(UInt8(ascii: "}")) { return JSONObject() }
        while true {
            skipSpace()
            guard position < buffer.count, buffer[position] == UInt8(ascii: "\"") else {
                throw unexpectedByte("a name in double quotes")
            }
            let start = position
            let name = try string()
            guard members.count < limits.keysPerObject else {
                throw fault(.tooManyKeys, "An object has more than \(limits.keysPerObject) names.", at: start)
            }
            guard names.insert(name, after: members) else {
                throw fault(.duplicateKey, "The name \"\(name.shownInFault)\" occurs twice in one object.", at: start)
            }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw unexpectedByte("a colon") }
            skipSpace()
            members.append(JSONObject.Member(name: name, value: try value(depth: depth)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return JSONObject(members: members) }
            guard take(UInt8(ascii: ",")) else { throw unexpectedByte("a comma or the end of the object") }
        }
    }

    private mutating func enter(_ depth: Int) throws(JSONError) {
        guard depth <= min(limits.depth, 512) else {
            throw fault(.tooDeep, "Arrays and objects are nested more than \(limits.depth) deep.")
        }
        position += 1
    }

    private mutating func word(_ text: StaticString) throws(JSONError) {
        let length = text.utf8CodeUnitCount
        for index in 0..<length {
            guard position + index < buffer.count else { throw endOfText() }
            guard buffer[position + index] == text.utf8Start[index] else { throw unexpectedByte("a JSON value") }
        }
        position += length
    }

    /// RFC 8259 §6; the text as written.
    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            if position < buffer.count, buffer[position].isDigit {
                throw fault(.invalidNumber, "A number can't begin with 0 and a further digit.", at: start)
            }
        } else {
            try digits(from: start)
        }
        if take(UInt8(ascii: ".")) { try digits(from: start) }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits(from: start)
        }
        guard position - start <= limits.numberBytes else { throw numberTooLong(start) }
        return JSONNumber(text: String(decoding: buffer[start..<position], as: UTF8.self))
    }

    private mutating func digits(from start: Int) throws(JSONError) {
        let first = position
        while position < buffer.count, buffer[position].isDigit {
            position += 1
            if position - start > limits.numberBytes { throw numberTooLong(start) }
        }
        if position == first {
            throw fault(.invalidNumber, "A digit is missing in a number.", at: first)
        }
    }

    private func numberTooLong(_ start: Int) -> JSONError {
        fault(.numberTooLong, "A number is written with more than \(limits.numberBytes) characters.", at: start)
    }

    mutating func skipSpace() {
        while position < buffer.count {
            switch buffer[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard position < buffer.count, buffer[position] == byte else { return false }
        position += 1
        return true
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
