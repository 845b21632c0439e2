/// The pieces of which the text format of Prometheus is made.
enum ExpositionText {
    /// Letters, digits, underscores and colons; whatever else becomes an underscore.
    static func name(_ label: String) -> String {
        let name = String(decoding: label.utf8.map { isNameByte($0, colons: true) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
        return name.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == false ? name : "_" + name
    }

    /// `a="1",b="2"`, in the order of the names.
    static func labels(_ dimensions: [(String, String)]) -> String {
        dimensions.sorted { $0.0 < $1.0 }.map { name, value in
            "\(String(decoding: name.utf8.map { isNameByte($0, colons: false) ? $0 : UInt8(ascii: "_") }, as: UTF8.self))=\"\(escaped(value, quotes: true))\""
        }.joined(separator: ",")
    }

    static func help(_ text: String) -> String { escaped(text, quotes: false) }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isNameByte(_ byte: UInt8, colons: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        case UInt8(ascii: ":"): colons
        default: false
        }
    }
}
