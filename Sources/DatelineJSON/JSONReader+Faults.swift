extension JSONParser {
    /// - Parameter offset: nil: where the parser stands.
    func fault(_ reason: JSONError.Reason, _ detail: String, at offset: Int? = nil) -> JSONError {
        let offset = min(offset ?? position, buffer.count)
        var line = 1
        for byte in buffer[..<offset] where byte == 0x0A { line += 1 }
        return JSONError(reason: reason, line: line, byteOffset: offset, detail: detail)
    }

    func endOfText() -> JSONError {
        fault(.unexpectedEnd, "The text ends within a value.", at: buffer.count)
    }

    func unexpectedByte(_ expected: String) -> JSONError {
        guard position < buffer.count else { return endOfText() }
        let byte = buffer[position]
        let found =
            switch byte {
            case 0x21...0x7E: "\"\(Character(Unicode.Scalar(byte)))\""
            case 0x00..<0x20, 0x7F: "a control character"
            default: "a character outside a string"
            }
        return fault(.unexpectedByte, "Expected \(expected), found \(found).")
    }
}

extension String {
    /// At most 60 code points, control characters as U+FFFD, for use within a sentence.
    var shownInFault: String {
        var shown = ""
        var count = 0
        for scalar in unicodeScalars {
            if count == 60 { return shown + "…" }
            shown.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
            count += 1
        }
        return shown
    }
}

/// The names of one object, told apart by their bytes (`String ==` would take canonically equivalent ones as equal).
/// Few are compared one by one; from the 17th on they are hashed.
struct NameSet {
    private var hashed: Set<NameBytes> = []

    /// - Parameter members: those whose names were inserted before.
    /// - Returns: false if the name is there already.
    mutating func insert(_ name: String, after members: [JSONObject.Member]) -> Bool {
        if members.count < 16 {
            return !members.contains { $0.name.utf8.elementsEqual(name.utf8) }
        }
        if hashed.isEmpty {
            hashed.reserveCapacity(64)
            for member in members { hashed.insert(NameBytes(member.name)) }
        }
        return hashed.insert(NameBytes(name)).inserted
    }
}

/// A name that is equal to another only if its bytes are.
struct NameBytes: Hashable {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    static func == (left: Self, right: Self) -> Bool {
        left.name.utf8.elementsEqual(right.name.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var name = name
        name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
