import DatelineModels
import Foundation

/// How the parts of a row of `import_file` that are no plain values stand in its columns.
enum StoredRecord {
    static func errors(_ faults: [ImportFault]) throws -> String {
        if faults.isEmpty { return "[]" }
        return String(decoding: try JSONEncoder().encode(faults.map(StoredFault.init)), as: UTF8.self)
    }

    static func faults(_ text: String) throws -> [ImportFault] {
        text == "[]" ? [] : try JSONDecoder().decode([StoredFault].self, from: Data(text.utf8)).map(\.fault)
    }

    /// nil unless 64 hexadecimal digits.
    static func hash(_ hexadecimal: String?) -> Data? {
        hexadecimal.flatMap(bytes).map { Data($0) }
    }

    static func bytes(_ hexadecimal: String) -> [UInt8]? {
        guard hexadecimal.utf8.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        var high: UInt8?
        for digit in hexadecimal.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}

/// How a fault stands in the `errors` column.
private struct StoredFault: Codable {
    var line: Int?
    var byteOffset: Int?
    var reason: String
    var excerpt: String?

    init(_ fault: ImportFault) {
        line = fault.line
        byteOffset = fault.byteOffset
        reason = fault.reason
        excerpt = fault.excerpt
    }

    var fault: ImportFault { ImportFault(line: line, byteOffset: byteOffset, reason: reason, excerpt: excerpt) }
}
